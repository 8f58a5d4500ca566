"""Which figures a step is computed from: of its own record, of other years, of the records below."""

from __future__ import annotations

from collections.abc import Iterator

from sakip_rules.audit.book import Book, Key
from sakip_rules.expression import Read
from sakip_rules.expression.tree import HISTORY, LAST_YEAR
from sakip_rules.plans import CallPlan, StepPlan
from sakip_rules.results import Figure, ReportNode


def call_made(step: StepPlan, figure: Figure) -> CallPlan | None:
    """Gives the call that computed a step: its own, or that of the case which applied."""
    if isinstance(step.how, CallPlan):
        return step.how
    if figure.trace is None or figure.trace.case is None:
        return None
    then = figure.trace.cases[figure.trace.case].then
    return then if isinstance(then, CallPlan) else None


def reads_of_step(step: StepPlan) -> Iterator[Read]:
    """Gives every name that a step reads; a name bound whole is one too."""
    for call in step.calls:
        for _, bound in call.bindings:
            if isinstance(bound, str):
                yield Read((bound,), (), bound, None)
    for formula in step.formulas:
        yield from formula.reads.names


def operands_of_step(book: Book, node: ReportNode, year: int, step: StepPlan) -> tuple[Key, ...]:
    """Gives the figures that a step reads, each once, in the order of reading."""
    found: dict[Key, None] = {}
    for read in reads_of_step(step):
        found.update(dict.fromkeys(_meant(book, node, year, read)))
    return tuple(key for key in found if book.figure(key) is not None)


def _meant(book: Book, node: ReportNode, year: int, read: Read) -> Iterator[Key]:
    if read.rows == (LAST_YEAR,):
        yield Key(node.path, read.field, year - 1)
    elif read.rows == (HISTORY,):
        given = [earlier for earlier in book.years(node.path) if earlier <= year]
        yield from (Key(node.path, read.field, earlier) for earlier in given)
    else:
        rows = [node]
        for level in read.rows:
            rows = [child for row in rows for child in row.children if child.level == level]
        yield from (Key(row.path, read.field, year) for row in rows)

"""Which figures a step is computed from: of its own record, of other years, of the records below."""

from __future__ import annotations

from collections.abc import Iterator

from sakip_rules.audit.book import Book, Key
from sakip_rules.expression import Formula
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, Dotted, Name
from sakip_rules.plans import CallPlan, Computation, RowsPlan, StepPlan
from sakip_rules.results import Node

ENDS = ("min", "max")


def formulas_of(step: StepPlan) -> Iterator[Formula]:
    """Gives every formula of a step: its own, those of its cases, those bound to a called rule."""
    how = step.how
    if isinstance(how, CallPlan):
        for _, bound in how.bindings:
            if not isinstance(bound, str):
                yield from _formulas(bound)
    elif isinstance(how, RowsPlan):
        for _, cells in how.rows:
            for _, cell in cells:
                yield from _formulas(cell)
    else:
        yield from _formulas(how)


def _formulas(how: Computation) -> Iterator[Formula]:
    if isinstance(how, Formula):
        yield how
        return
    for case in how:
        yield from (part for part in (case.when, case.then) if isinstance(part, Formula))


def names_of_step(step: StepPlan) -> Iterator[tuple[str, ...]]:
    """Gives every name that a step reads, as a path; a name bound whole is one too."""
    if isinstance(step.how, CallPlan):
        yield from ((bound,) for _, bound in step.how.bindings if isinstance(bound, str))
    for formula in formulas_of(step):
        for node in formula.nodes:
            if isinstance(node, Name):
                yield (node.name,)
            elif isinstance(node, Dotted):
                yield node.path


def operands_of_step(book: Book, node: Node, year: int, step: StepPlan) -> tuple[Key, ...]:
    """Gives the figures that a step reads, each once, in the order of reading."""
    found: dict[Key, None] = {}
    for path in names_of_step(step):
        found.update(dict.fromkeys(_meant(book, node, year, path)))
    return tuple(key for key in found if book.figure(key) is not None)


def _meant(book: Book, node: Node, year: int, path: tuple[str, ...]) -> Iterator[Key]:
    if path[0] == LAST_YEAR:
        yield Key(node.path, path[1], year - 1)
    elif path[0] == HISTORY:
        yield from (Key(node.path, path[1], one) for one in book.years(node.path) if one <= year)
    elif len(path) == 1 or path[1] in ENDS:
        yield Key(node.path, path[0], year)
    else:
        yield from _of_rows(node, year, path)


def _of_rows(node: Node, year: int, path: tuple[str, ...]) -> Iterator[Key]:
    fields = path[:-1] if path[-1] in ENDS else path
    rows = [node]
    for level in fields[:-1]:
        rows = [child for row in rows for child in row.children if child.level == level]
    yield from (Key(row.path, fields[-1], year) for row in rows)

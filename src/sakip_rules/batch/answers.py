"""What the rule gives for one row, as the cells behind those of the input."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from sakip_rules.api import Classified, LookedUp, Result
from sakip_rules.batch.sources import BatchRow
from sakip_rules.batch.versions import Version, Versions
from sakip_rules.diagnostics import Diagnostic, SakipRulesError
from sakip_rules.numbers import fraction_text
from sakip_rules.service.asking import Answered, ask
from sakip_rules.vocabulary import RuleKind

_VALUES: Final = ("value", "exact")
_CATEGORIES: Final = ("category", "code")
_ALWAYS: Final = ("status", "reason", "diagnostics")


def made_columns(kind: RuleKind, *, exact: bool) -> tuple[str, ...]:
    """Gives the columns that a kind of rule adds: a formula's, a scale's, or a table's."""
    values = _VALUES if exact else _VALUES[:1]
    if kind == "scale":
        return (*_CATEGORIES, *_ALWAYS)
    return (*values, *_ALWAYS) if kind == "table" else (*values, "category", *_ALWAYS)


class RowAnswer(NamedTuple):
    """What a row got: its made cells by name, and what is wrong with it."""

    cells: Mapping[str, str | None]
    mistakes: tuple[Diagnostic, ...] = ()


def answer(versions: Versions, row: BatchRow) -> RowAnswer:
    """Computes a row; one that is wrong has the status `error` and the codes of its mistakes."""
    try:
        version = versions.of(row)
        given = version.reader.read(row)
    except SakipRulesError as error:
        return refused(error.diagnostics, row)
    return computed(version, given, row)


def computed(version: Version, given: Mapping[str, object], row: BatchRow) -> RowAnswer:
    """Gives what a version of the rule gives for the inputs of a row."""
    try:
        made = ask(version.rule, given)
    except SakipRulesError as error:
        return refused(error.diagnostics, row)
    cells = _cells(made)
    if made.status == "error" and isinstance(made, Result):
        return RowAnswer(cells, tuple(replace(one, place=row.place("")) for one in made.diagnostics))
    return RowAnswer(cells)


def refused(diagnostics: Iterable[Diagnostic], row: BatchRow) -> RowAnswer:
    """Gives the answer of a row whose data are wrong, each mistake at its cell."""
    mistakes = tuple(_placed(one, row) for one in diagnostics)
    codes = " ".join(dict.fromkeys(one.code for one in mistakes))
    return RowAnswer({"status": "error", "diagnostics": codes}, mistakes)


def _cells(made: Answered) -> dict[str, str | None]:
    cells: dict[str, str | None] = {"status": made.status, "reason": made.reason}
    if isinstance(made, Result | LookedUp):
        value, exact = made.value, made.exact
        cells["value"] = None if value is None else format(value, "f")
        if exact is not None and (value is None or Fraction(value) != exact):
            cells["exact"] = fraction_text(exact)
    if isinstance(made, Result | Classified):
        cells["category"] = made.category
    if isinstance(made, Classified):
        cells["code"] = made.code
    if isinstance(made, Result) and made.diagnostics:
        cells["diagnostics"] = " ".join(sorted({one.code for one in made.diagnostics}))
    return cells


def _placed(mistake: Diagnostic, row: BatchRow) -> Diagnostic:
    """A mistake of a datum, at the cell of the column that it came from."""
    if mistake.place is not None:
        return mistake
    path = [str(part) for part in mistake.argument]
    names = (".".join(path[:length]) for length in range(len(path), 0, -1))
    name = next((name for name in names if name in row.data), ".".join(path))
    return replace(mistake, place=row.place(name), argument=())

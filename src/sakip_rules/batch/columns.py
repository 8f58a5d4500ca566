"""Columns of a table -> the inputs of a rule, by their names (language reference, 9: as a row of a sheet)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final, NamedTuple

from sakip_rules.api import Rule
from sakip_rules.batch.signs import EITHER, DecimalSigns
from sakip_rules.batch.sources import BatchRow, BatchSource
from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted
from sakip_rules.forms.reading import PERCENTS
from sakip_rules.numbers.reading import DECIMAL_UNITS
from sakip_rules.plans import InputPlan, RulePlan, number_input
from sakip_rules.service.asking import names_of
from sakip_rules.service.reading import read_object
from sakip_rules.sheets import SheetCell
from sakip_rules.sheets.digits import exact_number

ENDS: Final = ("min", "max")


class _Column(NamedTuple):
    """What a column holds: the path of a datum in the inputs, and how that is declared."""

    name: str
    path: tuple[str, ...]
    unit: str | None
    type: str


class RowReader:
    """Reads rows as one version of a rule takes them."""

    def __init__(self, rule: Rule, source: BatchSource, signs: DecimalSigns) -> None:
        self._inputs = _inputs_of(rule)
        self._signs = signs
        self._known: dict[str, _Column | None] = {}
        columns = [found for name in source.columns if (found := self._column(name)) is not None]
        rows = [found.path[:2] for found in columns if self._inputs[found.path[0]].each and found.path[1:]]
        self._rows = tuple(dict.fromkeys((collection, row_id) for collection, row_id in rows))
        """Rows of collections that have columns: they are there even where all their cells are blank."""
        self.mistakes = [] if source.is_open else self._missing(source)
        """What is wrong with the columns themselves."""

    def uses(self, name: str) -> bool:
        """Says whether a column belongs to an input."""
        return self._column(name) is not None

    def read(self, row: BatchRow) -> dict[str, object]:
        """Gives the inputs of a row; raises `DataError` with every mistake at its place."""
        mistakes = [*row.mistakes, *self.mistakes]
        if row.stray is not None:
            mistakes.append(diagnose("unknown-column.no-heading", row.stray))
        given: dict[str, Any] = {}
        for collection, row_id in self._rows:
            given.setdefault(collection, {})[row_id] = {}
        for name, cell in row.data.items():
            column = self._column(name)
            if column is None:
                continue
            try:
                value = self._value(cell, column, row) if type(cell) is SheetCell else cell
            except DataError as error:
                mistakes.extend(error.diagnostics)
                continue
            if value is not None and not _put(given, column.path, value):
                mistakes.append(diagnose("duplicate-key.column", row.place(name), name=quoted(name)))
        if mistakes:
            raise DataError(mistakes)
        return given

    def _missing(self, source: BatchSource) -> list[Diagnostic]:
        covered = {column.path[0] for name in source.columns if (column := self._column(name)) is not None}
        place = source.head(source.columns[0])
        return [
            diagnose("missing-column", place, name=quoted(name))
            for name, declared in self._inputs.items()
            if name not in covered and declared.default is None
        ]

    def _column(self, name: str) -> _Column | None:
        if name not in self._known:
            self._known[name] = _column_of(name, self._inputs)
        return self._known[name]

    def _value(self, cell: SheetCell, column: _Column, row: BatchRow) -> object:
        """Gives what a cell says; nothing where it is blank."""
        if cell.refusal:
            raise DataError([diagnose(cell.refusal, row.place(column.name), text=quoted(cell.text))])
        if cell.kind == "number":
            if cell.percent and column.unit not in PERCENTS:
                texts = {"shown": cell.shown, "text": quoted(cell.text), "name": quoted(column.name)}
                raise DataError([diagnose("bad-cell.percent", row.place(column.name), **texts)])
            return Decimal(exact_number(cell))
        text = cell.text.strip()
        if text.startswith(("{", "[")) and column.type in ("rows", "range"):
            return _json(text, row.place(column.name))
        if column.type in ("number", "count", "range") and EITHER.fullmatch(text):
            return self._either(text, column, row.place(column.name))
        return text or None

    def _either(self, text: str, column: _Column, place: Place) -> object:
        """A number that may have thousands or decimals: as others in its column, else as its unit says."""
        sign = self._signs.of(column.name)
        if sign is not None:
            number = Decimal(text.replace(",", ".") if sign in text else re.sub("[.,]", "", text))
            self._signs.tell(column.name, place, text, number)
            return number
        if column.unit in DECIMAL_UNITS and not self._signs.is_mixed(column.name):
            return text
        texts = {"text": quoted(text), "name": quoted(column.name)}
        raise DataError([diagnose("ambiguous-number.column", place, **texts)])


def _json(text: str, place: Place) -> object:
    """A collection or range as JSON text in one cell; its mistakes stand at the cell."""
    try:
        return read_object(f'{{"cell":{text}}}', place.file)["cell"]
    except DataError as error:
        raise DataError(replace(one, place=place) for one in error.diagnostics) from None


def _inputs_of(rule: Rule) -> Mapping[str, InputPlan]:
    if isinstance(rule.plan, RulePlan):
        return rule.plan.record.inputs
    asked = zip(names_of(rule), rule.inputs, strict=True)  # points on a line are asked by the key's name
    numbers = {name: (number_input(name, rule.unit), each.type) for name, each in asked}
    return {
        name: plan if kind == "number" else replace(plan, type="choice")
        for name, (plan, kind) in numbers.items()
    }


def _column_of(name: str, inputs: Mapping[str, InputPlan]) -> _Column | None:
    first, *rest = name.split(".")
    declared = inputs.get(first)
    path: tuple[str, ...] = (first,)
    if declared is not None and declared.each is not None and len(rest) > 1:
        declared = declared.each.inputs.get(rest[1])
        path = (first, rest[0], rest[1])
        rest = rest[2:]
    if declared is None or len(rest) > 1:
        return None
    if rest and (declared.type != "range" or rest[0] not in ENDS):
        return None
    kind = "rows" if declared.each is not None else declared.type
    return _Column(name, (*path, *rest), declared.unit, kind)


def _put(given: dict[str, Any], path: tuple[str, ...], value: object) -> bool:
    """Sets a datum; says whether its place was free: a collection is one cell, or a column for each value."""
    into = given
    for part in path[:-1]:
        held = into.setdefault(part, {})
        if not isinstance(held, dict):
            return False
        into = held
    return into.setdefault(path[-1], value) is value

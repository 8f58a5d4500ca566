"""A file of many reports: its headings found as in an import, its rows one after another."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final, NamedTuple

from sakip_rules.batch.sources import LINES, BatchRow, json_rows
from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose
from sakip_rules.importer import TableAnswers, layout_of
from sakip_rules.importer.layout import SEARCHED, TableLayout
from sakip_rules.numbers import grouped
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import BATCH_LIMITS, Sheet, SheetCell, SheetRow, TableBook, open_book

COLUMNS: Final = 16_384
"""Columns of JSON lines: no more than a sheet has."""

HEADINGS: Final = SEARCHED + 4
"""Rows that are read before the headings are looked for."""


class TableRow(NamedTuple):
    """A row, and why it cannot be read."""

    row: SheetRow
    mistakes: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class ReportTable:
    """An open table of many reports."""

    sheet: Sheet
    """Which sheet it is; its rows are not kept."""

    layout: TableLayout
    """Where its headings stand, without the rows below."""

    rows: Iterator[TableRow]
    notes: list[Diagnostic] = field(default_factory=list)
    book: TableBook | None = None


def open_reports(path: str, sheet: str | None, plan: FrameworkPlan, answers: TableAnswers) -> ReportTable:
    """Opens a table by its headings.

    Raises `DataError` for what is no table or has no headings that are known, `UsageError` where a package is
    missing.
    """
    if path.lower().endswith(LINES):
        return _json_table(path, plan, answers)
    book = open_book(path, limits=BATCH_LIMITS)
    opened = book.sheet(sheet)
    filled = (row for row in opened.rows if row.cells)
    begun = Sheet(opened.file, opened.name, tuple(itertools.islice(filled, HEADINGS)))
    layout = layout_of(begun, plan, answers)
    rows = (_checked(begun, layout, row) for row in itertools.chain(layout.body, layout.other, filled))
    return ReportTable(_without_rows(begun), _heads(layout), rows, book.notes, book)


def _checked(sheet: Sheet, layout: TableLayout, row: SheetRow) -> TableRow:
    """A cell that stands under no heading: a sign that was not quoted has moved the others."""
    stray = next((at for at in row.cells if at not in layout.columns), None)
    if stray is None:
        return TableRow(row)
    return TableRow(row, (diagnose("unknown-column.no-heading", sheet.place(row, stray)),))


def _without_rows(sheet: Sheet) -> Sheet:
    return replace(sheet, rows=())


def _heads(layout: TableLayout) -> TableLayout:
    return replace(layout, numbering=(), body=())


def _json_table(path: str, plan: FrameworkPlan, answers: TableAnswers) -> ReportTable:
    """JSON lines: their names, of all lines, are the headings."""
    names: dict[str, int] = {}
    for row in json_rows(path):
        for name in row.data:
            names.setdefault(name, len(names) + 1)
        if len(names) > COLUMNS:
            place = row.place("")
            raise DataError([diagnose("file-too-large.columns", place, limit=grouped(COLUMNS))])
    head = SheetRow(1, {at: SheetCell(name, column=at, start=1) for name, at in names.items()})
    begun = Sheet(path, "", (head,))
    layout = layout_of(begun, plan, answers)
    rows = (TableRow(_row_of(row, names), row.mistakes) for row in json_rows(path))
    return ReportTable(_without_rows(begun), _heads(layout), rows)


def _row_of(row: BatchRow, names: Mapping[str, int]) -> SheetRow:
    line = row.place("").line
    return SheetRow(line, {names[name]: _cell(value, names[name]) for name, value in row.data.items()})


def _cell(value: object, column: int) -> SheetCell:
    match value:
        case bool():
            return SheetCell("ya" if value else "tidak", "truth", column, start=1)
        case Decimal():
            digits = format(value, "f")
            return SheetCell(digits, "number", column, digits, start=1)
        case str():
            return SheetCell(value, column=column, start=1)
    text = json.dumps(value, ensure_ascii=False, default=str)
    return SheetCell(text, "error", column, start=1, fault="bad-cell.nested")


def place_of(table: ReportTable, row: SheetRow) -> Place:
    """Gives the place of a row."""
    return table.sheet.place(row, min(row.cells, default=1))

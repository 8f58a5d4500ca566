"""A file of tables, whatever its kind: its sheets, one after the other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, Self

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.languages import Pair
from sakip_rules.sheets.cells import OpenSheet, Sheet, must_be_harmless
from sakip_rules.sheets.columnar import ColumnFile
from sakip_rules.sheets.excel import Workbook
from sakip_rules.sheets.gate import REPORT_TABLES, SheetLimits, TableKind, table_kind
from sakip_rules.sheets.opendocument import OpenDocument
from sakip_rules.sheets.separated import SeparatedText

SHOWN: Final = 5


class TableFile(Protocol):
    """An open file of one kind."""

    notes: list[Diagnostic]

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives every sheet, in the order of the file; each is read before the next is asked for."""

    def close(self) -> None:
        """Closes the file."""


class TableBook:
    """An open file of tables; a context manager."""

    def __init__(self, file: str, kind: TableKind, opened: TableFile, notes: list[Diagnostic]) -> None:
        self.file = file
        self.kind = kind
        self.notes = [*notes, *opened.notes]
        """What is to be said of the file and stops nobody."""

        self._opened = opened

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._opened.close()

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives every sheet; its rows are read when they are asked for, before the next sheet."""
        for sheet in self._opened.sheets():
            place = Place(self.file, 1, 1, sheet=sheet.name)
            must_be_harmless(sheet.name, place)
            yield sheet

    def sheet(self, name: str | None = None) -> OpenSheet:
        """Gives the sheet of a name; without one the only sheet that is shown.

        Raises `DataError` where there is none of that name, or where there are several to choose from.
        """
        named: list[str] = []
        first: OpenSheet | None = None
        for sheet in self.sheets():
            if name is not None and sheet.name == name:
                return sheet
            if not sheet.hidden:
                named.append(sheet.name)
                first = first or sheet
        if name is None and first is not None and len(named) == 1:
            return first
        listed = ", ".join(map(quoted, named[:SHOWN]))
        texts: dict[str, str | Pair] = {"name": quoted(name or ""), "known": listed}
        key = "sheet-syntax.no-sheet" if name is not None or first is None else "sheet-syntax.which-sheet"
        raise DataError([diagnose(key, whole(self.file), **texts)])

    def whole(self) -> list[Sheet]:
        """Reads all sheets; raises `DataError`."""
        return [sheet.whole() for sheet in self.sheets()]


def open_book(
    path: str | os.PathLike[str], name: str | None = None, limits: SheetLimits = REPORT_TABLES
) -> TableBook:
    """Opens a file of tables by what it is, not by how it is called.

    `name` is what diagnostics call the file. Raises `DataError` for what is no table, cannot be read, or is
    too large, and `UsageError` where a package is missing that reads such files.
    """
    file = os.fspath(path)
    shown = file if name is None else name
    kind, notes = table_kind(file, shown)
    return TableBook(shown, kind, _opened(kind, file, shown, limits), notes)


def _opened(kind: TableKind, path: str, file: str, limits: SheetLimits) -> TableFile:
    match kind:
        case "xlsx":
            return Workbook(path, file, limits)
        case "ods":
            return OpenDocument(path, file, limits)
        case "text":
            return SeparatedText(path, file, limits)
        case "parquet" | "arrow":
            return ColumnFile(path, file, limits, kind)


def oddities(sheet: Sheet) -> list[Diagnostic]:
    """Gives what a person should know of a sheet that was read: that it, or a part of it, is hidden."""
    notes: list[Diagnostic] = []
    place = Place(sheet.file, 1, 1, sheet=sheet.name)
    if sheet.hidden:
        notes.append(warn("odd-cell.hidden-sheet", place, name=quoted(sheet.name)))
    hidden = [row for row in sheet.rows if row.hidden]
    for row in hidden[:SHOWN]:
        first = min(row.cells)
        notes.append(
            warn("odd-cell.hidden-row", sheet.place(row, first), row=str(row.line), more=_more(hidden))
        )
    used = {column for row in sheet.rows for column in row.cells}
    for column in sorted(used & sheet.hidden_columns)[:SHOWN]:
        row = next(row for row in sheet.rows if column in row.cells)
        notes.append(warn("odd-cell.hidden-column", sheet.place(row, column)))
    return notes


def _more(hidden: Sequence[object]) -> Pair:
    count = len(hidden) - SHOWN
    return (f" ({count} baris lain juga)", f" ({count} more rows, too)") if count > 0 else ("", "")

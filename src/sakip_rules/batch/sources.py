"""Rows of a file, one after another: of a table, or JSON objects, one a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted
from sakip_rules.numbers import grouped
from sakip_rules.service.reading import read_object
from sakip_rules.sheets import BATCH_LIMITS, OpenSheet, SheetCell, SheetRow, TableBook, open_book
from sakip_rules.sheets.gate import MEBIBYTE, first_bytes

LINES: Final = (".jsonl", ".ndjson")
"""How files end that hold one JSON object a line."""

WrittenCell: TypeAlias = str | list[str] | None
"""A cell as it is written again: a text, the digits of a number in a list, or nothing."""


class BatchRow(NamedTuple):
    """One row: what its columns hold, and where."""

    data: dict[str, object]
    """Cells, or values of JSON, by the name of their column; blank ones are not there."""
    place: Callable[[str], Place]
    """The place of a column's cell in this row; of no column, the row."""
    stray: Place | None = None
    """The first cell that stands under no heading."""
    mistakes: tuple[Diagnostic, ...] = ()
    """Why the row cannot be read at all."""


@dataclass(slots=True)
class BatchSource:
    """An open file of rows, whose columns are known from its heading; of JSON lines, as they come."""

    columns: list[str]
    rows: Iterator[BatchRow]
    head: Callable[[str], Place]
    """The place of a heading."""
    notes: list[Diagnostic]
    is_open: bool = False
    """Whether any row may bring other columns."""

    book: TableBook | None = None


class Fingerprint(NamedTuple):
    """What tells one input from another, and how many lines it has: 0 where it is no text."""

    sha256: str
    lines: int


def fingerprint(path: str) -> Fingerprint:
    """Gives the hash of a file and the number of its lines; raises `DataError` for what is no file."""
    beginning = first_bytes(path, path)
    digest, lines = hashlib.sha256(), 0
    with Path(path).open("rb") as stream:
        while piece := stream.read(MEBIBYTE):
            digest.update(piece)
            lines += piece.count(b"\n")
    is_binary = b"\x00" in beginning or beginning.startswith(b"PK")
    return Fingerprint(digest.hexdigest(), 0 if is_binary else lines)


def open_source(path: str, sheet: str | None) -> BatchSource:
    """Opens a file of rows; raises `DataError` for what is none, `UsageError` where a package is missing."""
    if path.lower().endswith(LINES):
        return BatchSource([], json_rows(path), lambda _: Place(path), [], is_open=True)
    book = open_book(path, limits=BATCH_LIMITS)
    opened = book.sheet(sheet)
    head = next((row for row in opened.rows if row.cells), None)
    if head is None:
        raise DataError([diagnose("table-unclear.empty", Place(path, sheet=opened.name))])
    names = _headings(opened, head)
    places = {name: opened.place(head, at) for at, name in names.items()}
    rows = _table_rows(opened, names)
    return BatchSource(list(names.values()), rows, places.__getitem__, book.notes, book=book)


def _headings(sheet: OpenSheet, head: SheetRow) -> dict[int, str]:
    names: dict[int, str] = {}
    mistakes = []
    for at in sorted(head.cells):
        name = head.text(at)
        if name in names.values():
            mistakes.append(diagnose("duplicate-key.column", sheet.place(head, at), name=quoted(name)))
        elif name:
            names[at] = name
    if mistakes:
        raise DataError(mistakes)
    return names


def _table_rows(sheet: OpenSheet, names: dict[int, str]) -> Iterator[BatchRow]:
    columns = {name: at for at, name in names.items()}
    for row in sheet.rows:
        data: dict[str, object] = {}
        stray = None
        for at, cell in row.cells.items():
            name = names.get(at)
            if name is not None:
                data[name] = cell
            elif stray is None:
                stray = sheet.place(row, at)
        if row.cells:
            yield BatchRow(data, _place_in(sheet, row, columns), stray)


def _place_in(sheet: OpenSheet, row: SheetRow, columns: dict[str, int]) -> Callable[[str], Place]:
    return lambda name: sheet.place(row, columns.get(name, min(row.cells)))


def json_rows(path: str) -> Iterator[BatchRow]:
    """Gives the objects of a file, one a line; a line that is none is a row with a mistake."""
    first_bytes(path, path)  # else a pipe would be waited for
    with Path(path).open("rb") as stream:
        lines = iter(lambda: stream.readline(MEBIBYTE + 1), b"")
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _json_row(path, number, line, stream.readline)


def _json_row(path: str, number: int, line: bytes, more: Callable[[int], bytes]) -> BatchRow:
    """The row of a line; what is no object is a mistake of this row alone."""
    place = Place(path, number)
    if len(line) > MEBIBYTE:
        while line and not line.endswith(b"\n"):
            line = more(MEBIBYTE)
        limit = grouped(MEBIBYTE)
        return BatchRow({}, lambda _: place, None, (diagnose("file-too-large.record", place, limit=limit),))
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        return BatchRow({}, lambda _: place, None, (diagnose("sheet-syntax.encoding", place),))
    try:
        data = read_object(text, path)
    except DataError as error:
        return BatchRow({}, lambda _: place, None, tuple(_moved(one, number) for one in error.diagnostics))
    return BatchRow({name: value for name, value in data.items() if value is not None}, lambda _: place)


def _moved(diagnostic: Diagnostic, line: int) -> Diagnostic:
    place = diagnostic.place
    return diagnostic if place is None else replace(diagnostic, place=replace(place, line=line))


def written(value: object) -> WrittenCell:
    """Gives a cell as it is written again: a number by its digits, a value of several parts as JSON."""
    match value:
        case SheetCell():
            return [value.text] if value.kind == "number" else value.text
        case Decimal():
            return [format(value, "f")]
        case bool():
            return "ya" if value else "tidak"
        case str() | None:
            return value
    return json.dumps(value, ensure_ascii=False, default=lambda number: format(number, "f"))

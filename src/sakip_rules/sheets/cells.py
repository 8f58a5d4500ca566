"""Cells, rows and sheets, whatever file they came from.

A sheet is sparse: only cells that hold something are there, so a cell at `XFD1048576` costs as much as one
at `A1`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from sakip_rules.diagnostics import DataError, Place, diagnose
from sakip_rules.loader.gate import FORBIDDEN, character_key

CellKind = Literal["text", "number", "truth", "date", "error"]
"""What a cell holds: an `error` has no value that could be used, a `date` is no number and no text."""

_BLANKS: Final = re.compile("[\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Marks of a word processor between letters, which nobody sees: they come along with a copied table."""


class SheetCell(NamedTuple):
    """What a cell holds, as data are written, and how it shows that.

    A number is plain digits with a decimal point (`0.2942`), a truth `ya` or `tidak`, a date `2024-02-01`,
    an error its sign (`#DIV/0!`). `shown` are the digits that the cell shows, with all its decimals
    (`29.40`); of a `percent` cell those before the sign, so `29.42` for 0.2942.
    """

    text: str
    kind: CellKind = "text"
    column: int = 1
    """The column of the sheet, from 1."""
    shown: str = ""
    percent: bool = False
    start: int = 0
    """In a text file: the character of its line with which the cell begins, from 1."""

    fault: str = ""
    """Of an error: the key of the diagnostic that says what is wrong."""

    scaled: bool = False
    """Of a number: whether it is shown in thousands or millions, and so is more than what is seen."""

    @property
    def refusal(self) -> str:
        """The key of the diagnostic for a cell that cannot be used as data; empty for any other."""
        return "bad-cell.date" if self.kind == "date" else self.fault


class SheetRow(NamedTuple):
    """The cells of a row that hold something, by column; `line` is its place in the sheet or the file."""

    line: int
    cells: Mapping[int, SheetCell]
    hidden: bool = False
    source: str = ""
    """In a text file: the line, or the first line of several."""

    def text(self, column: int) -> str:
        """The text of a cell without blanks around it; empty where nothing stands."""
        cell = self.cells.get(column)
        return cell.text.strip() if cell is not None else ""


class Merged(NamedTuple):
    """Cells that are shown as one: only the first holds something."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class OpenSheet:
    """A sheet whose rows are read when they are asked for, once, and are not kept.

    What stands behind the rows in the file (`merged`) is known when the last row was given.
    """

    file: str
    name: str
    """Empty where the file is a single table."""

    rows: Iterator[SheetRow]
    hidden: bool = False
    merged: list[Merged] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)

    def place(self, row: SheetRow, column: int) -> Place:
        """Gives the place of a cell: `Capaian!C7` in a workbook, `4:17` in a text file."""
        return place_of(self.file, self.name, row, column)

    def whole(self) -> Sheet:
        """Reads all rows."""
        rows = tuple(self.rows)
        return Sheet(
            self.file, self.name, rows, self.hidden, tuple(self.merged), frozenset(self.hidden_columns)
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with all its rows."""

    file: str
    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    merged: tuple[Merged, ...] = ()
    hidden_columns: frozenset[int] = frozenset()

    def place(self, row: SheetRow, column: int) -> Place:
        """Gives the place of a cell."""
        return place_of(self.file, self.name, row, column)


def place_of(file: str, name: str, row: SheetRow, column: int) -> Place:
    """Gives the place of a cell of a row, whether anything stands there or not."""
    cell = row.cells.get(column)
    if name:
        return Place(file, row.line, column, source=cell.text if cell is not None else "", sheet=name)
    if cell is None:
        return Place(file, row.line, max(1, len(row.source)), source=row.source)
    width = max(1, min(len(cell.text), len(row.source) - cell.start + 1))
    return Place(file, row.line, cell.start, width, row.source)


def clean_text(text: str) -> str:
    """Gives the text of a cell on one line, without marks that nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    return _BLANKS.sub(" ", _INVISIBLE.sub("", text)).replace("\N{NO-BREAK SPACE}", " ")


def must_be_harmless(text: str, place: Place) -> None:
    """Raises `DataError` for characters that steer a terminal or reorder a line."""
    if text.isprintable():
        return
    match = FORBIDDEN.search(text)
    if match is not None:
        shown = f"U+{ord(match.group()):04X}"
        raise DataError([diagnose(character_key(match.group()), place, character=shown)])


def gathered(cells: Iterable[SheetCell]) -> dict[int, SheetCell]:
    """Gives cells by their column."""
    return {cell.column: cell for cell in cells}

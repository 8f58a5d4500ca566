"""Sheets, the places of cells in them, and how a formula names a place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sakip_rules.diagnostics.core import clean

LONGEST_NAME: Final = 31
"""No spreadsheet takes a longer name of a sheet."""
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LETTERS: Final = 26


@dataclass(slots=True, eq=False)
class BookSheet:
    """A sheet of lines.

    `helpers` are the parts of formulas that have a cell of their own; their columns stand behind all others.
    """

    name: str
    width: int = 0
    """How many columns stand before the helpers."""
    helpers: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    """How many rows are taken."""

    def take(self, count: int = 1) -> int:
        """Takes the next rows and gives the first of them."""
        first = self.rows
        self.rows += count
        return first

    def helper(self, key: str) -> int:
        """Gives the place of a helper among the helpers of this sheet."""
        return self.helpers.setdefault(key, len(self.helpers))


class CellPlace(NamedTuple):
    """A cell: its sheet, row and column, both from 0."""

    sheet: BookSheet
    row: int
    column: int

    @property
    def cell(self) -> str:
        """Its name within its sheet, such as `D4`."""
        return f"{column_name(self.column)}{self.row + 1}"

    def seen_from(self, sheet: BookSheet) -> str:
        """Gives what a formula in a sheet calls it."""
        return self.cell if sheet is self.sheet else f"{quoted_sheet(self.sheet)}!{self.cell}"


def column_name(column: int) -> str:
    """Gives the letters of a column: A, B, …, Z, AA."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def quoted_sheet(sheet: BookSheet) -> str:
    """Gives the name of a sheet as formulas write it."""
    return f"'{sheet.name}'"


def range_text(first: CellPlace, last: CellPlace, sheet: BookSheet) -> str:
    """Gives what a formula in a sheet calls the cells from one to another below it."""
    return f"{first.seen_from(sheet)}:{last.cell}"


def _cut(name: str) -> str:
    """Gives as many whole words of a name as a sheet may have; of a long word its beginning."""
    if len(name) <= LONGEST_NAME:
        return name
    words = name[: LONGEST_NAME + 1].rpartition(" ")[0].rstrip()
    return words if len(words) > LONGEST_NAME // 2 else name[:LONGEST_NAME]


class SheetNames:
    """Gives names of sheets that every spreadsheet takes, each another one."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, wanted: str) -> str:
        """Gives a name as near as possible to the wanted one."""
        plain = " ".join(_FORBIDDEN.sub(" ", clean(wanted)).split()) or "-"
        name, number = _cut(plain), 1
        while name.casefold() in self._taken:
            number += 1
            behind = f" {number}"
            name = plain[: LONGEST_NAME - len(behind)].rstrip() + behind
        self._taken.add(name.casefold())
        return name

"""Rows that only head those below: an indicator without figures whose parts `a.` and `b.` have them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sakip_rules.importer.headings import BESIDE, Heading
from sakip_rules.importer.rows import clean_title, stated_level
from sakip_rules.sheets import SheetRow

_MARK: Final = re.compile(
    r"(?!\d{1,3}(?:\.\d{3})+\s)(?P<code>\d+(?:\.\d+)+)\s+|(?P<bullet>[-–•])\s*"
    r"|\(?(?P<mark>\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[A-Za-z])(?P<sign>[.)])\s*(?=\S)"
)
_RANKS: Final = (
    (re.compile(r"[IVXLC]+|[A-Z]"), 0),
    (re.compile(r"\d+"), 1),
    (re.compile(r"[a-z]"), 10),
    (re.compile(r"[-–•]"), 12),
)
_NUMBERED_PART: Final = 11
"""`1)` below `a.`; codes such as `1.2` stand between plain numbers and letters, by their parts."""

NO_FIGURES: Final = (*BESIDE, "arah", "kategori")


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A row that heads others: its name, its unit, and how many rows stand below it."""

    title: str
    unit: str
    count: int


class HeadingRows:
    """The heading rows of a table, and the rows below each."""

    def __init__(self, rows: Sequence[SheetRow], columns: Mapping[int, Heading]) -> None:
        self._columns = columns
        self.has_groups = any(heading.what == "sasaran" for heading in columns.values())
        self.headings: dict[int, HeadingRow] = {}
        """By line."""

        self.above: dict[int, HeadingRow] = {}
        """The heading of a row, by the line of the row."""

        filled = [row for row in rows if row.cells]
        for at, row in enumerate(filled):
            self._look(row, filled[at + 1 :])

    def _look(self, row: SheetRow, below: Sequence[SheetRow]) -> None:
        title = self._text(row, "indikator")
        if not title or stated_level(title) or row.line in self.above or self._has_figures(row):
            return
        children = self._children(row, below)
        if children:
            heading = HeadingRow(clean_title(title).rstrip(": "), self._text(row, "satuan"), len(children))
            self.headings[row.line] = heading
            self.above |= {child.line: heading for child in children}

    def _children(self, row: SheetRow, below: Sequence[SheetRow]) -> list[SheetRow]:
        """The rows right below that are parts of a row: deeper in its numbering, each with figures."""
        own = self._rank(row)
        if own in (None, 0) and not self.has_groups:
            return []  # a line of words alone, or below a capital, may be an objective
        children: list[SheetRow] = []
        is_marked = None
        for child in below:
            if not self._text(child, "indikator") or self._text(child, "sasaran"):
                break
            rank = self._rank(child)
            is_part = own is not None if rank is None else rank > (1 if own is None else own)
            if not (is_part and self._has_figures(child) and is_marked in (None, rank is not None)):
                break
            is_marked = rank is not None  # as the first: one without a mark ends those with marks
            children.append(child)
        return children

    def _has_figures(self, row: SheetRow) -> bool:
        return any(self._what(at) not in NO_FIGURES for at in row.cells)

    def _what(self, column: int) -> str:
        heading = self._columns.get(column)
        return heading.what if heading is not None else "keterangan"

    def _text(self, row: SheetRow, what: str) -> str:
        return next((row.text(at) for at in row.cells if self._what(at) == what), "")

    def _rank(self, row: SheetRow) -> int | None:
        """How deep the number of a row is: in its own column, or before its name."""
        number = self._number(row)
        before = _MARK.match(self._text(row, "indikator").strip())
        if before is not None:
            mark = before["mark"] or before["code"] or before["bullet"]
            return _rank_of(mark, is_part=before["sign"] == ")")
        return _rank_of(number.strip("(.) "), is_part=number.endswith(")")) if number else None

    def _number(self, row: SheetRow) -> str:
        """The number of an indicator; one on the left of an objective in the row is the objective's."""
        group = max((at for at in row.cells if self._what(at) == "sasaran" and row.text(at)), default=-1)
        own = (row.text(at).strip() for at in row.cells if at > group and self._what(at) == "nomor")
        return next(own, "")


def _rank_of(mark: str, *, is_part: bool) -> int | None:
    if re.fullmatch(r"\d+(?:\.\d+)+", mark):
        return 1 + min(mark.count("."), 8)
    if is_part and mark.isdecimal():
        return _NUMBERED_PART
    return next((rank for pattern, rank in _RANKS if pattern.fullmatch(mark)), None)

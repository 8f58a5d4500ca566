"""The rows of an Excel sheet, from its XML as it comes (ECMA-376 18.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sakip_rules.diagnostics import DataError, Place, diagnose, quoted
from sakip_rules.diagnostics.places import whole
from sakip_rules.numbers import grouped
from sakip_rules.sheets.cells import (
    Merged,
    OpenSheet,
    SheetCell,
    SheetRow,
    clean_text,
    gathered,
    must_be_harmless,
)
from sakip_rules.sheets.digits import NoNumberError, shown_digits, stored_number
from sakip_rules.sheets.gate import SheetLimits
from sakip_rules.sheets.number_formats import GENERAL, NumberFormat

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_AREA: Final = re.compile(r"([A-Z]{1,3}[1-9][0-9]{0,6}):([A-Z]{1,3}[1-9][0-9]{0,6})")
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
MERGED: Final = 10_000
"""Merged areas that are remembered."""

_TRUE: Final = ("1", "true")


def read_reference(text: str) -> tuple[int, int] | None:
    """Gives row and column of `AB12`; `None` for what no sheet has."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    row = int(match[2])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


class RowBuilder:
    """Told of the elements of a sheet; makes its rows."""

    def __init__(
        self, sheet: OpenSheet, texts: Sequence[str], formats: Sequence[NumberFormat], limits: SheetLimits
    ) -> None:
        self.sheet = sheet
        self.texts = texts
        self.formats = formats
        self.limits = limits
        self._left = limits.cells
        self._made: list[SheetRow] = []
        self._hidden_to = 0
        self._line, self._hidden, self._cells = 0, False, list[SheetCell]()
        self._column, self._kind, self._style = 0, "n", ""
        self._value: list[str] = []
        self._taking, self._has_formula, self._beside = "", False, 0

    def taken(self) -> list[SheetRow]:
        """Gives the rows that are complete, once."""
        made, self._made = self._made, []
        return made

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        match name:
            case "c":
                self._begin_cell(attributes)
            case "v" | "t":
                self._taking = "" if self._beside else name
            case "f":
                self._has_formula = True
            case "rPh":
                self._beside += 1
            case "row":
                self._begin_row(attributes)
            case "col":
                self._column_range(attributes)
            case "mergeCell":
                self._merged(attributes.get("ref", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        match name:
            case "c":
                self._end_cell()
            case "v" | "t":
                self._taking = ""
            case "rPh":
                self._beside -= 1
            case "row":
                if self._cells:
                    self._made.append(SheetRow(self._line, gathered(self._cells), self._hidden))

    def text(self, text: str) -> None:
        """A stretch of a value."""
        if self._taking:
            self._value.append(text)

    # rows

    def _begin_row(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r", str(self._line + 1))
        line = int(written) if written.isascii() and written.isdecimal() and len(written) < 8 else 0  # noqa: PLR2004 - longer than any row number
        if not self._line < line <= LAST_ROW:
            raise self._disorder(Place(self.sheet.file, max(line, 1), 1, sheet=self.sheet.name))
        self._line, self._column, self._cells = line, 0, []
        self._hidden = attributes.get("hidden") in _TRUE

    def _column_range(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") not in _TRUE:
            return
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if first.isdecimal() and last.isdecimal() and len(first + last) <= 10:  # noqa: PLR2004 - two column numbers
            columns = range(max(int(first), self._hidden_to + 1), min(int(last), LAST_COLUMN) + 1)
            self._hidden_to = max(self._hidden_to, int(last))  # in order, as ECMA-376 18.3.1.13 has them
            self.sheet.hidden_columns.update(columns)

    def _merged(self, area: str) -> None:
        match = _AREA.fullmatch(area)
        ends = [read_reference(end) for end in match.groups()] if match else []
        if None in ends or not ends or len(self.sheet.merged) >= MERGED:
            return
        (top, left), (bottom, right) = ends  # type: ignore[misc]  # none of them is absent
        self.sheet.merged.append(Merged(top, left, bottom, right))

    # cells

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        written = attributes.get("r")
        at = (self._line, self._column + 1) if written is None else read_reference(written)
        if at is None or at[0] != self._line or not self._column < at[1] <= LAST_COLUMN:
            raise self._disorder(
                Place(self.sheet.file, max(self._line, 1), 1, sheet=self.sheet.name), written or ""
            )
        self._left -= 1
        if self._left < 0:
            limit = grouped(self.limits.cells)
            raise DataError([diagnose("file-too-large.sheet", whole(self.sheet.file), limit=limit)])
        self._column = at[1]
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._value, self._has_formula = [], False

    def _end_cell(self) -> None:
        text = "".join(self._value)
        if not text and self._has_formula and self._kind != "str":
            self._cells.append(self._faulty("=", "bad-cell.formula"))
        if not text:
            return
        cell = self._cell(text)
        if cell.text:
            self._cells.append(cell)

    def _cell(self, text: str) -> SheetCell:
        match self._kind:
            case "s":
                return self._plain(self._shared(text))
            case "str" | "inlineStr":
                return self._plain(text)
            case "b":
                return SheetCell("ya" if text.strip() in _TRUE else "tidak", "truth", self._column)
            case "e":
                return self._faulty(text, "bad-cell.error")
            case "d":
                return SheetCell(clean_text(text.strip()), "date", self._column)
            case "n":
                return self._number(text)
        raise self._refused("sheet-syntax.disorder", self._kind)

    def _faulty(self, text: str, fault: str) -> SheetCell:
        return SheetCell(clean_text(text.strip()), "error", self._column, fault=fault)

    def _plain(self, text: str) -> SheetCell:
        cleaned = clean_text(text)
        if not cleaned.isprintable():
            must_be_harmless(cleaned, self._place(cleaned))
        return SheetCell(cleaned, "text", self._column)

    def _shared(self, text: str) -> str:
        index = text.strip()
        if not index.isascii() or not index.isdecimal() or len(index) > 8 or int(index) >= len(self.texts):  # noqa: PLR2004 - longer than any list
            raise self._refused("sheet-syntax.disorder", text)
        return self.texts[int(index)]

    def _number(self, text: str) -> SheetCell:
        try:
            number = stored_number(text)
        except NoNumberError as error:
            return self._faulty(text, f"bad-cell.number-{error.kind}")
        shown = self._format().of(number)
        if shown.date:
            return SheetCell(number, "date", self._column)
        digits = shown_digits(number, None if shown.scaled else shown.places, percent=shown.percent)
        return SheetCell(number, "number", self._column, digits, shown.percent, scaled=shown.scaled)

    def _format(self) -> NumberFormat:
        if not self._style.isascii() or not self._style.isdecimal() or len(self._style) > 8:  # noqa: PLR2004 - as above
            return GENERAL
        index = int(self._style)
        return self.formats[index] if index < len(self.formats) else GENERAL

    def _refused(self, key: str, text: str) -> DataError:
        return DataError([diagnose(key, self._place(clean_text(text)), text=quoted(text))])

    def _place(self, text: str) -> Place:
        return Place(self.sheet.file, self._line, self._column, source=text, sheet=self.sheet.name)

    def _disorder(self, place: Place, text: str = "") -> DataError:
        return DataError([diagnose("sheet-syntax.disorder", place, text=quoted(text))])

"""An OpenDocument sheet (`.ods`), from its XML as it comes (OpenDocument 1.2, part 1, section 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose
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
from sakip_rules.sheets.digits import NoNumberError, is_scaled, places_shown, shown_digits, stored_number
from sakip_rules.sheets.excel_rows import LAST_COLUMN, LAST_ROW, MERGED
from sakip_rules.sheets.gate import SheetLimits
from sakip_rules.sheets.markup import read_markup
from sakip_rules.sheets.packed import Package

CONTENT: Final = "content.xml"
MOST_CELLS: Final = 5_000_000
"""All sheets stand in one part, and are held in memory together."""

ERROR: Final = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:[0-9]{3}")
_REPEATED: Final = re.compile("[1-9][0-9]{0,6}")
_CELLS: Final = ("table-cell", "covered-table-cell")
_HIDDEN: Final = ("collapse", "filter")
_NO_CELLS: Final = ("annotation", "table-source", "shapes", "tracked-changes")
_OTHER_FILE: Final = "'file:"
"""How the table is called that keeps for a formula what stood in another file."""

_BREAKS: Final = ("line-break", "tab")


class _Content:
    """Told of the elements of all sheets; makes the rows of one after the other."""

    def __init__(self, file: str, limits: SheetLimits) -> None:
        self.file = file
        self.sheets: list[OpenSheet] = []
        self.made: list[tuple[OpenSheet, list[SheetRow]]] = []
        self._most = min(limits.cells, MOST_CELLS)
        self._left = self._most
        self._style, self._hidden_styles = "", set[str]()
        self._sheet: OpenSheet | None = None
        self._rows: list[SheetRow] = []
        self._line, self._row_times, self._row_hidden = 0, 1, False
        self._columns, self._column, self._cells = 0, 0, list[SheetCell]()
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        self._beside, self._within, self._taking = 0, 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self._beside or name in _NO_CELLS or attributes.get("name", "").startswith(_OTHER_FILE):
            self._beside += 1
        elif name == "table":
            self._begin_table(attributes)
        elif self._cell is not None:
            self._begin_text(name, attributes)
        elif self._within == 1:
            self._begin_part(name, attributes)
        elif name == "style":
            self._style = attributes.get("name", "") if attributes.get("family") == "table" else ""
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden_styles.add(self._style)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._beside:
            self._beside -= 1
        elif name == "table":
            self._end_table()
        elif name in _CELLS and self._within == 1 and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table-row" and self._within == 1:
            self._end_row()
        elif name == "p":
            self._taking = max(0, self._taking - 1)

    def text(self, text: str) -> None:
        """A stretch of the text that a cell shows."""
        if self._taking and not self._beside:
            self._text.append(text)

    # sheets and rows

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._within += 1
        if self._within != 1:
            return
        hidden = attributes.get("style-name") in self._hidden_styles
        self._sheet = OpenSheet(self.file, attributes.get("name", ""), iter(()), hidden)
        self._rows, self._line, self._columns = [], 0, 0

    def _end_table(self) -> None:
        self._within -= 1
        if self._within == 0 and self._sheet is not None:
            self.sheets.append(self._sheet)
            self.made.append((self._sheet, self._rows))
            self._sheet = None

    def _begin_part(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table-column":
            self._columns_begin(attributes)
        elif name == "table-row":
            self._row_times = _times(attributes.get("number-rows-repeated"))
            self._row_hidden = attributes.get("visibility") in _HIDDEN
            self._line += 1
            self._column, self._cells = 0, []
        elif name in _CELLS:
            self._cell, self._text, self._taking = attributes, [], 0

    def _columns_begin(self, attributes: dict[str, str]) -> None:
        first = self._columns + 1
        self._columns = min(LAST_COLUMN, self._columns + _times(attributes.get("number-columns-repeated")))
        if attributes.get("visibility") in _HIDDEN and self._sheet is not None:
            self._sheet.hidden_columns.update(range(first, self._columns + 1))

    def _end_row(self) -> None:
        first = self._line
        self._line = min(LAST_ROW, self._line + self._row_times - 1)
        if not self._cells:
            return
        self._count((self._row_times - 1) * len(self._cells))
        for line in range(first, self._line + 1):
            self._rows.append(SheetRow(line, gathered(self._cells), self._row_hidden))

    # cells

    def _begin_text(self, name: str, attributes: dict[str, str]) -> None:
        if name == "p":
            self._text += [" "] if self._text else []
            self._taking += 1
        elif name == "s" and self._taking:
            self._text.append(" " * min(_times(attributes.get("c")), 100))
        elif name in _BREAKS and self._taking:
            self._text.append(" ")

    def _end_cell(self, attributes: dict[str, str]) -> None:
        times = _times(attributes.get("number-columns-repeated"))
        cell = self._read(attributes, clean_text("".join(self._text)))
        first = self._column + 1
        self._column = min(LAST_COLUMN, self._column + times)
        self._note_merged(attributes, first)
        if cell is None:
            return
        self._count(self._column - first + 1)
        self._cells += [cell._replace(column=column) for column in range(first, self._column + 1)]

    def _note_merged(self, attributes: dict[str, str], column: int) -> None:
        across, down = (_times(attributes.get(f"number-{kind}-spanned")) for kind in ("columns", "rows"))
        if self._sheet is not None and across * down > 1 and len(self._sheet.merged) < MERGED:
            self._sheet.merged.append(Merged(self._line, column, self._line + down - 1, column + across - 1))

    def _read(self, attributes: dict[str, str], shown: str) -> SheetCell | None:
        kind = attributes.get("value-type", "")
        is_error = attributes.get("calcext:value-type") == "error" or "formula" in attributes
        if is_error and ERROR.fullmatch(shown.strip()):
            return SheetCell(shown.strip(), "error", fault="bad-cell.error")
        match kind:
            case "float" | "percentage" | "currency":
                return self._number(attributes.get("value", ""), shown, percent=kind == "percentage")
            case "boolean":
                return SheetCell("ya" if attributes.get("boolean-value") == "true" else "tidak", "truth")
            case "date" | "time":
                return SheetCell(clean_text(attributes.get(f"{kind}-value", shown)), "date")
        if "formula" in attributes and not kind:
            return SheetCell("=", "error", fault="bad-cell.formula")
        text = clean_text(attributes.get("string-value", shown)) or shown
        if not text.isprintable():
            must_be_harmless(text, self._place(text))
        return SheetCell(text) if text else None

    def _number(self, value: str, shown: str, *, percent: bool) -> SheetCell:
        try:
            number = stored_number(value)
        except NoNumberError as error:
            return SheetCell(clean_text(value), "error", fault=f"bad-cell.number-{error.kind}")
        places = places_shown(number, shown, percent=percent)
        digits = shown_digits(number, places, percent=percent)
        return SheetCell(
            number, "number", 1, digits, percent, scaled=places is None and is_scaled(number, shown)
        )

    def _count(self, cells: int) -> None:
        self._left -= cells
        if self._left < 0:
            limit = grouped(self._most)
            raise DataError([diagnose("file-too-large.sheet", whole(self.file), limit=limit)])

    def _place(self, text: str) -> Place:
        name = self._sheet.name if self._sheet is not None else ""
        return Place(self.file, max(1, self._line), self._column + 1, source=text, sheet=name)


def _times(text: str | None) -> int:
    """How often something is repeated; what is no number means once."""
    return int(text) if text is not None and _REPEATED.fullmatch(text) else 1


class OpenDocument:
    """An open sheet file; all of its sheets stand in one part, which is read as a whole."""

    def __init__(self, path: str, file: str, limits: SheetLimits) -> None:
        self.notes: list[Diagnostic] = []
        content = _Content(file, limits)
        with Package(path, file, limits) as package:
            pieces = package.pieces(CONTENT)
            for _ in read_markup(pieces, content, lambda: package.broken(CONTENT), file, CONTENT):
                pass
        self._made = content.made

    def close(self) -> None:
        """Nothing is open any more."""

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives every sheet, in the order of the file."""
        for sheet, rows in self._made:
            sheet.rows = iter(rows)
            yield sheet

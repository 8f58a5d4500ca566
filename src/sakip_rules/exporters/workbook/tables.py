"""The tables of chapter III as sheets: one sheet for each thing that tables are about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.workbook.colours import BandColours
from sakip_rules.exporters.workbook.names import code_text
from sakip_rules.exporters.workbook.shown import shown_value
from sakip_rules.exporters.workbook.styles import ROW, Style, Styles, breaks, height, number_format, page
from sakip_rules.exporters.workbook.values import held, places_of, plain
from sakip_rules.languages import Language, Pair, say
from sakip_rules.values import Absent, is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import (
        Chapter,
        ChapterCell,
        ChapterColumn,
        ChapterRow,
        ChapterTable,
        TableKey,
    )

SHEETS: Final[dict[TableKey, Pair]] = {
    "indicators": ("Capaian", "Achievement"),
    "years": ("Tahun ke tahun", "Year by year"),
    "end": ("Akhir rencana", "End of plan"),
    "budget": ("Anggaran", "Budget"),
    "efficiency": ("Efisiensi", "Efficiency"),
    "others": ("Nilai lain", "Other values"),
    "records": ("Semua rekaman", "All records"),
}
_TABLE: Final[Pair] = ("Tabel {number}. {title}", "Table {number}. {title}")
_WIDTHS: Final = {"item": 56, "unit": 13, "category": 15, "of": 30, "path": 24, "level": 18}
_NUMBER_WIDTH: Final = 17
STEP: Final = 2
"""So much narrower a name is that stands in by one."""
_YEAR_WIDTH: Final = 12
"""Of one of several years; money of years is as wide as other money."""

_ROW_STYLES: Final[dict[str, Style]] = {"group": "group", "record": "cell", "summary": "summary"}

FormulaOf = Callable[["ChapterCell"], "str | None"]
"""Gives the formula of a cell, where there is one."""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """Where a table came to stand: its sheet, and the row of the sheet for each of its rows."""

    sheet: str
    table: ChapterTable
    rows: tuple[int, ...]


@dataclass(slots=True)
class TableSheets:
    """Writes the tables of a chapter into a workbook: values, or formulas where `formula_of` has one."""

    book: Any
    styles: Styles
    lang: Language
    names: dict[TableKey, str]
    colours: BandColours
    formula_of: FormulaOf = lambda _cell: None
    drawn: list[PlacedTable] = field(default_factory=list)

    def write(self, chapter: Chapter) -> None:
        """Writes all tables, those about the same thing below one another."""
        number = 0
        for key, tables in groupby(chapter.tables, key=lambda table: table.key):
            sheet = self.book.get_worksheet_by_name(self.names[key])
            sheet.write_string(0, 0, plain(chapter.organization), self.styles.get("title"))
            sheet.write_string(1, 0, plain(f"{chapter.title} · {' · '.join(chapter.facts[:-1])}"))
            row, blocks, widths, heads = 3, [], [0], (0, 0)
            for table in tables:
                blocks.append((row, _tall(table)))
                widths = max(widths, list(map(_width, table.columns)), key=sum)
                number += 1
                caption = say(_TABLE, self.lang).format(number=number, title=table.title)
                sheet.write_string(row, 0, plain(caption), self.styles.get("caption"))
                heads = (row + 1, row + 1 + table.has_groups)
                row = self.table(sheet, table, row + 1) + 2
            page(sheet)
            breaks(sheet, widths, blocks, heads)

    def table(self, sheet: Any, table: ChapterTable, row: int) -> int:  # noqa: ANN401 - as above
        """Writes a table from a row on, and gives the row below it."""
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _width(column))
        row = self.heads(sheet, table, row)
        rows = []
        for line in table.rows:
            self.row(sheet, table.columns, line, row)
            sheet.set_row(row, _row_height(table, line))
            rows.append(row)
            row += 1
        self.drawn.append(PlacedTable(sheet.name, table, tuple(rows)))
        return row

    def heads(self, sheet: Any, table: ChapterTable, row: int) -> int:  # noqa: ANN401 - as above
        """Writes the heads of columns; years stand below what they are years of."""
        style = self.styles.get("head")
        sheet.set_row(row, _head_height(table))
        if not table.has_groups:
            for place, column in enumerate(table.columns):
                sheet.write_string(row, place, plain(column.heading), style)
            return row + 1
        for above, places in _common(table.columns):
            first, last = places[0], places[-1]
            if not above:
                for place in places:
                    sheet.merge_range(row, place, row + 1, place, plain(table.columns[place].heading), style)
                continue
            if first == last:
                sheet.write_string(row, first, plain(above), style)
            else:
                sheet.merge_range(row, first, row, last, plain(above), style)
            for place in places:
                sheet.write_string(row + 1, place, plain(table.columns[place].title), style)
        return row + 2

    def row(self, sheet: Any, columns: Sequence[ChapterColumn], line: ChapterRow, row: int) -> None:  # noqa: ANN401 - as above
        """Writes one row."""
        style = _ROW_STYLES[line.kind]
        for place, (column, cell) in enumerate(zip(columns, line.cells, strict=True)):
            indent = line.depth if column.key == "item" else 0
            self.cell(sheet, row, place, cell, style, indent)

    def cell(self, sheet: Any, row: int, place: int, cell: ChapterCell, style: Style, indent: int) -> None:  # noqa: ANN401 - as above; the place of a cell is two numbers
        """Writes one cell: a number as it is computed, shown with its decimals; any other as its text."""
        figure = cell.figure
        if (
            figure is None
            or cell.is_category
            or not (is_number(figure.value) or isinstance(figure.value, Absent))
        ):
            value: Any = plain(cell.text)
            look = self.styles.get(style, indent=indent, middle=place > 0)
        else:
            value = held(shown_value(figure), self.lang)
            places = number_format(places_of(figure, figure.value))
            look = self.styles.get(
                "absent" if isinstance(figure.value, Absent) and style == "cell" else style, places
            )
        if cell.is_category and figure is not None:
            self.colours.add(sheet.name, figure.scale, row, place)
        formula = self.formula_of(cell)
        if formula is not None:
            sheet.write_formula(row, place, f"={formula}", look, value)
        elif isinstance(value, str):
            sheet.write_string(row, place, code_text(value, self.lang), look)
        else:
            sheet.write_number(row, place, value, look)


def _row_height(table: ChapterTable, line: ChapterRow) -> int:
    widths = [_width(column) - STEP * line.depth * (column.key == "item") for column in table.columns]
    return height(zip((cell.text for cell in line.cells), widths, strict=True), bold=line.kind != "record")


def _head_height(table: ChapterTable) -> int:
    return height(
        ((column.title if column.group else column.heading, _width(column)) for column in table.columns),
        bold=True,
    )


def _tall(table: ChapterTable) -> int:
    """How high a table is, with its caption and the rows that part it from the next."""
    return 4 * ROW + _head_height(table) + sum(_row_height(table, line) for line in table.rows)


def _width(column: ChapterColumn) -> int:
    number = _YEAR_WIDTH if column.group and column.unit != "rupiah" else _NUMBER_WIDTH
    return _WIDTHS.get(column.key, number)


def _common(columns: Sequence[ChapterColumn]) -> Iterator[tuple[str, list[int]]]:
    """Gives columns that stand side by side below one head, by their places."""
    places = list(range(len(columns)))
    for above, group in groupby(places, key=lambda place: columns[place].above):
        yield above, list(group)

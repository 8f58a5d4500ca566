"""Lines as sheets: headings, cells with formulas and notes, what a reader may change, how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.workbook.building import HEAD
from sakip_rules.exporters.workbook.cells import category_key
from sakip_rules.exporters.workbook.control import SAME
from sakip_rules.exporters.workbook.grid import CellPlace, column_name
from sakip_rules.exporters.workbook.layout import columns_of
from sakip_rules.exporters.workbook.lines import UPRIGHT
from sakip_rules.exporters.workbook.refusals import CAUSE_WORDS
from sakip_rules.exporters.workbook.styles import (
    ROW,
    Styles,
    breaks,
    height,
    nearly_one_page,
    number_format,
    page,
)
from sakip_rules.exporters.workbook.validation import rule_of
from sakip_rules.exporters.workbook.values import held, places_of, plain
from sakip_rules.exporters.workbook.widths import column_width
from sakip_rules.languages import Language, Pair, say
from sakip_rules.values import Absent, is_number
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.building import LineGroup
    from sakip_rules.exporters.workbook.cells import Content
    from sakip_rules.exporters.workbook.colours import BandColours
    from sakip_rules.exporters.workbook.control import Control
    from sakip_rules.exporters.workbook.layout import LineColumn
    from sakip_rules.exporters.workbook.lines import SheetLine
    from sakip_rules.exporters.workbook.translating import Helpers

_TITLES: Final[tuple[Pair, ...]] = (("Uraian", "Item"), ("Jalur", "Path"), ("Tahun", "Year"))
_TITLE_WIDTHS: Final = (46, 28, 7)
_CONTROL: Final[Pair] = ("Kendali", "Control")
_SAID: Final[Pair] = (
    "Kuning: masukan yang boleh diubah. Lainnya dihitung; bagian rumus ada di kolom terlipat di kanan.",
    "Yellow: inputs that may be changed. All else is computed; parts of formulas are in folded columns.",
)
_HIDDEN: Final[Pair] = (
    "Baris terlipat: tahun yang hanya diberikan untuk rekaman lain.",
    "Folded rows: years that are given for other records only.",
)
_VALUE_NOTE: Final[Pair] = ("Nilai tetap, bukan rumus: {cause}.", "A value, not a formula: {cause}.")
_SOURCE: Final[Pair] = ("Sumber: {document}", "Source: {document}")
_UPRIGHT_HEADS: Final[tuple[Pair, ...]] = (
    ("Uraian", "Item"),
    ("Jalur", "Path"),
    ("Tahun", "Year"),
    ("Angka", "Figure"),
    ("Nilai", "Value"),
    ("Satuan", "Unit"),
)
_UPRIGHT_WIDTHS: Final = (44, 18, 7, 58, 18, 16)
_CATEGORY_WIDTH: Final = 14
_HELPER_WIDTH: Final = 18
_CONTROL_WIDTH: Final = 11
MOST_ON_A4: Final = 240
"""A sheet that is wider is printed on larger paper: it could not be read."""
_LONGEST_NOTE: Final = 1_000


@dataclass(slots=True)
class LineSheets:
    """Writes the lines of groups into their sheets."""

    book: Any
    styles: Styles
    lang: Language
    cells: dict[CellPlace, Content]
    helpers: Helpers
    control: Control
    colours: BandColours

    def write(self, group: LineGroup, columns: Sequence[LineColumn]) -> None:
        """Writes one sheet."""
        sheet = self.book.get_worksheet_by_name(group.sheet.name)
        sheet.write_string(0, 0, plain(group.title), self.styles.get("title"))
        hidden = any(not line.is_given for line in group.lines)
        sheet.write_string(1, 0, say(_SAID, self.lang))
        if hidden:
            sheet.write_string(2, 0, say(_HIDDEN, self.lang))
        if group.upright:
            self.upright(sheet, group)
        else:
            self.flat(sheet, group, columns)
        self.folded(sheet, group)
        sheet.repeat_rows(HEAD - 2, HEAD - 1)
        sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})

    # records side by side

    def flat(self, sheet: Any, group: LineGroup, columns: Sequence[LineColumn]) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
        """Writes lines as rows."""
        last = group.sheet.width - 1
        widths = self.widths(group, columns)
        head, quiet = self.styles.get("head"), self.styles.get("quiet")
        for place, title in enumerate(_TITLES):
            sheet.set_column(place, place, _TITLE_WIDTHS[place])
            sheet.write_string(HEAD - 2, place, say(title, self.lang), head)
            sheet.write_string(HEAD - 1, place, "", quiet)
        for place, column in enumerate(columns, len(_TITLES)):
            sheet.set_column(place, place, widths[place])
            sheet.write_string(HEAD - 2, place, safe(column.title, self.lang), head)
            sheet.write_string(HEAD - 1, place, plain(column.unit or ""), quiet)
        titles = [safe(column.title, self.lang) for column in columns]
        heads = zip(titles, widths[len(_TITLES) :], strict=False)  # behind them may stand the control
        sheet.set_row(HEAD - 2, height(heads, bold=True))
        if group.controlled:
            sheet.set_column(last, last, _CONTROL_WIDTH)
            sheet.write_string(HEAD - 2, last, say(_CONTROL, self.lang), head)
            sheet.write_string(HEAD - 1, last, "", quiet)
        tall = sum(self.line(sheet, line, columns, widths) for line in group.lines)
        page(sheet, wide=sum(widths) > MOST_ON_A4)
        if nearly_one_page(tall, widths):
            sheet.fit_to_pages(1, 1)
        sheet.freeze_panes(HEAD, 1)
        sheet.print_area(0, 0, max(HEAD, group.sheet.rows - 1), last)
        for place, column in enumerate(columns, len(_TITLES)):
            self.validate(sheet, group, column, place)

    def widths(self, group: LineGroup, columns: Sequence[LineColumn]) -> list[int]:
        """Gives the widths of the columns of a sheet."""
        widths = list(_TITLE_WIDTHS)
        for column in columns:
            places = [line.place(column.key) for line in group.lines]
            contents = [self.cells[place] for place in places if place in self.cells]
            widths.append(
                _CATEGORY_WIDTH if column.is_category else column_width(column, contents, self.lang)
            )
        return [*widths, _CONTROL_WIDTH] if group.controlled else widths

    def line(
        self,
        sheet: Any,  # noqa: ANN401 - as above
        line: SheetLine,
        columns: Sequence[LineColumn],
        widths: Sequence[int],
    ) -> int:
        """Writes one row, and gives how high it is on paper."""
        look = self.styles.get("cell")
        sheet.write_string(line.at, 0, plain(line.title), look)
        sheet.write_string(line.at, 1, plain(line.path), self.styles.get("small"))
        if line.shown_year is None:
            sheet.write_blank(line.at, 2, None, look)
        else:
            sheet.write_number(line.at, 2, line.shown_year, self.styles.get("cell", middle=True))
        words = [self.words(line, column.key) for column in columns]
        texts = [line.title, *words]
        tall = height(
            [
                *zip(texts, (widths[0], *widths[len(_TITLES) :]), strict=False),
                (line.path, widths[1] * 5 // 4),
            ]
        )
        sheet.set_row(line.at, tall, None, {} if line.is_given else {"level": 1, "hidden": True})
        for column in columns:
            self.cell(sheet, line, column.key)
        status = self.control.status_of(line)
        if status is not None:
            sheet.write_formula(
                line.at,
                len(widths) - 1,
                f"={status}",
                self.styles.get("cell", middle=True),
                say(SAME, self.lang),
            )
        return tall if line.is_given else 0

    def words(self, line: SheetLine, key: str) -> str:
        """Gives the words that stand in a cell; nothing for a number."""
        content = self.cells.get(line.place(key))
        value = None if content is None else held(content.value, self.lang)
        return value if isinstance(value, str) else ""

    # data: one below another

    def upright(self, sheet: Any, group: LineGroup) -> None:  # noqa: ANN401 - as above
        """Writes lines as blocks, a row for each value."""
        for place, title in enumerate(_UPRIGHT_HEADS):
            sheet.set_column(place, place, _UPRIGHT_WIDTHS[place])
            sheet.write_string(HEAD - 2, place, say(title, self.lang), self.styles.get("head"))
        blocks = [(line.at, self.block(sheet, line)) for line in group.lines]
        page(sheet)
        breaks(sheet, _UPRIGHT_WIDTHS, blocks)
        sheet.freeze_panes(HEAD - 1, 0)
        sheet.print_area(0, 0, max(HEAD, group.sheet.rows - 1), len(_UPRIGHT_HEADS) - 1)

    def block(self, sheet: Any, line: SheetLine) -> int:  # noqa: ANN401 - as above
        """Writes one block: which record and rule, then its values; gives how high it is."""
        look = self.styles.get("group")
        rule = (
            ""
            if line.rule is None
            else f"{safe(line.rule.source.title, self.lang)} ({line.rule.source.reference})"
        )
        said = (plain(line.title), plain(line.path), "", plain(rule), "", "")
        for place, text in enumerate(said):
            sheet.write_string(line.at, place, text, look)
        sheet.write_number(line.at, 2, line.shown_year or 0, self.styles.get("group", middle=True))
        status = self.control.status_of(line)
        if status is not None:
            sheet.write_string(line.at, 3, say(_CONTROL, self.lang), look)
            sheet.write_formula(
                line.at, 4, f"={status}", self.styles.get("group", middle=True), say(SAME, self.lang)
            )
        tall = height(zip(said, _UPRIGHT_WIDTHS, strict=True), bold=True)
        sheet.set_row(line.at, tall)
        tall += ROW
        for column in columns_of(line):
            row = line.at + line.offsets[column.key]
            title = safe(column.title, self.lang)
            sheet.write_string(row, 3, title, self.styles.get("cell"))
            own = height([(title, _UPRIGHT_WIDTHS[3])])
            sheet.set_row(row, own)
            tall += own
            sheet.write_string(row, 5, plain(column.unit or ""), self.styles.get("cell", middle=True))
            self.cell(sheet, line, column.key)
            declared = line.plan.inputs.get(column.key.partition(".")[0])
            if declared is not None:
                options = rule_of(declared, f"{column_name(UPRIGHT)}{row + 1}", self.lang)
                if options is not None:
                    sheet.data_validation(row, UPRIGHT, row, UPRIGHT, options)
        return tall

    # cells

    def cell(self, sheet: Any, line: SheetLine, key: str) -> None:  # noqa: ANN401 - as above
        """Writes one cell, with its note."""
        place = line.place(key)
        content = self.cells.get(place)
        if content is None:
            sheet.write_blank(place.row, place.column, None, self.styles.get("cell"))
            return
        if key == category_key(key.removesuffix("#")) and content.figure is not None:
            self.colours.add(line.sheet.name, content.figure.scale, place.row, place.column)
        value = held(content.value, self.lang)
        look = self.look(content)
        if content.formula is not None:
            sheet.write_formula(
                place.row, place.column, f"={content.formula}", look, "" if value is None else value
            )
        else:
            put(sheet, place, value, look)
        note = self.note(line, key, content)
        if note:
            sheet.write_comment(place.row, place.column, note[:_LONGEST_NOTE])

    def look(self, content: Content) -> Any:  # noqa: ANN401 - as above
        """Gives how a cell looks: its colour says its role, its format the decimals of its number."""
        if is_number(content.value):
            return self.styles.get(content.role, number_format(places_of(content.figure, content.value)))
        if isinstance(content.value, Absent) and content.role == "computed":
            return self.styles.get("absent")
        return self.styles.get(content.role, middle=True)

    def note(self, line: SheetLine, key: str, content: Content) -> str:
        """Gives the note of a cell: why it is no formula, where its datum stands."""
        if content.cause is not None:
            return say(_VALUE_NOTE, self.lang).format(cause=say(CAUSE_WORDS[content.cause], self.lang))
        document = line.documents.get(key) if content.role == "given" else None
        return say(_SOURCE, self.lang).format(document=plain(document)) if document else ""

    def folded(self, sheet: Any, group: LineGroup) -> None:  # noqa: ANN401 - as above
        """Writes the helpers of a sheet behind its columns, folded away."""
        helpers = [
            (line, key, held) for (line, key), held in self.helpers.items() if line.sheet is group.sheet
        ]
        if not helpers:
            return
        first = group.sheet.width
        for key, number in group.sheet.helpers.items():
            sheet.write_string(HEAD - 2, first + number, plain(key)[:200], self.styles.get("helper"))
        options = {"level": 1, "hidden": True}
        sheet.set_column(first, first + len(group.sheet.helpers) - 1, _HELPER_WIDTH, None, options)
        for line, key, (formula, value) in helpers:
            place = line.helper_place(key)
            now = held(value, self.lang)
            look = self.styles.get("helper")
            sheet.write_formula(place.row, place.column, f"={formula}", look, "" if now is None else now)

    def validate(self, sheet: Any, group: LineGroup, column: LineColumn, place: int) -> None:  # noqa: ANN401 - as above
        """Lets a column of inputs take only what they may hold."""
        if not group.lines:
            return
        declared = group.lines[0].plan.inputs.get(column.key.partition(".")[0])
        if declared is None:
            return
        options = rule_of(declared, f"{column_name(place)}{HEAD + 1}", self.lang)
        if options is not None:
            sheet.data_validation(HEAD, place, group.sheet.rows - 1, place, options)


def put(sheet: Any, place: CellPlace, value: object, look: Any) -> None:  # noqa: ANN401 - as above
    """Writes a value that no formula computes."""
    if value is None:
        sheet.write_blank(place.row, place.column, None, look)
    elif isinstance(value, bool):
        sheet.write_boolean(place.row, place.column, value, look)
    elif isinstance(value, str):
        sheet.write_string(place.row, place.column, value, look)
    else:
        sheet.write_number(place.row, place.column, value, look)

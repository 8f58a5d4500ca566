"""The sheet Kendali: every computed figure as it was recorded, beside what its formula gives now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sakip_rules.exporters.workbook.absence import literal
from sakip_rules.exporters.workbook.cells import category_key
from sakip_rules.exporters.workbook.grid import BookSheet, CellPlace, column_name
from sakip_rules.exporters.workbook.names import outward
from sakip_rules.exporters.workbook.shown import shown_formula, shown_value
from sakip_rules.exporters.workbook.styles import Styles, height, number_format, page
from sakip_rules.exporters.workbook.values import held, places_of, plain
from sakip_rules.languages import Language, Pair, say
from sakip_rules.values import Value, is_number
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.building import LineGroup
    from sakip_rules.exporters.workbook.cells import Content
    from sakip_rules.exporters.workbook.lines import SheetLine
    from sakip_rules.results import Figure

NAME: Final[Pair] = ("Kendali", "Control")
ABOUT: Final[Pair] = (
    "Angka yang tercatat di samping hasil rumus",
    "Recorded figures beside what formulas give",
)
SAME: Final[Pair] = ("sama", "same")
DIFFERENT: Final[Pair] = ("BERBEDA", "DIFFERENT")
FIRST: Final = 5
"""The row of the first figure."""
STATUS: Final = 5
"""The column that says whether the two are the same."""
_HEADS: Final[tuple[Pair, ...]] = (
    ("Uraian", "Item"),
    ("Tahun", "Year"),
    ("Angka", "Figure"),
    ("Tercatat", "Recorded"),
    ("Dihitung ulang", "Recomputed"),
    ("Kendali", "Control"),
)
_WIDTHS: Final = (50, 7, 46, 16, 16, 11)
_INTRODUCTION: Final[Pair] = (
    (
        "Tercatat: hasil ketika berkas ini dibuat. Dihitung ulang: hasil rumus sekarang, dibulatkan "
        "seperti ditampilkan. Setelah masukan diubah, yang berbeda adalah akibatnya."
    ),
    (
        "Recorded: results when this file was made. Recomputed: what formulas give now, rounded as shown. "
        "After an input was changed, what differs is the consequence."
    ),
)
_COUNT: Final[Pair] = ("Berbeda:", "Different:")


class Compared(NamedTuple):
    """A figure to compare: what was recorded, and where it is computed."""

    line: SheetLine
    title: str
    recorded: Value | str
    at: CellPlace
    figure: Figure


@dataclass(slots=True)
class Control:
    """The entries of the sheet, and which of its rows belong to a line."""

    lang: Language
    entries: list[Compared] = field(default_factory=list)
    rows: dict[SheetLine, tuple[int, int]] = field(default_factory=dict)

    def add(self, groups: Sequence[LineGroup], cells: dict[CellPlace, Content]) -> None:
        """Adds every figure of the records that a formula computes."""
        for group in groups:
            for line in group.lines:
                if line.year is not None and line.is_given:
                    first = FIRST + len(self.entries)
                    self.entries += self._entries(line, cells)
                    count = FIRST + len(self.entries) - first
                    if count:
                        self.rows[line] = (first, count)

    def _entries(self, line: SheetLine, cells: dict[CellPlace, Content]) -> Iterator[Compared]:
        for key in line.offsets:
            content = cells.get(line.place(key))
            if content is None or content.role not in ("computed", "value") or key.endswith("!"):
                continue
            figure = content.figure
            assert figure is not None  # noqa: S101 - only helpers are computed without one
            title = safe(figure.title, self.lang)
            if key == category_key(figure.name):
                title = f"{title}: {say(('kategori', 'category'), self.lang)}"
                yield Compared(line, title, content.value or "", line.place(key), figure)
            else:
                at = line.place(outward(key) if key in line.shields else key)
                yield Compared(line, title, figure.value, at, figure)

    def status_of(self, line: SheetLine) -> str | None:
        """Gives the formula that says whether all figures of a line are as recorded."""
        if line not in self.rows:
            return None
        first, count = self.rows[line]
        column = column_name(STATUS)
        cells = f"'{say(NAME, self.lang)}'!${column}${first + 1}:${column}${first + count}"
        same, other = say(SAME, self.lang), say(DIFFERENT, self.lang)
        return f'IF(COUNTIF({cells},"{same}")={count},"{same}","{other}")'

    def write(self, sheet: Any, styles: Styles, own: BookSheet) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
        """Writes the sheet."""
        for place, width in enumerate(_WIDTHS):
            sheet.set_column(place, place, width)
            sheet.write_string(FIRST - 1, place, say(_HEADS[place], self.lang), styles.get("head"))
        sheet.write_string(0, 0, say(ABOUT, self.lang), styles.get("title"))
        sheet.merge_range(1, 0, 1, len(_WIDTHS) - 1, say(_INTRODUCTION, self.lang), styles.get("text"))
        sheet.set_row(1, 32)
        column = column_name(STATUS)
        cells = f"{column}{FIRST + 1}:{column}{FIRST + max(len(self.entries), 1)}"
        sheet.write_string(2, STATUS - 1, say(_COUNT, self.lang), styles.get("caption"))
        different = say(DIFFERENT, self.lang)
        sheet.write_formula(2, STATUS, f'=COUNTIF({cells},"{different}")', styles.get("computed", "0"), 0)
        for row, entry in enumerate(self.entries, FIRST):
            self._row(sheet, styles, own, entry, row)
        page(sheet, tall=True)
        sheet.freeze_panes(FIRST, 0)
        sheet.repeat_rows(FIRST - 1)
        if self.entries:
            other = {
                "type": "cell",
                "criteria": "==",
                "value": literal(different),
                "format": styles.get("value"),
            }
            sheet.conditional_format(FIRST, STATUS, FIRST + len(self.entries) - 1, STATUS, other)
            sheet.autofilter(FIRST - 1, 0, FIRST - 1 + len(self.entries), STATUS)

    def _row(self, sheet: Any, styles: Styles, own: BookSheet, entry: Compared, row: int) -> None:  # noqa: ANN401 - as above
        line, figure = entry.line, entry.figure
        texts = (plain(line.title), entry.title)
        sheet.write_string(row, 0, texts[0], styles.get("cell"))
        sheet.write_number(row, 1, line.year, styles.get("cell", middle=True))
        sheet.write_string(row, 2, texts[1], styles.get("cell"))
        sheet.set_row(row, height(zip(texts, (_WIDTHS[0], _WIDTHS[2]), strict=True)))
        value = held(self._recorded(entry), self.lang)
        look = styles.get("cell", number_format(places_of(figure, entry.recorded)))
        writer = (
            sheet.write_string
            if isinstance(value, str)
            else sheet.write_boolean
            if isinstance(value, bool)
            else sheet.write_number
        )
        writer(row, 3, value, look)
        sheet.write_formula(row, 4, f"={self._recomputed(entry, own)}", look, value)
        status = f'IF(E{row + 1}=D{row + 1},"{say(SAME, self.lang)}","{say(DIFFERENT, self.lang)}")'
        sheet.write_formula(row, STATUS, f"={status}", styles.get("cell", middle=True), say(SAME, self.lang))

    def _recorded(self, entry: Compared) -> Value | str:
        return shown_value(entry.figure) if is_number(entry.recorded) else entry.recorded

    def _recomputed(self, entry: Compared, own: BookSheet) -> str:
        text = entry.at.seen_from(own)
        is_category = isinstance(entry.recorded, str)
        return text if is_category else shown_formula(text, entry.figure)

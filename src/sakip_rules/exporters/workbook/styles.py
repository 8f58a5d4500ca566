"""How cells look: one set of formats for every workbook that is written, each made when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

from sakip_rules.exporters.workbook.letters import lines_of

Style = Literal[
    "title",
    "caption",
    "text",
    "head",
    "quiet",
    "cell",
    "small",
    "group",
    "summary",
    "given",
    "fixed",
    "computed",
    "value",
    "helper",
    "absent",
    "link",
    "number",
]
"""What a cell is to its reader."""

_LINE: Final = {"border": 1, "border_color": "#B7C0CC"}
_CELL: Final = {**_LINE, "valign": "top", "text_wrap": True}

LOOKS: Final[dict[Style, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 15, "font_color": "#17375E"},
    "caption": {"bold": True, "font_size": 11, "font_color": "#17375E"},
    "text": {"valign": "top", "text_wrap": True},
    "head": {
        **_LINE,
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "bg_color": "#DCE6F1",
    },
    "quiet": {
        **_LINE,
        "font_color": "#5A6675",
        "font_size": 9,
        "text_wrap": True,
        "align": "center",
        "bg_color": "#F3F6FA",
    },
    "cell": _CELL,
    "small": {**_CELL, "font_size": 8, "font_color": "#5A6675"},
    "group": {**_CELL, "bold": True, "bg_color": "#EEF3F8"},
    "summary": {**_CELL, "bold": True, "top": 2, "top_color": "#17375E"},
    "given": {**_CELL, "bg_color": "#FFF7CC", "locked": False},
    "fixed": {**_CELL, "font_color": "#5A6675"},
    "computed": _CELL,
    "value": {**_CELL, "bg_color": "#F8D7C4"},
    "helper": {**_CELL, "font_color": "#7A8594", "font_size": 9, "text_wrap": False},
    "absent": {**_CELL, "italic": True, "font_color": "#5A6675", "align": "right"},
    "link": {"valign": "top", "font_color": "#1F5FA8", "underline": 1},
    "number": {},
}
"""Yellow is what a reader may change; orange is a value that could not be written as a formula."""


LINE: Final = 13
"""The height of a line of text."""
ROW: Final = 15
"""The height of a row of which nothing is said."""
MOST_LINES: Final = 12
PAPER: Final = (640, 440)
"""What a landscape A4 page surely holds between its margins, in points: fonts differ."""
ABOVE: Final = 50
"""What stands above the first table of a sheet."""
HEADS: Final = 120
"""What stands above the lines of a sheet of lines."""
PRESSED: Final = 125
"""A little more than a page, in percent: it is read as well in letters that are so much smaller."""
A3: Final = 8
A4: Final = 9


def number_format(places: int) -> str:
    """Gives the format of numbers with so many decimals; points and commas are the reader's own."""
    return "#,##0" + ("." + "0" * places if places > 0 else "")


def height(texts: Iterable[tuple[str, int]], *, bold: bool = False) -> int:
    """Gives the height of a row of texts in columns of some widths: not all programs find it themselves."""
    lines = max((lines_of(text, width, bold=bold) for text, width in texts), default=1)
    return LINE * min(lines, MOST_LINES) + ROW - LINE


def page(sheet: Any, *, wide: bool = False, tall: bool = False) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
    """Sets how a sheet is printed: as wide as one page, its name and the page below."""
    if tall:
        sheet.set_portrait()
    else:
        sheet.set_landscape()
    sheet.set_paper(A3 if wide else A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&A&R&P / &N")
    sheet.hide_gridlines(2)


def _scale(widths: Iterable[int]) -> int:
    """The scale, in percent, at which columns fit a page."""
    return min(100, 100 * PAPER[0] // sum(21 * width // 4 + 4 for width in widths))


def nearly_one_page(tall: int, widths: Iterable[int]) -> bool:
    """Says whether rows fill a page and so little of a second one that they are better pressed into it."""
    room = 100 * PAPER[1] // _scale(widths) - HEADS
    return room < tall <= room * PRESSED // 100


def breaks(
    sheet: Any,  # noqa: ANN401 - as above
    widths: Iterable[int],
    blocks: Iterable[tuple[int, int]],
    heads: tuple[int, int] | None = None,
) -> None:
    """Sets a scale at which columns fit a page, and breaks before blocks that would not end on theirs.

    A block is its first row and its height; one that is hardly longer than a page is pressed into it.
    `heads` are the first and last row of the heads of the last block: they are repeated if it is longer
    still. Programs forget breaks of sheets that are only to fit a page.
    """
    found = list(blocks)
    scale = _scale(widths)
    tallest = max((tall for _, tall in found), default=0) + ABOVE
    if tallest * scale <= PAPER[1] * PRESSED:
        scale = min(scale, 100 * PAPER[1] // tallest)
    room, used, rows = 100 * PAPER[1] // scale, ABOVE, []
    for row, tall in found:
        if used + tall > room and used > ABOVE:
            rows.append(row)
            used = 0
        used = (used + tall) % room
    sheet.set_print_scale(scale)
    sheet.set_h_pagebreaks(rows)
    if heads is not None and found and found[-1][1] > room:
        sheet.repeat_rows(*heads)


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
        self._book = book
        self._made: dict[tuple[Style, str, int, bool], Any] = {}

    def get(self, style: Style, number: str = "", indent: int = 0, *, middle: bool = False) -> Any:  # noqa: ANN401 - as above
        """Gives a format; `number` is how it shows numbers, `indent` how far its text stands in."""
        key = (style, number, indent, middle)
        if key not in self._made:
            look = dict(LOOKS[style])
            if number:
                look |= {"num_format": number, "align": "right"}
            if middle:
                look["align"] = "center"
            if indent:
                look["indent"] = indent
                look.setdefault("align", "left")  # without a side no text stands in
            self._made[key] = self._book.add_format(look)
        return self._made[key]

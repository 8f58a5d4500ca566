"""Tables of a document: heads repeated on every page, rows that are not broken, numbers to the right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.exporters.word.xml import element, paragraph, run, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip_rules.markup import Markup

PORTRAIT: Final = 9070
"""Twentieths of a point between the margins of an A4 page."""

LANDSCAPE: Final = 14000
SHORT: Final = 7
"""A table of so many rows below its first one is not parted over two pages."""

_INDENT: Final = 220
_SHADE: Final = "EEF1F4"


@dataclass(frozen=True, slots=True)
class WordCell:
    """What stands in a cell, how it looks, and over how many columns and rows it stands."""

    text: str
    is_number: bool = False
    bold: bool = False
    italic: bool = False
    shaded: bool = False
    depth: int = 0
    columns: int = 1
    rows: str = ""
    """`restart` where a cell begins that goes on below, `continue` where it goes on."""


@dataclass(frozen=True, slots=True)
class WordRow:
    """A row; heads are repeated on every page, and a row that names others stays with the next one."""

    cells: Sequence[WordCell]
    is_head: bool = False
    stays: bool = False


def word_table(rows: Iterable[WordRow], widths: Sequence[int], title: str) -> Markup:
    """Gives a table of a fixed layout; `title` is its alternative text. A short one stays on one page."""
    lines = list(rows)
    last = len(lines) - 1
    whole = [replace(line, stays=line.stays or place < last <= SHORT) for place, line in enumerate(lines)]
    properties = element(
        "w:tblPr",
        value("w:tblStyle", "TabelLaporan"),
        element("w:tblW", w_w=sum(widths), w_type="dxa"),
        element("w:tblLayout", w_type="fixed"),
        element("w:tblLook", w_val="0620", w_firstRow="1", w_noHBand="1", w_noVBand="1"),
        value("w:tblCaption", title),
    )
    grid = element("w:tblGrid", *(element("w:gridCol", w_w=width) for width in widths))
    return element("w:tbl", properties, grid, *(_row(row, widths) for row in whole))


def _row(row: WordRow, widths: Sequence[int]) -> Markup:
    marks = [element("w:cantSplit")] + ([element("w:tblHeader")] if row.is_head else [])
    cells, at = [], 0
    for cell in row.cells:
        cells.append(_cell(cell, sum(widths[at : at + cell.columns]), stays=row.stays or row.is_head))
        at += cell.columns
    return element("w:tr", element("w:trPr", *marks), *cells)


def _cell(cell: WordCell, width: int, *, stays: bool) -> Markup:
    spans = [value("w:gridSpan", cell.columns)] if cell.columns > 1 else []
    spans += [value("w:vMerge", cell.rows)] if cell.rows else []
    shade = [element("w:shd", w_val="clear", w_color="auto", w_fill=_SHADE)] if cell.shaded else []
    properties = element("w:tcPr", element("w:tcW", w_w=width, w_type="dxa"), *spans, *shade)
    looks = [element("w:keepNext")] if stays else []
    looks += [element("w:ind", w_left=_INDENT * cell.depth)] if cell.depth else []
    looks += [value("w:jc", "right")] if cell.is_number else []
    text = [run(cell.text, bold=cell.bold, italic=cell.italic)] if cell.text else []
    return element("w:tc", properties, paragraph(*text, style="IsiTabel", looks=looks))


class ColumnRoom(NamedTuple):
    """How wide a column has to be so that no word is broken, and how wide so that no line is."""

    least: int
    whole: int


def fitted(columns: Sequence[ColumnRoom], flexible: int) -> tuple[list[int], bool]:
    """Gives widths of columns that fill a page, and whether it has to lie on its side.

    Columns get what they need for words, then, the smallest wish first, for lines; one takes what is left.
    Columns that are too many for any page get narrower together.
    """
    least = [column.least for column in columns]
    is_wide = sum(least) > PORTRAIT
    room = LANDSCAPE if is_wide else PORTRAIT
    if sum(least) > room:
        return [width * room // sum(least) for width in least], is_wide
    widths, left = list(least), room - sum(least)
    wishes = [(max(column.whole - column.least, 0), place) for place, column in enumerate(columns)]
    for wish, place in sorted(wishes):
        more = min(wish, left) if place != flexible else 0
        widths[place] += more
        left -= more
    widths[flexible] += left
    return widths, is_wide

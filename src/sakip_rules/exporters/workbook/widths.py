"""How wide columns of figures are: for what they hold, with room for more, and the words of their heads."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.workbook.letters import lines_of
from sakip_rules.exporters.workbook.values import held, places_of
from sakip_rules.languages import Language
from sakip_rules.values import is_number
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.cells import Content
    from sakip_rules.exporters.workbook.layout import LineColumn

LEAST: Final = 10
MOST: Final = 20
ROOM: Final = 3
"""Another input may have so many more digits, with their marks."""

TEXT: Final = 15
"""Of a column of words: they go on in the next line."""


def column_width(column: LineColumn, contents: Iterable[Content], lang: Language) -> int:
    """Gives the width of a column: a number is not cut off, a word of its head is not broken."""
    widths = [LEAST, *(_width(content, lang) for content in contents)]
    words = safe(column.title, lang).split()
    head = next(width for width in range(LEAST, MOST + 1) if width == MOST or _holds(words, width))
    return max(min(max(widths), MOST), head)


def _holds(words: list[str], width: int) -> bool:
    return all(lines_of(word, width, bold=True) == 1 for word in words)


def _width(content: Content, lang: Language) -> int:
    value = held(content.value, lang)
    if is_number(content.value) and isinstance(value, Decimal):
        return len(f"{value:,.{places_of(content.figure, content.value)}f}") + ROOM
    return min(TEXT, len(str(value or "")))

"""An audit as a Word document: the counts, then findings cause by cause, consequences under their error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.paper import (
    COUNTS,
    EXPLAINED,
    HEADS,
    TITLE,
    WARNINGS,
    basis,
    counted_rows,
    filed_tables,
    warned,
)
from sakip_rules.exporters.audit.words import counted
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.word.document import WordDocument
from sakip_rules.exporters.word.tables import LANDSCAPE, WordCell, WordRow, word_table
from sakip_rules.languages import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip_rules.audit import Audit
    from sakip_rules.exporters.audit.paper import FiledRow

_WIDTHS: Final = (700, 4000, 1500, 1500, 3500, LANDSCAPE - 11200)
_COUNTS: Final = (4000, 2000)
_NUMBERS: Final = (2, 3)
"""The places of the columns that hold values."""


def export(audit: Audit, look: Look) -> bytes:
    """Gives an audit as a Word document."""
    lang = look.lang
    document = WordDocument(f"{say(TITLE, lang)}: {audit.report}", "", lang)
    document.turn(is_wide=True)
    document.text(say(TITLE, lang), style="Title")
    document.text(audit.report, style="Subtitle")
    if facts := basis(audit, lang):
        document.text(facts, style="Subtitle")
    document.gap()
    document.text(f"{counted(audit, lang)}.")
    rows = [_head([say(head, lang) for head in COUNTS], (1,)), *_counts(counted_rows(audit, lang))]
    document.table(word_table(rows, _COUNTS, say(TITLE, lang)))
    document.text(say(EXPLAINED, lang))
    heads = _head([say(head, lang) for head in HEADS], _NUMBERS)
    for table in filed_tables(audit, lang):
        document.heading(table.heading)
        document.table(word_table([heads, *map(_row, table.rows)], _WIDTHS, table.heading))
    told = warned(audit, lang)
    if told:
        document.heading(say(WARNINGS, lang))
    for warning in told:
        document.text(warning)
    return document.to_bytes()


def _head(heads: Sequence[str], numbers: Sequence[int]) -> WordRow:
    cells = [
        WordCell(head, is_number=place in numbers, bold=True, shaded=True) for place, head in enumerate(heads)
    ]
    return WordRow(cells, is_head=True)


def _counts(counts: Iterable[tuple[str, str]]) -> list[WordRow]:
    return [WordRow([WordCell(words), WordCell(count, is_number=True)]) for words, count in counts]


def _row(row: FiledRow) -> WordRow:
    """A finding; a consequence stands a little further in."""
    depth = int(row.is_consequence)
    cells = [
        WordCell(
            text, is_number=place in _NUMBERS, depth=depth if place == 1 else 0, italic=row.is_consequence
        )
        for place, text in enumerate(row.cells)
    ]
    return WordRow(cells)

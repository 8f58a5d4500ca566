"""Tables in Markdown: marks of emphasis and line breaks around the words of cells, which nobody means."""

from __future__ import annotations

import dataclasses
import re
from typing import Final

from sakip_rules.sheets import Sheet, SheetCell, SheetRow

_RULE: Final = re.compile(r":?-{2,}:?")
_EMPHASIS: Final = re.compile(r"(?P<mark>\*{1,3}|_{1,3}|`)(?P<inside>[^*_`].*?)(?P=mark)")
_KINDS: Final = 3
"""Words are bold, italic and code at once, and nothing else."""
_BREAK: Final = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)


def is_rule(row: SheetRow) -> bool:
    """Says whether a row only parts heads from rows: `|---|--:|`."""
    return bool(row.cells) and all(_RULE.fullmatch(row.text(at)) for at in row.cells)


def plain(sheet: Sheet) -> Sheet:
    """Gives a sheet without the marks of Markdown, where its table is one."""
    if not any(is_rule(row) for row in sheet.rows):
        return sheet
    rows = tuple(
        row._replace(cells={at: _bare(cell) for at, cell in row.cells.items()}) for row in sheet.rows
    )
    return dataclasses.replace(sheet, rows=rows)


def _bare(cell: SheetCell) -> SheetCell:
    text = _BREAK.sub(" ", cell.text).strip()
    for _ in range(_KINDS):
        match = _EMPHASIS.fullmatch(text)
        text = match["inside"].strip() if match is not None else text
    return cell._replace(text=text)

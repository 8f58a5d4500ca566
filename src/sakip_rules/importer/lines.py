"""Lines of words between the rows of a table that name nothing: remarks, and what belongs to a page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from sakip_rules.sheets import SheetRow

_FOOT: Final = re.compile(r"\*|sumber\b|catatan\b|keterangan\b|ket\b|ket\.", re.IGNORECASE)
_PAGE: Final = re.compile(
    r"\b(?:hal|halaman|page)\b\.?\s*\d+|\btabel\s+[\d.]+|^lanjutan\b|\(lanjutan\)|\d\s*\|\s*page"
    r"|\|\s*\d{1,3}$|^bab\s+(?:[ivx]+|\d)\b",
    re.IGNORECASE,
)
"""What a copy of pages has between the rows: their numbers, and titles of tables."""


def is_remark(row: SheetRow, text: str, above: Sequence[SheetRow]) -> bool:
    """Says whether a line is a footnote, or of a page: its number, or a title that stands above."""
    texts = [row.text(at) for at in sorted(row.cells)]
    titles = [[line.text(at) for at in sorted(line.cells)] for line in above]
    return bool(_FOOT.match(text)) or texts in titles or any(_PAGE.search(one) for one in texts)

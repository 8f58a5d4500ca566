"""Lines of words that name nothing."""

from __future__ import annotations

import pytest

from sakip_rules.importer.lines import is_remark
from sakip_rules.sheets import SheetCell, SheetRow


def row(text: str) -> SheetRow:
    """A line of one cell."""
    return SheetRow(9, {1: SheetCell(text)})


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("*) angka sementara", True),
        ("Sumber: BPS", True),
        ("hal 3", True),
        ("Laporan Kinerja 2021 | 23", True),
        ("BAB III AKUNTABILITAS KINERJA", True),
        ("Tabel 3.1 (lanjutan)", True),
        ("LAPORAN KINERJA", True),
        ("Meningkatnya pendidikan lanjutan", False),
    ],
)
def test_footnotes_and_pages(text: str, is_one: bool) -> None:
    """A title that is repeated on each page belongs to the page."""
    assert is_remark(row(text), text, [row("LAPORAN KINERJA")]) is is_one

"""Cells: their text on one line, and their place."""

from __future__ import annotations

import pytest

from sakip_rules import DataError
from sakip_rules.diagnostics import Place
from sakip_rules.sheets import Sheet, SheetCell, SheetRow
from sakip_rules.sheets.cells import clean_text, must_be_harmless


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("biasa", "biasa"),
        ("satu\r\ndua\ttiga", "satu dua tiga"),
        ("per\u00adsen\u200b", "persen"),
        ("29,42\u00a0%", "29,42 %"),
        ("\ufeffNo", "No"),
    ],
)
def test_a_text_stands_on_one_line(text: str, cleaned: str) -> None:
    """Without what a word processor leaves between letters."""
    assert clean_text(text) == cleaned


def test_a_place_is_a_cell_of_a_sheet_or_a_stretch_of_a_line() -> None:
    """Also of a cell that holds nothing."""
    row = SheetRow(7, {3: SheetCell("29,42", column=3, start=5)}, source="a;;29,42")
    assert Sheet("a.xlsx", "Data 1", (row,)).place(row, 3).within == "'Data 1'!C7"
    assert Sheet("a.xlsx", "Data", (row,)).place(row, 4).within == "Data!D7"
    assert Sheet("a.csv", "", (row,)).place(row, 3).within == "7:5"
    assert Sheet("a.csv", "", (row,)).place(row, 4).within == "7:8"


def test_only_what_steers_is_refused() -> None:
    """Letters of any alphabet are harmless."""
    must_be_harmless("Kesejahteraan – ﷼ 中", Place("a"))
    with pytest.raises(DataError, match="control-character"):
        must_be_harmless("a\u202eb", Place("a"))

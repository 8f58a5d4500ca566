"""How wide columns are."""

from __future__ import annotations

from fractions import Fraction

from sakip_rules.exporters.workbook.cells import Content
from sakip_rules.exporters.workbook.layout import LineColumn
from sakip_rules.exporters.workbook.widths import LEAST, MOST, TEXT, column_width


def width(title: str, *values: Fraction | str | None) -> int:
    """The width of a column with this title and these values."""
    contents = [Content(value, "given") for value in values]
    return column_width(LineColumn("x", (title, title)), contents, "id")


def test_numbers_have_room_for_more_digits() -> None:
    """`2,206,660,364` is thirteen signs long, and shown whole where three more come."""
    assert width("Pagu", Fraction(2_206_660_364)) == 16
    assert width("Pagu", Fraction(5)) == width("Pagu", None) == width("Pagu") == LEAST
    assert width("Pagu", Fraction(10**15 - 1)) == MOST


def test_words_go_on_in_the_next_line() -> None:
    """Only the words of a head are not broken."""
    assert width("Arah", "makin tinggi makin baik") == TEXT
    assert width("Perbandingan") > width("Arah")

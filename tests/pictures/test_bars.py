"""Bars to one scale."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pictures.bars import LONGEST, Bar, BarGroup, bar_picture, cut

VALUES = st.fractions(min_value=0, max_value=200, max_denominator=100)


def widths(values: list[Fraction | None]) -> list[float]:
    """How long the bars of values are drawn."""
    groups = [BarGroup("baris", [Bar(value, "angka")]) for value in values]
    drawn = bar_picture("gambar", groups, "judul", "isi")
    return [float(width) for width in re.findall(r'<rect[^>]* width="([0-9.]+)"', drawn)]


@given(VALUES, VALUES)
def test_bars_are_as_long_as_their_values(one: Fraction, other: Fraction) -> None:
    """The longer bar is that of the larger value, in the same proportion, to a unit of the drawing."""
    first, second, whole = widths([one, other, Fraction(100)])
    assert abs(first - float(one) / 100 * whole) <= 1
    assert abs(second - float(other) / 100 * whole) <= 1


def test_a_bar_that_is_too_long_goes_on_with_an_arrow() -> None:
    """451 per cent is drawn to the edge, and its number says how much it is."""
    drawn = bar_picture("gambar", [BarGroup("IKU", [Bar(Fraction(451), "451,09")])], "judul", "isi")
    assert drawn.count("<polygon") == 1
    assert ">451,09<" in drawn


def test_a_value_that_is_not_there_has_no_bar() -> None:
    """Its words stand where the bar would begin."""
    drawn = bar_picture("gambar", [BarGroup("KS", [Bar(None, "tidak berlaku")])], "judul", "isi")
    assert "<rect" not in drawn
    assert ">tidak berlaku<" in drawn


def test_long_labels_are_cut() -> None:
    """So that they end within the picture."""
    assert cut("x" * LONGEST) == "x" * LONGEST
    assert len(cut("x" * 100)) == LONGEST

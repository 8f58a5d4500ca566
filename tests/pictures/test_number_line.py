"""Intervals on a line of numbers."""

from fractions import Fraction

from tests.pages.seen import Page, words

from sakip_rules.pictures.number_line import Segment, Strip, axis_of, picture
from sakip_rules.scales import Span


def drawn(*segments: Segment) -> str:
    """A picture of segments from 0 to 10."""
    axis = axis_of(Fraction(0), Fraction(10))
    return picture([Strip("Judul", segments, axis, [(Fraction(5), "5")])], "Skala", "A di bawah 5")


def test_an_end_that_is_in_is_filled_and_the_other_hollow() -> None:
    """At the place of its number; an interval without an end is an arrow."""
    svg = drawn(Segment(Span(None, low_closed=False, high=Fraction(5), high_closed=False), "A", "123456"))
    assert 'class="end end--out" style="--band:#123456"' in svg
    assert 'cx="180"' in svg
    assert svg.count("<polygon") == 1
    closed = drawn(
        Segment(Span(Fraction(5), low_closed=True, high=Fraction(5), high_closed=True), "A", "123456")
    )
    assert closed.count('class="end end--in"') == 2
    assert 'class="segment"' not in closed


def test_a_hole_is_hatched() -> None:
    """It has neither ends nor an arrow."""
    svg = drawn(Segment(Span(Fraction(2), high=Fraction(3)), "", None))
    assert 'class="hole"' in svg
    assert "<circle" not in svg
    assert "<polygon" not in svg


def test_the_picture_tells_itself() -> None:
    """To those who do not see it: a title and a description, named by their ids."""
    svg = drawn(Segment(Span(Fraction(20)), "jauh", "123456"))
    assert words(svg) == "Skala A di bawah 5 Judul 5"
    assert {"gambar-judul", "gambar-isi"} <= set(Page(svg).ids)
    assert 'role="img"' in svg

"""A scale drawn to scale."""

import re
from fractions import Fraction

import pytest
from tests.pages.seen import words

from sakip_rules import Catalogue
from sakip_rules.links.shapes import scale_of
from sakip_rules.models import ScaleRule
from sakip_rules.pictures.scale import PALETTE, colour, differing, printed_parts, scale_picture
from sakip_rules.scales import Band, Scale, Span

BANDS = (
    Band("Tinggi Sekali", "ST", Span(Fraction(91), low_closed=True)),
    Band("Tinggi", "T", Span(Fraction(51), low_closed=True, high=Fraction(90), high_closed=True)),
    Band("Rendah", "R", Span(None, low_closed=False, high=Fraction(51))),
)
FLOOR, ROUNDED = Scale(BANDS, gaps="lower"), Scale(BANDS, places=0)


def test_scales_that_answer_otherwise_look_otherwise() -> None:
    """Printed they are alike; one has its boundary at 91, the other at 90.5, in the line and enlarged."""
    floor, rounded = scale_picture(FLOOR, "id"), scale_picture(ROUNDED, "id")
    assert "Rendah < 51; Tinggi ≥ 51 dan < 91; Tinggi Sekali ≥ 91 tercetak R T ST 51 90 91" in words(floor)
    assert "yang dihitung R T ST 51 91 tercetak" in words(floor)
    assert "Tinggi ≥ 50,5 dan < 90,5; Tinggi Sekali ≥ 90,5 tercetak" in words(rounded)
    assert "yang dihitung R T ST 50,5 90,5 tercetak" in words(rounded)
    for picture in (floor, rounded):
        assert "tercetak, 89–92" in picture
        assert picture.count('class="hole"') == 2  # printed, and enlarged once more


def test_the_hole_is_enlarged_where_printed_and_computed_differ() -> None:
    """From the last printed number below it to the first above it."""
    parts = printed_parts(FLOOR)
    assert [band.code if band else None for _, band in parts] == ["R", "T", None, "ST"]
    assert differing(parts, parts) == []
    moved = [parts[0], (Span(Fraction(51), low_closed=True, high=Fraction(181, 2)), BANDS[1]), parts[3]]
    assert differing(parts, moved) == [(Fraction(90), Fraction(91))]


def test_what_is_printed_as_computed_is_drawn_once() -> None:
    """Without headings."""
    low, high = Span(None, low_closed=False, high=Fraction(1)), Span(Fraction(1), low_closed=True)
    svg = scale_picture(Scale((Band("A", span=low, color="abcdef"), Band("B", span=high))), "en")
    assert words(svg) == "The scale on a line of numbers A < 1; B ≥ 1 A B 1"
    assert "--band:#abcdef" in svg
    assert colour(Band("B"), 9) == PALETTE[1]


def test_a_scale_that_cannot_be_drawn_has_no_picture() -> None:
    """One band for all numbers has no end to draw; forty cannot be told apart."""
    assert scale_picture(Scale((Band("A", span=Span()),)), "id") == ""
    ends = [Span(Fraction(n), low_closed=True, high=Fraction(n + 1)) for n in range(50)]
    assert scale_picture(Scale(tuple(Band(f"B{span.low}", span=span) for span in ends)), "id") == ""


def scales(bundled: Catalogue) -> list[Scale]:
    """Every bundled scale."""
    return [scale_of(item.rule) for item in bundled.checked.usable if isinstance(item.rule, ScaleRule)]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_bundled_scale_is_drawn(bundled: Catalogue, lang: str) -> None:
    """Nothing lies outside the drawing; a band that takes in numbers has a segment."""
    for scale in scales(bundled):
        svg = scale_picture(scale, lang)  # type: ignore[arg-type]  # a language
        places = [float(number) for number in re.findall(r' (?:x1|x2|cx|x)="([-0-9.]+)"', svg)]
        assert svg
        assert min(places) >= 0
        assert max(places) <= 360

"""What a scale answers along the whole line."""

from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.pages.rule.test_bands import FLOOR, ROUNDED

from sakip_rules.explainer.stretches import Stretch, stretches
from sakip_rules.numbers import Refusal
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.vocabulary import MODES


def told(scale: Scale) -> list[tuple[Fraction | None, bool, Fraction | None, bool, str]]:
    """Each stretch as its ends and its category, or why there is none."""
    return [
        (*(part.span.low, part.span.low_closed, part.span.high, part.span.high_closed), answer(part))
        for part in stretches(scale)
    ]


def answer(part: Stretch) -> str:
    """The category of a stretch, or why it has none."""
    return part.answer.reason if isinstance(part.answer, Refusal) else part.answer.category


def test_a_hole_belongs_to_the_band_that_takes_it() -> None:
    """Printed 76–90 and from 91: all numbers below 91 are of the lower band."""
    assert told(FLOOR) == [(None, False, Fraction(91), False, "T"), (Fraction(91), True, None, False, "ST")]


def test_a_rounding_moves_the_boundary() -> None:
    """Rounded half up to a whole number first, 90.5 is 91."""
    assert told(ROUNDED) == [
        (None, False, Fraction(181, 2), False, "T"),
        (Fraction(181, 2), True, None, False, "ST"),
    ]


def test_what_has_no_band_says_why() -> None:
    """A hole that nothing takes, a point, and what lies outside the domain."""
    point = Band("X", span=Span(Fraction(1), low_closed=True, high=Fraction(1), high_closed=True))
    above = Band("Y", span=Span(Fraction(2), low_closed=False, high=None))
    scale = Scale((point, above), Span(Fraction(0), low_closed=True), gaps="refuse")
    assert told(scale) == [
        (None, False, Fraction(0), False, "outside-domain"),
        (Fraction(0), True, Fraction(1), False, "scale-gap"),
        (Fraction(1), True, Fraction(1), True, "X"),
        (Fraction(1), False, Fraction(2), True, "scale-gap"),
        (Fraction(2), False, None, False, "Y"),
    ]
    assert stretches(Scale((Band("A", span=Span()),)))[0].span == Span()


MODES_OF_ROUNDING = [replace(ROUNDED, places=places, mode=mode) for mode in MODES for places in (-1, 0, 2)]


@given(st.fractions(-5, 100, max_denominator=60), st.sampled_from([FLOOR, *MODES_OF_ROUNDING]))
def test_every_number_lies_in_the_stretch_of_its_answer(x: Fraction, scale: Scale) -> None:
    """In one stretch, and in no other."""
    holding = [part for part in stretches(scale) if part.span.contains(x)]
    assert [part.answer for part in holding] == [scale.classify(x)]

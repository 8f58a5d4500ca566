"""Where the answers of a scale change."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import Refusal, round_to
from sakip_rules.portable.cuts import Cut, cuts_of
from sakip_rules.scales import Band, Scale, Span

ENDS = st.none() | st.fractions(min_value=-3, max_value=3, max_denominator=20)
SPANS = st.builds(Span, ENDS, st.booleans(), ENDS, st.booleans()).filter(lambda span: not span.is_empty())
SCALES = st.builds(
    lambda spans, domain, places, mode, gaps: Scale(
        tuple(Band(str(place), span=span) for place, span in enumerate(spans)), domain, places, mode, gaps
    ),
    st.lists(SPANS, min_size=1, max_size=4),
    SPANS,
    st.sampled_from([None, 0, 1, 2]),
    st.sampled_from(["half_up", "floor", "up"]),
    st.sampled_from([None, "lower", "upper", "refuse"]),
)


def looked_up(cuts: tuple[Cut, ...], x: Fraction) -> int | str:
    """The answer of the last cut that x lies above, as a program without proofs looks it up."""
    reached = [cut for cut in cuts if cut.low is None or x > cut.low or (x == cut.low and not cut.is_open)]
    return reached[-1].answer


@given(SCALES, st.fractions(min_value=-4, max_value=4, max_denominator=60))
def test_a_number_is_looked_up_as_it_is_classified(scale: Scale, x: Fraction) -> None:
    """For every scale, good or not, with rounding or without: once rounded, the cuts give the answer."""
    found = scale.classify(x)
    expected = found.reason if isinstance(found, Refusal) else scale.bands.index(found)
    rounded = x if scale.places is None else round_to(x, scale.places, scale.mode)
    assert looked_up(cuts_of(scale), rounded) == expected


@given(SCALES)
def test_no_cut_is_idle(scale: Scale) -> None:
    """Each changes the answer, from below to above."""
    cuts = cuts_of(scale)
    assert cuts[0][:2] == (None, False)
    assert all(below.answer != above.answer for below, above in pairwise(cuts))
    ends = [(cut.low, cut.is_open) for cut in cuts[1:]]
    assert ends == sorted(set(ends))


def test_the_scale_of_lumajang() -> None:
    """Its four bands, from below."""
    low, middle, high = Fraction(55), Fraction(75), Fraction(100)
    bands = (
        Band("Baik Sekali", span=Span(high)),
        Band("Baik", span=Span(middle, low_closed=False, high=high, high_closed=True)),
        Band("Cukup", span=Span(low, low_closed=True, high=middle, high_closed=True)),
        Band("Kurang", span=Span(high=low)),
    )
    assert cuts_of(Scale(bands)) == (
        (None, False, 3),
        (low, False, 2),
        (middle, True, 1),
        (high, True, 0),
    )


@pytest.mark.parametrize(("places", "number"), [(2, "64.995"), (0, "64.5")])
def test_with_rounding_cuts_are_multiples(places: int, number: str) -> None:
    """The printed ends `64.99 | 65.00` leave no hole; a number is rounded before it is looked up."""
    printed = Span(high=Fraction("64.99"), high_closed=True), Span(Fraction(65), low_closed=True)
    cuts = cuts_of(Scale((Band("K", span=printed[0]), Band("B", span=printed[1])), places=places))
    assert cuts == ((None, False, 0), (Fraction(65), False, 1))
    assert looked_up(cuts, round_to(Fraction(number), places, "half_up")) == 1


def test_a_scale_without_ends_has_one_cut() -> None:
    """Every number is in its band."""
    assert cuts_of(Scale((Band("A", span=Span()),))) == ((None, False, 0),)

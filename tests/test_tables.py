"""Tables: a number for codes, and a number between points."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import Interval
from sakip_rules.tables import Curve, Refusal, Table
from sakip_rules.vocabulary import Outside

BOBOT = Table(
    ("validitas", "kendali"),
    {
        ("exact", "low"): Fraction("1.2"),
        ("exact", "moderate"): Fraction("1.15"),
        ("exact", "high"): None,
        ("proxy", "high"): Fraction("0.9"),
    },
)


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("proxy", "high"), Fraction(9, 10)),
        (("exact", "low"), Fraction(6, 5)),
        (("exact", "high"), Refusal("undefined-cell")),
        (("activity", "high"), Refusal("not-in-table")),
        (("high", "proxy"), Refusal("not-in-table")),
    ],
)
def test_look_up(codes: tuple[str, ...], expected: Fraction | Refusal) -> None:
    """A cell has its number, is undefined, or does not exist; the keys are taken in order."""
    assert BOBOT.look_up(codes) == expected


def curve(outside: Outside) -> Curve:
    """The interpolation of the language's examples."""
    return Curve(
        ((Fraction(0), Fraction(0)), (Fraction(90), Fraction(100)), (Fraction(100), Fraction(120))), outside
    )


@pytest.mark.parametrize(
    ("outside", "x", "expected"),
    [
        ("hold", "95", Fraction(110)),
        ("hold", "105", Fraction(120)),
        ("hold", "-1", Fraction(0)),
        ("hold", "90", Fraction(100)),
        ("extend", "105", Fraction(130)),
        ("extend", "-9", Fraction(-10)),
        ("refuse", "100", Fraction(120)),
        ("refuse", "0", Fraction(0)),
        ("refuse", "1", Fraction(10, 9)),
        ("refuse", "100.0001", Refusal("outside-domain")),
        ("refuse", "-0.0001", Refusal("outside-domain")),
    ],
)
def test_at(outside: Outside, x: str, expected: Fraction | Refusal) -> None:
    """Between points the line, at points their number, beyond the ends what is stated."""
    assert curve(outside).at(Fraction(x)) == expected


def test_beyond_the_ends_nothing_is_known_unless_it_is_stated() -> None:
    """Without a word about it, a number beyond the ends is refused."""
    points = ((Fraction(0), Fraction(0)), (Fraction(2), Fraction(4)))
    assert Curve(points).at(Fraction(3)) == Refusal("outside-domain")


TENT = Curve(((Fraction(0), Fraction(0)), (Fraction(1), Fraction(5)), (Fraction(2), Fraction(0))), "refuse")


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("0.2", "0.4", Interval(Fraction(1), Fraction(2))),
        ("0.8", "1.4", Interval(Fraction(3), Fraction(5))),
        ("1.4", "1.6", Interval(Fraction(2), Fraction(3))),
        ("1", "2", Interval(Fraction(0), Fraction(5))),
        ("-1", "0.5", Refusal("precision")),
        ("1.5", "2.5", Refusal("precision")),
        ("-1", "3", Refusal("precision")),
        ("2", "3", Refusal("precision")),
        ("-1", "0", Refusal("precision")),
        ("3", "4", Refusal("outside-domain")),
        ("-4", "-3", Refusal("outside-domain")),
    ],
)
def test_at_an_interval(low: str, high: str, expected: Interval | Refusal) -> None:
    """An interval gives the lowest and highest number over it, points within it too."""
    assert TENT.at(Interval(Fraction(low), Fraction(high))) == expected


def test_a_level_line_is_exact() -> None:
    """Where the line is level, an approximate value has an exact number."""
    held = curve("hold")
    assert held.at(Interval(Fraction(101), Fraction(102))) == Fraction(120)


xs = st.fractions(min_value=-10, max_value=10, max_denominator=30)


@st.composite
def curves(draw: st.DrawFn) -> Curve:
    """Any curve that does not refuse."""
    knots = sorted(draw(st.sets(xs, min_size=2, max_size=6)))
    return Curve(tuple((x, draw(xs)) for x in knots), draw(st.sampled_from(["hold", "extend"])))


@given(curves(), xs, xs, xs)
def test_an_interval_encloses(drawn: Curve, a: Fraction, b: Fraction, part: Fraction) -> None:
    """The number at any point of an interval lies in the number of the interval."""
    low, high = min(a, b), max(a, b) + 1
    inner = low + (high - low) * abs(part) / 10
    found, at_point = drawn.at(Interval(low, high)), drawn.at(inner)
    assert isinstance(at_point, Fraction)
    if isinstance(found, Interval):
        assert found.low <= at_point <= found.high
    else:
        assert found == at_point


@given(curves())
def test_a_curve_goes_through_its_points(drawn: Curve) -> None:
    """At each point the curve has its number."""
    assert [drawn.at(x) for x, _ in drawn.points] == [y for _, y in drawn.points]

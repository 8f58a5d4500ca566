"""Rounding in six ways, on either side of zero and on both sides of the point."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import Interval, round_number, round_to
from sakip_rules.vocabulary import MODES, Mode

modes = st.sampled_from(MODES)
places_ = st.integers(-9, 12)
fractions = st.fractions(max_denominator=10**6)


# The table of the Python and Java documentation: each mode on ties and beside them.
@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("half_up", [6, 3, 2, 1, 1, -1, -1, -2, -3, -6]),
        ("half_even", [6, 2, 2, 1, 1, -1, -1, -2, -2, -6]),
        ("down", [5, 2, 1, 1, 1, -1, -1, -1, -2, -5]),
        ("up", [6, 3, 2, 2, 1, -1, -2, -2, -3, -6]),
        ("floor", [5, 2, 1, 1, 1, -1, -2, -2, -3, -6]),
        ("ceiling", [6, 3, 2, 2, 1, -1, -1, -1, -2, -5]),
    ],
)
def test_modes(mode: Mode, expected: list[int]) -> None:
    """What each mode does with ties and other numbers."""
    texts = ["5.5", "2.5", "1.6", "1.1", "1.0", "-1.0", "-1.1", "-1.6", "-2.5", "-5.5"]
    assert [round_to(Fraction(text), 0, mode) for text in texts] == expected


def test_every_mode_is_tested() -> None:
    """There are six modes."""
    assert set(MODES) == {"half_up", "half_even", "down", "up", "floor", "ceiling"}
    assert len(MODES) == 6


@pytest.mark.parametrize(
    ("x", "places", "mode", "expected"),
    [
        (Fraction(266787, 426794) * 100, 2, "half_up", "62.51"),
        (Fraction(426794, 541897) * 100, 2, "half_up", "78.76"),
        (Fraction("78.76") / Fraction("29.42") * 100, 2, "half_up", "267.71"),
        (Fraction("78.76") / Fraction("29.42") * 100, 2, "down", "267.70"),
        (Fraction("0.005"), 2, "half_up", "0.01"),
        (Fraction("-0.005"), 2, "half_up", "-0.01"),
        (Fraction("-0.004"), 2, "half_up", "0"),
        (Fraction(1549), -2, "half_up", "1500"),
        (Fraction(1550), -2, "half_up", "1600"),
        (Fraction(1450), -2, "half_even", "1400"),
        (Fraction(-1), -9, "floor", "-1000000000"),
        (Fraction(1, 3), 12, "up", "0.333333333334"),
    ],
)
def test_round_to(x: Fraction, places: int, mode: Mode, expected: str) -> None:
    """Figures of the report and of language 4.3, and places left of the point."""
    assert round_to(x, places, mode) == Fraction(expected)


@given(fractions, places_, modes)
def test_idempotent(x: Fraction, places: int, mode: Mode) -> None:
    """What has been rounded stays."""
    once = round_to(x, places, mode)
    assert all(round_to(once, places, other) == once for other in MODES)


@given(fractions, fractions, places_, modes)
def test_monotone(x: Fraction, y: Fraction, places: int, mode: Mode) -> None:
    """Rounding never changes the order of two numbers."""
    low, high = min(x, y), max(x, y)
    assert round_to(low, places, mode) <= round_to(high, places, mode)


@given(fractions, places_, modes)
def test_close_and_on_the_grid(x: Fraction, places: int, mode: Mode) -> None:
    """The result is a multiple of the unit, less than a unit away, and for the half modes at most half."""
    unit = Fraction(10) ** -places
    rounded = round_to(x, places, mode)
    assert (rounded / unit).denominator == 1
    assert abs(rounded - x) < unit
    if mode.startswith("half"):
        assert abs(rounded - x) * 2 <= unit


@given(fractions, places_)
def test_mirrored(x: Fraction, places: int) -> None:
    """Four modes treat both sides of zero alike; floor and ceiling are each other's mirror."""
    for mode in ("half_up", "half_even", "down", "up"):
        assert round_to(-x, places, mode) == -round_to(x, places, mode)
    assert round_to(-x, places, "floor") == -round_to(x, places, "ceiling")


@given(st.decimals(-(10**15), 10**15, places=14) | st.decimals(-100, 100, places=3), places_, modes)
def test_equals_decimal(x: Decimal, places: int, mode: Mode) -> None:
    """On decimals it is what `decimal.quantize` does."""
    context = decimal.Context(prec=60)
    quantized = x.quantize(Decimal(1).scaleb(-places), f"ROUND_{mode.upper()}", context)
    assert round_to(Fraction(x), places, mode) == Fraction(quantized)


@given(fractions, st.fractions(min_value=Fraction(1, 10**6), max_value=1), places_, modes)
def test_intervals_round_only_if_all_agree(x: Fraction, width: Fraction, places: int, mode: Mode) -> None:
    """An interval rounds to a number if and only if its ends do, and then its middle does too."""
    ends = {round_to(x, places, mode), round_to(x + width, places, mode)}
    result = round_number(Interval(x, x + width), places, mode)
    assert result == (ends.pop() if len(ends) == 1 else None)
    if result is not None:
        assert round_to(x + width / 2, places, mode) == result


def test_an_exact_number_always_rounds() -> None:
    """An exact tie is settled by the mode."""
    assert round_number(Fraction("2.5"), 0, "half_even") == 2

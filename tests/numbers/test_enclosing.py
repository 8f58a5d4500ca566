"""Bounds of limited length: every step is rounded outwards, so the number stays inside."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.numbers.fifty import assert_fifty_digits

from sakip_rules.numbers import Interval
from sakip_rules.numbers.enclosing import Bounds, enclose, integer_power, is_below, neighbours, shorten, times

widths = st.integers(8, 200)
numbers = st.integers(1, 10**80)


def ends(bounds: Bounds) -> tuple[Fraction, Fraction]:
    """The two numbers between which the bounds say that theirs lies."""
    scale = Fraction(2) ** bounds.exponent
    return bounds.low * scale, bounds.high * scale


@given(numbers, st.integers(-100, 100), widths)
def test_shortening_keeps_the_number_inside(n: int, exponent: int, width: int) -> None:
    """The bounds move outwards, and have about the wanted width."""
    short = shorten(Bounds(n, n, exponent), width)
    low, high = ends(short)
    assert low <= n * Fraction(2) ** exponent <= high
    assert short.high.bit_length() <= width + 1


@given(numbers, numbers, widths)
def test_a_product_lies_between_its_bounds(a: int, b: int, width: int) -> None:
    """Whatever is cut off, the product of the numbers is enclosed."""
    low, high = ends(times(Bounds(a, a, 0), Bounds(b, b, 0), width))
    assert low <= a * b <= high


@given(st.integers(1, 10**6), st.integers(0, 60), widths)
def test_a_power_lies_between_its_bounds(base: int, n: int, width: int) -> None:
    """Short multiplications enclose the long result."""
    low, high = ends(integer_power(base, n, width))
    assert low <= base**n <= high


@given(numbers, numbers, st.integers(-20, 20))
def test_an_order_is_said_only_where_the_bounds_settle_it(a: int, b: int, exponent: int) -> None:
    """Exact bounds are ordered as their numbers; equal ones cannot be told apart."""
    one, other = a * Fraction(2) ** exponent, Fraction(b)
    expected = None if one == other else one < other
    assert is_below(Bounds(a, a, exponent), Bounds(b, b, 0)) is expected
    assert is_below(Bounds(1, 3, 0), Bounds(2, 4, 0)) is None


@given(*[st.integers(1, 40)] * 4, st.integers(-4, 4))
def test_bounds_are_ordered_as_all_numbers_between_them(
    a: int, b: int, c: int, d: int, exponent: int
) -> None:
    """Below, if the one ends before the other begins; not below, if it begins after the other's end."""
    one, other = Bounds(min(a, b), max(a, b), exponent), Bounds(min(c, d), max(c, d), 0)
    (low, high), (other_low, other_high) = ends(one), ends(other)
    settled = {True: high < other_low, False: low > other_high}
    assert is_below(one, other) is next((answer for answer, holds in settled.items() if holds), None)


def test_neighbours_are_one_apart_in_the_last_place() -> None:
    """Digits and digits + 1, at a number of places that may be negative."""
    assert neighbours(314, 2) == Interval(Fraction("3.14"), Fraction("3.15"))
    assert neighbours(314, -1) == Interval(Fraction(3140), Fraction(3150))


@given(numbers, st.integers(-3000, 3000))
def test_enclosing_gives_fifty_digits_around_the_number(n: int, exponent: int) -> None:
    """A number that is no 50-digit decimal lies strictly between two neighbouring ones."""
    number = n * Fraction(2) ** exponent
    found = enclose(Bounds(n, n, exponent))
    assert found is not None
    assert assert_fifty_digits(found).low <= number < found.high


@pytest.mark.parametrize("wide", [Bounds(1, 2, 0), Bounds(10**49 - 1, 10**49 + 1, 0)])
def test_bounds_that_are_too_wide_enclose_nothing(wide: Bounds) -> None:
    """Where the ends have other digits, more width is needed."""
    assert enclose(wide) is None


def test_a_first_guess_with_too_few_places_is_mended() -> None:
    """2^300,000 is below 10^90,309, though 300,000 × 0.30103 is not below 90,309."""
    assert 2**300_000 < 10**90_309
    found = enclose(Bounds(1 << 200, 1 << 200, 299_800))
    assert found is not None
    assert found.low < 2**300_000 < found.high
    assert 10**49 <= found.low / (found.high - found.low) < 10**50


@pytest.mark.parametrize("exponent", [*range(60), 500, 1001])
def test_a_power_of_ten_is_the_first_of_its_length(exponent: int) -> None:
    """At 10^k the decimals of 50 digits begin to lie ten times wider; just below it they do not yet."""
    number = Fraction(10) ** exponent
    found = enclose(Bounds(10**exponent, 10**exponent, 0))
    assert found == Interval(number, number + number / 10**49)
    below = enclose(Bounds(10**exponent * 2**300 - 1, 10**exponent * 2**300 - 1, -300))
    assert below == Interval(number - number / 10**50, number)


@pytest.mark.parametrize("exponent", [13301])
def test_long_numbers_are_enclosed_where_their_length_is_guessed_wrongly(exponent: int) -> None:
    """2^k has one digit less than k · 0.30103 says: the logarithm of 2 is a little smaller."""
    number = Fraction(2) ** exponent
    found = enclose(Bounds(1, 1, exponent))
    assert found is not None
    assert assert_fifty_digits(found).low <= number < found.high

"""Logarithms: exact for one, else fifty proved digits."""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.numbers.fifty import assert_fifty_digits

from sakip_rules.numbers import (
    Interval,
    OutsideDomainError,
    PrecisionError,
    TooLargeError,
    ln,
    logarithms,
    negate,
)


# Digits from the On-Line Encyclopedia of Integer Sequences: A002162, A002391, A002392.
@pytest.mark.parametrize(
    ("x", "digits"),
    [
        (2, "0.69314718055994530941723212145817656807550013436025"),
        (3, "1.0986122886681096913952452369225257046474905578227"),
        (10, "2.3025850929940456840179914546843642076011014886287"),
    ],
)
def test_known_logarithms(x: int, digits: str) -> None:
    """The low end is the logarithm cut off after 50 digits, and the inverse has its negative."""
    found = assert_fifty_digits(ln(Fraction(x)))
    assert found.low == Fraction(digits)
    assert ln(Fraction(1, x)) == Interval(-found.high, -found.low)


def test_ln_of_one() -> None:
    """Only the logarithm of one is exact."""
    assert ln(Fraction(1)) == 0


decimals = st.decimals(Decimal("1e-20"), Decimal("1e20"), allow_nan=False)


@given(decimals | st.decimals(Decimal("0.9"), Decimal("1.1"), places=30))
def test_a_logarithm_is_enclosed(x: Decimal) -> None:
    """The logarithm that `Decimal` gives to 80 digits lies between the ends, and so do its neighbours."""
    assume(x != 1)
    found = assert_fifty_digits(ln(Fraction(x)))
    reference = decimal.Context(prec=80).ln(x)
    slack = Fraction(Decimal(1).scaleb(reference.adjusted() - 78))
    assert found.low <= Fraction(reference) - slack or found.low == Fraction(reference)
    assert Fraction(reference) + slack <= found.high


@given(st.fractions(min_value=Fraction(1, 10**9), max_value=10**9))
def test_logarithms_of_fractions(x: Fraction) -> None:
    """ln(p/q) lies between the differences of the ends of ln p and ln q."""
    assume(x != 1)
    found = assert_fifty_digits(ln(x))
    reference = EXACT_80.subtract(EXACT_80.ln(Decimal(x.numerator)), EXACT_80.ln(Decimal(x.denominator)))
    slack = Fraction(1, 10**75)
    assert found.low <= Fraction(reference) + slack
    assert Fraction(reference) - slack <= found.high


EXACT_80 = decimal.Context(prec=80)


@pytest.mark.parametrize("exponent", [100, 5_000, 499_000])
def test_logarithm_very_close_to_one(exponent: int) -> None:
    """Next to one the logarithm keeps its 50 digits: ε - ε²/2 < ln(1 + ε) < ε."""
    epsilon = Fraction(1, 2**exponent)
    found = ln(1 + epsilon)
    assert isinstance(found, Interval)
    assert found.low < epsilon
    assert found.high > epsilon - epsilon**2 / 2
    assert (found.high - found.low) * 10**49 <= abs(found.low)


@pytest.mark.parametrize("places", [100, 1_000, 30_000])
def test_next_to_one_beside_a_decimal(monkeypatch: pytest.MonkeyPatch, places: int) -> None:
    """ln(1 + 10^-n) lies just below 10^-n: that takes many bits, but no ln 2 of as many."""
    monkeypatch.setattr(logarithms, "_ln_two", None)
    epsilon = Fraction(1, 10**places)
    assert ln(1 + epsilon) == Interval(epsilon - epsilon / 10**50, epsilon)
    below = Fraction(1, 10**places - 1)  # 1 / (1 - ε) = 1 + below, and ε < ln of it < below
    assert ln(1 - epsilon) == negate(ln(1 + below))
    assert ln(1 + below) == Interval(epsilon, epsilon + epsilon / 10**49)


@pytest.mark.parametrize("exponent", ["0.5", "1.25", "3"])
def test_a_number_made_to_take_ever_more_bits_is_refused(exponent: str) -> None:
    """e^d to n digits for a decimal d: its logarithm is d but for the last of them."""
    near = [Fraction(decimal.Context(prec=digits).exp(Decimal(exponent))) for digits in (200, 1_500)]
    found = ln(near[0])
    assert isinstance(found, Interval)
    assert Fraction(exponent) in (found.low, found.high)
    with pytest.raises(TooLargeError):
        ln(near[1])


def test_logarithm_of_an_interval() -> None:
    """From the logarithm of the low end to that of the high end, outwards."""
    low, high = ln(Fraction(1, 2)), ln(Fraction(2))
    assert isinstance(low, Interval)
    assert isinstance(high, Interval)
    assert ln(Interval(Fraction(1, 2), Fraction(2))) == Interval(low.low, high.high)
    assert ln(Interval(Fraction(1), Fraction(2))) == Interval(Fraction(0), high.high)


def test_ln_domain() -> None:
    """Zero and what is below have no logarithm; what may be zero cannot be settled."""
    for x in (Fraction(0), Fraction(-1), Interval(Fraction(-1), Fraction(0))):
        with pytest.raises(OutsideDomainError):
            ln(x)
    with pytest.raises(PrecisionError):
        ln(Interval(Fraction(0), Fraction(1)))


@pytest.mark.parametrize("width", [40, 60, 400])
def test_with_however_few_bits_it_begins(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """The digits are proved: too few bits are doubled until they do, and give the same digits."""
    expected = [ln(x) for x in (Fraction(2), Fraction(10**50 + 1, 10**50), Fraction(1, 3))]
    monkeypatch.setattr(logarithms, "FIRST_WIDTH", width)
    assert [ln(x) for x in (Fraction(2), Fraction(10**50 + 1, 10**50), Fraction(1, 3))] == expected


@pytest.mark.parametrize("width", range(166, 174))
def test_with_hardly_enough_bits_no_digit_is_wrong(monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """50 digits are 167 bits: with bounds nearly too wide, a unit too few would show."""
    values = [Fraction(n, below) for n in range(9, 60) for below in (1, 7)]
    expected = [ln(x) for x in values]
    monkeypatch.setattr(logarithms, "FIRST_WIDTH", width)
    assert [ln(x) for x in values] == expected

"""Roots, geometric means and logarithms: exact where they can be, else fifty proved digits."""

from __future__ import annotations

import decimal
import importlib
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.numbers.fifty import assert_fifty_digits

from sakip_rules.numbers import (
    Interval,
    Number,
    OutsideDomainError,
    PrecisionError,
    TooLargeError,
    compare,
    geometric_mean,
    ln,
    power,
    root,
    roots,
    round_number,
)

positive = st.fractions(min_value=Fraction(1, 10**30), max_value=10**30)
degrees = st.integers(2, 100)
EXACT = decimal.Context(prec=10_000, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)


# ---------------------------------------------------------------- roots


@pytest.mark.parametrize(
    ("x", "n", "expected"),
    [
        ("0", 5, "0"),
        ("1", 100, "1"),
        ("4", 2, "2"),
        ("8/27", 3, "2/3"),
        ("0.0625", 4, "0.5"),
        ("1267650600228229401496703205376", 100, "2"),
    ],
)
def test_perfect_powers(x: str, n: int, expected: str) -> None:
    """The root of a perfect power is exact."""
    assert root(Fraction(x), n) == Fraction(expected)


# Digits from the On-Line Encyclopedia of Integer Sequences: A002193, A002163, A002580, A005531.
@pytest.mark.parametrize(
    ("x", "n", "digits"),
    [
        (2, 2, "1.4142135623730950488016887242096980785696718753769"),
        (5, 2, "2.2360679774997896964091736687312762354406183596115"),
        (2, 3, "1.2599210498948731647672106072782283505702514647015"),
        (2, 5, "1.1486983549970350067986269467779275894438508890977"),
    ],
)
def test_known_roots(x: int, n: int, digits: str) -> None:
    """The low end is the root cut off after 50 digits."""
    assert assert_fifty_digits(root(Fraction(x), n)).low == Fraction(digits)


@given(positive, degrees)
def test_a_root_is_enclosed(x: Fraction, n: int) -> None:
    """The n-th powers of the two ends enclose the number."""
    found = root(x, n)
    if isinstance(found, Interval):
        assert_fifty_digits(found)
        assert found.low**n < x < found.high**n
    else:
        assert found**n == x


@settings(max_examples=60)
@given(st.integers(1, 10**400), st.integers(1, 10**400), degrees)
def test_every_perfect_power_is_found(above: int, below: int, n: int) -> None:
    """The n-th root of an n-th power is the base, of any length."""
    assert root(Fraction(above, below * 10**400) ** n, n) == Fraction(above, below * 10**400)


@settings(max_examples=60)
@given(st.integers(2, 10**400), degrees, st.sampled_from([-1, 1]))
def test_beside_a_perfect_power(base: int, n: int, offset: int) -> None:
    """One more or one less than a perfect power has no exact root, however close."""
    found = root(Fraction(base**n + offset, 10 ** (400 * n)), n)
    interval = assert_fifty_digits(found)
    assert interval.low**n < Fraction(base**n + offset, 10 ** (400 * n)) < interval.high**n


@pytest.mark.parametrize("n", [2, 3, 10, 100])
def test_just_below_a_power_of_ten(n: int) -> None:
    """Where the length of the decimals changes, the ends are still neighbours of 50 digits."""
    just_below = Fraction(10) ** (3 * n) - Fraction(1, 10**200)
    assert root(just_below, n) == Interval(1000 - Fraction(1, 10**47), Fraction(1000))
    just_above = Fraction(10) ** (3 * n) + Fraction(1, 10**200)
    assert root(just_above, n) == Interval(Fraction(1000), 1000 + Fraction(1, 10**46))


def test_root_of_an_interval() -> None:
    """From the root of the low end to the root of the high end, both outwards; exact ends stay."""
    found = root(Interval(Fraction(2), Fraction(9)), 2)
    exact_two = root(Fraction(2), 2)
    assert isinstance(exact_two, Interval)
    assert found == Interval(exact_two.low, Fraction(3))


def test_root_domain() -> None:
    """A number below zero has no root; one that may be below zero cannot be settled."""
    with pytest.raises(OutsideDomainError):
        root(Fraction(-1), 3)
    with pytest.raises(OutsideDomainError):
        root(Interval(Fraction(-2), Fraction(-1)), 2)
    with pytest.raises(PrecisionError):
        root(Interval(Fraction(-1), Fraction(1)), 2)


def test_a_square_of_a_root_is_not_settled_against_its_number() -> None:
    """root(2)² is compared with 2 honestly, and rounds to 2.00."""
    squared = power(root(Fraction(2), 2), 2)
    assert compare(squared, Fraction(2)) is None
    assert round_number(squared, 2, "half_up") == 2
    assert round_number(squared, 2, "down") is None


# ---------------------------------------------------------------- geometric means


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["2", "8"], "4"), (["5"], "5"), (["0", "7"], "0"), (["1/2", "4", "4"], "2"), (["3"] * 500, "3")],
)
def test_exact_geometric_means(values: list[str], expected: str) -> None:
    """A product that is a perfect power has an exact mean."""
    assert geometric_mean([Fraction(value) for value in values]) == Fraction(expected)


@given(st.lists(positive, min_size=1, max_size=8))
def test_a_geometric_mean_is_enclosed(values: list[Fraction]) -> None:
    """The powers of the ends enclose the product."""
    found, multiplied = geometric_mean(values), Fraction(1)
    for value in values:
        multiplied *= value
    if isinstance(found, Interval):
        assert_fifty_digits(found)
        assert found.low ** len(values) < multiplied < found.high ** len(values)
    else:
        assert found ** len(values) == multiplied


def test_geometric_mean_of_intervals() -> None:
    """An approximate value gives the means of its ends; an exact zero gives zero."""
    wide = Interval(Fraction(2), Fraction(8))
    assert geometric_mean([wide, Fraction(8), Fraction(1)]) == Interval(
        low_end(geometric_mean([Fraction(16)] + [Fraction(1)] * 2)), Fraction(4)
    )
    assert geometric_mean([wide, Fraction(0)]) == 0


def low_end(x: Number) -> Fraction:
    """The low end of an interval."""
    assert isinstance(x, Interval)
    return x.low


def test_geometric_mean_domain() -> None:
    """One number below zero is outside the domain, whatever the product is."""
    with pytest.raises(OutsideDomainError):
        geometric_mean([Fraction(-1), Fraction(-1)])
    with pytest.raises(OutsideDomainError):
        geometric_mean([Interval(Fraction(-1), Fraction(1)), Fraction(-1)])
    with pytest.raises(PrecisionError):
        geometric_mean([Interval(Fraction(-1), Fraction(1))])


def test_geometric_mean_of_many_amounts() -> None:
    """The product of many amounts may be longer than a value: only the mean is one."""
    values = [Fraction(10**12 + i) for i in range(5_000)]
    found = assert_fifty_digits(geometric_mean(values))
    assert 10**12 < found.low < found.high < 10**12 + 4_999
    with pytest.raises(TooLargeError):
        geometric_mean(values * 3)


# ---------------------------------------------------------------- hostile lengths

LONG = 3**315_000


@pytest.mark.slow
@pytest.mark.parametrize("n", [2, 3, 7, 99, 100])
def test_the_longest_numbers(n: int) -> None:
    """Roots and logarithms of the longest values come in time, exact ones and others."""
    for x in (Fraction(1, LONG), Fraction(LONG, LONG + 1), Fraction(2**13_000 - 1), Fraction(LONG - 1, LONG)):
        root(x, n)
        ln(x)


def test_beyond_the_limits() -> None:
    """A longer number than a value may be is refused, not computed."""
    for x in (Fraction(2**13_000), Fraction(1, 2**500_000)):
        with pytest.raises(TooLargeError):
            root(x, 2)
        with pytest.raises(TooLargeError):
            ln(x)


def test_guesses_do_not_depend_on_the_settings_of_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a program has made of the settings of decimal numbers: roots of long numbers are the same."""
    cases = [Fraction(2), Fraction(10**300 + 1), Fraction(1, 10**300 + 1)]
    expected = [root(x, 3) for x in cases]
    with monkeypatch.context() as changed:
        for name, value in (("prec", 5), ("Emax", 9), ("Emin", -9)):
            changed.setattr(decimal.DefaultContext, name, value)
        for signal in (decimal.Inexact, decimal.Subnormal):
            changed.setitem(decimal.DefaultContext.traps, signal, value=True)
        found = [importlib.reload(roots).root(x, 3) for x in cases]
    importlib.reload(roots)
    assert found == expected


@pytest.mark.parametrize("base", [3, 10**50 + 1, 10**100 + 7, 10**400 + 9, 2**1300 - 1])
@pytest.mark.parametrize("n", [2, 3, 7, 100])
def test_long_perfect_powers(base: int, n: int) -> None:
    """However long the base: its power has it as root, and one more than its power has no exact one."""
    scale = 10 ** (max(len(bin(base)) // 3, 1) * n)
    assert root(Fraction(base**n, scale), n) == Fraction(base, 10 ** max(len(bin(base)) // 3, 1))
    assert isinstance(root(Fraction(base**n + 1, scale), n), Interval)


def test_an_interval_that_begins_below_zero_has_no_sure_root() -> None:
    """It may be below zero; one that ends below zero is, whatever stands beside it."""
    around, below = Interval(Fraction(-1), Fraction(1)), Interval(Fraction(-2), Fraction(-1))
    for numbers, error in (([around], PrecisionError), ([around, below], OutsideDomainError)):
        with pytest.raises(error):
            geometric_mean(numbers)
    with pytest.raises(PrecisionError):
        root(around, 2)
    with pytest.raises(OutsideDomainError):
        root(below, 2)

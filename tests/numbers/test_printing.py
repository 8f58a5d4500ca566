"""Numbers as text, of any length, and never with a digit too many."""

from __future__ import annotations

import sys
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import (
    Interval,
    Number,
    decimal_text,
    display_text,
    fraction_text,
    indonesian,
    read_plain,
    root,
    round_to,
    shortest_text,
)

fractions = st.fractions(max_denominator=10**6)


@pytest.mark.parametrize(
    ("x", "places", "expected"),
    [
        (Fraction(2677, 10), 2, "267.70"),
        (Fraction(0), 2, "0.00"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(-1, 200), 2, "-0.01"),
        (Fraction(5, 1000), 2, "0.01"),
        (Fraction(2, 3), 0, "1"),
        (Fraction(-12345), 1, "-12345.0"),
        (Fraction(1549), -2, "1500"),
        (Fraction(49), -2, "0"),
        (Fraction(-49), -2, "0"),
        (Fraction(1, 3), 12, "0.333333333333"),
    ],
)
def test_decimal_text(x: Fraction, places: int, expected: str) -> None:
    """Exactly so many decimals, half up, and no negative zero."""
    assert decimal_text(x, places) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (Fraction("29.42"), "29.42"),
        (Fraction("267.70"), "267.7"),
        (Fraction(1000), "1000"),
        (Fraction(-1, 8), "-0.125"),
        (Fraction(1, 5**30), "0." + str(2**30).zfill(30)),
        (Fraction(1, 3), None),
        (Fraction(1, 2 * 3 * 5), None),
        (Fraction(0), "0"),
    ],
)
def test_shortest_text(x: Fraction, expected: str | None) -> None:
    """The shortest decimal that is the number, if one is."""
    assert shortest_text(x) == expected


@pytest.mark.parametrize(
    ("x", "expected"),
    [
        (Fraction(133393500, 2133970), "13339350/213397"),
        (Fraction(-6, 4), "-3/2"),
        (Fraction(8, 4), "2"),
        (Fraction(0), "0"),
    ],
)
def test_fraction_text(x: Fraction, expected: str) -> None:
    """In lowest terms, an integer alone."""
    assert fraction_text(x) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1234567.89", "1.234.567,89"),
        ("-1234.5", "-1.234,5"),
        ("123", "123"),
        ("1000", "1.000"),
        ("0.1234", "0,1234"),
        ("-12", "-12"),
    ],
)
def test_indonesian(text: str, expected: str) -> None:
    """Dots between thousands, a comma before decimals, and none within them."""
    assert indonesian(text) == expected


@pytest.mark.parametrize(
    ("x", "places", "expected"),
    [
        (Fraction("29.420"), None, "29.42"),
        (Fraction(1, 3), None, "0.33"),
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(5), 2, "5.00"),
        (root(Fraction(2), 2), 3, "1.414"),
        (root(Fraction(2), 2), None, "1.41"),
        (Interval(Fraction("0.00499"), Fraction("0.00501")), None, "0.01"),
        (Interval(Fraction("-0.00501"), Fraction("-0.00499")), None, "-0.01"),
    ],
)
def test_display_text(x: Number, places: int | None, expected: str) -> None:
    """With stated places; else the shortest text, else two places (language 4.3)."""
    assert display_text(x, places) == expected


@given(fractions, st.integers(0, 15))
def test_what_is_printed_is_the_rounded_number(x: Fraction, places: int) -> None:
    """Reading the text gives the number rounded half up, and the text has so many decimals."""
    text = decimal_text(x, places)
    assert read_plain(text) == round_to(x, places, "half_up")
    assert len(text.partition(".")[2]) == places
    assert not text.startswith("-") or read_plain(text) != 0


@given(st.integers(), st.integers(0, 60), st.integers(0, 60))
def test_shortest_text_is_exact_and_shortest(above: int, twos: int, fives: int) -> None:
    """Reading it gives the number back, and no zero stands at its end after the point."""
    x = Fraction(above, 2**twos * 5**fives)
    text = shortest_text(x)
    assert text is not None
    assert read_plain(text) == x
    assert "." not in text or not text.endswith("0")


@given(st.integers(), st.integers(1, 10**6))
def test_shortest_text_only_for_decimals(above: int, below: int) -> None:
    """There is a text if and only if some power of ten is a multiple of the denominator."""
    x = Fraction(above, below)
    assert (shortest_text(x) is not None) == (10**20 % x.denominator == 0)


@given(st.integers(0, 20_000), st.integers(-2, 2), st.sampled_from([1, -1]))
def test_long_integers(exponent: int, offset: int, sign: int) -> None:
    """Numbers around long powers of ten have the digits that they must have."""
    expected = {
        -2: "9" * (exponent - 1) + "8",
        -1: "9" * exponent,
        0: "1" + "0" * exponent,
        1: "1" + "0" * (exponent - 1) + "1",
        2: "1" + "0" * (exponent - 1) + "2",
    }
    if exponent == 0:
        return
    text = fraction_text(Fraction(sign * (10**exponent + offset)))
    assert text == ("-" if sign < 0 else "") + expected[offset]


def test_numbers_beyond_the_limit_of_python() -> None:
    """The largest value that the language allows prints in time, and the process's own limit stays."""
    before = sys.get_int_max_str_digits()
    text = fraction_text(Fraction(10**150_000 + 7, 3))
    assert text == "1" + "0" * 149_999 + "7/3"
    assert sys.get_int_max_str_digits() == before
    assert decimal_text(Fraction(1, 3), 10_000) == "0." + "3" * 10_000


@pytest.mark.parametrize("first", range(0, 2000, 250))
def test_every_power_of_five_is_known(first: int) -> None:
    """A unit fraction of 5^k has k decimals; of 5^k ± 2, which is no power of five, it has none that end."""
    for k in range(first, first + 250):
        text = shortest_text(Fraction(1, 5**k))
        assert text is not None
        assert len(text.partition(".")[2]) == k
        assert k < 1 or shortest_text(Fraction(1, 5**k + 2)) is None

"""Reading printed digits, and comparing with them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.audit.digits import ending, exact_text, mode_of, read_printed
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval, round_to
from sakip_rules.vocabulary import Mode


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("267.70", "267.7", 2),
        ("267,70", "267.7", 2),
        ("1.234,5", "1234.5", 1),
        ("5.085.713.014", "5085713014", 0),
        ("5085713014.00", "5085713014", 2),
        ("-0.68", "-0.68", 2),
        ("98,80 %", "98.8", 2),
        (" 154 ", "154", 0),
        ("0", "0", 0),
    ],
)
def test_numbers_keep_their_decimals(text: str, number: str, places: int) -> None:
    """A printed number is read as data text is, and its decimals are counted."""
    found = read_printed(text, None, None, "half_up")
    assert found is not None
    assert (found.number, found.places) == (Fraction(number), places)


@pytest.mark.parametrize(
    ("text", "exact", "number", "places"),
    [
        ("1.250", "1250", "1250", 0),
        ("1,250", "1250.4", "1250", 0),
        ("1.250", "1.25", "1.25", 3),
        ("1,250", "1.2509", "1.25", 3),
        ("1.250", "7", "1.25", 3),
    ],
)
def test_of_two_readings_the_better_one_is_meant(text: str, exact: str, number: str, places: int) -> None:
    """Rounded before cut off before neither; of equals the one with decimals; whatever the unit."""
    for unit in (None, "orang", "persen", "rupiah"):
        found = read_printed(text, unit, Fraction(exact), "half_up")
        assert found is not None
        assert (found.number, found.places) == (Fraction(number), places)


@pytest.mark.parametrize("text", ["", "-", "WTP", "A (80,50)", "1e5", "1_000"])
def test_what_is_no_number(text: str) -> None:
    """Words, signs and numbers of other notations are no printed number."""
    assert read_printed(text, None, None, "half_up") is None


@pytest.mark.parametrize(("text", "digits"), [("267.70", 5), ("-0.68", 2), ("0.00", 3), ("0", 1), ("7", 1)])
def test_digits_are_counted_from_the_first_that_is_not_zero(text: str, digits: int) -> None:
    """Zeros in front do not make a number longer; a zero has those that are printed."""
    found = read_printed(text, None, None, "half_up")
    assert found is not None
    assert found.digits == digits


@pytest.mark.parametrize(
    ("value", "printed", "mode", "found"),
    [
        ("281.958", "281.96", "half_up", "rounded"),
        ("281.958", "281.95", "half_up", "cut"),
        ("281.958", "281.95", "down", "rounded"),
        ("281.958", "281.96", "down", None),
        ("281.95", "281.95", "half_up", "rounded"),
        ("-0.819", "-0.81", "half_up", "cut"),
        ("-0.819", "-0.82", "half_up", "rounded"),
        ("-0.004", "-0.00", "half_up", "rounded"),
        ("73.405", "73.41", "half_up", "rounded"),
        ("73.405", "73.40", "half_up", "cut"),
        ("73.405", "73.39", "half_up", None),
        ("154.71", "154", "half_up", "cut"),
    ],
)
def test_endings(value: str, printed: str, mode: Mode, found: str | None) -> None:
    """Rounding comes before cutting, and both are toward or away from zero on either side of it."""
    number = read_printed(printed, None, None, "half_up")
    assert number is not None
    assert ending(Fraction(value), number, mode) == found


def test_an_interval_that_cannot_be_settled_has_no_ending() -> None:
    """An approximate value that could be rounded either way is neither rounded nor cut."""
    number = read_printed("0.5", None, None, "half_up")
    assert number is not None
    assert ending(Interval(Fraction("0.449"), Fraction("0.451")), number, "half_up") is None


@given(st.fractions(-1000, 1000, max_denominator=10**6), st.integers(0, 4))
def test_what_is_printed_as_rounded_is_found_so(value: Fraction, places: int) -> None:
    """Law: the text of a rounded number, read again, is how the number ends."""
    text = f"{round_to(value, places, 'half_up') * 10**places}".zfill(1)
    rounded = Fraction(text) / 10**places
    text = f"{'-' if rounded < 0 else ''}{_decimal(abs(rounded), places)}"
    number = read_printed(text, None, value, "half_up")
    assert number is not None
    assert ending(value, number, "half_up") == "rounded"


def _decimal(value: Fraction, places: int) -> str:
    digits = str(int(value * 10**places)).zfill(places + 1)
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def test_words() -> None:
    """Exact numbers are decimals where they end; no rounding is half up."""
    assert exact_text(Fraction("0.010")) == "0.01"
    assert exact_text(Fraction(300, 7)) == "300/7"
    assert mode_of(None) == "half_up"
    assert mode_of(Rounding(places=2, mode="floor")) == "floor"

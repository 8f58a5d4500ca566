"""Numbers from text, as language 2.1 writes them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import NumberTextError, indonesian, read_number, read_plain

DIGITS_400 = "9" * 400


def kind_of(text: str, *, whole: bool = False, rupiah: bool = False, percent: bool = False) -> str:
    """The kind of error that reading gives."""
    with pytest.raises(NumberTextError) as caught:
        read_number(text, whole=whole, rupiah=rupiah, percent=percent)
    return caught.value.kind


# ---------------------------------------------------------------- rule files


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29.42", Fraction(2942, 100)),
        ("1000", Fraction(1000)),
        ("-3", Fraction(-3)),
        ("-0.5", Fraction(-1, 2)),
        ("007", Fraction(7)),
        ("267.70", Fraction(2677, 10)),
        (DIGITS_400, Fraction(10**400 - 1)),
        ("0." + "0" * 398 + "1", Fraction(1, 10**399)),
    ],
)
def test_read_plain(text: str, expected: Fraction) -> None:
    """Digits, a minus and a decimal point."""
    assert read_plain(text) == expected


NEVER_NUMBERS = [
    "",
    " ",
    "+5",
    ".5",
    "5.",
    "1e3",
    "1E3",
    "1_000",
    "0x10",
    "--5",
    "5-",
    "- 5",
    "1 000",
    "inf",
    "nan",
    "½",
    "²",
    "٣",
    "１２",
    "−5",  # a minus sign, not a hyphen
    "1\u00a0000",
    "l0",
    "O",
    "1.2.3",
    "1\n2",
    "Rp1000",
    "12/5",
    "ya",
]


@pytest.mark.parametrize("text", [*NEVER_NUMBERS, "29,42", "1.234.567", "5%", " 5", "5\n", "9" * 401])
def test_read_plain_refuses(text: str) -> None:
    """Anything else is no number of a rule file, not even a longer one or one with blanks around it."""
    assert read_plain(text) is None


# ---------------------------------------------------------------- data


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29.42", Fraction(2942, 100)),
        ("29,42", Fraction(2942, 100)),
        ("1.234,5", Fraction(12345, 10)),
        ("1234,5", Fraction(12345, 10)),
        ("5.085.713.014", Fraction(5085713014)),
        ("-5.085.713", Fraction(-5085713)),
        ("-1.234.567,89", Fraction(-123456789, 100)),
        ("541897", Fraction(541897)),
        ("541.897", Fraction(541897, 1000)),
        ("1,234", Fraction(1234, 1000)),
        ("  7  ", Fraction(7)),
        ("-0", Fraction(0)),
        (DIGITS_400, Fraction(10**400 - 1)),
        ("-" + DIGITS_400, Fraction(1 - 10**400)),
    ],
)
def test_read_number(text: str, expected: Fraction) -> None:
    """A decimal point, or the Indonesian way; one dot before three digits is a decimal point."""
    assert read_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *NEVER_NUMBERS,
        "1,234,567",
        "1,234.5",
        "12.34.567",
        "1234.567.890",
        "1.23,4",
        "1234.567,8",
        "1,",
        ",5",
        "5%",
        "5 %",
        "#DIV/0!",
    ],
)
def test_not_a_number(text: str) -> None:
    """Anything that is written neither way is refused; a percent sign too, where it is not allowed."""
    assert kind_of(text) == "not-a-number"


@pytest.mark.parametrize(
    "text",
    ["-", "--", "–", "—", "…", "...", "n/a", "N/A", "NA", "#N/A", "Tidak ada", "tidak ada", " - "],
)
def test_absent_sign(text: str) -> None:
    """A sign for nothing asks which absent value it is."""
    assert kind_of(text) == "absent-sign"


@pytest.mark.parametrize("text", ["541.897", "0.500", "-1.000", "123456.789", "007.000"])
def test_ambiguous(text: str) -> None:
    """One dot before exactly three digits is asked about for counts and rupiah, never for other numbers."""
    assert kind_of(text, whole=True) == "ambiguous"
    assert kind_of(text, rupiah=True) == "ambiguous"
    assert read_number(text) == Fraction(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("541897", 541897),
        ("1.541.897", 1541897),
        ("541.897,00", 541897),
        ("12.0", 12),
        ("0", 0),
        ("-0", 0),
    ],
)
def test_counts(text: str, expected: int) -> None:
    """An integer that is not negative, however it is written."""
    assert read_number(text, whole=True) == expected


@pytest.mark.parametrize("text", ["-1", "12.5", "12,5", "1,234", "0.0001"])
def test_not_a_count(text: str) -> None:
    """A count is an integer and not negative."""
    assert kind_of(text, whole=True) == "not-a-count"


def test_rupiah_may_be_negative_and_broken() -> None:
    """Rupiah are a number like any other, but for the one dot."""
    assert read_number("-5.085.713.014,50", rupiah=True) == Fraction(-508571301450, 100)
    assert read_number("1500.25", rupiah=True) == Fraction(150025, 100)


@pytest.mark.parametrize("text", ["78.76%", "78,76 %", " 78.76% "])
def test_percent(text: str) -> None:
    """A trailing percent sign says nothing new where the unit is percent or unknown."""
    assert read_number(text, percent=True) == Fraction(7876, 100)


@pytest.mark.parametrize("text", ["%", "78%%", "%78", "78% 5", "-%"])
def test_only_one_percent_sign_after_a_number(text: str) -> None:
    """The sign stands once, after a number."""
    assert kind_of(text, percent=True) == "not-a-number"


@pytest.mark.parametrize(
    "text", ["9" * 401, "0." + "0" * 400, "1" + ".000" * 134, "0," + "1" * 400, "9" * 1_000_000]
)
def test_too_long(text: str) -> None:
    """More than 400 digits are refused, however they are written."""
    assert kind_of(text) == "too-long"


def test_error_text_is_short() -> None:
    """A hostile text is not repeated whole in the message."""
    with pytest.raises(NumberTextError) as caught:
        read_number("x" * 10_000)
    assert len(str(caught.value)) < 200


@given(st.integers(-(10**30), 10**30), st.integers(0, 12))
def test_the_three_ways_agree(units: int, places: int) -> None:
    """A number written with a point, with a comma, and with thousands dots is the same number."""
    value = Fraction(units, 10**places)
    digits = str(abs(units)).zfill(places + 1)
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    point = ("-" if units < 0 else "") + whole + ("." + decimals if places else "")
    assert read_plain(point) == value
    assert read_number(point) == value
    assert read_number(point.replace(".", ",")) == value
    if places or abs(units) >= 1_000_000:
        assert read_number(indonesian(point)) == value


def outcome(text: str, options: dict[str, bool]) -> Fraction | str:
    """The number, or the kind of error."""
    try:
        return read_number(text, **options)
    except NumberTextError as error:
        return error.kind


@given(st.text(max_size=12) | st.text("0123456789.,-% ", max_size=12))
def test_nothing_but_these_errors(text: str) -> None:
    """Any text is a number or one of the stated errors; an option never changes which number it is."""
    plain = outcome(text, {})
    for option in ("whole", "rupiah", "percent"):
        found = outcome(text, {option: True})
        if isinstance(found, str):
            assert found in {"ambiguous", "absent-sign", "not-a-number", "not-a-count"}
        elif option != "percent" or "%" not in text:
            assert found == plain

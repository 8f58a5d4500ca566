"""Numbers from text, as language 2.1 writes them."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.numbers import (
    NumberFault,
    NumberTextError,
    indonesian,
    read_number,
    read_plain,
    read_printed_number,
    two_readings,
    unmistakable,
)

DIGITS_400 = "9" * 400


def kind_of(text: str, unit: str | None = None, *, whole: bool = False) -> str:
    """The kind of error that reading gives."""
    with pytest.raises(NumberTextError) as caught:
        read_number(text, unit, whole=whole)
    return caught.value.kind


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29.42", Fraction(2942, 100)),
        ("29,42", Fraction(2942, 100)),
        ("1.234,5", Fraction(12345, 10)),
        ("1234,5", Fraction(12345, 10)),
        ("1234.567", Fraction(1234567, 1000)),
        ("0,500", Fraction(1, 2)),
        ("0.250", Fraction(1, 4)),
        ("007.000", Fraction(7)),
        ("5.085.713.014", Fraction(5085713014)),
        ("200,000,000", Fraction(200000000)),
        ("1,234,567.89", Fraction(123456789, 100)),
        ("-5.085.713", Fraction(-5085713)),
        ("−5.085.713", Fraction(-5085713)),
        ("-1.234.567,89", Fraction(-123456789, 100)),
        ("541897", Fraction(541897)),
        ("  7  ", Fraction(7)),
        ("\u00a07\u2009", Fraction(7)),
        ("-0", Fraction(0)),
        (DIGITS_400, Fraction(10**400 - 1)),
        ("-" + DIGITS_400, Fraction(1 - 10**400)),
    ],
)
def test_read_number(text: str, expected: Fraction) -> None:
    """A decimal point, or the Indonesian way; several groups of three are thousands; blanks do not count."""
    assert read_number(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(text for text in NEVER_NUMBERS if text != "−5"),
        "12.34.567",
        "1234.567.890",
        "1.23,4",
        "1234.567,8",
        "1,",
        ",5",
        "1,2,3",
    ],
)
def test_not_a_number(text: str) -> None:
    """Anything that is written neither way is refused."""
    assert kind_of(text) in {
        "not-a-number",
        "spaced",
        "currency",
        "unit-beside",
        "word",
        "exponent",
        "divided",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1 000", "spaced"),
        ("- 5", "spaced"),
        ("Rp1000", "currency"),
        ("5.000,-", "currency"),
        ("232 Org", "unit-beside"),
        ("12 bulan", "unit-beside"),
        ("2,5 juta", "magnitude"),
        ("Rp 3 Miliar", "magnitude"),
        ("29,42*", "footnote"),
        ("29,42 *)", "footnote"),
        ("29.42¹", "footnote"),
        ("29,42a)", "footnote"),
        ("70-80", "range"),
        ("70 – 80", "range"),
        ("70% s.d. 80%", "range"),
        ("(5.085)", "brackets"),
        ("1,234.5", "swapped"),
        ("ya", "word"),
        ("BB", "word"),
        ("sangat baik (A)", "word"),
        ("> 80", "compared"),
        (">=80%", "compared"),
        ("≤ 5", "compared"),
        ("minimal 80", "compared"),
        ("kurang dari 5", "compared"),
        ("± 80", "compared"),
        ("1/2", "divided"),
        ("3 : 4", "divided"),
        ("½", "divided"),
        ("1 ½", "divided"),
        ("12/2020", "date"),
        ("²", "not-a-number"),
        ("2022-01-02", "date"),
        ("01/02/2022", "date"),
        ("2022-01-02 00:00:00", "date"),
        ("2 Januari 2022", "date"),
        ("31 Des", "date"),
        ("1E3", "exponent"),
        ("2,5e+06", "exponent"),
        ("%", "not-a-number"),
        ("78%%", "not-a-number"),
        ("%78", "not-a-number"),
    ],
)
def test_what_stands_in_the_way(text: str, kind: str) -> None:
    """A refusal says what keeps the text from being a number."""
    assert kind_of(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "--",
        "---",
        "n.a",
        "n.a.",
        "–",
        "—",
        "−",
        "…",
        "...",
        "n/a",
        "N/A",
        "NA",
        "t/a",
        "nihil",
        "KOSONG",
        "Tidak ada",
        "belum ada",
        "Belum Ada Data",
        "#N/A",
        "#DIV/0!",
        " - ",
    ],
)
def test_absent_sign(text: str) -> None:
    """A sign for nothing asks which absent value it is, in any case of letters."""
    assert kind_of(text) == "absent-sign"


@pytest.mark.parametrize("text", ["541.897", "541,897", "1.250", "-1.000", "12,345", " 9.154 "])
def test_ambiguous(text: str) -> None:
    """One sign before exactly three digits is asked about, unless the unit is one of small numbers."""
    for unit in (None, "orang", "rupiah", "juta rupiah", "ton"):
        assert kind_of(text, unit) == "ambiguous"
        assert kind_of(text, unit, whole=True) == "ambiguous"
    for unit in ("persen", "poin persen", "rasio", "indeks", "nilai"):
        assert read_number(text, unit) == Fraction(text.strip().replace(",", "."))


@pytest.mark.parametrize("text", ["199.999", "-9.154", "0.125", "1999.999", "12", "1.5"])
def test_an_unmistakable_text_is_read_alike_in_every_unit(text: str) -> None:
    """What is written for people to paste: the number it was, never asked about."""
    assert {read_number(unmistakable(text), unit) for unit in (None, "orang", "persen")} == {Fraction(text)}


@pytest.mark.parametrize(
    ("text", "decimals", "thousands"),
    [("9.154", "9.1540", 9154), ("-541,897", "-541.8970", -541897)],
)
def test_both_readings_of_an_ambiguous_text(text: str, decimals: str, thousands: int) -> None:
    """The two unmistakable spellings read as the two meanings; a printed figure has both, decimals first."""
    assert two_readings(text) == (str(thousands), decimals)
    written = read_printed_number(text, "orang")
    assert [(reading.number, reading.places) for reading in written] == [
        (Fraction(decimals), 3),
        (thousands, 0),
    ]


@pytest.mark.parametrize(
    ("text", "number", "places"),
    [
        ("78,76%", Fraction(7876, 100), 2),
        ("1.234.567", Fraction(1234567), 0),
        ("1.234.567,80", Fraction(12345678, 10), 2),
        ("1,234,567.8", Fraction(12345678, 10), 1),
        ("12", Fraction(12), 0),
        ("1234.500", Fraction(12345, 10), 3),
    ],
)
def test_printed_decimals_are_kept(text: str, number: Fraction, places: int) -> None:
    """A printed figure keeps how many decimals it has, whichever way it is written."""
    (reading,) = read_printed_number(text)
    assert (reading.number, reading.places) == (number, places)


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


@pytest.mark.parametrize("text", ["-1", "12.5", "12,5", "0.0001", "0.500"])
def test_not_a_count(text: str) -> None:
    """A count is an integer and not negative."""
    assert kind_of(text, whole=True) == "not-a-count"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp 5.085.713.014,50", Fraction(508571301450, 100)),
        ("Rp. 1.000,-", Fraction(1000)),
        ("1.000,-", Fraction(1000)),
        ("rp750,-", Fraction(750)),
        ("-Rp 1.000,-", Fraction(-1000)),
        ("Rp -1500.25", Fraction(-150025, 100)),
        ("12.500.000,-", Fraction(12500000)),
    ],
)
def test_rupiah(text: str, expected: Fraction) -> None:
    """`Rp` before and `,-` after an amount say nothing but that the dots before `,-` are thousands."""
    assert read_number(text, "rupiah") == expected


@pytest.mark.parametrize("text", ["Rp", "Rp ,-", ",-", "1.00,-", "1,5,-", "Rp Rp 5"])
def test_no_rupiah(text: str) -> None:
    """What is left without the signs must be a number."""
    assert kind_of(text, "rupiah") in {"not-a-number", "currency"}


@pytest.mark.parametrize("text", ["78.76%", "78,76 %", " 78.76% ", "78,76\u00a0%"])
def test_percent(text: str) -> None:
    """A trailing percent sign says nothing new where the unit is percent or unknown."""
    for unit in ("persen", "poin persen", None):
        assert read_number(text, unit) == Fraction(7876, 100)


def test_a_percent_sign_makes_an_unknown_unit_percent() -> None:
    """So one sign before three digits is then a decimal sign."""
    assert read_number("1,250%") == Fraction(5, 4)


@pytest.mark.parametrize("unit", ["indeks", "rasio", "orang", "rupiah", "juta rupiah"])
def test_a_percent_sign_against_the_unit(unit: str) -> None:
    """Elsewhere the sign contradicts the unit."""
    assert kind_of("28%", unit) == "percent"


@pytest.mark.parametrize(
    "text", ["9" * 401, "0." + "0" * 400, "1" + ".000" * 134, "0," + "1" * 400, "9" * 1_000_000]
)
def test_too_long(text: str) -> None:
    """More than 400 digits are refused, however they are written."""
    assert kind_of(text) == "too-long"


@pytest.mark.parametrize(("length", "kind"), [(399, "brackets"), (400, "brackets"), (401, "not-a-number")])
def test_a_long_text_is_not_looked_into(length: int, kind: str) -> None:
    """What stands in the way is said of texts of up to 400 characters."""
    assert kind_of(f"({'9' * (length - 2)})") == kind


def test_error_text_is_short() -> None:
    """A hostile text is not repeated whole in the message."""
    with pytest.raises(NumberTextError) as caught:
        read_number("x" * 10_000)
    assert len(str(caught.value)) < 200
    assert str(caught.value).startswith("not-a-number: 'xxx")


@given(st.integers(-(10**30), 10**30), st.integers(0, 12))
def test_the_three_ways_agree(units: int, places: int) -> None:
    """A number written with a point, with a comma, and with thousands dots is the same number."""
    value = Fraction(units, 10**places)
    digits = str(abs(units)).zfill(places + 1)
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    point = ("-" if units < 0 else "") + whole + ("." + decimals if places else "")
    assert read_plain(point) == value
    assert read_number(point, "persen") == value
    assert read_number(point.replace(".", ","), "persen") == value
    if places or abs(units) >= 1_000_000:
        assert read_number(indonesian(point), "persen") == value


def outcome(text: str, unit: str | None) -> Fraction | str:
    """The number, or the kind of error."""
    try:
        return read_number(text, unit)
    except NumberTextError as error:
        return error.kind


@given(st.text(max_size=12) | st.text("0123456789.,-% Rp", max_size=12))
def test_a_unit_never_changes_a_number(text: str) -> None:
    """Any text is a number or one of the stated errors, and two units under which it is one give the same."""
    found = {outcome(text, unit) for unit in (None, "persen", "indeks", "orang")}
    assert len({number for number in found if isinstance(number, Fraction)}) <= 1
    assert {kind for kind in found if isinstance(kind, str)} <= set(get_args(NumberFault))

from fractions import Fraction

import pytest

from sakip_rules.numbers import Interval
from sakip_rules.results import Figure
from sakip_rules.values import (
    MISSING,
    NOT_DUE,
    Category,
    Range,
    Row,
    Rows,
    Value,
    not_computable,
)
from sakip_rules.wording.values import (
    absent_words,
    exact_words,
    figure_words,
    number,
    number_pair,
    reason_words,
    safe,
    short_unit,
    sides_words,
    value_words,
    with_unit,
)


@pytest.mark.parametrize(
    ("value", "text", "shown"),
    [
        (Fraction(3, 2), "1.50", "1,50"),
        (True, "true", "ya"),
        (False, "false", "tidak"),
        ("lower_is_better", "lower_is_better", "makin rendah makin baik"),
        ("BB", "BB", "BB"),
        (Category("Baik Sekali", "BS"), "BS", "Baik Sekali"),
        (Range(Fraction(40), Fraction(50)), None, "40 sampai 50"),
        (Range(Fraction(5, 2), Fraction(5, 2)), None, "2,5"),
        (Rows((Row(None, {}), Row(None, {}))), None, "2 baris"),
        (MISSING, None, "belum ada"),
        (Interval(Fraction(1), Fraction(2)), None, "1"),
        (Fraction(7), None, "7"),
    ],
)
def test_each_kind_of_value_has_its_words(value: Value, text: str | None, shown: str) -> None:
    """Numbers as reports print them, truths and polarities in words, categories by their label."""
    assert value_words(value, text, "id") == shown


def test_an_absent_value_says_why() -> None:
    """Word, reason and note, in both languages."""
    absent = not_computable("division-by-zero", ("Target nol.", "Target is zero."))
    assert absent_words(absent, "id") == "tidak dapat dihitung: pembagian dengan nol (Target nol.)"
    assert absent_words(absent, "en") == "not computable: division by zero (Target is zero.)"
    assert absent_words(NOT_DUE, "en") == "not due yet"


def test_numbers_are_printed_as_each_language_does() -> None:
    """Points and commas change places; the digits do not."""
    assert number("-1234567.89", "id") == "-1.234.567,89"
    assert number("-1234567.89", "en") == "-1,234,567.89"


def test_exact_numbers_end_or_are_fractions() -> None:
    """A decimal that ends is printed whole, another as a fraction and near it, a very long one not at all."""
    assert exact_words(Fraction(187925, 1000), "id") == "187,925"
    assert exact_words(Fraction(100, 3), "en") == "100/3 ≈ 33.333333"
    assert exact_words(Fraction(1, 3**200), "id") == ""


def test_strangers_cannot_steer_a_terminal() -> None:
    """Control characters in texts and units become a replacement character."""
    assert safe(("a\x1b[31m", ""), "id") == "a\N{REPLACEMENT CHARACTER}[31m"
    assert with_unit("1", "\x07", "id") == "1 \N{REPLACEMENT CHARACTER}"
    assert with_unit("1", None, "id") == "1"


def test_a_unit_behind_a_value_is_in_the_language_of_the_page() -> None:
    """A usual unit is said in English on an English page; another stays as its source has it."""
    assert [with_unit("1", unit, "en") for unit in ("persen", "PSKS")] == ["1 percent", "1 PSKS"]
    assert [with_unit("1", unit, "id") for unit in ("persen", "PSKS")] == ["1 persen", "1 PSKS"]


def test_a_figure_is_worded_by_its_value() -> None:
    """A figure without rounding has two places."""
    third = Fraction(1, 3)
    figure = Figure(
        name="x", title=("", ""), unit=None, origin="computed", value=third, inside=third, exact=third
    )
    assert figure_words(figure, "id") == "0,33"


def test_a_reason_that_is_not_the_engines_stands_as_it_is_written() -> None:
    """A rule or a report may give a reason of its own."""
    assert reason_words("scale-gap", "en") == "between two bands of the scale"
    assert reason_words("belum-diaudit", "en") == "belum-diaudit"


def test_a_number_in_a_message_has_no_english_thousands() -> None:
    """Indonesian as reports print it; English as a program takes it; a fraction as it is."""
    assert number_pair("-1234.5") == ("-1.234,5", "-1234.5")
    assert number_pair("1000/3") == ("1000/3", "1000/3")


@pytest.mark.parametrize(
    ("unit", "shown"), [("persen", "%"), ("poin persen", "points"), ("orang", "people"), ("PSKS", "PSKS")]
)
def test_a_unit_is_as_short_as_it_can_be(unit: str, shown: str) -> None:
    """Two units have a sign or a shorter word; a usual one is said in the language."""
    assert short_unit(unit, "en") == shown


def test_the_sides_of_a_comparison() -> None:
    """As each language prints numbers; a CODE is nothing to tell, nor is a number too long to read."""
    sides: list[tuple[str, Value]] = [
        ("sum(k.bobot)", Fraction("99.99")),
        ("polarity", "lower_is_better"),
        ("lower_is_better", "lower_is_better"),
        ("a / 3", Fraction(1, 3)),
        ("a ** 9", Fraction(10**99)),
    ]
    indonesian, english = sides_words(sides)
    assert indonesian.split("; ") == [
        "`sum(k.bobot)` = 99,99",
        "`polarity` = makin rendah makin baik",
        "`a / 3` = 1/3 ≈ 0,333333",
    ]
    assert english.startswith("`sum(k.bobot)` = 99.99; `polarity` = ")
    assert sides_words([]) == ("", "")

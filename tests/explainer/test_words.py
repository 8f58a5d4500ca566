from fractions import Fraction

import pytest

from sakip_rules import vocabulary
from sakip_rules.explainer.words import (
    CONFIDENCE,
    MODES,
    POLARITY,
    REASONS,
    STATUS,
    absent_words,
    exact_text,
    figure_words,
    number,
    rounding_words,
    safe,
    value_words,
    with_unit,
)
from sakip_rules.models import Rounding
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


def test_every_word_of_the_language_has_words_for_people() -> None:
    """No status, reason, polarity, rounding mode or confidence is shown as a bare code."""
    assert STATUS.keys() == set(vocabulary.WORDS)
    assert REASONS.keys() == set(vocabulary.REASONS)
    assert POLARITY.keys() == set(vocabulary.POLARITIES)
    assert MODES.keys() == set(vocabulary.MODES)
    assert CONFIDENCE.keys() == set(vocabulary.CONFIDENCES)


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
    assert exact_text(Fraction(187925, 1000), "id") == "187,925"
    assert exact_text(Fraction(100, 3), "en") == "100/3 ≈ 33.333333"
    assert exact_text(Fraction(1, 3**200), "id") == ""


def test_a_rounding_says_places_mode_and_what_is_carried() -> None:
    """All three decide figures."""
    words = rounding_words(Rounding(places=2, mode="down", carry="rounded"), "en")
    assert words == "rounded to 2 places, cut off; later steps use the rounded number"


def test_strangers_cannot_steer_a_terminal() -> None:
    """Control characters in texts and units become a replacement character."""
    assert safe(("a\x1b[31m", ""), "id") == "a\N{REPLACEMENT CHARACTER}[31m"
    assert with_unit("1", "\x07") == "1 \N{REPLACEMENT CHARACTER}"
    assert with_unit("1", None) == "1"


def test_a_figure_is_worded_by_its_value() -> None:
    """A figure without rounding has two places."""
    third = Fraction(1, 3)
    assert figure_words(Figure("x", ("", ""), None, "computed", third, third, third), "id") == "0,33"

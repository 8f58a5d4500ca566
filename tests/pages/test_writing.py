"""How pages write numbers."""

from fractions import Fraction

import pytest

from sakip_rules.numbers import Interval
from sakip_rules.pages.writing import exact, localised, spoken, with_places


def test_decimals_are_written_as_the_language_does() -> None:
    """In a number alone and in a text with numbers."""
    assert (spoken("1234.5", "id"), spoken("1234.5", "en")) == ("1.234,5", "1234.5")
    assert localised("(18.70 + 1) / 2.", "id") == "(18,70 + 1) / 2."
    assert localised("18.70", "en") == "18.70"


@pytest.mark.parametrize(
    ("number", "text"),
    [("1/8", "0,125"), ("1/3", "0,333333…"), ("-2/3", "-0,666666…"), ("1/10000000", "0,000000…"), ("7", "7")],
)
def test_an_exact_number_shows_all_its_decimals_or_six(number: str, text: str) -> None:
    """Digits that are left out are not rounded, and an ellipsis stands for them."""
    assert exact(Fraction(number), "id") == text


def test_an_approximate_number_is_marked_as_such() -> None:
    """What is known only between two ends has no last decimal."""
    assert exact(Interval(Fraction("1.41421356"), Fraction("1.41421357")), "en") == "1.414213…"


def test_what_rounds_to_no_one_number_is_not_written() -> None:
    """The ends of an interval round apart: a page would be a guess."""
    with pytest.raises(ValueError, match="does not round"):
        with_places(Interval(Fraction("0.4"), Fraction("0.6")), 0)
    assert with_places(Fraction("58.985"), 2) == "58.99"
    assert with_places(Fraction("58.985"), 2, "down") == "58.98"

from decimal import Decimal
from fractions import Fraction

import pytest

from sakip_rules.exporters.workbook.values import LONGEST_TEXT, held, places_of, plain
from sakip_rules.numbers import Interval
from sakip_rules.results import Figure
from sakip_rules.values import MISSING, Category, Range, Value


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (True, True),
        (Fraction(26771, 100), Decimal("267.71")),
        (Fraction(1, 3), Decimal("0.33333333333333333")),
        (Fraction(10**15 + 1), "1000000000000001"),
        (Fraction(10**16, 3), "3333333333333333.33"),
        (Interval(Fraction(1), Fraction(1)), Decimal(1)),
        (MISSING, "belum ada"),
        (Category("Baik", "B"), "B"),
        (Category("Baik"), "Baik"),
        (Range(Fraction(1), Fraction(2)), "1 sampai 2"),
        ("higher_is_better", "makin tinggi makin baik"),
        ("A", "A"),
    ],
)
def test_what_a_cell_holds(value: Value | None, cell: object) -> None:
    """Numbers as numbers while fifteen digits hold them, all else in words."""
    assert held(value, "id") == cell


def figure(value: Value, unit: str | None = None, *, computed: bool = False) -> Figure:
    """Gives a figure with a value."""
    return Figure("a", ("A", "A"), unit, "computed" if computed else "given", value, value, value)


@pytest.mark.parametrize(
    ("value", "unit", "computed", "places"),
    [
        (Fraction(5), "rupiah", True, 0),
        (Fraction(5, 2), "persen", False, 1),
        (Fraction(1, 3), "persen", True, 2),
        (Fraction(5000), None, True, 0),
        (Fraction(5), None, True, 2),
        (Fraction(1, 10**9), None, False, 6),
    ],
)
def test_decimals_that_are_shown(value: Fraction, unit: str | None, computed: bool, places: int) -> None:
    """As given, two where computed, none for amounts."""
    assert places_of(figure(value, unit, computed=computed), value) == places


def test_a_stranger_s_text_fits_a_cell() -> None:
    """Nothing steers a screen, and a cell takes it."""
    assert plain("a\x1b[31m\u202eb") == "a\ufffd[31m\ufffdb"
    assert len(plain("a" * 100_000)) == LONGEST_TEXT

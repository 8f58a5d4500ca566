"""Cost: units of work, counted."""

from fractions import Fraction

import pytest

from sakip_rules.expression.cost import BudgetSpentError, Meter, is_light
from sakip_rules.numbers import Interval


def test_a_million_units_may_be_spent() -> None:
    """The record passes its budget with the unit after the millionth."""
    meter = Meter()
    meter.spend(999_999)
    meter.spend(1)
    with pytest.raises(BudgetSpentError):
        meter.spend(1)


@pytest.mark.parametrize(
    ("value", "units"),
    [
        (Fraction(0), 0),
        (Fraction(2**1000 - 1), 0),
        (Fraction(2**1000), 0),
        (Fraction(2**1098), 0),
        (Fraction(2**1099), 1),
        (Fraction(-(2**1099)), 1),
        (Fraction(1, 2**1199), 2),
        (Fraction(2**1099, 3**1000), 5),
        (Interval(Fraction(0), Fraction(1, 2**1199)), 2),
    ],
)
def test_long_values_weigh_by_their_bits(value: Fraction | Interval, units: int) -> None:
    """One unit for every full 100 bits beyond 1,000 of the longer part; 3^1000 has 1,585 bits."""
    meter = Meter()
    meter.weigh(value)
    assert meter.spent == units


@pytest.mark.parametrize("part", [1, 2**999, 2**1000 - 1, 2**1000, 2**1000 + 1, 2**1300])
def test_only_what_weighs_nothing_is_light(part: int) -> None:
    """A value is passed over only where it costs no unit: both its parts have at most 1,000 bits."""
    for value in (Fraction(part), Fraction(-part), Fraction(1, part), Fraction(-1, part)):
        assert is_light(value) is (part < 2**1000)


def test_what_is_no_exact_number_is_never_light() -> None:
    """Intervals and other values are looked at."""
    for value in (Interval(Fraction(0), Fraction(1)), True, 1, "A", None):
        assert not is_light(value)

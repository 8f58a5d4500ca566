"""Cost: units of work, counted."""

from fractions import Fraction

import pytest

from sakip_rules.expression.cost import BudgetSpentError, Meter
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

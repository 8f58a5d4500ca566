from fractions import Fraction

import pytest

from sakip_rules.exporters.workbook.shown import shown_formula, shown_value
from sakip_rules.models import Rounding
from sakip_rules.results import Figure, Origin
from sakip_rules.values import MISSING, Value


def figure(value: Value, rounding: Rounding | None = None, origin: Origin = "computed") -> Figure:
    """Gives a figure."""
    return Figure("a", ("A", "A"), None, origin, value, value, value, rounding)


EXACT = Rounding(places=1, mode="half_up", carry="exact")
ROUNDED = Rounding(places=1, mode="half_up", carry="rounded")


@pytest.mark.parametrize(
    ("shown", "value", "formula"),
    [
        (figure(Fraction(1, 3)), Fraction(33, 100), "IF(ISNUMBER(D4),ROUND(ROUND((D4)*100,8),0)/100,D4)"),
        (figure(Fraction(1, 3), EXACT), Fraction(3, 10), "IF(ISNUMBER(D4),ROUND(ROUND((D4)*10,8),0)/10,D4)"),
        (figure(Fraction(3, 10), ROUNDED), Fraction(3, 10), "D4"),
        (figure(Fraction(1, 8), origin="given"), Fraction(1, 8), "D4"),
        (figure(MISSING), MISSING, "IF(ISNUMBER(D4),ROUND(ROUND((D4)*100,8),0)/100,D4)"),
        (figure(Fraction(5, 1000) + Fraction(1, 10**12)), Fraction(1, 100), "D4"),
    ],
)
def test_a_figure_as_it_is_printed(shown: Figure, value: Value, formula: str) -> None:
    """Rounded as its rounding says, else to two places; what is given, or rounded already, as it stands."""
    assert shown_value(shown) == value
    assert shown_formula("D4", shown) == formula

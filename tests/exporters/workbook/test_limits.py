from fractions import Fraction

import pytest

from sakip_rules.exporters.workbook.limits import DEEPEST, LARGEST, MOST_CHARACTERS, checked
from sakip_rules.exporters.workbook.refusals import NotAFormulaError


def test_a_formula_that_fits_is_given_back() -> None:
    """Brackets in a text are none."""
    deep = "(" * DEEPEST + "1" + ")" * DEEPEST
    assert checked(deep, Fraction(LARGEST - 1)) == deep
    assert checked('"' + "(" * 100 + '"', "x") == '"' + "(" * 100 + '"'


@pytest.mark.parametrize(
    ("formula", "value", "cause"),
    [
        ("1" * (MOST_CHARACTERS + 1), Fraction(1), "long"),
        ("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1), Fraction(1), "long"),
        ("A1*B1", Fraction(LARGEST), "number"),
        ("A1*B1", Fraction(-LARGEST), "number"),
    ],
)
def test_what_no_cell_holds_is_refused(formula: str, value: Fraction, cause: str) -> None:
    """Too long, too deep, too many digits."""
    with pytest.raises(NotAFormulaError, match=cause):
        checked(formula, value)

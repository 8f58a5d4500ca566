"""Operators on exact values: absent operands, errors of arithmetic, comparisons."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules import numbers
from sakip_rules.expression.operators import ARITHMETIC, code_of, compare_pair, guarded
from sakip_rules.numbers import Interval
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Absent, Category, Value, not_computable

ONE, TWO, THREE = Fraction(1), Fraction(2), Fraction(3)
ABOUT_TWO = Interval(Fraction(19, 10), Fraction(21, 10))
ABSENT = [not_computable("no-case"), MISSING, NOT_DUE, NOT_APPLICABLE]


@pytest.mark.parametrize(("left", "right"), list(product(ABSENT, ABSENT)))
def test_the_absent_operand_that_needs_attention_first_wins(left: Absent, right: Absent) -> None:
    """not_computable > missing > not_due > not_applicable, in whatever order they stand."""
    assert guarded(ARITHMETIC["+"], (left, right)) == min(left, right, key=ABSENT.index)


def test_of_two_equal_words_the_left_one_wins() -> None:
    """The reason that is kept is that of the first operand."""
    left, right = Absent("missing", "rusak"), Absent("missing", "hilang")
    assert guarded(ARITHMETIC["*"], (ONE, left, right)) is left


@pytest.mark.parametrize(
    ("name", "operands", "reason"),
    [
        ("/", (ONE, Fraction(0)), "division-by-zero"),
        ("/", (ONE, Interval(-ONE, ONE)), "precision"),
        ("**", (Fraction(0), -ONE), "division-by-zero"),
        ("**", (Fraction(2**50_001), Fraction(10)), "too-large"),
    ],
)
def test_errors_of_arithmetic_are_reasons(
    name: str, operands: tuple[numbers.Number, ...], reason: str
) -> None:
    """Nothing is raised: what has no result says why."""
    assert guarded(ARITHMETIC[name], operands) == not_computable(reason)


@pytest.mark.parametrize(
    ("name", "operands", "result"),
    [
        ("+", (ONE, TWO), THREE),
        ("-", (ONE, TWO), -ONE),
        ("*", (TWO, THREE), Fraction(6)),
        ("/", (ONE, THREE), Fraction(1, 3)),
        ("**", (TWO, -TWO), Fraction(1, 4)),
        ("**", (Fraction(0), Fraction(0)), ONE),
        ("negate", (ONE,), -ONE),
    ],
)
def test_operators_are_exact(name: str, operands: tuple[Fraction, ...], result: Fraction) -> None:
    """Each operator gives what the language says."""
    assert guarded(ARITHMETIC[name], operands) == result


@pytest.mark.broad
@given(st.fractions(), st.fractions())
def test_numbers_are_compared_by_size(left: Fraction, right: Fraction) -> None:
    """All six comparisons are those of fractions."""
    found = [compare_pair(op, left, right) for op in ("<", "<=", ">", ">=", "==", "!=")]
    assert found == [left < right, left <= right, left > right, left >= right, left == right, left != right]


def test_a_comparison_that_precision_cannot_settle_is_not_computable() -> None:
    """An interval is compared only with what lies outside it."""
    assert compare_pair("<", ABOUT_TWO, THREE) is True
    assert compare_pair(">", THREE, ABOUT_TWO) is True
    assert compare_pair("<", TWO, ABOUT_TWO) == not_computable("precision")
    assert compare_pair("<", ABOUT_TWO, TWO) == not_computable("precision")
    assert compare_pair("==", ABOUT_TWO, TWO) == not_computable("precision")


@pytest.mark.parametrize(
    ("op", "low", "high"),
    [
        ("<", False, None),
        ("<=", None, True),
        (">", None, False),
        (">=", True, None),
        ("==", None, None),
        ("!=", None, None),
    ],
)
def test_an_end_of_an_interval_may_settle_a_comparison(op: str, low: bool | None, high: bool | None) -> None:
    """No value of an interval is below its lower end or above its upper end, though one may be equal."""
    unsettled = not_computable("precision")
    assert compare_pair(op, ABOUT_TWO, ABOUT_TWO.low) == (unsettled if low is None else low)
    assert compare_pair(op, ABOUT_TWO, ABOUT_TWO.high) == (unsettled if high is None else high)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (True, True, True),
        (True, False, False),
        ("BB", "BB", True),
        ("BB", "B", False),
        (Category("Baik", "B"), "B", True),
        ("B", Category("Baik", "B"), True),
        (Category("Baik", "B"), Category("Baik", "B"), True),
        (Category("Baik", "B"), Category("Kurang", "K"), False),
        (Category("Belum"), Category("Belum"), True),
        (Category("Belum"), "Belum", False),
    ],
)
def test_other_values_are_equal_or_not(left: Value, right: Value, same: bool) -> None:
    """Truths, CODEs and categories are compared by sameness, a category by its code."""
    assert compare_pair("==", left, right) is same
    assert compare_pair("!=", left, right) is not same


def test_an_absent_side_makes_a_comparison_absent() -> None:
    """The worst of both sides is the result."""
    assert compare_pair("==", NOT_DUE, MISSING) == MISSING
    assert compare_pair("<", NOT_DUE, ONE) == NOT_DUE


def test_what_is_looked_up_is_a_code() -> None:
    """A category stands for its code, a CODE for itself, a category without one for itself."""
    assert [code_of(value) for value in (Category("Baik", "B"), "B", Category("Belum"))] == [
        "B",
        "B",
        Category("Belum"),
    ]

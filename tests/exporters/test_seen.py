"""What is seen of results from outside."""

from __future__ import annotations

import pickle
from decimal import Decimal
from fractions import Fraction

import pytest

from sakip_rules.exporters.seen import FigureValue, seen_figure, used_rules
from sakip_rules.numbers import Interval
from sakip_rules.results import Figure, Origin
from sakip_rules.values import Category, Range, Row, Rows, Value, not_computable

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def seen(value: Value, *, given: bool = False) -> FigureValue:
    """What is seen of a figure with a value."""
    origin: Origin = "given" if given else "computed"
    return seen_figure(Figure("x", ("Nilai", "Value"), "persen", origin, value, value, value))


@pytest.mark.parametrize(
    ("value", "kind", "shown", "text"),
    [
        (HALF, "number", Decimal("0.50"), "0.50"),
        (THIRD, "number", Decimal("0.33"), "0.33"),
        (Fraction(1, 10**9), "number", Decimal("0.00"), "0.00"),
        (Interval(Fraction(331, 1000), Fraction(332, 1000)), "number", Decimal("0.33"), "0.33"),
        (True, "truth", True, "true"),
        ("true", "choice", "true", "true"),
        (Range(HALF, THIRD + 1), "range", (Decimal("0.5"), Decimal("1.33")), {"min": "0.5", "max": "4/3"}),
        (Category("Baik", "B"), "category", None, None),
        (Rows((Row(None, {}),)), "rows", None, None),
        (not_computable("precision"), "absent", None, None),
    ],
)
def test_a_value_is_seen_by_its_kind(value: Value, kind: str, shown: object, text: object) -> None:
    """In Python as the type that fits; in JSON as text."""
    found = seen(value)
    assert (found.kind, found.json_value) == (kind, text)
    assert found.value == shown
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    assert hash(found) == hash(seen(value))


def test_a_given_number_keeps_its_digits() -> None:
    """However small it is; never with an exponent."""
    assert seen(Fraction(1, 10**9), given=True).json_value == "0.000000001"
    assert seen(Fraction(10**30), given=True).value == Decimal(10) ** 30


def test_a_category_is_named_with_its_code() -> None:
    """It has no value beside."""
    found = seen(Category("Baik", "B"))
    assert (found.category, found.code, found.to_dict("en")["category"]) == ("Baik", "B", "Baik")


def test_what_is_absent_says_why() -> None:
    """Status and reason, as everywhere."""
    found = seen(not_computable("division-by-zero")).to_dict("en")
    assert found == {
        "title": "Value",
        "unit": "persen",
        "value": None,
        "exact": None,
        "category": None,
        "status": "error",
        "reason": "division-by-zero",
    }


def test_rules_are_listed_once() -> None:
    """Whatever uses them."""
    assert used_rules(()) == ()

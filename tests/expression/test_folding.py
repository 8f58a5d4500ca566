"""What aggregates make of the values that remain."""

from fractions import Fraction
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression.folding import FOLDS, mean, weighted_mean
from sakip_rules.expression.operators import guarded
from sakip_rules.numbers import Interval
from sakip_rules.values import not_computable

VALUES = st.lists(st.fractions(max_denominator=1000), min_size=1, max_size=8)
AROUND_ZERO = Interval(Fraction(-1), Fraction(1))


@given(VALUES)
def test_folds_are_those_of_fractions(values: list[Fraction]) -> None:
    """Sum, mean, product, least, greatest, first and last are what Python's fractions give."""
    expected = {
        "sum": sum(values),
        "mean": sum(values) / Fraction(len(values)),
        "product": prod(values),
        "min": min(values),
        "max": max(values),
        "first": values[0],
        "last": values[-1],
    }
    assert {name: FOLDS[name](values) for name in expected} == expected


def test_a_geometric_mean_is_exact_where_it_can_be() -> None:
    """The n-th root of the product: of 2, 4 and 8 it is 4."""
    assert FOLDS["geomean"]([Fraction(2), Fraction(4), Fraction(8)]) == 4


@given(
    VALUES.flatmap(
        lambda values: st.tuples(
            st.just(values),
            st.lists(
                st.fractions(min_value=0, max_denominator=50), min_size=len(values), max_size=len(values)
            ),
        )
    )
)
def test_a_weighted_mean_is_a_quotient_of_sums(rows: tuple[list[Fraction], list[Fraction]]) -> None:
    """Σ w·e / Σ w, and division by zero where the weights are all zero."""
    values, weights = rows
    found = guarded(weighted_mean, (values, weights))
    if sum(weights) == 0:
        assert found == not_computable("division-by-zero")
    else:
        assert found == sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)


def test_equal_weights_give_the_plain_mean() -> None:
    """Re-weighting begins from the plain mean."""
    values = [Fraction(1), Fraction(2), Fraction(6)]
    assert weighted_mean(list(values), [Fraction(7)] * 3) == mean(list(values)) == 3


@pytest.mark.parametrize(
    ("weights", "reason"),
    [
        ([Fraction(-1), Fraction(3)], "outside-domain"),
        ([AROUND_ZERO, Fraction(3)], "precision"),
        ([AROUND_ZERO, Fraction(-3)], "outside-domain"),
        ([Fraction(-3), AROUND_ZERO], "outside-domain"),
    ],
)
def test_a_weight_below_zero_is_outside_the_domain(weights: list[Fraction | Interval], reason: str) -> None:
    """A negative weight decides, wherever it stands; one that may be negative is a matter of precision."""
    assert guarded(weighted_mean, ([Fraction(1), Fraction(2)], weights)) == not_computable(reason)


def test_a_geometric_mean_is_refused_in_any_order() -> None:
    """A value below zero decides, wherever one that may be below zero stands."""
    for values in ([AROUND_ZERO, Fraction(-3)], [Fraction(-3), AROUND_ZERO]):
        assert guarded(FOLDS["geomean"], (values,)) == not_computable("outside-domain")
    assert guarded(FOLDS["geomean"], ([AROUND_ZERO, Fraction(3)],)) == not_computable("precision")


def test_an_interval_that_begins_at_zero_is_not_below_it() -> None:
    """A weight from 0 to 1 is a weight."""
    weights = [Interval(Fraction(0), Fraction(1)), Fraction(1)]
    assert guarded(weighted_mean, ([Fraction(1), Fraction(1)], weights)) == Interval(
        Fraction(1, 2), Fraction(2)
    )

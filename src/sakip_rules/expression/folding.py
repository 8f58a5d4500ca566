"""What aggregates do with the values of the rows that remain."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from sakip_rules import numbers
from sakip_rules.numbers import OutsideDomainError, PrecisionError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.numbers import Number


def mean(values: list[Number]) -> Number:
    """Gives Σ e / n."""
    return numbers.divide(numbers.total(values), Fraction(len(values)))


def weighted_mean(values: list[Number], weights: list[Number]) -> Number:
    """Gives Σ w·e / Σ w; a negative weight is outside the domain."""
    _refuse_below_zero(weights)
    weighed = [numbers.multiply(v, w) for v, w in zip(values, weights, strict=True)]
    return numbers.divide(numbers.total(weighed), numbers.total(weights))


def geometric_mean(values: list[Number]) -> Number:
    """Gives (Π e)^(1/n); a negative value is outside the domain."""
    _refuse_below_zero(values)
    return numbers.geometric_mean(values)


def _refuse_below_zero(values: list[Number]) -> None:
    """One value below zero decides before one that may be: the order of rows is no matter."""
    ends = [numbers.ends(value) for value in values]
    if any(high < 0 for _, high in ends):
        raise OutsideDomainError
    if any(low < 0 for low, _ in ends):
        raise PrecisionError


FOLDS: Final[dict[str, Callable[[list[Any]], Any]]] = {
    "sum": numbers.total,
    "mean": mean,
    "geomean": geometric_mean,
    "product": numbers.product,
    "min": numbers.minimum,
    "max": numbers.maximum,
    "first": lambda values: values[0],
    "last": lambda values: values[-1],
}

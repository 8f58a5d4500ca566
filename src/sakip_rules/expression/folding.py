"""What aggregates do with the values of the rows that remain."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from sakip_rules import numbers
from sakip_rules.expression.operators import settled
from sakip_rules.numbers import OutsideDomainError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.numbers import Number

ZERO = Fraction(0)


def mean(values: list[Number]) -> Number:
    """Gives Σ e / n."""
    return numbers.divide(numbers.total(values), Fraction(len(values)))


def weighted_mean(values: list[Number], weights: list[Number]) -> Number:
    """Gives Σ w·e / Σ w; a negative weight is outside the domain."""
    orders = [numbers.compare(weight, ZERO) for weight in weights]
    if any(settled(order) < 0 for order in sorted(orders, key=_undecided_last)):
        raise OutsideDomainError
    weighed = [numbers.multiply(v, w) for v, w in zip(values, weights, strict=True)]
    return numbers.divide(numbers.total(weighed), numbers.total(weights))


def _undecided_last(order: int | None) -> bool:
    """Sorts so that the outcome does not depend on the order of rows."""
    return order is None


FOLDS: Final[dict[str, Callable[[list[Any]], Any]]] = {
    "sum": numbers.total,
    "mean": mean,
    "geomean": numbers.geometric_mean,
    "product": numbers.product,
    "min": numbers.minimum,
    "max": numbers.maximum,
    "first": lambda values: values[0],
    "last": lambda values: values[-1],
}

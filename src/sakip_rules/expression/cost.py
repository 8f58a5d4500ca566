"""The cost of a record, counted and never timed (reference 11)."""

from __future__ import annotations

from fractions import Fraction

from sakip_rules.numbers import Number, bits

BUDGET = 1_000_000
"""Units of one record: they bound the time that a stranger's rule can take, on any machine alike."""

FREE_BITS = 1000
"""Numbers of up to 300 digits weigh nothing."""

BITS_A_UNIT = 100
_FREE = 1 << FREE_BITS


def is_light(value: object) -> bool:
    """Says whether a value is an exact number far below every limit: nearly all are, and cost no unit."""
    return type(value) is Fraction and value.denominator < _FREE and -_FREE < value.numerator < _FREE


class BudgetSpentError(Exception):
    """The record has used up its units; its value now and all later ones are too large."""


class Meter:
    """Counts the units of one record and of the rules that it calls."""

    __slots__ = ("spent",)

    def __init__(self) -> None:
        self.spent = 0

    def spend(self, units: int) -> None:
        """Adds units; raises `BudgetSpentError` from the unit on that passes the budget."""
        self.spent += units
        if self.spent > BUDGET:
            raise BudgetSpentError

    def weigh(self, value: Number) -> None:
        """Adds one unit for every 100 bits of a value beyond 1,000."""
        self.spend(max(bits(value) - FREE_BITS, 0) // BITS_A_UNIT)

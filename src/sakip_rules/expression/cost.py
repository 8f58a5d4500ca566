"""The cost of a record, counted and never timed (reference 11)."""

from __future__ import annotations

from fractions import Fraction

from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.numbers import Number, bits, grouped

BUDGET = 1_000_000
"""Units of one record: they bound the time that a stranger's rule can take, on any machine alike."""

FREE_BITS = 1000
"""Numbers of up to 300 digits weigh nothing."""

BITS_A_UNIT = 100

FIGURES = 1_000_000
"""Figures of one record with its rows and the rules that it calls: they bound its memory."""

_FREE = 1 << FREE_BITS


def is_light(value: object) -> bool:
    """Says whether a value is an exact number far below every limit: nearly all are, and cost no unit."""
    return type(value) is Fraction and value.denominator < _FREE and -_FREE < value.numerator < _FREE


class BudgetSpentError(Exception):
    """The record has used up its units; its value now and all later ones are too large."""


class Meter:
    """Counts the units, and the figures, of one record and of the rules that it calls."""

    __slots__ = ("figures", "spent")

    def __init__(self) -> None:
        self.spent = 0
        self.figures = 0

    def spend(self, units: int) -> None:
        """Adds units; raises `BudgetSpentError` from the unit on that passes the budget."""
        self.spent += units
        if self.spent > BUDGET:
            raise BudgetSpentError

    def hold(self, figures: int) -> None:
        """Adds figures that are about to be made; raises `DataError` where a record would have too many."""
        self.figures += figures
        if self.figures > FIGURES:
            raise DataError([diagnose("file-too-large.figures", None, limit=grouped(FIGURES))])

    def weigh(self, value: Number) -> None:
        """Adds one unit for every 100 bits of a value beyond 1,000."""
        self.spend(max(bits(value) - FREE_BITS, 0) // BITS_A_UNIT)

"""Columns of exact numbers: a constant, times whole numbers, over whole numbers above zero.

What is constant (powers of ten, `* 100`, ends of bands) is folded when a plan is noted, and costs no row
anything. Nothing is reduced: the zero of a divisor is told once, where the division stands.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np

from sakip_rules.columns.whole import NoColumnError, Whole, Wholes
from sakip_rules.vocabulary import Mode

_HIGHEST_POWER = 8


@dataclass(frozen=True, slots=True)
class Ratio:
    """factor · above / below."""

    factor: Fraction
    above: Whole
    below: Whole


class Ratios:
    """Arithmetic on columns of exact numbers, noted on the tape of some whole numbers."""

    def __init__(self, wholes: Wholes) -> None:
        self.wholes = wholes
        self.one = wholes.constant(1)

    def constant(self, number: Fraction) -> Ratio:
        """Gives the same number for all rows."""
        return Ratio(number, self.one, self.one)

    def multiply(self, a: Ratio, b: Ratio) -> Ratio:
        """Gives the product."""
        above = self.wholes.multiply(a.above, b.above)
        return Ratio(a.factor * b.factor, above, self.wholes.multiply(a.below, b.below))

    def add(self, a: Ratio, b: Ratio) -> Ratio:
        """Gives the sum."""
        factor, left, right, below = self.shared(a, b)
        return Ratio(factor, self.wholes.add(left, right), below)

    def negate(self, a: Ratio) -> Ratio:
        """Gives the number with the other sign."""
        return Ratio(-a.factor, a.above, a.below)

    def absolute(self, a: Ratio) -> Ratio:
        """Gives the distance from zero."""
        return Ratio(abs(a.factor), self.wholes.absolute(a.above), a.below)

    def is_zero(self, a: Ratio) -> int:
        """Gives the truth that a number is zero."""
        return self.order(np.equal, a, self.constant(Fraction(0)))

    def inverse(self, a: Ratio, zero: int) -> Ratio:
        """Gives 1/a, and some number where a truth says that it is zero."""
        if a.factor == 0:
            return self.constant(Fraction(1))
        below = a.above if self.wholes.tape.is_never(zero) else self._without_zero(a.above, zero)
        above, below = self.wholes.multiply(a.below, self.wholes.sign(below)), self.wholes.absolute(below)
        return Ratio(1 / a.factor, above, replace(below, low=max(below.low, 1)))

    def _without_zero(self, a: Whole, zero: int) -> Whole:
        if a.constant is not None:
            return self.one
        low, high = (a.low or 1), (a.high or -1)
        filled = self.wholes.select(zero, self.wholes.constant(1 if high > 0 else -1), a)
        return replace(filled, low=low, high=high)

    def power(self, a: Ratio, exponent: int) -> Ratio:
        """Gives the power with an exponent that is not negative."""
        if exponent > _HIGHEST_POWER:
            raise NoColumnError("too-large")
        result = self.constant(Fraction(1))
        for _ in range(exponent):
            result = self.multiply(result, a)
        return result

    def select(self, condition: int, a: Ratio, b: Ratio) -> Ratio:
        """Gives `a` where a truth holds, else `b`: also the divisor is that of the one chosen."""
        factor, times_a, times_b = _factors(a.factor, b.factor)
        above = self.wholes.select(condition, self._times(a.above, times_a), self._times(b.above, times_b))
        return Ratio(factor, above, self.wholes.select(condition, a.below, b.below))

    def order(self, call: Callable[..., Any], a: Ratio, b: Ratio) -> int:
        """Gives the truth of a comparison."""
        _, left, right, _ = self.shared(a, b)
        return self.wholes.order(call, left, right)

    def extreme(self, call: Callable[..., Any], a: Ratio, b: Ratio) -> Ratio:
        """Gives `a` where it compares so with `b`, else `b`: the smaller, or the larger, of two."""
        factor, left, right, below = self.shared(a, b)
        chosen = self.wholes.select(self.wholes.order(call, left, right), left, right)
        pick = max if call is np.greater else min
        low, high = pick(left.low, right.low), pick(left.high, right.high)
        # The bounds are those of the extreme: that the larger of c and 0 has no sign is worth much.
        return Ratio(factor, replace(chosen, low=low, high=high), below)

    def rounded(self, a: Ratio, places: int, mode: Mode) -> Ratio:
        """Gives the multiple of 10^-places that a number is rounded to."""
        return Ratio(Fraction(10) ** -places, self.units(a, places, mode), self.one)

    def units(self, a: Ratio, places: int, mode: Mode) -> Whole:
        """Gives how many units of 10^-places the rounded number has."""
        scaled = a.factor * Fraction(10) ** places
        above, below = self._times(a.above, scaled.numerator), self._times(a.below, scaled.denominator)
        return self.wholes.nearest(above, below, mode)

    def pair(self, a: Ratio) -> tuple[Whole, Whole]:
        """Gives numerator and denominator, in 64 bits; a row in which they have more is in doubt."""
        above, below = self._times(a.above, a.factor.numerator), self._times(a.below, a.factor.denominator)
        return self.wholes.counted(above), self.wholes.counted(below)

    def shared(self, a: Ratio, b: Ratio) -> tuple[Fraction, Whole, Whole, Whole]:
        """Gives two numbers over one divisor: a positive factor, what stands above in each, the divisor."""
        factor, times_a, times_b = _factors(a.factor, b.factor)
        left, right, below = self._times(a.above, times_a), self._times(b.above, times_b), a.below
        if a.below != b.below:
            left, right = self.wholes.multiply(left, b.below), self.wholes.multiply(right, a.below)
            below = self.wholes.multiply(a.below, b.below)
        return factor, left, right, below

    def _times(self, a: Whole, number: int) -> Whole:
        return self.wholes.multiply(a, self.wholes.constant(number))


def _factors(a: Fraction, b: Fraction) -> tuple[Fraction, int, int]:
    """The largest positive number that both are whole multiples of, and the multiples."""
    below = math.lcm(a.denominator, b.denominator)
    left, right = int(a * below), int(b * below)
    shared = math.gcd(left, right) or 1
    return Fraction(shared, below), left // shared, right // shared

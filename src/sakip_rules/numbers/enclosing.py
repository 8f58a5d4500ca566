"""Positive numbers between two bounds of limited length, and the 50-digit decimals that enclose them.

With `Bounds`, roots and logarithms prove their digits: integers only, every step rounded outwards.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from sakip_rules.numbers.exact import Interval

DIGITS = 50
FIRST_WIDTH = 256
"""Bits that a proof is first tried with: 50 digits are 167, the rest may be lost to rounding outwards."""

LEAST, _LIMIT = 10 ** (DIGITS - 1), 10**DIGITS


class Bounds(NamedTuple):
    """A number from low·2^exponent to high·2^exponent, both positive."""

    low: int
    high: int
    exponent: int


def shorten(bounds: Bounds, width: int) -> Bounds:
    """The same number, bounds moved outwards so that they have about `width` bits."""
    low, high, exponent = bounds
    excess = max(high.bit_length() - width, 0)
    return Bounds(low >> excess, -(-high >> excess), exponent + excess)


def times(a: Bounds, b: Bounds, width: int) -> Bounds:
    """The product."""
    return shorten(Bounds(a.low * b.low, a.high * b.high, a.exponent + b.exponent), width)


def integer_power(base: int, n: int, width: int) -> Bounds:
    """Base to the n-th power, n ≥ 0, in about 2·log2(n) short multiplications."""
    factor = shorten(Bounds(base, base, 0), width)
    result = Bounds(1, 1, 0)
    for bit in f"{n:b}":
        result = times(result, result, width)
        if bit == "1":
            result = times(result, factor, width)
    return result


def is_below(a: Bounds, b: Bounds) -> bool | None:
    """Whether a < b; None if the bounds overlap."""
    shift = a.exponent - b.exponent
    widen_a, widen_b = max(shift, 0), max(-shift, 0)
    if a.high << widen_a < b.low << widen_b:
        return True
    return False if a.low << widen_a > b.high << widen_b else None


def neighbours(digits: int, places: int) -> Interval:
    """The decimals digits·10^-places and (digits + 1)·10^-places."""
    scale = Fraction(10) ** -places
    return Interval(digits * scale, (digits + 1) * scale)


def enclose(bounds: Bounds) -> Interval | None:
    """The neighbouring decimals of 50 significant digits around it; None if the bounds are too wide."""
    low, high, exponent = bounds
    # 0.30103 is log10(2), so this is wrong by one at most for any length that the limits allow.
    places = DIGITS - 1 - (low.bit_length() + exponent - 1) * 30_103 // 100_000
    digits = _scaled(low, exponent, places)
    while not LEAST <= digits < _LIMIT:
        places += 1 if digits < LEAST else -1
        digits = _scaled(low, exponent, places)
    return neighbours(digits, places) if _scaled(high, exponent, places) == digits else None


def _scaled(n: int, exponent: int, places: int) -> int:
    """The whole part of n·2^exponent·10^places."""
    above = n * 10 ** max(places, 0) << max(exponent, 0)
    return int(above // (10 ** max(-places, 0) << max(-exponent, 0)))

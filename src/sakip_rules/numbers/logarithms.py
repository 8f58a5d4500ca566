"""The natural logarithm, enclosed by the 50-digit decimals around it.

With x = 2^e · m, 1 < m ≤ 2, and y = (m - 1) / (m + 1): ln x = e · ln 2 + 2y · (1 + y²/3 + y⁴/5 + …).
The series is summed on integers, once from below and once from above; if the two do not share 50 digits,
again with twice the bits. Next to one that may take many, of which few are for the series; a number further
away that needs more than a thousand was made to, and is refused: its series would be too long.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from sakip_rules.numbers.enclosing import FIRST_WIDTH, Bounds, enclose, shorten
from sakip_rules.numbers.exact import (
    ONE,
    ZERO,
    Interval,
    OutsideDomainError,
    PrecisionError,
    TooLargeError,
    check_size,
    ends,
    negate,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip_rules.numbers.exact import Number


LAST_WIDTH: Final = 1024
"""Bits that decide each logarithm but one in 2^800, further away from one."""

WIDTH_NEAR_ONE: Final = 5
"""Bits more for each bit by which a number is nearer to one: ln (1 + ε) and ε differ in the last of them."""


def ln(x: Number) -> Number:
    """The natural logarithm: exact only for 1.

    Raises:
        OutsideDomainError: x ≤ 0.
        PrecisionError: x is an interval that begins at zero or below, and ends above it.
        TooLargeError: x is beyond the limits of a value, or ln x too near to a decimal of 50 digits.
    """
    check_size(x)
    low, high = ends(x)
    if high <= 0:
        raise OutsideDomainError("logarithm of a number not above zero")
    if low <= 0:
        raise PrecisionError("logarithm of a number that may not be above zero")
    if isinstance(x, Interval):
        return Interval(ends(_ln(low))[0], ends(_ln(high))[1])
    return _ln(x)


def _ln(x: Fraction) -> Number:
    if x == ONE:
        return ZERO
    if x < 1:
        return negate(_ln_above_one(x.denominator, x.numerator))
    return _ln_above_one(x.numerator, x.denominator)


def _ln_above_one(above: int, below: int) -> Interval:
    """The logarithm of above/below > 1. It is irrational, so some width separates it from every decimal."""
    near = above.bit_length() - (above - below).bit_length()
    width = FIRST_WIDTH
    while width <= LAST_WIDTH + WIDTH_NEAR_ONE * near:
        enclosed = enclose(_ln_bounds(above, below, width))
        if enclosed is not None:
            return enclosed
        width *= 2
    raise TooLargeError("a logarithm too near to a decimal of 50 digits")


def _ln_bounds(above: int, below: int, width: int) -> Bounds:
    """Split off the power of two, so that 1 < m ≤ 2: no part is below zero, and no digits cancel."""
    twos = above.bit_length() - below.bit_length()
    below <<= twos
    if above <= below:
        twos, above = twos - 1, 2 * above
    rest = _ln_near_one(above - below, above + below, width)
    whole = _sum(_times_count(_ln_two(width), twos), rest) if twos else rest
    return shorten(whole, width)


@lru_cache(maxsize=8)
def _ln_two(width: int) -> Bounds:
    return _ln_near_one(1, 3, width)


def _ln_near_one(difference: int, total: int, width: int) -> Bounds:
    """2y · (1 + y²/3 + …) for y = difference / total, 0 < y ≤ 1/3, to about `width` significant bits."""
    scale = width + total.bit_length() - difference.bit_length()
    y = (difference << scale) // total
    return Bounds(
        2 * y * _series_from_below(y, scale, width),
        2 * (y + 1) * _series_from_above(y + 1, scale, width),
        -scale - width,
    )


def _series_from_below(y: int, scale: int, width: int) -> int:
    """At most 1 + z/3 + z²/5 + … in units of 2^-width, where z = (y·2^-scale)²: every term cut off."""
    square = y * y >> 2 * scale - width
    power = 1 << width
    series, k = 0, 1
    while power:
        series += power // k
        power = power * square >> width
        k += 2
    return series


def _series_from_above(y: int, scale: int, width: int) -> int:
    """At least 1 + z/3 + z²/5 + …: every term rounded up, and one unit for all that are left out.

    Once a power of z is at most one unit, all later ones together are less, for z ≤ 1/8.
    """
    square = (y * y >> 2 * scale - width) + 1
    power = 1 << width
    series, k = 1, 1
    while power > 1:
        series += power // k + 1
        power = (power * square >> width) + 1
        k += 2
    return series


def _times_count(a: Bounds, n: int) -> Bounds:
    return Bounds(a.low * n, a.high * n, a.exponent)


def _sum(a: Bounds, b: Bounds) -> Bounds:
    a, b = _aligned(a, b)
    return Bounds(a.low + b.low, a.high + b.high, a.exponent)


def _aligned(a: Bounds, b: Bounds) -> tuple[Bounds, Bounds]:
    exponent = min(a.exponent, b.exponent)
    return _with_exponent(a, exponent), _with_exponent(b, exponent)


def _with_exponent(a: Bounds, exponent: int) -> Bounds:
    shift = a.exponent - exponent
    return Bounds(a.low << shift, a.high << shift, exponent)

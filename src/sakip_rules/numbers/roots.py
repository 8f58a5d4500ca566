"""Roots and geometric means: the exact fraction where one exists, else the 50-digit decimals around it.

The first digits of a root are guessed with `Decimal` and then proved with integers; no guess decides.
"""

from __future__ import annotations

import decimal
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from sakip_rules.numbers.enclosing import (
    DIGITS,
    FIRST_WIDTH,
    LEAST,
    Bounds,
    integer_power,
    is_below,
    neighbours,
    shorten,
    times,
)
from sakip_rules.numbers.exact import (
    Interval,
    OutsideDomainError,
    PrecisionError,
    between,
    check_size,
    ends,
    exact_product,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.numbers.exact import Number

# Without traps: a guess that is no number is a bad guess, which the proof then moves.
_GUESSING = decimal.Context(prec=80, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, traps=[])
_GUESS_BITS = 128


def root(x: Number, n: int) -> Number:
    """The n-th root, n ≥ 1.

    Raises:
        OutsideDomainError: x < 0.
        PrecisionError: x is an interval that begins below zero and does not end there.
        TooLargeError: x is beyond the limits of a value.
    """
    check_size(x)
    _require_not_negative([x])
    if isinstance(x, Interval):
        return Interval(ends(_root(x.low, n))[0], ends(_root(x.high, n))[1])
    return _root(x, n)


def geometric_mean(numbers: Sequence[Number]) -> Number:
    """The n-th root of the product of one or more numbers.

    Raises:
        OutsideDomainError: one is less than zero.
        PrecisionError: one is an interval that begins below zero and does not end there.
        TooLargeError: the numerators or the denominators multiplied have more than 500,000 bits.
    """
    _require_not_negative(numbers)
    low = _root(exact_product([ends(x)[0] for x in numbers]), len(numbers))
    if not any(isinstance(x, Interval) for x in numbers):
        return low
    high = _root(exact_product([ends(x)[1] for x in numbers]), len(numbers))
    return between(ends(low)[0], ends(high)[1])


def _require_not_negative(numbers: Sequence[Number]) -> None:
    if any(ends(x)[1] < 0 for x in numbers):
        raise OutsideDomainError("root of a number below zero")
    if any(ends(x)[0] < 0 for x in numbers):
        raise PrecisionError("root of a number that may be below zero")


def _root(x: Fraction, n: int) -> Number:
    above = _integer_root(x.numerator, n)
    below = None if above is None else _integer_root(x.denominator, n)
    return _enclosed_root(x, n) if above is None or below is None else Fraction(above, below)


def _enclosed_root(x: Fraction, n: int) -> Interval:
    """The 50-digit decimals around an irrational root: guess the lower one, move it until both are proved."""
    guess = _guess(x.numerator, x.denominator, n)
    places = DIGITS - 1 - guess.adjusted()
    digits = int(guess.scaleb(places, _GUESSING))
    while not _is_below_root(digits, places, x, n):
        digits -= 1
        if digits < LEAST:  # the root is just below a power of ten, where the decimals lie ten times closer
            digits, places = 10 * LEAST - 1, places + 1
    while _is_below_root(digits + 1, places, x, n):
        digits += 1
        if digits == 10 * LEAST:  # and just above one, where they lie ten times wider
            digits, places = LEAST, places - 1
    return neighbours(digits, places)


def _is_below_root(digits: int, places: int, x: Fraction, n: int) -> bool:
    """Whether digits·10^-places lies below the root, with as many bits as it takes; they are never equal."""
    width = FIRST_WIDTH
    while (answer := _try_is_below_root(digits, places, x, n, width)) is None:
        width *= 2
    return answer


def _try_is_below_root(digits: int, places: int, x: Fraction, n: int, width: int) -> bool | None:
    """Compare digits^n · denominator with numerator · 10^(n·places)."""
    left = times(integer_power(digits, n, width), _bounds(x.denominator, width), width)
    right = _bounds(x.numerator, width)
    scale = integer_power(10, n * abs(places), width)
    if places >= 0:
        return is_below(left, times(right, scale, width))
    return is_below(times(left, scale, width), right)


def _bounds(n: int, width: int) -> Bounds:
    return shorten(Bounds(n, n, 0), width)


def _guess(above: int, below: int, n: int) -> Decimal:
    """About the n-th root of above/below, to some 60 digits."""
    logarithm = _GUESSING.subtract(_guess_ln(above), _guess_ln(below))
    return _GUESSING.exp(_GUESSING.divide(logarithm, Decimal(n)))


def _guess_ln(n: int) -> Decimal:
    excess = max(n.bit_length() - FIRST_WIDTH, 0)
    logarithm = _GUESSING.ln(Decimal(n >> excess))
    if not excess:
        return logarithm
    return _GUESSING.add(logarithm, _GUESSING.multiply(_GUESSING.ln(Decimal(2)), Decimal(excess)))


def _integer_root(x: int, n: int) -> int | None:
    """The integer whose n-th power is x ≥ 0, if there is one.

    One step of Newton's on each of ever longer leading parts of x: long numbers are met last and seldom.
    """
    if x <= 1:
        return x
    size = -(-x.bit_length() // n)
    dropped = max(size - _GUESS_BITS, 0)
    result = int(_guess(x >> dropped * n, 1, n).to_integral_value(decimal.ROUND_HALF_EVEN))
    while dropped:
        # A start that is right to g + 3 + log2(n) bits gives g new ones: `result` is never too low, at most
        # one too high, and right where the root is an integer.
        gained = min(dropped, max(size - dropped - n.bit_length() - 3, 1))
        dropped -= gained
        result = _newton(x >> dropped * n, n, (result + 1) << gained)
    return result if result**n == x else None


def _newton(x: int, n: int, start: int) -> int:
    return int(((n - 1) * start + x // start ** (n - 1)) // n)

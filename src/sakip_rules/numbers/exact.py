"""Numbers that are known exactly, numbers that are known between two ends, and arithmetic on both.

A number is a `Fraction`. Only what leaves the rationals (a root, a logarithm) is an `Interval`; everything
computed from an interval is an interval too, exact on its ends, until a rounding or a comparison settles it.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from sakip_rules.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WHOLE_BITS = 13_000
"""Of a value's whole part: some 3,900 digits (language reference, section 11)."""

PART_BITS = 500_000
"""Of a numerator or denominator: long sums of fractions stay exact, but cannot be made to take minutes."""

ZERO = Fraction(0)
ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Interval:
    """A value that is not known exactly, but lies from `low` to `high`, where `low < high`."""

    low: Fraction
    high: Fraction


Number: TypeAlias = Fraction | Interval
_Ratio: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a number has no answer here: a reason code of `not_computable`."""

    reason: str


class TooLargeError(ArithmeticError):
    """A value is, or would become, larger than the limits of the language."""


class PrecisionError(ArithmeticError):
    """The answer differs within an interval, so it cannot be settled."""


class OutsideDomainError(ArithmeticError):
    """A function has no value for its argument."""


def fraction(above: int, below: int) -> Fraction:
    """Gives `Fraction(above, below)`, of integers and with `below` above zero, in half the time.

    `Fraction` first asks for the types of what it is given; that costs more than dividing by what is shared.
    """
    shared = math.gcd(above, below)
    made = object.__new__(Fraction)
    made._numerator = above // shared  # type: ignore[attr-defined]  # its two slots, in every CPython
    made._denominator = below // shared  # type: ignore[attr-defined]  # as above
    return made


def ends(x: Number) -> tuple[Fraction, Fraction]:
    """The lowest and the highest value that x can have; equal for an exact number."""
    return (x.low, x.high) if isinstance(x, Interval) else (x, x)


def between(low: Fraction, high: Fraction) -> Number:
    """The number from low to high: exact when both are the same."""
    return low if low == high else Interval(low, high)


def bits(x: Number) -> int:
    """The bits of the largest numerator or denominator of x, for limits and for counting costs."""
    if isinstance(x, Interval):
        return max(bits(x.low), bits(x.high))
    return max(x.numerator.bit_length(), x.denominator.bit_length())


def check_size(x: Number) -> None:
    """Hold a value to the limits of the language.

    Raises:
        TooLargeError: the whole part has more than 13,000 bits, or a numerator or denominator 500,000.
    """
    for end in ends(x):
        above, below = end.numerator, end.denominator
        if above.bit_length() <= WHOLE_BITS and below.bit_length() <= PART_BITS:
            continue
        _check_parts(above, below)
        # Only a numerator this much longer than the denominator can have so long a whole part.
        if above.bit_length() - below.bit_length() >= WHOLE_BITS:
            _check_whole(above, below)


def _check_parts(above: int, below: int) -> None:
    if max(above.bit_length(), below.bit_length()) > PART_BITS:
        raise TooLargeError(f"more than {PART_BITS} bits in the numerator or denominator")


def _check_whole(above: int, below: int) -> None:
    if (abs(above) // below).bit_length() > WHOLE_BITS:
        raise TooLargeError(f"more than {WHOLE_BITS} bits in the whole part")


def compare(a: Number, b: Number) -> int | None:
    """-1, 0 or 1 as a is less than, equal to or greater than b; None if an interval does not settle it."""
    if isinstance(a, Interval) or isinstance(b, Interval):
        (low_a, high_a), (low_b, high_b) = ends(a), ends(b)
        if high_a < low_b:
            return -1
        return 1 if low_a > high_b else None
    # Asked for every `if`, `min` and band: two products, where comparing with < and > would make four.
    left, right = a.numerator * b.denominator, b.numerator * a.denominator
    return (left > right) - (left < right)


def negate(x: Number) -> Number:
    """The number with the other sign."""
    return Interval(-x.high, -x.low) if isinstance(x, Interval) else -x


def absolute(x: Number) -> Number:
    """The distance of x from zero."""
    if not isinstance(x, Interval):
        return abs(x)
    if x.low < 0 < x.high:
        return Interval(ZERO, max(-x.low, x.high))
    return x if x.low >= 0 else Interval(-x.high, -x.low)


def add(a: Number, b: Number) -> Number:
    """The sum of two numbers."""
    if isinstance(a, Interval) or isinstance(b, Interval):
        (low_a, high_a), (low_b, high_b) = ends(a), ends(b)
        return Interval(low_a + low_b, high_a + high_b)
    return a + b


def subtract(a: Number, b: Number) -> Number:
    """The difference of two numbers."""
    if isinstance(a, Interval) or isinstance(b, Interval):
        (low_a, high_a), (low_b, high_b) = ends(a), ends(b)
        return Interval(low_a - high_b, high_a - low_b)
    return a - b


def multiply(a: Number, b: Number) -> Number:
    """The product of two numbers; exactly zero if one of them is."""
    if isinstance(a, Interval) or isinstance(b, Interval):
        # With either factor held, the product is a straight line: it is extreme at ends only.
        corners = [x * y for x in ends(a) for y in ends(b)]
        return between(min(corners), max(corners))
    return a * b


def divide(a: Number, b: Number) -> Number:
    """The quotient of two numbers.

    Raises:
        ZeroDivisionError: b is exactly zero.
        PrecisionError: b is an interval that holds zero.
    """
    if isinstance(b, Interval):
        if b.low <= 0 <= b.high:
            raise PrecisionError("a divisor that may be zero")
    elif not isinstance(a, Interval):
        return a / b
    corners = [x / y for x in ends(a) for y in ends(b)]
    return between(min(corners), max(corners))


def power(x: Number, n: int) -> Number:
    """The n-th power of x; 1 for n = 0, whatever x is.

    Raises:
        ZeroDivisionError: zero to a negative power.
        PrecisionError: an interval that holds zero, to a negative power.
        TooLargeError: exponent times bits of the base exceed 500,000; found before anything is computed.
    """
    if n == 0:
        return ONE
    if abs(n) * bits(x) > PART_BITS:
        raise TooLargeError(f"a power with more than {PART_BITS} bits")
    if not isinstance(x, Interval):
        return x**n
    if n < 0:
        return divide(ONE, power(x, -n))
    base = absolute(x) if n % 2 == 0 else x
    low, high = ends(base)
    return Interval(low**n, high**n)


def minimum(numbers: Sequence[Number]) -> Number:
    """The smallest of one or more numbers."""
    return between(min(ends(x)[0] for x in numbers), min(ends(x)[1] for x in numbers))


def maximum(numbers: Sequence[Number]) -> Number:
    """The largest of one or more numbers."""
    return between(max(ends(x)[0] for x in numbers), max(ends(x)[1] for x in numbers))


def total(numbers: Sequence[Number]) -> Number:
    """The sum, whatever the order; 0 of nothing.

    Raises:
        TooLargeError: the common denominator of the terms has more than 500,000 bits.
    """
    exact = [x for x in numbers if not isinstance(x, Interval)]
    intervals = [x for x in numbers if isinstance(x, Interval)]
    if not intervals:
        return _sum(exact)
    return Interval(_sum([*exact, *(x.low for x in intervals)]), _sum([*exact, *(x.high for x in intervals)]))


def product(numbers: Sequence[Number]) -> Number:
    """The product, whatever the order; 1 of nothing.

    Raises:
        TooLargeError: the numerators or the denominators multiplied have more than 500,000 bits.
    """
    result: Number = exact_product([x for x in numbers if not isinstance(x, Interval)])
    for x in numbers:
        if isinstance(x, Interval):
            result = multiply(result, x)
            for end in ends(result):
                _check_parts(end.numerator, end.denominator)
    return result


def exact_product(numbers: Sequence[Fraction]) -> Fraction:
    """The product of exact numbers, held to 500,000 bits a part but not to a whole part."""
    if not all(numbers):
        return ZERO
    return Fraction(*_by_halves([(x.numerator, x.denominator) for x in numbers], (1, 1), _times))


def _sum(numbers: Sequence[Fraction]) -> Fraction:
    return Fraction(*_by_halves([(x.numerator, x.denominator) for x in numbers], (0, 1), _plus))


def _by_halves(ratios: list[_Ratio], nothing: _Ratio, join: Callable[[_Ratio, _Ratio], _Ratio]) -> _Ratio:
    """Join 1 with 1, 2 with 2, 4 with 4, …: long numbers then meet long ones, and few times.

    What is complete is joined at once: too large a result is met after as many items as it takes.
    """
    joined: list[tuple[int, _Ratio]] = []
    for ratio in ratios:
        count, result = 1, ratio
        while joined and joined[-1][0] == count:
            result = join(joined.pop()[1], result)
            count *= 2
        joined.append((count, result))
    result = nothing
    while joined:
        result = join(joined.pop()[1], result)
    return result


def _plus(a: _Ratio, b: _Ratio) -> _Ratio:
    """The sum over the least common denominator, not reduced: the order does not decide what is refused."""
    if a[1] == b[1]:
        return a[0] + b[0], a[1]
    shared = math.gcd(a[1], b[1])
    widen_a, widen_b = b[1] // shared, a[1] // shared
    above, below = a[0] * widen_a + b[0] * widen_b, a[1] * widen_a
    _check_parts(1, below)
    return above, below


def _times(a: _Ratio, b: _Ratio) -> _Ratio:
    """The product, not reduced: the order does not decide what is refused."""
    above, below = a[0] * b[0], a[1] * b[1]
    _check_parts(above, below)
    return above, below

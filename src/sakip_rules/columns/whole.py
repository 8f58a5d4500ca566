"""Columns of whole numbers between two known bounds, and why what floats say of them is exact.

Below 2⁵³ a float64 *is* the whole number. Beyond, the float is an image with a known error, and the number
itself is known modulo 2⁶⁴ (see `settling`). Rows for which neither is enough are in doubt: they are computed
one by one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from sakip_rules.columns.settling import ROUNDINGS, Order, Settle, as_whole, choose
from sakip_rules.columns.tape import Array, Tape
from sakip_rules.vocabulary import Mode

EXACT: Final = 1 << 53
"""Every whole number below it is a float64. It is compared as an integer: the float of 2⁵³ + 1 is 2⁵³."""

CERTAIN: Final = 1 << 51
"""|A| + 1.5·B below it: then rounding the float quotient rounds A/B (decision 0029)."""

FITTING: Final = 1 << 62
"""Whole numbers below it are themselves in 64 bits, and so are their differences."""

_FAR: Final = 1 << 46
_FARTHEST: Final = 1 << 52
_LARGEST: Final = 1 << 110
_ULP: Final = 2.0**-53
_SMALL: Final = 2.0**-8
_OUTWARD: Final = 1.0 + 2.0**-40
"""Errors are computed in floats as well, so each is widened by far more than that can lose."""


class NoColumnError(Exception):
    """A plan, or these numbers, cannot be stated on columns; `why` is a key of `speed.REASONS`."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Whole:
    """Whole numbers: bounds, the register of the float image, and how far that may lie off.

    `relative` bounds the error by the number itself; it is infinite once something may have cancelled.
    """

    low: int
    high: int
    register: int
    error: float = 0.0
    relative: float = 0.0
    residue: int | None = None
    """The register of the number modulo 2⁶⁴, where the float is not the number."""

    @property
    def constant(self) -> int | None:
        """The number, where all rows have the same."""
        return self.low if self.low == self.high else None

    @property
    def largest(self) -> int:
        """The largest distance from zero."""
        return max(abs(self.low), abs(self.high))

    @property
    def is_exact(self) -> bool:
        """Says that the float is the number."""
        return self.error == 0


class Wholes:
    """Arithmetic on columns of whole numbers, noted on a tape."""

    def __init__(self, tape: Tape) -> None:
        self.tape = tape
        self.doubts: list[int] = []
        """Truths: rows that are not settled here."""

    def constant(self, number: int) -> Whole:
        """Gives the same number for all rows."""
        if abs(number) >= _LARGEST:
            raise NoColumnError("too-large")
        error = abs(number - int(float(number))) * _OUTWARD
        residue = self.tape.constant((number + (1 << 63)) % (1 << 64) - (1 << 63), "i8")
        register = self.tape.constant(float(number), "f8")
        return Whole(number, number, register, error, _ULP if error else 0.0, residue)

    def source(self, column: Array, low: int, high: int) -> Whole:
        """Gives the whole numbers of a column of data."""
        if low == high:
            return self.constant(low)
        image, largest = self.tape.source(column, "f8"), max(abs(low), abs(high))
        if largest < EXACT:
            return Whole(low, high, image)
        return Whole(low, high, image, largest * _ULP * _OUTWARD, _ULP, self.tape.source(column, "i8"))

    def looked_up(self, call: Callable[..., Any], places: Sequence[int], numbers: Sequence[int]) -> Whole:
        """Gives the whole numbers of a list, at places that registers say."""
        low, high = min(numbers), max(numbers)
        if max(-low, high) >= EXACT:
            raise NoColumnError("too-large")
        return Whole(low, high, self.tape.note(call, *places))

    def residue(self, a: Whole) -> int:
        """Gives the register of the numbers modulo 2⁶⁴; it is played only where something reads it."""
        return self.tape.note(as_whole, a.register, kind="i8") if a.residue is None else a.residue

    def multiply(self, a: Whole, b: Whole) -> Whole:
        """Gives the product."""
        if a.constant is not None and b.constant is not None:
            return self.constant(a.constant * b.constant)
        if 1 in (a.constant, b.constant):
            return b if a.constant == 1 else a
        if 0 in (a.constant, b.constant):
            return self.constant(0)
        corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        error = a.largest * b.error + b.largest * a.error + a.error * b.error
        return self._made(np.multiply, a, b, (min(corners), max(corners)), error, a.relative + b.relative)

    def add(self, a: Whole, b: Whole) -> Whole:
        """Gives the sum."""
        if a.constant is not None and b.constant is not None:
            return self.constant(a.constant + b.constant)
        if 0 in (a.constant, b.constant):
            return b if a.constant == 0 else a
        one_sign = min(a.low, b.low) >= 0 or max(a.high, b.high) <= 0
        relative = max(a.relative, b.relative) if one_sign else math.inf
        return self._made(np.add, a, b, (a.low + b.low, a.high + b.high), a.error + b.error, relative)

    def _made(
        self,
        call: Callable[..., Any],
        a: Whole,
        b: Whole,
        ends: tuple[int, int],
        error: float,
        relative: float,
    ) -> Whole:
        register = self.tape.note(call, a.register, b.register)
        largest = max(map(abs, ends))
        if largest < EXACT and error == 0:
            return Whole(*ends, register)
        if largest >= _LARGEST:
            raise NoColumnError("too-large")
        error = (error + (largest + error) * _ULP) * _OUTWARD
        relative = (relative + _ULP) * _OUTWARD
        residue = self.tape.note(call, self.residue(a), self.residue(b), kind="i8")
        return Whole(*ends, register, error, relative, residue)

    def select(self, condition: int, a: Whole, b: Whole) -> Whole:
        """Gives `a` where a truth holds, else `b`."""
        if a == b:
            return a
        register = self.tape.note(choose, condition, a.register, b.register)
        ends = min(a.low, b.low), max(a.high, b.high)
        if a.is_exact and b.is_exact and max(map(abs, ends)) < EXACT:
            return Whole(*ends, register)
        residue = self.tape.note(choose, condition, self.residue(a), self.residue(b), kind="i8")
        return Whole(*ends, register, max(a.error, b.error), max(a.relative, b.relative), residue)

    def order(self, call: Callable[..., Any], a: Whole, b: Whole) -> int:
        """Gives the truth of a comparison, settled for every row; a constant where the bounds decide it."""
        if a.high < b.low or b.high < a.low or (a.constant is not None and a.constant == b.constant):
            sign = (a.low > b.low) - (a.low < b.low)
            return self.tape.constant(bool(call(sign, 0)), "?")
        if a.is_exact and b.is_exact:
            return self.tape.note(call, a.register, b.register, kind="?")
        error = a.error + b.error
        if not error < 2.0**60:
            raise NoColumnError("too-large")
        difference = self.tape.note(np.subtract, self.residue(a), self.residue(b), kind="i8")
        return self.tape.note(Order(call, error), a.register, b.register, difference, kind="?")

    def counted(self, a: Whole) -> Whole:
        """Gives the numbers in a register of 64 bits, if one float does not hold them."""
        if a.is_exact and a.largest < EXACT:
            return a
        if a.largest >= FITTING:
            self._doubt(np.greater_equal, self.tape.note(np.absolute, a.register), FITTING >> 1)
        return replace(a, register=self.residue(a))

    def sign(self, a: Whole) -> Whole:
        """Gives −1 for what is below zero, else 1."""
        if a.low >= 0 or a.high < 0:
            return self.constant(1 if a.low >= 0 else -1)
        below = self.order(np.less, a, self.constant(0))
        return self.select(below, self.constant(-1), self.constant(1))

    def absolute(self, a: Whole) -> Whole:
        """Gives the distance from zero."""
        size = self.multiply(a, self.sign(a))
        return replace(size, low=0 if a.low <= 0 <= a.high else min(abs(a.low), abs(a.high)), high=a.largest)

    def nearest(self, a: Whole, b: Whole, mode: Mode) -> Whole:
        """Gives a/b rounded to a whole number; every b is above zero, but for rows that are in doubt."""
        if b.constant == 1:
            return a
        low, high = _quotients(a, b)
        quotient = self.tape.note(np.divide, a.register, b.register)
        if a.is_exact and b.is_exact and 2 * a.largest + 3 * b.high < 2 * CERTAIN:
            register, far = self._certain(quotient, mode, low), _FARTHEST
        else:
            far = _FAR if max(-low, high) < _FAR or max(a.largest, b.high) >= FITTING else _FARTHEST
            register = self._settled(quotient, a, b, mode, divides=far == _FARTHEST)
        if max(-low, high) >= far:
            self._doubt(np.greater_equal, self.tape.note(np.absolute, register), far)
        low, high = (min(max(end, -far), far) for end in (low, high))
        return Whole(low, high, register)

    def _certain(self, quotient: int, mode: Mode, low: int) -> int:
        """Rounds where the float quotient is on the right side of every tie and every whole number."""
        if mode == "half_up" and low >= 0:  # the usual case, without a look at signs
            half = self.tape.constant(0.5, "f8")
            return self.tape.note(np.floor, self.tape.note(np.add, quotient, half))
        return self.tape.note(ROUNDINGS[mode], quotient)

    def _settled(self, quotient: int, a: Whole, b: Whole, mode: Mode, *, divides: bool) -> int:
        """Rounds by the float quotient, and by the rest of the division where that is too close to call."""
        if b.high >= FITTING >> 2:
            self._doubt(np.greater_equal, b.register, FITTING >> 2)
        absolute, relative = _off(a, b)
        if not (divides or absolute < _SMALL or relative < 2.0**-49):
            raise NoColumnError("cancelled")
        within = (absolute, 0.0) if absolute < _SMALL else (0.0, min(relative, 1.0))
        return self.tape.note(Settle(mode, *within, divides), quotient, self.residue(a), self.residue(b))

    def _doubt(self, call: Callable[..., Any], register: int, number: int) -> None:
        self.doubts.append(self.tape.note(call, register, self.tape.constant(float(number), "f8"), kind="?"))


def _off(a: Whole, b: Whole) -> tuple[float, float]:
    """How far the float quotient may lie from a/b: at most, and as a part of it."""
    relative = (a.relative + b.relative + 2 * _ULP) * _OUTWARD
    largest = a.largest / b.low
    if b.low <= 2 * b.error:
        return math.inf, relative
    return ((a.error + largest * b.error) / (b.low - b.error) + largest * 2 * _ULP) * _OUTWARD, relative


def _quotients(a: Whole, b: Whole) -> tuple[int, int]:
    """Between which whole numbers every a/b lies, rounded whichever way."""
    corners = [(x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return min(x // y for x, y in corners), max(-(-x // y) for x, y in corners)

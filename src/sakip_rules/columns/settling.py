"""Decides what floats leave open: roundings and comparisons, by whole numbers modulo 2⁶⁴.

The float says roughly where the answer is; the rest of the division, or the difference, is then so small that
64 bits hold it, even where the numbers themselves have overflowed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from sakip_rules.columns.tape import Array
from sakip_rules.vocabulary import Mode

_MANY: Final = 0.2
"""From this share of a chunk on, all its rows are settled: picking them out would cost more."""


def choose(condition: Array, a: Array, b: Array, out: Array) -> None:
    """Puts `a` where the condition holds, else `b`."""
    np.copyto(out, b)
    np.copyto(out, a, where=condition)


def as_whole(image: Array, out: Array) -> None:
    """Puts the whole numbers that floats are."""
    np.copyto(out, image, casting="unsafe")


@dataclass(frozen=True, slots=True)
class Order:
    """Compares two columns by their images, and where these are as near as `error`, by the difference."""

    call: Callable[..., Any]
    error: float

    def __call__(self, a: Array, b: Array, difference: Array, out: Array) -> None:
        """Fills the truth of every row."""
        self.call(a, b, out=out)
        near = np.abs(a - b) <= self.error
        # These rows alone: what is not near may differ by more than 64 bits hold.
        np.copyto(out, self.call(difference, 0), where=near)


@dataclass(frozen=True, slots=True)
class Settle:
    """Rounds a column of quotients; `absolute` and `relative` bound what the float may be off."""

    mode: Mode
    absolute: float
    relative: float
    divides: bool
    """Whether both numbers fit into 64 bits, and the quotient may be larger than its float can say."""

    def __call__(self, quotient: Array, above: Array, below: Array, out: Array) -> None:
        """Fills the whole number of every row."""
        np.rint(quotient, out=out)
        distance = np.abs(quotient - out)
        error: Array = np.abs(quotient) * self.relative if self.relative else self.absolute
        if self.mode in ("half_up", "half_even"):
            doubtful = distance + error >= 0.5  # noqa: PLR2004 - a half
        else:
            doubtful = distance <= error
            ROUNDINGS[self.mode](quotient, out)
        count = np.count_nonzero(doubtful)
        if count > _MANY * len(out):
            out[:] = self._divided(quotient, above, below)
        elif count:
            rows = np.flatnonzero(doubtful)
            picked = (np.broadcast_to(column, out.shape)[rows] for column in (quotient, above, below))
            out[rows] = self._divided(*picked)

    def _divided(self, quotient: Array, above: Array, below: Array) -> Array:
        """The quotients of some rows by their rests; what lies too far is garbage, and its row in doubt."""
        whole = above // np.maximum(below, 1) if self.divides else np.rint(quotient).astype(np.int64)
        rest = above - whole * below
        low = rest < 0
        whole, rest = whole - low, rest + low * below
        return whole + _STEPS_UP[self.mode](whole, rest, below)


def _half_up(x: Array, out: Array) -> None:
    np.add(np.abs(x, out=out), 0.5, out=out)
    np.copysign(np.floor(out, out=out), x, out=out)


def _up(x: Array, out: Array) -> None:
    np.copysign(np.ceil(np.abs(x, out=out), out=out), x, out=out)


ROUNDINGS: Final[dict[Mode, Callable[..., Any]]] = {
    "half_up": _half_up,
    "half_even": np.rint,
    "down": np.trunc,
    "up": _up,
    "floor": np.floor,
    "ceiling": np.ceil,
}
"""How floats are rounded that lie on the right side of every tie and every whole number."""

# As in `numbers.rounding`, on columns: whether to step up from the whole number just below q + r/d.
_STEPS_UP: Final[dict[Mode, Callable[[Any, Any, Any], Any]]] = {
    "half_up": lambda q, r, d: (2 * r > d) | ((2 * r == d) & (q >= 0)),
    "half_even": lambda q, r, d: (2 * r > d) | ((2 * r == d) & (q % 2 == 1)),
    "down": lambda q, r, _d: (r > 0) & (q < 0),
    "up": lambda q, r, _d: (r > 0) & (q >= 0),
    "floor": lambda q, _r, _d: np.zeros_like(q, bool),
    "ceiling": lambda _q, r, _d: r > 0,
}

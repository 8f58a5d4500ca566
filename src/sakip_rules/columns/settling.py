"""Decides what floats leave open: roundings and comparisons, by whole numbers modulo 2⁶⁴.

The float says roughly where the answer is; the rest of the division, or the difference, is then so small that
64 bits hold it, even where the numbers themselves have overflowed. It is computed for the rows that need it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from sakip_rules.columns.tape import Array
from sakip_rules.vocabulary import Mode

Residue = tuple[Any, ...]
"""A number modulo 2⁶⁴, in postfix: registers, constants as `("constant", k)`, and NumPy calls."""

MANY: Final = 0.2
"""From this share of a chunk on, all its rows are settled: picking them out would cost more."""


def choose(condition: Array, a: Array, b: Array, out: Array) -> None:
    """Puts `a` where the condition holds, else `b`."""
    np.copyto(out, b)
    np.copyto(out, a, where=condition)


def registers_of(*residues: Residue) -> tuple[int, ...]:
    """Gives the registers that residues need, each once."""
    return tuple(dict.fromkeys(part for residue in residues for part in residue if isinstance(part, int)))


def placed(residue: Residue, registers: Sequence[int]) -> Residue:
    """Gives a residue whose registers are places in a list of columns."""
    places = {register: place for place, register in enumerate(registers)}
    return tuple(places[part] if isinstance(part, int) else part for part in residue)


def modulo(residue: Residue, columns: Sequence[Array], rows: Array) -> Array:
    """Computes the number for some rows modulo 2⁶⁴."""
    values: list[Array] = []
    for part in residue:
        if isinstance(part, int):
            values.append(_whole(columns[part], rows))
        elif isinstance(part, tuple):
            values.append(np.int64(part[1]))
        elif part is choose:
            condition, a, b = values[-3:]
            values[-3:] = [np.where(condition, a, b)]
        else:
            values[-2:] = [part(*values[-2:])]
    return values[0]


def _whole(column: Array, rows: Array) -> Array:
    """The rows of a column as they are computed with: truths as they are, numbers in 64 bits."""
    chosen = column if np.ndim(column) == 0 else column[rows]
    return chosen if chosen.dtype == np.bool_ else np.asarray(chosen).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Modulo:
    """Computes a column of whole numbers in 64 bits."""

    residue: Residue

    def __call__(self, *columns: Array) -> None:
        """Fills the whole numbers of all rows."""
        *leaves, out = columns
        np.copyto(out, modulo(self.residue, leaves, slice(None)))


@dataclass(frozen=True, slots=True)
class Order:
    """Compares two columns by their images, and by their difference where those are too near."""

    call: Callable[..., Any]
    left_error: tuple[float, float]
    right_error: tuple[float, float]
    left: Residue
    right: Residue

    def __call__(self, a: Array, b: Array, *columns: Array) -> None:
        """Fills the truth of every row."""
        *leaves, out = columns
        self.call(a, b, out=out)
        near = np.abs(np.subtract(a, b)) <= _within(a, *self.left_error) + _within(b, *self.right_error)
        # These rows alone: what is not near may differ by more than 64 bits hold.
        rows = np.flatnonzero(np.broadcast_to(near, out.shape))
        if len(rows):
            difference = modulo(self.left, leaves, rows) - modulo(self.right, leaves, rows)
            out[rows] = self.call(difference, 0)


def _within(image: Array, error: float, relative: float) -> Array:
    """How far the number may lie from its image: the smaller of two bounds that both hold."""
    return error if np.isinf(relative) else np.minimum(np.abs(image) * relative * (1 + 2.0**-40), error)


@dataclass(frozen=True, slots=True)
class Settle:
    """Rounds a column of quotients; `absolute` and `relative` bound what the float may be off."""

    mode: Mode
    absolute: float
    relative: float
    divides: bool
    """Whether both numbers fit into 64 bits, and the quotient may be larger than its float can say."""
    above: Residue
    below: Residue

    def __call__(self, quotient: Array, *columns: Array) -> None:
        """Fills the whole number of every row."""
        *leaves, out = columns
        np.rint(quotient, out=out)
        distance = np.abs(quotient - out)
        error: Array = np.abs(quotient) * self.relative if self.relative else self.absolute
        if self.mode in _HALVES:
            doubtful = distance + error >= 0.5  # noqa: PLR2004 - a half
        else:
            doubtful = distance <= error
            _DIRECTED[self.mode](quotient, out)
        rows = _chosen(doubtful)
        if rows is not None:
            out[rows] = self._divided(quotient[rows], leaves, rows)

    def _divided(self, quotient: Array, columns: Sequence[Array], rows: Array) -> Array:
        """The quotients of some rows by their rests; what lies too far is garbage, and its row in doubt."""
        above, below = modulo(self.above, columns, rows), modulo(self.below, columns, rows)
        whole = above // np.maximum(below, 1) if self.divides else np.rint(quotient).astype(np.int64)
        rest = above - whole * below
        low = rest < 0
        whole, rest = whole - low, rest + low * below
        return whole + _STEPS_UP[self.mode](whole, rest, below)


def _chosen(doubtful: Array) -> Array:
    count = int(np.count_nonzero(doubtful))
    if count == 0:
        return None
    return slice(None) if count > MANY * len(doubtful) else np.flatnonzero(doubtful)


def _upward(x: Array, out: Array) -> None:
    """Away from zero."""
    np.copysign(np.ceil(np.abs(x)), x, out=out)


_HALVES: Final = ("half_up", "half_even")
_DIRECTED: Final[dict[Mode, Callable[..., Any]]] = {
    "floor": np.floor,
    "ceiling": np.ceil,
    "down": np.trunc,
    "up": _upward,
}

# As in `numbers.rounding`, on columns: whether to step up from the whole number just below q + r/d.
_STEPS_UP: Final[dict[Mode, Callable[[Any, Any, Any], Any]]] = {
    "half_up": lambda q, r, d: (2 * r > d) | ((2 * r == d) & (q >= 0)),
    "half_even": lambda q, r, d: (2 * r > d) | ((2 * r == d) & (q % 2 == 1)),
    "down": lambda q, r, _d: (r > 0) & (q < 0),
    "up": lambda q, r, _d: (r > 0) & (q >= 0),
    "floor": lambda q, _r, _d: np.zeros_like(q, bool),
    "ceiling": lambda _q, r, _d: r > 0,
}

"""Round to a number of decimals, in one of six stated ways."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip_rules.numbers.exact import Interval
from sakip_rules.vocabulary import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.numbers.exact import Number

# Whether to step up from the whole number q just below the exact value q + r/d, where 0 < r < d.
# half_up goes away from zero on a tie, so a tie below zero (q < 0) stays down.
_STEPS_UP: dict[Mode, Callable[[int, int, int], bool]] = {
    "half_up": lambda q, r, d: 2 * r > d or (2 * r == d and q >= 0),
    "half_even": lambda q, r, d: 2 * r > d or (2 * r == d and q % 2 == 1),
    "down": lambda q, _r, _d: q < 0,
    "up": lambda q, _r, _d: q >= 0,
    "floor": lambda _q, _r, _d: False,
    "ceiling": lambda _q, _r, _d: True,
}


def round_units(x: Fraction, places: int, mode: Mode) -> int:
    """How many units of 10^-places the rounded x has: 1.25 with 1 place has 13 tenths, half_up."""
    return _units(x.numerator, x.denominator, places, mode)


def _units(above: int, below: int, places: int, mode: Mode) -> int:
    if places >= 0:
        above *= 10**places
    else:
        below *= 10**-places
    whole, rest = divmod(above, below)
    return whole + 1 if rest and _STEPS_UP[mode](whole, rest, below) else whole


def round_pair(above: int, below: int, places: int, mode: Mode) -> tuple[int, int]:
    """As `round_to`, for a fraction that need not be in lowest terms, with a denominator above zero."""
    units = _units(above, below, places, mode)
    return (units, 10**places) if places >= 0 else (units * 10**-places, 1)


def round_to(x: Fraction, places: int, mode: Mode) -> Fraction:
    """The multiple of 10^-places that x is rounded to; negative places round to tens, hundreds, ….

    `mode`: half_up (ties away from zero), half_even, down (toward zero), up (away from zero), floor, ceiling.
    """
    return Fraction(*round_pair(x.numerator, x.denominator, places, mode))


def round_number(x: Number, places: int, mode: Mode) -> Fraction | None:
    """As `round_to`; None if an interval does not round to one number."""
    if not isinstance(x, Interval):
        return round_to(x, places, mode)
    # Every mode is monotone, so the ends speak for all that lies between them.
    low, high = round_to(x.low, places, mode), round_to(x.high, places, mode)
    return low if low == high else None

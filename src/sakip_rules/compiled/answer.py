"""What a compiled rule gives: integers, from which a program's values are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from sakip_rules.models import Rounding
from sakip_rules.numbers import fraction, round_pair
from sakip_rules.plans import ScalePlan, StepPlan, band_at, band_of
from sakip_rules.results import SHOWN
from sakip_rules.scales import Band
from sakip_rules.values import Absent, Category

if TYPE_CHECKING:
    from sakip_rules.compiled.rule import CompiledRule


class Showing(NamedTuple):
    """How the result of a rule is shown: its scale, and the units to which it is rounded."""

    scale: ScalePlan | None
    is_carried: bool
    """Whether the scale sees the rounded number."""

    units: Callable[[int, int], int]
    parts: int
    """So many units are one."""

    exponent: str

    @classmethod
    def of(cls, result: StepPlan) -> Showing:
        """Gives how a result is shown."""
        rounding = result.rounding or SHOWN
        is_carried = result.rounding is not None and rounding.carry == "rounded"
        places = max(rounding.places, 0)
        return cls(result.scale, is_carried, _rounder(rounding), 10**places, f"E-{places}")


Outcome = tuple[int, int, Absent | None, bool, Showing]
"""Numerator and denominator of the exact result, or what is absent; whether something may be to tell."""


def _rounder(rounding: Rounding) -> Callable[[int, int], int]:
    """Gives what rounds a fraction to units, of ten and more as many ones."""
    places, mode = rounding.places, rounding.mode
    twice = 2 * 10 ** max(places, 0)

    def half_up(n: int, d: int) -> int:
        n *= twice
        return (n + d) // (d + d) if n >= 0 else -((d - n) // (d + d))

    return half_up if mode == "half_up" and places >= 0 else lambda n, d: round_pair(n, d, places, mode)[0]


class Answered:
    """The result of one call.

    The words, the trace and the diagnostics are those of the reference, which computes the same inputs.
    """

    __slots__ = ()

    _outcome: Outcome

    @property
    def absent(self) -> Absent | None:
        """What stands where there is no number."""
        return self._outcome[2]

    @property
    def exact(self) -> Fraction | None:
        """The exact number before rounding; None if it is absent."""
        n, d, absent, _, _ = self._outcome
        return fraction(n, d) if absent is None else None

    @property
    def value(self) -> Decimal | None:
        """The number as it is shown."""
        n, d, absent, _, showing = self._outcome
        if absent is not None:
            return None
        return Decimal(f"{showing.units(n, d)}{showing.exponent}")  # no context of the caller rounds it

    @property
    def category(self) -> str | None:
        """The label of the band that the result's scale gives."""
        n, d, absent, _, showing = self._outcome
        scale = showing.scale
        if scale is None:
            return None
        if absent is not None:
            found = band_of(scale, absent)
        elif showing.is_carried:
            found = band_at(scale, showing.units(n, d), showing.parts)
        else:
            found = band_at(scale, n, d)
        return found.label if isinstance(found, Category) else None

    @property
    def quiet(self) -> bool:
        """Whether there is surely nothing to tell, of the record and of every rule that it called."""
        n, d, absent, told, showing = self._outcome
        if told or showing.scale is None or absent is not None:
            return not told
        at = showing.scale.scale.at
        shown = at(showing.units(n, d), showing.parts)
        banded = shown if showing.is_carried else at(n, d)
        return isinstance(banded, Band) and isinstance(shown, Band) and _same(banded, shown)


class CompiledResult(Answered):
    """A result as it is."""

    __slots__ = ("_outcome",)

    def __init__(self, compiled: CompiledRule, given: Mapping[str, Any]) -> None:
        """Computes it; raises `DeclineError` where the reference must."""
        self._outcome = compiled.run(given)


def _same(one: Band, other: Band) -> bool:
    return one is other or (one.category, one.code) == (other.category, other.code)

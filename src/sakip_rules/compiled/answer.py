"""What a compiled rule gives: integers, from which a program's values are made when they are asked for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip_rules.numbers import fraction, round_pair
from sakip_rules.plans import RulePlan, band_at, band_of
from sakip_rules.results import SHOWN
from sakip_rules.scales import Band
from sakip_rules.values import Absent, Category

if TYPE_CHECKING:
    from sakip_rules.compiled.rule import CompiledRule, Outcome


class Answered:
    """The result of one call: numerator and denominator of the exact number, or what is absent.

    The words, the trace and the diagnostics are those of the reference, which computes the same inputs.
    """

    __slots__ = ()

    _outcome: Outcome
    _plan: RulePlan

    @property
    def absent(self) -> Absent | None:
        """What stands where there is no number."""
        return self._outcome[2]

    @property
    def exact(self) -> Fraction | None:
        """The exact number before rounding; None if it is absent."""
        n, d, absent, _ = self._outcome
        return fraction(n, d) if absent is None else None

    @property
    def value(self) -> Decimal | None:
        """The number as it is shown."""
        if self.absent is not None:
            return None
        (shown, _), places = self._shown()
        return Decimal(f"{shown}E-{max(places, 0)}")  # no context of the caller rounds it

    @property
    def category(self) -> str | None:
        """The label of the band that the result's scale gives."""
        scale = self._plan.result.scale
        if scale is None:
            return None
        absent = self.absent
        found = band_at(scale, *self._carried()) if absent is None else band_of(scale, absent)
        return found.label if isinstance(found, Category) else None

    @property
    def quiet(self) -> bool:
        """Whether there is surely nothing to tell, of the record and of every rule that it called."""
        *_, absent, told = self._outcome
        scale = self._plan.result.scale
        if told or scale is None or absent is not None:
            return not told
        banded, shown = scale.scale.at(*self._carried()), scale.scale.at(*self._shown()[0])
        return isinstance(banded, Band) and isinstance(shown, Band) and _same(banded, shown)

    def _carried(self) -> tuple[int, int]:
        """The number as a scale sees it."""
        n, d, *_ = self._outcome
        rounding = self._plan.result.rounding
        if rounding is None or rounding.carry == "exact":
            return n, d
        return round_pair(n, d, rounding.places, rounding.mode)

    def _shown(self) -> tuple[tuple[int, int], int]:
        """The number as it is shown, and with how many decimals."""
        n, d, *_ = self._outcome
        rounding = self._plan.result.rounding or SHOWN
        return round_pair(n, d, rounding.places, rounding.mode), rounding.places


class CompiledResult(Answered):
    """A result as it is."""

    __slots__ = ("_outcome", "_plan")

    def __init__(self, compiled: CompiledRule, given: Mapping[str, Any]) -> None:
        """Computes it; raises `DeclineError` where the reference must."""
        self._outcome = compiled.run(given)
        self._plan = compiled.plan


def _same(one: Band, other: Band) -> bool:
    return one is other or (one.category, one.code) == (other.category, other.code)

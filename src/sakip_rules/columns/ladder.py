"""A scale on a column: at which rung of a ladder each number stands, and which category that is."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, NamedTuple

import numpy as np

from sakip_rules.columns.ratios import Ratio, Ratios
from sakip_rules.columns.tape import Array
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.plans import ScalePlan, band_of
from sakip_rules.values import Absent, Category

_MOST_RUNGS: Final = 250
"""A rung is a byte."""


class Rung(NamedTuple):
    """From which number on an answer holds, as far as the next rung; whether that number is one of them."""

    edge: Fraction
    closed: bool
    answer: Category | Absent


@dataclass(frozen=True, slots=True)
class Ladder:
    """A scale as a ladder: what the lowest numbers get, and where something else begins."""

    plan: ScalePlan
    lowest: Category | Absent
    rungs: tuple[Rung, ...]

    @classmethod
    def of(cls, plan: ScalePlan) -> Ladder:
        """Gives the ladder of a scale: it is asked about each end, and about each stretch between two."""
        spans = [plan.scale.domain, *(band.span for band in plan.scale.bands if band.span is not None)]
        ends = sorted({end for span in spans for end in (span.low, span.high) if end is not None})
        answer = lowest = band_of(plan, min(ends, default=Fraction(0)) - 2 * _width(plan))
        rungs: list[Rung] = []
        for edge, closed, inside in _stretches(plan, ends):
            found = band_of(plan, inside)
            if found != answer:
                rungs.append(Rung(edge, closed, found))
                answer = found
        return cls(plan, lowest, tuple(rungs))

    @property
    def answers(self) -> tuple[Category | Absent, ...]:
        """What each rung gives; the ground below them is the first."""
        return (self.lowest, *(rung.answer for rung in self.rungs))

    def note(self, ratios: Ratios, number: Ratio) -> int:
        """Gives the register of the rung that each number stands on."""
        tape, scale = ratios.wholes.tape, self.plan.scale
        if len(self.rungs) > _MOST_RUNGS:
            raise NoColumnError("many")
        if scale.places is not None:
            number = ratios.rounded(number, scale.places, scale.mode)
        standing = tape.constant(0, "u1")
        for rung in self.rungs:
            call = np.greater_equal if rung.closed else np.greater
            above = ratios.order(call, number, ratios.constant(rung.edge))
            standing = tape.note(np.add, standing, above, kind="u1")
        return standing

    @property
    def refused(self) -> dict[int, str]:
        """The rungs that have no category, and why."""
        answers = enumerate(self.answers)
        return {place: str(one.reason) for place, one in answers if isinstance(one, Absent)}

    def alike(self) -> Array:
        """Gives for each rung the first one with the same answer."""
        return np.array([self.answers.index(answer) for answer in self.answers], "u1")

    def of_absent(self, absent: Absent) -> Category | None:
        """Gives the category of an absent value, if the scale has a band for it."""
        found = band_of(self.plan, absent)
        return found if isinstance(found, Category) else None


def _width(plan: ScalePlan) -> Fraction:
    """A step over which a rounding scale cannot round back."""
    return Fraction(10) ** -(plan.scale.places or 0)


def _stretches(plan: ScalePlan, ends: list[Fraction]) -> Iterator[tuple[Fraction, bool, Fraction]]:
    """Where something else may begin, whether there itself or just behind, and a number that lies there.

    All numbers as far as the next such place get the same: they lie in the same bands, or in the same hole.
    Where the scale rounds, these numbers are multiples of a width.
    """
    width = _width(plan)
    if plan.scale.places is None:
        for low, high in zip(ends, [*ends[1:], None], strict=True):
            yield low, True, low
            yield low, False, low + 1 if high is None else (low + high) / 2
        return
    units = {unit for end in ends for unit in (math.ceil(end / width), math.floor(end / width) + 1)}
    for unit in sorted(units):
        yield unit * width, True, unit * width

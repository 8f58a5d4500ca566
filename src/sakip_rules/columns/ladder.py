"""A scale on a column: at which rung of a ladder each number stands, and which category that is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest
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
        ends = _ends(plan)
        answer = lowest = band_of(plan, ends[0] - 2 * _width(plan) if ends else Fraction(0))
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
        """Gives for each rung the first one with the same answer; nothing where no two have the same."""
        first = [self.answers.index(answer) for answer in self.answers]
        return None if first == list(range(len(first))) else np.array(first, "u1")

    def of_absent(self, absent: Absent) -> Category | None:
        """Gives the category of an absent value, if the scale has a band for it."""
        found = band_of(self.plan, absent)
        return found if isinstance(found, Category) else None


def _ends(plan: ScalePlan) -> list[Fraction]:
    spans = [plan.scale.domain, *(band.span for band in plan.scale.bands if band.span is not None)]
    return sorted({end for span in spans for end in (span.low, span.high) if end is not None})


def _width(plan: ScalePlan) -> Fraction:
    """A step over which a rounding scale cannot round back."""
    return Fraction(1) if plan.scale.places is None else Fraction(10) ** -plan.scale.places


def _stretches(plan: ScalePlan, ends: list[Fraction]) -> Iterator[tuple[Fraction, bool, Fraction]]:
    """Each end, and each stretch behind it, with a number in it that the scale's own rounding leaves there.

    All numbers of a stretch get the same: they lie in the same bands, or in the same hole.
    """
    width = _width(plan)
    for low, high in zip_longest(ends, ends[1:]):
        if plan.scale.places is None or low % width == 0:
            yield low, True, low
        inside = _between(low, high, width, rounds=plan.scale.places is not None)
        if high is None or inside < high:
            yield low, False, inside


def _between(low: Fraction, high: Fraction | None, width: Fraction, *, rounds: bool) -> Fraction:
    """A number behind one end and before the next; of those that a rounding leaves, the first one."""
    if rounds:
        return (low // width + 1) * width
    return low + 1 if high is None else (low + high) / 2

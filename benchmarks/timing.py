"""Measuring side by side, in processor time: what is compared runs in turns, and others use the machine, too.

Processor time leaves out the waiting while others have the processor; turns share what is left of their
influence, such as a slower clock or a colder cache.
"""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

Clock = Callable[[], float]

BATCH = 0.005
"""Seconds that one turn of a quick function takes at least, so that the clock's own grain does not count."""


@dataclass(frozen=True)
class Measured:
    """The seconds of one call in every round; rounds of things measured together belong together."""

    rounds: tuple[float, ...]

    @property
    def typical(self) -> float:
        """The median of all rounds, in seconds."""
        return statistics.median(self.rounds)

    def ratio(self, other: Measured) -> Ratio:
        """Gives how many times as long as the other it takes."""
        return Ratio.of([mine / its for mine, its in zip(self.rounds, other.rounds, strict=True)])


@dataclass(frozen=True)
class Ratio:
    """The median of the ratios of all rounds, and between which values half of them lie."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, ratios: list[float]) -> Ratio:
        """Gives the quartiles."""
        low, middle, high = statistics.quantiles(ratios, n=4, method="inclusive")
        return cls(low, middle, high)


def side_by_side(
    work: Mapping[str, Callable[[], object]], rounds: int, clock: Clock = time.process_time
) -> dict[str, Measured]:
    """Measures functions in turns; the first of a round is another one each time."""
    names = list(work)
    loops = {name: _loops(work[name], clock) for name in names}
    seconds: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            seconds[name].append(_once(work[name], loops[name], clock))
    return {name: Measured(tuple(taken)) for name, taken in seconds.items()}


def _loops(function: Callable[[], object], clock: Clock) -> int:
    """Gives how often a function is called in one turn; the calls made here warm it up.

    The quicker of two turns counts: in one of them something may be made once, as a rule is compiled.
    """
    loops = 1
    while (taken := min(_once(function, loops, clock) for _ in range(2)) * loops) < BATCH:
        loops = max(2 * loops, int(loops * BATCH / max(taken, 1e-9)))
    return loops


def _once(function: Callable[[], object], loops: int, clock: Clock) -> float:
    gc.collect()
    gc.disable()
    try:
        start = clock()
        for _ in range(loops):
            function()
        return (clock() - start) / loops
    finally:
        gc.enable()

"""Whether the time for one rule grows with how many there are, alone or in a chain."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generated import catalogue

from sakip_rules import Catalogue

T = TypeVar("T")

ALONE = (10, 100, 1_000, 10_000)
CHAINED = (10, 50, 100, 500)
TRIES = 3
MOST = 20_000
"""Rules that are loaded for one size, over all tries: small catalogues are measured more often."""


@dataclass(frozen=True)
class Step:
    """The microseconds for one rule, for catalogues of one size; of several tries the quickest.

    `use` links and runs: every example of rules that stand alone, the uppermost rule of a chain.
    """

    size: int
    load: float
    check: float
    use: float


def measure() -> tuple[list[Step], list[Step]]:
    """Measures catalogues of rules that stand alone, and chains."""
    for chained in (False, True):  # the first catalogue of a process also pays for what is made once
        _step(ALONE[0], chained=chained)
    return [_step(size, chained=False) for size in ALONE], [_step(size, chained=True) for size in CHAINED]


def _step(size: int, *, chained: bool) -> Step:
    with catalogue(size, chained=chained) as folder:
        tries = [_try(folder, size, chained=chained) for _ in range(max(1, min(TRIES, MOST // size)))]
    load, check, use = (min(times) for times in zip(*tries, strict=True))
    return Step(size, load, check, use)


def _try(folder: Path, size: int, *, chained: bool) -> tuple[float, float, float]:
    """Loads and checks a catalogue and uses its rules; gives the microseconds of each for one rule."""
    rules = Catalogue.load(folder)
    _, load = _timed(lambda: rules.rules)  # they are read when they are asked for
    found, check = _timed(rules.check)
    right, use = _timed(lambda: _top(rules, size) if chained else _examples(rules, size))
    if found or not right:
        raise SystemExit(f"the rules made for measuring are not right: {found[:1]}")
    return load / size, check / size, use / size


def _examples(rules: Catalogue, size: int) -> bool:
    """Links every rule and runs its example."""
    outcomes = rules.run_examples()
    return len(outcomes) == size and all(outcome.passed for outcome in outcomes)


def _top(rules: Catalogue, size: int) -> bool:
    """Links the rule that all others of a chain stand below, and computes it, and with it each of them."""
    return rules.rule(f"uji/layanan-{size - 1}", on=2020).evaluate(terlayani=1, semua=4).exact == 25 * size


def _timed(call: Callable[[], T]) -> tuple[T, float]:
    gc.collect()
    start = time.process_time()
    given = call()
    return given, (time.process_time() - start) * 1e6

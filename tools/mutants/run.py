"""One run: the changes of some packages, the tests for each, and what became of them."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from mutants.changes import Mutant, mutants
from mutants.children import Work, run_each
from mutants.known import Equivalent, Results, gone
from mutants.reach import Measuring, Reach, fingerprint
from mutants.trials import FLAGS, Trial, Verdict, try_anew, try_in_place

TOP: Final = Path(__file__).parents[2]
ROOT: Final = TOP / "src" / "sakip_rules"
TESTS: Final = TOP / "tests"
KEPT: Final = TOP / "build" / "mutants"

PARTS: Final = (
    *("numbers", "values", "scales", "tables", "literals", "expression", "evaluator", "reader", "checker"),
    *("audit", "examples", "diagnostics", "conformance"),
)
"""The parts of the tests that are asked, once those of the package itself have noticed nothing."""

SOME: Final = 50
"""So many tests must pass with the unchanged code, before any change is tried."""

SECONDS: Final = 8.0
"""What the tests of one change may take together; the nearest to its module are asked first."""


QUICK: Final = 0.5
"""What noticed the change before may be asked first if it takes no longer."""


def modules_of(name: str) -> list[Path]:
    """Gives the modules of a package, or one module: `numbers`, `numbers/exact.py`, `scales`."""
    place = ROOT / name
    if place.is_dir():
        return sorted(place.rglob("*.py"))
    return [place if place.suffix else place.with_suffix(".py")]


def part(name: str) -> Path | None:
    """Gives the folder or file of tests of a name, if there is one."""
    places = (TESTS / name, TESTS / f"test_{name}.py")
    return next((place for place in places if place.exists()), None)


def parts(*names: str) -> list[Path]:
    """Gives the folders and files of tests of some names."""
    return [place for name in names if (place := part(name)) is not None]


def reach_of(modules: list[Path], places: list[Path], jobs: int) -> Reach:
    """Gives what some tests reach of some modules; measures what is not known or has changed."""
    sources = fingerprint(*modules)
    kept = {place: KEPT / "reach" / f"{place.stem}-{fingerprint(place)}-{sources}.json" for place in places}
    unknown = ((place, _measuring(place, modules, file)) for place, file in kept.items() if not file.exists())
    for ended in run_each(unknown, jobs, patience=1800):
        if not kept[ended.task].exists():
            raise SystemExit(f"the tests of {ended.task} could not be measured: {ended.code} {ended.said}")
    found = Reach()
    for file in kept.values():
        found.add(Reach.load(file))
    return found


def _measuring(place: Path, modules: list[Path], kept: Path) -> Work:
    def work(_folder: Path) -> int:
        named = {module.relative_to(ROOT).as_posix(): module for module in modules}
        measuring = Measuring(named, (str(ROOT), str(TESTS)))
        code = pytest.main([*FLAGS, str(place)], plugins=[measuring])
        measuring.finish().save(kept)
        return int(code)

    return work


def chosen(mutant: Mutant, reach: Reach, killers: Iterable[str] = ()) -> tuple[str, ...]:
    """Gives the tests to try a change with: what noticed its neighbours, its module's, the rest.

    Of each the quick ones come first: in the time of a slow one, many are asked. Among equals chance decides.
    Together they take `SECONDS`, so that what is said to survive may be noticed by tests that were not asked.
    """
    name = Path(mutant.module)
    own = f"{name.parent.as_posix()}/test_{name.name}".removeprefix("./")
    near = f"tests/{name.parts[0]}/"
    if mutant.in_body:
        tests = reach.of(mutant.module, mutant.lines)
    else:  # what runs at import, no test is seen to run; where there is nothing else, any may notice
        tests = [test for test in reach.seconds if test.startswith(f"tests/{own}::")]
        tests += set(reach.any_of(mutant.module) or reach.seconds).difference(tests)
    dice = random.Random(mutant.name)  # noqa: S311 - an order, no secret
    dice.shuffle(tests)
    seconds = {test: reach.seconds.get(test, 0.01) + 0.002 for test in tests}
    first = {test: number for number, test in enumerate(killers) if seconds.get(test, SECONDS) < QUICK}
    is_far = {test: (not test.startswith(f"tests/{own}"), not test.startswith(near)) for test in tests}
    tests.sort(key=lambda test: (first.get(test, len(first)), *is_far[test], round(seconds[test], 1)))
    spent, found = 0.0, []
    for test in tests:
        if spent + seconds[test] < SECONDS:  # a long one keeps no others from being asked
            spent += seconds[test]
            found.append(test)
    return tuple(found)


@dataclass(slots=True)
class Run:
    """The changes of some modules, and what is known of them."""

    modules: list[Path]
    jobs: int
    again: bool = False
    near: bool = False
    is_near: bool = True
    mutants: list[Mutant] = field(default_factory=list)
    results: Results = field(default_factory=lambda: Results(KEPT / "results.jsonl"))
    killers: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    prints: dict[str, str] = field(default_factory=dict)

    def find(self, known: list[Equivalent], sample: int | None, seed: int) -> None:
        """Finds the changes to try; of a sample, so many of each module's package at random."""
        for module in self.modules:
            self.prints[module.relative_to(ROOT).as_posix()] = fingerprint(module)
            self.mutants += mutants(module, ROOT)
        stale = gone(known, self.mutants, set(self.prints))
        if stale:
            raise SystemExit("no such change any more:\n" + "\n\n".join(entry.name for entry in stale))
        names = {entry.name for entry in known}
        self.mutants = [mutant for mutant in self.mutants if mutant.name not in names]
        if sample is not None and sample < len(self.mutants):
            self.mutants = random.Random(seed).sample(self.mutants, sample)  # noqa: S311 - a sample, no secret

    def outcome(self, mutant: Mutant) -> str | None:
        """Gives what is known of a change."""
        return self.results.outcome(mutant, self.prints[mutant.module])

    def to_try(self, known: tuple[str | None, ...]) -> list[Mutant]:
        """Gives the changes of which only so much is known."""
        return [mutant for mutant in self.mutants if self.outcome(mutant) in known]

    def told(self, verdict: Verdict) -> None:
        """Keeps what became of a change."""
        mutant = verdict.trial.mutant
        if mutant is None:
            if verdict.outcome != "survived":
                raise SystemExit(f"a test fails without any change: {verdict.by}")
            return
        outcome = "quiet" if self.is_near and verdict.outcome == "survived" else verdict.outcome
        self.results.keep(mutant, self.prints[mutant.module], outcome, verdict.by)
        if verdict.outcome == "killed":
            killers = self.killers.setdefault((mutant.module, mutant.function), {})
            self.killers[mutant.module, mutant.function] = {verdict.by: None, **killers}
        sys.stderr.write(verdict.outcome[0])

    def trials(self, mutants_to_try: list[Mutant], reach: Reach) -> Iterator[Trial]:
        """Gives the trials, one for each change; first the unchanged code, with a few of the tests."""
        in_place = sorted(
            {test for one in mutants_to_try if one.is_in_place for test in reach.any_of(one.module)}
        )
        if in_place:
            some = random.Random(0).sample(in_place, min(len(in_place), SOME))  # noqa: S311 - no secret
            yield Trial(None, tuple(some), reach.seconds)
        for mutant in mutants_to_try:
            killers = self.killers.get((mutant.module, mutant.function), ())
            yield Trial(mutant, chosen(mutant, reach, killers), reach.seconds)

    def go(self) -> None:
        """Tries every change that is to be tried: with the tests of the package, then with all the others."""
        own = self.modules[0].relative_to(ROOT).parts[0].removesuffix(".py")
        self.is_near = True
        self._try(self.to_try((None, "broken", *(("quiet", "survived") if self.again else ()))), parts(own))
        self.is_near = False
        if self.near:
            return
        self._try(self.to_try(("quiet",)), [place for place in parts(*PARTS) if place not in parts(own)])

    def _try(self, to_try: list[Mutant], places: list[Path]) -> None:
        if not to_try:
            return
        reach = reach_of(self.modules, places, self.jobs)
        for mutant in [mutant for mutant in to_try if not chosen(mutant, reach)]:
            to_try.remove(mutant)
            self.told(Verdict(Trial(mutant, (), {}), "survived"))
        anew = [mutant for mutant in to_try if not mutant.is_in_place]
        for verdict in try_anew(self.trials(anew, reach), ROOT, TOP, self.jobs):
            self.told(verdict)
        in_place = [mutant for mutant in to_try if mutant.is_in_place]
        if in_place:
            try_in_place(self.trials(in_place, reach), ROOT, list(map(str, places)), self.jobs, self.told)

    def score(self) -> tuple[int, int]:
        """Gives how many changes were noticed, and of how many."""
        outcomes = [self.outcome(mutant) for mutant in self.mutants]
        return outcomes.count("killed"), len(outcomes) - outcomes.count("same")

    def survivors(self) -> Iterator[tuple[str, Mutant]]:
        """Gives every change that no test noticed, with its outcome."""
        for mutant in self.mutants:
            outcome = self.outcome(mutant)
            if outcome not in ("killed", "same"):
                yield outcome or "not tried", mutant

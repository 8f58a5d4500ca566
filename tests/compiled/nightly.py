"""Compares compiled rules with the reference, with new data: `python -m tests.compiled.nightly --count 9999`.

Each call is compared in five facts, and some reports of random frameworks in all their figures. A seed at
which something differs goes to `kept.txt`, for every run.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tests.compiled.comparing import Comparing, compiled
from tests.compiled.near import Near
from tests.compiled.reporting import Reporting
from tests.runtimes.hostile import Data
from tests.runtimes.questions import examples
from tests.worlds.frameworks import reports_of
from tests.worlds.making import plans_of_worlds

from sakip_rules import Catalogue
from sakip_rules.compiled.rule import CompiledRule
from sakip_rules.plans import RulePlan

AT_ONCE = 5_000
EACH_WORLD = 120
"""So many calls of the rules of one random world."""

WORLDS, REPORTS = 10, 3
"""So many frameworks for each `AT_ONCE` calls, with so many reports of each."""

Asked = tuple[CompiledRule, Mapping[str, Any]]


def formula_rules(catalogue: Catalogue) -> list[RulePlan]:
    """Gives the formula rules of a catalogue."""
    found = (catalogue.rule(each.rule.reference).plan for each in catalogue.checked.usable)
    return [plan for plan in found if isinstance(plan, RulePlan)]


def of_examples(catalogue: Catalogue) -> Iterator[Asked]:
    """Gives the examples of all rules that are compiled."""
    for loaded in catalogue.checked.usable:
        plan = catalogue.rule(loaded.rule.reference).plan
        rule = compiled(plan) if isinstance(plan, RulePlan) else None
        if rule is not None:
            yield from ((rule, data[0]) for _, _, data in examples(loaded))


def random_calls(catalogue: Catalogue, folder: Path, seed: int, count: int) -> Iterator[Asked]:
    """Gives so many calls: half of bundled rules, by strangers and near the edges; half of random rules."""
    chance = random.Random(seed)  # noqa: S311 - chosen at random, and no secret
    bundled = [rule for plan in formula_rules(catalogue) if (rule := compiled(plan))]
    near, hostile = Near(chance), Data(chance)
    for place in range(count // 2):
        rule = chance.choice(bundled)
        yield rule, (hostile if place % 4 == 0 else near).record(rule.plan.record)
    worlds = range(seed, seed + max(1, count // (2 * EACH_WORLD)))
    random_plans = (plan for plan in plans_of_worlds(folder, worlds) if isinstance(plan, RulePlan))
    made = [rule for plan in random_plans if (rule := compiled(plan))]
    for place in range(count // 2):
        rule = made[place % len(made)]
        yield rule, near.record(rule.plan.record)


def differences(catalogue: Catalogue, folder: Path, seed: int, count: int) -> tuple[list[str], Comparing]:
    """Gives what differs in so many calls, and what came of them."""
    comparing = Comparing()
    return comparing.all_differences(random_calls(catalogue, folder, seed, count)), comparing


def report_differences(folder: Path, seeds: range) -> tuple[list[str], Counter[str]]:
    """Gives what differs in reports of random frameworks, and what came of them."""
    reporting = Reporting()
    found = [
        f"report of world {seed}: {each}"
        for seed in seeds
        for report in reports_of(folder / f"framework-{seed}", seed, REPORTS)
        for each in reporting.differences(report)
    ]
    return found, reporting.counted


def main() -> int:
    """Compares, says how it went, and gives 1 where something differed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    catalogue, bad, counted = Catalogue.bundled(), 0, Counter[str]()
    for seed in range(wanted.seed, wanted.seed + -(-wanted.count // AT_ONCE)):
        with tempfile.TemporaryDirectory() as folder:
            found, comparing = differences(catalogue, Path(folder), seed, min(AT_ONCE, wanted.count))
            worlds = range(seed * WORLDS, (seed + 1) * WORLDS)
            more, of_reports = report_differences(Path(folder), worlds)
        counted += comparing.counted + of_reports
        found += more
        bad += len(found)
        sys.stdout.writelines(f"seed {seed}: {each}\n" for each in found)
    sys.stdout.write(f"{dict(counted)}; {bad} differences\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())

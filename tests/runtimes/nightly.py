"""Asks the runtimes very many questions with new data: `python -m tests.runtimes.nightly --count 100000`.

About the bundled rules, those of the conformance suite, random ones, and numbers. What is answered otherwise
is kept in a folder; once it is mended, the file goes to `tests/runtimes/kept`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.conformance.test_conformance import DATA, write_rules
from tests.runtimes.asking import RUNTIMES, differences
from tests.runtimes.hostile import of_rules
from tests.runtimes.keeping import keep
from tests.runtimes.kernel import of_numbers
from tests.runtimes.questions import Questions, askable
from tests.worlds.making import plans_of_worlds

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.plans import AnyPlan

AT_ONCE = 5_000
"""So many questions are answered by one process."""

WORLDS = 60
"""From so many worlds are the rules that are asked at once."""

COSTLY = ("cost", "limits")


def main() -> int:
    """Asks, says how it went, and gives 1 where something was answered otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("build/nightly"))
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        plans = [*askable(Catalogue.bundled()), *of_suite(Path(scratch))]
        kept: list[Path] = []
        for seed in range(wanted.seed, wanted.seed + -(-wanted.count // AT_ONCE)):
            count = min(AT_ONCE, wanted.count)
            worlds = plans_of_worlds(
                Path(scratch) / f"worlds-{seed}", range(seed * WORLDS, (seed + 1) * WORLDS)
            )
            asked = (
                of_rules(plans, count, seed),
                of_rules(worlds, count, seed),
                of_numbers(count // 10, seed),
            )
            for questions in asked:
                kept += wrong(questions, Path(scratch), wanted.keep)
            sys.stdout.write(f"seed {seed}: {len(kept)} kept\n")
    sys.stdout.writelines(f"{file}\n" for file in kept)
    return int(bool(kept))


def of_suite(folder: Path) -> Iterator[AnyPlan]:
    """Gives the plans of the usable rules of the conformance suite, without those that cost all they may."""
    for place, file in enumerate(file for file in DATA if file.parent.name not in COSTLY):
        try:
            yield from askable(Catalogue.load(write_rules(file, folder / str(place))))
        except SakipRulesError:  # a file whose rules are none, or without rules
            continue


def wrong(questions: Questions, folder: Path, keeping: Path) -> Iterator[Path]:
    """Keeps what a runtime answers otherwise, and says where and how; gives the files."""
    for runtime in RUNTIMES:
        for name, path, found, expected in differences(runtime, questions, folder):
            sys.stdout.write(f"{runtime}: {name}: {path}: found {found}, wanted {expected}\n")
            yield keep(questions, questions.names.index(name), keeping)


if __name__ == "__main__":
    sys.exit(main())

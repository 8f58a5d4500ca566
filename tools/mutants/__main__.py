"""Tries small changes to packages of the engine, one at a time, and shows those that no test notices.

.venv/bin/python tools/mutants numbers scales             all changes of two packages
.venv/bin/python tools/mutants checker --sample 300       300 of them at random, the same ones each time
.venv/bin/python tools/mutants numbers --again            after new tests: those that nothing noticed
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).parents[2]
sys.path[:0] = [str(TOP), str(TOP / "tools")]

from hypothesis import HealthCheck, Phase, settings  # noqa: E402 - as below

from mutants.known import equivalents  # noqa: E402 - as above
from mutants.run import Run, modules_of  # noqa: E402 - as above

WANTED = 0.95


def main(arguments: list[str]) -> int:
    """Tries the changes; 1 when too few of them are noticed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "packages", nargs="+", help="packages or modules of src/sakip_rules: numbers, scales, …"
    )
    parser.add_argument("--sample", type=int, help="of each package, only so many changes, at random")
    parser.add_argument("--seed", type=int, default=7, help="of the sample (7)")
    parser.add_argument("--jobs", type=int, default=2, help="changes tried at the same time (2)")
    parser.add_argument("--again", action="store_true", help="try again what nothing noticed")
    parser.add_argument("--near", action="store_true", help="with the tests of the package alone")
    chosen = parser.parse_args(arguments)
    os.chdir(TOP)
    _settle_hypothesis()
    known = equivalents(Path(__file__).parent / "equivalent.yaml")
    if len(chosen.packages) > 1:  # each in a process of its own: what one has imported, another cannot change
        options = [argument for argument in arguments if argument not in chosen.packages]
        each = [[sys.executable, str(Path(__file__).parent), name, *options] for name in chosen.packages]
        return max(subprocess.run(command, check=False).returncode for command in each)  # noqa: S603 - itself
    (name,) = chosen.packages
    run = Run(modules_of(name), chosen.jobs, chosen.again, chosen.near)
    run.find(known, chosen.sample, chosen.seed)
    run.go()
    noticed, tried = run.score()
    for outcome, mutant in run.survivors():
        print(f"\n{outcome}: {mutant.shown}", end="")  # noqa: T201 - it talks to a person
    part = f" (a sample, seed {chosen.seed})" if chosen.sample else ""
    print(f"\n{name}: {noticed} of {tried} noticed, {noticed / max(tried, 1):.1%}{part}")  # noqa: T201 - as above
    return 0 if noticed >= WANTED * tried else 1


def _settle_hypothesis() -> None:
    """The same examples each time, and no search for smaller ones: the first that fails will do."""
    phases = (Phase.explicit, Phase.generate)
    checks = list(HealthCheck)
    settings.register_profile(
        "mutants", derandomize=True, database=None, deadline=None, phases=phases, suppress_health_check=checks
    )
    settings.load_profile("mutants")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

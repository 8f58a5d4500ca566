"""Compares columns with the reference on new rows: `python -m tests.columns.nightly --values 1000000`.

Six values a row; rows that columns leave to the reference are not counted. What differs is printed with its
rule and data; its seed gives it again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.columns.comparing import Compared, compare_at_random
from tests.worlds.making import plans_of_worlds

from sakip_rules.plans import RulePlan

WORLDS = 10
ROWS = 100


def main() -> int:
    """Compares, says how it went, and gives 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--values", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    done, seed, different = 0, wanted.seed, 0
    while done < wanted.values:
        found = compared(seed)
        done, different = done + found.values, different + len(found.differences)
        sys.stdout.write(f"seed {seed}: {found.values} values\n")
        sys.stdout.writelines(f"{line}\n" for line in found.differences[:20])
        seed += WORLDS
    sys.stdout.write(f"{different} rows differ\n")
    return int(different > 0)


def compared(seed: int) -> Compared:
    """Compares random rules on tables of every flavour."""
    chance = random.Random(seed)  # noqa: S311 - chosen at random, and no secret
    found = Compared()
    with tempfile.TemporaryDirectory() as folder:
        plans = plans_of_worlds(Path(folder), range(seed, seed + WORLDS))
        for plan in (plan for plan in plans if isinstance(plan, RulePlan)):
            found.add(compare_at_random(plan, ROWS, chance))
    return found


if __name__ == "__main__":
    sys.exit(main())

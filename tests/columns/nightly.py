"""Compares columns with the reference on very many new rows: `python -m tests.columns.nightly --rows 170000`.

Six values a row: a million comparisons. What differs is printed with its rule and data; its seed gives it
again.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.columns.comparing import Compared, compare, random_rows
from tests.columns.making import FLAVOURS
from tests.worlds.making import plans_of_worlds

from sakip_rules.plans import RulePlan

WORLDS = 10
ROWS = 100


def main() -> int:
    """Compares, says how it went, and gives 1 where something differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=170_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    wanted = parser.parse_args()
    done, seed, different = 0, wanted.seed, 0
    while done < wanted.rows:
        found, rows = compared(seed)
        done, different = done + rows, different + len(found.differences)
        sys.stdout.write(
            f"seed {seed}: {found.values} values, {found.left} of {rows} rows left to the reference\n"
        )
        sys.stdout.writelines(f"{line}\n" for line in found.differences[:20])
        seed += WORLDS
    sys.stdout.write(f"{different} rows differ\n")
    return int(different > 0)


def compared(seed: int) -> tuple[Compared, int]:
    """Compares random rules on tables of every flavour."""
    chance = random.Random(seed)  # noqa: S311 - chosen at random, and no secret
    found, rows = Compared(), 0
    with tempfile.TemporaryDirectory() as folder:
        plans = plans_of_worlds(Path(folder), range(seed, seed + WORLDS))
        for plan in (plan for plan in plans if isinstance(plan, RulePlan)):
            for flavour in FLAVOURS:
                found.add(compare(plan, random_rows(plan, ROWS, chance, flavour)))
                rows += ROWS
    return found, rows


if __name__ == "__main__":
    sys.exit(main())

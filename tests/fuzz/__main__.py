"""Feeds the targets for a while: `python -m tests.fuzz --seconds 600`; coverage-guided with `--atheris`.

What breaks a law is kept in a folder, named by the target and its hash; once it is mended, the file goes to
`tests/fuzz/kept/TARGET` and is fed in every run of the tests.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from typing import NoReturn

from tests.fuzz.mutating import Mutator, seeds
from tests.fuzz.targets import TARGETS, hold

HANGING = 30
"""An input may take so many seconds: only a hang takes longer, costs are counted and far below."""


def main() -> int:
    """Feeds each target in its share of the time; gives 1 where a law was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--atheris", action="store_true", help="guided by coverage; one process a target")
    wanted = parser.parse_args()
    share = wanted.seconds / len(wanted.targets)
    if wanted.atheris:
        return max(guided(target, int(share), wanted.keep) for target in wanted.targets)
    signal.signal(signal.SIGALRM, _hanging)
    broken = 0
    for target in wanted.targets:
        fed, kept = feed(target, wanted.seed, share, wanted.keep)
        broken += len(kept)
        sys.stdout.write(f"{target}: {fed} inputs of seed {wanted.seed}, {len(kept)} kept\n")
        sys.stdout.writelines(f"  {file}\n" for file in kept)
    return int(broken > 0)


def feed(target: str, seed: int, share: float, folder: Path) -> tuple[int, list[Path]]:
    """Feeds a target with mutated inputs for so many seconds; gives how many, and what was kept."""
    mutate = Mutator(target, random.Random(f"{target} {seed}"))  # noqa: S311 - chosen at random, and no secret
    until, fed, kept = time.monotonic() + share, 0, list[Path]()
    while time.monotonic() < until:
        data = mutate()
        signal.alarm(HANGING)
        try:
            hold(target, data)
        except Exception as error:  # noqa: BLE001 - whatever leaves a target is what is looked for
            traceback.print_exception(error, limit=-3)
            kept.append(keep(folder / target, data))
        finally:
            signal.alarm(0)
        fed += 1
    return fed, kept


def keep(folder: Path, data: bytes) -> Path:
    """Writes an input into a folder, named by its hash."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / hashlib.sha256(data).hexdigest()[:16]
    file.write_bytes(data)
    return file


def guided(target: str, share: int, folder: Path) -> int:
    """Lets Atheris feed a target for so many seconds in a process of its own; gives its exit code."""
    corpus = folder / f"{target}-corpus"
    for data in seeds(target)[:400]:
        keep(corpus, data)
    found = folder / target
    found.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={share}",
        f"-artifact_prefix={found}/",
        f"-timeout={HANGING}",
        "-rss_limit_mb=4096",
    ]
    command = [sys.executable, "-m", "tests.fuzz.guided", target, str(corpus), *options]
    return int(subprocess.run(command, check=False).returncode != 0)


def _hanging(*_: object) -> NoReturn:
    raise TimeoutError(f"more than {HANGING} seconds")


if __name__ == "__main__":
    sys.exit(main())

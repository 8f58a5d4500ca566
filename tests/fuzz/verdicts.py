"""What is said of many strange rule files, a line each: `python -m tests.fuzz.verdicts --frames 900`.

The same lines must come whatever the hash seed, the depth of the stack and the Python version.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import yaml
from tests.fuzz.mutating import Mutator
from tests.fuzz.targets import ID

from sakip_rules import Catalogue
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.loader import events


def inputs(count: int, seed: int) -> list[bytes]:
    """Gives so many strange rule files."""
    mutate = Mutator("rule", random.Random(seed))  # noqa: S311 - chosen at random, and no secret
    return [mutate() for _ in range(count)]


def verdict(data: bytes) -> str:
    """Gives the hash of a file; code, place and words of everything that is wrong with it."""
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / ID / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        told = [
            f"{_place(each)} {each.message('id').replace(name, '')}" for each in Catalogue.load(name).check()
        ]
    return f"{hashlib.sha256(data).hexdigest()[:12]} {'; '.join(told)!r}"


def _place(diagnostic: Diagnostic) -> str:
    place = diagnostic.place
    return diagnostic.code if place is None else f"{diagnostic.code}@{place.line}:{place.column}"


def deep(frames: int, work: Callable[[], list[str]]) -> list[str]:
    """Does the work with so many frames of Python below."""
    return deep(frames - 1, work) if frames > 0 else work()


def main() -> None:
    """Prints the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--pure", action="store_true", help="with PyYAML's parser that is written in Python")
    wanted = parser.parse_args()
    if wanted.pure:
        events.EVENT_PARSER = yaml.SafeLoader
    files = inputs(wanted.count, wanted.seed)
    told = deep(wanted.frames, lambda: [verdict(data) for data in files])
    sys.stdout.writelines(f"{line}\n" for line in told)


if __name__ == "__main__":
    main()

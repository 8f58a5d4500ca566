"""What was found once is found no more, and a fixed part of the strange inputs is fed in every run."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fuzz import targets
from tests.fuzz.__main__ import feed
from tests.fuzz.mutating import Mutator, seeds
from tests.fuzz.targets import TARGETS, hold

ROOT = Path(__file__).parents[2]
KEPT = sorted(path for path in (Path(__file__).parent / "kept").rglob("*") if path.is_file())
FED = {"rule": 60, "formula": 60, "report": 60, "number": 2_000, "json": 300, "table": 60}

pytestmark = pytest.mark.slow  # some hundred files are written, read and refused


@pytest.mark.parametrize("file", KEPT, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_is_mended(file: Path) -> None:
    """An input that once broke a law, or that led where no other did."""
    hold(file.parent.name, file.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
def test_strange_inputs_break_no_law(target: str) -> None:
    """The same ones in every run; `.ci/nightly` feeds new ones for ten minutes."""
    mutate = Mutator(target, random.Random(target))  # noqa: S311 - chosen at random, and no secret
    for _ in range(FED[target]):
        hold(target, mutate())


@pytest.mark.parametrize("target", TARGETS)
def test_sound_inputs_are_no_strangers(target: str) -> None:
    """Each target has something to begin with."""
    assert len(seeds(target)) >= 3


def test_a_broken_law_is_noticed_and_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An exception that is not ours is what the search is for."""

    def planted(data: bytes) -> None:
        if b"1" in data:
            raise ZeroDivisionError

    monkeypatch.setitem(targets.TARGETS, "number", planted)
    fed, kept = feed("number", seed=1, share=0.2, folder=tmp_path)
    assert fed >= len(kept) > 0
    with pytest.raises(ZeroDivisionError):
        hold("number", kept[0].read_bytes())


def test_the_verdict_depends_on_the_bytes_alone() -> None:
    """Not on the order of hashes, nor on the depth of the caller's stack."""
    command = [sys.executable, "-m", "tests.fuzz.verdicts", "--count", "60"]
    said = [
        subprocess.run(
            [*command, *more], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": hashes},
            check=True, capture_output=True, encoding="utf-8",
        ).stdout.splitlines()
        for hashes, more in (("1", []), ("2", ["--frames", "900"]))
    ]  # fmt: skip
    assert len(said[0]) == 60
    assert said[0] == said[1]

"""Runs the command on rules and reports from strangers, and holds what it says."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from click.testing import CliRunner
from tests.hostile.skeletons import SCALE, TABLE

from sakip_rules.cli import main

EXIT_CODES = {0, 1, 2, 3}
FRAMES = 900

Outcome = TypeVar("Outcome")


@dataclass(frozen=True)
class Run:
    """What one command printed, and how it ended."""

    exit_code: int
    output: str
    diagnostics: tuple[dict[str, Any], ...] = ()
    crash: str = ""
    """An exception that came out of the command, or what it said of an internal error: there must be none."""

    def of(self, file: Path, line: int | None = None) -> list[dict[str, Any]]:
        """The diagnostics of one file, or of one line of it."""
        return [entry for entry in self._by_file.get(file.resolve(), ()) if line in (None, entry["line"])]

    @cached_property
    def _by_file(self) -> dict[Path, list[dict[str, Any]]]:
        """The diagnostics by file; each name is looked up once, for every case asks."""
        names = {name: Path(name).resolve() for name in {entry["file"] for entry in self.diagnostics}}
        found: dict[Path, list[dict[str, Any]]] = {}
        for entry in self.diagnostics:
            found.setdefault(names[entry["file"]], []).append(entry)
        return found


def run(*arguments: str | Path) -> Run:
    """Runs the command with JSON output."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        return Run(result.exit_code, result.output, crash=repr(result.exception))
    if result.exit_code not in EXIT_CODES:
        return Run(result.exit_code, result.output, crash=result.output)
    assert "Traceback" not in result.output
    assert "\x1b" not in result.output
    found = json.loads(result.stdout) if result.stdout.startswith("{") else {}
    return Run(result.exit_code, result.output, tuple(found.get("diagnostics", ())))


def check(rules: Path) -> Run:
    """Checks a directory of rules."""
    return run("check", rules, "--format", "json")


def evaluate(report: Path | str, rules: Path) -> Run:
    """Evaluates a report with the rules of a directory."""
    return run("evaluate", report, "--rules", rules, "--format", "json")


def write_rule(rules: Path, name: str, text: str | bytes) -> Path:
    """Puts a rule where its id says, and gives its path."""
    path = rules / "contoh" / name / "1.0.0.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
    return path


def write_neighbours(rules: Path) -> None:
    """Puts the scale and the table that formulas may call into a directory of rules."""
    write_rule(rules, "skala", SCALE)
    write_rule(rules, "tabel", TABLE)


def assert_told_kindly(diagnostic: dict[str, Any]) -> None:
    """A diagnostic says what is wrong and how to mend it, in text that no terminal acts upon."""
    for key in ("message", "hint"):
        text = diagnostic[key]
        assert text.strip(), f"{diagnostic['code']}: no {key}"
        assert all(character.isprintable() or character == "\n" for character in text), ascii(text)
    assert len(diagnostic["message"]) < 2_000


def in_a_deep_stack(call: Callable[[], Outcome], frames: int) -> Outcome:
    """Calls from the given number of frames below the caller."""
    return in_a_deep_stack(call, frames - 1) if frames else call()


def frames_left() -> int:
    """How many frames to add for the stack to be 900 deep."""
    depth, frame = 0, sys._getframe()  # noqa: SLF001 - the only way to count frames
    while frame.f_back is not None:
        depth, frame = depth + 1, frame.f_back
    return max(FRAMES - depth, 0)

"""Commands beside a bare click program, as whole processes."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from timing import Measured, side_by_side

BARE = """
import click

@click.group()
def main(): "A program without anything in it."

@main.command()
@click.argument("name")
@click.option("--format", type=click.Choice(["table", "json"]), default="table", help="Format.")
def hello(name, format): "Say hello."

main(["--help"])
"""
SAKIP = "sys.argv[1:] = {words!r}; from sakip_rules.__main__ import run; run()"
REPORT = Path(__file__).resolve().parent.parent / "examples" / "dinsos-lumajang-2020.yaml"
RULES = REPORT.parent.parent / "rules"
DATA = ("realisasi=87,5", "target=100", "polarity=higher_is_better")
COMMANDS = {
    "sakip": ("--help",),
    "evaluate": ("evaluate", str(REPORT)),
    "explain": ("explain", "lumajang/capaian-kinerja"),
    "rule": ("evaluate", "lumajang/capaian-kinerja@1.0.0", *DATA),
    "check": ("check", str(RULES)),
    "test": ("test", str(RULES)),
}


def measure(rounds: int) -> dict[str, Measured]:
    """Measures whole processes: commands of `sakip`, a click program of one command, and Python with nothing.

    The turns that are not counted leave compiled modules behind, as any use does.
    """
    commands = {name: SAKIP.format(words=words) for name, words in COMMANDS.items()}
    programs = {**commands, "click": BARE, "python": "pass"}
    return side_by_side({name: _program(text) for name, text in programs.items()}, rounds, _of_children)


def _of_children() -> float:
    """Gives the processor time that all processes which this one started have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _program(text: str) -> Callable[[], None]:
    path = f"import sys; sys.path[:0] = {[entry for entry in sys.path if entry]!r}\n"
    command = [sys.executable, "-c", path + text]

    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603 - of this file

    return run

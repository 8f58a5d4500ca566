"""`sakip --help` beside a bare click program, as whole processes."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable

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
SAKIP = "from sakip_rules.cli import main; main(['--help'])"


def measure(rounds: int) -> dict[str, Measured]:
    """Measures whole processes: `sakip --help`, a click program of one command, and Python with nothing."""
    programs = {"sakip": SAKIP, "click": BARE, "python": "pass"}
    return side_by_side({name: _program(text) for name, text in programs.items()}, rounds, _of_children)


def _of_children() -> float:
    """Gives the processor time that all processes which this one started have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _program(text: str) -> Callable[[], None]:
    path = f"import sys; sys.path[:0] = {[entry for entry in sys.path if entry]!r}\n"
    command = [sys.executable, "-c", path + text]

    def run() -> None:
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - a program of this file

    return run

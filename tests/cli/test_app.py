import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from sakip_rules.cli.app import ended, printable, terminal_width
from sakip_rules.cli.commands import main

REPORT = "tests/small/report.yaml"
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["evalute"], "galat: Tidak ada perintah 'evalute'. Yang ada: evaluate, "),
        (["evaluate"], "galat: LAPORAN belum ditulis.\nLihat 'sakip evaluate --help'.\n"),
        (["evaluate", REPORT, "--formt", "x"], "galat: Tidak ada pilihan --formt. Maksud Anda --format?\n"),
        (
            ["evaluate", REPORT, "--format", "pdf"],
            "galat: --format harus salah satu dari table, json, csv, markdown.",
        ),
        (["evaluate", REPORT, "-o"], "galat: Pilihan -o memerlukan satu nilai.\n"),
        (["check", "rules", "rules"], "galat: "),
        (["schema", "table"], "galat: BENTUK harus salah satu dari rule, report, evaluate, audit,"),
        (["check", "--lang", "fr"], "galat: --lang harus salah satu dari id, en."),
    ],
)
def test_wrong_usage_is_2_and_says_what_to_do(
    sakip: Callable[..., Result], arguments: list[str], said: str
) -> None:
    """In words, on standard error, and nothing on standard output."""
    result = sakip(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith(said)


def test_wrong_usage_speaks_english_too(sakip: Callable[..., Result]) -> None:
    """The language is known although the arguments are wrong."""
    assert sakip("evaluate", SAKIP_LANG="en").stderr.startswith("error: REPORT is missing.\nSee 'sakip ")


def test_the_result_of_a_command_is_the_exit_code() -> None:
    """What is no number is 0: help and version."""
    assert ended(lambda: 1, "id") == 1
    assert ended(lambda: None, "id") == 0


def raising(error: BaseException) -> Callable[[], Any]:
    """A call that ends with an exception."""

    def call() -> None:
        raise error

    return call


@pytest.mark.parametrize("error", [KeyboardInterrupt(), EOFError(), click.Abort()])
def test_an_interrupt_is_130(error: BaseException, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is said."""
    assert ended(raising(error), "id") == 130
    assert capsys.readouterr().err == ""


def test_an_unexpected_exception_is_70_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """No traceback, and nothing of the message, which may hold a stranger's text."""
    assert ended(raising(RuntimeError("\x1b[31m rahasia")), "id") == 70
    said = capsys.readouterr().err
    assert said.startswith("galat internal: RuntimeError ")
    assert said.count("\n") == 1
    assert "rahasia" not in said


def test_a_closed_pipe_is_quiet() -> None:
    """`sakip … | head` says nothing when the reader leaves."""
    command = [sys.executable, "-m", "sakip_rules", "evaluate", "examples/dinsos-lumajang-2020.yaml"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    reader, writer = os.pipe()
    os.close(reader)
    ended_ = subprocess.run(
        command, cwd=ROOT, env=environment, stdout=writer, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writer)
    assert ended_.returncode == 141
    assert b"Traceback" not in ended_.stderr
    assert b"BrokenPipe" not in ended_.stderr


def test_a_caller_in_python_gets_the_code() -> None:
    """With standalone_mode=False the command does not leave the process."""
    assert main(["check", str(ROOT / "tests" / "small" / "rules")], standalone_mode=False) == 0


def test_words_of_the_command_line_are_shown_safely() -> None:
    """An escape sequence in a wrong command is not repeated."""
    assert printable("\x1b[31mx") == "?[31mx"


@pytest.mark.parametrize(
    ("columns", "width"), [("", 80), ("60", 60), ("5", 40), ("999", 100), ("x", 80), ("²", 80)]
)
def test_help_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    """Within what can be read."""
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width

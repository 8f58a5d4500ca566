import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from sakip_rules.cli.declared.app import asks_for_json, ended, terminal_width
from sakip_rules.cli.declared.commands import main

ROOT = Path(__file__).parent.parent.parent.parent


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


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        (["evaluate", "a", "--format", "json"], True),
        (["evaluate", "--format=json", "a"], True),
        (["evaluate", "a", "--format", "csv"], False),
        (["evaluate", "json"], False),
        ([], False),
    ],
)
def test_words_ask_for_json_before_they_are_read(words: list[str], asks: bool) -> None:
    """Also where the rest of them is wrong."""
    assert asks_for_json(words) is asks


def test_wrong_words_are_json_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2 and the same words, on standard output and on standard error."""
    error = click.UsageError("Terlalu banyak.")
    assert ended(raising(error), "id", as_json=True) == 2
    captured = capsys.readouterr()
    (told,) = json.loads(captured.out)["errors"]
    assert (told["code"], told["message"]) == ("wrong-usage", "Terlalu banyak.")
    assert captured.err == "galat: Terlalu banyak.\n"


def test_a_caller_in_python_gets_the_code() -> None:
    """With standalone_mode=False the command does not leave the process."""
    assert main(["check", str(ROOT / "tests" / "small" / "rules")], standalone_mode=False) == 0


@pytest.mark.parametrize(
    ("columns", "width"), [("", 80), ("60", 60), ("5", 40), ("999", 100), ("x", 80), ("²", 80)]
)
def test_help_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    """Within what can be read."""
    monkeypatch.setenv("COLUMNS", columns)
    assert terminal_width() == width


def test_a_language_that_there_is_not_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no reason to end; `en_GB` is English, and nothing is said of it."""
    for asked, said in (("fr", "SAKIP_LANG=fr tidak dikenal; yang ada: id, en.\n"), ("en_GB", ""), ("", "")):
        monkeypatch.setenv("SAKIP_LANG", asked)
        result = CliRunner().invoke(main, ["--version"])
        assert (result.exit_code, result.stderr) == (0, said)

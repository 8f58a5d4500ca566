"""Paths that no system opens: too long, not UTF-8, closed; each ends with a diagnostic and exit code 3."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.cli.declared.commands import main

RULES = "tests/small/rules"
LONG = "x" * 5_000
NO_TEXT = "a\udcff"


@pytest.mark.parametrize("path", [LONG, NO_TEXT])
@pytest.mark.parametrize(
    "words",
    [
        ("check", "PATH"),
        ("evaluate", "PATH"),
        ("evaluate", "PATH.yaml", "--format", "json"),
        ("explain", "PATH.yaml"),
        ("audit", "tests/small/report.yaml", "--rules", "PATH"),
    ],
    ids=" ".join,
)
def test_a_path_that_cannot_be_opened_is_3(words: tuple[str, ...], path: str) -> None:
    """Said in words, on standard error; nothing internal."""
    result = CliRunner().invoke(main, [*(word.replace("PATH", path) for word in words), "--lang", "en"])
    assert result.exit_code == 3
    assert "error[" in result.stderr
    assert "internal" not in result.stderr


@pytest.mark.parametrize("path", [LONG, NO_TEXT, "a\0b"])
def test_only_an_error_of_the_library_leaves_it(path: str) -> None:
    """Of every way to open rules, and a report."""
    for call in (
        lambda: Catalogue.load(path),
        lambda: Catalogue.bundled(path),
        lambda: Catalogue.load(RULES).read_report(path),
    ):
        with pytest.raises(SakipRulesError):
            call()


def test_a_report_that_vanishes_between_two_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was there when it was asked for, and is gone when it is opened."""
    is_file = os.path.isfile
    monkeypatch.setattr(os.path, "isfile", lambda path: str(path).endswith("hilang.yaml") or is_file(path))
    result = CliRunner().invoke(main, ["evaluate", str(tmp_path / "hilang.yaml"), "--rules", RULES])
    assert (result.exit_code, "no-file" in result.stderr) == (3, True)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are UTF-8 there")
def test_a_folder_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    """What stands for the byte is written with its number in JSON; the output is UTF-8 all the same."""
    file = tmp_path / NO_TEXT / "contoh" / "rasio" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("kind: index\n", "utf-8")
    result = CliRunner().invoke(main, ["check", str(tmp_path / NO_TEXT), "--format", "json"])
    assert result.exit_code == 1
    assert json.loads(result.stdout_bytes)["diagnostics"][0]["file"].endswith(
        f"{NO_TEXT}/contoh/rasio/1.0.0.yaml"
    )

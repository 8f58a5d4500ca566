"""Tests of `sakip test --mutate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sakip_rules.cli import main

RULE = """\
kind: indicator
id: contoh/rasio
version: 1.0.0
title: Rasio
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs: {a: {type: count, unit: orang}, b: {type: count, unit: orang}}
formula: a / b * 100
unit: persen
checks: [{expect: a <= b, message: Terlalu banyak.}]
examples:
  - {title: biasa, given: {a: 30, b: 40}, result: 75}
"""
ENDS = """\
  - {title: sama, given: {a: 40, b: 40}, result: 100}
  - {title: lebih, given: {a: 41, b: 40}, status: not_computable, reason: check-failed}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one rule whose examples are thin."""
    file = tmp_path / "contoh" / "rasio" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(RULE, "utf-8")
    return tmp_path


def test_thin_examples_end_with_1_and_name_what_they_let_pass(folder: Path) -> None:
    """The change, its line and an example that would catch it are printed."""
    done = CliRunner().invoke(main, ["test", str(folder), "--mutate"])
    assert done.exit_code == 1
    assert "1.0.0.yaml:10" in done.stdout
    assert "a <= b → a < b" in done.stdout


def test_examples_at_the_ends_leave_nothing(folder: Path) -> None:
    """With an example on each side of the limit, nothing survives."""
    (folder / "contoh" / "rasio" / "1.0.0.yaml").write_text(RULE + ENDS, "utf-8")
    done = CliRunner().invoke(main, ["test", str(folder), "--mutate", "--format", "json"])
    assert done.exit_code == 0
    assert json.loads(done.stdout)["summary"]["survived"] == 0


def test_a_folder_that_is_not_there_is_a_file_failure(tmp_path: Path) -> None:
    """As for every command, exit code 3."""
    assert CliRunner().invoke(main, ["test", str(tmp_path / "none"), "--mutate"]).exit_code == 3

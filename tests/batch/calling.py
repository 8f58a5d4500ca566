"""`sakip batch` with a few small rules, as the tests of this folder call it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from click.testing import CliRunner

from sakip_rules.cli import main

RULE = "contoh/serapan"
SERAPAN = """
inputs:
  pagu: {unit: rupiah}
  dibelanjakan: {unit: rupiah}
formula: dibelanjakan / pagu * 100
unit: persen
rounding: {places: 2}
"""
LATER = SERAPAN.replace("places: 2", "places: 0")
TRIWULAN = """
inputs:
  triwulan: {each: {inputs: {realisasi: {}}}}
  batas: {type: range, default: {min: 0, max: 1}}
formula: sum(triwulan.realisasi)
"""


def batch(*words: str) -> tuple[int, str, str]:
    """The exit code, the data, and what is said."""
    made = CliRunner().invoke(main, ["batch", *words, "--rules", "rules", "--no-bundled"])
    return made.exit_code, made.stdout.removeprefix("\ufeff"), made.stderr


def rows(text: str) -> list[dict[str, str]]:
    """The rows of CSV as it is written in English."""
    return list(csv.DictReader(io.StringIO(text)))


def put(text: str, name: str = "data.csv") -> str:
    """Writes the data of a test."""
    Path(name).write_text(text, "utf-8")
    return name

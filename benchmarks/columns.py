"""A million rows: a rule on columns beside float64 arithmetic written by hand, and how many digits are wrong.

`python benchmarks/columns.py`, with `--write` into the pages of docs/. What is compared runs in turns, and
processor time counts. What is written by hand computes what the rule gives (realisasi, capaian, band), and
nothing else: no absent values, checks, warnings or words.
"""

# ruff: noqa: INP001, PLR2004 - a script, no module; the ends of bands stand as the rule has them

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

import numpy as np  # noqa: E402 - behind the path to the package
import pyarrow as pa  # noqa: E402 - as above
from report import replaced  # noqa: E402 - as above
from timing import Ratio, side_by_side  # noqa: E402 - as above

from sakip_rules import Catalogue  # noqa: E402 - as above
from sakip_rules.api.rule import Rule  # noqa: E402 - as above
from sakip_rules.api.tables import by_itself  # noqa: E402 - as above
from sakip_rules.columns.cells import Cells  # noqa: E402 - as above
from sakip_rules.columns.table import TableRun  # noqa: E402 - as above
from sakip_rules.plans import RulePlan  # noqa: E402 - as above

ROWS = 1_000_000
RULE = """\
kind: index
id: ukur/capaian
version: 1.0.0
title: Capaian
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs:
  selesai: {unit: rupiah}
  semua: {unit: rupiah}
  target: {unit: persen}
steps:
  realisasi: {formula: selesai / semua * 100, rounding: {places: 2, carry: rounded}}
formula: realisasi / target * 100
rounding: {places: 2, carry: rounded}
scale: lumajang/skala-capaian
unit: persen
examples: [{title: kosong, given: {}, status: missing}]
"""
Data = Mapping[str, Any]
PAGES = {
    "id": ROOT / "docs" / "tentang" / "kecepatan.md",
    "en": ROOT / "docs" / "en" / "tentang" / "kecepatan.md",
}
MARK = "columns"
TITLES = {
    "everyday": ("Sehari-hari, dari larik", "Everyday numbers, from arrays"),
    "absent": ("3 % baris dengan sel kosong", "3 % of the rows with an empty cell"),
    "ties": ("Setiap baris tepat di tengah", "Every row a tie"),
    "rupiah": ("Setiap baris tepat di tengah, rupiah", "Every row a tie, in rupiah"),
    "table": (
        "`evaluate_table` atas tabel pyarrow, `exact=False`",
        "`evaluate_table` on a pyarrow table, `exact=False`",
    ),
    "exact": ("`evaluate_table` atas tabel pyarrow", "`evaluate_table` on a pyarrow table"),
}
HEADS = {
    "id": "| Dibanding float64 dengan tangan | kali | rentang tengah | salah, float64 | salah, kami |",
    "en": "| Beside float64 by hand | times | quartiles | wrong, float64 | wrong, ours |",
}


def data(kind: str) -> dict[str, Any]:
    """Gives a million rows: counts over six orders of magnitude, or such that every realisasi is a tie."""
    chance = np.random.default_rng(2026)
    below = (10 ** chance.uniform(0.5, 6.5, ROWS)).astype("i8") + 1
    above = (below * chance.uniform(0.2, 1.0, ROWS)).astype("i8")
    if kind == "ties":
        below, above = np.full(ROWS, 20_000), chance.integers(0, 10_000, ROWS) * 2 + 1
    if kind == "rupiah":
        below, above = np.full(ROWS, 2 * 10**13), (chance.integers(0, 10_000, ROWS) * 2 + 1) * 10**9
    fives = chance.integers(1, 21, ROWS) * 500
    target = np.where(chance.random(ROWS) < 0.3, fives, chance.integers(100, 12_000, ROWS))
    return {"selesai": above, "semua": below, "target": target, "there": chance.random(ROWS) >= 0.03}


def by_hand(of: Data) -> Callable[[], tuple[Any, Any]]:
    """Gives the arithmetic as one writes it with NumPy."""
    above, below, target = of["selesai"], of["semua"], of["target"] / 100

    def compute() -> tuple[Any, Any]:
        realised = np.round(above / below * 100, 2)
        achieved = np.round(realised / target * 100, 2)
        band = 3 - ((achieved > 100).astype(np.int8) + (achieved > 75) + (achieved >= 55))
        return achieved, band

    return compute


def exactly(of: Data) -> Any:  # noqa: ANN401 - an array
    """Gives capaian in hundredths, by whole numbers alone."""
    above, below, target = (of[name].astype(object) for name in ("selesai", "semua", "target"))
    realised = (2 * above * 10_000 + below) // (2 * below)
    return ((2 * realised * 10_000 + target) // (2 * target)).astype("i8")


def on_columns(rule: Rule, of: Data, there: Any = None) -> Callable[[], Any]:  # noqa: ANN401 - an array, or nothing
    """Gives the rule on the same arrays, from cells to units and bands."""
    plan = rule.plan
    assert isinstance(plan, RulePlan)  # noqa: S101 - the rule above
    cells = {
        name: Cells(of[name], there if name == "selesai" else None, 2 * (name == "target"))
        for name in plan.record.inputs
    }

    def compute() -> Any:  # noqa: ANN401 - an array
        run = TableRun(plan, cells, ROWS, None)
        return run.answers(by_itself(plan), lambda _done, _rows: None, exact=False).numbers["units"]

    return compute


def as_table(rule: Rule, of: Data, *, exact: bool) -> Callable[[], Any]:
    """Gives the rule on a table of Arrow, and the table that comes back."""
    cents = np.stack([of["target"], np.zeros(ROWS, "i8")], axis=1)
    target = pa.Array.from_buffers(pa.decimal128(12, 2), ROWS, [None, pa.py_buffer(cents)])
    table = pa.table({"selesai": of["selesai"], "semua": of["semua"], "target": target})
    return lambda: rule.evaluate_table(table, exact=exact)


def wrong(found: Any, of: Data, rows: Any = slice(None)) -> int:  # noqa: ANN401 - arrays
    """Counts the rows in which hundredths are not the exact ones."""
    return int(np.count_nonzero(np.rint(np.asarray(found) * 1.0)[rows] != exactly(of)[rows]))


def measure(rounds: int) -> dict[str, tuple[Ratio, int, int]]:
    """Gives for each case how many times as long it takes, and the wrong digits of both."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "ukur" / "capaian" / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(RULE, encoding="utf-8")
        rule = Catalogue.bundled(folder).rule("ukur/capaian", on=2020)
        return {name: _case(name, rule, rounds) for name in TITLES}


def _case(name: str, rule: Rule, rounds: int) -> tuple[Ratio, int, int]:
    of = data(name)
    there = of["there"] if name == "absent" else None
    hand, ours = by_hand(of), on_columns(rule, of, there)
    mistakes = wrong(hand()[0] * 100, of), wrong(ours(), of, slice(None) if there is None else there)
    if name in ("table", "exact"):
        ours = as_table(rule, of, exact=name == "exact")
    measured = side_by_side({"ours": ours, "hand": hand}, rounds)
    return measured["ours"].ratio(measured["hand"]), *mistakes


def page(measured: Mapping[str, tuple[Ratio, int, int]], lang: str) -> str:
    """Gives the table in a language."""
    lines = [HEADS[lang], "| --- | ---: | ---: | ---: | ---: |"]
    for name, (ratio, theirs, ours) in measured.items():
        numbers = f"{ratio.middle:.2f} | {ratio.low:.2f} – {ratio.high:.2f} | {theirs:,} | {ours:,}"
        if lang == "id":
            numbers = numbers.translate(str.maketrans(".,", ",."))
        lines.append(f"| {TITLES[name][lang == 'en']} | {numbers} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measures, prints the table, and writes it where that is asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--write", action="store_true", help="write the table into docs/")
    options.add_argument("--rounds", type=int, default=15, help="rounds of each comparison (default: 15)")
    chosen = options.parse_args()
    measured = measure(chosen.rounds)
    sys.stdout.write(page(measured, "en"))
    if chosen.write:
        for lang, file in PAGES.items():
            text = file.read_text(encoding="utf-8")
            file.write_text(replaced(text, page(measured, lang), MARK), encoding="utf-8")


if __name__ == "__main__":
    main()

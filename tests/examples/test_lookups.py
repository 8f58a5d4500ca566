"""Examples of scales and tables."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import Catalogue

BODIES = {
    "scale a": (
        "unit: persen\n"
        "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}, "
        "{category: Belum, status: missing}, {category: Rusak, status: not_computable}]\n"
        "domain: {from: 0}"
    ),
    "table t": "keys: [k]\nrows: {A: 1, B: null, 7: 3}",
    "table dua": "keys: [k, l]\nrows: {A: {X: 1, Y: 2}}",
    "table garis": "keys: [x]\ninterpolate: linear\nrows: {0: 0, 3: 1}",
}


def run(folder: Path, name: str, example: str) -> list[str]:
    """The codes of what is wrong with one example of a rule."""
    write(folder, name, BODIES[name] + f"\nexamples:\n  - {{title: T, {example}}}")
    (outcome,) = Catalogue.load(folder).run_examples()
    assert all(one.place for one in outcome.diagnostics)
    return [one.code for one in outcome.diagnostics]


@pytest.mark.parametrize(
    ("example", "found"),
    [
        ("given: 75, category: Baik", []),
        ("given: 75 %, category: Baik", []),
        ("given: 74.99, category: Baik", ["example-differs"]),
        ("given: missing, category: Belum", []),
        ("given: not_computable, category: Rusak", []),
        ("given: not_due, status: not_due", []),
        ("given: not_due, status: missing", ["example-differs"]),
        ("given: not_due, category: Belum", ["example-differs"]),
        ("given: -1, status: not_computable, reason: outside-domain", []),
        ("given: -1, status: not_computable, reason: scale-gap", ["example-differs"]),
        ("given: -1, category: Kurang", ["example-differs"]),
        ("given: 75, status: missing", ["example-differs"]),
        ("given: banyak, category: Baik", ["bad-value"]),
    ],
)
def test_scales(tmp_path: Path, example: str, found: list[str]) -> None:
    """A number or a word, and its category or the reason why it has none."""
    assert run(tmp_path, "scale a", example) == found


@pytest.mark.parametrize(
    ("name", "example", "found"),
    [
        ("table t", "given: A, result: 1", []),
        ("table t", "given: {k: A}, result: 2 / 2", []),
        ("table t", "given: 7, result: 3", []),
        ("table t", "given: A, result: 2", ["example-differs"]),
        ("table t", "given: B, status: not_computable, reason: undefined-cell", []),
        ("table t", "given: C, status: not_computable, reason: not-in-table", []),
        ("table t", "given: missing, status: missing", []),
        ("table t", "given: C, result: 1", ["example-differs"]),
        ("table t", "given: {l: A}, result: 1", ["bad-value"]),
        ("table t", "given: {k: [A]}, result: 1", ["bad-value"]),
        ("table t", "given: [A], result: 1", ["bad-value"]),
        ("table t", "given: {k: {status: hilang}}, result: 1", ["bad-value"]),
        ("table dua", "given: {l: Y, k: A}, result: 2", []),
        ("table dua", "given: A, result: 1", ["bad-value"]),
        ("table dua", "given: {k: A}, result: 1", ["bad-value"]),
        ("table dua", "given: {k: A, l: X, m: Y}, result: 1", ["bad-value"]),
        ("table dua", "given: {k: [], l: []}, result: 1", ["bad-value", "bad-value"]),
        ("table garis", "given: 1, result: 1 / 3", []),
        ("table garis", "given: {x: 1}, result: 1 / 3", []),
        ("table garis", "given: {k: 1}, result: 1 / 3", ["bad-value"]),
        ("table garis", "given: {}, result: 1 / 3", ["bad-value"]),
        ("table garis", "given: A, result: 1", ["bad-value"]),
        ("table garis", "given: 4, status: not_computable, reason: outside-domain", []),
        ("table garis", "given: missing, status: missing", []),
    ],
)
def test_tables(tmp_path: Path, name: str, example: str, found: list[str]) -> None:
    """One value, or a map with each key exactly once."""
    assert run(tmp_path, name, example) == found

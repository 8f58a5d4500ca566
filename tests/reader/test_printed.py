"""Printed figures of a record."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import mistakes, report, rules

BODIES = {
    "framework k": """
        levels:
          d:
            result: x
            inputs: {x: {unit: rupiah}, h: {type: choice, choices: [A]}, r: {type: range}}
            steps: {y: x, z: {formula: 1, unit: persen}}
    """
}


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("satu", ["bad-value 5"]),
        ("[satu]", ["bad-value 5"]),
        ("[{value: 1}]", ["missing-key 5"]),
        ("[{figure: x}]", ["missing-key 5"]),
        ("[{figure: x, nilai: 1}]", ["unknown-key 5"]),
        ("[{figure: x, value: 1, halaman: 3}]", ["unknown-key 5"]),
        ("[{figure: w, value: 1}]", ["unknown-name 5"]),
        ("[{figure: x, value: satu}]", ["bad-value 5"]),
        ("[{figure: y, value: '-'}]", ["which-absent 5"]),
        ("[{figure: x, value: 1, year: 20}]", ["bad-date 5"]),
        ("[{figure: h, value: B}]", ["bad-value 5"]),
    ],
)
def test_mistakes(tmp_path: Path, printed: str, found: list[str]) -> None:
    """Of the list, of its items, of figures and of values."""
    assert sorted(set(mistakes(tmp_path, BODIES, f"printed: {printed}"))) == found


def test_printed_figures(tmp_path: Path) -> None:
    """The value keeps its text and its place; the year is the report's unless stated."""
    body = """
        printed:
          - {figure: x, value: "1.234,50", where: Tabel 1}
          - {figure: z, year: 2019, value: "98,80 %", category: Baik}
          - {figure: h, category: A}
          - {figure: r, value: 40}
    """
    root = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, body)).root
    assert [(one.printed.figure, one.printed.value, one.year) for one in root.printed] == [
        ("x", "1.234,50", 2020),
        ("z", "98,80 %", 2019),
        ("h", None, 2020),
        ("r", "40", 2020),
    ]
    assert [one.place.line for one in root.printed if one.place] == [6, 7, 8, 9]
    assert root.printed[0].place is not None
    assert root.printed[0].place.column == 24


def test_nothing_is_printed(tmp_path: Path) -> None:
    """The list may be left out, or empty."""
    catalogue = rules(tmp_path / "rules", BODIES)
    for body in ("x: 1", "printed: []", "printed: null"):
        assert catalogue.read_report(report(tmp_path, body)).root.printed == ()


def test_a_count_that_was_printed_wrongly_is_a_finding_and_no_mistake_of_the_file(tmp_path: Path) -> None:
    """A report may print half a person: the audit says so; a thousands point is settled by the audit."""
    bodies = {"framework k": "levels: {d: {result: c, inputs: {c: {type: count}}}}"}
    printed = "\n        c: 541\n        printed: [{figure: c, value: 541.5}]\n"
    root = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, printed)).root
    assert [one.printed.value for one in root.printed] == ["541.5"]
    printed = "\n        c: 541\n        printed: [{figure: c, value: 541.897}]\n"
    assert rules(tmp_path / "rules", bodies).read_report(report(tmp_path, printed)).root.printed

"""Printed figures of a record."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import mistakes, report, rules

from sakip_rules.values import Range

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
        ("satu", ["5 bad-value.printed satu"]),
        ("[satu]", ["5 bad-value.map-expected satu"]),
        ("[{value: 1}]", ["5 missing-key value"]),
        ("[{figure: x}]", ["5 missing-key.printed figure"]),
        ("[{figure: x, nilai: 1}]", ["5 unknown-key nilai"]),
        ("[{figure: x, value: 1, halaman: 3}]", ["5 unknown-key halaman"]),
        ("[{figure: w, value: 1}]", ["5 unknown-name.figure w"]),
        ("[{figure: x, value: satu}]", ["5 bad-value.number-word satu"]),
        ("[{figure: y, value: '-'}]", ["5 which-absent '-'"]),
        ("[{figure: x, value: 1, year: 20}]", ["5 bad-date.year 20"]),
        ("[{figure: h, value: B}]", ["5 bad-value.choice B"]),
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


UNITS = {
    "indicator i": "formula: 1\nunit: hari",
    "scale s": "bands: [{category: Baik, code: B, from: 75}, {category: Kurang baik, below: 75}]",
    "framework k": """
        uses: {skala: contoh/s}
        levels:
          d: {}
          i:
            under: d
            result: x
            inputs:
              x: {}
              y: {unit: rupiah}
              z: {from: rule}
              r: {type: range}
              q: {type: range, unit: orang}
            steps: {s: x, t: {formula: y, unit: rupiah}, k: x > 1, p: skala(x)}
    """,
}


def test_the_unit_by_which_a_printed_figure_is_read(tmp_path: Path) -> None:
    """Its own, of an end that of its range; else the record's, else that of the record's rule."""
    figures = ("x", "y", "s", "t", "r.min", "q.max")
    printed = ", ".join(f"{{figure: {name}, value: 2}}" for name in figures)
    body = f"""
        i:
          - {{id: a, unit: jam, rule: contoh/i, printed: [{printed}]}}
          - {{id: b, rule: contoh/i, printed: [{printed}]}}
          - {{id: c, printed: [{printed}]}}
    """
    root = rules(tmp_path / "rules", UNITS).read_report(report(tmp_path, body)).root
    units = [[entry.unit for entry in record.printed] for record in root.children]
    assert units == [[lent, "rupiah", lent, "rupiah", lent, "orang"] for lent in ("jam", "hari", None)]


def test_what_is_printed_for_a_figure_that_is_no_number(tmp_path: Path) -> None:
    """A truth, a choice, a range; for a number, its text says it all."""
    body = """
        i:
          - id: a
            printed:
              - {figure: k, value: true}
              - {figure: r, value: {min: 1, max: 2}}
              - {figure: p, value: B}
              - {figure: p, value: Kurang baik}
              - {figure: x, value: 3}
    """
    root = rules(tmp_path / "rules", UNITS).read_report(report(tmp_path, body)).root
    stated = [entry.stated for entry in root.children[0].printed]
    assert stated == [True, Range(Fraction(1), Fraction(2)), "B", "Kurang baik", None]
    for printed, wrong in (
        ("{figure: k, value: 3}", "bad-value.truth 3"),
        ("{figure: p, value: Buruk}", "bad-value.choice Buruk"),
        ("{figure: x.min, value: 3}", "unknown-name.figure x.min"),
    ):
        assert mistakes(tmp_path, UNITS, f"i: [{{id: a, printed: [{printed}]}}]") == [f"5 {wrong}"]


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


LETTERS = {
    "table h": "keys: [huruf]\nrows: {C: 1, B: 2, A: 3}\n",
    "framework k": """
        levels:
          d:
            result: x
            inputs: {x: {}, t: {type: range}}
            steps: {y: x}
    """,
}


def test_a_letter_is_printed_as_data_give_it(tmp_path: Path) -> None:
    """A CODE of the record's table, for its inputs; a number is read as a number."""
    body = """
        codes: contoh/h
        x: B
        t: A
        printed: [{figure: x, value: B}, {figure: t, value: A}, {figure: x, value: "2"}]
    """
    found = rules(tmp_path / "rules", LETTERS).read_report(report(tmp_path, body)).root.printed
    assert [entry.stated for entry in found] == [2, Range(Fraction(3), Fraction(3)), None]


def test_a_step_is_printed_as_a_number(tmp_path: Path) -> None:
    """What is computed has no letter."""
    body = "codes: contoh/h\nx: B\nprinted: [{figure: y, value: B}]"
    assert mistakes(tmp_path, LETTERS, body) == ["7 bad-value.number-word B"]

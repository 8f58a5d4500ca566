"""The tree of records."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import mistakes, report, rules

BODIES = {
    "framework k": """
        levels:
          d: {result: x, inputs: {x: {}}, steps: {s: x}}
          a: {under: d, result: x, inputs: {x: {}}}
          b: {under: [d, a], result: x, inputs: {x: {}}}
    """
}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("y: 1", ["unknown-name 5"]),
        ("s: 1", ["unknown-name 5"]),
        ("title: Judul", ["unknown-name 5"]),
        ("id: akar", ["unknown-name 5"]),
        ("unit: persen", ["unknown-name 5"]),
        ("a: satu", ["bad-value 5"]),
        ("a: {id: satu}", ["bad-value 5"]),
        ("a: [satu]", ["bad-value 5"]),
        ("a: [[]]", ["bad-value 5"]),
        ("a: [{x: 1}]", ["missing-key 5"]),
        ("a: [{id: null}]", ["missing-key 5"]),
        ("a: [{id: []}]", ["bad-value 5"]),
        ("a: [{id: 'a b'}]", ["bad-value 5"]),
        ("a: [{id: .a}]", ["bad-value 5"]),
        ("a: [{id: a}, {id: a}]", ["duplicate-id 5"]),
        ("a: [{id: a}]\nb: [{id: a}]", ["duplicate-id 6"]),
        ("a: [{id: a, s: 1}]", ["unknown-name 5"]),
        ("a: [{id: a, report: b}]", ["unknown-name 5"]),
        ("a: [{id: a, a: []}]", ["unknown-name 5"]),
        ("a: [{id: a, title: [b]}]", ["bad-value 5"]),
        ("a: [{id: a, unit: {id: b}}]", ["bad-value 5"]),
        ("a:\n  - id: p\n    b: [{id: q, x: satu}]\n  - id: r\n    y: 1", ["bad-value 7", "unknown-name 9"]),
    ],
)
def test_mistakes(tmp_path: Path, body: str, found: list[str]) -> None:
    """Sorted by their place in the file."""
    assert mistakes(tmp_path, BODIES, body) == found


def test_records(tmp_path: Path) -> None:
    """Level by level as the framework has them; ids need only differ below the same record."""
    body = """
        note: {id: Catatan, en: Note}
        b: [{id: z, title: Z, unit: orang, note: n}]
        a:
          - {id: y, b: [{id: y}, {id: z.1-2_3}]}
          - id: "2020"
        x: {value: 1, document: Renstra, year: 2018}
    """
    root = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, body)).root
    assert [(record.path, record.level.name) for record in root.walk()] == [
        (".", "d"),
        ("y", "a"),
        ("y/y", "b"),
        ("y/z.1-2_3", "b"),
        ("2020", "a"),
        ("z", "b"),
    ]
    assert (root.title, root.note, root.unit, root.id) == ("Dinas", "Catatan", None, ".")
    z = root.find("z")
    assert z is not None
    assert (z.title, z.unit, z.note, z.documents) == ("Z", "orang", "n", {})
    assert root.documents == {"x": "Renstra (2018)"}
    assert z.place is not None
    assert (z.place.line, root.place.line if root.place else 0) == (6, 1)


def test_a_document_without_a_year(tmp_path: Path) -> None:
    """Only what is a text is shown."""
    root = (
        rules(tmp_path / "rules", BODIES)
        .read_report(report(tmp_path, "x: {value: 1, document: Renstra}"))
        .root
    )
    assert root.documents == {"x": "Renstra"}

"""The tree of records."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import mistakes, report, rules

from sakip_rules import DataError

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
        ("y: 1", ["5 unknown-name.key y"]),
        ("s: 1", ["5 unknown-name.computed s"]),
        ("title: Judul", ["5 unknown-name.key title"]),
        ("id: akar", ["5 unknown-name.key id"]),
        ("unit: persen", ["5 unknown-name.key unit"]),
        ("unit: [persen]", ["5 unknown-name.key unit"]),
        ("a: satu", ["5 bad-value.records satu"]),
        ("a: {id: satu}", ["5 bad-value.records {"]),
        ("a: satu\nb: [{id: c, y: 1}]", ["5 bad-value.records satu", "6 unknown-name.key y"]),
        ("b: [{id: c, y: 1}]", ["5 unknown-name.key y"]),
        ("a: [satu]", ["5 bad-value.record satu"]),
        ("a: [[]]", ["5 bad-value.record ["]),
        ("a: [{x: 1}]", ["5 missing-key {"]),
        ("a: [{id: null}]", ["5 missing-key {"]),
        ("a: [{id: []}]", ["5 bad-value.record-id ["]),
        ("a: [{id: 'a b'}]", ["5 bad-value.record-id 'a b'"]),
        ("a: [{id: .a}]", ["5 bad-value.record-id .a"]),
        ("a: [{id: a}, {id: a}]", ["5 duplicate-id a"]),
        ("a: [{id: a}]\nb: [{id: a}]", ["6 duplicate-id a"]),
        ("a: [{id: a, s: 1}]", ["5 unknown-name.key s"]),
        ("a: [{id: a, report: b}]", ["5 unknown-name.key report"]),
        ("a: [{id: a, a: []}]", ["5 unknown-name.key a"]),
        ("a: [{id: a, title: [b]}]", ["5 bad-value.text ["]),
        ("a: [{id: a, unit: {id: b}}]", ["5 bad-value.text {"]),
        ("a: [{id: a, note: [b]}]", ["5 bad-value.text ["]),
        ("a: [{id: a, unit: {id: b}, x: 1}]", ["5 bad-value.text {"]),
        ("a: [{id: a, unit: '%'}]", ["5 bad-value.unit-sign '%'"]),
        (
            "a:\n  - id: p\n    b: [{id: q, x: satu}]\n  - id: r\n    y: 1",
            ["7 bad-value.number-word satu", "9 unknown-name.key y"],
        ),
    ],
)
def test_mistakes(tmp_path: Path, body: str, found: list[str]) -> None:
    """Sorted by their place in the file."""
    assert mistakes(tmp_path, BODIES, body) == found


def test_what_is_missing_or_stands_twice_is_named(tmp_path: Path) -> None:
    """The key that every record has; the line on which the id stands first."""
    body = "a:\n  - x: 1\n    id: p\n  - {id: p}\n  - {x: 1}\n"
    with pytest.raises(DataError) as caught:
        rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, body))
    twice, missing = caught.value.diagnostics
    assert dict(twice.texts) == {"id": "`p`", "line": "7"}
    assert dict(missing.texts) == {"name": "`id`"}


def test_an_id_that_is_no_text_is_not_shown(tmp_path: Path) -> None:
    """It may be anything, and long: three points stand for it."""
    for written, shown in (("[b, c]", "`…`"), ("b c", "`b c`")):
        with pytest.raises(DataError) as caught:
            rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, f"a: [{{id: {written}}}]"))
        assert dict(caught.value.diagnostics[0].texts)["written"] == shown


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
    assert (z.place.line, z.place.column, root.place.line if root.place else 0) == (6, 6, 1)


def test_a_document_without_a_year(tmp_path: Path) -> None:
    """Only what is a text is shown."""
    root = (
        rules(tmp_path / "rules", BODIES)
        .read_report(report(tmp_path, "x: {value: 1, document: Renstra}"))
        .root
    )
    assert root.documents == {"x": "Renstra"}


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("document: [Renstra]", ["5 bad-value.text [Renstra]"]),
        ("note: [a]", ["5 bad-value.text [a]"]),
        ("year: dahulu", ["5 bad-date.year dahulu"]),
        ("document: Renstra, year: 2018, note: {id: a, en: b}", []),
    ],
)
def test_where_a_datum_stands_is_never_left_out_in_silence(
    tmp_path: Path, said: str, wrong: list[str]
) -> None:
    """What cannot be shown is a mistake."""
    bodies = {"framework k": "levels: {d: {result: x, inputs: {x: {}}}}"}
    body = f"x: {{value: 1, {said}}}"
    if wrong:
        assert [line.split(" ")[:2] for line in mistakes(tmp_path, bodies, body)] == [
            line.split(" ")[:2] for line in wrong
        ]
    else:
        root = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, body)).root
        assert root.documents == {"x": "Renstra (2018)"}

"""A report for programs: records and figures as values, tables, JSON, explanations."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import report, rules, write

from sakip_rules import Catalogue, Report, RuleError, UsageError


@pytest.fixture
def computed(tmp_path: Path) -> Report:
    """A report with one record and an earlier year."""
    bodies = {
        "framework k": (
            "levels: {d: {result: y, inputs: {x: {}}, steps: {y: sum(i.z)}}, "
            "i: {under: d, result: z, inputs: {z: {}}}}"
        )
    }
    file = report(tmp_path, "x: 1\ni: [{id: a, z: 2, history: {2019: {z: 1}}}]")
    return rules(tmp_path / "rules", bodies).evaluate_report(file)


def test_a_report_gives_its_records(computed: Report) -> None:
    """In the order of the report; a path that is not there gives nothing."""
    assert [node.path for node in computed] == [".", "a"]
    assert computed.find("a") is computed.tree.root.children[0]
    assert computed.find("b") is None
    assert repr(computed) == "<Report Laporan>"
    assert computed.to_dict()["results"]["values"]["y"] == "2.00"


def test_a_report_explains_a_figure(computed: Report) -> None:
    """The headline, another figure, another year."""
    assert "2" in computed.explain()
    assert computed.explain("a", "z", lang="en") != computed.explain("a", "z")
    assert computed.explain("a", "z", 2019) != computed.explain("a", "z", 2020)


@pytest.mark.parametrize(
    "wrong",
    [
        ("b",),
        ("a", "y"),
        ("a", "z", 2018),
        ("a", None, 2018),
        (7,),
        ("a", 7),
        ("a", ["z"]),
        ("a", "z", ["2019"]),
    ],
)
def test_what_a_report_does_not_have(computed: Report, wrong: tuple[object, ...]) -> None:
    """A path, a figure or a year."""
    with pytest.raises(UsageError) as caught:
        computed.explain(*wrong)  # type: ignore[arg-type]  # what programs without types do
    assert str(caught.value)


VALUES = """
uses: {s: contoh/s}
levels:
  d: {result: total, inputs: {x: {}}, steps: {total: sum(i.z)}}
  i:
    under: d
    title: {id: Indikator, en: Indicator}
    inputs:
      z: {title: {id: Nilai, en: Value}, unit: persen}
      t: {type: truth}
      h: {type: choice, choices: ["true", B]}
      r: {type: range}
    steps: {y: {formula: z / 3, scale: contoh/s, rounding: {places: 1}}, k: s(z)}
    result: y
"""
SCALE = "unit: persen\nbands: [{category: Baik, code: B, from: 75}, {category: Kurang, below: 75}]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a framework of every kind of value."""
    rules(tmp_path / "rules", {"framework k": VALUES, "scale s": SCALE})
    return tmp_path


@pytest.fixture
def values(folder: Path) -> Report:
    """A report with every kind of value."""
    body = """
        i:
          - {id: a, title: Satu, unit: orang, z: 100.0, t: ya, h: "true", r: {min: 0.5, max: 1}}
          - {id: b, z: not_applicable}
    """
    return Catalogue.load(folder / "rules").evaluate_report(report(folder, body))


def test_a_report_says_what_it_is(values: Report) -> None:
    """Year, title, organization, period, rules, and what was noticed."""
    assert (values.title, values.organization, values.year) == ("Laporan", "Dinas", 2020)
    assert values.period("en") is None
    assert values.rules == ("contoh/k@1.0.0", "contoh/s@1.0.0")
    assert [record.path for record in values.records] == [".", "a", "b"]
    assert values.diagnostics == ()
    assert [len(used.sha256) for used in values.receipt.rules] == [64, 64]
    assert values.receipt.day.isoformat() == "2020-12-31"


def test_every_kind_of_value(values: Report) -> None:
    """A number is what is shown, with the places that it is shown with; `exact` is before rounding."""
    figures = values.record("a").figures
    assert {name: figure.value for name, figure in figures.items()} == {
        "z": Decimal("100.0"),
        "t": True,
        "h": "true",
        "r": (Decimal("0.5"), Decimal(1)),
        "y": Decimal("33.3"),
        "k": None,
    }
    assert str(figures["y"].value) == "33.3"
    assert {name: figure.exact for name, figure in figures.items() if figure.exact is not None} == {
        "z": Fraction(100),
        "y": Fraction(100, 3),
    }
    assert [(figures[name].category, figures[name].code) for name in "zyk"] == [
        *((None, None), ("Kurang", None), ("Baik", "B")),
    ]
    assert (figures["z"].title("en"), figures["z"].unit, figures["z"].origin) == ("Value", "persen", "given")
    absent = values.record("b").figures["y"]
    assert (absent.value, absent.exact, absent.status, absent.reason) == (None, None, "not_applicable", None)


def test_a_record_says_what_it_is(values: Report) -> None:
    """Its place, its title, and the headline figure."""
    record = values.record("a")
    assert (record.id, record.level, record.title(), record.unit) == ("a", "i", "Satu", "orang")
    assert record.result == record.figures["y"]
    assert [one.title("en") for one in values.records] == ["Dinas", "Satu", "b"]
    assert record.level_titles == ("Indikator", "Indicator")
    assert (values.root.id, record.rule) == (".", None)
    assert record.of_year(2019) == {}
    with pytest.raises(UsageError):
        values.record("tiada")


def test_rows_are_what_the_tidy_table_has(values: Report) -> None:
    """One dict for each figure, with nothing guarded against spreadsheets and `None` where nothing is."""
    rows = values.rows("en")
    assert len(rows) == sum(len(record.figures) for record in values.records)
    row = next(row for row in rows if row["path"] == "a" and row["figure"] == "y")
    assert row == {
        "path": "a",
        "level": "i",
        "id": "a",
        "title": "Satu",
        "rule": None,
        "year": 2020,
        "figure": "y",
        "figure_title": "y",
        "value": "33.3",
        "unit": None,
        "exact": "100/3",
        "category": "Kurang",
        "status": "ok",
        "reason": None,
    }
    assert next(row["value"] for row in rows if row["figure"] == "r") == "0.5..1"


def test_json_has_one_object_for_every_figure(values: Report) -> None:
    """Beside the maps, which stay; with a receipt where that is asked for."""
    made = values.to_dict("en", receipt=True)
    node = made["results"]["children"][0]
    assert node["by_name"]["y"] == values.record("a").figures["y"].to_dict("en")
    assert node["by_name"]["y"] == {
        "title": "y",
        "unit": None,
        "value": "33.3",
        "exact": "100/3",
        "category": "Kurang",
        "status": "ok",
        "reason": None,
    }
    assert node["by_name"]["r"]["value"] == {"min": "0.5", "max": "1"}
    assert made["receipt"] == values.receipt.to_dict()
    assert "receipt" not in values.to_dict()
    for call in (values.to_dict, values.rows, values.period):
        with pytest.raises(UsageError):
            call("fr")  # type: ignore[arg-type]  # what programs without types do


def test_a_report_is_a_value(folder: Path, values: Report) -> None:
    """Equal when equal, hashable, copied, and whole in another process: also its explanation."""
    again = Catalogue.load(folder / "rules").evaluate_report(folder / "laporan.yaml")
    assert (again == values, hash(again) == hash(values), again != object()) == (True, True, True)
    assert copy.deepcopy(values) is copy.copy(values) is values
    sent: Report = pickle.loads(pickle.dumps(values))  # noqa: S301 - our own
    (folder / "laporan.yaml").unlink()
    assert (sent == values, sent.to_dict(), sent.rows()) == (True, values.to_dict(), values.rows())
    assert sent.explain("a") == values.explain("a")
    other = Catalogue.load(folder / "rules").evaluate_report(report(folder, "x: 1"))
    assert other != values


def test_a_report_whose_rules_have_changed_says_so(folder: Path, values: Report) -> None:
    """Its figures are still there; what cannot be explained any more is told."""
    sent: Report = pickle.loads(pickle.dumps(values))  # noqa: S301 - our own
    write(folder / "rules", "scale s", SCALE.replace("75", "80"))
    assert sent.record("a").figures == values.record("a").figures
    with pytest.raises(RuleError) as caught:
        sent.explain("a")
    assert [one.code for one in caught.value.diagnostics] == ["rule-changed"]

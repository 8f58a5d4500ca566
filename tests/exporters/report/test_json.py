import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from tests.written import report as written
from tests.written import rules

from sakip_rules import __version__
from sakip_rules.exporters import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.exporters.report.json import export, pieces, report_object
from sakip_rules.languages import Language
from sakip_rules.results import ReportTree

SMALL = Path(__file__).parent.parent.parent / "small"
NODE_KEYS = {
    *("level", "id", "title", "rule", "values", "exact", "category", "status"),
    *("reason", "absent", "by_name", "categories", "diagnostics", "children", "history"),
}


@pytest.fixture(scope="module")
def results(tree: ReportTree) -> dict[str, Any]:
    """The root NODE of the small report."""
    found: dict[str, Any] = report_object(tree)["results"]
    return found


def test_the_report_says_what_it_was_computed_with(tree: ReportTree) -> None:
    """Engine version, and id, version and hash of every rule file used, are in the output."""
    made = report_object(tree)
    assert list(made) == ["report", "year", "engine", "rules", "results"]
    assert (made["report"], made["year"], made["engine"]) == ("Laporan contoh", 2020, __version__)
    for rule in made["rules"]:
        file = SMALL / "rules" / rule["id"] / f"{rule['version']}.yaml"
        assert rule["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
    used = [f"{rule['id']}@{rule['version']}" for rule in made["rules"]]
    assert used == [
        "contoh/capaian@2.0.0",
        "contoh/kerangka@1.0.0",
        "contoh/rasio@1.0.0",
        "contoh/skala@1.0.0",
    ]


def test_every_node_has_the_keys_of_the_contract(results: dict[str, Any]) -> None:
    """All keys of NODE are there in every node, whatever it holds."""
    for node in [results, *results["children"]]:
        assert node.keys() == NODE_KEYS


def test_the_root_is_the_organization(results: dict[str, Any]) -> None:
    """The root has the id `.` and the organization as title; it follows no rule."""
    assert (results["id"], results["title"], results["rule"]) == (".", "Dinas Contoh", None)
    assert [child["id"] for child in results["children"]] == ["a", "b", "c"]


def test_values_are_text_with_the_places_of_their_rounding(results: dict[str, Any]) -> None:
    """Numbers without a rounding have two places, given ones their own; a range has two ends."""
    assert results["children"][0]["values"] == {
        "realisasi": "16.67",
        "target": "50",
        "capaian": "33.3",
        "batas": {"min": "40", "max": "50"},
        "aktif": "true",
        "arah": "higher_is_better",
        "akar": "7.07",
    }
    assert results["children"][2]["values"]["capaian"] == "250.0"


def test_exact_numbers_are_fractions_and_approximate_ones_are_left_out(results: dict[str, Any]) -> None:
    """1/6 of 100 is 50/3; the root of 50 has no exact number, that of 4 has."""
    assert results["children"][0]["exact"] == {"realisasi": "50/3", "target": "50", "capaian": "100/3"}
    assert results["children"][2]["exact"]["akar"] == "2"


def test_absent_values_say_why(results: dict[str, Any]) -> None:
    """Each absent figure has status and reason; the node has those of its headline."""
    assert results["children"][1]["absent"] == {
        "realisasi": {"status": "missing", "reason": "not_given"},
        "batas": {"status": "missing", "reason": "not_given"},
        "capaian": {"status": "missing", "reason": "not_given"},
    }
    assert results["children"][2]["absent"] == {"batas": {"status": "not_applicable", "reason": None}}
    states = [(node["status"], node["reason"]) for node in results["children"]]
    assert states == [("ok", None), ("missing", "not_given"), ("ok", None)]


def test_categories_are_those_of_scales_and_those_that_are_values(results: dict[str, Any]) -> None:
    """A scale beside a number and one called in a formula both give categories, absent values too."""
    found = [(node["category"], node["categories"]) for node in results["children"]]
    assert found == [
        (label, {"capaian": label, "predikat": label}) for label in ("Rendah", "Belum dinilai", "Tinggi")
    ]


def test_history_holds_the_earlier_years_and_marks_what_the_report_states(results: dict[str, Any]) -> None:
    """A step that `history` states is in `stated`; a year that nobody gives for a record is not there."""
    assert list(results["children"][0]["history"]) == ["2019"]
    year = results["children"][0]["history"]["2019"]
    assert (year["values"]["capaian"], year["exact"]["capaian"]) == ("98.8", "494/5")
    assert year["stated"] == ["capaian"]
    assert results["children"][1]["history"] == {}
    assert "stated" not in results["history"]["2019"]


def test_the_text_is_json_and_keeps_letters(tree: ReportTree) -> None:
    """What is printed reads back as what was made."""
    assert json.loads(export(tree, Look("en"))) == report_object(tree, "en")


NESTED = """
    levels:
      dinas: {result: x, steps: {x: sum(bidang.x)}}
      bidang: {under: dinas, result: x, steps: {x: sum(seksi.x)}}
      seksi: {under: bidang, result: x, inputs: {children: {type: choice, choices: [P]}}, steps: {x: 1}}
"""


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize(
    "body",
    [
        "bidang: []",
        "bidang: [{id: a, seksi: [{id: b, children: P}, {id: c, title: '\"children\": [] null'}]}, {id: d}]",
        "bidang: [{id: a, history: {2019: {}}}, {id: d, seksi: [{id: e, history: {2018: {children: P}}}]}]",
    ],
)
def test_in_pieces_it_is_the_same_text(tmp_path: Path, body: str, lang: Language) -> None:
    """Records of any depth, with a figure and a title that look like the key under which others stand."""
    catalogue = rules(tmp_path / "rules", {"framework k": NESTED})
    tree = catalogue.evaluate_report(written(tmp_path, body)).tree
    assert list(pieces(tree, Look(lang)))[1:]
    assert export(tree, Look(lang)) == to_text(report_object(tree, lang))

"""The engine's side of the workbench page, as the page asks it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sakip_rules.site.workbench.bench import Bench

REPOSITORY = Path(__file__).parents[2]
SAMPLE = (REPOSITORY / "examples" / "dinsos-lumajang-2020.yaml").read_text(encoding="utf-8")
RULE = """\
kind: indicator
id: saya/ketepatan
version: 1.0.0
title: Ketepatan sasaran
valid_from: 2020
legal_basis:
  - {document: Contoh, confidence: claimed}
inputs:
  tepat: {title: Yang tepat, type: count, unit: orang}
  dibantu: {title: Yang dibantu, type: count, unit: orang}
formula: tepat / dibantu * 100
unit: persen
examples:
  - {title: tiga perempat, given: {tepat: 3, dibantu: 4}, result: 75}
"""
REPORT = """\
report: Laporan kecil
organization: Dinas
year: 2020
framework: lumajang/kerangka-pengukuran
"""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A workbench with nothing in its editor."""
    return Bench(tmp_path)


def ask(bench: Bench, do: str, **more: object) -> dict[str, Any]:
    """The answer to one request of the page."""
    answer = json.loads(bench.answer(json.dumps({"do": do, "lang": "id", **more})))
    assert isinstance(answer, dict)
    return answer


def look_at_rule(bench: Bench, rule: str) -> dict[str, Any]:
    """What the page is told of a rule."""
    return ask(bench, "look", at="rule", rule=rule, report="")


def test_a_right_rule_is_described_and_its_examples_are_run(bench: Bench) -> None:
    """A right rule is described and its examples are run."""
    answer = look_at_rule(bench, RULE)
    assert answer["diagnostics"] == []
    assert answer["reference"] == "saya/ketepatan@1.0.0"
    assert {"depth": 0, "text": "Ketepatan sasaran", "style": "title"} in answer["description"]
    assert answer["examples"]["summary"] == {"passed": 1, "failed": 0, "hidden": 0}


def test_an_example_that_differs_says_so(bench: Bench) -> None:
    """An example that differs says so."""
    answer = look_at_rule(bench, RULE.replace("result: 75", "result: 76"))
    (example,) = answer["examples"]["examples"]
    assert (example["passed"], example["diagnostics"][0]["code"]) == (False, "example-differs")


def test_a_misspelt_name_is_marked_with_the_word_that_mends_it(bench: Bench) -> None:
    """A misspelt name is marked with the word that mends it."""
    (found,) = look_at_rule(bench, RULE.replace("/ dibantu", "/ dibntu"))["diagnostics"]
    assert (found["code"], found["line"], found["column"]) == ("unknown-name", 11, 18)
    assert (found["width"], found["mend"]) == (len("dibntu"), "dibantu")


def test_after_a_mend_nothing_of_the_old_text_is_left(bench: Bench) -> None:
    """After a mend nothing of the old text is left."""
    look_at_rule(bench, RULE.replace("saya/ketepatan", "saya/lama"))
    assert look_at_rule(bench, RULE)["diagnostics"] == []
    assert [file.stem for file in bench.folder.glob("*/*/*.yaml")] == ["1.0.0"]


def test_a_text_without_an_id_is_looked_at_all_the_same(bench: Bench) -> None:
    """A text without an id is looked at all the same."""
    codes = {found["code"] for found in look_at_rule(bench, "judul: Salah\n")["diagnostics"]}
    assert codes == {"missing-key"}  # `kind` first: it says which keys there are


def test_an_empty_editor_has_nothing_wrong(bench: Bench) -> None:
    """An empty editor has nothing wrong."""
    assert look_at_rule(bench, " \n") == {"diagnostics": []}


def test_a_report_is_computed_and_audited(bench: Bench) -> None:
    """A report is computed and audited."""
    answer = ask(bench, "look", at="report", rule="", report=SAMPLE)
    assert (answer["report"]["year"], answer["report"]["rows"][0]["value"]) == (
        2020,
        "187,93",
    )  # 187.92791 by hand
    verdicts = [row["verdict"] for row in answer["audit"]["rows"]]
    assert "same" not in verdicts
    assert "differs" in verdicts
    assert "27 berbeda, 26 mengikuti" in answer["audit"]["counts"]  # as the independent table counts them


def test_mistakes_of_a_report_come_with_their_line(bench: Bench) -> None:
    """Mistakes of a report come with their line."""
    wrong = REPORT.replace("framework", "framewrok")
    found = ask(bench, "look", at="report", rule="", report=wrong)["diagnostics"]
    assert {"unknown-key"} <= {each["code"] for each in found}
    assert all(each["line"] for each in found)


def test_a_figure_of_the_report_is_explained(bench: Bench) -> None:
    """A figure of the report is explained."""
    ask(bench, "look", at="report", rule="", report=SAMPLE)
    lines = ask(bench, "explain", path=".", figure="capaian")["lines"]
    assert any("187,92" in line["text"] for line in lines)
    assert ask(bench, "explain", path="tidak-ada")["lines"] == []


def test_a_bundled_rule_is_where_one_can_start(bench: Bench) -> None:
    """A bundled rule is where one can start."""
    rules = ask(bench, "list")["rules"]
    assert "nasional/sosial-ketepatan-sasaran" in rules
    text = ask(bench, "open", rule="nasional/sosial-ketepatan-sasaran")["text"]
    assert look_at_rule(bench, text)["diagnostics"] == []
    assert ask(bench, "open", rule="nasional/tidak-ada") == {"text": None}


def test_what_no_page_asks_is_refused(bench: Bench) -> None:
    """What no page asks is refused."""
    with pytest.raises(KeyError):
        bench.answer('{"do": "delete", "lang": "id"}')

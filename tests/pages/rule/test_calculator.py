"""The section in which readers compute: what its script is given."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.written import rules as written_rules

from sakip_rules import Catalogue
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.rule.calculator import calculator_kit, calculator_section
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources
from sakip_rules.plans import RulePlan
from sakip_rules.portable import read_plans
from sakip_rules.reader import read_arguments

VIEW = RuleView(PagePlace("rumus/contoh/a.md", "id", "files"), lambda _: None, lambda _: None)


def sources_of(folder: Path, rules: dict[str, str]) -> SiteSources:
    """What pages of some rules are made from."""
    return SiteSources(written_rules(folder, rules).checked)


def kit_of(sources: SiteSources, rule_id: str) -> dict[str, Any]:
    """What the newest version's page gives to its script."""
    return calculator_kit([each for each in sources.subjects if each.rule.id == rule_id][-1], sources)


def computed(kit: dict[str, Any], place: int, **given: str) -> str | None:
    """The category that a stretch of years of a kit gives."""
    (plan,) = read_plans(json.dumps(kit["periods"][place]["plans"]))
    assert isinstance(plan, RulePlan)
    category = evaluate_rule(plan, read_arguments(plan, given, None)).result.category
    return None if category is None else category.label


SCALED = {
    "index a": "valid_from: 2014\ninputs: {x: {}}\nformula: x\nscale: contoh/s",
    "scale s": "valid_from: 2010\nvalid_to: 2019\nbands: [{category: X, from: 0}]\n"
    "domain: {from: 0}\nexamples: [{title: nol, given: 0, category: X}]",
    "scale s@2.0.0": "valid_from: 2020\nbands: [{category: Y, from: 0}]\n"
    "domain: {from: 0}\nexamples: [{title: nol, given: 0, category: Y}]",
}


def test_a_rule_whose_scale_changes_has_a_choice_of_years(tmp_path: Path) -> None:
    """A figure of 2019 gets the category of 2019, though the rule itself has one version."""
    kit = kit_of(sources_of(tmp_path, SCALED), "contoh/a")
    assert [period["label"] for period in kit["periods"]] == ["2014–2019", "2020–"]
    assert [computed(kit, place, x="1") for place in (0, 1)] == ["X", "Y"]


def test_years_in_which_nothing_changes_are_one_choice(tmp_path: Path) -> None:
    """Versions of a rule that is not used, or that begin before or after, make no choice."""
    rules = {
        "index a": "valid_from: 2014\nvalid_to: 2018\ninputs: {x: {}}\nformula: x",
        "index a@2.0.0": "valid_from: 2020\nvalid_to: 2020\ninputs: {x: {}}\nformula: 2 * x",
        "index b": "valid_from: 2016\ninputs: {x: {}}\nformula: x",
    }
    kit = kit_of(sources_of(tmp_path, rules), "contoh/a")
    assert [period["label"] for period in kit["periods"]] == ["2014–2018", "2020"]
    assert kit["here"] == "contoh/a@2.0.0"


def test_a_table_offers_its_codes(tmp_path: Path) -> None:
    """Each key with its CODEs in the order of the file; a line between points asks for a number."""
    rules = {
        "table t": "keys: [wilayah, kelas]\nrows: {jawa: {a: 1, b: 2}, luar: {a: 3, b: 4}}\n"
        "examples: [{title: satu, given: {wilayah: jawa, kelas: a}, result: 1}]",
        "table g": "keys: [x]\ninterpolate: linear\nrows: {'0': 0, '10': 1}\n"
        "examples: [{title: tengah, given: '5', result: 0.5}]",
    }
    sources = sources_of(tmp_path, rules)
    kit = kit_of(sources, "contoh/t")
    assert kit["keys"] == {"wilayah": ["jawa", "luar"], "kelas": ["a", "b"]}
    assert kit["example"] == {"wilayah": "jawa", "kelas": "a"}
    line = kit_of(sources, "contoh/g")
    assert (line["keys"], line["example"]) == ({}, {"nilai": "5"})


def test_the_form_begins_with_an_example_that_has_a_value(tmp_path: Path) -> None:
    """An example of an absent value is a poor start."""
    rules = {
        "index a": "inputs: {x: {}}\nformula: x\nexamples:\n"
        "  - {title: kosong, given: {}, status: missing}\n  - {title: satu, given: {x: 1}, result: 1}"
    }
    assert kit_of(sources_of(tmp_path, rules), "contoh/a")["example"] == {"x": "1"}


def test_no_text_of_a_rule_ends_the_script(tmp_path: Path) -> None:
    """`</script>` in a title stays a text."""
    rules = {"index a": "title: 'jahat </script><b>'\ninputs: {x: {}}\nformula: x"}
    sources = sources_of(tmp_path, rules)
    made = calculator_section(sources.subjects[0], sources, VIEW)
    assert made.count("</script>") == 1
    assert "<b>" not in made


def test_a_framework_has_no_calculator(tmp_path: Path) -> None:
    """It computes reports, not numbers."""
    rules = {
        "framework k": "levels: {dinas: {result: n, steps: {n: {formula: '1'}}}}\nexamples:\n"
        "  - {title: satu, report: {report: L, organization: D, year: 2020}, expect: {.: {n: 1}}}"
    }
    sources = sources_of(tmp_path, rules)
    assert calculator_section(sources.subjects[0], sources, VIEW) == ""


def test_every_bundled_rule_computes_from_its_page(bundled: Catalogue) -> None:
    """Plans on pages are whole: each is read again through the gates of plans."""
    sources = SiteSources(bundled.checked)
    newest = [each for each in sources.subjects if each.is_newest and each.rule.kind != "framework"]
    sampled = newest[:: max(1, len(newest) // 25)]
    for subject in sampled:
        for period in calculator_kit(subject, sources)["periods"]:
            (plan,) = read_plans(json.dumps(period["plans"]))
            assert plan.source.reference == period["reference"]

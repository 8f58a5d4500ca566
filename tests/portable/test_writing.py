"""Plans written as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.loader import LoadedRule
from sakip_rules.plans import AnyPlan
from sakip_rules.portable import plans_json, read_plans
from sakip_rules.portable.writing import all_plans
from sakip_rules.resolver import Resolver

PREDIKAT = """scale
unit: nilai
bands:
  - {category: Baik, code: B, from: 65}
  - {category: Kurang, code: K, below: 65}
examples: [{title: a, given: 65, category: Baik}, {title: b, given: 64, category: Kurang}]
"""
KOREKSI = """table
keys: [predikat]
unit: nilai
rows: {B: 1, K: 0.5}
examples: [{title: a, given: K, result: 0.5}]
"""
NILAI = """index
inputs: {x: {}}
uses: {koreksi: contoh/koreksi, predikat: contoh/predikat}
formula: x * koreksi(predikat(x))
scale: contoh/predikat
@end
"""
GABUNGAN = """index
inputs: {x: {}, y: {}}
steps: {a: {rule: contoh/nilai}, b: {rule: contoh/nilai, with: {x: y}}}
formula: a + b
@end
"""


@pytest.mark.broad
def test_every_bundled_rule_is_the_same_after_json(
    bundled: Catalogue, picture: Callable[[AnyPlan], Any]
) -> None:
    """Plan -> JSON -> plan is the same plan, field by field; JSON -> plan -> JSON the same text."""
    for item in bundled.checked.usable:
        plan = bundled.rule(item.rule.reference).plan
        text = plans_json(plan)
        (again,) = read_plans(text)
        assert picture(again) == picture(plan)
        assert plans_json(again) == text


@pytest.mark.slow
def test_the_bundled_examples_come_out_after_json(monkeypatch: pytest.MonkeyPatch) -> None:
    """Computed with plans that were JSON, every example is as it says."""
    made = Resolver.plan_of
    kept: dict[str, AnyPlan] = {}

    def plan_of(self: Resolver, item: LoadedRule) -> AnyPlan:
        text = plans_json(made(self, item))
        if text not in kept:
            (kept[text],) = read_plans(text)
        return kept[text]

    monkeypatch.setattr(Resolver, "plan_of", plan_of)
    outcomes = Catalogue.bundled().run_examples()
    assert len(outcomes) > 2000
    assert [str(found) for outcome in outcomes for found in outcome.diagnostics] == []
    assert len(kept) > 200


def test_a_plan_stands_after_those_it_needs(plan_of: Callable[..., AnyPlan]) -> None:
    """Each once, also where two steps call one rule, and the roots are named."""
    plan = plan_of(predikat=PREDIKAT, koreksi=KOREKSI, nilai=NILAI, gabungan=GABUNGAN)
    names = [each.source.id.removeprefix("contoh/") for each in all_plans(plan)]
    assert names == ["koreksi", "predikat", "nilai", "gabungan"]
    data = json.loads(plans_json(plan))
    assert data["roots"] == ["contoh/gabungan@1.0.0"]
    assert [rule["source"]["id"] for rule in data["rules"]] == [f"contoh/{name}" for name in names]
    assert data["rules"][2]["record"]["aliases"] == {
        "koreksi": "contoh/koreksi@1.0.0",
        "predikat": "contoh/predikat@1.0.0",
    }
    bindings = [step["how"]["bindings"] for step in data["rules"][3]["record"]["steps"]]
    assert bindings == [[["x", "x"]], [["x", "y"]]]


def test_several_roots_share_what_they_need(plan_of: Callable[..., AnyPlan]) -> None:
    """All are named, and read again in their order."""
    plan = plan_of(predikat=PREDIKAT, koreksi=KOREKSI, nilai=NILAI)
    scale = all_plans(plan)[1]
    again = read_plans(plans_json(scale, plan))
    assert [each.source.id for each in again] == ["contoh/predikat", "contoh/nilai"]


def test_a_text_says_only_what_is_not_usual(plan_of: Callable[..., AnyPlan]) -> None:
    """No spaces, keys in the order of the format, nothing that has its default."""
    text = plans_json(plan_of(rasio="index\ninputs: {a: {}, b: {unit: orang}}\nformula: a / b\n@end\n"))
    sha256 = json.loads(text)["rules"][0]["source"]["sha256"]
    assert text == (
        '{"format":"sakip-plan/1","roots":["contoh/rasio@1.0.0"],"rules":[{"kind":"index",'
        f'"source":{{"id":"contoh/rasio","version":"1.0.0","sha256":"{sha256}",'
        '"title":["Judul rasio","Title rasio"],"basis":[{"document":"Contoh buatan","confidence":"applied",'
        '"note":{"id":"Catatan"}}],"valid_from":"2021-01-01"},"record":{"inputs":{"a":{"name":"a","title":["a","a"],"type":"number"},'
        '"b":{"name":"b","title":["b","b"],"type":"number","unit":"orang"}}},"result":{"name":"result",'
        '"title":["Judul rasio","Title rasio"],"unit":"nilai",'
        '"how":{"text":"a / b","nodes":["a","b",["/",0,1]]}}}]}\n'
    )


def test_a_plan_says_when_it_holds(tmp_path: Path) -> None:
    """Its days, the last one inclusive, and the version that it supersedes."""
    first = "inputs: {a: {}}\nformula: a"
    second = f"valid_from: 2021\nvalid_to: 2022\nsupersedes: contoh/rasio@1.0.0\n{first}"
    catalogue = rules(tmp_path, {"index rasio": first, "index rasio@1.0.1": second})
    plan = catalogue.rule("contoh/rasio@1.0.1").plan
    source = json.loads(plans_json(plan))["rules"][0]["source"]
    days = source["valid_from"], source["valid_to"]
    assert (*days, source["supersedes"]) == ("2021-01-01", "2022-12-31", "1.0.0")
    (again,) = read_plans(plans_json(plan))
    assert again.source == plan.source

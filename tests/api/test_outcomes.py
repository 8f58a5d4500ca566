"""What evaluations give to programs."""

from __future__ import annotations

import pickle
from collections import UserDict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.written import rules

from sakip_rules import Catalogue, DataError, Result, Rule
from sakip_rules.api import Classified, LookedUp
from sakip_rules.api.outcomes import QuickResult
from sakip_rules.numbers import Interval
from sakip_rules.values import MISSING, Category, not_computable


def result(folder: Path, body: str, **inputs: object) -> Result:
    """The result of a rule with the input x."""
    bodies = {
        "index a": "inputs: {x: {}}\n" + body,
        "scale s": "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}]",
    }
    return rules(folder, bodies).rule("contoh/a", on=2020).evaluate(**inputs)


@pytest.mark.parametrize(
    ("body", "value", "exact"),
    [
        ("formula: x / 3", "3.33", Fraction(10, 3)),
        ("formula: x", "10.00", Fraction(10)),
        ("formula: x / 3\nrounding: {places: 0}", "3", Fraction(10, 3)),
        ("formula: x * 123\nrounding: {places: -2}", "1200", Fraction(1230)),
        ("formula: x\nrounding: {places: -2}", "0", Fraction(10)),
        ("formula: 0 - x / 10000", "0.00", Fraction(-1, 1000)),
        ("formula: root(x, 2)", "3.16", None),
        ("formula: root(x, 2)\nrounding: {places: 3, mode: down}", "3.162", None),
    ],
)
def test_value_and_exact(tmp_path: Path, body: str, value: str, exact: Fraction | None) -> None:
    """Rounded as the rule says, or to two places; the exact value of what is approximate does not exist."""
    found = result(tmp_path, body, x=10)
    assert (str(found.value), found.exact, found.status, found.reason) == (value, exact, "ok", None)
    assert repr(found) == f"<Result {value}>"


def test_an_absent_result(tmp_path: Path) -> None:
    """No value, no exact value, no category: a status and a reason."""
    found = result(tmp_path, "formula: 1 / x\nscale: contoh/s", x=0)
    assert (found.value, found.exact, found.category) == (None, None, None)
    assert (found.status, found.reason, repr(found)) == ("error", "division-by-zero", "<Result error>")
    assert [one.code for one in found.diagnostics] == ["division-by-zero"]


def test_a_result_explains_itself(tmp_path: Path) -> None:
    """In both languages, and as JSON."""
    found = result(tmp_path, "formula: x + 1\nscale: contoh/s", x=75)
    assert (found.category, found.to_dict("en")["value"]) == ("Baik", "76.00")
    assert "76" in found.explain()
    assert found.explain() != found.explain("en")


def test_a_result_is_the_same_before_and_after_its_rule_is_compiled(tmp_path: Path) -> None:
    """Value, category, words, JSON, inputs, diagnostics; equal, and pickled as small; wrong data are told."""
    body = "inputs: {x: {}, r: {each: {inputs: {y: {}}}}}\nformula: x / 3 + sum(r.y)\nscale: contoh/s\n"
    bodies = {
        "index a": body + "checks: [{expect: x < 9000, message: M, severity: warning}]",
        "scale s": "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}]",
    }
    rule = rules(tmp_path, bodies).rule("contoh/a", on=2020)
    asked: list[dict[str, Any]] = [
        {"x": 7},
        {"x": "224,99"},
        {"x": "missing"},
        {"x": 9999, "r": [{"y": "0.5"}]},
    ]
    before = [rule.evaluate(**each) for each in asked]
    for _ in range(20):
        rule.evaluate_inputs(asked[0])
    after = [rule.evaluate(**each) for each in asked]
    assert rule.speed == (True, 0)
    assert {type(each) for each in after} == {QuickResult}
    for one, other in zip(before, after, strict=True):
        assert type(one) is Result
        assert seen(one) == seen(other)
        assert (one == other, hash(one)) == (True, hash(other))
        assert pickle.loads(pickle.dumps(other)) == one  # noqa: S301 - its own
    with pytest.raises(DataError):
        rule.evaluate(x="tidak tahu")
    assert rule.speed == (True, 1)
    assert rule.evaluate_inputs(UserDict(x=7)) == before[0]


def test_a_rule_that_is_looked_up_for_each_call_is_compiled(tmp_path: Path) -> None:
    """For one year as for another while the versions are the same; of each catalogue, of each version."""
    bodies = {
        "index a": "valid_to: 2021-12-31\ninputs: {x: {}}\nformula: x * 2",
        "index a@2.0.0": "valid_from: 2022\ninputs: {x: {}}\nformula: x * 3",
    }
    catalogue = rules(tmp_path, bodies)
    for number in range(10):
        for year in (2020, 2021):
            assert catalogue.rule("contoh/a", on=year).evaluate(x=number).exact == number * 2
    assert catalogue.rule("contoh/a", on=2019).speed.is_compiled
    assert type(catalogue.rule("contoh/a", on=2021).evaluate(x=1)) is QuickResult
    assert catalogue.rule("contoh/a", on=2022).evaluate(x=1).exact == 3
    assert not catalogue.rule("contoh/a", on=2022).speed.is_compiled
    assert not catalogue.reload().rule("contoh/a", on=2020).speed.is_compiled
    copied = pickle.loads(pickle.dumps(catalogue.rule("contoh/a", on=2020)))  # noqa: S301 - its own
    assert not copied.speed.is_compiled
    assert copied.evaluate(x=2).exact == 4
    assert type(copied) is Rule  # no longer one that looks for what it lacks: that is slow


def seen(result: Result) -> tuple[object, ...]:
    """Gives all that a result says."""
    facts = (str(result.value), result.exact, result.category, result.status, result.reason, result.inputs)
    return (*facts, result.diagnostics, result.to_dict(), result.explain(), result.result, repr(result))


def test_classified_and_looked_up() -> None:
    """One category or number, or the reason why there is none."""
    assert [Classified(Category("Baik", "B")).code, Classified(Category("Baik")).code] == ["B", None]
    assert (repr(Classified(Category("Baik"))), repr(Classified(MISSING))) == (
        "<Classified Baik>",
        "<Classified missing>",
    )
    assert (Classified(MISSING).category, Classified(MISSING).code) == (None, None)
    third = LookedUp(Interval(Fraction(333, 1000), Fraction(334, 1000)))
    assert (third.value, third.exact, third.status, third.reason) == (Decimal("0.33"), None, "ok", None)
    assert [LookedUp(found).value for found in (Fraction(1, 8), Fraction(1, 3))] == [
        Decimal("0.125"),
        Decimal("0.33"),
    ]
    nothing = LookedUp(not_computable("not-in-table"))
    assert (nothing.value, nothing.status, nothing.reason, repr(nothing)) == (
        None,
        "error",
        "not-in-table",
        "<LookedUp error>",
    )
    assert repr(LookedUp(Fraction(1, 8))) == "<LookedUp 0.125>"


def test_the_bundled_rules_give_the_reports_first_figure() -> None:
    """266,787 of 426,794 is 62.51 percent."""
    rule = Catalogue.bundled().rule("lumajang/ketepatan-sasaran", on=2020)
    found = rule.evaluate(pmks_ksm=266787, pmks_dibantu=426794)
    assert (found.value, found.exact) == (Decimal("62.51"), Fraction(26678700, 426794))

"""`Rule.evaluate_table`: what it is called on, the packages that it needs, rows by themselves, texts."""

import random
import sys
import time
from fractions import Fraction
from pathlib import Path

import pytest
from tests.runtimes.hostile import Data
from tests.worlds.making import plans_of_worlds
from tests.written import rules

from sakip_rules import DataError, UsageError
from sakip_rules.api.tables import by_itself, evaluate_texts
from sakip_rules.columns.answers import RecordAnswer
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import RulePlan
from sakip_rules.reader import read_arguments
from sakip_rules.values import Row, Rows, Value, not_computable

SCALE = "bands: [{category: A, below: 1}, {category: B, from: 1}]"


@pytest.mark.parametrize("package", ["numpy", "pyarrow"])
def test_a_package_that_is_missing_is_told_with_its_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    """The core of the library does without them."""
    rule = rules(tmp_path, {"index r": "inputs: {a: {}}\nformula: a"}).rule("contoh/r", on=2020)
    monkeypatch.setitem(sys.modules, package, None)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))  # in that of a clone its set-up is said
    with pytest.raises(UsageError, match=r"sakip-rules\[columns\]") as caught:
        rule.evaluate_table({"a": [1]})
    assert [one.code for one in caught.value.diagnostics] == ["missing-extra"]


def test_a_rule_that_is_no_formula_names_the_call_that_fits(tmp_path: Path) -> None:
    """A scale classifies."""
    rule = rules(tmp_path, {"scale s": SCALE}).rule("contoh/s", on=2020)
    with pytest.raises(UsageError, match="classify"):
        rule.evaluate_table({"a": [1]})


def test_the_wish_of_the_catalogue_holds_where_the_call_says_nothing(tmp_path: Path) -> None:
    """A catalogue that reads floats reads them in tables, too."""
    bodies = {"index r": "inputs: {a: {}}\nformula: a"}
    rule = rules(tmp_path, bodies, floats="shortest").rule("contoh/r", on=2020)
    assert [str(value) for value in rule.evaluate_table({"a": [0.1]})["value"]] == ["0.10"]


@pytest.mark.broad
def test_a_record_by_itself_is_what_the_reference_gives(tmp_path: Path) -> None:
    """Before the rule is compiled and after, with all types of data; new ones each time."""
    seed = time.time_ns()
    made = Data(random.Random(seed))  # noqa: S311 - no secret
    compared = 0
    for plan in plans_of_worlds(tmp_path, range(seed, seed + 8)):
        if not isinstance(plan, RulePlan):
            continue
        alone = by_itself(plan)
        for typed in _typed(plan, made, 120):
            given = {name: _broken(value, made.chance) for name, value in typed.items()}
            assert alone(given) == RecordAnswer.of(evaluate_rule(plan, given)), (seed, plan.source.id, given)
            compared += 1
    assert compared > 300


def _broken(value: Value, chance: random.Random) -> Value:
    """A value, of a collection one of its rows, that data call not computable now and then."""
    if chance.random() < 0.04:
        return not_computable("no-case")
    if isinstance(value, Rows) and value.rows and chance.random() < 0.1:
        broken = Row(None, AbsentRow(not_computable("check-failed")))
        return Rows((*value.rows[1:], broken))
    return value


def _typed(plan: RulePlan, made: Data, count: int) -> list[dict[str, Value]]:
    rows = []
    for _ in range(count):
        try:
            rows.append(read_arguments(plan, made.record(plan.record)))
        except DataError:
            continue
    return rows


def test_most_records_by_themselves_are_computed_by_the_compiled_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the twentieth on, where nothing is told; a division by zero is the reference's to tell."""
    asked: list[object] = []

    def counted(plan: RulePlan, given: dict[str, Value]) -> object:
        asked.append(given)
        return evaluate_rule(plan, given)

    monkeypatch.setattr("sakip_rules.api.tables.evaluate_rule", counted)
    plan = rules(tmp_path, {"index r": "inputs: {a: {}, b: {}}\nformula: a / b"}).rule("contoh/r@1.0.0").plan
    assert isinstance(plan, RulePlan)
    alone = by_itself(plan)
    for below in range(1, 101):
        assert alone({"a": Fraction(1, 3), "b": Fraction(below)}).exact == Fraction(1, 3 * below)
    assert len(asked) == 19
    assert alone({"a": Fraction(1), "b": Fraction(0)}).codes == {"division-by-zero"}
    assert len(asked) == 20


def test_texts_of_rows_are_those_of_each_row_alone(tmp_path: Path) -> None:
    """Value, exact number, words and codes; a row that is refused is named, and has no value."""
    body = "inputs: {a: {}, b: {default: 8}}\nformula: a / b\nchecks: [{expect: a < 9, message: M}]\n"
    plan = rules(tmp_path, {"index r": body}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    huge = 10**40
    found = evaluate_texts(plan, {"a": ["1,5", None, "x", 2, 9, huge, 3], "b": [None, 1, 1, 0, 1, 1, "1/3"]})
    assert found.refused == [2, 6]
    assert found.cells == {
        "value": ["0.19", None, None, None, None, None, None],
        "exact": ["3/16", None, None, None, None, None, None],
        "category": [None] * 7,
        "status": ["ok", "missing", *["error"] * 5],
        "reason": [None, "not_given", "bad-value", "division-by-zero", *["check-failed"] * 2, "bad-value"],
        "diagnostics": [None, None, "bad-value", "division-by-zero", *["check-failed"] * 2, "bad-value"],
    }


def test_texts_have_as_many_digits_as_the_value(tmp_path: Path) -> None:
    """No type of a column bounds them."""
    plan = rules(tmp_path, {"index r": "inputs: {a: {}}\nformula: a * a"}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    assert evaluate_texts(plan, {"a": [10**30]}).cells["value"] == [f"{10**60}.00"]

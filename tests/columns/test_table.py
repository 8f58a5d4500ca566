"""Columns give what the reference gives: for every bundled rule, and for rules and data at random."""

import random
import time
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from tests.bundled import bundled
from tests.columns.comparing import COMPARED, Compared, answered, compare, compare_at_random, listed
from tests.worlds.making import plans_of_worlds
from tests.written import rules

from sakip_rules.columns.answers import RecordAnswer
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.table import TableRun, note_rule
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.models import AnyRule, FormulaRule
from sakip_rules.plans import RulePlan
from sakip_rules.reader.values import InputReader
from sakip_rules.values import Absent, Value

VALUES = 100_000
WORLDS = 4
ROWS = 100
"""How many values of random worlds in every run, a few worlds at once, each rule with so many rows of every
flavour; the nightly run has more."""


def bundled_plans() -> Iterator[tuple[RulePlan, AnyRule]]:
    """Gives every bundled formula rule, and its file."""
    catalogue = bundled()
    for each in catalogue.checked.usable:
        plan = catalogue.rule(each.rule.reference).plan
        if isinstance(plan, RulePlan):
            yield plan, each.rule


def examples(
    plan: RulePlan, rule: AnyRule
) -> tuple[Sequence[Mapping[str, Value]], Sequence[Mapping[str, Any]]]:
    """Gives the data of a rule's own examples: read, and as they are written."""
    assert isinstance(rule, FormulaRule)
    mistakes: list[str] = []
    reader = InputReader(lambda key, _at, /, **_texts: mistakes.append(key))
    written = [example.given for example in rule.examples]
    read = [reader.record(given, plan.record, ()) for given in written]
    assert mistakes == []
    return read, written


@pytest.mark.broad
def test_every_example_of_every_rule_gives_the_same() -> None:
    """Also of those that columns leave to the reference: which they are is known."""
    compared, declined = Compared(), set()
    for plan, rule in bundled_plans():
        found = compare(plan, *examples(plan, rule))
        compared.add(found)
        declined.update(found.declined)
    assert compared.differences == []
    assert compared.values > 10_000
    assert declined == {"cancelled", "curve", "irrational", "too-large"}


@pytest.mark.slow
def test_rules_and_data_at_random_give_the_same(tmp_path: Path) -> None:
    """Ties, ends, zeros, gaps, rupiah, and numbers too large for everything; new ones each time."""
    seed = time.time_ns()
    chance = random.Random(seed)  # noqa: S311 - no secret
    compared, world = Compared(), seed
    while compared.values < VALUES:
        for plan in plans_of_worlds(tmp_path / str(world), range(world, world + WORLDS)):
            if isinstance(plan, RulePlan):
                compared.add(compare_at_random(plan, ROWS, chance))
        world += WORLDS
    assert compared.differences == [], seed
    rows = compared.values / COMPARED + compared.left
    assert compared.left < rows * 0.4


WIDE = """
inputs: {a: {}, b: {}}
formula: a / b * 100
checks: [{expect: a <= 90, message: M}]
"""


def rows_of(**columns: list[Value | None]) -> list[dict[str, Value]]:
    """Gives rows of columns of values."""
    names = list(columns)
    cells = zip(*columns.values(), strict=True)
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None} for row in cells
    ]


def plan_of(folder: Path, body: str) -> RulePlan:
    """Gives one rule."""
    plan = rules(folder, {"index r": body}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan


def test_an_absent_row_widens_no_bound_and_loses_no_check(tmp_path: Path) -> None:
    """Its cells are filled to compute the others; its own check is that of its own data."""
    plan = plan_of(tmp_path, WIDE)
    a: list[Value | None] = [Fraction(number) for number in range(60, 100)]
    b: list[Value | None] = [Fraction(number + 1) for number in range(40)]
    a[3], b[4], a[39], b[38] = None, Absent("not_due"), Fraction(91), None
    compared = compare(plan, rows_of(a=a, b=b))
    assert compared.differences == []
    assert compared.left == 0


def test_zero_denominators_and_failed_checks_stay_on_columns(tmp_path: Path) -> None:
    """Nothing of this is left to the reference, though every row has one of the two."""
    plan = plan_of(tmp_path, WIDE)
    compared = compare(plan, rows_of(a=[Fraction(91), Fraction(5)] * 50, b=[Fraction(1), Fraction(0)] * 50))
    assert compared.differences == []
    assert compared.left == 0


def test_a_rule_that_cannot_be_stated_is_computed_row_by_row(tmp_path: Path) -> None:
    """And says why."""
    plan = plan_of(tmp_path, "inputs: {a: {}}\nformula: ln(a)\n")
    rows = rows_of(a=[Fraction(2), Fraction(0), None])
    assert compare(plan, rows).differences == []
    assert compare(plan, rows).left == 3
    assert answered(plan, rows).declined == "irrational"


def test_progress_never_goes_back_and_ends_with_all_rows(tmp_path: Path) -> None:
    """Through rows on columns, absent ones, and those computed by themselves."""
    plan = plan_of(tmp_path, WIDE)
    told: list[tuple[int, int]] = []
    rows = 100_000
    b = np.full(rows, Fraction(1), object)
    b[7] = Fraction(7, 3)
    cells = {"a": Cells(np.arange(rows), np.arange(rows) % 50 != 0), "b": Cells(b)}
    left: list[int] = []

    def evaluate(given: Mapping[str, Value]) -> RecordAnswer:
        left.append(1)
        return RecordAnswer.of(evaluate_rule(plan, given))

    run = TableRun(plan, cells, rows, None)
    answers = run.answers(evaluate, lambda done, every: told.append((done, every)), exact=False)
    assert len(left) == 1
    assert told[-1] == (rows, rows)
    assert {every for _, every in told} == {rows}
    assert len(told) >= 4
    assert answers.lists()["value"][8].as_tuple() == (0, (8, 0, 0, 0, 0), -2)


def test_nothing_is_computed_of_no_rows(tmp_path: Path) -> None:
    """An empty table is a table."""
    assert listed(answered(plan_of(tmp_path, WIDE), [])) == []


@pytest.mark.parametrize("count", [1, 2])
def test_a_default_that_no_decimal_holds_is_no_trouble(tmp_path: Path, count: int) -> None:
    """A cell that stands for all rows and cannot be packed leaves them to the reference."""
    plan = plan_of(tmp_path, "inputs: {a: {}, b: {default: 0.0000000001}}\nformula: a + b\n")
    compared = compare(plan, rows_of(a=[Fraction(1)] * count))
    assert compared.differences == []


@pytest.mark.parametrize(
    ("below", "there", "exact", "wanted"),
    [
        ([1, 9], None, True, {"units", "above", "below"}),
        ([1, 9], None, False, {"units"}),
        ([0, 9], None, False, {"units", "absent", "told"}),
        ([1, 9], [True, False], False, {"units", "absent"}),
        ([1, 2**61], None, False, {"units", "doubt"}),
    ],
)
def test_what_the_bounds_rule_out_is_not_noted(
    tmp_path: Path, below: list[int], there: list[bool] | None, exact: bool, wanted: set[str]
) -> None:
    """No absent values where all are there, no zero where there is none, and no doubt below 2⁵¹."""
    plan = plan_of(tmp_path, "inputs: {a: {}, b: {}}\nformula: a / b")
    held = None if there is None else np.array(there)
    cells = {"a": Cells(np.array([1, 9])), "b": Cells(np.array(below), held)}
    run = TableRun(plan, cells, 2, None)
    noted = note_rule(plan, run.words, run.tape, run.inputs, exact=exact)
    assert noted.registers.keys() == wanted

"""One function for the records of a level: what it is given, what it gives, what it leaves."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.figures import PARTS
from sakip_rules.compiled.levels import Function, compile_indicator
from sakip_rules.compiled.reports import compile_framework
from sakip_rules.plans import FrameworkPlan, RulePlan
from sakip_rules.values import MISSING, Row, Rows, Value

FRAMEWORK = """
    rounding: {places: 1, carry: rounded}
    levels:
      kantor: {result: c, steps: {c: mean(butir.c)}}
      butir:
        under: kantor
        result: c
        inputs: {r: {from: rule}, t: {}}
        steps: {c: r / t, d: c - tahun_lalu.c}
        checks: [{expect: t < 9, message: M}]
"""


@pytest.fixture
def framework(tmp_path: Path) -> FrameworkPlan:
    """A small one."""
    plan = rules(tmp_path / "k", {"framework k": FRAMEWORK}).rule("contoh/k", on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    return plan


@pytest.fixture
def unit(framework: FrameworkPlan) -> Function:
    """Its lower level."""
    return compile_framework(framework).levels["butir"]


def asked(unit: Function, last: dict[str, Value], given: tuple[object, ...] | None, t: int) -> object:
    """What the function gives: of each step the exact number, or what is absent."""
    parts, *_ = unit({"t": Fraction(t)}, 2020, last, given, {}, now=True)
    figures = [parts[at : at + PARTS] for at in range(0, len(parts), PARTS)]
    return [Fraction(n, d) if absent is None else absent for n, d, _, _, absent, _ in figures]


def test_steps_of_a_record(unit: Function) -> None:
    """15 : 4 is 3.75, which is 3.8 with one place; last year's 2.5 lies 1.3 below."""
    assert asked(unit, {"c": Fraction(5, 2)}, (15, 1, None), 4) == [Fraction(15, 4), Fraction(13, 10)]
    assert asked(unit, {}, (15, 1, None), 4) == [Fraction(15, 4), MISSING]
    assert asked(unit, {}, None, 4) == [MISSING, MISSING]


def test_what_is_to_be_told_is_left(unit: Function) -> None:
    """A division by zero, a failed check, a number that is long."""
    for given, t in (((15, 1, None), 0), ((1, 1, None), 9), ((1, 1, None), 10**30)):
        with pytest.raises(DeclineError):
            asked(unit, {}, given, t)


def test_rows_that_data_call_broken_are_told_in_large_reports_too(tmp_path: Path) -> None:
    """The step that counts them is where they are seen first: in a small report the reference says so."""
    levels = """
        levels:
          kantor: {result: s, steps: {s: sum(butir.y)}}
          butir: {under: kantor, result: y, inputs: {k: {each: {inputs: {x: {}}}}}, steps: {y: count(k)}}
    """
    catalogue = rules(tmp_path, {"framework k": levels})
    head = {"report": "R", "organization": "O", "year": 2020, "framework": "contoh/k"}
    broken = {"id": "b", "k": [{"status": "not_computable", "reason": "check-failed"}]}
    for size in (1, 300):
        units: list[dict[str, object]] = [{"id": f"u{at}", "k": [{"x": at}]} for at in range(size)]
        found = catalogue.evaluate_report({**head, "butir": [*units, broken]}).diagnostics
        assert [one.code for one in found] == ["check-failed"]


def test_it_says_what_it_costs_at_most(unit: Function) -> None:
    """Four figures; no fewer units than the reference counts: three nodes each, and three of the check."""
    _, _, units, figures = unit({"t": Fraction(4)}, 2020, {}, (1, 1, None), {}, now=True)
    assert figures == 4
    assert units >= 9


def test_rows_below_cost_what_ranging_over_them_costs(framework: FrameworkPlan) -> None:
    """Their figures are those of their records; the mean takes at most three units for each of them."""
    whole = compile_framework(framework).levels["kantor"]
    rows = Rows(tuple(Row(str(at), {"c": Fraction(at)}) for at in range(3)))
    *_, units, figures = whole({}, 2020, {}, None, {"butir": rows}, now=True)
    assert figures == 1
    assert units - whole({}, 2020, {}, None, {"butir": Rows(())}, now=True)[2] == 3 * 3


def test_others_see_what_is_carried(unit: Function) -> None:
    """The rounded value, as the reference has it."""
    assert unit({"t": Fraction(4)}, 2020, {}, (15, 1, None), {}, now=True)[1] == {"c": Fraction(19, 5)}


def test_an_indicator_rule_gives_a_figure_and_what_the_level_sees(
    tmp_path: Path, framework: FrameworkPlan
) -> None:
    """Two thirds exactly, and 0.7 by the rounding of the framework."""
    rule = (
        rules(tmp_path / "r", {"indicator a": "inputs: {x: {}}\nformula: x / 3"})
        .rule("contoh/a", on=2020)
        .plan
    )
    declared = framework.levels["butir"].from_rule
    assert isinstance(rule, RulePlan)
    assert declared is not None
    run = compile_indicator(rule, declared, framework.rounding)
    (n, d, category, head, absent, _), carried, _, figures = run({"x": Fraction(2)})
    assert (Fraction(n, d), absent, category, head.name, head.origin) == (
        Fraction(2, 3),
        None,
        None,
        "r",
        "rule",
    )
    assert (carried, figures) == ((7, 10, None), 1)

"""Formulas of a record within its budget, with their trace."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written import source

from sakip_rules.evaluator.formulas import TOO_LARGE, Formulas
from sakip_rules.expression import NUMBER, Meter, cost, parse
from sakip_rules.plans import CallPlan, CasePlan, RecordPlan, RulePlan, StepPlan
from sakip_rules.values import MISSING, Row, Rows, Value, not_computable


def formulas(names: dict[str, Value], meter: Meter | None = None) -> Formulas:
    """Formulas over names, without aliases."""
    return Formulas(names, {}, meter or Meter(), "")


ROWS: dict[str, Value] = {"c": Rows((Row("a", {"x": Fraction(1)}), Row("b", {"x": Fraction(2)})))}


def test_the_first_true_case_gives_the_value_and_its_trace() -> None:
    """The trace has the case, its note, and the rows that its own formula used: not those of conditions."""
    cases = (
        CasePlan(parse("sum(c.x) > 3"), parse("1"), None),
        CasePlan(parse("count(c) == 2"), parse("sum(c.x) + 1"), ("N", "N")),
        CasePlan(None, parse("0"), None),
    )
    value, trace, failure = formulas(ROWS).evaluate("y", cases)
    assert (value, trace.case, trace.note, failure) == (4, 1, ("N", "N"), ())
    assert (trace.when, trace.formula) == (cases[1].when, cases[1].then)
    assert [(used.function, used.counted) for used in trace.rows] == [("sum", 2)]


def test_an_absent_condition_is_the_result_and_later_cases_are_not_tried() -> None:
    """The trace shows the condition that was not decided."""
    cases = (CasePlan(parse("x > 0"), parse("1"), None), CasePlan(None, parse("2"), None))
    value, trace, _ = formulas({"x": MISSING}).evaluate("y", cases)
    assert (value, trace.case, trace.formula) == (MISSING, 0, cases[0].when)


def test_no_case_is_not_computable() -> None:
    """And is reported with the figure's name."""
    cases = (CasePlan(parse("x > 0"), parse("1"), None),)
    value, trace, failure = formulas({"x": Fraction(0)}).evaluate("y", cases)
    assert (value, trace.formula, [one.code for one in failure]) == (
        not_computable("no-case"),
        None,
        ["no-case"],
    )


def test_otherwise_may_be_an_absent_value() -> None:
    """The trace names the case, and no formula."""
    cases = (CasePlan(parse("x > 0"), parse("1"), None), CasePlan(None, MISSING, ("N", "N")))
    value, trace, _ = formulas({"x": Fraction(0)}).evaluate("y", cases)
    assert (value, trace.case, trace.formula, trace.note) == (MISSING, 1, None, ("N", "N"))


def test_names_may_grow() -> None:
    """A formula sees what the record has by then."""
    names: dict[str, Value] = {"x": Fraction(1)}
    made = formulas(names)
    assert made.evaluate("y", parse("x"))[0] == 1
    names["y"] = Fraction(2)
    assert made.evaluate("z", parse("x + y"))[0] == 3


def test_the_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    """`1 + 1` needs three units: the value that passes the budget is reported, later ones are not."""
    monkeypatch.setattr(cost, "BUDGET", 3)
    made = formulas({})
    assert made.evaluate("a", parse("1 + 1"))[0] == 2
    assert made.verdict(parse("1 == 1")) == (MISSING, ())
    value, _, failure = made.evaluate("b", parse("1"))
    assert (value, failure) == (TOO_LARGE, ())
    fresh = formulas({})
    value, _, failure = fresh.evaluate("b", parse("1 + 1 + 1"))
    assert (value, [one.code for one in failure]) == (TOO_LARGE, ["too-large"])


def test_a_verdict() -> None:
    """True, false or absent."""
    made = formulas({"x": MISSING})
    verdicts = [made.verdict(parse(text)) for text in ("1 == 1", "1 == 2", "x == 1")]
    assert verdicts == [(True, ()), (False, ()), (MISSING, ())]


def test_a_false_verdict_has_its_sides() -> None:
    """With their values, also where the condition itself did not need them."""
    made = formulas({"x": Fraction(5), "y": Fraction(9), **ROWS})
    assert made.verdict(parse("0 <= x * 2 < y and sum(c.x) == y")) == (
        False,
        (("x * 2", Fraction(10)), ("y", Fraction(9)), ("sum(c.x)", Fraction(3))),
    )


def test_sides_cost_no_more_than_their_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    """The record's own units are for its values: what its conditions compare is computed beside them."""
    monkeypatch.setattr(cost, "BUDGET", 12)
    meter = Meter()
    made = formulas({"x": Fraction(5)}, meter)
    assert made.verdict(parse("x < 3 and x * x * x < 3")) == (False, (("x", 5), ("x * x * x", 125)))
    assert meter.spent == 11
    assert formulas({"x": Fraction(5)}).verdict(parse("x < 3"))[1] == (("x", 5),)


def test_a_case_that_calls_a_rule_is_chosen_but_not_computed() -> None:
    """The call is given back, with the trace of its case; an absent condition is the result as ever."""
    call = CallPlan(_RULE, ())
    cases = (CasePlan(parse("x > 0"), call, ("N", "N")), CasePlan(None, parse("2"), None))
    value, trace, failure = formulas({"x": Fraction(1)}).choose("y", cases)
    assert value is call
    assert (trace.case, trace.when, trace.formula, trace.note) == (0, cases[0].when, None, ("N", "N"))
    assert failure == ()
    assert formulas({"x": Fraction(0)}).choose("y", cases)[0] == 2
    assert formulas({"x": MISSING}).choose("y", cases)[0] is MISSING


_RULE = RulePlan(
    source("contoh/r"),
    "index",
    RecordPlan({}, (), ()),
    StepPlan("result", ("R", "R"), NUMBER, None, parse("1")),
)

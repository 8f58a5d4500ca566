"""Figures with the category of a scale, or all from a called rule."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.written import source

from sakip_rules.evaluator.figures import banded, failed, of_rule
from sakip_rules.expression import NUMBER, parse
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval
from sakip_rules.plans import InputPlan, ScalePlan, StepPlan
from sakip_rules.results import Figure, RuleResult
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.values import Category, Value, not_computable

SOURCE = source("contoh/b")
PAIR = ("B", "B")
BANDS = (Band("Baik", "B", Span(Fraction(75), low_closed=True)), Band("Kurang", "K", Span(high=Fraction(75))))
SCALE = ScalePlan(
    source("contoh/s"),
    "nilai",
    Scale(BANDS),
    {("not_computable", None): Band("Rusak", "R")},
)
BAIK, KURANG, RUSAK = Category("Baik", "B"), Category("Kurang", "K"), Category("Rusak", "R")
FAILED = not_computable("check-failed")
STEP = StepPlan("x", PAIR, NUMBER, "nilai", parse("1"))
SCALED = replace(STEP, scale=SCALE)


def figure(value: Value, exact: Value, rounding: Rounding | None = None) -> Figure:
    """A figure that carries a value."""
    return Figure(
        name="result",
        title=PAIR,
        unit=None,
        origin="computed",
        value=value,
        inside=value,
        exact=exact,
        rounding=rounding,
    )


def called(
    exact: Value,
    carried: Value | None = None,
    *,
    rounding: Rounding | None = None,
    scale: ScalePlan | None = None,
) -> RuleResult:
    """What a rule gave; with a scale, the category of what it carries."""
    result = figure(exact if carried is None else carried, exact, rounding)
    result = result if scale is None else banded(result, scale)
    return RuleResult(source=SOURCE, figures={}, result=result)


TENTH, WHOLE = Rounding(places=1), Rounding(places=0, carry="rounded")


@pytest.mark.parametrize(
    ("given", "rounding", "exact", "carried", "kept"),
    [
        (called(Fraction(1, 3)), None, Fraction(1, 3), Fraction(1, 3), None),
        (called(Fraction(1, 3)), WHOLE, Fraction(1, 3), Fraction(0), WHOLE),
        (called(Fraction(1, 3)), TENTH, Fraction(1, 3), Fraction(1, 3), TENTH),
        (called(Fraction(1, 3), rounding=TENTH), WHOLE, Fraction(1, 3), Fraction(1, 3), TENTH),
        (called(Fraction(2, 3), Fraction(1), rounding=WHOLE), TENTH, Fraction(2, 3), Fraction(1), WHOLE),
        (called(Fraction(2, 3), FAILED, rounding=WHOLE), TENTH, FAILED, FAILED, WHOLE),
    ],
)
def test_the_called_rules_rounding_comes_first(
    given: RuleResult, rounding: Rounding | None, exact: Value, carried: Value, kept: Rounding | None
) -> None:
    """Whole; the caller's is for a rule that states none. A failed check leaves no exact value either."""
    made = of_rule(STEP, given, rounding)
    assert (made.exact, made.value, made.inside, made.rounding) == (exact, carried, carried, kept)
    assert made.trace is not None
    assert made.trace.called is given


def test_a_figure_says_who_gave_it_and_in_which_unit() -> None:
    """A step is computed, an input is given by the record's rule; the unit is its own, else the rule's."""
    theirs = called(Fraction(2))
    theirs = replace(theirs, result=theirs.result._replace(unit="orang"))
    given = InputPlan("x", PAIR, "number", "persen", from_rule=True)
    made = [of_rule(declared, theirs, None) for declared in (STEP, replace(STEP, unit=None), given)]
    assert [(one.origin, one.unit) for one in made] == [
        ("computed", "nilai"),
        ("computed", "orang"),
        ("rule", "persen"),
    ]


def test_a_rounding_that_cannot_be_settled_is_reported_at_the_figure() -> None:
    """Together with what its bindings reported; the category becomes that of a broken value."""
    near = Interval(Fraction(749, 10), Fraction(751, 10))
    made = of_rule(SCALED, called(near, scale=None), Rounding(places=0, mode="down"))
    assert ([one.code for one in made.diagnostics], made.category) == (["precision"], RUSAK)
    inherited = of_rule(
        STEP,
        called(Interval(Fraction(759, 10), Fraction(761, 10)), scale=SCALE),
        Rounding(places=0, mode="down"),
    )
    assert (inherited.value, inherited.category) == (not_computable("precision"), RUSAK)


def test_a_scale_of_its_own_sees_what_the_figure_carries() -> None:
    """74.6 carried as 75 is Baik, whatever the called rule said."""
    made = of_rule(SCALED, called(Fraction(746, 10), scale=SCALE), WHOLE)
    assert (made.category, made.scale, made.diagnostics) == (BAIK, SCALE, ())


def test_an_inherited_category_may_be_belied_by_the_rounding() -> None:
    """Kurang stays, and the figure says that it is shown as 75."""
    made = of_rule(STEP, called(Fraction(746, 10), scale=SCALE), WHOLE)
    assert made.category == KURANG
    assert [one.code for one in made.diagnostics] == ["display-hazard"]
    told = of_rule(STEP, called(Fraction(74996, 1000), scale=SCALE), WHOLE)
    assert told.diagnostics == ()


def test_failed_takes_the_value_and_gives_the_category_of_that() -> None:
    """The record itself still knows its value."""
    shown = banded(figure(Fraction(80), Fraction(80)), SCALE)
    hidden = failed(shown, FAILED)
    assert (hidden.value, hidden.inside, hidden.category) == (FAILED, 80, RUSAK)
    assert failed(figure(Fraction(80), Fraction(80)), FAILED).category is None

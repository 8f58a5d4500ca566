"""Runs the examples of rules, each on the day that the language gives it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import cache
from typing import TypeVar, assert_never

from sakip_rules.catalogue import last_day_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.examples.comparison import Comparison
from sakip_rules.examples.formulas import run_formula
from sakip_rules.examples.frameworks import run_framework
from sakip_rules.examples.lookups import run_scale, run_table
from sakip_rules.examples.outcome import ExampleOutcome
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.plans import RulePlan, ScalePlan, TablePlan
from sakip_rules.resolver import Resolver

Progress = Callable[[int, int], None]
ResolverOf = Callable[[int], Resolver]
Plan = TypeVar("Plan", RulePlan, ScalePlan, TablePlan)


def run_examples(
    checked: Checked, progress: Progress | None = None, files: Container[str] | None = None
) -> list[ExampleOutcome]:
    """Runs every example of every rule without errors, or of those in some files.

    `progress` is told (done, all) rules.
    """
    rules = [loaded for loaded in checked.usable if files is None or loaded.file in files]
    resolver_of = resolvers(checked)
    outcomes: list[ExampleOutcome] = []
    for done, loaded in enumerate(rules, 1):
        outcomes += run_rule_examples(loaded, resolver_of)
        if progress is not None:
            progress(done, len(rules))
    return outcomes


def resolvers(checked: Checked) -> ResolverOf:
    """Gives a function from a year to its resolver, which is made once."""
    # Nearly all rules of a catalogue begin in a few years: their references are linked once a year.
    return cache(lambda year: Resolver(checked, last_day_of(year)))


def run_rule_examples(loaded: LoadedRule, resolver_of: ResolverOf) -> Iterator[ExampleOutcome]:
    """Runs the examples of one rule; references are taken in the year of its `valid_from`."""
    rule = loaded.rule
    for index, example in enumerate(rule.examples):
        outcome = ExampleOutcome(rule.reference, example.title.pair)
        comparison = Comparison(loaded.document, ("examples", index), outcome)
        try:
            _run(loaded, index, resolver_of, comparison)
        except SakipRulesError as error:
            outcome.diagnostics += error.diagnostics
        yield outcome


def _run(loaded: LoadedRule, index: int, resolver_of: ResolverOf, comparison: Comparison) -> None:
    rule = loaded.rule
    match rule:
        case FormulaRule():
            run_formula(rule.examples[index], _plan(loaded, RulePlan, resolver_of), comparison)
        case ScaleRule():
            run_scale(rule.examples[index], _plan(loaded, ScalePlan, resolver_of), comparison)
        case TableRule():
            run_table(rule.examples[index], rule, _plan(loaded, TablePlan, resolver_of), comparison)
        case FrameworkRule():
            run_framework(rule.examples[index], loaded, resolver_of, comparison)
        case _:
            assert_never(rule)


def _plan(loaded: LoadedRule, shape: type[Plan], resolver_of: ResolverOf) -> Plan:
    plan = resolver_of(loaded.rule.valid_from.year).plan_of(loaded)
    assert isinstance(plan, shape)  # noqa: S101 - each shape of file has its own shape of plan
    return plan

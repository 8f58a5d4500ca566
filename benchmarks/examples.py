"""The examples of all bundled formula rules: the reference beside the compiled function, rule by rule."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

import contextlib
import gc
import statistics
from collections.abc import Mapping
from typing import Any, NamedTuple

from timing import side_by_side

from sakip_rules import Catalogue
from sakip_rules.compiled import DeclineError, UncoveredError
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.rule import CompiledRule, compile_rule
from sakip_rules.diagnostics import DataError
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.models import FormulaRule
from sakip_rules.plans import RulePlan
from sakip_rules.reader import read_arguments

ROUNDS = 2
"""Of each rule: what counts is the median of all rules."""


class Covered(NamedTuple):
    """What compiling gives to the bundled rules."""

    rules: int
    compiled: int
    ratios: tuple[float, ...]
    """How many times as long as compiled each rule takes by the reference, on its examples."""

    @property
    def typical(self) -> float:
        """The median of all rules."""
        return statistics.median(self.ratios)


def measure() -> Covered:
    """Measures every formula rule that is compiled."""
    catalogue, rules, ratios = Catalogue.bundled(), 0, []
    for loaded in catalogue.checked.usable:
        plan = catalogue.rule(loaded.rule.reference).plan
        if isinstance(plan, RulePlan) and isinstance(loaded.rule, FormulaRule):
            rules += 1
            ratios += _ratio(plan, [example.given for example in loaded.rule.examples])
    return Covered(rules, len(ratios), tuple(ratios))


def _ratio(plan: RulePlan, given: list[Mapping[str, Any]]) -> list[float]:
    """The ratio of one rule; none if it is not compiled."""
    try:
        rule = compile_rule(plan)
    except UncoveredError:
        return []

    def by_reference() -> None:
        for each in given:
            _value(plan, None, each)

    def quickly() -> None:
        for each in given:
            _value(plan, rule, each)

    gc.freeze()  # what is loaded stays: without this each turn would go through it once more
    measured = side_by_side({"reference": by_reference, "compiled": quickly}, ROUNDS)
    return [measured["reference"].ratio(measured["compiled"]).middle]


def _value(plan: RulePlan, rule: CompiledRule | None, given: Mapping[str, Any]) -> object:
    """The value of an example; what is left to the reference, it computes in both ways."""
    if rule is not None:
        with contextlib.suppress(DeclineError):
            return CompiledResult(rule, dict(given)).value
    try:
        return evaluate_rule(plan, read_arguments(plan, given)).result.text
    except DataError:  # an example of data that are wrong
        return None

"""A compiled rule beside the reference: every fact of a result, and what may be lost by going fast."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, cast

from sakip_rules import SakipRulesError
from sakip_rules.api import Result, Rule
from sakip_rules.compiled import DeclineError, UncoveredError
from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.rule import CompiledRule, compile_rule
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.reader import read_arguments
from sakip_rules.results import RuleResult

FACTS = 5
"""Value with its decimals, exact number, category, status, reason."""


class Comparing:
    """Compares, and counts what came of it."""

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()

    def all_differences(self, asked: Iterable[tuple[CompiledRule, Mapping[str, Any]]]) -> list[str]:
        """Gives all that differs."""
        return [each for rule, given in asked for each in self.differences(rule, given)]

    def wanted(self, rule: CompiledRule, given: Mapping[str, Any]) -> Result | None:
        """Gives what the reference gives."""
        return reference(rule.plan, given, rule.floats)

    def differences(self, rule: CompiledRule, given: Mapping[str, Any]) -> list[str]:
        """Gives what a compiled rule gives otherwise than the reference; nothing where it declines."""
        name = f"{rule.plan.source.reference} of {shown(given)}"
        wanted = self.wanted(rule, given)
        try:
            answer = CompiledResult(rule, copy.deepcopy(dict(given)))
        except DeclineError:
            self.counted["declined"] += 1
            self.counted["wrong data"] += wanted is None
            return []
        self.counted["compared"] += 1
        if wanted is None:
            return [f"{name}: taken, but the data are wrong"]
        self.counted[wanted.status] += 1
        mine, its = of_answer(answer), of_result(wanted)
        found = [] if mine == its else [f"{name}: {mine}, not {its}"]
        if answer.quiet and wanted.diagnostics:
            found.append(f"{name}: does not tell {wanted.diagnostics}")
        self.counted["quiet"] += answer.quiet
        return found


class Remembering(Comparing):
    """Asks the reference once about data that stay the same objects."""

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[tuple[RulePlan, int], Result | None] = {}

    def wanted(self, rule: CompiledRule, given: Mapping[str, Any]) -> Result | None:
        """Gives what the reference gives, computed once."""
        asked = rule.plan, id(given)
        if asked not in self.known:
            self.known[asked] = super().wanted(rule, given)
        return self.known[asked]


def shown(given: Mapping[str, Any]) -> str:
    """Gives data as a failure shows them."""
    try:
        return repr(given)
    except ValueError:  # Python prints no number of more than 4,300 digits
        return f"{', '.join(given)}, with a number that is too long to be shown"


def result_of(record: RuleResult) -> Result:
    """Gives the result of a record whose rule stands in no catalogue: nothing here asks for its receipt."""
    return Result(cast("Rule", None), {}, record)


def reference(plan: RulePlan, given: Mapping[str, Any], floats: Floats = None) -> Result | None:
    """Gives what the reference gives; None where the data are wrong."""
    try:
        return result_of(evaluate_rule(plan, read_arguments(plan, given, floats)))
    except SakipRulesError:
        return None


def of_result(result: Result) -> tuple[object, ...]:
    """Gives the facts of a result."""
    return (written(result.value), result.exact, result.category, result.status, result.reason)


def of_answer(answer: CompiledResult) -> tuple[object, ...]:
    """Gives the facts of an answer."""
    absent = answer.absent
    status, reason = ("ok", None) if absent is None else (absent.status, absent.json_reason)
    return (written(answer.value), answer.exact, answer.category, status, reason)


def written(value: object) -> str | None:
    """Gives a number as it is written: its zeros count."""
    return None if value is None else str(value)


def compiled(plan: RulePlan, floats: Floats = None) -> CompiledRule | None:
    """Gives a rule compiled; None where it is left to the reference."""
    try:
        return compile_rule(plan, floats)
    except UncoveredError:
        return None

"""Runs plans: `record` is the reference semantics, `tree` runs a framework on a report."""

from __future__ import annotations

from collections.abc import Mapping

from sakip_rules.evaluator.record import rule_task
from sakip_rules.evaluator.trampoline import run
from sakip_rules.evaluator.tree import EveryYear, evaluate_every_year, evaluate_report
from sakip_rules.expression import Meter
from sakip_rules.plans import RulePlan
from sakip_rules.results import RuleResult
from sakip_rules.values import Value


def evaluate_rule(plan: RulePlan, given: Mapping[str, Value]) -> RuleResult:
    """Computes a formula rule from typed inputs."""
    return run(rule_task(plan, given, Meter()))


__all__ = ["EveryYear", "evaluate_every_year", "evaluate_report", "evaluate_rule"]

"""Examples of formula rules: inputs are given, a result and steps must come out."""

from __future__ import annotations

from sakip_rules.diagnostics import quoted
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.examples.comparison import Comparison, compared
from sakip_rules.models import FormulaExample
from sakip_rules.plans import RulePlan
from sakip_rules.reader.values import InputReader
from sakip_rules.results import RecordResult


def run_formula(example: FormulaExample, plan: RulePlan, comparison: Comparison) -> None:
    """Runs one example of a formula rule."""
    given = InputReader(comparison.report).record(example.given, plan.record, ("given",))
    if not comparison.outcome.passed:
        return
    record = evaluate_rule(plan, given)
    result = record.result
    if example.result is not None:
        comparison.number(("result",), example.result, compared(result, example.rounding), plan.result.unit)
    for name, expected in example.steps.items():
        _step(name, expected, plan, record, comparison)
    if example.expects_category:
        comparison.category(("category",), "category", example.category, result.category)
    if example.status is not None:
        comparison.absent((), example.status, example.reason, result.value)


def _step(name: str, expected: str, plan: RulePlan, record: RecordResult, comparison: Comparison) -> None:
    figure = record.figures.get(name) if name not in plan.record.inputs else None
    if figure is None:
        comparison.report("unknown-name.example-step", ("steps", name), name=quoted(name))
    else:
        comparison.number(("steps", name), expected, compared(figure), figure.unit)

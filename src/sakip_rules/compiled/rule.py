"""A rule, compiled: one function from the data of a call to the integers of its result."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import expression
from sakip_rules.compiled.door import Door
from sakip_rules.compiled.records import RecordWriter
from sakip_rules.compiled.typed import TypedWriter
from sakip_rules.dataclass import dataclass
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.values import Absent

Outcome = tuple[int, int, Absent | None, bool]
"""Numerator and denominator of the exact result, or what is absent; whether something may be to tell."""

Function = Callable[[Mapping[str, Any]], Outcome]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """The function of a rule, and the tree that it was made of.

    The function raises `DeclineError` where the reference must compute instead. Data of a call it may change:
    afterwards they hold nothing which its caller could change.
    """

    plan: RulePlan
    floats: Floats
    run: Function
    tree: ast.Module


def compile_rule(plan: RulePlan, floats: Floats = None) -> CompiledRule:
    """Gives the function of what a call gives; raises `UncoveredError` for what is left to the reference."""
    return _compiled(Door(floats), plan, floats)


def compile_typed(plan: RulePlan) -> CompiledRule:
    """Gives the function of typed values, as the reader gives them; raises as `compile_rule`."""
    return _compiled(TypedWriter(), plan, None)


def _compiled(writer: RecordWriter, plan: RulePlan, floats: Floats) -> CompiledRule:
    names = writer.inputs(plan.record, "given")
    exact, result = writer.rule(plan, names)
    if result.kind not in ("number", "nothing"):
        raise UncoveredError("types")
    writer.counters[writer.told] = writer.warns  # a scale within the rule may warn: only the reference tells
    parts = {"n": exact.n, "d": exact.d, "x": result.x, "told": writer.told}
    tree, run = writer.finished(("given",), expression("(n, d, x, told)", **parts))
    return CompiledRule(plan, floats, run, tree)

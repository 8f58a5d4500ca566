"""A rule, compiled: one function from the data of a call to the integers of its result."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from typing import Any

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.answer import Outcome, Showing
from sakip_rules.compiled.code import expression
from sakip_rules.compiled.door import Door
from sakip_rules.compiled.intake import CallIntake, TypedIntake
from sakip_rules.dataclass import dataclass
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan

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


def compile_rule(plan: RulePlan, floats: Floats = None, *, typed: bool = False) -> CompiledRule:
    """Gives the function of what a call gives, or of typed values, as the reader gives them.

    Raises `UncoveredError` for what is left to the reference.
    """
    writer = Door(TypedIntake() if typed else CallIntake(floats))
    names = writer.inputs(plan.record, "given")
    exact, result = writer.rule(plan, names)
    if result.kind not in ("number", "nothing"):
        raise UncoveredError("types")
    writer.counters[writer.told] = writer.warns  # a scale within the rule may warn: only the reference tells
    parts = {"n": exact.n, "d": exact.d, "x": result.x, "told": writer.told}
    showing = writer.constant(Showing.of(plan.result))
    tree, run = writer.finished(("given",), expression("(n, d, x, told, showing)", showing=showing, **parts))
    return CompiledRule(plan, floats, run, tree)

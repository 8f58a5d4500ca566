"""A rule, compiled: one function from the data of a call to the integers of its result."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any, Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import expression
from sakip_rules.compiled.door import Door
from sakip_rules.compiled.known import UNITS
from sakip_rules.compiled.reading import Given
from sakip_rules.compiled.running import HELPERS
from sakip_rules.dataclass import dataclass
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import RulePlan
from sakip_rules.values import Absent

FUNCTION: Final = "compiled"
Outcome = tuple[int, int, Absent | None, bool]
"""Numerator and denominator of the exact result, or what is absent; whether something may be to tell."""

Function = Callable[[Given], Outcome]


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """The function of a rule, and the tree that it was made of.

    The function raises `DeclineError` where the reference must compute instead. What it is given it may
    change: afterwards that holds nothing which its caller could change.
    """

    plan: RulePlan
    floats: Floats
    run: Function
    tree: ast.Module
    warns: bool
    """Whether a scale within it may warn, which only the reference tells."""


def compile_rule(plan: RulePlan, floats: Floats = None) -> CompiledRule:
    """Gives the function of a rule; raises `UncoveredError` for what is left to the reference."""
    writer = Door(floats)
    names = writer.inputs(plan.record, "given")
    exact, result = writer.rule(plan, names)
    if result.kind not in ("number", "nothing"):
        raise UncoveredError("types")
    writer.put(f"if spent > {UNITS - writer.units}:\n  raise DECLINE", spent=writer.spent)
    parts = {"n": exact.n, "d": exact.d, "x": result.x, "told": writer.told}
    writer.statements.append(ast.Return(expression("(n, d, x, told)", **parts)))
    begin = writer.statements
    with writer.block() as first:
        writer.put("told = False\nspent = 0", told=writer.told, spent=writer.spent)
    writer.statements = first + begin
    tree = writer.function(FUNCTION, ("given",))
    scope: dict[str, Any] = {**HELPERS, **writer.constants}
    exec(compile(tree, "<compiled rule>", "exec"), scope)  # noqa: S102 - a tree of our own names: see `code`
    return CompiledRule(plan, floats, scope[FUNCTION], tree, writer.warns)

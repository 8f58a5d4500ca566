"""What the tests of traps share: one rule, compiled, and its answer beside the reference."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.compiled.comparing import Comparing, of_answer, of_result, reference
from tests.written import rules

from sakip_rules.compiled.answer import CompiledResult
from sakip_rules.compiled.rule import CompiledRule, compile_rule
from sakip_rules.plans import RulePlan


def rule_of(folder: Path, body: str, more: Mapping[str, str] | None = None) -> CompiledRule:
    """Gives the rule of a body, compiled."""
    plan = rules(folder, {"index a": body, **(more or {})}).rule("contoh/a", on=2020).plan
    assert isinstance(plan, RulePlan)
    return compile_rule(plan)


def told(rule: CompiledRule, **given: Any) -> tuple[Any, ...]:
    """Gives exact number, status and reason of an answer, which is that of the reference."""
    wanted = reference(rule.plan, given)
    assert wanted is not None
    found = of_answer(CompiledResult(rule, dict(given)))
    assert found == of_result(wanted)
    return (found[1], *found[3:])


def declines(rule: CompiledRule, **given: Any) -> bool:
    """Says whether a call is left to the reference; if it is not, it gives the same."""
    comparing = Comparing()
    assert comparing.differences(rule, given) == []
    return comparing.counted["declined"] == 1

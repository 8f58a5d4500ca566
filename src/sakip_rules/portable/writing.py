"""Plans -> JSON: each plan after those it needs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sakip_rules.plans import AnyPlan, FrameworkPlan, RulePlan
from sakip_rules.portable.format import FORMAT, PlansData

Json = Any


def plans_data(*roots: AnyPlan) -> PlansData:
    """Gives the data of plans, and of all that they refer to."""
    return PlansData.model_validate({"format": FORMAT, "roots": roots, "rules": all_plans(*roots)})


def plain(data: PlansData) -> Json:
    """Gives data as what JSON is made of, without what has its default."""
    return data.model_dump(mode="json", exclude_defaults=True)


def plans_json(*roots: AnyPlan) -> str:
    """Gives plans, and all that they refer to, as JSON of the format `sakip-plan/1`."""
    return json.dumps(plain(plans_data(*roots)), ensure_ascii=False, separators=(",", ":")) + "\n"


def all_plans(*roots: AnyPlan) -> list[AnyPlan]:
    """Gives plans and all that they refer to, each once and after those it needs; plans make no circle."""
    found: dict[str, AnyPlan] = {}
    agenda: list[tuple[AnyPlan, bool]] = [(plan, False) for plan in reversed(roots)]
    while agenda:
        plan, is_ready = agenda.pop()
        if is_ready:
            found.setdefault(plan.source.reference, plan)
        elif plan.source.reference not in found:
            agenda.append((plan, True))
            agenda.extend((needed, False) for needed in reversed(list(_needed_by(plan))))
    return list(found.values())


def _needed_by(plan: AnyPlan) -> Iterator[AnyPlan]:
    records = [plan.record] if isinstance(plan, RulePlan) else []
    steps = [plan.result] if isinstance(plan, RulePlan) else []
    if isinstance(plan, FrameworkPlan):
        records.extend(level.record for level in plan.levels.values())
    for record in records:
        records.extend(declared.each for declared in record.inputs.values() if declared.each is not None)
        steps.extend(record.steps)
        yield from record.aliases.values()
    for step in steps:
        yield from [step.scale] if step.scale is not None else []
        yield from (call.rule for call in step.calls)

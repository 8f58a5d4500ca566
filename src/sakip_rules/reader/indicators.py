"""The indicator rule of a record, and the numbers of its CODEs (language reference 8.2)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sakip_rules.diagnostics import Path, quoted
from sakip_rules.plans import LevelPlan, RulePlan, TablePlan
from sakip_rules.reader.reading import Reading
from sakip_rules.tables import Table
from sakip_rules.vocabulary import FormulaKind

INDICATOR_KINDS: Final[tuple[FormulaKind, ...]] = ("indicator", "index")


def rule_of(reading: Reading, written: Mapping[str, object], level: LevelPlan, at: Path) -> RulePlan | None:
    """Gives the rule that a record names; `rule` and `data` where none can be is a mistake."""
    if level.from_rule is None:
        for key in ("rule", "data"):
            if written.get(key) is not None:
                reading.at_key("rule-not-expected", (*at, key), level=quoted(level.name))
        return None
    if written.get("rule") is None:
        if written.get("data") is not None:
            reading.at_key("missing-key.record-rule", (*at, "data"))
        return None
    plan = reading.plan(written["rule"], (*at, "rule"), INDICATOR_KINDS)
    if plan is None or (isinstance(plan, RulePlan) and plan.kind in INDICATOR_KINDS):
        return plan
    texts = {"name": quoted(plan.source.reference), "kind": plan.kind, "wanted": "indicator, index"}
    reading.report("unknown-rule.kind", (*at, "rule"), **texts)
    return None


def codes_of(reading: Reading, written: Mapping[str, object], at: Path) -> Mapping[str, Fraction] | None:
    """Gives the numbers of the CODEs that a record itself lets its data give."""
    if written.get("codes") is None:
        return None
    plan = reading.plan(written["codes"], (*at, "codes"), ("table",))
    if plan is None:
        return {}
    if not isinstance(plan, TablePlan) or not isinstance(plan.table, Table) or len(plan.table.keys) != 1:
        reading.report("unknown-rule.one-key", (*at, "codes"), name=quoted(plan.source.reference))
        return {}
    return {code: number for (code,), number in plan.table.cells.items() if number is not None}

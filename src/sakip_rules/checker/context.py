"""What holds in a whole rule on one day: what its references mean, and what its formulas use."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from sakip_rules.checker.checked import Checked, CheckedFormula
from sakip_rules.checker.findings import Findings
from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import Path
from sakip_rules.expression import Alias, Meter
from sakip_rules.expression.cost import BUDGET
from sakip_rules.expression.evaluate import AliasCall
from sakip_rules.links.codes import visible_codes
from sakip_rules.links.inputs import Signature, inputs_of, signature_of
from sakip_rules.links.references import Links
from sakip_rules.links.shapes import alias_of, source_of
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    FormulaRule,
    FrameworkRule,
    RecordRule,
    Reference,
    Rounding,
    ScaleRule,
    TableRule,
)
from sakip_rules.plans import AliasPlan, calls_of

CONSTANT_UNITS: Final = 200_000
"""What constants may cost; those beyond are left to the data, which are computed with five times that."""


def _meter_of_constants() -> Meter:
    meter = Meter()
    meter.spent = BUDGET - CONSTANT_UNITS
    return meter


@dataclass(slots=True)
class RuleContext:
    """One rule on one day: links, aliases, visible CODEs, findings, uses."""

    checked: Checked
    links: Links
    findings: Findings
    aliases: Mapping[str, Alias]
    calls: Mapping[str, AliasCall]
    """The aliases as functions on values, for what needs no data."""
    codes: frozenset[str]
    rounding: Rounding | None
    """What a framework does to the steps of its levels."""
    meter: Meter = field(default_factory=_meter_of_constants)
    used: set[Path] = field(default_factory=set)
    """Paths of inputs, columns and aliases that something reads."""
    _signatures: dict[Reference, Signature | None] = field(default_factory=dict)
    _codes_with: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def signature(self, reference: Reference) -> Signature | None:
        """Gives what a formula rule looks like from outside; nothing of one that cannot be used."""
        if reference not in self._signatures:
            self._signatures[reference] = self._signature(reference)
        return self._signatures[reference]

    def _signature(self, reference: Reference) -> Signature | None:
        called = self.links.find(reference)
        if not isinstance(called, LoadedRule) or not isinstance(called.rule, FormulaRule):
            return None
        known = self.checked.rules.get((called.file, self.links.meaning(called.rule)))
        # A rule of a circle, or one that is pinned out of force, was not checked for this day.
        inputs = (
            known.record.inputs if isinstance(known, CheckedFormula) else inputs_of(called.rule, self.links)
        )
        return signature_of(called.rule, inputs)

    def codes_with(self, more: frozenset[str]) -> frozenset[str]:
        """Gives the visible CODEs and those of one list."""
        if more not in self._codes_with:
            self._codes_with[more] = self.codes | more
        return self._codes_with[more]


def context_of(rule: RecordRule, checked: Checked, links: Links, findings: Findings) -> RuleContext:
    """Gives the context of a rule on the day of the links."""
    linked = {alias: links.find(reference) for alias, reference in rule.uses.items()}
    plans: dict[str, AliasPlan] = {}
    for alias, called in linked.items():
        if isinstance(called, LoadedRule) and isinstance(called.rule, ScaleRule | TableRule):
            plans[alias] = checked.alias_plan(called.rule, source_of(called))
    return RuleContext(
        checked=checked,
        links=links,
        findings=findings,
        aliases={alias: alias_of(links.alias(reference)) for alias, reference in rule.uses.items()},
        calls=calls_of(plans),
        codes=visible_codes(rule, links),
        rounding=rule.rounding if isinstance(rule, FrameworkRule) else None,
    )


__all__ = ["RuleContext", "context_of"]

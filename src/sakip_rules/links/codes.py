"""Which CODEs the formulas of a rule may use, and that none of them is also a NAME."""

from __future__ import annotations

from sakip_rules.links import shapes
from sakip_rules.links.bodies import bodies_of
from sakip_rules.links.references import CALLED, Links, uses_of
from sakip_rules.models import FormulaRule, FrameworkRule, ScaleRule, TableRule
from sakip_rules.vocabulary import POLARITIES


def visible_codes(rule: FormulaRule | FrameworkRule, links: Links) -> frozenset[str]:
    """Gives the CODEs of every choice, table and scale that a rule uses (language reference 3.2)."""
    found: set[str] = set()
    for body, _ in bodies_of(rule):
        for declared in body.inputs.values():
            if isinstance(declared.choices, tuple):
                found.update(declared.choices)
            if declared.type == "polarity":
                found.update(POLARITIES)
    for reference in {use.reference for use in uses_of(rule)}:
        item = links.get(reference, CALLED)
        other = item.rule if item else None
        if isinstance(other, ScaleRule):
            found.update(shapes.codes_of_scale(other).codes)
        elif isinstance(other, TableRule):
            found.update(code for codes in shapes.codes_of_table(other) for code in codes)
    return frozenset(found)

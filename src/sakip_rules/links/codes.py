"""Which CODEs the formulas of a rule may use, and that none of them is also a NAME."""

from __future__ import annotations

from sakip_rules.links.bodies import bodies_of
from sakip_rules.links.references import Links, uses_of
from sakip_rules.links.shapes import codes_of
from sakip_rules.models import RecordRule
from sakip_rules.vocabulary import POLARITIES


def visible_codes(rule: RecordRule, links: Links) -> frozenset[str]:
    """Gives the CODEs of every choice, table and scale that a rule uses (language reference 3.2)."""
    codes: set[str] = set()
    for body, _ in bodies_of(rule):
        for declared in body.inputs.values():
            if isinstance(declared.choices, tuple):
                codes.update(declared.choices)
            if declared.type == "polarity":
                codes.update(POLARITIES)
    for reference in {use.reference for use in uses_of(rule)}:
        other = links.alias(reference)
        codes.update(codes_of(other) if other is not None else ())
    return frozenset(codes)

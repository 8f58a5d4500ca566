"""A list of rules as JSON (language reference, 13)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.exporters.rules.entries import entries_object
from sakip_rules.languages import Language
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.explainer.search import ListedRule
    from sakip_rules.exporters.objects import Json
    from sakip_rules.models import AnyRule


def export(rules: Sequence[ListedRule], look: Look) -> str:
    """Gives the rules as JSON text."""
    return to_text(rules_object(rules, look.lang))


def rules_object(rules: Sequence[ListedRule], lang: Language = "id") -> Json:
    """Gives the rules as one object."""
    return {"rules": [_rule(listed, lang) for listed in rules]}


def _rule(listed: ListedRule, lang: Language) -> Json:
    rule = listed.rule
    return {
        "id": rule.id,
        **_version(rule),
        "kind": rule.kind,
        "owner": rule.owner,
        "title": safe(rule.title.pair, lang),
        "description": safe(rule.description.pair, lang) if rule.description is not None else None,
        "unit": clean(unit) if (unit := getattr(rule, "unit", None)) is not None else None,
        "confidence": listed.confidences[0],
        "legal_basis": [
            {"document": basis.document, "section": basis.section, "confidence": basis.confidence}
            for basis in rule.legal_basis
        ],
        **entries_object(rule, lang),
        "versions": [_version(version) for version in listed.versions],
    }


def _version(rule: AnyRule) -> Json:
    return {
        "version": rule.version,
        "valid_from": str(rule.valid_from),
        "valid_to": str(rule.valid_to) if rule.valid_to is not None else None,
    }

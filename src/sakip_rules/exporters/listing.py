"""Rules as a list: two lines each for a terminal, and JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Paint, unpainted
from sakip_rules.exporters.columns import INDENT
from sakip_rules.exporters.table import WIDTH, painted
from sakip_rules.languages import Language, say
from sakip_rules.wording.rules import period
from sakip_rules.wording.terms import CONFIDENCE_WORDS, KIND_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.explainer.search import Found
    from sakip_rules.exporters.json import Json
    from sakip_rules.languages import Pair
    from sakip_rules.models import AnyRule

_NONE: Final[Pair] = ("Tidak ada aturan yang cocok.", "No rule fits.")


def rules_table(
    found: Sequence[Found], lang: Language = "id", *, width: int = WIDTH, paint: Paint = unpainted
) -> str:
    """Gives each rule with its kind, years and confidence, its title below, and how many there are."""
    lines: list[str] = []
    for one in found:
        rule = one.rule
        facts = f"{say(KIND_WORDS[rule.kind], lang)} · {period(rule, lang)} · {_confidence(one, lang)}"
        if len(rule.reference) + len(INDENT) + len(facts) <= width:
            lines.append(f"{paint(rule.reference, 'result')}{INDENT}{paint(facts, 'quiet')}")
        else:
            lines += [*painted(rule.reference, "result", width, paint)]
            lines += painted(INDENT + facts, "quiet", width, paint)
        lines += painted(INDENT + safe(rule.title.pair, lang), "text", width, paint)
    rules = f"{len(found)} rule{'s' * (len(found) != 1)}" if lang == "en" else f"{len(found)} aturan"
    return "\n".join([*lines, *([""] if lines else []), rules if lines else say(_NONE, lang)]) + "\n"


def _confidence(one: Found, lang: Language) -> str:
    """Gives every confidence of the legal basis in one word, the surest first."""
    return ", ".join(say(CONFIDENCE_WORDS[word], lang) for word in one.confidences)


def rules_dict(found: Iterable[Found], lang: Language = "id") -> Json:
    """Gives the rules as one object."""
    return {"rules": [_rule(one, lang) for one in found]}


def _rule(one: Found, lang: Language) -> Json:
    rule = one.rule
    return {
        "id": rule.id,
        **_version(rule),
        "kind": rule.kind,
        "owner": rule.owner,
        "title": safe(rule.title.pair, lang),
        "description": safe(rule.description.pair, lang) if rule.description is not None else None,
        "unit": clean(unit) if (unit := getattr(rule, "unit", None)) is not None else None,
        "confidence": one.confidences[0],
        "legal_basis": [
            {"document": basis.document, "section": basis.section, "confidence": basis.confidence}
            for basis in rule.legal_basis
        ],
        "versions": [_version(version) for version in one.versions],
    }


def _version(rule: AnyRule) -> Json:
    return {
        "version": rule.version,
        "valid_from": str(rule.valid_from),
        "valid_to": str(rule.valid_to) if rule.valid_to is not None else None,
    }

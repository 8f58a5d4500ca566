"""An audit as JSON: every printed figure and what became of it (language reference, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Cause, Finding
    from sakip_rules.exporters.objects import Json


def export(audit: Audit, look: Look) -> str:
    """Gives an audit as JSON text."""
    return to_text(audit_object(audit, look.lang))


def audit_object(audit: Audit, lang: Language = "id") -> Json:
    """Gives an audit as one object: every finding, and how many there are of each verdict."""
    return {
        "report": audit.report,
        "findings": [_finding(finding, lang) for finding in audit.findings],
        "summary": dict(audit.summary),
        "diagnostics": [
            {"path": warning.path, **warning.diagnostic.to_dict(lang)} for warning in audit.warnings
        ],
    }


def _finding(finding: Finding, lang: Language) -> Json:
    """Gives one printed figure and what became of it."""
    return {
        "path": finding.path,
        "figure": finding.figure,
        "year": finding.year,
        "where": finding.where,
        "printed": finding.printed,
        "recomputed": finding.recomputed,
        "verdict": finding.verdict,
        "cause": _cause(finding.cause, lang),
        **({"also": _cause(finding.also, lang)} if finding.also is not None else {}),
        **_reason(finding, lang),
    }


def _cause(cause: Cause | None, lang: Language) -> Json | None:
    if cause is None:
        return None
    return {"code": cause.code, "message": say(cause.message, lang), "with": dict(cause.with_)}


def _reason(finding: Finding, lang: Language) -> Json:
    """Gives why a figure cannot be recomputed; nothing of one that can."""
    if finding.message is None:
        return {}
    return {"reason": finding.reason, "message": say(finding.message, lang)}

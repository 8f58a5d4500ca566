"""What is wrong in rule files as JSON (language reference, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import by_severity
from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import Language

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def export(checks: Checks, look: Look) -> str:
    """Gives diagnostics as JSON text."""
    return to_text(checks_object(checks, look.lang))


def checks_object(checks: Checks, lang: Language = "id") -> Json:
    """Gives diagnostics as one object; `hidden` counts those that are not shown."""
    shown, hidden = shown_of(checks.diagnostics)
    counts = by_severity(checks.diagnostics)
    return {
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in shown],
        "summary": {
            "errors": counts["error"],
            "warnings": counts["warning"],
            "files": checks.files,
            "hidden": hidden,
        },
    }

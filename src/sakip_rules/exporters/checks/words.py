"""What the formats of checking tools say of a diagnostic in one text."""

from __future__ import annotations

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.languages import Language


def with_hint(diagnostic: Diagnostic, lang: Language) -> str:
    """Gives the message of a diagnostic, and behind it what to do."""
    hint = diagnostic.hint(lang)
    return f"{diagnostic.message(lang)} {hint}" if hint else diagnostic.message(lang)

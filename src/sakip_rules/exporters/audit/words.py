"""What every format for people says of an audit: counts, figures, values, causes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import VERDICT_WORDS
from sakip_rules.wording.values import number

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding

_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def counted(audit: Audit, lang: Language) -> str:
    """Gives the counts in words."""
    counts = audit.summary
    parts = [
        f"{counts[verdict]} {say(words, lang)}" for verdict, words in VERDICT_WORDS.items() if counts[verdict]
    ]
    figures = say(("angka tercetak", "printed figures"), lang)
    return f"{len(audit.findings)} {figures}: {', '.join(parts)}" if parts else f"0 {figures}"


def named(finding: Finding) -> str:
    """Gives a figure with its year."""
    return f"{finding.figure}@{finding.year}"


def value(text: str | None, lang: Language) -> str:
    """Gives a printed or recomputed value: a number as people print it, a category as it is."""
    if text is None:
        return "–"
    return number(text, lang) if _DECIMAL.fullmatch(text) else clean(text)

"""What every format for people says of an audit: counts, figures, values, causes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import VERDICT_WORDS
from sakip_rules.wording.values import number, safe

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding
    from sakip_rules.languages import Pair
    from sakip_rules.vocabulary import Verdict

TITLES: Final[dict[Verdict, Pair]] = {
    "differs": ("Berbeda", "Differs"),
    "not_recomputable": ("Tidak dapat dihitung ulang", "Cannot be recomputed"),
    "follows": (
        "Mengikuti angka tercetak yang keliru: bukan kesalahan baru",
        "Follows from a wrong printed figure: no new error",
    ),
    "cut": ("Dipotong, bukan dibulatkan", "Cut off, not rounded"),
    "same": ("Sama", "Same"),
}
"""The verdicts in the order in which they are told, each as a heading of its findings."""

_NO_CAUSE: Final[Pair] = ("sebab tidak ditemukan", "no cause was found")
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


def causes(finding: Finding, lang: Language) -> str:
    """Gives the likely causes in words; nothing where the verdict says it all."""
    told = (cause for cause in (finding.cause, finding.also) if cause is not None)
    return "; ".join(safe(cause.message, lang) for cause in told if cause.code != finding.verdict)


def cause_words(finding: Finding, lang: Language) -> str:
    """Gives why a printed figure differs, or cannot be recomputed; nothing of one that is the same."""
    if finding.message is not None:
        return safe(finding.message, lang)
    unknown = finding.verdict == "differs" and finding.cause is None and finding.also is None
    return causes(finding, lang) or (say(_NO_CAUSE, lang) if unknown else "")

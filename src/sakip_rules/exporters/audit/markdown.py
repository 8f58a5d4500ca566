"""An audit as Markdown: the counts, and one table of all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.words import cause_words, counted, named, value
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.markdown import escaped, table_head, table_row
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import VERDICT_WORDS

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding
    from sakip_rules.languages import Pair

_HEADS: Final[tuple[Pair, ...]] = (
    ("Jalur", "Path"),
    ("Angka", "Figure"),
    ("Tercetak", "Printed"),
    ("Dihitung", "Recomputed"),
    ("Putusan", "Verdict"),
    ("Tempat", "Where"),
    ("Sebab", "Cause"),
)


def export(audit: Audit, look: Look) -> str:
    """Gives an audit as Markdown text; nothing in a report is mark-up in it."""
    lines = [f"# {escaped(audit.report)}", "", escaped(counted(audit, look.lang)), ""]
    lines += table_head([say(pair, look.lang) for pair in _HEADS], right=(2, 3))
    lines += [_row(finding, look.lang) for finding in audit.findings]
    return "\n".join(lines) + "\n"


def _row(finding: Finding, lang: Language) -> str:
    sides = [value(finding.printed, lang), value(finding.beside, lang)]
    cause = cause_words(finding, lang)
    verdict = say(VERDICT_WORDS[finding.verdict], lang)
    return table_row([finding.path, named(finding), *sides, verdict, finding.where or "", cause])

"""An audit: printed figures beside recomputed ones, as JSON, as text, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Paint, Style, unpainted, wrapped
from sakip_rules.explainer.words import number, say
from sakip_rules.exporters.markdown import escaped, table_head, table_row
from sakip_rules.exporters.table import INDENT, WIDTH, painted

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding
    from sakip_rules.exporters.json import Json
    from sakip_rules.plans import Pair

VERDICTS: Final[dict[str, Pair]] = {
    "same": ("sama", "same"),
    "cut": ("dipotong", "cut off"),
    "differs": ("berbeda", "differs"),
    "not_recomputable": ("tidak dapat dihitung ulang", "cannot be recomputed"),
}

_HEADS: Final[tuple[Pair, ...]] = (
    ("Jalur", "Path"),
    ("Angka", "Figure"),
    ("Tercetak", "Printed"),
    ("Dihitung", "Recomputed"),
    ("Putusan", "Verdict"),
    ("Tempat", "Where"),
    ("Sebab", "Cause"),
)

_DECIMAL: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

_STYLES: Final[dict[str, Style]] = {"same": "quiet", "cut": "text"}


def audit_dict(audit: Audit, lang: str = "id") -> Json:
    """Gives an audit as one object: every finding, and how many there are of each verdict."""
    return {
        "report": audit.report,
        "findings": [finding_dict(finding, lang) for finding in audit.findings],
        "summary": dict(audit.summary),
    }


def finding_dict(finding: Finding, lang: str) -> Json:
    """Gives one printed figure and what became of it."""
    cause = finding.cause
    return {
        "path": finding.path,
        "figure": finding.figure,
        "year": finding.year,
        "where": finding.where,
        "printed": finding.printed,
        "recomputed": finding.recomputed,
        "verdict": finding.verdict,
        "cause": None
        if cause is None
        else {"code": cause.code, "message": cause.message[lang == "en"], "with": dict(cause.with_)},
    }


def counted(audit: Audit, lang: str) -> str:
    """Gives the counts in words."""
    counts = audit.summary
    parts = [
        f"{counts[verdict]} {say(words, lang)}" for verdict, words in VERDICTS.items() if counts[verdict]
    ]
    figures = say(("angka tercetak", "printed figures"), lang)
    return f"{len(audit.findings)} {figures}: {', '.join(parts)}" if parts else f"0 {figures}"


# ---------------------------------------------------------------- text


def audit_table(
    audit: Audit, lang: str = "id", *, width: int = WIDTH, every: bool = False, paint: Paint = unpainted
) -> str:
    """Gives an audit as lines: the counts, then the figures that are not the same (with `every`: all)."""
    lines = [
        *painted(clean(audit.report), "title", width, paint),
        *painted(counted(audit, lang), "text", width, paint),
    ]
    told = [finding for finding in audit.findings if every or finding.verdict != "same"]
    for path, findings in groupby(told, key=lambda finding: finding.path):
        lines += ["", *painted(clean(path), "title", width, paint)]
        for finding in findings:
            lines += _finding(finding, lang, width, paint)
    if len(told) < len(audit.findings):
        hint = (
            "Yang sama tidak ditampilkan; --all menampilkan semuanya.",
            "The same ones are not shown; --all shows them.",
        )
        lines += ["", *painted(say(hint, lang), "quiet", width, paint)]
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, lang: str, width: int, paint: Paint) -> Iterator[str]:
    verdict = say(VERDICTS[finding.verdict], lang)
    head = f"{named(finding)}: {' · '.join(_sides(finding, lang))} · {verdict}"
    style = _STYLES.get(finding.verdict, "warning")
    for part in wrapped(head, width - len(INDENT)):
        yield INDENT + paint(part, style)
    texts = [clean(finding.where)] if finding.where else []
    texts += [cause] if (cause := cause_words(finding, lang)) else []
    for text in texts:
        for part in wrapped(text, width - 2 * len(INDENT)):
            yield INDENT * 2 + paint(part, "quiet")


def _sides(finding: Finding, lang: str) -> Iterator[str]:
    yield f"{say(('tercetak', 'printed'), lang)} {value(finding.printed, lang)}"
    if finding.recomputed is not None:
        yield f"{say(('dihitung', 'recomputed'), lang)} {value(finding.recomputed, lang)}"


def named(finding: Finding) -> str:
    """Gives a figure with its year."""
    return f"{finding.figure}@{finding.year}"


def value(text: str | None, lang: str) -> str:
    """Gives a printed or recomputed value: a number as people print it, a category as it is."""
    if text is None:
        return "–"
    return number(text, lang) if _DECIMAL.fullmatch(text) else clean(text)


def cause_words(finding: Finding, lang: str) -> str:
    """Gives the likely cause in words; empty where none is known."""
    if finding.cause is None:
        return ""
    return f"{say(('sebab:', 'cause:'), lang)} {say(finding.cause.message, lang)}"


# ---------------------------------------------------------------- Markdown


def audit_markdown(audit: Audit, lang: str = "id") -> str:
    """Gives an audit as Markdown: the counts and one table of all findings."""
    lines = [f"# {escaped(audit.report)}", "", escaped(counted(audit, lang)), ""]
    lines += table_head([say(pair, lang) for pair in _HEADS], right=(2, 3))
    for finding in audit.findings:
        cells = [finding.path, named(finding), value(finding.printed, lang), value(finding.recomputed, lang)]
        message = say(finding.cause.message, lang) if finding.cause is not None else ""
        lines.append(table_row([*cells, say(VERDICTS[finding.verdict], lang), finding.where or "", message]))
    return "\n".join(lines) + "\n"

"""An audit: printed figures beside recomputed ones, as JSON, as text, and as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Paint, Style, unpainted, wrapped
from sakip_rules.exporters.columns import INDENT
from sakip_rules.exporters.markdown import escaped, table_head, table_row
from sakip_rules.exporters.table import WIDTH, painted
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import VERDICT_WORDS
from sakip_rules.wording.values import number, safe

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding
    from sakip_rules.exporters.json import Json
    from sakip_rules.languages import Pair
    from sakip_rules.vocabulary import Verdict

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


def audit_dict(audit: Audit, lang: Language = "id") -> Json:
    """Gives an audit as one object: every finding, and how many there are of each verdict."""
    return {
        "report": audit.report,
        "findings": [finding_dict(finding, lang) for finding in audit.findings],
        "summary": dict(audit.summary),
    }


def finding_dict(finding: Finding, lang: Language) -> Json:
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
        else {"code": cause.code, "message": say(cause.message, lang), "with": dict(cause.with_)},
    }


def counted(audit: Audit, lang: Language) -> str:
    """Gives the counts in words."""
    counts = audit.summary
    parts = [
        f"{counts[verdict]} {say(words, lang)}" for verdict, words in VERDICT_WORDS.items() if counts[verdict]
    ]
    figures = say(("angka tercetak", "printed figures"), lang)
    return f"{len(audit.findings)} {figures}: {', '.join(parts)}" if parts else f"0 {figures}"


# ---------------------------------------------------------------- text


def audit_table(
    audit: Audit, lang: Language = "id", *, width: int = WIDTH, every: bool = False, paint: Paint = unpainted
) -> str:
    """Gives an audit as lines: the counts, then what is not the same (with `every`: all), the worst first."""
    lines = [
        *painted(clean(audit.report), "title", width, paint),
        *painted(counted(audit, lang), "text", width, paint),
    ]
    told = [finding for finding in audit.findings if every or finding.verdict != "same"]
    columns = _Columns.of(told, lang, width)
    for verdict, title in _TITLES.items():
        found = [finding for finding in told if finding.verdict == verdict]
        if found:
            lines += ["", *columns.heading(f"{say(title, lang)} ({len(found)})", lang, paint)]
            lines += _of_verdict(found, columns, lang, paint)
    if len(told) < len(audit.findings):
        hint = (
            "Yang sama tidak ditampilkan; --all menampilkan semuanya.",
            "The same ones are not shown; --all shows them.",
        )
        lines += ["", *painted(say(hint, lang), "quiet", width, paint)]
    return "\n".join(lines) + "\n"


_TITLES: Final[dict[Verdict, Pair]] = {
    "differs": ("Berbeda", "Differs"),
    "not_recomputable": ("Tidak dapat dihitung ulang", "Cannot be recomputed"),
    "cut": ("Dipotong, bukan dibulatkan", "Cut off, not rounded"),
    "same": ("Sama", "Same"),
}
"""The verdicts in the order in which they are told."""


def _of_verdict(
    findings: Sequence[Finding], columns: _Columns, lang: Language, paint: Paint
) -> Iterator[str]:
    """Gives findings by path; what is printed alike in several places is told once, with all the places."""
    for path, of_path in groupby(findings, key=lambda finding: finding.path):
        yield from painted(clean(path), "quiet", columns.width, paint)
        alike: dict[tuple[str | None, ...], list[Finding]] = {}
        for finding in of_path:
            shown = (named(finding), finding.printed, finding.recomputed, cause_words(finding, lang))
            alike.setdefault(shown, []).append(finding)
        for same in alike.values():
            yield from columns.lines(same[0], lang, paint)
            places = "; ".join(clean(finding.where) for finding in same if finding.where)
            for part in wrapped(places, columns.width - 2 * len(INDENT)) if places else []:
                yield INDENT * 2 + paint(part, "quiet")


@dataclass(frozen=True, slots=True)
class _Columns:
    """How wide the names of figures, the printed values and the recomputed ones are."""

    name: int
    value: int
    width: int

    @classmethod
    def of(cls, findings: Sequence[Finding], lang: Language, width: int) -> _Columns:
        shown = [value(text, lang) for one in findings for text in (one.printed, one.recomputed)]
        heads = [say(pair, lang) for pair in _SIDES]
        longest = max(len(text) for text in (*heads, *shown))
        widest = min(longest, (width - len(INDENT)) // 4)
        names = max((len(named(finding)) for finding in findings), default=0)
        return cls(min(names, width - 3 * len(INDENT) - 2 * widest), widest, width)

    def heading(self, title: str, lang: Language, paint: Paint) -> Iterator[str]:
        printed, recomputed = (say(pair, lang).rjust(self.value) for pair in _SIDES)
        sides = f"{INDENT}{printed}{INDENT}{recomputed}"
        room = len(INDENT) + self.name - len(title)
        if room < 0:
            yield paint(title, "title")
            yield " " * (len(INDENT) + self.name) + paint(sides, "quiet")
        else:
            yield paint(title, "title") + " " * room + paint(sides, "quiet")

    def lines(self, finding: Finding, lang: Language, paint: Paint) -> Iterator[str]:
        """Gives a figure with both its values on one line, if they fit, and the cause below it."""
        name, style = named(finding), _STYLES.get(finding.verdict, "warning")
        printed, recomputed = value(finding.printed, lang), value(finding.recomputed, lang)
        if len(name) <= self.name and max(len(printed), len(recomputed)) <= self.value:
            sides = f"{INDENT}{printed.rjust(self.value)}{INDENT}{recomputed.rjust(self.value)}"
            yield INDENT + paint(name.ljust(self.name) + sides, style)
        else:
            yield INDENT + paint(name, style)
            for pair, text in zip(_SIDES, (printed, recomputed), strict=True):
                for part in wrapped(f"{say(pair, lang)} {text}", self.width - 2 * len(INDENT)):
                    yield INDENT * 2 + paint(part, style)
        for part in wrapped(cause_words(finding, lang), self.width - 2 * len(INDENT)):
            yield from [INDENT * 2 + paint(part, "text")] if part else []


_SIDES: Final[tuple[Pair, ...]] = (("tercetak", "printed"), ("dihitung", "recomputed"))


def named(finding: Finding) -> str:
    """Gives a figure with its year."""
    return f"{finding.figure}@{finding.year}"


def value(text: str | None, lang: Language) -> str:
    """Gives a printed or recomputed value: a number as people print it, a category as it is."""
    if text is None:
        return "–"
    return number(text, lang) if _DECIMAL.fullmatch(text) else clean(text)


def cause_words(finding: Finding, lang: Language) -> str:
    """Gives the likely cause in words; nothing where the verdict says it all."""
    if finding.cause is not None and finding.cause.code != finding.verdict:
        return f"{say(('sebab:', 'cause:'), lang)} {safe(finding.cause.message, lang)}"
    unknown = ("sebab tidak ditemukan", "no cause was found")
    return say(unknown, lang) if finding.verdict == "differs" and finding.cause is None else ""


# ---------------------------------------------------------------- Markdown


def audit_markdown(audit: Audit, lang: Language = "id") -> str:
    """Gives an audit as Markdown: the counts and one table of all findings."""
    lines = [f"# {escaped(audit.report)}", "", escaped(counted(audit, lang)), ""]
    lines += table_head([say(pair, lang) for pair in _HEADS], right=(2, 3))
    for finding in audit.findings:
        cells = [finding.path, named(finding), value(finding.printed, lang), value(finding.recomputed, lang)]
        message = safe(finding.cause.message, lang) if finding.cause is not None else ""
        lines.append(
            table_row([*cells, say(VERDICT_WORDS[finding.verdict], lang), finding.where or "", message])
        )
    return "\n".join(lines) + "\n"

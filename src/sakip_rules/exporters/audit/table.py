"""An audit as text for a terminal: printed and recomputed figures side by side, the worst first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Style
from sakip_rules.exporters.audit.words import TITLES, cause_words, causes, counted, named, value
from sakip_rules.exporters.columns import INDENT, Cell, Labelled, Layout, painted
from sakip_rules.exporters.look import Look
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.audit import Audit, Finding, Warned
    from sakip_rules.languages import Pair
    from sakip_rules.vocabulary import Verdict

_STYLES: Final[dict[Verdict, Style]] = {
    "differs": "warning",
    "not_recomputable": "warning",
    "follows": "text",
    "cut": "text",
    "same": "quiet",
}
_SIDES: Final[tuple[Pair, ...]] = (("tercetak", "printed"), ("dihitung", "recomputed"))
_CAUSE: Final[Pair] = ("sebab:", "cause:")
_WARNINGS: Final[Pair] = ("Dari aturannya", "From the rules")
_NOTHING_PRINTED: Final[Pair] = (
    "Tulis angka yang tercetak di bawah `printed` di laporannya; itulah yang dibandingkan.",
    "Write the printed figures under `printed` in the report; those are compared.",
)
_HINT: Final[Pair] = (
    "Yang sama tidak ditampilkan; --all menampilkan semuanya.",
    "The same ones are not shown; --all shows them.",
)


def export(audit: Audit, look: Look) -> str:
    """Gives an audit as lines: the counts, then what is not the same; with `every` all."""
    lines = [
        *painted(clean(audit.report), "title", look.width, look.paint),
        *painted(counted(audit, look.lang), "text", look.width, look.paint),
    ]
    if not audit.findings:
        lines += painted(say(_NOTHING_PRINTED, look.lang), "text", look.width, look.paint)
    told = [finding for finding in audit.findings if look.every or finding.verdict != "same"]
    heads = [say(pair, look.lang) for pair in _SIDES]
    layout = Layout.even([_entry(finding, look.lang) for finding in told], heads, look.width)
    for verdict, title in TITLES.items():
        findings = [finding for finding in told if finding.verdict == verdict]
        if findings:
            lines += ["", *layout.heading(look.paint, f"{say(title, look.lang)} ({len(findings)})")]
            lines += _of_verdict(findings, layout, look)
    if audit.warnings:
        lines += ["", *painted(say(_WARNINGS, look.lang), "text", look.width, look.paint)]
        lines += [
            line for warned in audit.warnings for line in _below(_warned(warned, look.lang), "warning", look)
        ]
    if len(told) < len(audit.findings):
        lines += ["", *painted(say(_HINT, look.lang), "quiet", look.width, look.paint)]
    return "\n".join(lines) + "\n"


def _warned(warned: Warned, lang: Language) -> str:
    return f"{clean(warned.path)}: {warned.diagnostic.message(lang)}"


def _entry(finding: Finding, lang: Language) -> Labelled:
    """Gives a figure with its printed and its recomputed value."""
    style = _STYLES[finding.verdict]
    cells = [Cell(value(text, lang), style=style) for text in (finding.printed, finding.beside)]
    return Labelled(named(finding), tuple(cells))


def _of_verdict(findings: Sequence[Finding], layout: Layout, look: Look) -> Iterator[str]:
    """Gives findings by path; what is printed alike in several places is told once, with all the places."""
    for path, of_path in groupby(findings, key=lambda finding: finding.path):
        yield from painted(clean(path), "quiet", look.width, look.paint)
        alike: dict[tuple[Labelled, str], list[Finding]] = {}
        for finding in of_path:
            told = (_entry(finding, look.lang), _cause(finding, look.lang))
            alike.setdefault(told, []).append(finding)
        for (entry, cause), same in alike.items():
            yield from layout.lines(entry, look.paint, entry.cells[0].style)
            yield from _below(cause, "text", look)
            places = "; ".join(clean(finding.where) for finding in same if finding.where)
            yield from _below(places, "quiet", look)


def _below(text: str, style: Style, look: Look) -> Iterator[str]:
    """Gives what is said of a figure below it, if there is anything."""
    for line in painted(text, style, look.width - 2 * len(INDENT), look.paint) if text else ():
        yield f"{INDENT}{INDENT}{line}"


def _cause(finding: Finding, lang: Language) -> str:
    """The likely cause in words, said to be one; nothing where the verdict says it all."""
    told = cause_words(finding, lang)
    return f"{say(_CAUSE, lang)} {told}" if causes(finding, lang) and finding.message is None else told

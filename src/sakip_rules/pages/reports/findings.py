"""The page of a report's printed figures: errors first, what follows from them below, each with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.words import TITLES, cause_words, counted, value
from sakip_rules.exporters.report.figures import ordered, title_of
from sakip_rules.languages import say
from sakip_rules.markup import NOTHING, Markup, joined, link, table, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.wording.terms import VERDICT_WORDS
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.audit import Finding
    from sakip_rules.languages import Language, Pair
    from sakip_rules.pages.addresses import PagePlace
    from sakip_rules.pages.reports.book import ReportBook
    from sakip_rules.vocabulary import Verdict

_IDS: Final[dict[Verdict, str]] = {
    "differs": "berbeda",
    "not_recomputable": "tidak-dapat-dihitung",
    "follows": "akibat",
    "cut": "dipotong",
    "same": "sama",
}
_HEADS: Final[tuple[Pair, ...]] = (
    ("Angka", "Figure"),
    ("Tempat", "Place"),
    ("Tercetak", "Printed"),
    ("Hitungan", "Recomputed"),
    ("Sebab", "Cause"),
)
_TITLE: Final[Pair] = ("Angka tercetak", "Printed figures")
_ALL: Final[Pair] = ("Tampilkan semuanya", "Show all of them")
_POSSIBLE: Final[Pair] = (
    "Sebab yang disebut memberi tepat angka yang tercetak; “mungkin” berarti sebab lain pun dapat begitu.",
    "A cause that is named gives exactly the printed digits; “maybe” means that others may give them too.",
)


def audit_page(book: ReportBook, place: PagePlace) -> MadePage:
    """Gives the page of every printed figure of a report."""
    title = f"{place.say(_TITLE)}: {book.tree.title}"
    parts = [_section(verdict, book, place) for verdict in TITLES]
    head = tag(
        "header",
        tag("h1", place.say(_TITLE)),
        tag("p", counted(book.audit, place.lang), ".", class_="answer"),
        tag("p", link(place.href(book.path), book.tree.title), class_="facts"),
        tag("p", place.say(_POSSIBLE)),
    )
    return MadePage(
        path_in(place.lang, book.audit_path), "report", title, book.tree.title, joined([head, *parts])
    )


def _section(verdict: Verdict, book: ReportBook, place: PagePlace) -> Markup:
    findings = [finding for finding in book.audit.findings if finding.verdict == verdict]
    if not findings:
        return NOTHING
    heading = tag("h2", f"{place.say(TITLES[verdict])} ({len(findings)})")
    shown = table([place.say(head) for head in _HEADS], _rows(findings, book, place), class_="report")
    if verdict == "same":
        shown = tag("details", tag("summary", place.say(_ALL)), shown)
    return tag("section", heading, shown, id=_IDS[verdict])


def _rows(findings: Sequence[Finding], book: ReportBook, place: PagePlace) -> list[list[str]]:
    return [
        [
            _figure(finding, book, place),
            finding.where or "",
            value(finding.printed, place.lang),
            value(finding.beside, place.lang),
            cause_words(finding, place.lang),
        ]
        for finding in findings
    ]


def _figure(finding: Finding, book: ReportBook, place: PagePlace) -> Markup:
    """The figure by its title, as a link to its explanation; what it is a figure of below it."""
    node, name = book.by_path[finding.path], finding.figure.partition(".")[0]
    of_year = node.of_year(finding.year)
    figures = () if of_year is None else ordered(of_year.figures.values())
    title = next((safe(figure.title, place.lang) for figure in figures if figure.name == name), "")
    shown = link(_target(finding, book, place), f"{title or finding.figure} {finding.year}")
    record = title_of(node, book.tree.organization, place.lang)
    return joined([shown, tag("small", record, class_="of")])


def _target(finding: Finding, book: ReportBook, place: PagePlace) -> str:
    name = finding.figure.partition(".")[0]
    anchor = f"angka-{name}" if finding.year == book.tree.year else f"angka-{name}-{finding.year}"
    return place.href(book.record_path(finding.path), anchor)


def verdict_badge(finding: Finding, lang: Language) -> Markup:
    """Gives a verdict as a badge."""
    return tag(
        "span", say(VERDICT_WORDS[finding.verdict], lang), class_=f"verdict verdict--{_IDS[finding.verdict]}"
    )

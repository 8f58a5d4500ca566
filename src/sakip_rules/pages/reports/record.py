"""The page of one record of a report: each figure with its explanation, printed figures beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.steps import explain_node
from sakip_rules.exporters.audit.words import cause_words, value
from sakip_rules.exporters.report.figures import ordered, title_of
from sakip_rules.markup import NOTHING, Markup, items, joined, link, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.reports.findings import verdict_badge
from sakip_rules.pages.rule.outline import outline
from sakip_rules.wording.values import figure_words, safe, with_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip_rules.audit import Finding
    from sakip_rules.languages import Pair
    from sakip_rules.pages.addresses import PagePlace
    from sakip_rules.pages.reports.book import ReportBook
    from sakip_rules.plans import Source
    from sakip_rules.results import Figure, NodeYear, ReportNode

FEW: Final = 2
"""So many places are named in the line itself."""

_OF_YEAR: Final[Pair] = ("Tahun", "Year")
_PRINTED: Final[Pair] = ("tercetak", "printed")
_PLACES: Final[Pair] = ("di {count} tempat", "in {count} places")
_BELOW: Final[Pair] = ("Di bawahnya", "Below it")
_RULE: Final[Pair] = ("Aturan indikatornya", "The rule of the indicator")
_REPORT: Final[Pair] = ("Laporan", "Report")


def record_page(
    book: ReportBook, node: ReportNode, place: PagePlace, rule_page: Callable[[Source], str | None]
) -> MadePage:
    """Gives the page of a record; `rule_page` gives the path of a rule's page, if it has one."""
    title = title_of(node, book.tree.organization, place.lang)
    body = joined(
        [_head(book, node, place, rule_page), *_years(book, node, place), _below(book, node, place)]
    )
    facts = {"report": book.name, "unlisted": "true"}
    return MadePage(path_in(place.lang, place.path), "record", title, book.tree.title, body, facts)


def _head(
    book: ReportBook, node: ReportNode, place: PagePlace, rule_page: Callable[[Source], str | None]
) -> Markup:
    facts: list[str] = [safe(node.level_title, place.lang)]
    if node.rule is not None:
        path = rule_page(node.rule)
        shown = node.rule.reference if path is None else link(place.href(path), node.rule.reference)
        facts.append(joined([f"{place.say(_RULE)}: ", shown]))
    facts.append(joined([f"{place.say(_REPORT)}: ", link(place.href(book.path), book.tree.title)]))
    note = NOTHING if node.note is None else tag("p", node.note)
    title = title_of(node, book.tree.organization, place.lang)
    return tag("header", tag("h1", title), tag("p", joined(facts, " · "), class_="facts"), note)


def _years(book: ReportBook, node: ReportNode, place: PagePlace) -> Iterator[Markup]:
    for of_year in node.years:
        now = of_year is node.now
        parts = [_figure(book, node, of_year, figure, place) for figure in ordered(of_year.figures.values())]
        heading = tag("h2", f"{place.say(_OF_YEAR)} {of_year.year}")
        yield tag("section", heading, *parts, id="angka" if now else f"tahun-{of_year.year}")


def _figure(
    book: ReportBook, node: ReportNode, of_year: NodeYear, figure: Figure, place: PagePlace
) -> Markup:
    """A figure, folded: its value and what is printed in sight, its explanation inside."""
    words = figure_words(figure, place.lang)
    shown = words if figure.absent is not None else with_unit(words, figure.unit, place.lang)
    category = "" if figure.category is None else f" ({figure.category.label})"
    printed = [
        finding
        for finding in book.findings.get(node.path, ())
        if finding.year == of_year.year and finding.figure.partition(".")[0] == figure.name
    ]
    summary = tag(
        "summary", f"{safe(figure.title, place.lang) or figure.name}: ", tag("strong", shown), category
    )
    lines = explain_node(node, book.tree.framework, figure=figure.name, year=of_year.year, lang=place.lang)
    anchor = f"angka-{figure.name}" if of_year is node.now else f"angka-{figure.name}-{of_year.year}"
    told = items("ul", [_printed(alike, place) for alike in _alike(printed)], class_="printed")
    return joined([tag("details", summary, outline(lines), id=anchor), told])


def _alike(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Gives findings in groups that say the same, in their order: a figure is often printed in ten places."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.printed, finding.verdict, cause_words(finding, "id")), []).append(finding)
    return list(groups.values())


def _printed(findings: Sequence[Finding], place: PagePlace) -> Markup:
    """What is printed, its verdict and cause, and where; many places are folded."""
    finding = findings[0]
    cause = cause_words(finding, place.lang)
    number = tag("strong", value(finding.printed, place.lang))
    said = joined(
        [
            f"{place.say(_PRINTED)} ",
            number,
            " ",
            verdict_badge(finding, place.lang),
            f": {cause}" if cause else "",
        ]
    )
    places = [each.where for each in findings if each.where]
    if len(places) <= FEW:
        return joined([said, f" ({'; '.join(places)})" if places else ""])
    summary = tag("summary", place.say(_PLACES).format(count=len(places)))
    return joined([said, tag("details", summary, items("ul", places))])


def _below(book: ReportBook, node: ReportNode, place: PagePlace) -> Markup:
    """The way to the records below."""
    if not node.children:
        return NOTHING
    ways = [
        link(place.href(book.record_path(child.path)), title_of(child, book.tree.organization, place.lang))
        for child in node.children
    ]
    return tag("section", tag("h2", place.say(_BELOW)), items("ul", ways), id="bawah")

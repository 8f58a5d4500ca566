"""The first page of a report: tables and pictures of its chapter III, every figure with its explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.words import counted
from sakip_rules.exporters.report.chapter.making import chapter_of
from sakip_rules.exporters.report.html import html_table
from sakip_rules.exporters.report.layout import sections_of
from sakip_rules.markup import NOTHING, Markup, joined, link, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.wording.values import safe, with_unit

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import Chapter, ChapterCell, TableKey
    from sakip_rules.exporters.report.drawn import Drawn
    from sakip_rules.exporters.report.layout import ChapterSection
    from sakip_rules.languages import Pair
    from sakip_rules.pages.addresses import PagePlace
    from sakip_rules.pages.reports.book import ReportBook

_IDS: Final[dict[TableKey, str]] = {
    "indicators": "indikator",
    "years": "tahun",
    "end": "akhir",
    "budget": "anggaran",
    "efficiency": "capaian-dan-anggaran",
    "others": "nilai",
}
_PRINTED: Final[Pair] = ("Angka yang tercetak", "The printed figures")
_OF_YEAR: Final[Pair] = ("tahun", "year")
_COMPUTED_BY: Final[Pair] = ("dihitung dengan", "computed with")
_EXPLAINED: Final[Pair] = (
    "Setiap angka mengarah ke penjelasannya: rumus, angka yang masuk, dan langkah-langkahnya.",
    "Every figure leads to its explanation: the formula, the numbers that go in, and the steps.",
)
_AUDIT: Final[Pair] = (
    "Lihat setiap angka tercetak di samping hitungannya",
    "See every printed figure beside the recomputed one",
)


def overview_page(book: ReportBook, place: PagePlace) -> MadePage:
    """Gives the first page of a report."""
    chapter = chapter_of(book.tree, place.lang)
    sections = [_section(section, book, place) for section in sections_of(chapter, place.lang)]
    body = joined([_head(chapter, book, place), *sections, _printed(book, place)])
    about = f"{book.tree.organization}, {place.say(_OF_YEAR)} {book.tree.year}"
    facts = {"search": [book.tree.organization, str(book.tree.year)]}
    return MadePage(path_in(place.lang, book.path), "report", book.tree.title, about, body, facts)


def _head(chapter: Chapter, book: ReportBook, place: PagePlace) -> Markup:
    """Title, organization and year, and what the headline of the root says."""
    tree = book.tree
    facts = [
        tree.organization,
        f"{place.say(_OF_YEAR)} {tree.year}",
        f"{place.say(_COMPUTED_BY)} {tree.framework.reference}",
    ]
    answer = NOTHING
    if chapter.main is not None and chapter.main.figure is not None:
        figure = chapter.main.figure
        shown = tag("strong", with_unit(chapter.main.text, figure.unit, place.lang))
        answer = tag("p", f"{safe(figure.title, place.lang)}: ", shown, class_="answer")
    title, told = tag("h1", tree.title), tag("p", place.say(_EXPLAINED))
    return tag("header", title, answer, tag("p", " · ".join(facts), class_="facts"), told)


def _section(section: ChapterSection, book: ReportBook, place: PagePlace) -> Markup:
    """The tables of a section, in boxes of their own that scroll, each with its pictures."""
    content: list[Markup] = []
    for numbered in section.tables:
        table = numbered.table
        content.append(tag("h3", table.title))
        drawn = html_table(table, "", lambda cell: _shown(cell, book, place))
        content.append(tag("div", drawn, class_="wide chapter"))
        content += [_picture(picture) for _, picture in numbered.pictures]
    return tag("section", tag("h2", section.heading), *content, id=_IDS[section.key])


def _shown(cell: ChapterCell, book: ReportBook, place: PagePlace) -> Markup:
    """A figure leads to its explanation, a title to the page of its record."""
    if not cell.path:
        return joined([cell.text])
    if cell.figure is None or cell.is_category:
        return link(place.href(book.record_path(cell.path)), cell.text)
    of_year = "" if cell.year in {None, book.tree.year} else f"-{cell.year}"
    anchor = f"angka-{cell.figure.name}{of_year}"
    words = tag("em", cell.text) if cell.is_absent else cell.text
    return link(place.href(book.record_path(cell.path), anchor), words)


def _picture(drawn: Drawn) -> Markup:
    return tag("figure", drawn.svg, tag("figcaption", drawn.title), class_="picture")


def _printed(book: ReportBook, place: PagePlace) -> Markup:
    """How many figures the report prints, and the way to what became of them."""
    if not book.audit.findings:
        return NOTHING
    way = link(place.href(book.audit_path), place.say(_AUDIT))
    told = [tag("p", counted(book.audit, place.lang), "."), tag("p", way, ".")]
    return tag("section", tag("h2", place.say(_PRINTED)), *told, id="tercetak")

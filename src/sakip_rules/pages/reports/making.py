"""All pages of reports, and the list of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.words import counted
from sakip_rules.markup import link, table, tag
from sakip_rules.pages.addresses import PagePlace, path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.pages.reports.book import FOLDER
from sakip_rules.pages.reports.findings import audit_page
from sakip_rules.pages.reports.overview import overview_page
from sakip_rules.pages.reports.record import record_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sakip_rules.languages import Language, Pair
    from sakip_rules.pages.addresses import AddressStyle
    from sakip_rules.pages.reports.book import ReportBook
    from sakip_rules.plans import Source

_TITLE: Final[Pair] = ("Laporan yang dihitung ulang", "Recomputed reports")
_ABOUT: Final[Pair] = (
    "Laporan kinerja yang dihitung dari data mentahnya: setiap angka dijelaskan, di samping yang tercetak.",
    "Performance reports computed from their raw data: every figure explained, beside what was printed.",
)
_HEADS: Final[tuple[Pair, ...]] = (
    ("Laporan", "Report"),
    ("Instansi", "Agency"),
    ("Tahun", "Year"),
    ("Angka tercetak", "Printed figures"),
)


def report_pages(
    books: Sequence[ReportBook],
    lang: Language,
    style: AddressStyle,
    rule_page: Callable[[Source], str | None],
) -> Iterator[MadePage]:
    """Gives every page of some reports; nothing without any."""
    if not books:
        return
    yield _list_page(books, PagePlace(f"{FOLDER}/index.md", lang, style))
    for book in books:
        yield overview_page(book, PagePlace(book.path, lang, style))
        yield audit_page(book, PagePlace(book.audit_path, lang, style))
        for node in book.nodes:
            yield record_page(book, node, PagePlace(book.record_path(node.path), lang, style), rule_page)


def _list_page(books: Sequence[ReportBook], place: PagePlace) -> MadePage:
    rows = [
        [
            link(place.href(book.path), book.tree.title),
            book.tree.organization,
            str(book.tree.year),
            link(place.href(book.audit_path), counted(book.audit, place.lang)),
        ]
        for book in books
    ]
    title, about = place.say(_TITLE), place.say(_ABOUT)
    body = [
        tag("h1", title),
        tag("p", about, class_="answer"),
        table([place.say(head) for head in _HEADS], rows),
    ]
    return MadePage(path_in(place.lang, place.path), "list", title, about, tag("div", *body))

"""The page of a record: each figure explained, and what is printed beside it."""

from tests.pages.seen import Page, words

from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.reports.book import ReportBook
from sakip_rules.pages.reports.record import record_page


def body(book: ReportBook, path: str) -> str:
    """The HTML of the page of a record."""
    node = next(node for node in book.nodes if node.path == path)
    place = PagePlace(book.record_path(path), "id", "directories")
    return record_page(book, node, place, lambda source: f"rumus/{source.id}.md").body


def test_a_figure_is_explained_with_its_numbers(lumajang: ReportBook) -> None:
    """78.76 of 29.42 is 267.71 per cent: the numbers stand in the explanation."""
    seen = words(body(lumajang, "kesejahteraan-pmks/penanganan"))
    assert "78,76 ÷ 29,42 × 100" in seen


def test_every_figure_of_every_year_can_be_linked_to(lumajang: ReportBook) -> None:
    """Those of the report's year by name, those of earlier years with the year."""
    ids = Page(body(lumajang, "kesejahteraan-pmks/penanganan")).ids
    assert {"angka-capaian", "angka-capaian-2019"} <= set(ids)
    assert len(set(ids)) == len(ids)


def test_what_is_printed_alike_is_told_once(lumajang: ReportBook) -> None:
    """78.76 stands in ten places; the misprint 683.6 says its cause."""
    seen = words(body(lumajang, "kesejahteraan-pmks/penanganan"))
    assert "di 10 tempat" in seen
    assert "tercetak 683,6 berbeda : capaian dipakai sebagai realisasi" in seen


def test_the_rule_of_an_indicator_is_one_step_away(lumajang: ReportBook) -> None:
    """And so are the report and the records below."""
    links = Page(body(lumajang, "kesejahteraan-pmks/penanganan")).links
    assert any(link.endswith("rumus/lumajang/penanganan-pmks/") for link in links)
    assert "../../../" in links
    assert "perhitungan/" in links

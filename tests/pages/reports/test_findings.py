"""The page of printed figures: errors apart from what follows from them."""

from tests.pages.seen import Page, words

from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.reports.book import ReportBook
from sakip_rules.pages.reports.findings import audit_page, verdict_badge


def body(book: ReportBook) -> str:
    """The HTML of the page."""
    return audit_page(book, PagePlace(book.audit_path, "id", "directories")).body


def test_errors_stand_before_their_consequences(lumajang: ReportBook) -> None:
    """27 errors and 26 consequences, as the independent table of the report counts them."""
    seen = words(body(lumajang))
    assert seen.index("Berbeda (27)") < seen.index("bukan kesalahan baru (26)") < seen.index("Sama (390)")


def test_a_finding_leads_to_the_figure(lumajang: ReportBook) -> None:
    """Of the report's year, and of earlier ones."""
    links = Page(body(lumajang)).links
    assert "../rekaman/kesejahteraan-pmks/penanganan/#angka-capaian_akhir" in links
    assert "../rekaman/kesejahteraan-pmks/penanganan/#angka-capaian-2019" in links


def test_a_figure_is_named_by_its_titles(lumajang: ReportBook) -> None:
    """A reader knows neither the names of the framework nor the ids of the report."""
    seen = words(body(lumajang))
    assert "Rata-rata capaian semua indikator sasaran 2020 Dinas Sosial" in seen
    assert "capaian_semua_indikator" not in seen
    assert "Capaian terhadap target akhir Renstra 2020" in seen


def test_a_verdict_has_a_badge_of_its_own(lumajang: ReportBook) -> None:
    """Told apart by colour and by word."""
    same = next(each for each in lumajang.audit.findings if each.verdict == "same")
    assert "verdict--sama" in verdict_badge(same, "id")

"""All pages of a report."""

from sakip_rules.pages.reports.book import ReportBook
from sakip_rules.pages.reports.making import report_pages


def test_a_report_has_a_page_a_record_and_three_more(lumajang: ReportBook) -> None:
    """List, tables, printed figures, and each of the 60 records; English on the same paths below `en/`."""
    paths = {
        lang: [page.path for page in report_pages([lumajang], lang, "files", lambda _: None)]
        for lang in ("id", "en")
    }
    assert len(paths["id"]) == 63
    assert paths["en"] == [f"en/{path}" for path in paths["id"]]


def test_without_reports_there_is_no_list_of_them() -> None:
    """A site of rules alone says nothing of reports."""
    assert list(report_pages([], "id", "files", lambda _: None)) == []

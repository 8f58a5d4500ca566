"""The first page of a report, as a reader sees it; expected figures are those of the report and its study."""

from tests.pages.seen import Page, words

from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.reports.book import ReportBook
from sakip_rules.pages.reports.overview import overview_page


def body(book: ReportBook, lang: str = "id") -> str:
    """The HTML of the page."""
    return overview_page(book, PagePlace(book.path, lang, "directories")).body  # type: ignore[arg-type]  # a test's word


def test_the_tables_hold_what_the_report_prints(lumajang: ReportBook) -> None:
    """Table III.3: target 29.42, realised 78.76, achievement 267.71, and the budget of Table II.4."""
    seen = words(body(lumajang))
    assert "persen 29,42 78,76 267,71 Baik Sekali" in seen
    assert "5.085.713.014 4.929.914.273 96,94" in seen


def test_every_figure_leads_to_its_explanation(lumajang: ReportBook) -> None:
    """A cell is a link to the figure on the page of its record."""
    assert "rekaman/kesejahteraan-pmks/penanganan/#angka-capaian" in Page(body(lumajang)).links


def test_pictures_are_told_to_those_who_do_not_see_them(lumajang: ReportBook) -> None:
    """Each with a title and everything that it shows in words, also where a year has no value."""
    made = body(lumajang, "en")
    assert made.count("<svg") == made.count("<title") == made.count("<desc") >= 4
    page = Page(made)
    assert len(set(page.ids)) == len(page.ids)
    assert "2019 98.80, 2020 267.71" in words(made)
    assert "2019 missing, 2020 281.96" in words(made)


def test_a_report_without_budget_years_or_plan_has_no_such_section(small: ReportBook) -> None:
    """Nothing is promised that is not there; an absent figure says so in its cell."""
    seen = body(small)
    assert 'id="tahun"' not in seen
    assert 'id="akhir"' not in seen
    assert "50,00" in words(seen)
    assert "belum ada" in words(seen)


def test_titles_of_strangers_stay_words(small: ReportBook) -> None:
    """`<script>` in a title is shown, not run."""
    assert "<script>" not in body(small)
    assert "<script>a</script>" in words(body(small))

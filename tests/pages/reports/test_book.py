"""Where the pages of a report stand."""

from sakip_rules.pages.reports.book import ReportBook


def test_every_record_has_a_page_of_its_own(lumajang: ReportBook) -> None:
    """No two pages of a report stand in one place."""
    paths = [lumajang.record_path(node.path) for node in lumajang.nodes]
    assert len(set(paths)) == len(paths) == 60
    assert lumajang.record_path("kesejahteraan-pmks/penanganan") == (
        "laporan/dinsos-lumajang-2020/rekaman/kesejahteraan-pmks/penanganan.md"
    )


def test_a_record_called_like_a_page_does_not_meet_it(small: ReportBook) -> None:
    """A record `periksa` beside the page of printed figures."""
    assert small.record_path("periksa") != small.audit_path


def test_findings_stand_with_their_record(lumajang: ReportBook) -> None:
    """Every one of them, each once."""
    assert sum(map(len, lumajang.findings.values())) == len(lumajang.audit.findings)
    assert {finding.path for finding in lumajang.findings["."]} == {"."}

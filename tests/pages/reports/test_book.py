"""Where the pages of a report stand, and which figure plays which part."""

from sakip_rules.pages.reports.book import ReportBook, has_value, part


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


def test_a_part_is_played_by_the_first_name_that_a_record_has(lumajang: ReportBook) -> None:
    """Absorption that was computed stands before one that the report gives."""
    node = next(node for node in lumajang.nodes if node.path == "kesejahteraan-pmks")
    absorbed = part("absorbed", node.now)
    assert absorbed is not None
    assert absorbed.name == "serapan_dihitung"
    assert part("end_target", node.now) is None
    assert has_value(absorbed)
    assert not has_value(None)

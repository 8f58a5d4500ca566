import json

from sakip_rules.exporters import Look
from sakip_rules.exporters.report.json import report_object
from sakip_rules.exporters.reports.json import export
from sakip_rules.exporters.subjects import NamedReport
from sakip_rules.results import ReportTree


def test_each_report_has_a_line_and_each_error_too(reports: list[NamedReport], tree: ReportTree) -> None:
    """In the order in which they were asked for."""
    first, second = map(json.loads, export(reports, Look("en")).splitlines())
    assert first == report_object(tree, "en")
    assert [error["file"] for error in second["errors"]] == ["rules/a,b.yaml"]

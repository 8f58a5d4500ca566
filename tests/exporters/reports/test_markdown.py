from sakip_rules.exporters import Look
from sakip_rules.exporters.report.markdown import export as export_one
from sakip_rules.exporters.reports.markdown import export
from sakip_rules.exporters.subjects import NamedReport
from sakip_rules.results import ReportTree


def test_reports_stand_one_below_the_other(reports: list[NamedReport], tree: ReportTree) -> None:
    """Each as it is shown alone; one with errors is not there."""
    alone = export_one(tree, Look())
    assert export([*reports, reports[0]], Look()) == f"{alone}\n{alone}"

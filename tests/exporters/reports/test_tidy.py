import csv
import io

from sakip_rules.exporters import Look
from sakip_rules.exporters.report.tidy import export as export_one
from sakip_rules.exporters.reports.tidy import export
from sakip_rules.exporters.subjects import NamedReport
from sakip_rules.results import ReportTree


def test_the_columns_are_those_of_one_report_behind_its_name(
    reports: list[NamedReport], tree: ReportTree
) -> None:
    """One header line; no spreadsheet takes a name for a formula; a report with errors has no line."""
    made = list(csv.reader(io.StringIO(export(reports, Look()))))
    alone = list(csv.reader(io.StringIO(export_one(tree, Look()))))
    assert made[0] == ["report", *alone[0]]
    assert made[1:] == [["'=1+1.yaml", *row] for row in alone[1:]]

import csv
import io

from sakip_rules.exporters import Look
from sakip_rules.exporters.report.tidy import COLUMNS, export
from sakip_rules.results import ReportTree


def test_one_line_for_each_figure_of_each_year(tree: ReportTree) -> None:
    """The file reads back with the csv module; figures of another year have their own lines."""
    rows = list(csv.DictReader(io.StringIO(export(tree, Look()))))
    assert tuple(rows[0]) == COLUMNS
    by_key = {(row["path"], row["figure"], row["year"]): row for row in rows}
    assert len(by_key) == len(rows)
    row = by_key["a", "capaian", "2020"]
    assert [row[key] for key in ("value", "unit", "exact", "category", "status", "reason")] == [
        *("33.3", "persen", "100/3", "Rendah", "ok", ""),
    ]
    assert by_key["b", "capaian", "2020"]["reason"] == "not_given"
    assert by_key["a", "batas", "2020"]["value"] == "40..50"
    assert by_key["a", "capaian", "2019"]["value"] == "98.8"


def test_a_title_is_no_formula(tree: ReportTree) -> None:
    """A title that a spreadsheet would compute begins with an apostrophe."""
    rows = list(csv.DictReader(io.StringIO(export(tree, Look()))))
    titles = {row["title"] for row in rows if row["path"] == "a"}
    assert titles == {"'=1+1 | <b>_judul_</b>"}

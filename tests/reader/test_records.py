"""A report's records as data."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.written import report, rules

from sakip_rules.reader import ReportData

BODIES = {
    "framework k": """
        levels:
          d: {result: x, inputs: {x: {}}}
          i: {under: d, result: x, inputs: {x: {}, p: {type: polarity}, h: {type: choice, choices: [A]}}}
    """
}


def data(folder: Path) -> ReportData:
    """A report with two records below the root and three years."""
    body = """
        i:
          - {id: a, x: 1, p: lower_is_better, h: A, history: {2018: {x: 2}}}
          - {id: b, history: {2015: {}}}
    """
    return rules(folder / "rules", BODIES).read_report(report(folder, body))


def test_a_tree_of_records(tmp_path: Path) -> None:
    """Walked in the order of the report, found by path."""
    found = data(tmp_path)
    assert [record.path for record in found.root.walk()] == [".", "a", "b"]
    assert found.root.find("b") is found.root.children[1]
    assert found.root.find("c") is None
    assert found.years == (2015, 2018, 2020)


def test_what_holds_in_a_year_that_others_give(tmp_path: Path) -> None:
    """Polarity and choice, no number."""
    record = data(tmp_path).root.children[0]
    assert record.years[2018].values == {"x": Fraction(2), "p": "lower_is_better", "h": "A"}
    assert record.not_given(2020).values == {"p": "lower_is_better", "h": "A"}

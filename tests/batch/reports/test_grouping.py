"""Rows -> reports."""

from __future__ import annotations

import pytest
from tests.batch.calling import rows
from tests.batch.reports.calling import batch_of


def test_more_rows_than_a_report_has_are_counted_and_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused, and the next one computed."""
    monkeypatch.setattr("sakip_rules.batch.reports.grouping.ROWS", 2)
    data = "".join(f"A;2020;i{n};naik;1;1\n" for n in range(5)) + "B;2020;satu;naik;1;1\n"
    code, text, said = batch_of(data)
    assert code == 1
    assert said.count("error[file-too-large]") == 1
    assert said.endswith("2 reports from 6 rows; 1 could not be computed.\n")
    assert rows(text)[0]["diagnostics"] == "file-too-large"


def test_agencies_and_years_part_reports() -> None:
    """The same agency in another year is another report."""
    data = "A;2020;satu;naik;1;1\nA;2021;satu;naik;1;1\n"
    assert len({row["report_year"] for row in rows(batch_of(data)[1])}) == 2

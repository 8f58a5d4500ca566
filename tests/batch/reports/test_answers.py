"""The lines of a report."""

from __future__ import annotations

import json
from pathlib import Path

from tests.batch.calling import rows
from tests.batch.reports.calling import COLUMNS, batch_of, roots

from sakip_rules.sheets import open_book


def test_a_line_for_each_figure() -> None:
    """Of the agency, then of its indicators, with their values as they are shown."""
    text = batch_of("A;2020;satu;naik;3;1\n")[1]
    assert tuple(text.splitlines()[0].split(",")) == COLUMNS
    seen = [(row["path"], row["figure"], row["value"]) for row in rows(text)]
    assert seen == [
        (".", "capaian", "33.33"),
        ("satu", "realisasi", "1"),
        ("satu", "target", "3"),
        ("satu", "capaian", "33.33"),
        ("satu", "polarity", "higher_is_better"),
    ]


def test_exact_values_are_given_if_they_are_asked_for() -> None:
    """A third is no decimal."""
    exact = [row["exact"] for row in rows(batch_of("A;2020;satu;naik;3;1\n", "--exact")[1])]
    assert exact == ["100/3", "1", "3", "100/3", ""]


def test_warnings_stand_beside_the_record_that_has_them() -> None:
    """Division by nothing has no value, and the report is computed."""
    code, text, _ = batch_of("A;2020;satu;naik;0;1\nA;2020;dua;naik;1;1\n")
    by_path = {row["path"]: row["diagnostics"] for row in rows(text) if row["figure"] == "capaian"}
    assert code == 0
    assert "division-by-zero" in by_path["satu"]
    assert by_path["dua"] == ""


def test_a_row_without_a_name_is_a_mistake_of_its_report() -> None:
    """The mean would be one of fewer indicators."""
    code, text, said = batch_of("A;2020;satu;naik;1;1\nB;2020;;naik;1;2\n")
    assert code == 1
    assert [status for _, _, _, status in roots(text)] == ["ok", "error"]
    assert "data.csv:3:1\nerror[not-imported]" in said


def test_every_format_holds_the_same() -> None:
    """Years and values are numbers in a workbook."""
    said = []
    for name in ("a.csv", "a.xlsx", "a.parquet"):
        assert batch_of("A;2020;satu;naik;3;1\n", "-o", name)[0] == 0
        with open_book(name) as book:
            said.append([[row.text(at) for at in range(1, 17)] for row in book.sheet().whole().rows])
    assert batch_of("A;2020;satu;naik;3;1\n", "-o", "a.jsonl")[0] == 0
    lines = [json.loads(line) for line in Path("a.jsonl").read_text("utf-8").splitlines()]
    said.append([list(lines[0]), *([value or "" for value in line.values()] for line in lines)])
    assert said[1:] == said[:1] * 3
    with open_book("a.xlsx") as book:
        row = book.sheet().whole().rows[1]
    assert [row.cells[at].kind for at in (2, 8, 11)] == ["number"] * 3

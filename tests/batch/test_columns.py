"""Columns as inputs of a rule."""

from __future__ import annotations

from pathlib import Path

from tests.batch.calling import RULE, batch, put, rows


def test_columns_are_those_of_the_inputs() -> None:
    """One that is missing stops the run; one that no input has is a warning, once."""
    code, _, said = batch(RULE, put("pagu\n1\n"), "--on", "2020", "-o", "hasil.csv")
    assert (code, "data.csv:1:1\nerror[missing-column]" in said) == (3, True)
    assert sorted(path.name for path in Path().glob("hasil*")) == []
    code, _, said = batch(RULE, put("pagu;dibelanjakan;nama\n1;1;A\n1;1;B\n"), "--on", "2020")
    assert (code, said.count("warning[unknown-column]")) == (0, 1)
    code, _, said = batch(RULE, put("pagu;dibelanjakan;value\n1;1;1\n"), "--on", "2020")
    assert (code, "data.csv:1:19\nerror[duplicate-key]" in said) == (3, True)


def test_rows_of_a_collection_and_ends_of_a_range_are_columns() -> None:
    """Named by their path; a mistake in one is told at its cell."""
    head = "triwulan.tw1.realisasi;triwulan.tw2.realisasi;batas.min;batas.max\n"
    code, text, said = batch("contoh/triwulan", put(head + "1,5;2;0;9\n1;x;0;9\n1;;0;9\n"), "--on", "2020")
    assert code == 1
    assert [row["value"] for row in rows(text)] == ["3.50", "", ""]
    assert [row["status"] for row in rows(text)] == ["ok", "error", "missing"]
    assert "data.csv:3:3\nerror[bad-value]" in said
    whole = put('triwulan\n"[{""realisasi"":1.50},{""realisasi"":2}]"\n')
    assert rows(batch("contoh/triwulan", whole, "--on", "2020")[1])[0]["value"] == "3.50"
    both = put('triwulan;triwulan.tw1.realisasi\n"[{""realisasi"":1.50}]";2\n')
    assert "error[duplicate-key]" in batch("contoh/triwulan", both, "--on", "2020")[2]


def test_a_number_of_two_readings_is_read_by_the_sign_that_is_said() -> None:
    """Without it, it is a mistake of its row."""
    data = put("pagu;dibelanjakan\n1.000;250\n")
    assert "ambiguous-number" in batch(RULE, data, "--on", "2020")[1]
    assert ",25.00," in batch(RULE, data, "--on", "2020", "--decimal", ",")[1]
    assert ",25000.00," in batch(RULE, data, "--on", "2020", "--decimal", ".")[1]

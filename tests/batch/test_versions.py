"""The version of each row."""

from __future__ import annotations

from tests.batch.calling import RULE, batch, put, rows


def test_each_row_has_the_version_of_its_year() -> None:
    """Of a column `year` or `tahun`; `--on` or a pinned version counts for all rows."""
    data = put("tahun;pagu;dibelanjakan\n2020;3;1\n2021;3;1\n1999;3;1\nkapan;3;1\n")
    code, text, said = batch(RULE, data)
    assert code == 1
    assert [row["value"] for row in rows(text)] == ["33.33", "33", "", ""]
    assert "data.csv:4:1\nerror[not-yet-in-force]" in said
    assert "data.csv:5:1\nerror[bad-date]" in said
    assert [row["value"] for row in rows(batch(RULE, data, "--on", "2021")[1])] == ["33"] * 4
    assert [row["value"] for row in rows(batch(f"{RULE}@1.0.0", data)[1])] == ["33.33"] * 4

"""A run: what comes out, and what is said."""

from __future__ import annotations

from tests.batch.calling import RULE, batch, put, rows


def test_columns_of_the_input_come_first_then_what_the_rule_gives() -> None:
    """An exact value stands beside a rounded one, if it is asked for."""
    code, text, said = batch(RULE, put("pagu;dibelanjakan\n3;1\n4;1\n"), "--on", "2020", "--exact")
    assert (code, said) == (0, "2 rows, 0 could not be computed.\n")
    assert text.splitlines() == [
        "pagu,dibelanjakan,value,exact,category,status,reason,diagnostics",
        "3,1,33.33,100/3,,ok,,",
        "4,1,25.00,,,ok,,",
    ]


def test_a_row_that_is_wrong_is_told_with_its_place_and_the_rest_is_done() -> None:
    """Its codes stand in its row; a blank cell is missing, and no mistake."""
    code, text, said = batch(RULE, put("pagu;dibelanjakan\n3;x\n4;1\n4;\n1;2;3\n"), "--on", "2020")
    assert code == 1
    assert "data.csv:2:3\nerror[bad-value]" in said
    assert "data.csv:5:5\nerror[unknown-column]" in said
    assert said.endswith("4 rows, 2 could not be computed.\n")
    assert [row["status"] for row in rows(text)] == ["error", "ok", "missing", "error"]
    assert [row["diagnostics"] for row in rows(text)] == ["bad-value", "", "", "unknown-column"]

"""Which sign parts decimals, where the numbers of a column show it."""

from __future__ import annotations

import pytest
from tests.batch.calling import RULE, batch, put, rows


@pytest.mark.parametrize(
    ("others", "value"),
    [
        ("128,44;100", "25.00"),
        ("128.44;100", "25000.00"),
        ("1.500.000;100", "25.00"),
        ("1,250,500.5;100", "25000.00"),
    ],
)
def test_other_numbers_of_the_column_decide(others: str, value: str) -> None:
    """Before them and behind; that is said once for a column."""
    for data in (f"1.000;250\n2.000;500\n{others}\n", f"{others}\n1.000;250\n2.000;500\n"):
        code, text, said = batch(RULE, put(f"pagu;dibelanjakan\n{data}"), "--on", "2020")
        assert code == 0
        assert [row["value"] for row in rows(text)].count(value) == 2
        assert said.count("taken-as") == 1


def test_a_column_that_shows_nothing_is_as_the_others() -> None:
    """One file is written in one way."""
    data = put("pagu;dibelanjakan\n1.000;250,5\n")
    _, text, said = batch(RULE, data, "--on", "2020")
    assert rows(text)[0]["value"] == "25.05"
    assert "`1.000` in the column `pagu` is read as `1000`" in " ".join(said.split())


def test_a_column_that_contradicts_itself_is_refused() -> None:
    """Each such number in its row, and the option that answers is named."""
    data = put("pagu;dibelanjakan\n1.000;1\n128,44;1\n128.44;1\n")
    code, text, said = batch(RULE, data, "--on", "2020")
    assert code == 1
    assert [row["status"] for row in rows(text)] == ["error", "ok", "ok"]
    assert "--decimal" in said


def test_units_of_small_numbers_decide_where_nothing_else_does() -> None:
    """A percentage of 1.250 is one and a quarter, unless its column has a decimal comma."""
    shares = "a;b\n1.250;1\n"
    _, text, _ = batch("contoh/bagian", put(shares), "--on", "2020")
    assert rows(text)[0]["value"] == "1.25"
    _, text, _ = batch("contoh/bagian", put(f"{shares}99,5;1\n"), "--on", "2020")
    assert rows(text)[0]["value"] == "1250.00"
    _, text, _ = batch("contoh/bagian", put(f"{shares}99,5;1\n99.5;1\n"), "--on", "2020")
    assert rows(text)[0]["status"] == "error"


def test_a_number_that_begins_with_nought_has_decimals() -> None:
    """Whatever sign is said: there is no other reading."""
    data = put("pagu;dibelanjakan\n1;0,125\n")
    assert rows(batch(RULE, data, "--on", "2020", "--decimal", ".")[1])[0]["value"] == "12.50"

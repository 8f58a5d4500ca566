"""What a row gets."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.batch.calling import RULE, batch, put, rows

from sakip_rules import Catalogue


def test_tables_and_points_give_a_value() -> None:
    """For columns called as the keys; a cell that is not defined is not computable."""
    code, text, _ = batch("contoh/tabel", put("kode;nama\nA;x\nB;y\n"), "--on", "2020")
    assert (code, [row["value"] for row in rows(text)]) == (1, ["1.5", ""])
    _, text, _ = batch("contoh/titik", put("titik;nama\n0,5;x\n1;y\n"), "--on", "2020")
    assert [(row["titik"], row["value"]) for row in rows(text)] == [("0,5", "5"), ("1", "10")]


def test_a_scale_gives_its_bands() -> None:
    """For the column `value`."""
    code, text, _ = batch("contoh/skala", put("value;nama\n49,99;A\n50;B\nx;C\n"), "--on", "2020")
    assert code == 1
    assert [row["category"] for row in rows(text)] == ["Buruk", "Baik", ""]


NUMBERS = st.decimals(0, 10**6, places=3)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=1, max_size=8))
def test_a_row_gets_what_the_rule_gives_alone(pairs: list[tuple[object, object]]) -> None:
    """The law of this command."""
    rule = Catalogue.load("rules").rule(RULE, on=2020)
    put("pagu;dibelanjakan\n" + "".join(f"{pagu}0;{spent}0\n" for pagu, spent in pairs))
    made = rows(batch(RULE, "data.csv", "--on", "2020", "--exact")[1])
    for row, (pagu, spent) in zip(made, pairs, strict=True):
        alone = rule.evaluate(pagu=pagu, dibelanjakan=spent)
        value = "" if alone.value is None else str(alone.value)
        assert (row["value"], row["status"]) == (value, alone.status)

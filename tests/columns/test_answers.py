"""RowAnswers: small numbers for every row, and what they stand for."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.columns.comparing import answered, listed
from tests.written import rules

from sakip_rules.columns.answers import RowAnswers, Worded
from sakip_rules.plans import RulePlan
from sakip_rules.values import Value


def answers(folder: Path, body: str, *rows: Mapping[str, Value]) -> RowAnswers:
    """Gives the answers of a rule for some rows."""
    plan = rules(folder, {"index r": f"inputs: {{a: {{}}}}\n{body}"}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return answered(plan, list(rows))


@pytest.mark.parametrize(
    ("rounding", "value", "text"),
    [
        ("{places: 0}", Fraction(5, 2), "5/2"),
        ("{places: 2}", Fraction(5, 2), None),
        ("{places: -1}", Fraction(15), "15"),
        ("{places: -1}", Fraction(20), None),
        ("{places: 12}", Fraction(1, 2**12), None),
        ("{places: 11}", Fraction(1, 2**12), "1/4096"),
        ("{places: 2, carry: rounded}", Fraction(1, 3), "1/3"),
    ],
)
def test_the_exact_number_stands_where_the_value_is_not_it(
    tmp_path: Path, rounding: str, value: Fraction, text: str | None
) -> None:
    """Also where a rounding to tens took something away."""
    found = answers(tmp_path, f"formula: a\nrounding: {rounding}", {"a": value}, {})
    assert found.lists()["exact"] == found.arrays()["exact"].to_pylist() == [text, None]


def test_an_approximate_value_has_no_exact_number(tmp_path: Path) -> None:
    """It is computed by itself, and shown with two places."""
    found = answers(tmp_path, "formula: ln(a)", {"a": Fraction(2)})
    assert (found.lists()["value"], found.lists()["exact"]) == ([Decimal("0.69")], [None])
    tens = answers(tmp_path / "tens", "formula: ln(a)\nrounding: {places: -1}", {"a": Fraction(10**9)})
    assert (tens.lists()["value"], tens.lists()["exact"]) == ([Decimal(20)], [None])


def test_a_row_takes_the_place_of_what_columns_gave(tmp_path: Path) -> None:
    """With numbers, categories and words that no column had room for; and once more by a refusal."""
    third = {"a": Fraction(10**30, 3)}
    found = answers(tmp_path, "formula: a / 7", {"a": Fraction(1)}, third, {"a": Fraction(2)})
    assert found.lists()["exact"] == ["1/7", f"{10**30}/21", "2/7"]
    assert found.arrays()["value"][1].as_py() == Decimal(f"{round(Fraction(10**32, 21))}E-2")
    found.refuse(1, "float-given")
    assert [row[3] for row in listed(found)] == ["ok", "error", "ok"]
    assert found.lists()["value"][1] is None
    assert found.lists()["diagnostics"] == [None, "float-given", None]


def test_numbers_are_as_small_as_their_bounds_allow(tmp_path: Path) -> None:
    """32 bits, or 64 where a row needs them."""
    small = answers(tmp_path / "a", "formula: a", {"a": Fraction(1)}, {"a": Fraction(2)})
    assert small.numbers["units"].dtype == np.int32
    large = answers(tmp_path / "b", "formula: a", {"a": Fraction(1)}, {"a": Fraction(2**40)})
    assert large.numbers["units"].dtype == np.int64
    mixed = answers(tmp_path / "c", "formula: a", *[{"a": Fraction(1)}] * 200, {"a": Fraction(2**55, 3)})
    assert mixed.lists()["value"][-2:] == [Decimal("1.00"), Decimal(f"{round(Fraction(2**55 * 100, 3))}E-2")]


def test_words_are_numbers_in_a_list() -> None:
    """The list begins with the usual one; what is not there is not a word."""
    for usual in (None, "a"):
        column = Worded(usual, 4)
        column.put(["b", "c"], np.array([1, 0]), np.array([0, 3]))
        assert column.texts() == column.dictionary().to_pylist() == ["c", usual, usual, "b"]


def test_there_may_be_more_words_than_a_byte_counts() -> None:
    """None of them is lost, whether words come one by one or many at a time."""
    words = [f"kata-{number}" for number in range(600)]
    column = Worded(None, 700)
    for row, word in enumerate(words[:100]):
        number = column.number(word)
        column.numbers[row] = number
    column.put(words[100:], np.arange(500), np.arange(100, 600))
    assert column.texts() == column.dictionary().to_pylist() == [*words, *[None] * 100]


def test_there_may_be_more_reasons_than_bytes(tmp_path: Path) -> None:
    """Of values, of rows in the place of which something is absent, and of ranges; each row tells its own."""
    head = "inputs: {a: {}, k: {each: {inputs: {n: {}}}}, r: {type: range}}\nformula: a + sum(k.n) + r"
    rule = rules(tmp_path, {"index r": head}).rule("contoh/r@1.0.0")
    said: list[object] = [{"status": "missing", "reason": f"sebab-{number}"} for number in range(40)]
    there: dict[str, list[object]] = {"a": [1] * 40, "k": [[{"n": 1}]] * 40, "r": [{"min": 1, "max": 1}] * 40}
    odds: list[dict[str, list[object]]] = [{"a": said}, {"k": [[one] for one in said]}, {"r": said}]
    for odd in odds:
        made: dict[str, list[object]] = rule.evaluate_table({**there, **odd})
        assert made["reason"] == [f"sebab-{number}" for number in range(40)]
        assert set(made["status"]) == {"missing"}

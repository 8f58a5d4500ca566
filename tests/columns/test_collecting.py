"""Lists of Arrow are packed as they are; what is odd in them is looked at one by one, and answered alike."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from tests.written import rules

from sakip_rules.api.rule import Rule

BODY = """
inputs: {k: {each: {inputs: {n: {}, w: {default: 2}, c: {type: choice, choices: [A, B]}}}}}
formula: sum(k.n * k.w, where=k.c != B)
"""
LISTS: list[Any] = [
    [{"n": 1, "c": "A"}, {"n": 2, "c": "B"}, {"n": 3, "c": "A"}],
    [],
    [{"n": None, "c": "A"}],
    [{"n": 5, "c": "A"}],
]


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """A rule over rows, one input of which has a default."""
    return rules(tmp_path, {"index r": BODY}).rule("contoh/r", on=2020)


def answers(rule: Rule, lists: list[Any]) -> list[tuple[object, ...]]:
    """Gives what the rule gives for each list alone."""
    rows = [rule.evaluate_inputs({"k": one}) for one in lists]
    return [(row.value, row.status, row.reason) for row in rows]


def made(rule: Rule, table: Any) -> list[tuple[object, ...]]:
    """Gives the same of a table."""
    found = rule.evaluate_table(table).to_pydict()
    return list(zip(found["value"], found["status"], found["reason"], strict=True))


@pytest.mark.parametrize(
    "lists",
    [
        LISTS,
        [*LISTS, None],
        [*LISTS, [None]],
        [*LISTS, [{"n": 1, "c": "A"}] * 40],
        [[]],
        [[{"n": 1, "c": "A"}]] * 3,
    ],
)
def test_a_list_of_arrow_gives_what_its_rows_give_alone(rule: Rule, lists: list[Any]) -> None:
    """Also where lists or rows are nothing at all, or very long; in several chunks, from anywhere."""
    kind = pa.list_(pa.struct({"n": pa.int64(), "c": pa.string()}))
    wanted = answers(rule, [[row or {"status": "missing"} for row in one] if one else one for one in lists])
    assert made(rule, pa.table({"k": pa.array(lists, kind)})) == wanted
    chunked = pa.chunked_array(
        [pa.array([LISTS[0], *lists], kind)[1:], pa.array(lists, pa.list_(kind.value_type))]
    )
    assert made(rule, pa.table({"k": chunked})) == wanted * 2


def test_a_mistake_in_a_row_is_that_of_its_table_row(rule: Rule) -> None:
    """And other rows are computed."""
    kind = pa.list_(pa.struct({"n": pa.string(), "c": pa.string()}))
    lists = [[{"n": "1", "c": "A"}], [{"n": "1", "c": "A"}, {"n": "x", "c": "A"}]]
    found = rule.evaluate_table(pa.table({"k": pa.array(lists, kind)}), on_error="collect").to_pydict()
    assert found["status"] == ["ok", "error"]


def test_a_field_that_is_no_input_is_a_mistake(rule: Rule) -> None:
    """As in a row that a program gives."""
    kind = pa.list_(pa.struct({"n": pa.int64(), "c": pa.string(), "z": pa.int64()}))
    table = pa.table({"k": pa.array([[{"n": 1, "c": "A", "z": 2}]], kind)})
    assert rule.evaluate_table(table, on_error="collect").to_pydict()["status"] == ["error"]

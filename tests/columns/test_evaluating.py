"""A rule on a table: what is wrong with it is told, or marked; the rest is computed."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from tests.written import rules

from sakip_rules import DataError, UsageError
from sakip_rules.api.rule import Rule

BODY = "inputs: {a: {}, b: {default: 2}}\nformula: a / b\nrounding: {places: 1}\n"


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """A rule with a default."""
    return rules(tmp_path, {"index r": BODY}).rule("contoh/r", on=2020)


def keys(rule: Rule, table: Any, **wishes: Any) -> list[str]:
    """Gives the texts of what is wrong."""
    with pytest.raises((DataError, UsageError)) as caught:
        rule.evaluate_table(table, **wishes)
    return [one.key for one in caught.value.diagnostics]


def test_columns_that_are_missing_or_would_stand_twice_are_told(rule: Rule) -> None:
    """All of them at once; an input with a default needs no column, and others may stand beside."""
    assert keys(rule, {"A": [1], "value": [1], "status": [1]}) == [
        "missing-column",
        *["duplicate-key.column"] * 2,
    ]
    assert keys(rule, {"a": [1], "exact": [1]}) == ["duplicate-key.column"]
    table: dict[str, list[Any]] = {"a": [1], "exact": ["x"], "lain": [object]}
    made = rule.evaluate_table(table, exact=False)
    assert [str(value) for value in made["value"]] == ["0.5"]


def test_a_name_that_stands_twice_in_a_frame_is_told(rule: Rule) -> None:
    """Which of the two is meant, nobody knows."""
    frame = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert keys(rule, frame) == ["duplicate-key.column"]


def test_mistakes_are_raised_or_their_rows_marked(rule: Rule) -> None:
    """A marked row has no value, its code is told, and all other rows are computed."""
    table: dict[str, list[Any]] = {"a": ["1,5", "x", 2.5, True, None], "b": [1, 2, 3, 4, 0]}
    assert keys(rule, table) == ["bad-value.number-word", "float-given", "bad-value.number-data"]
    made = rule.evaluate_table(table, on_error="collect")
    assert made["status"] == ["ok", "error", "error", "error", "missing"]
    assert made["reason"] == [None, "bad-value", "bad-value", "bad-value", "not_given"]
    assert made["diagnostics"] == [None, "bad-value", "float-given", "bad-value", None]
    assert [None if value is None else str(value) for value in made["value"]] == [
        "1.5",
        None,
        None,
        None,
        None,
    ]
    assert rule.evaluate_table({"a": [2.5], "b": [2]}, floats="shortest")["exact"] == ["5/4"]


def test_words_of_the_call_are_checked(rule: Rule) -> None:
    """As all arguments of the library."""
    assert keys(rule, {"a": [1]}, on_error="skip") == ["bad-value.on-error"]
    assert keys(rule, {"a": [1]}, floats="exact") == ["bad-value.floats"]
    assert keys(rule, {"a": [1]}, progress=3) == ["bad-value.progress"]


def test_progress_is_told_and_rises(rule: Rule) -> None:
    """Until all rows are done."""
    told: list[tuple[int, int]] = []
    rule.evaluate_table({"a": [1, None, "1/3"]}, on_error="collect", progress=lambda *done: told.append(done))
    assert told == sorted(set(told))
    assert told[-1] == (3, 3)

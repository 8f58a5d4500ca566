"""Formulas: long ones, deep ones, and what names hold."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled.traps import declines, rule_of, told

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.rule import CompiledRule


def size(rule: CompiledRule) -> int:
    """The nodes of its function."""
    return sum(1 for _ in ast.walk(rule.tree))


def cases(count: int) -> str:
    """A rule of so many cases."""
    lines = "\n".join(f"  - {{when: a == {number}, then: a / b + {number}}}" for number in range(count))
    return f"inputs: {{a: {{}}, b: {{}}}}\nformula:\n{lines}"


def test_many_cases_are_compiled_in_a_time_that_grows_with_them(tmp_path: Path) -> None:
    """150 cases are no more than a little over three times as much code as 50."""
    rules = [rule_of(tmp_path / str(count), cases(count)) for count in (50, 150)]
    assert size(rules[1]) < 3.3 * size(rules[0])
    assert told(rules[1], a=149, b=2) == (Fraction(447, 2), "ok", None)
    assert told(rules[1], a=150, b=2) == (None, "error", "no-case")
    with pytest.raises(UncoveredError) as error:
        rule_of(tmp_path / "151", cases(151))
    assert error.value.reason == "deep"


def test_a_long_sum_is_no_deep_one(tmp_path: Path) -> None:
    """A sum of 120 terms nests 120 deep to the left."""
    rule = rule_of(tmp_path, f"inputs: {{a: {{}}}}\nformula: {' + '.join(['a'] * 120)}")
    assert told(rule, a="0.5") == (60, "ok", None)


def test_absent_operands_in_branches(tmp_path: Path) -> None:
    """Where a value is not computed, what stands in its place is never read."""
    rule = rule_of(
        tmp_path,
        "inputs: {a: {}, b: {}, c: {}}\nformula: (a / b if c > 0 else c * 2) + (b if given(b) else 1)",
    )
    assert told(rule, a=1, b=2) == (None, "missing", "not_given")
    assert told(rule, c=1) == (None, "missing", "not_given")
    assert told(rule, c=-1) == (-1, "ok", None)


def test_a_range_that_is_a_number(tmp_path: Path) -> None:
    """A bare range is its number, where its ends are equal however they are written; an end is always one."""
    rule = rule_of(tmp_path, "inputs: {s: {type: range}}\nformula: s + s.min")
    assert told(rule, s={"min": "2.50", "max": Fraction(5, 2)}) == (5, "ok", None)
    assert told(rule, s={"min": 2, "max": 3}) == (None, "error", "range-target")
    assert not declines(rule, s="not_due")

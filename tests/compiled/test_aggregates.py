"""Aggregates: loops that keep no row, long sums, what each row leaves."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled.traps import declines, rule_of, told

ROWS = "inputs: {r: {each: {inputs: {x: {}, w: {}}}}}\n"


def test_no_row_remains(tmp_path: Path) -> None:
    """What a loop would have set is never read; a product, smallest or first of nothing is absent."""
    for name in ("sum", "product", "min", "first", "mean"):
        rule = rule_of(tmp_path / name, ROWS + f"formula: {name}(r.x / r.w) + 1")
        assert told(rule, r=[]) == (None, "not_applicable", None)
        assert told(rule, r=[{"x": "not_due"}]) == (None, "missing", "not_given")
        assert told(rule, r=[{"x": "not_due", "w": 1}]) == (None, "not_applicable", "not_due")


def test_a_long_sum_of_fractions_is_left_to_the_reference(tmp_path: Path) -> None:
    """Denominators grow; within the bound the sum is exact."""
    rule = rule_of(tmp_path, ROWS + "formula: sum(r.x / r.w)")
    few = [{"x": 1, "w": prime} for prime in (2, 3, 5, 7, 11)]
    assert told(rule, r=few) == (Fraction(2927, 2310), "ok", None)
    assert declines(rule, r=[{"x": 1, "w": 2**61 - number} for number in range(1, 40)])
    assert declines(
        rule, r=[{"x": 1, "w": Fraction(1, 2**61 - number)} for number in range(1, 40, 2)] * 300
    ) in (True, False)


@pytest.mark.slow
def test_many_rows_are_left_to_the_reference(tmp_path: Path) -> None:
    """Before the units of a record are spent."""
    rule = rule_of(tmp_path, ROWS + f"formula: {' + '.join(['sum(r.x + r.w - r.x + r.w)'] * 12)}")
    assert not declines(rule, r=[{"x": 1, "w": 2}] * 100)
    assert declines(rule, r=[{"x": 1, "w": 2}] * 9_000)


def test_a_mean_of_shares(tmp_path: Path) -> None:
    """Weights that are fractions, of which some leave with their rows; their sum may be zero."""
    rule = rule_of(tmp_path, ROWS + "formula: mean(r.x, weight=r.w)")
    shares = [{"x": 3, "w": "0.5"}, {"x": "not_due", "w": 9}, {"x": 6, "w": Fraction(1, 3)}]
    assert told(rule, r=shares) == (Fraction(21, 5), "ok", None)
    assert told(rule, r=[{"x": 3, "w": 0}]) == (None, "error", "division-by-zero")
    assert told(rule, r=[{"x": 3, "w": -1}, {"x": 3, "w": 1}]) == (None, "error", "outside-domain")

"""Rows that are passed on, lie in rows, or are written in the rule."""

from __future__ import annotations

from pathlib import Path

from tests.compiled.traps import rule_of, told


def test_rows_are_passed_on_with_absent_ones(tmp_path: Path) -> None:
    """A called rule finds its columns by name, computes its own steps, and sees an absent row as absent."""
    called = "inputs: {r: {each: {inputs: {x: {}, v: {default: 2}}, steps: {y: x * v}}}}\nformula: sum(r.y)"
    body = (
        "inputs: {r: {each: {inputs: {w: {}}, steps: {x: 1 / w}}}}\nsteps: {b: {rule: contoh/b}}\nformula: b"
    )
    rule = rule_of(tmp_path, body, {"index b": called})
    assert told(rule, r=[{"w": 4}, {"w": "0.5"}]) == (4.5, "ok", None)
    assert told(rule, r=[{"w": 0}]) == (None, "error", "division-by-zero")
    assert told(rule, r=None) == (None, "missing", "not_given")
    assert told(rule) == (None, "not_applicable", None)


def test_a_failed_check_of_a_row_hides_its_fixed_rows(tmp_path: Path) -> None:
    """They are one row that is so absent, as the steps of that row are."""
    body = """
        inputs:
          r:
            each:
              inputs: {x: {}}
              steps: {t: {rows: [{v: x}, {v: 2}]}, y: sum(t.v)}
              checks: [{expect: x < 10, message: M}]
        formula: sum(r.t.v) * 1000 + count(r.t)
    """
    body = body.replace("count(r.t)", "count(r.t.v)")
    rule = rule_of(tmp_path, body)
    assert told(rule, r=[{"x": 1}, {"x": 3}]) == (8004, "ok", None)
    assert told(rule, r=[{"x": 1}, {"x": 11}]) == (None, "error", "check-failed")


def test_cells_of_two_denominators(tmp_path: Path) -> None:
    """A column whose cells are of several kinds: known, computed, absent."""
    body = "inputs: {a: {}}\nsteps: {t: {rows: [{v: 0.25}, {v: a / 3}, {v: 1 / a}]}}\n"
    rule = rule_of(tmp_path, body + "formula: sum(t.v) - max(t.v)")
    told(rule, a=1)
    assert told(rule, a=0) == (None, "error", "division-by-zero")

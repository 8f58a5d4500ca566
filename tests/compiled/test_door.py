"""The door: names that are given, and forms that stand for themselves."""

from __future__ import annotations

from pathlib import Path

from tests.compiled.traps import declines, rule_of, told


def test_a_name_that_is_no_input_is_seen(tmp_path: Path) -> None:
    """Also where as many names are given as there are inputs."""
    rule = rule_of(tmp_path, "inputs: {a: {}, b: {default: 1}}\nformula: a + b")
    assert declines(rule, a=1, typo=2)
    assert declines(rule, a=1, b=2, typo=3)
    assert declines(rule, typo=3)
    assert told(rule, a=1) == (2, "ok", None)


def test_a_name_that_is_no_input_of_a_row_is_seen(tmp_path: Path) -> None:
    """As in the record itself."""
    rule = rule_of(
        tmp_path, "inputs: {r: {each: {inputs: {a: {}, b: {default: 1}}}}}\nformula: sum(r.a + r.b)"
    )
    assert declines(rule, r=[{"a": 1, "typo": 2}])
    assert told(rule, r=[{"a": 1}, {"a": 2, "b": 3}]) == (7, "ok", None)


def test_true_is_no_one_and_one_is_not_true(tmp_path: Path) -> None:
    """Python thinks otherwise."""
    rule = rule_of(tmp_path, "inputs: {n: {type: count}, t: {type: truth}}\nformula: n if t else 0")
    assert declines(rule, n=True, t=True)
    assert declines(rule, n=1, t=1)
    assert told(rule, n=1, t=True) == (1, "ok", None)


def test_words_with_blanks_and_absent_words(tmp_path: Path) -> None:
    """A CODE in blanks is the CODE; an absent word is none."""
    rule = rule_of(tmp_path, "inputs: {k: {type: choice, choices: [A, B]}}\nformula: 1 if k == A else 2")
    assert told(rule, k=" A ") == (1, "ok", None)
    assert told(rule, k="missing") == (None, "missing", "not_given")
    assert declines(rule, k="C")

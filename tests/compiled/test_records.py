"""Records: called rules, defaults, checks, roundings."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.compiled.traps import rule_of, told

from sakip_rules.compiled.answer import CompiledResult


def test_a_count_that_a_caller_binds_may_be_a_fraction(tmp_path: Path) -> None:
    """Only the data of a call are read as counts."""
    called = "inputs: {n: {type: count}}\nformula: n * 3"
    body = "inputs: {x: {}}\nsteps: {b: {rule: contoh/b, with: {n: x / 2}}}\nformula: b"
    rule = rule_of(tmp_path, body, {"index b": called})
    assert told(rule, x=5) == (Fraction(15, 2), "ok", None)


def test_a_failed_check_hides_the_result_from_callers_only(tmp_path: Path) -> None:
    """The called rule's own checks see the value; the first failure that is an error counts."""
    called = "inputs: {x: {}}\nformula: x * 2\nchecks: [{expect: result < 10, message: M}]"
    body = "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}}\nformula: b if given(b) else 7"
    rule = rule_of(tmp_path, body, {"index b": called})
    assert told(rule, x=4) == (8, "ok", None)
    assert told(rule, x=5) == (None, "error", "check-failed")


def test_the_rounding_of_a_called_rule_stands_before_that_of_the_step(tmp_path: Path) -> None:
    """A step rounds what a rule gives that does not round, in a case too."""
    bodies = {
        "index b": "inputs: {x: {}}\nformula: x / 3",
        "index c": "inputs: {x: {}}\nformula: x / 3\nrounding: {places: 2, carry: rounded}",
    }
    body = """
        inputs: {x: {}}
        steps:
          b: {rule: contoh/b, rounding: {places: 1, carry: rounded}}
          c: {formula: [{when: x > 1, then: {rule: contoh/c}}, {otherwise: x / 7}]}
          d:
            formula: [{when: x > 1, then: {rule: contoh/b}}, {otherwise: x / 7}]
            rounding: {places: 0, carry: rounded}
        formula: b * 10000 + c * 100 + d
    """
    rule = rule_of(tmp_path, body, bodies)
    assert told(rule, x=2)[0] == 7000 + 67 + 1
    assert told(rule, x=1)[0] == 3000 + Fraction(100, 7)


def test_defaults_of_a_called_rule(tmp_path: Path) -> None:
    """A truth, a CODE, and what is absent for another reason than that nobody gave it."""
    words = "t: {type: truth, default: true}, k: {type: choice, choices: [A, B], default: B}"
    bodies = {
        "index b": f"inputs: {{x: {{}}, {words}}}\nformula: (x if t else 0) + (10 if k == B else 20)",
        "index c": "inputs: {x: {}, z: {default: not_due}}\nformula: x + z",
    }
    steps = "inputs: {x: {}}\nsteps: {b: {rule: contoh/b}, c: {rule: contoh/c}}\n"
    rule = rule_of(tmp_path, steps + "formula: b if x > 2 else c", bodies)
    assert told(rule, x=3) == (13, "ok", None)
    assert told(rule, x=2) == (None, "not_applicable", "not_due")


def test_what_may_be_told_is_not_lost(tmp_path: Path) -> None:
    """A check that warns, a value that breaks, a scale within: then the answer is not quiet."""
    warning = "inputs: {x: {}}\nformula: x\nchecks: [{expect: x < 5, message: M, severity: warning}]"
    rule = rule_of(tmp_path / "1", warning)
    assert [CompiledResult(rule, {"x": x}).quiet for x in (1, 9)] == [True, False]
    breaks = rule_of(tmp_path / "2", "inputs: {x: {}}\nsteps: {y: 1 / x}\nformula: 3 if x == 0 else y")
    assert [CompiledResult(breaks, {"x": x}).quiet for x in (1, 0)] == [True, False]
    bands = "bands: [{category: A, from: 55}, {category: B, below: 55}]"
    scale = {"scale s": f"{bands}\nexamples: [{{title: a, given: 55, category: A}}]"}
    hazard = rule_of(tmp_path / "3", "inputs: {x: {}}\nformula: x\nscale: contoh/s", scale)
    assert [CompiledResult(hazard, {"x": x}).quiet for x in ("55", "54.9999")] == [True, False]
    within_body = "inputs: {x: {}}\nsteps: {y: {formula: x, scale: contoh/s}}\nformula: y"
    within = rule_of(tmp_path / "4", within_body, scale)
    assert not CompiledResult(within, {"x": 60}).quiet

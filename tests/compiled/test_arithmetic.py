"""Arithmetic of compiled rules: signs, zeros, sizes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from tests.compiled.traps import declines, rule_of, told

ZERO = (None, "error", "division-by-zero")
MISSING = (None, "missing", "not_given")


def test_what_is_missing_is_not_divided_by(tmp_path: Path) -> None:
    """`a / b` with `a` missing and `b` zero is missing, but `a + 1 / b` divides by zero."""
    quotient = rule_of(tmp_path / "1", "inputs: {a: {}, b: {}}\nformula: a / b")
    assert told(quotient, b=0) == MISSING
    assert told(quotient, a=1, b=0) == ZERO
    total = rule_of(tmp_path / "2", "inputs: {a: {}, b: {}}\nformula: a + 1 / b")
    assert told(total, b=0) == ZERO


def test_the_zero_of_a_divisor_in_a_divisor(tmp_path: Path) -> None:
    """`x / (y / z)` is no `x * z / y`: z may be zero; and so for two quotients of one divisor."""
    rule = rule_of(tmp_path / "1", "inputs: {x: {}, y: {}, z: {}}\nformula: x / (y / z)")
    assert told(rule, x=1, y=2, z=0) == ZERO
    assert told(rule, x=1, y=0, z=2) == ZERO
    assert told(rule, x=1, y=2, z=-3) == (Fraction(-3, 2), "ok", None)
    rule = rule_of(tmp_path / "2", "inputs: {a: {}, b: {}, c: {}}\nformula: (a / b) / (c / b)")
    assert told(rule, a=1, b=0, c=2) == ZERO
    assert told(rule, a=1, b=-2, c=3) == (Fraction(1, 3), "ok", None)


def test_a_divisor_below_zero_stays_as_it_is(tmp_path: Path) -> None:
    """A quotient has its denominator above zero; the divisor itself is used again with its sign."""
    rule = rule_of(tmp_path, "inputs: {a: {}, b: {}}\nformula: (a / b if a / b < 0 else 1) * 100 + b")
    assert told(rule, a=1, b=-4) == (Fraction(-29), "ok", None)
    assert told(rule, a=-1, b=-4) == (Fraction(96), "ok", None)


@pytest.mark.parametrize("sign", ["-1", "-0.5", "(0 - 2)"])
def test_a_tie_of_a_negative_factor(sign: str, tmp_path: Path) -> None:
    """The sign of a constant counts when a tie is rounded."""
    step = f"{{formula: a * {sign} / 4, rounding: {{places: 0, carry: rounded}}}}"
    rule = rule_of(tmp_path, f"inputs: {{a: {{type: count}}}}\nsteps: {{s: {step}}}\nformula: s")
    for a in range(9):
        told(rule, a=a)


def test_a_long_value_is_left_to_the_reference(tmp_path: Path) -> None:
    """Where a value may pass the bound, it is asked; below, it is compared."""
    rule = rule_of(tmp_path, "inputs: {a: {}}\nsteps: {b: a ** 8, c: b * b}\nformula: c / b")
    assert not declines(rule, a=2**40)
    assert declines(rule, a=2**60)
    assert declines(rule, a=Fraction(1, 2**60))


def test_a_branch_that_is_not_taken_does_not_divide(tmp_path: Path) -> None:
    """Neither does it break, nor is there anything to tell."""
    rule = rule_of(tmp_path, "inputs: {a: {}, b: {}}\nformula: a / b if b != 0 else 0")
    assert told(rule, a=1, b=0) == (0, "ok", None)

"""Records on columns: roundings and what is carried, scales and hazards, checks."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from tests.columns.comparing import compare
from tests.columns.making import ROUNDED_SCALE, SCALE
from tests.columns.test_formulas import every_row
from tests.written import rules

from sakip_rules.columns.records import HAZARD
from sakip_rules.plans import RulePlan
from sakip_rules.values import Value
from sakip_rules.vocabulary import CARRIES, MODES, REASONS, Carry, Mode

HEAD = "inputs: {a: {}, b: {}, c: {}, t: {type: truth}, k: {type: choice, choices: [A, B]}}\n"


def plan_of(folder: Path, body: str) -> RulePlan:
    """Gives a rule beside two scales."""
    bodies = {"index r": HEAD + body, "scale skala": SCALE, "scale bulat": ROUNDED_SCALE}
    plan = rules(folder, bodies).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan


def near_ends() -> list[dict[str, Value]]:
    """Gives quotients at and beside the ends of the scales, and beside what rounds to them."""
    ends = [Fraction(end) for end in ("0", "49.9", "50", "75.5", "80", "100")]
    beside = [Fraction(step, 1000) for step in (-51, -50, -49, -5, -1, 0, 1, 4, 5, 6, 50)]
    values = [end + step for end in ends for step in beside]
    return [
        {"a": value * 8, "b": Fraction(8), "c": value * 1000} for value in (*values, *(-x for x in values))
    ]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("carry", CARRIES)
@pytest.mark.parametrize("places", [-1, 0, 2])
def test_what_a_step_carries_is_rounded_as_it_says(
    tmp_path: Path, mode: Mode, carry: Carry, places: int
) -> None:
    """In all modes; the step is used again, and banded, rounded or not."""
    rounding = f"{{places: {places}, mode: {mode}, carry: {carry}}}"
    body = f"steps: {{s: {{formula: a / b, rounding: {rounding}, scale: contoh/skala}}}}\n"
    body += f"formula: s * 3 / 7\nrounding: {rounding}\nscale: contoh/bulat\n"
    compared = compare(plan_of(tmp_path, body), near_ends())
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


@pytest.mark.parametrize("scale", ["skala", "bulat"])
@pytest.mark.parametrize("formula", ["a / b", "c / 1000", "a / b + 0 * c"])
def test_hazards_and_what_a_scale_refuses_are_told(tmp_path: Path, scale: str, formula: str) -> None:
    """A value that is shown as one with another category; one outside the domain, or in a hole."""
    compared = compare(plan_of(tmp_path, f"formula: {formula}\nscale: contoh/{scale}"), near_ends())
    assert compared.differences == []
    assert compared.left == 0


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_a_failed_check_takes_the_result_s_place(tmp_path: Path, severity: str) -> None:
    """An error does, with the band that the scale may have for it; a warning is told only."""
    checks = (
        f"checks: [{{expect: a <= b, message: M, severity: {severity}}}, {{expect: result != 3, message: N}}]"
    )
    compared = compare(plan_of(tmp_path, f"formula: a + c\nscale: contoh/bulat\n{checks}"), every_row())
    assert compared.differences == []
    assert compared.left == 0


def test_a_value_that_no_float_holds_is_exact_without_a_rounding(tmp_path: Path) -> None:
    """Trap 3: a step beyond 2⁵³ is off by one as a float, and its last digit is asked for later."""
    body = "steps: {s: {formula: a * b}}\nformula: s - 9007199254740993 * b + c\n"
    rows: list[dict[str, Value]] = [
        {"a": Fraction(2**53 + step), "b": Fraction(b), "c": Fraction(1)}
        for step in range(-3, 4)
        for b in (1, 3)
    ]
    assert compare(plan_of(tmp_path, body), rows).differences == []


def test_an_exact_result_is_a_fraction(tmp_path: Path) -> None:
    """Trap 12: it has no finite decimal, so numerator and denominator are what is kept."""
    rows: list[dict[str, Value]] = [
        {"a": Fraction(1, 8), "b": Fraction(-d), "c": Fraction(d)} for d in range(1, 20)
    ]
    compared = compare(plan_of(tmp_path, "formula: a / b / c / 7"), rows)
    assert compared.differences == []
    assert compared.left == 0


def test_there_are_fewer_codes_than_bits() -> None:
    """What is told of a row are reasons, checks that fail and hazards; each has one of sixteen bits."""
    assert len({*REASONS, "check-failed", HAZARD}) < np.iinfo("u2").bits


DEFAULTS = """
inputs:
  a: {}
  n: {default: 2.5}
  t: {type: truth, default: true}
  k: {type: choice, choices: [A, B], default: B}
  r: {type: range, default: {min: 1, max: 3}}
  d: {default: {status: not_due}}
  e: {type: truth, default: {status: missing}}
  f: {type: choice, choices: [A, B], default: {status: not_applicable}}
  g: {type: range, default: {status: not_due}}
formula: |
  a * n + (10 if t else 20) + (1 if k == B else 2) + r.max * 100 + (0 if given(d) else 1000)
  + (0 if given(e) else 2000) + (0 if given(f) else 4000) + (g if given(g) else r.min)
"""


def test_an_input_without_a_column_has_its_default(tmp_path: Path) -> None:
    """Of every type, an absent one too; in every row."""
    rule = rules(tmp_path, {"index r": DEFAULTS}).rule("contoh/r@1.0.0")
    assert isinstance(rule.plan, RulePlan)
    rows: list[dict[str, Value]] = [{"a": Fraction(number)} for number in range(3)]
    assert compare(rule.plan, rows).differences == []
    made = rule.evaluate_table({"a": [0, 1, 2]})
    assert [str(value) for value in made["value"]] == ["7312.00", "7314.50", "7317.00"]


def test_a_called_rule_has_its_own_defaults(tmp_path: Path) -> None:
    """Of inputs that nobody binds, whatever their types."""
    caller = """
inputs: {x: {}}
steps: {s: {rule: contoh/d, with: {a: x * 2}}}
formula: s + 1
"""
    plan = rules(tmp_path, {"index r": caller, "index d": DEFAULTS}).rule("contoh/r@1.0.0").plan
    assert isinstance(plan, RulePlan)
    rows: list[dict[str, Value]] = [{"x": Fraction(number)} for number in range(3)]
    rows.append({})
    compared = compare(plan, rows)
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)

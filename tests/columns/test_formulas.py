"""Formulas on columns: every operator over every mixture of values that are there and values that are not."""

import itertools
from fractions import Fraction
from pathlib import Path

import pytest
from tests.columns.comparing import answered, compare
from tests.written import rules

from sakip_rules.plans import RulePlan
from sakip_rules.values import Absent, Value

HEAD = "inputs: {a: {}, b: {}, c: {}, t: {type: truth}, k: {type: choice, choices: [A, B]}}\n"
NUMBERS: list[Value | None] = [Fraction(0), Fraction(1, 2), Fraction(-3), None, Absent("not_due")]
NUMBERS += [Absent("not_applicable"), Fraction(100)]
TRUTHS: list[Value | None] = [True, False, None, Absent("not_applicable")]
CODES: list[Value | None] = ["A", "B", Absent("not_due")]


def plan_of(folder: Path, formula: str, head: str = HEAD) -> RulePlan:
    """Gives a rule with one formula."""
    plan = rules(folder, {"index r": f"{head}{formula}"}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan


def every_row() -> list[dict[str, Value]]:
    """Gives rows with every value of every input beside every value of the next ones."""
    lists = {"a": NUMBERS, "b": NUMBERS, "c": NUMBERS[::3], "t": TRUTHS, "k": CODES}
    rows = [dict(zip(lists, cells, strict=True)) for cells in itertools.product(*lists.values())][::7]
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


FORMULAS = [
    "a + b - c",
    "a * b / c",
    "-a / b",
    "a / (b / c)",  # trap 1: the zero of c is not lost
    "(a / c) / (b / c)",  # trap 1: nor here, where c would cancel
    "a + 1 / b",  # an operand that is missing, or a division by zero: the worse one
    "1 / b + a",
    "a / b if b > 0 else c",  # trap 4: the branch that is not taken does not divide
    "a / b if t and b != 0 else c / (a - a)",  # trap 11: a divisor that is always zero
    "a / 1 if t else b / c",
    "min(a, b, c) + max(a, 0) * abs(b)",
    "max(min(a / b, c), -1)",
    "clamp(a, b, c)",
    "clamp(a, 0, 10) + clamp(b, -1, 1)",
    "a ** 3 + b ** -2 + c ** 0",
    "1 if a < b else 0",
    "1 if a <= b < c else 0",
    "1 if not (t or a > b) else 2 if t and k == A else 3",
    "1 if a >= 1 or given(b) and k != B else c",
    "(1 if given(a) else 2) + (10 if given(a) and not given(k) else 20)",
    "a if a == b or t else b",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_gives_what_the_reference_gives(tmp_path: Path, formula: str) -> None:
    """Whatever is absent in it, and without leaving a row to the reference."""
    compared = compare(plan_of(tmp_path, f"formula: {formula}"), every_row())
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


@pytest.mark.parametrize(
    "cases",
    [
        "[{when: t, then: a / b}, {when: a > 0, then: {status: not_applicable}}, {when: k == A, then: c}]",
        "[{when: a > b, then: {status: not_computable, reason: no-case}}, {otherwise: {status: missing}}]",
        "[{when: k == B, then: a}, {otherwise: b ** 2}]",
        "[{when: given(a), then: {status: not_due}}]",
    ],
)
def test_cases_apply_in_order(tmp_path: Path, cases: str) -> None:
    """The first that is true; an absent condition is the result; where none applies, that is told."""
    compared = compare(plan_of(tmp_path, f"formula: {cases}"), every_row())
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


def test_a_mistake_is_told_where_it_arises_and_once(tmp_path: Path) -> None:
    """What an operand passes on is not told again, in whatever step it meets another mistake."""
    body = (
        HEAD
        + "steps: {s: {formula: a / b}, u: {formula: s + 1 / c}, v: {formula: 1 / c + s}}\nformula: u + v"
    )
    compared = compare(plan_of(tmp_path, body, head=""), every_row())
    assert compared.differences == []
    assert compared.left == 0


@pytest.mark.parametrize(
    ("formula", "why"),
    [
        ("root(a, 2)", "irrational"),
        ("ln(a + 1)", "irrational"),
        ("a ** 9", "too-large"),
    ],
)
def test_what_has_no_column_is_declined(tmp_path: Path, formula: str, why: str) -> None:
    """In a word, which a program may ask for."""
    plan = plan_of(tmp_path, f"formula: {formula}")
    rows: list[dict[str, Value]] = [{"a": Fraction(2)}]
    assert compare(plan, rows).differences == []
    assert answered(plan, rows).declined == why

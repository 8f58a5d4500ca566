"""What examples expect: a number, or a formula of constants, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sakip_rules.checker import Checked
from sakip_rules.checker.expected import NoConstantError, constant

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

RULE = """\
inputs: {{x: {{}}}}
steps: {{y: x * 2}}
formula: y
unit: {unit}
examples:
  - {{title: t, given: {{x: 1}}, {expected}}}
"""
TABLE = """\
kind: table
keys: [kode]
unit: nilai
rows: {{A: 1}}
examples:
  - {{title: t, given: A, result: {expected}}}
"""


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("12.5", None, Fraction(25, 2)),
        ("12,5", None, Fraction(25, 2)),
        ("1.250", "persen", Fraction(5, 4)),
        ("200 / 3", None, Fraction(200, 3)),
        ("root(4, 2)", None, Fraction(2)),
    ],
)
def test_a_constant(text: str, unit: str | None, value: Fraction) -> None:
    """As data write numbers, or as formulas compute them from nothing but numbers."""
    assert constant(text, "result", unit) == value


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("seratus", "bad-value.example-result"),
        ("x + 1", "bad-value.example-result"),
        ("1 == 1", "bad-value.example-result"),
        ("(1 > 2) + 1", "bad-value.example-result"),
        ("sum(1)", "bad-value.example-result"),
        ("1 / 0", "bad-value.example-result"),
        ("lima puluh", "formula-not-allowed.syntax"),
        ("1.250", "ambiguous-number"),
    ],
)
def test_no_constant(text: str, key: str) -> None:
    """Words, names, truths, what has no value, and numbers that can be read in two ways."""
    with pytest.raises(NoConstantError) as caught:
        constant(text, "result", "orang")
    assert caught.value.key == key


@pytest.mark.parametrize(
    ("expected", "unit", "found"),
    [
        ("result: 2", "orang", []),
        ("result: seratus", "orang", [("bad-value.example-result", "seratus")]),
        ("result: 1.250", "orang", [("ambiguous-number", "1.250")]),
        ("result: 1.250", "nilai", []),
        ("steps: {y: dua}", "nilai", [("bad-value.example-result", "dua")]),
        ("steps: {y: 1.250}", "orang", []),
        ("status: missing", "nilai", []),
    ],
)
def test_examples_are_told_before_they_run(
    check: Found, expected: str, unit: str, found: list[tuple[str, str]]
) -> None:
    """A number whose unit only follows from the formulas is left to the run of the example."""
    assert check({"a": RULE.format(unit=unit, expected=expected)}) == found


def test_a_number_of_two_readings_is_told_by_its_name(
    checked: Callable[[Mapping[str, str]], Checked],
) -> None:
    """That of the step that it is expected of."""
    body = RULE.replace("y: x * 2", "y: {{formula: x * 2, unit: orang}}")
    (found,) = checked({"a": body.format(unit="nilai", expected="steps: {y: 1.250}")}).diagnostics
    assert (found.key, dict(found.texts)["name"]) == ("ambiguous-number", "`y`")


def test_an_expected_step_that_the_rule_does_not_have(check: Found) -> None:
    """What is expected of it is looked at all the same; that it is missing, running the example says."""
    assert check({"a": RULE.format(unit="nilai", expected="steps: {z: dua}")}) == [
        ("bad-value.example-result", "dua")
    ]


def test_examples_of_tables(check: Found) -> None:
    """Their numbers, too."""
    assert check({"a": TABLE.format(expected="satu")}) == [("bad-value.example-result", "satu")]
    assert check({"a": TABLE.format(expected="1")}) == []

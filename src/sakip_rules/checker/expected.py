"""What examples expect: a number as data write it, or a formula of constants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TypeAlias

from sakip_rules.checker.findings import Findings
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.expression import Context, ExactEvaluator, FormulaFaultError, Scope, analyse, parse
from sakip_rules.languages import Pair
from sakip_rules.models import FormulaExample, FormulaRule, TableExample, TableRule
from sakip_rules.models.numerals import number_fault
from sakip_rules.numbers import NumberTextError, read_number

Expected: TypeAlias = tuple[Path, str, str | None]
"""A number that an example expects: its path, its text and its stated unit."""


class NoConstantError(Exception):
    """A text that is no number and no formula of constants: the key of what is said, and its words."""

    def __init__(self, key: str, texts: Mapping[str, str | Pair]) -> None:
        super().__init__(key)
        self.key = key
        self.texts = texts


def constant(text: str, name: str, unit: str | None) -> Fraction:
    """Gives a number as data write it under a name, or that of a formula of constants.

    Raises `NoConstantError` for any other text.
    """
    try:
        return read_number(text, unit)
    except NumberTextError as error:
        if error.kind == "ambiguous":
            raise NoConstantError(*number_fault(text, error.kind, name, unit)) from None
    try:
        formula = parse(text)
    except FormulaFaultError as error:
        raise NoConstantError(error.fault.key, dict(error.fault.texts)) from None
    # Parsed and checked like any formula, but with no name in sight: what needs one is no constant.
    value = None
    if not analyse(formula, Scope({})).faults:
        value = ExactEvaluator(Context({})).value(formula)
    if not isinstance(value, Fraction):
        raise NoConstantError("bad-value.example-result", {"text": quoted(text)})
    return value


def check_expected(rule: FormulaRule | TableRule, findings: Findings) -> None:
    """Checks that every number that an example expects is one."""
    expected = [*_results(rule), *(_steps(rule) if isinstance(rule, FormulaRule) else ())]
    for path, text, unit in expected:
        try:
            constant(text, str(path[-1]), unit)
        except NoConstantError as error:
            # Without a unit here, the one that follows from the formulas may settle it.
            if unit is not None or error.key != "ambiguous-number":
                findings.add(error.key, path, **error.texts)


def _results(rule: FormulaRule | TableRule) -> Iterator[Expected]:
    examples: tuple[FormulaExample | TableExample, ...] = rule.examples
    for index, example in enumerate(examples):
        if example.result is not None:
            yield ("examples", index, "result"), example.result, rule.unit


def _steps(rule: FormulaRule) -> Iterator[Expected]:
    for index, example in enumerate(rule.examples):
        for name, text in example.steps.items():
            unit = rule.steps[name].unit if name in rule.steps else None
            yield ("examples", index, "steps", name), text, unit

"""Examples of scales and tables: a number or CODEs are given, a category or a number must come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from sakip_rules.diagnostics import Path, quoted
from sakip_rules.examples.comparison import Comparison
from sakip_rules.literals import LiteralError, read_banded, read_code, read_literal
from sakip_rules.models import ScaleExample, TableExample, TableRule
from sakip_rules.plans import ScalePlan, TablePlan, band_of, call, number_input
from sakip_rules.tables import Table
from sakip_rules.values import Category, Value


def run_scale(example: ScaleExample, plan: ScalePlan, comparison: Comparison) -> None:
    """Runs one example of a scale."""
    declared = number_input("given", plan.unit)
    value = _read(lambda written: read_banded(written, declared), example.given, ("given",), comparison)
    if value is None:
        return
    banded = band_of(plan, value)
    if example.category is not None:
        category = banded if isinstance(banded, Category) else None
        comparison.category(("category",), "category", example.category, category)
    if example.status is not None:
        comparison.absent((), example.status, example.reason, banded)


def run_table(example: TableExample, rule: TableRule, plan: TablePlan, comparison: Comparison) -> None:
    """Runs one example of a table."""
    operands = _operands(example.given, rule, plan, comparison)
    if operands is None:
        return
    number = call(plan, operands)
    if example.result is not None:
        comparison.number(("result",), example.result, number, plan.unit)
    if example.status is not None:
        comparison.absent((), example.status, example.reason, number)


def _operands(
    given: object, rule: TableRule, plan: TablePlan, comparison: Comparison
) -> tuple[Value, ...] | None:
    """Gives the arguments of a table example: one value, or a map from key to value."""
    wanted = given if isinstance(given, Mapping) else {rule.keys[0]: given}
    if set(wanted) != set(rule.keys):
        comparison.report("bad-value.example-keys", ("given",), keys=", ".join(map(quoted, rule.keys)))
        return None
    operands: list[Value] = []
    for key in rule.keys:
        at = ("given", key) if wanted is given else ("given",)
        read = (
            read_code
            if isinstance(plan.table, Table)
            else partial(read_literal, declared=number_input("given", plan.unit))
        )
        value = _read(read, wanted[key], at, comparison)
        if value is not None:
            operands.append(value)
    return tuple(operands) if len(operands) == len(rule.keys) else None


def _read(read: Callable[[object], Value], written: object, at: Path, comparison: Comparison) -> Value | None:
    try:
        return read(written)
    except LiteralError as error:
        comparison.report(error.key, (*at, *error.path), **error.texts)
        return None

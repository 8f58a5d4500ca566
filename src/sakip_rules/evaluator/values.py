"""Computed values on their way into a figure: categories, warnings, bindings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.expression import Formula
from sakip_rules.expression.tree import Dotted, Name
from sakip_rules.models import Rounding
from sakip_rules.numbers import Interval, decimal_text, indonesian
from sakip_rules.plans import InputPlan, ScalePlan, band_of
from sakip_rules.results import SHOWN_PLACES, rounded, shown_number
from sakip_rules.values import (
    MISSING,
    Absent,
    Category,
    Value,
)


def settle(value: Value, rounding: Rounding | None) -> tuple[Value, Value]:
    """Gives a computed value before and after its rounding: exact, and carried.

    A rounding that an approximate value cannot settle leaves no value at all.
    """
    if rounding is None or not isinstance(value, Fraction | Interval):
        return value, value
    settled = rounded(value, rounding)
    if isinstance(settled, Absent):
        return settled, settled
    return value, settled if rounding.carry == "rounded" else value


def fit(value: Value) -> Value:
    """Gives a bound value as an input holds it: of a category, its code."""
    if isinstance(value, Category):
        return value.code if value.code is not None else value.label
    return value


def given_or_default(value: Value | None, declared: InputPlan) -> Value:
    """Gives the default where the data have no such key, or nothing under it."""
    if value is not None:
        return value
    return MISSING if declared.default is None else declared.default


def categorize(
    name: str, exact: Value, carried: Value, rounding: Rounding | None, scale: ScalePlan, *, given: bool
) -> tuple[Category | None, list[Diagnostic]]:
    """Gives the category that a scale gives the carried value, and what is worth a warning."""
    found = band_of(scale, carried)
    if isinstance(found, Absent):
        if isinstance(carried, Absent):
            return None, []
        texts = {"name": quoted(name), "scale": quoted(scale.source.reference)}
        return None, [warn(f"{found.reason}.scale", None, **texts)]
    if not isinstance(exact, Fraction | Interval) or isinstance(carried, Absent):
        return found, []
    shown = shown_number(exact, rounding, given=given)
    if shown is None or shown == carried:
        return found, []
    other = band_of(scale, shown)
    if other == found:
        return found, []
    return found, [_hazard(name, shown, rounding, found, other)]


def _hazard(
    name: str, shown: Fraction, rounding: Rounding | None, found: Category, other: Category | Absent
) -> Diagnostic:
    places = rounding.places if rounding else SHOWN_PLACES
    text = decimal_text(shown, places)
    label = other.label if isinstance(other, Category) else "–"
    texts = {"name": quoted(name), "one": quoted(found.label), "other": quoted(label)}
    return warn("display-hazard", None, shown=(indonesian(text), text), **texts)


def used_values(formula: Formula, names: Mapping[str, Value]) -> Iterator[Value]:
    """Gives the values of the record that a formula names."""
    for node in formula.nodes:
        if isinstance(node, Name | Dotted):
            name = node.name if isinstance(node, Name) else node.path[0]
            if name in names:
                yield names[name]


def own_failure(name: str, value: Value, operands: Iterator[Value]) -> list[Diagnostic]:
    """Gives the diagnostic of a value that cannot be computed, unless an operand already could not."""
    if not isinstance(value, Absent) or value.word != "not_computable":
        return []
    if any(isinstance(one, Absent) and one.word == "not_computable" for one in operands):
        return []
    note = value.note or ("", "")
    return [diagnose(f"{value.reason}.value", None, name=quoted(name), note=note)]

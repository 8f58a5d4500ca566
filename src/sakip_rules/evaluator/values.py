"""Computed values on their way into a figure: rounding, categories, warnings, what broke where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.expression import Formula, flatten
from sakip_rules.expression.rows import Names
from sakip_rules.languages import Pair
from sakip_rules.numbers import decimal_text, round_number
from sakip_rules.numbers.printing import DISPLAY_PLACES
from sakip_rules.plans import CallPlan, InputPlan, ScalePlan, band_of
from sakip_rules.reader.records import Stated
from sakip_rules.results import Figure, shown_number
from sakip_rules.values import MISSING, Absent, Category, Value, is_number
from sakip_rules.wording.values import number_pair, value_pair


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


def categorize(name: str, value: Value, scale: ScalePlan) -> tuple[Category | None, tuple[Diagnostic, ...]]:
    """Gives the category of a carried value; a warning where a number has none."""
    banded = band_of(scale, value)
    if isinstance(banded, Category):
        return banded, ()
    if isinstance(value, Absent):
        return None, ()
    texts = {"name": quoted(name), "scale": quoted(scale.source.reference)}
    return None, (warn(f"{banded.reason}.scale", None, **texts),)


def hazards(figure: Figure, category: Category | None, scale: ScalePlan) -> tuple[Diagnostic, ...]:
    """Gives the warning that the displayed value would earn another category, if it would."""
    if category is None or not is_number(figure.exact):
        return ()
    shown = shown_number(figure.exact, figure.rounding, given=False)
    if shown is None:
        return ()
    other = band_of(scale, shown)  # what a reader finds who has only the printed digits
    if other == category:
        return ()
    text = decimal_text(shown, figure.rounding.places if figure.rounding else DISPLAY_PLACES)
    label = other.label if isinstance(other, Category) else "–"
    texts = {"name": quoted(figure.name), "one": quoted(category.label), "other": quoted(label)}
    return (warn("display-hazard", None, shown=number_pair(text), **texts),)


def categorical(value: Value) -> Value:
    """Gives a category that data names by its code, or by its words; an absent value as it is."""
    return Category(value, value) if isinstance(value, str) else value


def stated_differs(name: str, computed: Value, stated: Stated) -> tuple[Diagnostic, ...]:
    """Gives the warning that a step which the report states is computed otherwise, if it is."""
    if isinstance(stated.value, Absent):
        return ()
    told: dict[str, Pair]
    if is_number(computed):
        settled = round_number(computed, stated.places, "half_up")
        if settled is None or not isinstance(stated.value, Fraction) or settled == stated.value:
            return ()
        numbers = {"stated": stated.value, "computed": settled}
        told = {key: number_pair(decimal_text(value, stated.places)) for key, value in numbers.items()}
    else:
        values = {"stated": fit(stated.value), "computed": fit(computed)}
        if values["stated"] == values["computed"]:
            return ()
        told = {key: value_pair(value) for key, value in values.items()}
    return (warn("stated-differs", None, name=quoted(name), **told),)


def own_failure(name: str, value: Value | CallPlan, operands: Iterable[Value]) -> tuple[Diagnostic, ...]:
    """Gives the diagnostic of a value that cannot be computed, unless it is that of an operand.

    A broken operand is passed on as it is, the same object: so every break is reported where it arises.
    """
    if not isinstance(value, Absent) or value.word != "not_computable":
        return ()
    if any(operand is value for operand in operands):
        return ()
    note = value.note or ("", "")
    return (diagnose(f"{value.reason}.value", None, name=quoted(name), note=note),)


def used_values(formula: Formula | None, names: Names) -> Iterator[Value]:
    """Gives the values that a formula names: of the record, of rows, of other years."""
    for read in formula.reads.names if formula is not None else ():
        if read.rows:
            yield from (row.values.get(read.field, MISSING) for row in flatten(names, read.rows))
        else:
            yield names.get(read.field) or MISSING

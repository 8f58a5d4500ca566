"""Copies of a report with other data: absences, zeros, ties, random numbers; the same for a seed."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from sakip_rules.plans import InputPlan
from sakip_rules.reader import RecordData, ReportData, YearData
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Value

TIES = (8, 16, 32, 80, 160, 800, 3200)
"""Denominators whose multiples of 100 often end in a 5 that rounding to two places must decide."""


def perturbed(report: ReportData, seed: int) -> ReportData:
    """Gives a report of the same records and years, in which about half of the inputs are others."""
    chance = random.Random(seed)  # noqa: S311 - for tests
    return replace(report, root=_record(report.root, chance))


def _record(record: RecordData, chance: random.Random) -> RecordData:
    years = {year: _year(record, data, chance) for year, data in record.years.items()}
    children = tuple(_record(child, chance) for child in record.children)
    return replace(record, years=years, children=children)


def _year(record: RecordData, data: YearData, chance: random.Random) -> YearData:
    values = _values(record.level.record.inputs, data.values, chance)
    given = data.data
    if data.rule is not None and given is not None:
        given = _values(data.rule.record.inputs, given, chance)
    return replace(data, values=values, data=given)


def _values(
    inputs: Mapping[str, InputPlan], values: Mapping[str, Value], chance: random.Random
) -> dict[str, Value]:
    return {
        name: _value(inputs[name], value, chance) if name in inputs else value
        for name, value in values.items()
    }


def _value(declared: InputPlan, value: Value, chance: random.Random) -> Value:
    if declared.type not in ("number", "count") or chance.random() < 0.5:
        return value
    kind = chance.randrange(10)
    if kind < 3:
        return chance.choice((MISSING, NOT_APPLICABLE, NOT_DUE))
    if kind == 3:
        return Fraction(0)
    if kind < 7 or declared.type == "count":
        return Fraction(chance.choice(TIES) * chance.choice((1, 1, 1, 3)) + chance.choice((0, 0, 1, 2, 5)))
    if kind == 7:
        return Fraction(chance.randrange(10**9, 10**10))
    return Fraction(chance.randrange(1, 20_000), 100)

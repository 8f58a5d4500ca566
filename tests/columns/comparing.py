"""The columns beside the reference: value, exact, category, status, reason, and the codes of what is told."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
from tests.columns.making import FLAVOURS, Data

from sakip_rules.api.tables import by_itself
from sakip_rules.columns.answers import RecordAnswer, RowAnswers
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.table import Evaluate, TableRun
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import RulePlan
from sakip_rules.results import RuleResult, record_diagnostics
from sakip_rules.values import Absent, Range, Rows, Value

Given = Mapping[str, Value]
Written = Mapping[str, Any]
COMPARED = 6
"""What is compared of each row."""
PROBE = 4
"""Rows that tell whether columns leave a rule whole: nothing but the reference computes those."""


@dataclass
class Compared:
    """How a comparison went: what differs, how many values were compared, how many rows were left alone."""

    differences: list[str] = field(default_factory=list)
    values: int = 0
    left: int = 0
    declined: list[str] = field(default_factory=list)

    def add(self, other: Compared) -> None:
        """Adds another comparison."""
        self.differences += other.differences
        self.values += other.values
        self.left += other.left
        self.declined += other.declined


def compare(plan: RulePlan, rows: Sequence[Given], written: Sequence[Written] | None = None) -> Compared:
    """Compares the answers for some rows: from their values, or as these are written."""
    compared = Compared()

    alone = by_itself(plan)

    def evaluate(given: Mapping[str, Value]) -> RecordAnswer:
        compared.left += 1
        return alone(given)

    answers = answered(plan, rows if written is None else written, evaluate)
    compared.declined = [] if answers.declined is None else [answers.declined]
    for row, (given, got) in enumerate(zip(rows, listed(answers), strict=True)):
        wanted = expected(evaluate_rule(plan, given))
        compared.values += COMPARED
        if got != wanted:
            compared.differences.append(
                f"{plan.source.reference} row {row} {dict(given)}: {got}, not {wanted}"
            )
    return compared


def answered(plan: RulePlan, rows: Sequence[Written], evaluate: Evaluate | None = None) -> RowAnswers:
    """Gives the answers for some rows, as columns find them."""
    cells = {name: column([row.get(name) for row in rows]) for name in plan.record.inputs}
    run = TableRun(plan, cells, len(rows), None)
    return run.answers(evaluate or by_itself(plan), lambda _done, _rows: None)


def column(values: list[Any]) -> Cells:
    """Gives values as a table would give them: as 64-bit integers where they all are."""
    written = [as_given(value) if isinstance(value, Absent | Range | Rows) else value for value in values]
    there = np.array([value is not None for value in written])
    numbers = [value for value in written if value is not None]
    if all(type(value) is Fraction and value.denominator == 1 and abs(value) < 2**63 for value in numbers):
        cells = np.array([value.numerator if isinstance(value, Fraction) else 0 for value in written], "i8")
        return Cells(cells, None if there.all() else there)
    cells = np.empty(len(written), object)
    cells[:] = written
    return Cells(cells)


def as_given(value: object) -> object:
    """Gives a value as a program writes it."""
    given = value
    match value:
        case Fraction(denominator=1):
            given = value.numerator
        case Absent():
            given = {"status": value.word, **({"reason": value.reason} if value.reason is not None else {})}
        case Range():
            given = {"min": value.low, "max": value.high}
        case Rows():
            given = [as_given(row.values) for row in value.rows]
        case AbsentRow():
            given = as_given(value.absent)
        case Mapping():
            given = {name: as_given(cell) for name, cell in value.items()}
    return given


def listed(answers: RowAnswers) -> list[tuple[object, ...]]:
    """Gives what is compared of every row."""
    value, *others = answers.lists().values()
    return list(zip([None if one is None else str(one) for one in value], *others, strict=True))


def expected(result: RuleResult) -> tuple[object, ...]:
    """Gives the same of the reference."""
    figure, absent = result.result, result.result.absent
    value = None if figure.text is None else Decimal(figure.text)
    is_rounded = value is not None and figure.fraction not in (None, Fraction(value))
    codes = " ".join(sorted({diagnostic.code for diagnostic in record_diagnostics([result])}))
    return (
        None if value is None else str(value),
        str(figure.fraction) if is_rounded else None,
        None if figure.category is None else figure.category.label,
        "ok" if absent is None else absent.status,
        None if absent is None else absent.json_reason,
        codes or None,
    )


def compare_at_random(plan: RulePlan, count: int, chance: random.Random) -> Compared:
    """Compares rows of every flavour; of values, only those that columns computed are counted."""
    compared = Compared()
    for flavour in FLAVOURS:
        found = compare(plan, random_rows(plan, PROBE, chance, flavour))
        if found.declined:
            found.values = found.left = 0
        else:
            found.add(compare(plan, random_rows(plan, count, chance, flavour)))
            found.values -= COMPARED * found.left
        compared.add(found)
    return compared


def random_rows(plan: RulePlan, count: int, chance: random.Random, flavour: str | None = None) -> list[Given]:
    """Gives data for a rule, all of one flavour."""
    data = Data(chance, flavour or chance.choice(FLAVOURS))
    return [data.record(plan.record) for _ in range(count)]

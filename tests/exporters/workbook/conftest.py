"""Formulas with random data: what a spreadsheet gives beside what the engine gives."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from tests.rule_sheets import RuleSheets, sheets_of
from tests.spreadsheets import Address, Cell, cells_of
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.plans import InputPlan, RulePlan
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Range, Row, Rows, Value, not_computable

ROWS = 40
Sheets = Callable[..., RuleSheets]


@pytest.fixture
def sheets(tmp_path: Path) -> Sheets:
    """Writes rules, and gives the sheets of some of them, each with so many rows of random inputs."""

    def make(bodies: Mapping[str, str], *names: str, rows: int = ROWS) -> RuleSheets:
        catalogue = rules(tmp_path, bodies)
        chance = random.Random(20)  # noqa: S311 - for tests
        examples = []
        for name in names or [body.partition(" ")[2] for body in bodies]:
            plan = catalogue.rule(f"contoh/{name}", on=2020).plan
            assert isinstance(plan, RulePlan)
            inputs = plan.record.inputs
            examples += [(f"{name} {number}", plan, _given(inputs, chance)) for number in range(rows)]
        return sheets_of(examples)

    return make


def _given(inputs: Mapping[str, InputPlan], chance: random.Random) -> dict[str, Value]:
    return {name: _value(declared, chance) for name, declared in inputs.items()}


def _value(declared: InputPlan, chance: random.Random) -> Value:
    if declared.each is not None:
        count = chance.randrange(5)
        rows = (Row(f"r{n}", _given(declared.each.inputs, chance)) for n in range(count))
        return Rows(tuple(rows))
    if chance.random() < 0.25:
        return chance.choice((MISSING, NOT_APPLICABLE, NOT_DUE, not_computable("buatan")))
    if declared.type == "truth":
        return chance.random() < 0.5
    if declared.type in ("choice", "polarity"):
        return chance.choice(declared.choices or ("higher_is_better", "lower_is_better"))
    if declared.type == "range":
        low = _number(chance)
        return Range(low, low + chance.choice((0, 0, 5)))
    return _number(chance)


def _number(chance: random.Random) -> Fraction:
    kind = chance.randrange(6)
    if kind == 0:
        return Fraction(chance.choice((0, 0, 1, -1, 100)))
    if kind == 1:
        return Fraction(chance.randrange(-400, 400), 8)
    if kind == 2:
        return Fraction(chance.randrange(-2_000, 2_000), 1_000)
    return Fraction(chance.randrange(0, 20_000), 100)


SMALL = Path(__file__).parents[2] / "small"


@pytest.fixture(scope="session")
def small() -> LiveReport:
    """The report of tests/small, with all that its formulas need."""
    data = Catalogue.load(SMALL / "rules").read_report(SMALL / "report.yaml")
    return LiveReport(data, *evaluate_every_year(data))


@pytest.fixture(scope="session")
def small_book(small: LiveReport) -> bytes:
    """Its live workbook."""
    made = export("live", "xlsx", small, Look("id"))
    assert isinstance(made, bytes)
    return made


@pytest.fixture(scope="session")
def small_cells(small_book: bytes) -> dict[Address, Cell]:
    """The cells of its live workbook."""
    return cells_of(small_book)

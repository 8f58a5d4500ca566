"""Whether tables are computed by columns is said in two languages, with the reason if they are not."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.columns.comparing import compare
from tests.written import rules

import sakip_rules.columns
from sakip_rules import Catalogue
from sakip_rules.columns.speed import ABSENT_BY_ROWS, BY_COLUMNS, BY_ROWS, REASONS, table_speed_of
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import RulePlan
from sakip_rules.values import NOT_DUE, Row, Rows, Value

NESTED = "inputs: {k: {each: {inputs: {r: {each: {inputs: {x: {}}}}}}}}\nformula: sum(k.r.x)"
"""A row of the outer collection that is absent stands in place of a collection."""


@pytest.mark.parametrize(
    ("rule", "year", "reason"),
    [
        ("lumajang/capaian-kinerja", 2020, None),
        ("nasional/ipm", 2020, "irrational"),
        ("nasional/capaian-stabil", 2026, "curve"),
        ("nasional/efisiensi-keluaran", 2020, "cancelled"),
    ],
)
def test_rules(bundled: Catalogue, rule: str, year: int, reason: str | None) -> None:
    """A formula of a regulation, or what stands in its way."""
    plan = bundled.rule(rule, on=year).plan
    assert isinstance(plan, RulePlan)
    wanted = BY_COLUMNS if reason is None else worded(BY_ROWS, reason)
    assert table_speed_of(plan) == wanted


def test_rows_with_something_absent_may_be_left_alone(tmp_path: Path) -> None:
    """It is said, and so it is: the other rows are computed on columns."""
    plan = rules(tmp_path, {"index r": NESTED}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    more = worded(ABSENT_BY_ROWS, "rows")
    assert table_speed_of(plan) == (BY_COLUMNS[0] + more[0], BY_COLUMNS[1] + more[1])
    inner = Rows(tuple(Row(None, {"x": Fraction(x)}) for x in (1, 2)))
    there: dict[str, Value] = {"k": Rows((Row(None, {"r": inner}),))}
    gone: dict[str, Value] = {"k": Rows((Row(None, AbsentRow(NOT_DUE)),))}
    compared = compare(plan, [there] * 4 + [gone])
    assert compared.differences == []
    assert (compared.declined, compared.left) == (["rows"], 1)


def worded(said: tuple[str, str], reason: str) -> tuple[str, ...]:
    """Words with their reason."""
    return tuple(text.format(reason=why) for text, why in zip(said, REASONS[reason], strict=True))


def test_every_reason_has_words() -> None:
    """The reasons that columns give are those that have words, and no others."""
    folder = Path(sakip_rules.columns.__file__).parent
    text = "\n".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    assert set(re.findall(r'NoColumnError\("([a-z-]+)"\)', text)) == REASONS.keys()

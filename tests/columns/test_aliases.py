"""Scales and tables that formulas call, on columns."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.columns.comparing import answered, compare
from tests.columns.test_formulas import every_row
from tests.written import rules

from sakip_rules.plans import RulePlan
from sakip_rules.values import Absent, Value

HEAD = """
uses: {s: contoh/s, t: contoh/t, x: contoh/x, l: contoh/l}
inputs: {a: {}, b: {}, c: {}, t0: {type: truth}, k: {type: choice, choices: [A, B]}}
"""
OTHERS = {
    "scale s": """
        gaps: lower
        domain: {from: -3, up_to: 90}
        bands:
          - {category: Rendah, code: A, below: 1}
          - {category: Tinggi, code: B, above: 10, up_to: 90}
          - {category: Belum, code: C, status: not_due}
        examples: [{title: contoh, given: 0, category: Rendah}]""",
    "table t": "keys: [k]\nrows: {A: 0.25, C: 3}\nexamples: [{title: contoh, given: A, result: 0.25}]",
    "table x": """
        keys: [k, j]
        rows: {A: {A: 1, B: null}, B: {A: 0.5, B: 4}}
        examples: [{title: contoh, given: {k: A, j: A}, result: 1}]""",
    "table l": """
        keys: [x]
        interpolate: linear
        rows: {"0": 0, "10": 5}
        examples: [{title: contoh, given: 0, result: 0}]""",
}


def plan_of(folder: Path, formula: str) -> RulePlan:
    """Gives a rule beside a scale and tables."""
    plan = rules(folder, {"index r": f"{HEAD}formula: {formula}", **OTHERS}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan


@pytest.mark.parametrize(
    "formula",
    [
        "1 if s(a) == A else 2",
        "1 if s(a / b) == B else 2 if s(c) != C else 3",
        "t(k) * 2",
        "t(s(a))",
        "x(k, s(b)) + a",
        "x(k, A) / c",
    ],
)
def test_what_an_alias_gives_is_what_the_reference_gives(tmp_path: Path, formula: str) -> None:
    """Of numbers in bands, in holes and outside; of absent values with bands; of codes without a cell."""
    rows: list[dict[str, Value]] = [
        {("t0" if name == "t" else name): value for name, value in row.items()} for row in every_row()[::2]
    ]
    rows += [
        {"a": Fraction(end), "b": Fraction(1), "c": Fraction(10), "k": "B"} for end in (-4, 1, 10, 11, 90, 91)
    ]
    rows.append({"a": Absent("not_due"), "b": Fraction(2), "k": "A"})
    compared = compare(plan_of(tmp_path, formula), rows)
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


def test_a_line_through_points_has_no_column(tmp_path: Path) -> None:
    """Row by row it is what the reference gives."""
    plan = plan_of(tmp_path, "l(a)")
    rows: list[dict[str, Value]] = [{"a": Fraction(3)}]
    assert compare(plan, rows).differences == []
    assert answered(plan, rows).declined == "curve"

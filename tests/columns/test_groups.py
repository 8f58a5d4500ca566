"""Aggregates on columns: which rows remain, what blocks, what leaves, whatever is absent where."""

import itertools
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest
from tests.columns.comparing import answered, compare
from tests.written import rules

from sakip_rules.columns.groups import MOST_SLOTS
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.plans import RulePlan
from sakip_rules.values import MISSING, NOT_APPLICABLE, NOT_DUE, Absent, Row, Rows, Value

HEAD = """
inputs:
  a: {}
  k: {each: {inputs: {n: {}, w: {}, t: {type: truth}, c: {type: choice, choices: [A, B]}}}}
"""
BROKEN = Absent("not_computable", "no-case")
CELLS: list[Value | None] = [Fraction(3), Fraction(-1, 2), None, NOT_DUE, NOT_APPLICABLE, BROKEN]


def plan_of(folder: Path, body: str, head: str = HEAD) -> RulePlan:
    """Gives one rule."""
    plan = rules(folder, {"index r": head + body}).rule("contoh/r", on=2020).plan
    assert isinstance(plan, RulePlan)
    return plan


def row(**values: Value | None) -> Row:
    """Gives a row of what is given."""
    return Row(None, {name: value for name, value in values.items() if value is not None})


def every_collection() -> list[dict[str, Value]]:
    """Gives collections of no row, of one, and of two with every value beside every other."""
    found: list[Mapping[str, Value]] = [{"k": Rows(())}, {"k": NOT_DUE}, {"k": MISSING}]
    for n, w, m in itertools.product(CELLS, CELLS[:4], CELLS):
        first = row(n=n, w=w, t=True, c="A")
        second = row(n=m, w=Fraction(2), t=None if w is None else False, c="B")
        found += [{"k": Rows((first,))}, {"k": Rows((first, second))}]
        found.append({"k": Rows((second, Row(None, AbsentRow(w if isinstance(w, Absent) else MISSING))))})
    return [{"a": Fraction(7), **each} for each in found]


@pytest.mark.parametrize(
    "formula",
    [
        "sum(k.n)",
        "mean(k.n * 2)",
        "mean(k.n, weight=k.w)",
        "product(k.n)",
        "min(k.n)",
        "max(k.n, where=k.t)",
        "first(k.n) - last(k.n, where=not k.t)",
        "count(k) * 10 + count(k.n, where=k.t)",
        "sum(a / k.n, where=k.c == A or k.w > 1)",
        "mean(k.n, where=k.w > 0, weight=k.w) + a",
        "1 if first(k.c) == A else 2",
        "sum(k.n * (1 if given(k.w) else 3))",
    ],
)
def test_an_aggregate_gives_what_the_reference_gives(tmp_path: Path, formula: str) -> None:
    """Of rows that are absent, blank, not due, broken, left out by a condition, or not there at all."""
    compared = compare(plan_of(tmp_path, f"formula: {formula}"), every_collection())
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


def test_rows_have_steps_and_checks_of_their_own(tmp_path: Path) -> None:
    """A failed check stands in place of the row's steps, and is told; a row that is absent tells nothing."""
    head = """
inputs:
  a: {}
  k:
    each:
      inputs: {n: {}, w: {default: 4}}
      steps: {s: {formula: n / w, rounding: {places: 1, carry: rounded}}}
      checks: [{expect: n < 3, message: M}]
"""
    rows: list[dict[str, Value]] = [
        {"k": Rows((row(n=n, w=w), row(n=m), Row(None, AbsentRow(NOT_APPLICABLE))))}
        for n, w, m in itertools.product(CELLS, [Fraction(0), *CELLS[:3]], CELLS)
    ]
    for formula in ("sum(k.s)", "sum(k.n) + count(k.s)"):
        compared = compare(plan_of(tmp_path / formula[:5], f"formula: {formula}", head), rows)
        assert compared.differences == []
        assert (compared.declined, compared.left) == ([], 0)


def test_fixed_rows_are_slots_that_are_always_filled(tmp_path: Path) -> None:
    """A cell that breaks is told where it stands, and once."""
    body = """
steps:
  g: {rows: [{v: a / b, w: 2}, {v: b + 1, w: 3}, {v: 4, w: b}]}
formula: mean(g.v, weight=g.w) + first(g.v, where=g.w > 2)
"""
    plan = plan_of(tmp_path, body, "inputs: {a: {}, b: {}}\n")
    rows: list[dict[str, Value]] = [
        {name: value for name, value in (("a", a), ("b", b)) if value is not None}
        for a, b in itertools.product([*CELLS, Fraction(0)], repeat=2)
    ]
    compared = compare(plan, rows)
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


def test_rows_within_rows_are_one_list(tmp_path: Path) -> None:
    """Of the rows above that are there."""
    head = "inputs: {k: {each: {inputs: {m: {each: {inputs: {n: {}}}}, w: {}}}}}\n"
    inner: list[Value] = [
        Rows(()),
        Rows((row(n=Fraction(1)),)),
        Rows((row(n=None), row(n=Fraction(5)))),
        NOT_DUE,
    ]
    rows: list[dict[str, Value]] = [
        {"k": Rows(tuple(row(m=one, w=Fraction(1)) for one in chosen))}
        for length in range(3)
        for chosen in itertools.product(inner, repeat=length)
    ]
    compared = compare(plan_of(tmp_path, "formula: sum(k.m.n) + count(k)", head), rows)
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 0)


def test_a_long_collection_is_computed_by_itself(tmp_path: Path) -> None:
    """The others of the table stay on columns."""
    long: dict[str, Value] = {"k": Rows(tuple(row(n=Fraction(1)) for _ in range(MOST_SLOTS + 1)))}
    short: dict[str, Value] = {"k": Rows((row(n=Fraction(1)),) * 2)}
    compared = compare(plan_of(tmp_path, "formula: sum(k.n)"), [short, long, short])
    assert compared.differences == []
    assert (compared.declined, compared.left) == ([], 1)


def test_a_geometric_mean_has_no_column(tmp_path: Path) -> None:
    """It leaves the rational numbers."""
    plan = plan_of(tmp_path, "formula: geomean(k.n)")
    rows: list[dict[str, Value]] = [{"k": Rows((row(n=Fraction(4)),))}]
    assert compare(plan, rows).differences == []
    assert answered(plan, rows).declined == "irrational"


def test_a_weight_below_zero_is_outside_the_domain(tmp_path: Path) -> None:
    """Only of a row that remains."""
    rows: list[dict[str, Value]] = [
        {"k": Rows((row(n=n, w=Fraction(-1)), row(n=Fraction(2), w=w)))}
        for n in CELLS
        for w in (Fraction(0), Fraction(1), Fraction(-2))
    ]
    compared = compare(plan_of(tmp_path, "formula: mean(k.n, weight=k.w)"), rows)
    assert compared.differences == []
    assert compared.left == 0

"""Tests of `sakip_rules.links.shapes`."""

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sakip_rules.checker import Checked
from sakip_rules.expression import NUMBER, UNKNOWN, Alias, Entry, Type
from sakip_rules.links import shapes
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AliasRule, LegalBasis, ScaleRule, TableRule, Text
from sakip_rules.plans import AliasPlan, ScalePlan, Source, TablePlan
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.tables import Curve, Table

Checker = Callable[[Mapping[str, str]], Checked]

SCALE = """
kind: scale
unit: persen
domain: {above: 0, up_to: 100}
rounding: {places: 1, mode: down}
gaps: upper
bands:
  - {category: Rendah, code: R, below: 50, words: di bawah 50, color: aa0000}
  - {category: Tengah, exactly: 50}
  - {category: Tinggi, code: T, from: 60}
  - {category: Belum, code: B, status: missing}
examples: [{title: t, given: 50, category: Tengah}]
"""
TABLE = """
kind: table
keys: [k, l]
rows: {A: {C: 1.5, D: null}, B: {C: -2, D: 0}}
examples: [{title: t, given: {k: A, l: C}, result: 1.5}]
"""
CURVE = """
kind: table
keys: [k]
interpolate: linear
outside: hold
rows: {0: 1.5, 100: 2}
examples: [{title: t, given: 0, result: 1.5}]
"""
CODES = "kind: table\nkeys: [k]\nrows: {A: 1, B: null}\nexamples: [{title: t, given: A, result: 1}]\n"
RULE = "inputs: {x: {}}\nformula: x\n"


@pytest.fixture
def items(checked: Checker) -> dict[str, LoadedRule]:
    """One file of each shape, by name."""
    files = {"skala": SCALE, "tabel": TABLE, "kurva": CURVE, "kode": CODES, "rumus": RULE}
    return {item.rule.id.partition("/")[2]: item for item in checked(files).catalogue.whole.values()}


def _alias(item: LoadedRule) -> AliasRule:
    assert isinstance(item.rule, ScaleRule | TableRule)
    return item.rule


def _alias_plan(item: LoadedRule) -> AliasPlan:
    return shapes.alias_plan(_alias(item), shapes.source_of(item))


def test_a_scale_as_data(items: dict[str, LoadedRule]) -> None:
    """Ends are open or closed as their keys say; a point is closed on both sides."""
    plan = _alias_plan(items["skala"])
    assert isinstance(plan, ScalePlan)
    low = Band("Rendah", "R", Span(high=Fraction(50)), None, "di bawah 50", "aa0000")
    point = Band("Tengah", None, Span(Fraction(50), low_closed=True, high=Fraction(50), high_closed=True))
    high = Band("Tinggi", "T", Span(Fraction(60), low_closed=True))
    absent = Band("Belum", "B", None, "missing")
    domain = Span(Fraction(0), high=Fraction(100), high_closed=True)
    assert plan.scale == Scale((low, point, high, absent), domain, 1, "down", "upper")
    assert plan.of_absent == {("missing", None): absent}
    assert (plan.source.reference, plan.unit) == ("contoh/skala@1.0.0", "persen")


def test_tables_and_curves_as_data(items: dict[str, LoadedRule]) -> None:
    """A cell is a number, or undefined; a point that is zero is a point."""
    cells: dict[tuple[str, ...], Fraction | None] = {
        ("A", "C"): Fraction(3, 2),
        ("A", "D"): None,
        ("B", "C"): Fraction(-2),
        ("B", "D"): Fraction(0),
    }
    found = {name: _alias_plan(items[name]) for name in ("tabel", "kurva")}
    tables = {name: plan.table for name, plan in found.items() if isinstance(plan, TablePlan)}
    assert tables["tabel"] == Table(("k", "l"), cells)
    points = ((Fraction(0), Fraction(3, 2)), (Fraction(100), Fraction(2)))
    assert tables["kurva"] == Curve(points, "hold")


def test_what_formulas_know_of_an_alias(items: dict[str, LoadedRule]) -> None:
    """A scale gives a category, some of which have no code; a table a number for its CODEs."""
    categories = Type("choice", frozenset("RTB"), lacking=("Tengah",), is_category=True)
    assert shapes.alias_of(_alias(items["skala"])) == Alias("scale", Entry(categories), unit="persen")
    keys = (frozenset("AB"), frozenset("CD"))
    assert shapes.alias_of(_alias(items["tabel"])) == Alias("table", Entry(NUMBER, "nilai"), keys)
    assert shapes.alias_of(_alias(items["kurva"])) == Alias("curve", Entry(NUMBER, "nilai"))
    assert shapes.alias_of(None) == Alias("unknown", Entry(UNKNOWN))


def test_codes(items: dict[str, LoadedRule]) -> None:
    """A CODE without a number is one of the choices, but stands for nothing."""
    assert shapes.choices_of(_alias(items["skala"])) == ("R", "T", "B")
    assert shapes.choices_of(_alias(items["kode"])) == ("A", "B")
    assert [shapes.codes_of(_alias(items[name])) for name in ("skala", "tabel", "kurva")] == [
        frozenset("RTB"),
        frozenset("ABCD"),
        frozenset(),
    ]
    codes, curve = items["kode"].rule, items["kurva"].rule
    assert isinstance(codes, TableRule)
    assert shapes.code_table(codes) == {"A": Fraction(1)}
    assert isinstance(curve, TableRule)
    assert shapes.codes_of_table(curve) == (frozenset(),)


def test_sources_and_titles(items: dict[str, LoadedRule]) -> None:
    """A source is what results say of a file; a title has two languages."""
    item = items["rumus"]
    basis = (LegalBasis(document="Contoh buatan", confidence="applied"),)
    from_day = datetime.date(2020, 1, 1)
    stated = Source("contoh/rumus", "1.0.0", item.document.sha256, item.rule.title.pair, basis, from_day)
    assert shapes.source_of(item) == stated
    assert shapes.pair(Text(id="satu", en="one"), "x") == ("satu", "one")
    assert shapes.pair(None, "x") == ("x", "x")

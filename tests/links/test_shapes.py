"""Tests of `sakip_rules.links.shapes`."""

from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sakip_rules.checker import Checked
from sakip_rules.expression import NUMBER, RANGE, TRUTH, UNKNOWN, Alias, Entry, Type
from sakip_rules.links import shapes
from sakip_rules.loader import LoadedRule
from sakip_rules.models import Input, LegalBasis, ScaleRule, TableRule, Text
from sakip_rules.plans import InputPlan, Source
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


def test_a_scale_as_data(items: dict[str, LoadedRule]) -> None:
    """Ends are open or closed as their keys say; a point is closed on both sides."""
    plan = shapes.scale_plan(items["skala"])
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
    assert shapes.table_plan(items["tabel"]).table == Table(("k", "l"), cells)
    points = ((Fraction(0), Fraction(3, 2)), (Fraction(100), Fraction(2)))
    assert shapes.table_plan(items["kurva"]).table == Curve(points, "hold")


@pytest.mark.parametrize("make", [shapes.scale_plan, shapes.table_plan, shapes.alias_of])
def test_a_rule_of_another_shape(items: dict[str, LoadedRule], make: Callable[[LoadedRule], object]) -> None:
    """A formula rule is neither a scale nor a table."""
    with pytest.raises(TypeError):
        make(items["rumus"])


def test_what_formulas_know_of_an_alias(items: dict[str, LoadedRule]) -> None:
    """A scale gives a category, some of which have no code; a table a number for its CODEs."""
    categories = Type("choice", frozenset("RTB"), lacking=("Tengah",))
    assert shapes.alias_of(items["skala"]) == Alias("scale", Entry(categories), unit="persen")
    keys = (frozenset("AB"), frozenset("CD"))
    assert shapes.alias_of(items["tabel"]) == Alias("table", Entry(NUMBER, "nilai"), keys)
    assert shapes.alias_of(items["kurva"]) == Alias("curve", Entry(NUMBER, "nilai"))
    assert shapes.alias_of(None) == Alias("unknown", Entry(UNKNOWN))


def test_codes(items: dict[str, LoadedRule]) -> None:
    """A CODE without a number is one of the choices, but stands for nothing."""
    assert shapes.choices_of(items["skala"]) == ("R", "T", "B")
    assert shapes.choices_of(items["kode"]) == ("A", "B")
    assert shapes.choices_of(items["rumus"]) == ()
    assert shapes.code_table(items["kode"]) == {"A": Fraction(1)}
    assert shapes.code_table(items["rumus"]) == {}
    curve, scale = items["kurva"].rule, items["skala"].rule
    assert isinstance(curve, TableRule)
    assert isinstance(scale, ScaleRule)
    assert shapes.codes_of_table(curve) == (frozenset(),)
    assert shapes.codes_of_scale(scale).codes == frozenset("RTB")


@pytest.mark.parametrize(
    ("declared", "entry"),
    [
        (InputPlan("x", ("x", "x"), "number", "orang"), Entry(NUMBER, "orang")),
        (InputPlan("x", ("x", "x"), "count"), Entry(NUMBER)),
        (InputPlan("x", ("x", "x"), "truth"), Entry(TRUTH)),
        (InputPlan("x", ("x", "x"), "range", "persen"), Entry(RANGE, "persen")),
        (InputPlan("x", ("x", "x"), "choice", None, ("A", "B")), Entry(Type("choice", frozenset("AB")))),
        (
            InputPlan("x", ("x", "x"), "polarity"),
            Entry(Type("choice", frozenset({"higher_is_better", "lower_is_better", "closer_is_better"}))),
        ),
    ],
)
def test_how_formulas_see_an_input(declared: InputPlan, entry: Entry) -> None:
    """Numbers and ranges have units; choices and polarities their list."""
    assert shapes.entry_of(declared) == entry


def test_an_input_without_its_references() -> None:
    """The title is the name where none is given; choices only if they are listed."""
    plan = shapes.bare_input("x", Input.model_validate({"type": "choice", "choices": ["A"]}))
    assert (plan.title, plan.type, plan.choices, plan.from_rule) == (("x", "x"), "choice", ("A",), False)
    plan = shapes.bare_input("x", Input.model_validate({"title": "Judul", "from": "rule", "unit": "orang"}))
    assert (plan.title, plan.unit, plan.from_rule) == (("Judul", "Judul"), "orang", True)


def test_sources_and_titles(items: dict[str, LoadedRule]) -> None:
    """A source is what results say of a file; a title has two languages."""
    item = items["rumus"]
    basis = (LegalBasis(document="Contoh buatan", confidence="applied"),)
    stated = Source("contoh/rumus", "1.0.0", item.document.sha256, item.rule.title.pair, basis)
    assert shapes.source_of(item) == stated
    assert shapes.pair(Text(id="satu", en="one"), "x") == ("satu", "one")
    assert shapes.pair(None, "x") == ("x", "x")

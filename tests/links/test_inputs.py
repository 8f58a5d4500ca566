"""Tests of `sakip_rules.links.inputs`."""

import datetime
from collections.abc import Callable, Mapping
from fractions import Fraction

import pytest

from sakip_rules.checker import Checked
from sakip_rules.expression import NUMBER, RANGE, TRUTH, UNKNOWN, Entry, Scope, Type
from sakip_rules.links.inputs import entry_of, inputs_of, signature_of
from sakip_rules.links.references import Links
from sakip_rules.models import Body, FormulaRule
from sakip_rules.plans import InputPlan

Checker = Callable[[Mapping[str, str]], Checked]

DAY = datetime.date(2020, 12, 31)
TABLE = "kind: table\nkeys: [k]\nrows: {A: 1, B: 2}\nexamples: [{title: t, given: A, result: 1}]\n"

RULE = """
inputs:
  x: {unit: orang, default: 1}
  p: {type: choice, choices: contoh/t}
  k: {each: {inputs: {n: {default: 2}, m: {each: {inputs: {o: {}, q: {default: 3}}}}}, steps: {s: n}}}
formula: x
unit: persen
rounding: {places: 1}
"""


def _body(**inputs: object) -> Body:
    return Body.read({"inputs": inputs})


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
    assert entry_of(declared) == entry


def test_inputs_as_they_are_declared(checked: Checker) -> None:
    """The title is the name where none is given; choices in their order; a default is a value."""
    body = _body(
        x={"type": "choice", "choices": ["B", "A"]},
        y={"title": "Judul", "unit": "orang", "default": "1,5"},
        z={},
    )
    plans = inputs_of(body, Links(checked({}), DAY)).plans
    assert (plans["x"].title, plans["x"].type, plans["x"].choices) == (("x", "x"), "choice", ("B", "A"))
    assert (plans["y"].title, plans["y"].unit, plans["y"].default) == (
        ("Judul", "Judul"),
        "orang",
        Fraction(3, 2),
    )
    assert (plans["z"].default, plans["z"].from_rule) == (None, False)


def test_rows_have_inputs_of_their_own(checked: Checker) -> None:
    """Rows below rows, too; a default makes an input optional, at its path."""
    rows = {"n": {"default": "2"}, "m": {"each": {"inputs": {"o": {}, "q": {"default": "3"}}}}}
    inputs = inputs_of(_body(k={"each": {"inputs": rows}}, x={"default": "1"}), Links(checked({}), DAY))
    assert inputs.scope == Scope(
        {"x": Entry(NUMBER)},
        {"k": Scope({"n": Entry(NUMBER)}, {"m": Scope({"o": Entry(NUMBER), "q": Entry(NUMBER)})})},
    )
    assert inputs.optional == {("x",), ("k", "n"), ("k", "m", "q")}
    assert inputs.rows["k"].plans["n"].default == 2


def test_lists_come_from_what_is_meant_on_the_day(checked: Checker) -> None:
    """Nothing is known of an input whose list is missing on it, or has errors."""
    found = checked({"t": TABLE})
    body = _body(p={"type": "choice", "choices": "contoh/t", "default": "C"}, q={"codes": "contoh/t"})
    links = Links(found, DAY)
    plans = inputs_of(body, links).plans
    assert plans["p"].choices == ("A", "B")
    assert plans["q"].codes == {"A": Fraction(1), "B": Fraction(2)}
    nothing = inputs_of(body, Links(found, datetime.date(2019, 1, 1)))
    assert nothing.plans == {}
    assert nothing.scope.names == {"p": Entry(UNKNOWN), "q": Entry(UNKNOWN)}
    assert nothing.optional == {("p",)}
    found.unusable |= {item.file for item in found.catalogue.loaded}
    assert inputs_of(body, links).plans == {}


def test_a_default_that_is_no_value(checked: Checker) -> None:
    """It is kept as a mistake, and the input has none."""
    inputs = inputs_of(
        _body(x={"default": "dua"}, y={"type": "truth", "default": "ya"}), Links(checked({}), DAY)
    )
    assert {name: error.key for name, error in inputs.wrong.items()} == {"x": "bad-value.number-word"}
    assert (inputs.plans["x"].default, inputs.plans["y"].default) == (None, True)
    assert inputs.optional == {("x",), ("y",)}


def test_what_a_rule_must_be_given(checked: Checker) -> None:
    """Inputs of all rows below with their types, and those that have a default."""
    found = checked({"a": RULE, "t": TABLE})
    rule = found.catalogue.versions["contoh/a"][0].rule
    assert isinstance(rule, FormulaRule)
    signature = signature_of(rule, inputs_of(rule, Links(found, DAY)))
    assert signature.name == "contoh/a@1.0.0"
    assert signature.inputs == {"x": Entry(NUMBER, "orang"), "p": Entry(Type("choice", frozenset("AB")))}
    rows = Scope({"o": Entry(NUMBER), "q": Entry(NUMBER)})
    assert signature.collections == {"k": Scope({"n": Entry(NUMBER)}, {"m": rows})}
    assert signature.optional == {("x",), ("k", "n"), ("k", "m", "q")}
    assert signature.names == ("x", "p", "k")
    assert (signature.result, signature.states_rounding) == (Entry(NUMBER, "persen"), True)

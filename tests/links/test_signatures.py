"""Tests of `sakip_rules.links.signatures`."""

import datetime
from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked
from sakip_rules.expression import NUMBER, Entry, Scope, Type
from sakip_rules.links.inputs import inputs_of
from sakip_rules.links.references import Links
from sakip_rules.links.signatures import signature_of
from sakip_rules.models import FormulaRule

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

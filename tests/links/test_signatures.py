"""Tests of `sakip_rules.links.signatures`."""

import datetime
from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked
from sakip_rules.expression import NUMBER, UNKNOWN, Entry, Scope, Type
from sakip_rules.links.references import Links
from sakip_rules.links.signatures import entry_of, input_plan, signature_of
from sakip_rules.models import Input

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
    item = found.catalogue.versions["contoh/a"][0]
    signature = signature_of(item, Links(found, DAY))
    assert signature.name == "contoh/a@1.0.0"
    assert signature.inputs == {"x": Entry(NUMBER, "orang"), "p": Entry(Type("choice", frozenset("AB")))}
    rows = Scope({"o": Entry(NUMBER), "q": Entry(NUMBER)})
    assert signature.collections == {"k": Scope({"n": Entry(NUMBER)}, {"m": rows})}
    assert signature.optional == {("x",), ("k", "n"), ("k", "m", "q")}
    assert signature.names == {"x", "p", "k"}
    assert (signature.result, signature.states_rounding) == (Entry(NUMBER, "persen"), True)


def test_only_formula_rules_have_one(checked: Checker) -> None:
    """A table is called with keys, not with inputs."""
    found = checked({"t": TABLE})
    with pytest.raises(TypeError):
        signature_of(found.catalogue.versions["contoh/t"][0], Links(found, DAY))


def test_an_input_with_its_references(checked: Checker) -> None:
    """Lists come from the tables that are meant on the day; nothing is known where one is missing."""
    found = checked({"t": TABLE})
    links = Links(found, DAY)
    choice = Input.model_validate({"type": "choice", "choices": "contoh/t"})
    number = Input.model_validate({"codes": "contoh/t"})
    plans = [input_plan("x", declared, links) for declared in (choice, number)]
    assert [(plan.choices, plan.codes) for plan in plans if plan] == [
        (("A", "B"), None),
        ((), {"A": 1, "B": 2}),
    ]
    none = Links(found, datetime.date(2019, 1, 1))
    assert [entry_of("x", declared, none) for declared in (choice, number)] == [Entry(UNKNOWN)] * 2
    found.unusable |= {item.file for item in found.catalogue.loaded}
    assert input_plan("x", choice, links) is None

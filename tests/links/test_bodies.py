"""Tests of `sakip_rules.links.bodies`."""

from collections.abc import Callable, Mapping

from sakip_rules.checker import Checked
from sakip_rules.links.bodies import (
    bare_name,
    bodies_of,
    calls_of,
    formula_texts,
    names_of,
    parsed,
    step_needs,
)
from sakip_rules.models import AbsentValue, Case, FormulaRule, FrameworkRule, Step

Checker = Callable[[Mapping[str, str]], Checked]

SCALE = (
    "kind: scale\n"
    "bands: [{category: R, code: R, below: 5}, {category: T, from: 5}]\n"
    "examples: [{title: t, given: 5, category: T}]\n"
)
TABLE = (
    "kind: table\nkeys: [k, l]\nrows: {A: {B: 1}}\nexamples: [{title: t, given: {k: A, l: B}, result: 1}]\n"
)
RULE = """
uses: {t: contoh/t}
inputs:
  p: {type: choice, choices: [C, D]}
  k:
    each:
      inputs: {q: {type: polarity}, m: {each: {inputs: {o: {type: choice, choices: [E]}}}}}
      steps: {s: 1}
steps:
  r: {rows: {satu: {u: 1, v: 2}, dua: {u: 1, v: 2}}}
  w: {rows: [{y: 1}]}
  z: {formula: 1, scale: contoh/s}
formula: z
"""
FRAMEWORK = """
kind: framework
uses: {t: contoh/t}
levels:
  akar: {steps: {capaian: 1}}
  bawah: {under: akar, inputs: {capaian: {}, k: {each: {inputs: {n: {}}}}}}
"""


def _rule(checked: Checked, rule_id: str) -> FormulaRule | FrameworkRule:
    rule = checked.catalogue.versions[rule_id][0].rule
    assert isinstance(rule, FormulaRule | FrameworkRule)
    return rule


def test_records_of_a_rule(checked: Checker) -> None:
    """The rule's own, then rows, then rows below rows; of a framework, its levels."""
    found = checked({"a": RULE, "s": SCALE, "t": TABLE, "f": FRAMEWORK})
    k = ("inputs", "k", "each")
    assert [path for _, path in bodies_of(_rule(found, "contoh/a"))] == [(), k, (*k, "inputs", "m", "each")]
    levels = [path for _, path in bodies_of(_rule(found, "contoh/f"))]
    assert levels == [("levels", "akar"), ("levels", "bawah"), ("levels", "bawah", *k)]


def test_names_of_a_rule(checked: Checker) -> None:
    """Aliases, levels, inputs, steps and columns, each once."""
    found = checked({"a": RULE, "s": SCALE, "t": TABLE, "f": FRAMEWORK})
    assert [name for name, _ in names_of(_rule(found, "contoh/a"))] == list("tpkruvwyzqmso")
    paths = dict(names_of(_rule(found, "contoh/a")))
    assert paths["v"] == ("steps", "r", "rows", "satu", "v")
    assert paths["y"] == ("steps", "w", "rows", 0, "y")
    assert [name for name, _ in names_of(_rule(found, "contoh/f"))] == [
        "t",
        "akar",
        "bawah",
        "capaian",
        "capaian",
        "k",
        "n",
    ]


def test_texts_of_a_formula_field() -> None:
    """A field is a text, or cases whose outcomes may be absent values."""
    cases = (
        Case(when="x > 0", then=AbsentValue(status="missing")),
        Case(otherwise="y"),
    )
    assert formula_texts("x + 1") == ["x + 1"]
    assert formula_texts(cases) == ["x > 0", "y"]
    assert formula_texts(None) == []


def test_texts_that_cannot_be_parsed_are_left_out() -> None:
    """What is wrong with a text is said elsewhere."""
    assert [formula.text for formula in parsed(["x +", "y"])] == ["y"]


def test_needs_of_steps() -> None:
    """A step needs what its formulas name, its cells name, and what the rule it calls takes by name."""
    steps = {
        "a": Step(formula="b + x"),
        "b": Step.read({"rows": [{"n": "c"}, {"n": "x"}]}),
        "c": Step.read({"rule": "contoh/r", "with": {"p": "d"}}),
        "d": Step(formula="x"),
        "e": Step(formula="x"),
        "p": Step(formula="x"),
    }
    called = {"contoh/r": ["p", "e"]}
    needs = {name: step_needs(step, steps, lambda rule: called[rule.id]) for name, step in steps.items()}
    assert needs == {
        "a": ["b"],
        "b": ["c"],
        "c": ["d", "e"],
        "d": [],
        "e": [],
        "p": [],
    }


def test_a_formula_that_is_a_name() -> None:
    """In brackets too; not an operation, a field, cases, or what cannot be read."""
    assert [bare_name(text) for text in ("x", " (x) ", "A")] == ["x", "x", "A"]
    assert [bare_name(text) for text in ("x + 1", "x.min", "1", "x +")] == [None] * 4
    assert bare_name((Case.read({"otherwise": "x"}),)) is None


def test_calls_of_steps() -> None:
    """The rule that computes a step, or those of its cases, each with its place in the step."""
    cases = [
        {"when": "x", "then": {"rule": "contoh/r", "with": {"p": "d + 1"}}},
        {"when": "y", "then": "a"},
        {"otherwise": {"rule": "contoh/s"}},
    ]
    step = Step.read({"formula": cases})
    assert [(call.path, call.rule.id, dict(call.with_)) for call in calls_of(step)] == [
        (("formula", 0, "then"), "contoh/r", {"p": "d + 1"}),
        (("formula", 2, "otherwise"), "contoh/s", {}),
    ]
    assert [call.path for call in calls_of(Step.read({"rule": "contoh/r"}))] == [()]
    assert calls_of(Step(formula="x")) == []
    called = {"contoh/r": ["p", "e"], "contoh/s": ["f"]}
    steps = dict.fromkeys("adefpxy", Step(formula="1"))
    assert step_needs(step, steps, lambda rule: called[rule.id]) == ["x", "y", "a", "d", "e", "f"]

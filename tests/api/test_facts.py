"""What a rule says of itself, for programs."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest
from tests.written import rules

from sakip_rules import Catalogue, DataError, Result, UsageError
from sakip_rules.api.facts import Choice, RuleBand

FORMULA = """
title: {id: Nilai, en: Score}
description: {id: Penjelasan, en: Explanation}
polarity: higher_is_better
inputs:
  n: {title: {id: Angka, en: Number}, unit: persen, default: 2.5}
  c: {type: count, default: 3}
  t: {type: truth, default: ya}
  h: {type: choice, choices: [A, B], default: A}
  p: {type: polarity}
  r: {type: range, default: {min: 1, max: 2}}
  o: {each: {inputs: {x: {}}}}
steps:
  k: {rule: contoh/b}
  lain: (1 if t else 2) + (1 if h == A else 2) + (1 if p == higher_is_better else 2) + r.max
formula: n + c + sum(o.x) + k + lain
scale: contoh/s
"""
SCALE = """
bands:
  - {category: Baik, code: B, from: 75, words: di atas, color: 00AA00}
  - {category: Kurang, below: 75}
  - {category: Kosong, status: missing}
"""
TABLE = """
keys: [k, l]
rows: {A: {X: 1, Y: 0.5}}
examples: [{title: c, given: {k: A, l: X}, result: 1}]
"""
CURVE = """
keys: [k]
interpolate: linear
outside: hold
rows: {0: 0, 3: 1}
examples: [{title: c, given: 0, result: 0}]
"""
BODIES = {
    "indicator a": FORMULA,
    "index b": "inputs: {n: {}}\nformula: n",
    "scale s": SCALE,
    "table t": TABLE,
    "table garis": CURVE,
    "framework k": "levels: {d: {result: x, inputs: {x: {}}}}",
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """A rule of every kind."""
    return rules(tmp_path_factory.mktemp("rules"), BODIES)


def test_what_a_rule_says(catalogue: Catalogue) -> None:
    """In both languages where it is text."""
    rule = catalogue.rule("contoh/a", on=2020)
    assert (rule.title(), rule.title("en")) == ("Nilai", "Score")
    assert (rule.description("en"), catalogue.rule("contoh/b", on=2020).description()) == (
        "Explanation",
        None,
    )
    assert (rule.kind, rule.unit, rule.polarity) == ("indicator", "nilai", "higher_is_better")
    assert ([law.document for law in rule.legal_basis], rule.confidence) == (["Contoh buatan"], "applied")
    assert rule.dependencies == ("contoh/b@1.0.0", "contoh/s@1.0.0")
    assert rule.source.startswith("kind: indicator\nid: contoh/a\n")
    for call in (rule.title, rule.description, rule.input_schema):
        with pytest.raises(UsageError):
            call("fr")  # type: ignore[arg-type]  # what programs without types do


def test_its_inputs(catalogue: Catalogue) -> None:
    """With type, unit, choices, default and rows."""
    inputs = {each.name: each for each in catalogue.rule("contoh/a", on=2020).inputs}
    assert [each.type for each in inputs.values()] == [
        *("number", "count", "truth", "choice", "polarity", "range", "rows"),
    ]
    assert (inputs["n"].title("en"), inputs["n"].unit) == ("Number", "persen")
    assert [inputs[name].default for name in "ncthpr"] == [
        "2.5",
        "3",
        True,
        "A",
        None,
        {"min": "1", "max": "2"},
    ]
    assert inputs["h"].choices == (Choice("A", ("A", "A")), Choice("B", ("B", "B")))
    assert inputs["p"].choices[0] == Choice(
        "higher_is_better", ("makin tinggi makin baik", "higher is better")
    )
    assert [each.name for each in inputs["o"].rows] == ["x"]
    table = catalogue.rule("contoh/t", on=2020).inputs
    assert [(each.name, [choice.code for choice in each.choices]) for each in table] == [
        *(("k", ["A"]), ("l", ["X", "Y"])),
    ]
    for name, called in (("s", "value"), ("garis", "k")):
        assert [each.name for each in catalogue.rule(f"contoh/{name}", on=2020).inputs] == [called]
    assert catalogue.rule("contoh/k", on=2020).inputs == ()


def test_its_bands(catalogue: Catalogue) -> None:
    """Of the scale that it is, or that its result is put in; with words and colour."""
    good = RuleBand("Baik", "B", Fraction(75), True, None, False, None, "di atas", "00AA00")  # noqa: FBT003 - a tuple
    found = catalogue.rule("contoh/s", on=2020).bands
    assert found[0] == good
    assert [(band.category, band.high, band.high_closed, band.status) for band in found[1:]] == [
        *(("Kurang", 75, False, None), ("Kosong", None, False, "missing")),
    ]
    assert catalogue.rule("contoh/a", on=2020).bands == found
    assert catalogue.rule("contoh/b", on=2020).bands == ()


def test_a_form_for_its_data(catalogue: Catalogue) -> None:
    """A JSON Schema that takes right data and refuses wrong ones, as `validate` does."""
    rule = catalogue.rule("contoh/a", on=2020)
    schema = rule.input_schema("en")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert schema["properties"]["n"] == {"title": "Number", "type": "number", "unit": "persen"}
    assert schema["properties"]["c"] == {"title": "c", "type": "integer", "minimum": 0, "default": 3}
    assert schema["properties"]["p"]["oneOf"][0] == {"const": "higher_is_better", "title": "higher is better"}
    right = {"n": 1, "c": 2, "t": False, "h": "B", "r": {"min": 0, "max": 3}, "o": [{"x": 1}]}
    wrong: dict[str, object] = {"c": -1, "h": "C", "t": 3, "r": {"min": 1}, "o": [{"y": 1}], "q": 1}
    validator = jsonschema.Draft202012Validator(schema)
    assert (validator.is_valid(right), rule.validate(right)) == (True, [])
    for name, datum in wrong.items():
        data = {name: datum}
        assert not validator.is_valid(data)
        assert rule.validate(data) != []


def test_data_are_looked_at_without_computing(catalogue: Catalogue) -> None:
    """Each mistake with its path; also of scales and tables."""
    found = catalogue.rule("contoh/a", on=2020).validate({"n": "?", "o": [{"x": 1}, {"x": "?"}]})
    assert [one.path for one in found] == [("n",), ("o", 1, "x")]
    scale, table = catalogue.rule("contoh/s", on=2020), catalogue.rule("contoh/t", on=2020)
    assert [scale.validate({"value": value}) for value in (1, None, "missing")] == [[], [], []]
    assert [one.code for one in scale.validate({"value": "?"})] == ["bad-value"]
    assert [one.path for one in table.validate({"k": "A", "m": "X"})] == [("m",)]
    assert table.validate({"k": "A", "l": "X"}) == []
    with pytest.raises(UsageError):
        catalogue.rule("contoh/k", on=2020).validate({})
    with pytest.raises(UsageError):
        scale.validate([1])  # type: ignore[arg-type]  # what programs without types do


def test_many_rows(catalogue: Catalogue) -> None:
    """Each wrong one is told with its number; or stands in the place of its result."""
    rule = catalogue.rule("contoh/b", on=2020)
    rows: list[dict[str, object]] = [{"n": 1}, {"n": "?"}, {"n": Decimal("2.5")}, {"m": 1}]
    found = rule.evaluate_many(rows, on_error="collect")
    assert [each.exact if isinstance(each, Result) else each.diagnostics[0].path for each in found] == [
        *(1, (1, "n"), Fraction(5, 2), (3, "m")),
    ]
    assert [each.exact for each in rule.evaluate_many(iter(rows[:1]))] == [1]
    with pytest.raises(DataError) as caught:
        rule.evaluate_many(rows)
    assert [one.path for one in caught.value.diagnostics] == [(1, "n")]
    with pytest.raises(UsageError):
        rule.evaluate_many(rows, on_error="ignore")  # type: ignore[call-overload]  # as above


@pytest.mark.slow
def test_every_bundled_rule_has_a_form() -> None:
    """A valid schema, for every version of every rule."""
    bundled = Catalogue.bundled()
    for rule_id in bundled:
        for version in bundled.versions(rule_id):
            rule = bundled.rule(version.reference)
            jsonschema.Draft202012Validator.check_schema(rule.input_schema())
            assert rule.source

"""Inputs, steps, checks, bodies and levels."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from sakip_rules.models import Body, Check, Input, Level, Model, Reference, Rounding, Step


def fault(model: type[Model], value: object) -> tuple[Any, ...]:
    """Where the first mistake of a value is, and the key of its diagnostic."""
    with pytest.raises(ValidationError) as caught:
        model.read(value)
    error = caught.value.errors()[0]
    return (*error["loc"], *error.get("ctx", {}).get("at", ()), error["type"])


def test_an_empty_input_is_a_number() -> None:
    """`{}` is a plain number of unknown unit, without default."""
    empty = Input.read({})
    assert (empty.type, empty.unit, empty.default, empty.each) == ("number", None, None, None)


def test_choices_are_codes_or_a_reference() -> None:
    """A choice lists its codes, or names the scale or table that has them."""
    assert Input.read({"type": "choice", "choices": ["BB", "B"]}).choices == ("BB", "B")
    assert Input.read({"type": "choice", "choices": "a/b"}).choices == Reference("a/b")


def test_a_default_stays_as_written() -> None:
    """A default is typed by the reader, which knows the input's type."""
    assert Input.read({"default": "1.10"}).default == "1.10"
    assert Input.read({"type": "range", "default": {"min": "1"}}).default == {"min": "1"}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"type": "choice"}, ("missing-key.choices",)),
        ({"choices": ["a"]}, ("choices", "bad-value.choices-only-choice")),
        ({"type": "choice", "choices": []}, ("choices", "<list>", "bad-value.list-empty")),
        ({"type": "choice", "choices": ["a", "a"]}, ("choices", "<list>", 1, "bad-value.repeated")),
        ({"type": "choice", "choices": ["a b"]}, ("choices", "<list>", 0, "bad-value.code-space")),
        ({"type": "truth", "codes": "a/b"}, ("codes", "bad-value.codes-only-number")),
        ({"each": {}, "unit": "orang"}, ("unit", "bad-value.each-alone")),
        ({"each": {}, "from": "rule"}, ("from", "bad-value.each-alone")),
        ({"type": "teks"}, ("type", "literal_error")),
        ({"default": ["1"]}, ("default", "bad-value.literal")),
        ({"unit": None}, ("unit", "bad-value.empty")),
        ({"from_": "rule"}, ("from_", "extra_forbidden")),
        (
            {"each": {"inputs": {"x": {"from": "rule"}}}},
            ("each", "inputs", "x", "from", "bad-value.from-outside-level"),
        ),
    ],
)
def test_wrong_inputs(value: object, expected: tuple[object, ...]) -> None:
    """Keys that exclude each other, and keys that need each other, are told apart."""
    assert fault(Input, value) == expected


def test_codes_for_numbers_and_ranges() -> None:
    """A number and a range may be given as a code of a table."""
    assert Input.read({"codes": "a/b"}).codes == Reference("a/b")
    assert Input.read({"type": "range", "codes": "a/b"}).codes == Reference("a/b")


def test_short_steps() -> None:
    """A bare formula, or a bare list of cases, is short for `formula`."""
    assert Step.read("a + b") == Step.read({"formula": "a + b"})
    cases = [{"when": "a", "then": "b"}]
    assert Step.read(cases) == Step.read({"formula": cases})


def test_rows_keep_their_ids_and_order() -> None:
    """Rows of a map have ids, those of a list have none."""
    listed = Step.read({"rows": [{"x": "1", "y": "a"}, {"y": "b", "x": "2"}]})
    assert listed.rows == ((None, {"x": "1", "y": "a"}), (None, {"x": "2", "y": "b"}))
    keyed = Step.read({"rows": {"b": {"x": "1"}, "a": {"x": "2"}}})
    assert keyed.rows == (("b", {"x": "1"}), ("a", {"x": "2"}))


def test_with_binds_formulas() -> None:
    """`with` gives the called rule's inputs formulas, or cases."""
    step = Step.read({"rule": "a/b", "with": {"x": "y", "z": [{"when": "y", "then": "1"}]}})
    assert step.with_["x"] == "y"
    assert isinstance(step.with_["z"], tuple)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, ("missing-key.step",)),
        ({"unit": "persen"}, ("missing-key.step",)),
        ({"formula": "a", "rule": "a/b"}, ("rule", "bad-value.step-ways")),
        ({"formula": "a", "with": {"x": "a"}}, ("with", "bad-value.with-only-rule")),
        ({"rows": [{"x": "1"}], "scale": "a/b"}, ("scale", "bad-value.not-for-rows")),
        ({"rows": [{"x": "1"}], "rounding": {"places": "0"}}, ("rounding", "bad-value.not-for-rows")),
        ({"rows": []}, ("rows", "bad-value.list-empty")),
        ({"rows": [{}]}, ("rows", 0, "bad-value.row-empty")),
        ({"rows": {"a": {"x": "1"}, "b": {"y": "1"}}}, ("rows", "b", "bad-value.rows-differ")),
        ({"rows": {"status": {"x": "1"}}}, ("rows", "<map>", "status", "[key]", "bad-value.row-id")),
        ({"rows": [{"X": "1"}]}, ("rows", "<list>", 0, "X", "[key]", "bad-value.name-capital")),
    ],
)
def test_wrong_steps(value: object, expected: tuple[object, ...]) -> None:
    """A step has one way to its value, and only the keys that go with it."""
    assert fault(Step, value) == expected


def test_rounding_defaults() -> None:
    """Half up, and exact values carried, unless said otherwise."""
    assert Rounding.read({"places": "2"}) == Rounding(places=2, mode="half_up", carry="exact")
    assert fault(Rounding, {}) == ("places", "missing")
    assert fault(Rounding, {"places": "2", "mode": "half"}) == ("mode", "literal_error")


def test_checks_are_errors_by_default() -> None:
    """A check that does not say how serious it is, is an error."""
    assert Check.read({"expect": "a > 0", "message": "Salah"}).severity == "error"


def test_levels() -> None:
    """A level stands under one level or several, and may take an input from a rule."""
    level = Level.read({"under": "atas", "inputs": {"x": {"from": "rule"}}})
    assert (level.under, level.inputs["x"].from_) == (("atas",), "rule")
    assert Level.read({"under": ["a", "b"]}).under == ("a", "b")
    assert Level.read({}).under == ()
    assert fault(Level, {"under": []}) == ("under", "bad-value.list-empty")
    assert fault(Level, {"under": ["a", "B"]}) == ("under", 1, "bad-value.name-capital")


def test_only_levels_take_inputs_from_a_rule() -> None:
    """Outside a level `from: rule` is refused."""
    assert fault(Body, {"inputs": {"x": {"from": "rule"}}}) == (
        "inputs",
        "x",
        "from",
        "bad-value.from-outside-level",
    )

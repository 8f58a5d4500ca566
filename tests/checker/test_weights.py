"""Tests of `sakip_rules.checker.weights`."""

from collections.abc import Callable, Mapping

import pytest

from sakip_rules.checker import Checked

Found = Callable[[Mapping[str, str]], list[tuple[str, str]]]

ROWS = "  k:\n    rows: [{n: x, b: 60, c: 1}, {n: x, b: 40, c: 1}]\n"


def _keys(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(key, text) for key, text in found if key != "unused-name.column"]


def _weighted(formula: str, checks: str = "[]", steps: str = "") -> dict[str, str]:
    return {"a": f"inputs: {{x: {{}}}}\nsteps:\n{ROWS}{steps}formula: {formula}\nchecks: {checks}\n"}


@pytest.mark.parametrize("expect", ["sum(k.c) == 2", "mean(k.b) == 50", "x > sum(k.n)"])
def test_weights_that_nothing_adds_up(check: Found, expect: str) -> None:
    """A weighted mean over fixed rows wants a check on the sum of its weights, and no other."""
    checks = f"[{{expect: {expect}, message: m}}]"
    assert _keys(check(_weighted("mean(k.n, weight=k.b)", checks))) == [
        ("weights-unchecked", "mean(k.n, weight=k.b)")
    ]


@pytest.mark.parametrize("expect", ["sum(k.b) == 100", "abs(sum(k.b * 1) - 100) <= 0.05"])
def test_weights_that_a_check_adds_up(check: Found, expect: str) -> None:
    """Any check that adds up the column is one on the sum of the weights."""
    checks = f"[{{expect: {expect}, message: m}}]"
    assert _keys(check(_weighted("mean(k.n, weight=k.b)", checks))) == []


def test_weights_in_a_step_and_in_a_binding(check: Found) -> None:
    """A weighted mean is looked for wherever a formula of the record stands."""
    called = "inputs: {x: {}}\nformula: x\n"
    steps = (
        "  s: mean(k.n, weight=k.c)\n  t:\n    rule: contoh/b\n    with:\n      x: mean(k.n, weight=k.b)\n"
    )
    assert _keys(check({**_weighted("s + t", steps=steps), "b": called})) == [
        ("weights-unchecked", "mean(k.n, weight=k.c)"),
        ("weights-unchecked", "mean(k.n, weight=k.b)"),
    ]


def test_the_first_of_several_weights_is_named(checked: Callable[[Mapping[str, str]], Checked]) -> None:
    """Of a weight that is computed from two columns, the one whose name is first."""
    found = checked(_weighted("mean(k.n, weight=k.c * k.b)")).diagnostics
    assert [dict(one.texts)["name"] for one in found if one.key == "weights-unchecked"] == ["`k.b`"]


def test_weights_of_what_are_no_rows(check: Found) -> None:
    """A step that is a value has no columns: that is the one mistake."""
    found = _keys(check(_weighted("mean(t.n, weight=t.b) + sum(k.n)", steps="  t: x\n")))
    assert {key for key, _ in found} == {"unknown-name.field"}


def test_weights_of_data_need_no_check(check: Found) -> None:
    """Only weights that stand in the rule can be checked there."""
    body = "inputs: {k: {each: {inputs: {n: {}, b: {}}}}}\nformula: mean(k.n, weight=k.b)\n"
    assert check({"a": body}) == []


def test_a_weight_that_is_no_column(check: Found) -> None:
    """One weight for all rows has no sum to check."""
    assert _keys(check(_weighted("mean(k.n, weight=x)"))) == []

"""Tests of slips inside one formula."""

from __future__ import annotations

import pytest

from sakip_rules.expression import parse
from sakip_rules.mutation.formulas import formula_slips, last_place


def changed(text: str) -> set[tuple[str, str]]:
    """The kinds and texts of all slips of a formula."""
    return {(slip.kind, slip.now) for slip in formula_slips(text, ("formula",))}


@pytest.mark.parametrize(
    ("text", "kind", "now"),
    [
        ("a + b", "operator", "a - b"),
        ("a / b * 100", "operator", "a * b * 100"),
        ("a / b * 100", "constant", "a / b * 101"),
        ("a / b * 0.50", "constant", "a / b * 0.49"),
        ("a / b * 100", "names", "b / a * 100"),
        ("a <= b", "comparison", "a < b"),
        ("a == b", "comparison", "a != b"),
        ("p and q", "operator", "p or q"),
        ("not p", "operator", " p"),
        ("min(a, 100)", "function", "max(a, 100)"),
        ("sum(c.x)", "function", "mean(c.x)"),
        ("mean(c.x, where=given(c.x), weight=c.w)", "where", "mean(c.x, weight=c.w)"),
        ("mean(c.x, where=given(c.x), weight=c.w)", "weight", "mean(c.x, where=given(c.x))"),
    ],
)
def test_a_pen_slips_in_this_way(text: str, kind: str, now: str) -> None:
    """Each small change of the formula is among its slips, with its kind."""
    assert (kind, now) in changed(text)


def test_every_slip_is_one_change_that_parses() -> None:
    """Slips are mistakes that a checker lets pass to be looked at: formulas other than the original."""
    text = "sum(c.x * c.y, where=c.x > 0) / max(a, 1) if p and not q else -b ** 2"
    slips = list(formula_slips(text, ()))
    assert len(slips) > 15
    for slip in slips:
        assert slip.now != text
        parse(slip.now.strip())


def test_a_formula_that_cannot_be_read_has_no_slips() -> None:
    """What the checker refuses is not changed further."""
    assert changed("a +") == set()


@pytest.mark.parametrize(("text", "near"), [("100", ["101", "99"]), ("0.05", ["0.06", "0.04"]), ("x", [])])
def test_a_number_moves_by_one_in_its_last_place(text: str, near: list[str]) -> None:
    """The last place of the text decides how far."""
    assert list(last_place(text)) == near

"""Formulas as flat lists of nodes."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression import parse
from sakip_rules.expression.functions import FUNCTION_NAMES
from sakip_rules.portable.nodes import UNARY, nodes_of, number_text

WORDS = {*UNARY.values(), "#", "end", "row", "last_year", "and", "or", "compare", "if", "call", "over"}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("x", ["x"]),
        ("29.4200", [["#", "29.42"]]),
        ("x / y * 100", ["x", "y", ["/", 0, 1], ["#", "100"], ["*", 2, 3]]),
        ("-(+x)", ["x", ["pos", 0], ["neg", 1]]),
        ("x ** -2", ["x", ["#", "2"], ["neg", 1], ["**", 0, 2]]),
        ("not a and b and c", ["a", ["not", 0], "b", "c", ["and", 1, 2, 3]]),
        ("1 < x <= 2", [["#", "1"], "x", ["#", "2"], ["compare", ["<", "<="], 0, 1, 2]]),
        ("a if t else b", ["t", "a", "b", ["if", 0, 1, 2]]),
        ("root(x, 3)", ["x", ["#", "3"], ["root", 0, 1]]),
        ("koreksi(predikat(x))", ["x", ["call", "predikat", 0], ["call", "koreksi", 1]]),
        ("target.min", [["end", "target", "min"]]),
        ("tahun_lalu.target.max", [["last_year", "target", "max"]]),
        ("sum(c.d.f)", [["row", "f"], ["over", "sum", ["c", "d"], 0, None, None]]),
        ("max(c.x.min)", [["row", "x", "min"], ["over", "max", ["c"], 0, None, None]]),
        ("sum(riwayat.f)", [["row", "f"], ["over", "sum", ["riwayat"], 0, None, None]]),
        (
            "mean(c.f, weight=c.w, where=c.t > x.min)",
            [
                ["row", "f"],
                ["row", "t"],
                ["end", "x", "min"],
                ["compare", [">"], 1, 2],
                ["row", "w"],
                ["over", "mean", ["c"], 0, 3, 4],
            ],
        ),
        ("count(c, where=given(c.f))", [["row", "f"], ["given", 0], ["over", "count", ["c"], None, 1, None]]),
        (
            "count(c) / count(c.f)",
            [
                ["over", "count", ["c"], None, None, None],
                ["row", "f"],
                ["over", "count", ["c"], 1, None, None],
                ["/", 0, 2],
            ],
        ),
    ],
)
def test_every_form_has_a_node(text: str, nodes: list[Any]) -> None:
    """Operands stand before, dotted names are told apart by what they are read from."""
    assert nodes_of(parse(text)) == nodes


def test_no_function_is_called_like_a_word_of_nodes() -> None:
    """A node that begins with a function's name is a call of that function."""
    assert not WORDS & FUNCTION_NAMES


def test_a_deep_formula_has_a_flat_list() -> None:
    """Readers of JSON stop at some depth of brackets: 512 in PHP."""
    nodes = nodes_of(parse("-" * 499 + "a"))
    assert nodes == ["a", *(["neg", place] for place in range(499))]


@given(st.fractions())
def test_numbers_are_exact_texts(x: Fraction) -> None:
    """Read as a fraction, the text is the number; it has a slash only where no decimal is exact."""
    text = number_text(x)
    assert Fraction(text) == x
    rest = x.denominator
    for factor in (2, 5):
        while rest % factor == 0:
            rest //= factor
    assert ("/" in text) is (rest != 1)

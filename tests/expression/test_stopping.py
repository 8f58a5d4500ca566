"""Tests of `sakip_rules.expression.stopping`: the same place whatever version of Python runs."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression import FormulaFaultError, parse
from sakip_rules.expression.stopping import _Reading, stop
from sakip_rules.expression.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a b", "b"),
        ("  a +", "+"),
        ("a.if", "if"),
        ("if a", "if"),
        ("a if b", "b"),
        ("a if b c", "c"),
        ("a else b", "else"),
        ("min(a if b, c)", ","),
        ("(a if b)", ")"),
        ("(a", "("),
        ("min(a, (b", "("),
        ("a)", ")"),
        ("not", "not"),
        ("a * not b", "not"),
        ("min(a", "("),
        ("-", "-"),
        ("a * / b", "/"),
        ("a < = b", "="),
        ("a + = b", "="),
        ("a + + * b", "*"),
        ("min(, a)", ","),
        ("1 2", "2"),
        ("a and or b", "or"),
    ],
)
def test_the_first_token_that_cannot_stand_there(text: str, at: str) -> None:
    """Or the bracket that is never closed, or the last token where something must follow."""
    token = stop(tokenize(text))
    assert token.text == at
    with pytest.raises(FormulaFaultError) as caught:
        parse(text)
    found = caught.value.fault
    assert (found.key, found.start) == ("formula-not-allowed.syntax", token.start)


def test_of_an_open_bracket_the_innermost_is_named() -> None:
    """By its place, for all look alike."""
    assert stop(tokenize("(a + (b")).start == 5
    assert stop(tokenize("(a + (b)")).start == 0
    assert stop(tokenize("(a + (b +")).start == 8


SIGNS = st.sampled_from(["+", "-", "*", "/", "<", "<=", "==", "and", "or"])
FORMULAS = st.recursive(
    st.sampled_from(["a", "1.5", "c.f", "r.min"]),
    lambda inner: st.one_of(
        st.tuples(inner, SIGNS, inner).map(" ".join),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"- {one}"),
        inner.map(lambda one: f"(not {one})"),
        st.tuples(inner, inner, inner).map(lambda three: "({} if {} else {})".format(*three)),
        st.tuples(inner, inner).map(lambda two: "sum({}, where={})".format(*two)),
        st.tuples(inner, inner).map(lambda two: "min({}, {})".format(*two)),
    ),
    max_leaves=8,
)


@given(FORMULAS)
def test_what_python_parses_is_read_to_its_end(text: str) -> None:
    """No token of a formula that is one is refused."""
    ast.parse(text, mode="eval")
    reading = _Reading()
    assert [token for token in tokenize(text) if not reading.takes(token)] == []

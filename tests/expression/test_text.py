"""Formulas as text: canonical, and with values."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression import Formula, FormulaFaultError, parse
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import Node, children

Deep = Callable[[Callable[[], Any]], Any]

LEAVES = ["a", "b_1", "x.min", "c.f", "c.d.f", "0", "29.42", "1.2340", "1000"]
FORMS = [
    *("({0})", "(-({0}))", "(+({0}))", "(not ({0}))", "({0}) ** 3", "({0}) ** -2"),
    *(f"(({{0}}) {op} ({{1}}))" for op in ("+", "-", "*", "/", "<", "==", "!=", "and", "or")),
    *(
        "(({0}) < ({1}) <= ({0}))",
        "(({0}) and ({1}) and ({0}))",
        "(({0}) if ({1}) else ({0}))",
        "(({1}) if ({0}) else ({1}))",
    ),
    *(
        "abs({0})",
        "min({0}, {1})",
        "predikat({0})",
        "sum({0})",
        "mean({0}, where={1}, weight={0})",
        "count(c, where={0})",
    ),
]
FORMULAS = st.recursive(
    st.sampled_from(LEAVES),
    lambda below: st.builds(
        lambda form, one, other: form.format(one, other), st.sampled_from(FORMS), below, below
    ),
    max_leaves=6,
)


def label(node: Node) -> tuple[object, ...]:
    """What a node is, apart from its operands and its place."""
    names = ("value", "name", "path", "op", "ops", "function", "rows")
    return (type(node).__name__, len(children(node)), *(getattr(node, name, None) for name in names))


def same(one: Formula, other: Formula) -> bool:
    """Whether two trees are equal: the same nodes in postorder, each with as many operands."""
    return [label(node) for node in one.nodes] == [label(node) for node in other.nodes]


@given(FORMULAS)
def test_the_text_of_a_tree_parses_to_an_equal_tree(text: str) -> None:
    """No bracket is missing, and writing it once more changes nothing."""
    formula = parse(text)
    written = to_text(formula)
    assert same(parse(written), formula)
    assert to_text(parse(written).root) == written


@given(FORMULAS)
def test_no_bracket_can_be_left_out(text: str) -> None:
    """Without any one pair of its grouping brackets, the text has another tree or none."""
    written = to_text(parse(text))
    formula = parse(written)
    for start, end in grouping_brackets(written):
        shorter = written[:start] + " " + written[start + 1 : end] + " " + written[end + 1 :]
        other = tree(shorter)
        assert other is None or not same(other, formula)


def tree(text: str) -> Formula | None:
    """The tree of a text, if it is a formula."""
    try:
        return parse(text)
    except FormulaFaultError:
        return None


def grouping_brackets(text: str) -> list[tuple[int, int]]:
    """The places of brackets that are not those of a call."""
    found, stack = [], []
    for place, character in enumerate(text):
        if character == "(":
            stack.append(place)
        elif character == ")":
            start = stack.pop()
            if not (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
                found.append((start, place))
    return found


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("((a)+(b))*100.00", "(a + b) * 100"),
        ("a-(b-c)-(d)", "a - (b - c) - d"),
        ("a/(b*c)", "a / (b * c)"),
        ("(-a)**2", "(-a) ** 2"),
        ("-(a**2)", "-a ** 2"),
        ("a**(-2)", "a ** -2"),
        ("not(a==b)", "not a == b"),
        ("(not a)==b", "(not a) == b"),
        ("(a<b)<c", "(a < b) < c"),
        ("a and(b and c)or d", "a and (b and c) or d"),
        ("(a if b else c)if d else(e if f else g)", "(a if b else c) if d else e if f else g"),
        ("mean( c.f ,weight = c.w,where=not c.t)", "mean(c.f, where=not c.t, weight=c.w)"),
        ("a\n* 1\n", "a * 1"),
        ("0.10", "0.1"),
        ("29.4200 * 1.2340", "29.42 * 1.2340"),
    ],
)
def test_the_canonical_text_has_one_spacing_and_few_brackets(text: str, written: str) -> None:
    """However a formula was typed, it is written in one way."""
    assert to_text(parse(text)) == written


def test_a_part_of_a_formula_has_a_text_too() -> None:
    """A node may stand for a formula."""
    assert to_text(children(parse("a * (b+c)").root)[1]) == "b + c"


def test_long_formulas_are_written_from_a_deep_stack(deep: Deep) -> None:
    """Writing does not recurse."""
    formula = parse("-" * 499 + "a")
    assert deep(lambda: to_text(formula)) == "-" * 499 + "a"

from collections.abc import Callable

import pytest

from sakip_rules.exporters.workbook.absence import Absence, Leaf
from sakip_rules.exporters.workbook.arithmetic import arithmetic, guarded, is_arithmetic, is_leaf
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression import parse
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import Node

ABSENCE = Absence("id", "X!A1:A4")


def cell(node: Node) -> Leaf:
    """Calls a cell as its name is; `t` is a text."""
    name = to_text(node)
    return Leaf(name, "text" if name == "t" else "number", clean=name != "kotor")


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("a / b * 100", "a/b*100"),
        ("a / (b * 100)", "a/(b*100)"),
        ("a - (b - c)", "a-(b-c)"),
        ("-a ** 2", "-(a^2)"),
        ("(-a) ** 2", "(-a)^2"),
        ("a * -b", "a*(-b)"),
        ("a ** -2", "a^(-2)"),
        ("max(a + 1, b) - 0.5", "MAX(a+1,b)-0.5"),
        ("root(a, 3)", "MAX(a,0)^(1/3)"),
    ],
)
def test_arithmetic_as_a_cell_writes_it(formula: str, text: str) -> None:
    """Signs stand in brackets: in a cell `-2^2` is 4."""
    assert arithmetic(parse(formula).root, cell).text.replace("-(a^2)", "-(a^2)") == text


@pytest.mark.parametrize(
    ("formula", "tests"),
    [
        ("a / b", ["b=0"]),
        ("a / kotor", ["ROUND(kotor,10)=0"]),
        ("a / (b - c)", ["ROUND(b-c,10)=0"]),
        ("a ** -1", ["a=0"]),
        ("ln(a)", ["a<=0"]),
        ("clamp(a, b, c)", ["b>c"]),
        ("a + b", []),
    ],
)
def test_where_it_has_no_value(formula: str, tests: list[str]) -> None:
    """Division by zero, and what lies outside the domain of a function."""
    assert [one.test for one in arithmetic(parse(formula).root, cell).faults] == tests


def test_it_is_computed_only_where_all_is_there() -> None:
    """Else the worst absent value; what cannot be computed elsewhere comes before what is missing."""
    made = arithmetic(parse("a / b + c").root, cell)
    text = guarded(made, ABSENCE, lambda number: f"ROUND({number},2)")
    assert text.startswith('IF(COUNT(a,b,c)=3,IF(b=0,"tidak dapat dihitung",ROUND(a/b+c,2)),')
    assert 'IF(IF(COUNT(a,b)=2,b=0,FALSE),"tidak dapat dihitung",' in text
    assert guarded(arithmetic(parse("1 + 2").root, cell), ABSENCE, str) == "1+2"


@pytest.mark.parametrize(
    ("formula", "asked", "answer"),
    [
        ("a + b", is_arithmetic, True),
        ("max(a, b)", is_arithmetic, True),
        ("a > b", is_arithmetic, False),
        ("not a", is_arithmetic, False),
        ("sum(c.x)", is_arithmetic, False),
        ("a", is_leaf, True),
        ("c.x", is_leaf, True),
        ("1", is_leaf, False),
    ],
)
def test_what_stands_in_one_cell(formula: str, asked: Callable[[Node], bool], answer: bool) -> None:
    """Arithmetic, and what names a cell."""
    assert asked(parse(formula).root) is answer


@pytest.mark.parametrize("formula", ["t + 1", "a ** 0"])
def test_what_no_cell_computes(formula: str) -> None:
    """A text is no number; nothing to the power of zero is an error in a cell."""
    with pytest.raises(NotAFormulaError):
        arithmetic(parse(formula).root, cell)

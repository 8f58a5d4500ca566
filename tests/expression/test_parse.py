"""From text to tree: all that the grammar has, and nothing else."""

import ast
import sys
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.expression import FormulaFaultError, parse
from sakip_rules.expression.parse import parse_anew, parse_on_fresh_stack
from sakip_rules.expression.tree import (
    Aggregate,
    Binary,
    Call,
    Choose,
    Compare,
    Dotted,
    Logic,
    Name,
    Node,
    Number,
    Unary,
    fold,
)

Deep = Callable[[Callable[[], Any]], Any]


def shape(text: str) -> str:
    """The tree of a text, fully bracketed, in a notation of its own."""
    return fold(parse(text).nodes, _shape)


def _shape(node: Node, parts: tuple[str, ...]) -> str:
    head = ""
    match node:
        case Number():
            head = str(node.value)
        case Name():
            head = node.name
        case Dotted():
            head = "/".join(node.path)
        case Unary() | Binary() | Logic():
            head = node.op
        case Compare():
            head = " ".join(node.ops)
        case Choose():
            head = "?"
        case Call():
            head = node.function
        case Aggregate():
            head = f"{node.function} over {'/'.join(node.rows)}"
    return f"[{' '.join([head, *parts])}]" if parts else head


def refusal(text: str) -> tuple[str, int, int]:
    """The key and span of the fault of a text."""
    with pytest.raises(FormulaFaultError) as caught:
        parse(text)
    found = caught.value.fault
    return found.key, found.start, found.end


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("29.42", "1471/50"),
        ("a", "a"),
        ("output.pagu", "output/pagu"),
        ("c.d.f", "c/d/f"),
        ("(a)", "a"),
        ("-a", "[- a]"),
        ("+a", "[+ a]"),
        ("not a", "[not a]"),
        ("a + b - c", "[- [+ a b] c]"),
        ("a - (b - c)", "[- a [- b c]]"),
        ("a + b * c / d", "[+ a [/ [* b c] d]]"),
        ("-a ** 2", "[- [** a 2]]"),
        ("a ** -10", "[** a [- 10]]"),
        ("a ** 10", "[** a 10]"),
        ("a < b", "[< a b]"),
        ("a <= b > c >= d == e != f", "[<= > >= == != a b c d e f]"),
        ("a and b and c or d", "[or [and a b c] d]"),
        ("a and (b and c)", "[and a [and b c]]"),
        ("not a == b", "[not [== a b]]"),
        ("a if b else c if d else e", "[? b a [? d c e]]"),
        ("min(a, b)", "[min a b]"),
        ("min(c.f)", "[min over c c/f]"),
        ("bobot(x, y)", "[bobot x y]"),
        ("sum(c.f, where=c.g > 0)", "[sum over c c/f [> c/g 0]]"),
        ("mean(c.f, weight=c.w, where=given(c.f))", "[mean over c c/f [given c/f] c/w]"),
        ("sum(c.d.x.min)", "[sum over c/d c/d/x/min]"),
        ("sum(target.min - c.f)", "[sum over c [- target/min c/f]]"),
        ("sum(tahun_lalu.x * riwayat.x)", "[sum over riwayat [* tahun_lalu/x riwayat/x]]"),
        ("count(c)", "[count over c c]"),
        ("count(c, where=c.f > 0)", "[count over c c [> c/f 0]]"),
        ("mean(a, b)", "[mean a b]"),
        ("a\n+\n  b\n", "[+ a b]"),
        ("sum( output . pagu )", "[sum over output output/pagu]"),
    ],
)
def test_the_grammar_is_parsed(text: str, tree: str) -> None:
    """Every production of the grammar gives its tree, with Python's precedence."""
    assert shape(text) == tree


@pytest.mark.parametrize(
    ("text", "key", "start", "end"),
    [
        ("", "empty", 0, 1),
        (" \n ", "empty", 0, 3),
        ("a // b", "node", 0, 6),
        ("a - -b << 2", "node", 0, 11),
        ("a is b", "node", 0, 6),
        ("* a", "syntax", 0, 1),
        ("  * a", "syntax", 2, 3),
        ("a + )", "syntax", 4, 5),
        ("a x b", "operator", 2, 3),
        ("  if(a, b, c)", "form", 2, 4),
        ("  a // b", "node", 2, 8),
        ("  sum(c.f, by=c.g)", "keyword", 11, 17),
        ("a in b", "node", 0, 6),
        ("a < b not in c", "node", 0, 14),
        ("x + True", "node", 4, 8),
        ("x + None", "node", 4, 8),
        ("(x, y) + 1", "comma", 0, 6),
        ("29, 42", "comma", 0, 6),
        ("()", "comma", 0, 2),
        ("sum(x for x in y)", "node", 3, 17),
        ("sum(*x)", "node", 4, 6),
        ("1 + sum(**x)", "keyword", 8, 11),
        ("a.b(c)", "node", 0, 6),
        ("(a)(b)", "node", 0, 6),
        ("f(a)(b)", "node", 0, 7),
        ("(yield x)", "node", 1, 8),
        ("await x", "node", 0, 7),
        ("a ** b", "exponent", 5, 6),
        ("a ** 11", "exponent", 5, 7),
        ("a ** -11", "exponent", 5, 8),
        ("a ** 2.0", "exponent", 5, 8),
        ("a ** 0.5", "exponent", 5, 8),
        ("a ** +2", "exponent", 5, 7),
        ("a ** --2", "exponent", 5, 8),
        ("2 ** 2 ** 2", "exponent", 5, 11),
        ("min(a, b, where=c)", "keyword", 10, 17),
        ("abs(x=1)", "keyword", 4, 7),
        ("bobot(x, where=y)", "keyword", 9, 16),
        ("sum(c.f, weight=c.w)", "keyword", 9, 19),
        ("sum(c.f, if_=c.w)", "keyword", 9, 16),
        ("sum(c.f, where=c.a, where=c.b)", "keyword", 20, 29),
    ],
)
def test_everything_else_is_refused_with_its_place(text: str, key: str, start: int, end: int) -> None:
    """What the grammar has not is formula-not-allowed, at the smallest stretch that shows it."""
    assert refusal(text) == (f"formula-not-allowed.{key}", start, end)


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        "  a +",
        "a.if",
        "lambda",
        "if a",
        "a if b",
        "(a",
        "a)",
        "not",
        "min(a",
        "sum(where=c.f, c.g)",
        "-",
    ],
)
def test_text_that_is_no_expression_is_refused(text: str) -> None:
    """Text that Python cannot parse is formula-not-allowed, at a place inside the text."""
    key, start, end = refusal(text)
    assert key == "formula-not-allowed.syntax"
    assert 0 <= start < end <= len(text)


def test_the_gate_comes_first() -> None:
    """What the first gate refuses is refused whole, before Python sees it."""
    assert refusal("a + b × c") == ("formula-not-allowed.sign", 6, 7)
    assert refusal("-" * 500 + "a") == ("formula-too-large.tokens", 500, 501)


def test_nodes_know_the_stretch_of_text_they_stand_for() -> None:
    """Spans count from the beginning of the text, spaces and lines before it included."""
    formula = parse("\n  a + min(b, 1.50)")
    found = {formula.text[node.start : node.end] for node in formula.nodes}
    assert found == {"a + min(b, 1.50)", "a", "min(b, 1.50)", "b", "1.50"}
    assert [(node.start, node.end) for node in formula.nodes][:2] == [(3, 4), (11, 12)]


def test_a_text_of_several_lines_keeps_its_offsets() -> None:
    """A block of lines is one formula, and an offset into it is an offset into the block."""
    formula = parse("realisasi\n/ target\n* 100\n")
    assert [formula.text[node.start : node.end] for node in formula.nodes] == [
        "realisasi",
        "target",
        "realisasi / target",
        "100",
        "realisasi / target * 100",
    ]


def test_literals_are_exact() -> None:
    """A number is the fraction of its text; only one without a point is an integer literal."""
    node = parse("0.1").root
    assert isinstance(node, Number)
    assert (node.value, node.is_integer) == (Fraction(1, 10), False)
    node = parse("9" * 400).root
    assert isinstance(node, Number)
    assert (node.value, node.is_integer) == (Fraction(10**400 - 1), True)


def test_a_formula_without_names_is_constant() -> None:
    """Constants, operators and functions need nothing; names, rows and aliases do."""
    constant = ["1 + 2 < 3", "root(8, 3)", "not 1 == 1"]
    others = ["a", "a.min", "sum(c.f)", "predikat(80)", "1 + a"]
    assert [parse(text).is_constant for text in constant + others] == [True] * 3 + [False] * 5


DEEPEST = [
    ("-" * 499 + "a", 500),
    ("not " * 499 + "a", 500),
    ("(" * 50 + "-" * 399 + "a" + ")" * 50, 400),
    ("a if b else " * 124 + "c", 373),
    ("sum(" * 50 + "c.f" + ")" * 50, 51),
    ("abs(-" * 50 + "-" * 299 + "a" + ")" * 50, 400),
    ("+".join(["a"] * 250), 499),
]


@pytest.mark.broad
@pytest.mark.parametrize(("text", "nodes"), DEEPEST, ids=range(len(DEEPEST)))
def test_the_deepest_formulas_parse_from_a_deep_stack(text: str, nodes: int, deep: Deep) -> None:
    """All that the limits allow is parsed, also with 900 frames below."""
    assert len(parse_anew(text).nodes) == nodes
    assert len(deep(lambda: parse_anew(text)).nodes) == nodes


@pytest.mark.parametrize(
    "text", ["-" * 498 + "a b", "a ** b" + " + a" * 247, "min(" + "-" * 490 + "a,)", "(" * 50 + "-" * 300]
)
def test_a_refusal_does_not_depend_on_the_stack(text: str, deep: Deep) -> None:
    """The verdict, its key and its place are the same from the top and from 900 frames deep."""
    assert deep(lambda: refusal(text)) == refusal(text)


WORDS = [
    "a",
    "b",
    "c.f",
    "1",
    "2.5",
    *"+-*/(),<.",
    "**",
    "==",
    "and",
    "or",
    "not",
    "if",
    "else",
    "min(",
    "sum(",
    "where=",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_any_tokens_give_a_tree_or_a_fault(tokens: list[str]) -> None:
    """Whatever is made of the words of the language is parsed, or refused at a place in its text."""
    text = " ".join(tokens)
    try:
        formula = parse(text)
    except FormulaFaultError as error:
        found = error.fault
    else:
        assert formula.nodes[-1] is formula.root
        return
    assert found.key.startswith("formula-not-allowed.")
    assert 0 <= found.start < found.end <= max(len(text), 1)


def test_a_formula_is_parsed_once() -> None:
    """The same text gives the same tree, not a second one."""
    assert parse("a_name + another") is parse("a_name + another")


def test_a_fresh_stack_gives_the_same_verdict() -> None:
    """What is parsed in a thread of its own is parsed, or refused, as it would be here."""
    assert ast.dump(parse_on_fresh_stack("a + b")) == ast.dump(ast.parse("a + b", mode="eval").body)
    with pytest.raises(SyntaxError):
        parse_on_fresh_stack("a b")


def test_the_recursion_limit_is_left_alone(deep: Deep) -> None:
    """Parsing from a deep stack does not change what Python allows others."""
    before = sys.getrecursionlimit()
    deep(lambda: parse_anew("-" * 499 + "a"))
    assert sys.getrecursionlimit() == before

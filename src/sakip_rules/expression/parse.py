"""Formula text to checked tree: tokens, then `ast.parse`, then the allow-list of nodes.

expr := number | name | dotted | "(" expr ")"
      | "-" expr | "+" expr | "not" expr
      | expr ("+" | "-" | "*" | "/") expr | expr "**" integer
      | expr (("<" | "<=" | ">" | ">=" | "==" | "!=") expr)+
      | expr "and" expr | expr "or" expr | expr "if" expr "else" expr
      | name "(" args ")"
args := expr ("," expr)* ("," keyword)*     keyword := ("where" | "weight") "=" expr

Converting Python's tree into ours *is* the allow-list: what has no converter does not exist here.
"""

from __future__ import annotations

import ast
import threading
from typing import TYPE_CHECKING

from sakip_rules.diagnostics import quoted
from sakip_rules.expression.faults import FormulaFaultError, fault
from sakip_rules.expression.foreign import foreign
from sakip_rules.expression.formula import Formula, aggregate
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.remembered import Remembered
from sakip_rules.expression.stopping import stop
from sakip_rules.expression.tokens import Token, tokenize
from sakip_rules.expression.tree import (
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
)
from sakip_rules.numbers import read_plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MAX_EXPONENT = 10

_UNARY: dict[type[ast.unaryop], str] = {ast.USub: "-", ast.UAdd: "+", ast.Not: "not"}
_BINARY: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}
_COMPARE: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}


_REMEMBERED = Remembered()
"""The checker parses a formula, on every day that makes a difference, and the resolver does it again."""


def parse(text: str) -> Formula:
    """Gives the checked tree of a formula's text; line ends count as spaces.

    Raises `FormulaFaultError` with the code and the stretch of text.
    """
    formula = _REMEMBERED.get(text)
    if formula is None:
        formula = parse_anew(text)
        _REMEMBERED.keep(text, formula)
    return formula


def parse_anew(text: str) -> Formula:
    """Gives the tree of a text as `parse` does, without looking whether it is known."""
    flat = text.replace("\n", " ")
    tokens = tokenize(flat)
    if not tokens:
        raise FormulaFaultError(fault("formula-not-allowed.empty", 0, max(1, len(flat))))
    return Formula.of(flat, _convert(_syntax(flat, tokens), flat))


def _syntax(text: str, tokens: list[Token]) -> ast.expr:
    """Python's tree of the text, offsets counted from the text's begin."""
    margin = len(text) - len(text.lstrip())  # to Python blanks at the begin are an indent, and refused
    try:
        body = _parse_anywhere(text.strip())
    except SyntaxError:
        known = foreign(tokens)
        if known is not None:
            raise FormulaFaultError(known) from None
        begin = stop(tokens).start
        raise FormulaFaultError(fault("formula-not-allowed.syntax", begin, begin + 1)) from None
    if margin:
        _shift(body, margin)
    return body


def _shift(body: ast.expr, margin: int) -> None:
    for node in ast.walk(body):
        if isinstance(node, ast.expr | ast.keyword):
            start, end = _span(node)
            node.col_offset, node.end_col_offset = start + margin, end + margin


def _parse_anywhere(text: str) -> ast.expr:
    """Parses here, or on a fresh stack where the caller's is too deep for CPython 3.11."""
    try:
        return ast.parse(text, mode="eval").body
    except (RecursionError, MemoryError):
        return parse_on_fresh_stack(text)


def parse_on_fresh_stack(text: str) -> ast.expr:
    """Gives Python's tree of a text, parsed in a thread of its own; raises `SyntaxError` as here."""
    parsed: list[ast.Expression | SyntaxError] = []

    def work() -> None:
        try:
            parsed.append(ast.parse(text, mode="eval"))
        except SyntaxError as error:
            parsed.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    if isinstance(parsed[0], SyntaxError):
        raise parsed[0]
    return parsed[0].body


def _convert(body: ast.expr, text: str) -> Node:
    """Builds our tree from the leaves up; a node without a converter is refused."""
    done: dict[ast.AST, Node] = {}
    for node in _bottom_up(body):
        converter = _CONVERTERS.get(type(node))
        if converter is None:
            raise _refused("comma" if isinstance(node, ast.Tuple) else "node", node, text)
        done[node] = converter(node, done, text)
    return done[body]


def _bottom_up(body: ast.expr) -> Iterator[ast.expr]:
    order: list[ast.expr] = []
    stack: list[ast.expr] = [body]
    while stack:
        node = stack.pop()
        order.append(node)
        stack.extend(_operands(node))
    return reversed(order)


def _operands(node: ast.expr) -> Sequence[ast.expr]:
    """The parts of a node that are expressions of their own, left to right; none of what has no converter."""
    parts: Sequence[ast.expr] = ()
    match node:
        case ast.BinOp():
            parts = (node.left, node.right)
        case ast.UnaryOp():
            parts = (node.operand,)
        case ast.Compare():
            parts = (node.left, *node.comparators)
        case ast.BoolOp():
            parts = node.values
        case ast.IfExp():
            parts = (node.test, node.body, node.orelse)
        case ast.Call():
            parts = (*node.args, *(keyword.value for keyword in node.keywords))
    return parts


def _refused(variant: str, node: ast.expr | ast.keyword, text: str) -> FormulaFaultError:
    start, end = _span(node)
    key = f"formula-not-allowed.{variant}"
    return FormulaFaultError(fault(key, start, end, text=quoted(text[start:end])))


def _span(node: ast.expr | ast.keyword) -> tuple[int, int]:
    # Python counts bytes; the gate let only ASCII through, so they are characters.
    assert node.end_col_offset is not None  # noqa: S101 - of a tree that Python has parsed
    return node.col_offset, node.end_col_offset


def _constant(node: ast.Constant, _done: dict[ast.AST, Node], text: str) -> Node:
    start, end = _span(node)
    value = read_plain(text[start:end])
    if value is None:  # to Python `True`, `None`, `...` and texts in quotes are constants too
        raise _refused("node", node, text)
    return Number(start, end, value, is_integer="." not in text[start:end])


def _name(node: ast.Name, _done: dict[ast.AST, Node], _text: str) -> Node:
    return Name(*_span(node), node.id)


def _attribute(node: ast.Attribute, _done: dict[ast.AST, Node], text: str) -> Node:
    path: list[str] = []
    part: ast.expr = node
    while isinstance(part, ast.Attribute):
        path.append(part.attr)
        part = part.value
    if not isinstance(part, ast.Name):
        raise _refused("node", node, text)
    return Dotted(*_span(node), (part.id, *reversed(path)))


def _unary(node: ast.UnaryOp, done: dict[ast.AST, Node], _text: str) -> Node:
    return Unary(*_span(node), _UNARY[type(node.op)], done[node.operand])  # the gate refuses the sign `~`


def _binary(node: ast.BinOp, done: dict[ast.AST, Node], text: str) -> Node:
    op = _BINARY.get(type(node.op))
    if op is None:
        raise _refused("node", node, text)
    if op == "**" and not _is_exponent(done[node.right]):
        raise _refused("exponent", node.right, text)
    return Binary(*_span(node), op, done[node.left], done[node.right])


def _is_exponent(node: Node) -> bool:
    literal = node.operand if isinstance(node, Unary) and node.op == "-" else node
    return isinstance(literal, Number) and literal.is_integer and literal.value <= MAX_EXPONENT


def _compare(node: ast.Compare, done: dict[ast.AST, Node], text: str) -> Node:
    ops = tuple(_COMPARE.get(type(op), "") for op in node.ops)
    if "" in ops:
        raise _refused("node", node, text)
    operands = (done[node.left], *(done[part] for part in node.comparators))
    return Compare(*_span(node), ops, operands)


def _logic(node: ast.BoolOp, done: dict[ast.AST, Node], _text: str) -> Node:
    op = "and" if isinstance(node.op, ast.And) else "or"
    return Logic(*_span(node), op, tuple(done[part] for part in node.values))


def _choose(node: ast.IfExp, done: dict[ast.AST, Node], _text: str) -> Node:
    return Choose(*_span(node), done[node.test], done[node.body], done[node.orelse])


def _call(node: ast.Call, done: dict[ast.AST, Node], text: str) -> Node:
    # A name in brackets begins after the call does.
    if not isinstance(node.func, ast.Name) or node.func.col_offset != node.col_offset:
        raise _refused("node", node, text)
    function = node.func.id
    arguments = tuple(done[part] for part in node.args)
    # `min` and `max` are two things: of one argument over rows, of several among values.
    over_rows = function in AGGREGATES and (function not in ORDINARY or len(arguments) == 1)
    keywords = _keywords(node, done, text, _keywords_of(function) if over_rows else ())
    if not over_rows or len(arguments) != 1:
        return Call(*_span(node), function, arguments)
    where, weight = keywords.get("where"), keywords.get("weight")
    return aggregate(_span(node), function, arguments[0], where, weight)


def _keywords_of(aggregate: str) -> tuple[str, ...]:
    return ("where", "weight") if AGGREGATES[aggregate].weighted else ("where",)


def _keywords(
    node: ast.Call, done: dict[ast.AST, Node], text: str, allowed: tuple[str, ...]
) -> dict[str, Node]:
    """The keywords of a call, each of them allowed and written once."""
    keywords: dict[str, Node] = {}
    for keyword in node.keywords:
        if keyword.arg not in allowed or keyword.arg in keywords:
            raise _refused("keyword", keyword, text)
        keywords[keyword.arg] = done[keyword.value]
    return keywords


_CONVERTERS: dict[type[ast.AST], Callable[..., Node]] = {
    ast.Constant: _constant,
    ast.Name: _name,
    ast.Attribute: _attribute,
    ast.UnaryOp: _unary,
    ast.BinOp: _binary,
    ast.Compare: _compare,
    ast.BoolOp: _logic,
    ast.IfExp: _choose,
    ast.Call: _call,
}

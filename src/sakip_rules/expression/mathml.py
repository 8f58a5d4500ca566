"""Formulas as presentation MathML: fractions with a bar, Σ for sums, braces for conditions."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.layout import COMPARISONS, parts_of, render, title_of
from sakip_rules.expression.text import literal
from sakip_rules.expression.tree import (
    Aggregate,
    Binary,
    Call,
    Choose,
    Compare,
    Dotted,
    Formula,
    Logic,
    Name,
    Node,
    Number,
    Unary,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE = "http://www.w3.org/1998/Math/MathML"

_OPERATORS = {"+": "+", "-": "−", "*": "×", "not": "¬", "and": "∧", "or": "∨"} | COMPARISONS
_BIG_SIGNS = {"sum": "∑", "mean": "∑", "product": "∏", "geomean": "∏"}


def to_mathml(what: Formula | Node, titles: Mapping[str, str]) -> str:
    """Gives a formula as one `math` element, with titles in place of names; all text is escaped."""

    def write(node: Node, parts: tuple[str, ...]) -> str:
        return _drawn(node, parts, titles)

    return f'<math xmlns="{NAMESPACE}" display="block">{render(what, write, _in_brackets, drawn=True)}</math>'


def _element(name: str, *content: str) -> str:
    return f"<{name}>{''.join(content)}</{name}>"


def _row(*content: str) -> str:
    return _element("mrow", *content)


def _sign(text: str) -> str:
    return _element("mo", escape(text))


def _text(text: str) -> str:
    return _element("mtext", escape(clean(text)))


def _in_brackets(content: str) -> str:
    return _row(_sign("("), content, _sign(")"))


def _between(parts: tuple[str, ...], signs: tuple[str, ...]) -> str:
    rest = zip(signs, parts[1:], strict=True)
    return _row(parts[0], *(_sign(_OPERATORS[sign]) + part for sign, part in rest))


def _drawn(node: Node, parts: tuple[str, ...], titles: Mapping[str, str]) -> str:
    match node:
        case Number():
            text = _element("mn", literal(node))
        case Name() | Dotted():
            text = _text(title_of(node, titles))
        case Unary():
            text = _row(_sign(_OPERATORS[node.op]), parts[0])
        case Binary():
            text = _binary(node, parts)
        case Compare():
            text = _between(parts, node.ops)
        case Logic():
            text = _between(parts, (node.op,) * (len(parts) - 1))
        case Choose():
            text = _choose(*parts)
        case Call():
            text = _call(node, parts, titles)
        case _:
            text = _aggregate(node, parts)
    return text


def _binary(node: Binary, parts: tuple[str, ...]) -> str:
    if node.op == "/":
        return _element("mfrac", *parts)
    return _element("msup", *parts) if node.op == "**" else _between(parts, (node.op,))


def _choose(test: str, body: str, orelse: str) -> str:
    """A brace with two lines: a value and its condition, and the value otherwise."""
    lines = [(body, _sign("|") + test), (orelse, "")]
    table = [_element("mtr", *(_element("mtd", cell) for cell in line)) for line in lines]
    return _row(_sign("{"), _element("mtable", *table))


def _call(node: Call, parts: tuple[str, ...], titles: Mapping[str, str]) -> str:
    if node.function == "abs":
        return _row(_sign("|"), parts[0], _sign("|"))
    if node.function == "root":
        return _element("msqrt", parts[0]) if parts[1] == "<mn>2</mn>" else _element("mroot", *parts)
    name = _text(titles.get(node.function, node.function))
    return _row(name, _in_brackets(_sign(";").join(parts)))


def _aggregate(node: Aggregate, parts: tuple[str, ...]) -> str:
    argument, where, weight = parts_of(node, parts)
    sign = _BIG_SIGNS.get(node.function)
    head = _text(node.function) if sign is None else _sign(sign)
    if where is not None:
        head = _element("munder", head, where)
    if sign is None:
        return _row(head, _in_brackets(argument))
    if node.function == "geomean":
        return _element("mroot", _row(head, argument), _element("mi", "n"))
    if weight is not None:
        return _element("mfrac", _row(head, weight, _sign("×"), argument), _row(head, weight))
    folded = _row(head, argument)
    return _element("mfrac", folded, _element("mi", "n")) if node.function == "mean" else folded

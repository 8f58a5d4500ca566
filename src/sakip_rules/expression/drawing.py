"""Formulas as drawings: with fraction bars, Σ for sums, braces for conditions, whoever holds the pen.

A fraction bar, a root and a brace hold their parts together by their shape, and a big sign such as Σ binds
a little less than a product: a drawing needs other brackets than a text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from sakip_rules.expression.formula import Formula, nodes_of
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.layout import (
    ANY,
    POWER,
    PRODUCT,
    Firmness,
    parts_of,
    render,
    title_of,
    written_places,
    written_strength,
)
from sakip_rules.expression.text import literal
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
)

if TYPE_CHECKING:
    from collections.abc import Mapping


class Pen(Protocol):
    """The strokes of a drawing: each gives markup, from plain texts or from the markup of its parts."""

    def number(self, text: str) -> str:
        """Draws a literal."""

    def variable(self, text: str) -> str:
        """Draws a letter that stands for a number."""

    def text(self, text: str) -> str:
        """Draws a title, whatever characters it has."""

    def sign(self, sign: str) -> str:
        """Draws an operator of the language, a big sign."""

    def operator(self, name: str) -> str:
        """Draws the name of an aggregate that has no sign."""

    def row(self, *parts: str) -> str:
        """Draws parts one after another."""

    def prefixed(self, sign: str, part: str) -> str:
        """Draws an operator before its one operand."""

    def applied(self, head: str, parts: tuple[str, ...]) -> str:
        """Draws a head with the list of its arguments in brackets."""

    def function(self, name: str, parts: tuple[str, ...]) -> str:
        """Draws a function of the language that has no shape of its own, with its arguments."""

    def brackets(self, part: str) -> str:
        """Draws brackets around a part."""

    def bars(self, part: str) -> str:
        """Draws the bars of an absolute value."""

    def fraction(self, above: str, below: str) -> str:
        """Draws a bar between two parts."""

    def power(self, base: str, exponent: str) -> str:
        """Draws an exponent."""

    def root(self, part: str, degree: str | None = None) -> str:
        """Draws a root, square without a degree."""

    def under(self, head: str, below: str) -> str:
        """Draws a condition below a big sign or a name."""

    def choice(self, test: str, body: str, orelse: str) -> str:
        """Draws a brace with two lines: a value and its condition, and the value otherwise."""


def draw(what: Formula | Node, titles: Mapping[str, str], pen: Pen) -> str:
    """Gives what a pen draws of a formula, with titles in place of names."""

    def write(node: Node, parts: tuple[str, ...]) -> str:
        return _drawn(node, parts, titles, pen)

    return render(nodes_of(what), write, pen.brackets, DRAWN)


def _drawn(node: Node, parts: tuple[str, ...], titles: Mapping[str, str], pen: Pen) -> str:
    match node:
        case Number():
            text = pen.number(literal(node))
        case Name() | Dotted():
            text = pen.text(title_of(node, titles))
        case Unary():
            text = pen.prefixed(node.op, parts[0])
        case Binary():
            text = _binary(node, parts, pen)
        case Compare():
            text = _between(parts, node.ops, pen)
        case Logic():
            text = _between(parts, (node.op,) * (len(parts) - 1), pen)
        case Choose():
            text = pen.choice(*parts)
        case Call():
            text = _call(node, parts, titles, pen)
        case _:
            text = _aggregate(node, parts, pen)
    return text


def _between(parts: tuple[str, ...], signs: tuple[str, ...], pen: Pen) -> str:
    rest = zip(signs, parts[1:], strict=True)
    return pen.row(parts[0], *(drawn for sign, part in rest for drawn in (pen.sign(sign), part)))


def _binary(node: Binary, parts: tuple[str, ...], pen: Pen) -> str:
    if node.op == "/":
        return pen.fraction(*parts)
    return pen.power(*parts) if node.op == "**" else _between(parts, (node.op,), pen)


def _call(node: Call, parts: tuple[str, ...], titles: Mapping[str, str], pen: Pen) -> str:
    function = ORDINARY.get(node.function)
    if function is not None:
        return pen.function(node.function, parts) if function.draw is None else function.draw(pen, *parts)
    return pen.applied(pen.text(titles.get(node.function, node.function)), parts)


def _aggregate(node: Aggregate, parts: tuple[str, ...], pen: Pen) -> str:
    function = AGGREGATES[node.function]
    argument, where, weight = parts_of(node, parts)
    head = pen.operator(node.function) if function.sign is None else pen.sign(function.sign)
    if where is not None:
        head = pen.under(head, where)
    if function.draw is not None:
        return function.draw(pen, head, argument, weight)
    return pen.applied(head, (argument,)) if function.sign is None else pen.row(head, argument)


def _strength(node: Node) -> int:
    if isinstance(node, Aggregate):
        return AGGREGATES[node.function].strength
    return POWER if isinstance(node, Binary) and node.op == "/" else written_strength(node)


def _places(node: Node) -> tuple[int, ...]:
    match node:
        case Choose():
            return (ANY, ANY, ANY)
        case Binary() if node.op == "/":
            return (ANY, ANY)
        case Aggregate() if AGGREGATES[node.function].sign is not None:
            return _places_of_big_sign(node)
    return written_places(node)


def _places_of_big_sign(node: Aggregate) -> tuple[int, ...]:
    """Argument, condition and weight: what stands behind Σ is a product, the condition below it is free."""
    condition = () if node.where is None else (ANY,)
    weight = () if node.weight is None else (PRODUCT,)
    return (PRODUCT + bool(weight), *condition, *weight)


DRAWN: Final = Firmness(_strength, _places)

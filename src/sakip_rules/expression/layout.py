"""Where a formula needs brackets, for all that write one: as text, in words, as a drawing.

Each node has a strength, which is Python's precedence; an operand that is weaker than its place asks for
stands in brackets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.expression.tree import (
    ENDS,
    Aggregate,
    Binary,
    Choose,
    Compare,
    Dotted,
    Logic,
    Name,
    Node,
    Unary,
    children,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ANY, CHOOSE, OR, AND, NOT, COMPARE, SUM, BIG_SIGN, PRODUCT, SIGN, POWER, ATOM = range(12)

BINARY: Final = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "**": POWER}
LOGIC: Final = {"or": OR, "and": AND}
SIGNS: Final = {
    "+": "+",
    "-": "−",
    "*": "×",
    "/": "÷",
    "<": "<",
    "<=": "≤",
    ">": ">",
    ">=": "≥",
    "==": "=",
    "!=": "≠",
    "not": "¬",
    "and": "∧",
    "or": "∨",
}
"""Operators as they are printed."""


class Firmness(NamedTuple):
    """How firmly a node holds together, and how firmly its operands must, to stand without brackets."""

    strength: Callable[[Node], int]
    places: Callable[[Node], tuple[int, ...]]


def render(
    nodes: tuple[Node, ...],
    write: Callable[[Node, tuple[str, ...]], str],
    bracket: Callable[[str], str],
    rules: Firmness | None = None,
) -> str:
    """Gives what `write` makes of a tree, from the leaves up, with brackets around weak operands."""
    strength, places = rules or WRITTEN

    def join(node: Node, parts: tuple[tuple[str, int], ...]) -> tuple[str, int]:
        texts = [
            bracket(text) if held < least else text
            for (text, held), least in zip(parts, places(node), strict=True)
        ]
        return write(node, tuple(texts)), strength(node)

    return fold(nodes, join)[0]


def written_strength(node: Node) -> int:
    """Gives the strength of a node in a line of text."""
    strength = ATOM
    match node:
        case Choose():
            strength = CHOOSE
        case Logic():
            strength = LOGIC[node.op]
        case Compare():
            strength = COMPARE
        case Unary():
            strength = NOT if node.op == "not" else SIGN
        case Binary():
            strength = BINARY[node.op]
    return strength


def written_places(node: Node) -> tuple[int, ...]:
    """Gives the least strengths of the operands of a node in a line of text."""
    count = len(children(node))
    places = (ANY,) * count
    match node:
        case Choose():
            places = (OR, OR, CHOOSE)
        case Logic():
            places = (LOGIC[node.op] + 1,) * count
        case Compare():
            places = (COMPARE + 1,) * count
        case Unary():
            places = (NOT if node.op == "not" else SIGN,)
        case Binary():
            strength = BINARY[node.op]
            places = (ATOM, ANY) if node.op == "**" else (strength, strength + 1)
    return places


WRITTEN: Final = Firmness(written_strength, written_places)


def parts_of(node: Aggregate, texts: tuple[str, ...]) -> tuple[str, str | None, str | None]:
    """Gives the texts of argument, condition and weight of an aggregate, those that it has."""
    rest = list(texts[1:])
    where = rest.pop(0) if node.where is not None else None
    weight = rest.pop(0) if node.weight is not None else None
    return texts[0], where, weight


def title_of(node: Name | Dotted, titles: Mapping[str, str]) -> str:
    """Gives the title of a name, of a whole dotted name, or of the range whose end it is; else the name."""
    if isinstance(node, Name):
        return titles.get(node.name, node.name)
    whole = ".".join(node.path)
    owner, end = ".".join(node.path[:-1]), node.path[-1]
    if whole not in titles and end in ENDS and owner in titles:
        return f"{titles[owner]} ({end})"
    return titles.get(whole, whole)

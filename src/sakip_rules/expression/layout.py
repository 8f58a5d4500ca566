"""Where a formula needs brackets, for all that write one: text, words, MathML, LaTeX.

Each node has a strength, which is Python's precedence; an operand that is weaker than its place asks for
stands in brackets. Where a formula is drawn, a fraction bar, a root and a brace bind by their shape, and
a big sign such as Σ binds a little less than a product.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.expression.tree import (
    Aggregate,
    Binary,
    Choose,
    Compare,
    Dotted,
    Formula,
    Logic,
    Name,
    Node,
    Unary,
    children,
    fold,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ANY: Final = 0
CHOOSE: Final = 10
OR: Final = 20
AND: Final = 30
NOT: Final = 40
COMPARE: Final = 50
SUM: Final = 60
BIG_SIGN: Final = 65
PRODUCT: Final = 70
SIGN: Final = 80
POWER: Final = 90
ATOM: Final = 100

BINARY: Final = {"+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "**": POWER}
LOGIC: Final = {"or": OR, "and": AND}
COMPARISONS: Final = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
"""Comparisons as they are printed."""


def render(
    what: Formula | Node,
    write: Callable[[Node, tuple[str, ...]], str],
    bracket: Callable[[str], str],
    *,
    drawn: bool = False,
) -> str:
    """Gives what `write` makes of a tree, from the leaves up, with brackets around weak operands."""

    def join(node: Node, parts: tuple[tuple[str, int], ...]) -> tuple[str, int]:
        wanted = _places(node, drawn=drawn)
        texts = [
            bracket(text) if strength < least else text
            for (text, strength), least in zip(parts, wanted, strict=True)
        ]
        return write(node, tuple(texts)), _strength(node, drawn=drawn)

    return fold(what.root if isinstance(what, Formula) else what, join)[0]


def _strength(node: Node, *, drawn: bool) -> int:
    """How firmly a node holds together."""
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
            strength = POWER if drawn and node.op == "/" else BINARY[node.op]
        case Aggregate() if drawn:
            strength = DRAWN_AGGREGATES.get(node.function, ATOM)
    return strength


DRAWN_AGGREGATES: Final = {"sum": BIG_SIGN, "product": BIG_SIGN, "mean": POWER}


def _places(node: Node, *, drawn: bool) -> tuple[int, ...]:
    """The least strength of each operand that stands without brackets."""
    count = len(children(node))
    places = (ANY,) * count
    match node:
        case Choose() if not drawn:
            places = (OR, OR, CHOOSE)
        case Logic():
            places = (LOGIC[node.op] + 1,) * count
        case Compare():
            places = (COMPARE + 1,) * count
        case Unary():
            places = (NOT if node.op == "not" else SIGN,)
        case Binary():
            places = _places_of_binary(node, drawn=drawn)
        case Aggregate() if drawn and node.function in ("sum", "mean", "product", "geomean"):
            places = _places_of_big_sign(node)
    return places


def _places_of_binary(node: Binary, *, drawn: bool) -> tuple[int, int]:
    if node.op == "**":
        return ATOM, ANY
    if drawn and node.op == "/":
        return ANY, ANY
    strength = BINARY[node.op]
    return strength, strength + 1


def _places_of_big_sign(node: Aggregate) -> tuple[int, ...]:
    """Argument, condition and weight: what stands behind Σ is a product, the condition below it is free."""
    condition = () if node.where is None else (ANY,)
    weight = () if node.weight is None else (PRODUCT,)
    return (PRODUCT + bool(weight), *condition, *weight)


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
    if whole not in titles and end in ("min", "max") and owner in titles:
        return f"{titles[owner]} ({end})"
    return titles.get(whole, whole)

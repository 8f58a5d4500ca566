"""The tree of a formula as a flat list: what a program without a parser evaluates.

Each node stands after its operands, which it names by their places in the list; the last is the formula.
Nothing is simplified: what is evaluated costs, node by node.

    "x"                           a value of the record; a word that is the name of none is a CODE
    ["#", "29.42"]                a number
    ["end", "x", "min"]           an end of the range `x`
    ["row", "f"]                  a field of the row that the aggregate is at, or an end of it
    ["last_year", "f"]            a field of the record one year earlier, or an end of it
    ["neg", a]  ["pos", a]  ["not", a]  ["+", a, b]  ["and", a, b, ...]
    ["compare", ["<", "<="], a, b, c]
    ["if", test, then, otherwise]
    ["abs", a]                    an ordinary function
    ["call", "alias", a, ...]     a scale or table
    ["over", "mean", ["c", "d"], argument, where, weight]
                                  an aggregate over the rows of a collection path; null is what is not
                                  written, and the argument where the rows themselves are counted
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sakip_rules.expression.functions import ORDINARY
from sakip_rules.expression.tree import (
    LAST_YEAR,
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
    children,
)
from sakip_rules.numbers import fraction_text, shortest_text

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip_rules.expression import Formula

Json = Any

NODE_SCHEMA: Final[Json] = {
    "description": "A name or CODE, or an operation and its operands: places of nodes before, words, null.",
    "oneOf": [
        {"type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$"},
        {
            "type": "array",
            "minItems": 2,
            "prefixItems": [{"type": "string"}],
            "items": {"type": ["integer", "string", "array", "null"], "items": {"type": "string"}},
        },
    ],
}
UNARY: Final = {"-": "neg", "+": "pos", "not": "not"}


def number_text(x: Fraction) -> str:
    """Gives the exact text of a number: a decimal where it has one, else a fraction."""
    return shortest_text(x) or fraction_text(x)


def nodes_of(formula: Formula) -> list[Json]:
    """Gives the nodes of a formula."""
    aggregates = [node for node in formula.nodes if isinstance(node, Aggregate)]
    rows = {inner: node.rows for node in aggregates for inner in node.inner}
    counted = {node.argument for node in aggregates if node.counts_rows}
    written = [node for node in formula.nodes if node not in counted]
    places: dict[Node, int] = {node: place for place, node in enumerate(written)}
    return [
        _leaf(node, rows.get(node, ())) or _branch(node, [places.get(part) for part in children(node)])
        for node in written
    ]


def _leaf(node: Node, rows: tuple[str, ...]) -> Json:
    match node:
        case Number():
            return ["#", number_text(node.value)]
        case Name():
            return node.name
        case Dotted() if rows and node.rows == rows:
            return ["row", *node.path[len(rows) :]]
        case Dotted():
            return ["last_year", *node.path[1:]] if node.path[0] == LAST_YEAR else ["end", *node.path]
    return None


def _branch(node: Node, operands: list[int | None]) -> Json:
    match node:
        case Unary():
            return [UNARY[node.op], *operands]
        case Binary() | Logic():
            return [node.op, *operands]
        case Compare():
            return ["compare", list(node.ops), *operands]
        case Choose():
            return ["if", *operands]
        case Call():
            known = node.function in ORDINARY
            return [node.function, *operands] if known else ["call", node.function, *operands]
        case Aggregate():
            argument, *rest = operands
            where, weight = (rest.pop(0) if part else None for part in (node.where, node.weight))
            return ["over", node.function, list(node.rows), argument, where, weight]
    raise TypeError(node)

"""Formulas as text, as they are written in a rule."""

from __future__ import annotations

from sakip_rules.expression.formula import Formula, nodes_of
from sakip_rules.expression.layout import parts_of, render
from sakip_rules.expression.tokens import AMBIGUOUS
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
from sakip_rules.numbers import shortest_text


def to_text(what: Formula | Node) -> str:
    """Gives the canonical text of a formula: one spacing, and no bracket that it does not need."""
    return render(nodes_of(what), _written, in_brackets)


def in_brackets(text: str) -> str:
    """Gives a text in brackets."""
    return f"({text})"


def _name(node: Name | Dotted) -> str:
    return node.name if isinstance(node, Name) else ".".join(node.path)


def literal(node: Number) -> str:
    """Gives the shortest text of a literal: it was read from decimals, so it has one."""
    return shortest_text(node.value) or ""


def chain(operands: tuple[str, ...], ops: tuple[str, ...]) -> str:
    """Gives operands with a sign between each two."""
    return operands[0] + "".join(f" {op} {operand}" for op, operand in zip(ops, operands[1:], strict=True))


def _written(node: Node, parts: tuple[str, ...]) -> str:
    match node:
        case Number():
            text = literal(node)
            text += "0" if AMBIGUOUS.fullmatch(text) else ""  # `1.234` could not be read again, `1.2340` can
        case Name() | Dotted():
            text = _name(node)
        case Unary():
            text = f"not {parts[0]}" if node.op == "not" else node.op + parts[0]
        case Binary():
            text = chain(parts, (node.op,))
        case Compare():
            text = chain(parts, node.ops)
        case Logic():
            text = f" {node.op} ".join(parts)
        case Choose():
            text = f"{parts[1]} if {parts[0]} else {parts[2]}"
        case Call():
            text = f"{node.function}({', '.join(parts)})"
        case _:
            argument, where, weight = parts_of(node, parts)
            keywords = [f"{word}={part}" for word, part in (("where", where), ("weight", weight)) if part]
            text = f"{node.function}({', '.join([argument, *keywords])})"
    return text

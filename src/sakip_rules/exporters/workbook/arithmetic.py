"""Arithmetic in one cell: a tree of numbers as text, which cells it reads, and where it has no value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from sakip_rules.exporters.workbook.absence import Absence, Leaf, any_of, unique
from sakip_rules.exporters.workbook.bands import number_text
from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.expression.functions import ORDINARY
from sakip_rules.expression.layout import ATOM, BINARY, SIGN
from sakip_rules.expression.tree import Binary, Call, Dotted, Name, Node, Number, Unary

Cell = Callable[[Node], Leaf]
"""Gives the cell that holds what a node comes to: of a name its own, of another part a helper."""
Finish = Callable[[str], str]
"""What is done to a number at last: it is rounded, or left as it is."""


class Undefined(NamedTuple):
    """A condition under which arithmetic has no value; one that `depends` may have none itself."""

    test: str
    leaves: tuple[Leaf, ...]
    depends: bool = False


class Sum(NamedTuple):
    """A number as text: how firmly it holds together, what it reads, and where it has no value."""

    text: str
    strength: int
    leaves: tuple[Leaf, ...] = ()
    faults: tuple[Undefined, ...] = ()


def is_arithmetic(node: Node) -> bool:
    """Says whether a node is computed from numbers alone, so that it can stand inside a formula."""
    if isinstance(node, Unary):
        return node.op != "not"
    if isinstance(node, Call):
        return node.function in ORDINARY and ORDINARY[node.function].spreadsheet is not None
    return isinstance(node, Number | Binary)


def arithmetic(node: Node, cell: Cell) -> Sum:
    """Gives the text of arithmetic; a part that is none stands in a cell of its own."""
    if isinstance(node, Number):
        return Sum(number_text(node.value), ATOM)
    if not is_arithmetic(node):
        leaf = cell(node)
        if leaf.kind != "number":
            raise NotAFormulaError("type")
        return Sum(leaf.text, ATOM, (leaf,))
    if isinstance(node, Unary):
        return _sign(node, arithmetic(node.operand, cell))
    if isinstance(node, Binary):
        return _binary(node.op, arithmetic(node.left, cell), arithmetic(node.right, cell))
    assert isinstance(node, Call)  # noqa: S101 - the last kind that is arithmetic
    return _function(node.function, [arithmetic(argument, cell) for argument in node.arguments])


def guarded(made: Sum, absence: Absence, finish: Finish) -> str:
    """Gives arithmetic that is computed only where every cell holds a number; else the worst absent value."""
    refused = absence.quoted("not_computable")
    body = finish(made.text)
    for fault in reversed([fault for fault in made.faults if fault.depends]):
        body = f"IF({fault.test},{refused},{body})"
    first = [fault.test for fault in made.faults if not fault.depends]
    if first:
        body = f"IF({any_of(list(dict.fromkeys(first)))},{refused},{body})"
    leaves = unique(made.leaves)
    if not leaves:
        return body
    worst = absence.worst(leaves)
    for fault in reversed(made.faults):
        # What cannot be computed comes before what is missing elsewhere in the formula.
        if set(fault.leaves) < set(leaves):
            known = absence.present(unique(fault.leaves)) if fault.leaves else "TRUE"
            worst = f"IF(IF({known},{fault.test},FALSE),{refused},{worst})"
    return f"IF({absence.present(leaves)},{body},{worst})"


def is_leaf(node: Node) -> bool:
    """Says whether a node names a cell."""
    return isinstance(node, Name | Dotted)


def _sign(node: Unary, operand: Sum) -> Sum:
    if node.op == "+":
        return operand
    return operand._replace(text=f"-{_within(operand, ATOM)}", strength=SIGN)


def _binary(op: str, left: Sum, right: Sum) -> Sum:
    leaves = (*left.leaves, *right.leaves)
    faults = (*left.faults, *right.faults)
    if op == "**":
        exponent = right.text
        if exponent == "0":
            raise NotAFormulaError("function")
        if exponent.startswith("-"):
            faults += (_is_zero(left, leaves),)
        return Sum(f"{_within(left, ATOM)}^{_bracketed(right)}", BINARY[op], leaves, faults)
    if op == "/":
        faults += (_is_zero(right, leaves),)
    # A sign in front of a right operand must stand in brackets, as must every operator that binds as firmly.
    strength = BINARY[op]
    text = f"{_within(left, strength)}{op}{_within(right, strength + 1)}"
    return Sum(text, strength, leaves, faults)


_DUST: Final = 10


def _is_zero(of: Sum, leaves: tuple[Leaf, ...]) -> Undefined:
    """The fault of dividing by zero: only where both operands are there is anything divided."""
    text = of.text if len(of.leaves) == 1 and of.text == of.leaves[0].text and of.leaves[0].clean else None
    return Undefined(f"{text}=0" if text else f"ROUND({of.text},{_DUST})=0", leaves, depends=bool(of.faults))


def _within(part: Sum, least: int) -> str:
    weak = part.strength < least or part.strength == SIGN or part.text.startswith("-")
    return f"({part.text})" if weak else part.text


def _bracketed(part: Sum) -> str:
    return f"({part.text})" if part.text.startswith("-") or part.strength < ATOM else part.text


def _function(name: str, arguments: list[Sum]) -> Sum:
    function = ORDINARY[name]
    texts = [argument.text for argument in arguments]
    leaves = tuple(leaf for argument in arguments for leaf in argument.leaves)
    faults = tuple(fault for argument in arguments for fault in argument.faults)
    if function.spreadsheet_refuses is not None:
        faults += (Undefined(_filled(function.spreadsheet_refuses, texts), leaves, depends=bool(faults)),)
    return Sum(_filled(function.spreadsheet or "", texts), ATOM, leaves, faults)


def _filled(form: str, texts: list[str]) -> str:
    return form.format(*texts, all=",".join(texts))

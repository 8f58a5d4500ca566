r"""Formulas as LaTeX for mathematics mode: `\frac`, `\sum`, `cases` (the last from amsmath)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.layout import parts_of, render, title_of
from sakip_rules.expression.text import chain, literal
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

_OPERATORS = {
    "+": "+",
    "-": "-",
    "*": r"\times",
    "not": r"\lnot ",
    "and": r"\land",
    "or": r"\lor",
    "<": "<",
    "<=": r"\le",
    ">": ">",
    ">=": r"\ge",
    "==": "=",
    "!=": r"\ne",
}
_BIG_SIGNS = {"sum": r"\sum", "mean": r"\sum", "product": r"\prod", "geomean": r"\prod"}
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: "\\" + character for character in "{}$&#_%"},
    }
)


def to_latex(what: Formula | Node, titles: Mapping[str, str]) -> str:
    """Gives a formula as LaTeX, with titles in place of names; all text is escaped."""

    def write(node: Node, parts: tuple[str, ...]) -> str:
        return _drawn(node, parts, titles)

    return render(what, write, _in_brackets, drawn=True)


def _in_brackets(text: str) -> str:
    return rf"\left({text}\right)"


def _text(text: str) -> str:
    return rf"\text{{{clean(text).translate(_ESCAPES)}}}"


def _drawn(node: Node, parts: tuple[str, ...], titles: Mapping[str, str]) -> str:
    match node:
        case Number():
            text = literal(node)
        case Name() | Dotted():
            text = _text(title_of(node, titles))
        case Unary():
            text = _OPERATORS[node.op] + parts[0]
        case Binary():
            text = _binary(node, parts)
        case Compare():
            text = chain(parts, tuple(_OPERATORS[op] for op in node.ops))
        case Logic():
            text = f" {_OPERATORS[node.op]} ".join(parts)
        case Choose():
            text = rf"\begin{{cases}}{parts[1]} & \mid {parts[0]} \\ {parts[2]}\end{{cases}}"
        case Call():
            text = _call(node, parts, titles)
        case _:
            text = _aggregate(node, parts)
    return text


def _binary(node: Binary, parts: tuple[str, ...]) -> str:
    if node.op == "/":
        return rf"\frac{{{parts[0]}}}{{{parts[1]}}}"
    if node.op == "**":
        return rf"{{{parts[0]}}}^{{{parts[1]}}}"
    return chain(parts, (_OPERATORS[node.op],))


def _call(node: Call, parts: tuple[str, ...], titles: Mapping[str, str]) -> str:
    if node.function == "abs":
        return rf"\left|{parts[0]}\right|"
    if node.function == "root":
        degree = "" if parts[1] == "2" else f"[{parts[1]}]"
        return rf"\sqrt{degree}{{{parts[0]}}}"
    return _text(titles.get(node.function, node.function)) + _in_brackets("; ".join(parts))


def _aggregate(node: Aggregate, parts: tuple[str, ...]) -> str:
    argument, where, weight = parts_of(node, parts)
    sign = _BIG_SIGNS.get(node.function)
    head = rf"\operatorname*{{{node.function}}}" if sign is None else sign
    if where is not None:
        head += f"_{{{where}}}"
    if sign is None:
        return head + _in_brackets(argument)
    if node.function == "geomean":
        return rf"\sqrt[n]{{{head} {argument}}}"
    if weight is not None:
        return rf"\frac{{{head} {weight} \times {argument}}}{{{head} {weight}}}"
    folded = f"{head} {argument}"
    return rf"\frac{{{folded}}}{{n}}" if node.function == "mean" else folded

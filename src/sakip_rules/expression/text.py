"""Formulas as text: as they are written in a rule, in words, and with values put in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.layout import COMPARISONS, parts_of, render, title_of
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
from sakip_rules.languages import Language
from sakip_rules.numbers import indonesian, shortest_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def to_text(what: Formula | Node) -> str:
    """Gives the canonical text of a formula: one spacing, and no bracket that it does not need."""
    return render(what, _written, _in_brackets)


def with_values(what: Formula | Node, values: Mapping[str, str]) -> str:
    """Gives the text of a formula with values in place of names; a name without a value stays.

    `values` holds bare names, and dotted ones with their points. Negative values stand in brackets.
    """

    def write(node: Node, parts: tuple[str, ...]) -> str:
        if isinstance(node, Name | Dotted):
            name = _name(node)
            value = clean(values.get(name, name))
            return _in_brackets(value) if value.startswith("-") else value
        return _written(node, parts)

    return render(what, write, _in_brackets)


def _in_brackets(text: str) -> str:
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


# ---------------------------------------------------------------- words

_SIGNS: Final = {"+": "+", "-": "−", "*": "×", "/": "÷"}

_WORDS: Final = {
    "id": {
        "power": "{0} pangkat {1}",
        "not": "bukan {0}",
        "and": "dan",
        "or": "atau",
        "choose": "jika {0} maka {1} selain itu {2}",
        "abs": "nilai mutlak {0}",
        "min": "yang terkecil dari {all}",
        "max": "yang terbesar dari {all}",
        "clamp": "{0} dibatasi dari {1} sampai {2}",
        "root": "akar pangkat {1} dari {0}",
        "ln": "logaritma natural {0}",
        "given": "{0} tersedia",
        "alias": "{name} dari {all}",
        "sum": "jumlah {0}",
        "mean": "rata-rata {0}",
        "geomean": "rata-rata geometrik {0}",
        "product": "hasil kali {0}",
        "least": "nilai terkecil {0}",
        "greatest": "nilai terbesar {0}",
        "first": "{0} yang pertama",
        "last": "{0} yang terakhir",
        "count": "banyaknya {0}",
        "weight": " dengan bobot {0}",
        "where": " (hanya jika {0})",
    },
    "en": {
        "power": "{0} to the power {1}",
        "not": "not {0}",
        "and": "and",
        "or": "or",
        "choose": "if {0} then {1} otherwise {2}",
        "abs": "absolute value of {0}",
        "min": "the smallest of {all}",
        "max": "the largest of {all}",
        "clamp": "{0} limited to between {1} and {2}",
        "root": "root of degree {1} of {0}",
        "ln": "natural logarithm of {0}",
        "given": "{0} is given",
        "alias": "{name} of {all}",
        "sum": "sum of {0}",
        "mean": "mean of {0}",
        "geomean": "geometric mean of {0}",
        "product": "product of {0}",
        "least": "smallest {0}",
        "greatest": "largest {0}",
        "first": "first {0}",
        "last": "last {0}",
        "count": "number of {0}",
        "weight": " weighted by {0}",
        "where": " (only where {0})",
    },
}


def to_words(what: Formula | Node, titles: Mapping[str, str], lang: Language = "id") -> str:
    """Gives a formula in words of a language (`id` or `en`), with titles in place of names.

    `titles` holds bare names, dotted ones with their points, aliases and CODEs; a name without a title stays.
    """
    return render(what, _Speaker(titles, lang).write, _in_brackets)


class _Speaker:
    """Writes one node at a time in words."""

    def __init__(self, titles: Mapping[str, str], lang: Language) -> None:
        self.titles = titles
        self.lang = lang
        self.words = _WORDS[lang]

    def write(self, node: Node, parts: tuple[str, ...]) -> str:
        match node:
            case Number():
                text = indonesian(literal(node)) if self.lang == "id" else literal(node)
            case Name() | Dotted():
                text = clean(title_of(node, self.titles))
            case Unary():
                text = self.say("not", *parts) if node.op == "not" else _SIGNS[node.op] + parts[0]
            case Binary():
                text = self.say("power", *parts) if node.op == "**" else chain(parts, (_SIGNS[node.op],))
            case Compare():
                text = chain(parts, tuple(COMPARISONS[op] for op in node.ops))
            case Logic():
                text = f" {self.words[node.op]} ".join(parts)
            case Choose():
                text = self.say("choose", *parts)
            case Call():
                text = self.call(node, parts)
            case _:
                text = self.aggregate(node, parts)
        return text

    def say(self, key: str, *parts: str) -> str:
        return self.words[key].format(*parts)

    def call(self, node: Call, parts: tuple[str, ...]) -> str:
        everything = _in_brackets("; ".join(parts))
        if node.function not in self.words:
            name = clean(self.titles.get(node.function, node.function))
            return self.words["alias"].format(name=name, all=everything)
        single = [_argument(child, text) for child, text in zip(node.arguments, parts, strict=True)]
        return self.words[node.function].format(*single, all=everything)

    def aggregate(self, node: Aggregate, parts: tuple[str, ...]) -> str:
        argument, where, weight = parts_of(node, parts)
        key = {"min": "least", "max": "greatest"}.get(node.function, node.function)
        text = self.say(key, _argument(node.argument, argument))
        if node.weight is not None and weight is not None:
            text += self.say("weight", _argument(node.weight, weight))
        return text if where is None else text + self.say("where", where)


def _argument(node: Node, text: str) -> str:
    """An operand of a phrase: in brackets, unless it is a single word of the formula."""
    return text if isinstance(node, Number | Name | Dotted) else _in_brackets(text)

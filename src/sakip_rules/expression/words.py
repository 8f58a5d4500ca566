"""Formulas in words of a language, with titles in place of names."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.formula import Formula, nodes_of
from sakip_rules.expression.functions import AGGREGATES, ORDINARY
from sakip_rules.expression.layout import SIGNS, parts_of, render, title_of
from sakip_rules.expression.text import chain, in_brackets, literal
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
from sakip_rules.languages import Language, Pair, say
from sakip_rules.numbers import indonesian

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[dict[str, Pair]] = {
    "power": ("{0} pangkat {1}", "{0} to the power {1}"),
    "not": ("bukan {0}", "not {0}"),
    "and": (" dan ", " and "),
    "or": (" atau ", " or "),
    "choose": ("jika {0} maka {1} selain itu {2}", "if {0} then {1} otherwise {2}"),
    "alias": ("{name} dari {all}", "{name} of {all}"),
    "weight": (" dengan bobot {0}", " weighted by {0}"),
    "where": (" (hanya jika {0})", " (only where {0})"),
    "where_given": (", hanya yang sudah ada nilainya", ", only those that have a value"),
}
"""What stands for the grammar; functions bring their own words."""


def to_words(what: Formula | Node, titles: Mapping[str, str], lang: Language = "id") -> str:
    """Gives a formula in words of a language (`id` or `en`), with titles in place of names.

    `titles` holds bare names, dotted ones with their points, aliases and CODEs; a name without a title stays.
    """
    return render(nodes_of(what), Speaker(titles, lang).write, in_brackets)


class Speaker:
    """Writes one node at a time in words; `texts` holds those that are already put into words."""

    def __init__(
        self, titles: Mapping[str, str], lang: Language, texts: Mapping[Node, str] = MappingProxyType({})
    ) -> None:
        self.titles = titles
        self.lang = lang
        self.texts = texts

    def write(self, node: Node, parts: tuple[str, ...]) -> str:
        """Gives a node in words, from those of its operands."""
        if node in self.texts:
            return self.texts[node]
        match node:
            case Number():
                text = indonesian(literal(node)) if self.lang == "id" else literal(node)
            case Name() | Dotted():
                text = clean(title_of(node, self.titles))
            case Unary():
                text = self._say("not", *parts) if node.op == "not" else SIGNS[node.op] + parts[0]
            case Binary():
                text = self._say("power", *parts) if node.op == "**" else chain(parts, (SIGNS[node.op],))
            case Compare():
                text = chain(parts, tuple(SIGNS[op] for op in node.ops))
            case Logic():
                text = self._say(node.op).join(parts)
            case Choose():
                text = self._say("choose", *parts)
            case Call():
                text = self._call(node, parts)
            case _:
                text = self._aggregate(node, parts)
        return text

    def _say(self, key: str, *parts: str, **named: str) -> str:
        return say(_WORDS[key], self.lang).format(*parts, **named)

    def _call(self, node: Call, parts: tuple[str, ...]) -> str:
        everything = in_brackets("; ".join(parts))
        function = ORDINARY.get(node.function)
        if function is None:
            name = clean(self.titles.get(node.function, node.function))
            return self._say("alias", name=name, all=everything)
        single = [self._argument(child, text) for child, text in zip(node.arguments, parts, strict=True)]
        return say(function.words, self.lang).format(*single, all=everything)

    def _aggregate(self, node: Aggregate, parts: tuple[str, ...]) -> str:
        argument, where, weight = parts_of(node, parts)
        words = say(AGGREGATES[node.function].words, self.lang)
        # A title may begin as the phrase does: the mean of "Mean score" is told as the mean of score.
        begin = words.partition("{0}")[0].removesuffix("of ").casefold()
        argument = argument[len(begin) :] if argument.casefold().startswith(begin) else argument
        text = words.format(self._argument(node.argument, argument))
        if node.weight is not None and weight is not None:
            text += self._say("weight", self._argument(node.weight, weight))
        if where is None:
            return text
        return text + (self._say("where_given") if _asks_for_itself(node) else self._say("where", where))

    def _argument(self, node: Node, text: str) -> str:
        """An operand of a phrase: in brackets, unless it is a single word of the formula or a value."""
        single = isinstance(node, Number | Name | Dotted) or node in self.texts
        return text if single else in_brackets(text)


def _asks_for_itself(node: Aggregate) -> bool:
    """Whether all that the condition of an aggregate asks of a row is that its value is given."""
    where, argument = node.where, node.argument
    if not (isinstance(where, Call) and where.function == "given" and isinstance(argument, Dotted)):
        return False
    return isinstance(where.arguments[0], Dotted) and where.arguments[0].path == argument.path

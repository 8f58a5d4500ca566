"""How a formula comes to its value, as with a calculator: its numbers, then round by round what they give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.expression.formula import Formula, nodes_of
from sakip_rules.expression.layout import (
    ATOM,
    BINARY,
    COMPARE,
    POWER,
    Firmness,
    render,
    written_places,
    written_strength,
)
from sakip_rules.expression.text import in_brackets
from sakip_rules.expression.tree import (
    YEAR,
    Aggregate,
    Binary,
    Choose,
    Dotted,
    Name,
    Node,
    Number,
    Unary,
    children,
)
from sakip_rules.expression.words import Speaker
from sakip_rules.languages import Language
from sakip_rules.values import Absent, Value, is_number
from sakip_rules.wording.values import near_words, value_words

Valuer = Callable[[Node], Value]
"""Gives the value of a part of a formula."""

_LOOSE: Final = COMPARE + 1
"""How firmly a value holds that stands in brackets beside a sign: a negative number, words."""


def rounds(what: Formula | Node, value_of: Valuer, lang: Language) -> list[str]:
    """Gives a formula with the values of its names, then what a calculator shows on the way to its value.

    In each round all is computed that has its numbers: a sum, or a product, of several at once. The value
    itself is not among them, unless the formula is nothing but a value.
    """
    reckoning = Reckoning(what, value_of, lang)
    texts = [reckoning.text()]
    while reckoning.goes_on():
        texts.append(reckoning.text())
    return texts


def shown(value: Value, lang: Language) -> str:
    """Gives a value as formulas show it, numbers as a calculator takes them."""
    return near_words(value, lang) if is_number(value) else value_words(value, None, lang)


def shown_at(node: Node, value: Value, lang: Language) -> str:
    """Gives the value of a part of a formula; a year is no number of things, and has no thousands."""
    is_year = isinstance(node, Name | Dotted) and name_of(node).rpartition(".")[2] == YEAR
    return str(value) if is_year and is_number(value) else clean(shown(value, lang))


class Reckoning:
    """A formula of which ever more parts are known."""

    def __init__(self, what: Formula | Node, value_of: Valuer, lang: Language) -> None:
        self.nodes = nodes_of(what)
        self.root = self.nodes[-1]
        self.value_of = value_of
        self.lang = lang
        self.known: dict[Node, Value] = {}
        for node in self._open(children):
            if is_leaf(node):
                self.known[node] = value_of(node)

    def text(self) -> str:
        """Gives the formula with the values of what is known."""
        speaker = Speaker({}, self.lang, {node: self._shown(node) for node in self.known})

        def write(node: Node, parts: tuple[str, ...]) -> str:
            if isinstance(node, Choose) and node.test in self.known:
                return parts[1] if self.known[node.test] else parts[2]
            return speaker.write(node, parts)

        return render(self.nodes, write, in_brackets, Firmness(self._strength, written_places))

    def goes_on(self) -> bool:
        """Computes what has its numbers; says whether there is more to compute after it."""
        ready = self._ready()
        within = {operand for node in ready for operand in children(node)}
        for node in ready - within:
            self.known[node] = self.value_of(node)
            if isinstance(self.known[node], Absent):
                return False
        return self._chosen(self.root) not in self.known

    def _ready(self) -> set[Node]:
        """What can be computed now: all of its operands are known, or stand in one sum or product with it."""
        ready: set[Node] = set()
        for node in reversed(self._open(_undecided)):
            operands = () if isinstance(node, Choose) else children(node)
            if operands and all(
                self._chosen(operand) in self.known or (operand in ready and _is_chain(node, operand))
                for operand in operands
            ):
                ready.add(node)
        return ready

    def _open(self, operands: Callable[[Node], tuple[Node, ...]]) -> list[Node]:
        """What is not known yet, each before its operands; of a condition that is decided one branch."""
        nodes: list[Node] = []
        stack = [self.root]
        while stack:
            node = self._chosen(stack.pop())
            if node not in self.known:
                nodes.append(node)
                stack.extend(() if is_leaf(node) else operands(node))
        return nodes

    def _chosen(self, node: Node) -> Node:
        """Gives the branch that counts, where the condition for it is known."""
        while isinstance(node, Choose) and node.test in self.known:
            node = node.body if self.known[node.test] else node.orelse
        return node

    def _shown(self, node: Node) -> str:
        return shown_at(node, self.known[node], self.lang)

    def _strength(self, node: Node) -> int:
        node = self._chosen(node)
        if node not in self.known:
            return written_strength(node)
        value = self.known[node]
        return ATOM if is_number(value) and not self._shown(node).startswith("-") else _LOOSE


def _undecided(node: Node) -> tuple[Node, ...]:
    """The operands of a node; of a condition its test, before which neither branch is looked at."""
    return (node.test,) if isinstance(node, Choose) else children(node)


def is_leaf(node: Node) -> bool:
    """Says whether a part is shown by its value from the start: a name, a number, what rows give."""
    signed = isinstance(node, Unary) and node.op != "not" and isinstance(node.operand, Number)
    return signed or isinstance(node, Number | Name | Dotted | Aggregate)


def name_of(node: Name | Dotted) -> str:
    """Gives a name as it is written."""
    return node.name if isinstance(node, Name) else ".".join(node.path)


def _is_chain(node: Node, operand: Node) -> bool:
    """Whether an operand that is computed goes on in one sum, or one product, with the node."""
    if not (isinstance(node, Binary) and isinstance(operand, Binary)) or operand is not node.left:
        return False
    return BINARY[node.op] == BINARY[operand.op] != POWER

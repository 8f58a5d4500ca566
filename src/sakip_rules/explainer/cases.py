"""Which case applied to a figure, and why none of those before it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.reckoning import is_leaf, name_of, shown_at
from sakip_rules.expression import Formula
from sakip_rules.expression.formula import nodes_of
from sakip_rules.expression.layout import SIGNS, render
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.text import chain, in_brackets
from sakip_rules.expression.tree import Aggregate, Compare, Dotted, Logic, Name, Node, Unary
from sakip_rules.expression.words import Speaker, to_words
from sakip_rules.languages import Language, say
from sakip_rules.wording.values import safe, value_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.languages import Pair
    from sakip_rules.results import Trace

_APPLIES: Final[Pair] = ("berlaku kasus ke-{place}", "case {place} applies")
_BECAUSE: Final[Pair] = (", karena {condition}", ", because {condition}")
_OTHERWISE: Final[Pair] = (" (selain itu)", " (otherwise)")
_UNDECIDED: Final[Pair] = ("syarat kasus ke-{place} tidak dapat diputuskan", "case {place} cannot be decided")
_PASSED: Final[Pair] = (
    "bukan kasus ke-{place}: {condition} tidak benar",
    "not case {place}: {condition} is not true",
)
_SINCE: Final[Pair] = (", sebab {reasons}", ", for {reasons}")
_AND: Final[Pair] = (" dan ", " and ")
_TRUE: Final[Pair] = ("{condition} benar", "{condition} is true")
_FALSE: Final[Pair] = ("{condition} tidak benar", "{condition} is not true")


def case_lines(trace: Trace, parts: Parts, depth: int, lang: Language) -> Iterator[Line]:
    """Gives each case that did not apply, with what its condition saw, then the one that did.

    Where a condition could not be decided, that is the case which is named last.
    """
    for place, condition in enumerate(trace.passed, 1):
        yield Line(depth, _passed(place, condition, parts, lang), "quiet", "case")
    if trace.case is not None:
        yield Line(depth, _chosen(trace, trace.case + 1, parts, lang), about="case")


def _chosen(trace: Trace, place: int, parts: Parts, lang: Language) -> str:
    """Says which case applied, its condition and its note; or which condition could not be decided."""
    undecided = trace.when is not None and trace.formula is trace.when
    said = say(_UNDECIDED if undecided else _APPLIES, lang).format(place=place)
    if trace.when is None:
        said += say(_OTHERWISE, lang)
    elif not undecided:
        said += say(_BECAUSE, lang).format(condition=condition_words(trace.when.root, parts, lang))
    return said if trace.note is None else f"{said}: {safe(trace.note, lang)}"


def _passed(place: int, condition: Formula, parts: Parts, lang: Language) -> str:
    """Says that a condition did not hold; of `and`, `or`, `not`, by which of their parts it did not."""
    root = condition.root
    said = say(_PASSED, lang).format(place=place, condition=condition_words(root, parts, lang))
    reasons = decisive(root, parts)
    if [part for part, _ in reasons] == [root]:
        return said + _come_to(root, parts, lang)
    told = [_told(part, truth=truth, parts=parts, lang=lang) for part, truth in reasons]
    return said + say(_SINCE, lang).format(reasons=say(_AND, lang).join(told))


def _told(part: Node, *, truth: bool, parts: Parts, lang: Language) -> str:
    said = say(_TRUE if truth else _FALSE, lang).format(condition=condition_words(part, parts, lang))
    return said + _come_to(part, parts, lang)


def decisive(root: Node, parts: Parts) -> list[tuple[Node, bool]]:
    """Gives the parts of a false condition that make it false, each with its own truth.

    Of an `and` that is false, and an `or` that is true, the first part that makes it so is enough.
    """
    reasons: list[tuple[Node, bool]] = []
    agenda = [(root, False)]
    while agenda:
        node, truth = agenda.pop()
        if isinstance(node, Unary) and node.op == "not":
            agenda.append((node.operand, not truth))
        elif not isinstance(node, Logic):
            reasons.append((node, truth))
        elif (node.op == "and") == truth:
            agenda += [(operand, truth) for operand in reversed(node.operands)]
        else:
            agenda.append((next(part for part in node.operands if parts.value(part) is truth), truth))
    return reasons


def condition_words(condition: Node, parts: Parts, lang: Language) -> str:
    """Gives a condition in words, with the value of each name behind it: `realisasi (80) > target (100)`."""
    nodes = nodes_of(condition)
    plain = {inner for node in nodes if isinstance(node, Aggregate) for inner in node.inner}
    plain |= {name for node in nodes if isinstance(node, Compare) for name in _met(node, parts)}
    texts: dict[Node, str] = {
        node: _named(node, parts, lang)
        for node in nodes
        if node not in plain and isinstance(node, Name | Dotted | Aggregate)
    }
    return render(nodes, Speaker({}, lang, texts).write, in_brackets)


def _is_code(node: Node, parts: Parts) -> bool:
    return isinstance(node, Name) and parts.names.get(node.name) is None


def _met(node: Compare, parts: Parts) -> list[Node]:
    """The name that a comparison says is a CODE, where it is: its value need not stand behind it."""
    if node.ops != ("==",) or not any(_is_code(side, parts) for side in node.operands):
        return []
    is_met = parts.value(node) is True
    return [side for side in node.operands if is_met and isinstance(side, Name) and not _is_code(side, parts)]


def _named(node: Node, parts: Parts, lang: Language) -> str:
    """A name or an aggregate with its value behind it; a CODE in words."""
    if isinstance(node, Name) and _is_code(node, parts):
        return value_words(node.name, None, lang)
    value = parts.names.get(node.name) if isinstance(node, Name) else None
    value = parts.value(node) if value is None else value
    name = name_of(node) if isinstance(node, Name | Dotted) else to_words(node, {}, lang)
    return f"{clean(name)} ({shown_at(node, value, lang)})"


def _come_to(condition: Node, parts: Parts, lang: Language) -> str:
    """What the two sides of a comparison come to, where one of them is to be computed."""
    if not isinstance(condition, Compare) or all(map(is_leaf, condition.operands)):
        return ""
    sides = tuple(shown_at(side, parts.value(side), lang) for side in condition.operands)
    return f" ({chain(sides, tuple(SIGNS[op] for op in condition.ops))})"


__all__ = ["case_lines", "condition_words", "decisive"]

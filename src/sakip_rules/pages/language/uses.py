"""Which rules of a catalogue use a key or a function."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.expression import FUNCTION_NAMES, parse
from sakip_rules.expression.tree import Aggregate, Call
from sakip_rules.models.base import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sakip_rules.expression import Formula
    from sakip_rules.models import AnyRule

SHOWN: Final = 5
_FORMULAS: Final = frozenset({"formula", "when", "then", "otherwise", "expect", "with_", "rows"})
"""The fields of models that hold texts of formulas, or maps and lists of them."""

Use = tuple[str, str]
"""A model and a key of it, or the form of a function, `ordinary` or `rows`, and its name."""


class LanguageUses:
    """The first rules, by id, that use each key and function."""

    def __init__(self, rules: Iterable[AnyRule]) -> None:
        """`rules` have no errors: their formulas can be read."""
        self._by_use: dict[Use, list[AnyRule]] = {}
        for rule in rules:
            for use in dict.fromkeys(_uses(rule)):
                self._by_use.setdefault(use, []).append(rule)

    def first(self, uses: Iterable[Use]) -> list[AnyRule]:
        """Gives the first rules with any of some uses."""
        rules = {rule.id: rule for use in uses for rule in self._by_use.get(use, ())}
        return [rules[rule_id] for rule_id in sorted(rules)[:SHOWN]]


def _uses(part: object, *, in_formula: bool = False) -> Iterator[Use]:
    if isinstance(part, Model):
        for name in part.stated:
            yield type(part).__name__, part.fields()[name].alias or name
            yield from _uses(getattr(part, name), in_formula=name in _FORMULAS)
    elif isinstance(part, dict):
        for inner in part.values():
            yield from _uses(inner, in_formula=in_formula)
    elif isinstance(part, list | tuple):
        for inner in part:
            yield from _uses(inner, in_formula=in_formula)
    elif in_formula and isinstance(part, str) and "(" in part:
        yield from _functions(parse(part))


def _functions(formula: Formula) -> Iterator[Use]:
    for node in formula.nodes:
        if isinstance(node, Aggregate):
            yield "rows", node.function
        elif isinstance(node, Call) and node.function in FUNCTION_NAMES:
            yield "ordinary", node.function

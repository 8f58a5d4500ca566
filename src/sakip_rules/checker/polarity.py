"""Whether an achievement accepts a polarity, decided without its data (language reference 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sakip_rules.checker.order import parsed
from sakip_rules.expression import BudgetSpentError, Context, ExactEvaluator
from sakip_rules.expression.tree import Aggregate, Dotted, Name
from sakip_rules.models import FormulaRule
from sakip_rules.values import NOT_DUE, Value


class _Unknown(ExactEvaluator):
    """An evaluator to which every name but the polarity is unknown, `given` and rows too."""

    def _is_given(self, _name: Name | Dotted) -> Value:  # type: ignore[override]  # given, too, is unknown
        return NOT_DUE

    def _aggregate(self, _node: Aggregate, _values: list[Value]) -> Value:
        return NOT_DUE


class _OnlyPolarity(Mapping[str, Value]):
    """The names of a rule: one holds the polarity, all others are unknown, CODEs are no names."""

    def __init__(self, rule: FormulaRule, name: str, polarity: str) -> None:
        self.unknown = {*rule.inputs, *rule.steps}
        self.name = name
        self.polarity = polarity

    def __getitem__(self, name: str) -> Value:
        if name == self.name:
            return self.polarity
        if name in self.unknown:
            return NOT_DUE
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self.unknown)

    def __len__(self) -> int:
        return len(self.unknown)


def accepts(rule: FormulaRule, name: str, polarity: str) -> bool:
    """Says whether some case of the rule can apply when input `name` holds a polarity.

    The cases of its formula are tried with that polarity and all else unknown: if every condition
    is false and there is no `otherwise`, it does not accept it.
    """
    if isinstance(rule.formula, str):
        return True
    names: Any = _OnlyPolarity(rule, name, polarity)
    for case in rule.formula:
        trees = parsed([case.when] if case.when is not None else [])
        if case.when is None or not trees:
            return True
        context = Context(names, dict.fromkeys(rule.uses, _never))
        try:
            value = _Unknown(context).value(trees[0])
        except BudgetSpentError:
            return True
        if value is not False:
            return True
    return False


def _never(_operands: tuple[Value, ...]) -> Value:
    return NOT_DUE


def polarity_input(rule: FormulaRule) -> str | None:
    """Gives the name of the rule's input of type polarity."""
    names = (name for name, declared in rule.inputs.items() if declared.type == "polarity")
    return next(names, None)

"""Whether an achievement accepts a polarity, decided without its data (language reference 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from sakip_rules.expression import BudgetSpentError, Context, ExactEvaluator, Formula
from sakip_rules.expression.evaluate import CALLS
from sakip_rules.expression.tree import YEAR, Aggregate
from sakip_rules.links.bodies import parsed
from sakip_rules.models import Case, FormulaRule
from sakip_rules.values import NOT_DUE, Value
from sakip_rules.vocabulary import POLARITIES


class _Unknown(ExactEvaluator):
    """An evaluator to which every name but the polarity is unknown, `given` and rows too."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.functions = {**CALLS, "given": _never}

    def _aggregate(self, _node: Aggregate, _values: list[Value]) -> Value:
        return NOT_DUE

    nodes: ClassVar = {**ExactEvaluator.nodes, Aggregate: _aggregate}


def accepts(rule: FormulaRule, name: str, polarity: str) -> bool:
    """Says whether some case of the rule can apply when input `name` holds a polarity.

    The cases of its formula are tried with that polarity and all else unknown: if every condition
    is false and there is no `otherwise`, it does not accept it.
    """
    if isinstance(rule.formula, str):
        return True
    trial = Trial([*rule.inputs, *rule.steps], rule.uses, {name: polarity})
    return any(trial.verdict(when) is not False for when in conditions_of(rule.formula))


def conditions_of(cases: tuple[Case, ...]) -> list[Formula | None]:
    """Gives the condition of each case; none for an `otherwise`, and for what cannot be parsed."""
    return [next(iter(parsed([case.when] if case.when is not None else [])), None) for case in cases]


class Trial:
    """Conditions of a record, tried with the polarities of some of its inputs and all else unknown."""

    def __init__(self, names: Iterable[str], aliases: Iterable[str], polarities: Mapping[str, Value]) -> None:
        # CODEs are no names: the evaluator takes a word that it does not find here for one.
        unknown: dict[str, Value] = dict.fromkeys([*names, YEAR], NOT_DUE)
        self.context = Context({**unknown, **polarities}, dict.fromkeys(aliases, _never))

    def verdict(self, when: Formula | None) -> Value:
        """Gives what a condition says; true where there is none, absent where data decide."""
        try:
            return True if when is None else _Unknown(self.context).value(when)
        except BudgetSpentError:
            return NOT_DUE

    def applies(self, conditions: Iterable[Formula | None], place: int) -> bool:
        """Says whether, of some cases, the one at a place applies whatever the data are."""
        verdicts = [self.verdict(when) for when in conditions]
        return verdicts[place] is True and all(verdict is False for verdict in verdicts[:place])


def _never(_operands: tuple[Value, ...]) -> Value:
    return NOT_DUE


def refused_polarities(rule: FormulaRule, name: str) -> frozenset[str]:
    """Gives the polarities that no case of the rule can treat in an input."""
    return frozenset(polarity for polarity in POLARITIES if not accepts(rule, name, polarity))


def polarity_inputs(rule: FormulaRule) -> list[str]:
    """Gives the names of the rule's inputs of type polarity."""
    return [name for name, declared in rule.inputs.items() if declared.type == "polarity"]

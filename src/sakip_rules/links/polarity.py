"""Whether an achievement accepts a polarity, decided without its data (language reference 5)."""

from __future__ import annotations

from typing import ClassVar

from sakip_rules.expression import BudgetSpentError, Context, ExactEvaluator, Formula
from sakip_rules.expression.evaluate import CALLS
from sakip_rules.expression.tree import Aggregate
from sakip_rules.links.bodies import parsed
from sakip_rules.models import FormulaRule
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
    # CODEs are no names: the evaluator takes a word that it does not find here for one.
    names: dict[str, Value] = dict.fromkeys([*rule.inputs, *rule.steps], NOT_DUE)
    context = Context({**names, name: polarity}, dict.fromkeys(rule.uses, _never))
    return any(case.when is None or _may_be_true(parsed([case.when]), context) for case in rule.formula)


def _may_be_true(condition: list[Formula], context: Context) -> bool:
    try:
        return not condition or _Unknown(context).value(condition[0]) is not False
    except BudgetSpentError:
        return True


def _never(_operands: tuple[Value, ...]) -> Value:
    return NOT_DUE


def refused_polarities(rule: FormulaRule, name: str) -> frozenset[str]:
    """Gives the polarities that no case of the rule can treat in an input."""
    return frozenset(polarity for polarity in POLARITIES if not accepts(rule, name, polarity))


def polarity_inputs(rule: FormulaRule) -> list[str]:
    """Gives the names of the rule's inputs of type polarity."""
    return [name for name, declared in rule.inputs.items() if declared.type == "polarity"]

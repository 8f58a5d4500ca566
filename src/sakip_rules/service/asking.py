"""One rule and its data, as JSON holds them -> what the rule gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sakip_rules.api import Classified, LookedUp, Result
from sakip_rules.catalogue import NotFound
from sakip_rules.diagnostics import UsageError, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.diagnostics.rendering import WIDTH
from sakip_rules.models import FormulaRule, ScaleRule
from sakip_rules.plans import ScalePlan, TablePlan
from sakip_rules.service.parts import wrong

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue, Rule
    from sakip_rules.checker import Checked
    from sakip_rules.explainer.lines import Line
    from sakip_rules.languages import Language

Answered = Result | Classified | LookedUp


def names_of(rule: Rule) -> tuple[str, ...]:
    """Gives how the data of a rule are called: of a scale `value`, of a table its keys."""
    return tuple(each.name for each in rule.inputs)


def ask(rule: Rule, given: Mapping[str, object]) -> Answered:
    """Gives the result of a formula for its inputs, of a scale for `value`, of a table for its keys.

    Raises `DataError` for data that are wrong, `UsageError` for a framework and for names that are none.
    """
    match rule.plan:
        case ScalePlan():
            return rule.classify(*_in_order(rule, given))
        case TablePlan():
            return rule.look_up(*_in_order(rule, given))
        case _:
            return rule.evaluate_inputs(given)


def _in_order(rule: Rule, given: Mapping[str, object]) -> list[object]:
    """Gives the data of a scale or a table in the order of their names; what is not given is `None`."""
    names = names_of(rule)
    unknown = [name for name in given if name not in names]
    if unknown:
        raise UsageError(
            wrong("unknown-name.input", name, name=quoted(name), near=did_you_mean(name, names))
            for name in unknown
        )
    return [given.get(name) for name in names]


def describe(catalogue: Catalogue, rule: Rule, lang: Language, width: int = WIDTH) -> list[Line]:
    """Gives what a rule says, in words, with its versions and the scale that its result is put in."""
    from sakip_rules.explainer.described import describe_rule  # noqa: PLC0415 - whoever computes does not wait

    stated = rule.loaded.rule
    known = catalogue.knowledge.of([stated.id])
    versions = [loaded.rule for loaded in known.catalogue.versions.get(stated.id, [])]
    return describe_rule(stated, versions, lang, width=width, scale=_scale(known, rule))


def _scale(known: Checked, rule: Rule) -> ScaleRule | None:
    """Gives the scale of a formula rule on the rule's day."""
    stated = rule.loaded.rule
    if not isinstance(stated, FormulaRule) or stated.scale is None:
        return None
    found = known.find(stated.scale, rule.day)
    return found.rule if not isinstance(found, NotFound) and isinstance(found.rule, ScaleRule) else None


def is_computable(answer: Answered) -> bool:
    """Says whether an answer is anything else than that it cannot be computed."""
    return answer.status != "error"

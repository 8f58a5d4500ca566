"""A rule that gets a page: one version of it, and what there is around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.models import FormulaRule
from sakip_rules.pages.addresses import rule_path
from sakip_rules.plans import RulePlan
from sakip_rules.reader import read_arguments

if TYPE_CHECKING:
    from sakip_rules.loader import LoadedRule
    from sakip_rules.models import AnyRule, FormulaExample
    from sakip_rules.plans import AnyPlan
    from sakip_rules.results import RuleResult


@dataclass(frozen=True)
class RuleSubject:
    """A version of a rule, all versions of it, oldest first, and its plan in the year in which it begins."""

    loaded: LoadedRule
    versions: tuple[LoadedRule, ...]
    plan: AnyPlan

    @property
    def rule(self) -> AnyRule:
        """The rule itself."""
        return self.loaded.rule

    @property
    def is_newest(self) -> bool:
        """Says whether there is no later version."""
        return self.versions[-1] is self.loaded

    @cached_property
    def records(self) -> tuple[RuleResult | None, ...]:
        """What the examples of a formula give, in order; computed once for the pages in both languages."""
        if not (isinstance(self.rule, FormulaRule) and isinstance(self.plan, RulePlan)):
            return ()
        return tuple(_computed(self.plan, example) for example in self.rule.examples)

    @property
    def path(self) -> str:
        """The path of its page, without the language."""
        return path_of(self.rule, self.versions[-1].rule)


def _computed(plan: RulePlan, example: FormulaExample) -> RuleResult | None:
    """The record of an example; none where its data is wrong, as its test says then."""
    try:
        return evaluate_rule(plan, read_arguments(plan, example.given))
    except SakipRulesError:
        return None


def path_of(rule: AnyRule, newest: AnyRule) -> str:
    """Gives the path of the page of a version: the newest has the rule's own."""
    return rule_path(rule.id, None if rule.version == newest.version else rule.version)

"""A rule that gets a page: one version of it, and what there is around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sakip_rules.pages.addresses import rule_path

if TYPE_CHECKING:
    from sakip_rules.loader import LoadedRule
    from sakip_rules.models import AnyRule
    from sakip_rules.plans import AnyPlan


@dataclass(frozen=True, slots=True)
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

    @property
    def path(self) -> str:
        """The path of its page, without the language."""
        return path_of(self.rule, self.versions[-1].rule)


def path_of(rule: AnyRule, newest: AnyRule) -> str:
    """Gives the path of the page of a version: the newest has the rule's own."""
    return rule_path(rule.id, None if rule.version == newest.version else rule.version)

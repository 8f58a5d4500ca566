"""What all pages are made from: the rules of a catalogue with their plans, and what refers to what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sakip_rules.catalogue import NotFound
from sakip_rules.examples.runner import resolvers
from sakip_rules.links.dependants import Dependants
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.rule.subject import RuleSubject, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.checker import Checked
    from sakip_rules.loader import LoadedRule
    from sakip_rules.models import AnyRule, Reference
    from sakip_rules.plans import AnyPlan


class SiteSources:
    """A checked catalogue as pages ask it; what takes long is worked out once for both languages."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.catalogue = checked.catalogue
        self.answers = Answers(checked)
        self._resolver_of = resolvers(checked)
        self._usable = {id(loaded) for loaded in checked.usable}

    @cached_property
    def subjects(self) -> list[RuleSubject]:
        """Every version of every rule without errors, by id, the oldest first."""
        return [subject for rule_id in self.catalogue.ids() for subject in self._versions(rule_id)]

    def _versions(self, rule_id: str) -> Iterator[RuleSubject]:
        versions = tuple(loaded for loaded in self.catalogue.versions[rule_id] if id(loaded) in self._usable)
        for loaded in versions:
            plan = self._resolver_of(loaded.rule.valid_from.year).plan_of(loaded)
            yield RuleSubject(loaded, versions, plan)

    def versions_of(self, subject: RuleSubject) -> list[RuleSubject]:
        """Gives every version of a subject's rule, the oldest first."""
        return self._by_id[subject.rule.id]

    @cached_property
    def _by_id(self) -> dict[str, list[RuleSubject]]:
        by_id: dict[str, list[RuleSubject]] = {}
        for subject in self.subjects:
            by_id.setdefault(subject.rule.id, []).append(subject)
        return by_id

    def plan_in(self, subject: RuleSubject, year: int) -> AnyPlan:
        """Gives the plan of a version with the rules that are in force in a year."""
        return self._resolver_of(year).plan_of(subject.loaded)

    @cached_property
    def newest(self) -> dict[str, AnyRule]:
        """The newest version of every rule by its id."""
        return {subject.rule.id: subject.rule for subject in self.subjects}

    @cached_property
    def referring(self) -> dict[str, list[LoadedRule]]:
        """For an id, the files that refer to it."""
        return Dependants(self.catalogue).referring

    def meant(self, rule: AnyRule, reference: Reference) -> AnyRule | None:
        """Gives the rule that a reference in a rule means on its first day, if there is one."""
        found = self.catalogue.find(reference, rule.valid_from)
        return None if isinstance(found, NotFound) else found.rule

    def path_of(self, rule: AnyRule) -> str | None:
        """Gives the path of the page of a rule, if it has one."""
        newest = self.newest.get(rule.id)
        return None if newest is None else path_of(rule, newest)

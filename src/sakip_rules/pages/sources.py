"""What all pages are made from: the rules of a catalogue with their plans, and what refers to what."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from sakip_rules.catalogue import NotFound
from sakip_rules.examples.runner import resolvers
from sakip_rules.links.dependants import Dependants
from sakip_rules.pages.addresses import rule_path
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.language.uses import LanguageUses
from sakip_rules.pages.published import computed
from sakip_rules.pages.readings import is_about, questions
from sakip_rules.pages.regulations import Regulation, regulations
from sakip_rules.pages.rule.subject import RuleSubject, path_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.checker import Checked
    from sakip_rules.loader import LoadedRule
    from sakip_rules.models import AnyRule, Reference
    from sakip_rules.pages.data import DataMap
    from sakip_rules.pages.published import Published, PublishedRow
    from sakip_rules.plans import AnyPlan, Source


class SiteSources:
    """A checked catalogue as pages ask it; what takes long is worked out once for both languages."""

    def __init__(self, checked: Checked) -> None:
        self.checked = checked
        self.catalogue = checked.catalogue
        self.answers = Answers(checked)
        self.resolver_of = resolvers(checked)
        self._usable = {id(loaded) for loaded in checked.usable}

    @cached_property
    def subjects(self) -> list[RuleSubject]:
        """Every version of every rule without errors, by id, the oldest first."""
        return [subject for rule_id in self.catalogue.ids() for subject in self._versions(rule_id)]

    def _versions(self, rule_id: str) -> Iterator[RuleSubject]:
        versions = tuple(loaded for loaded in self.catalogue.versions[rule_id] if id(loaded) in self._usable)
        for loaded in versions:
            plan = self.resolver_of(loaded.rule.valid_from.year).plan_of(loaded)
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
        return self.resolver_of(year).plan_of(subject.loaded)

    @cached_property
    def newest(self) -> dict[str, AnyRule]:
        """The newest version of every rule by its id."""
        return {subject.rule.id: subject.rule for subject in self.subjects}

    @cached_property
    def referring(self) -> dict[str, list[LoadedRule]]:
        """For an id, the files that refer to it."""
        return Dependants(self.catalogue).referring

    @cached_property
    def published(self) -> dict[str, list[PublishedRow]]:
        """The published examples by the id of their table, computed."""
        return computed(self.answers)

    @cached_property
    def figures(self) -> dict[str, list[tuple[str, Published]]]:
        """The published figures by the reference of their rule, each with the id of its table."""
        found: dict[str, list[tuple[str, Published]]] = {}
        for source, rows in self.published.items():
            for figure in (figure for row in rows for figure in row.figures):
                found.setdefault(figure.answer.rule.reference, []).append((source, figure))
        return found

    @cached_property
    def questions(self) -> list[DataMap]:
        """The questions on which readings differ, those that can be answered."""
        return questions(self.answers)

    def questions_about(self, rule: AnyRule) -> list[DataMap]:
        """Gives the questions in which a rule answers."""
        return [question for question in self.questions if is_about(question, rule)]

    @cached_property
    def language_uses(self) -> LanguageUses:
        """Which rules, in their newest version, use the keys and functions of the language."""
        return LanguageUses(self.newest.values())

    @cached_property
    def regulations(self) -> list[Regulation]:
        """The documents that rules rest on, by name."""
        versions = {subject.rule.id: subject.versions for subject in self.subjects}
        return regulations([[loaded.rule for loaded in loadeds] for loadeds in versions.values()])

    def meant(self, rule: AnyRule, reference: Reference) -> AnyRule | None:
        """Gives the rule that a reference in a rule means on its first day, if there is one."""
        found = self.catalogue.find(reference, rule.valid_from)
        return None if isinstance(found, NotFound) else found.rule

    def path_of_source(self, source: Source) -> str | None:
        """Gives the path of the page of a rule that a result names, if it has one."""
        newest = self.newest.get(source.id)
        if newest is None:
            return None
        return rule_path(source.id, None if str(newest.version) == source.version else source.version)

    def path_of(self, rule: AnyRule) -> str | None:
        """Gives the path of the page of a rule, if it has one."""
        newest = self.newest.get(rule.id)
        return None if newest is None else path_of(rule, newest)

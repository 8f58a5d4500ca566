"""A catalogue as a collection of rules: how many, which, which versions, and looking for them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, get_args

from sakip_rules.api.boundary import Day, day_of, reference_of, shown
from sakip_rules.diagnostics import UsageError, diagnose
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.languages import Language, Pair, say
from sakip_rules.models import AnyRule, Reference
from sakip_rules.vocabulary import RuleKind

if TYPE_CHECKING:
    from sakip_rules.api.knowledge import Knowledge


class RuleSummary(NamedTuple):
    """One version of a rule, as a list shows it."""

    id: str
    version: str
    kind: RuleKind
    titles: Pair
    valid_from: datetime.date
    valid_to: datetime.date | None
    """The last day of its validity; `None` has no end."""

    @property
    def reference(self) -> str:
        """`owner/name@x.y.z`, as `Catalogue.rule` takes it."""
        return f"{self.id}@{self.version}"

    def title(self, lang: Language = "id") -> str:
        """The title in a language."""
        return say(self.titles, lang)


def summary_of(rule: AnyRule) -> RuleSummary:
    """Gives what a list shows of a rule."""
    return RuleSummary(rule.id, rule.version, rule.kind, rule.title.pair, rule.valid_from, rule.valid_to)


class RuleCollection:
    """The ids of the rules of a catalogue, in order; what is read is read when it is asked for."""

    knowledge: Knowledge
    """What is known of its rules; read when it is first asked for."""

    def ids(self) -> list[str]:
        """Gives the ids of all rules, sorted; no rule file is read."""
        return self.knowledge.ids()

    def __len__(self) -> int:
        return len(self.ids())

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids())

    def __contains__(self, reference: object) -> bool:
        parsed = Reference.parse(reference) if isinstance(reference, str) else None
        if parsed is None or parsed.id not in self.ids():
            return False
        return parsed.version is None or parsed.version in {
            known.version for known in self.versions(parsed.id)
        }

    def versions(self, rule_id: str) -> list[RuleSummary]:
        """Gives all versions of a rule that can be read, the oldest first; of an unknown id none.

        Raises `UsageError` for text that is no id.
        """
        wanted = reference_of(rule_id).id
        known = self.knowledge.of([wanted]).catalogue.versions.get(wanted, [])
        return [summary_of(loaded.rule) for loaded in known]

    def search(
        self,
        text: str = "",
        *,
        kind: RuleKind | None = None,
        on: Day | None = None,
        sector: str | None = None,
    ) -> list[RuleSummary]:
        """Gives the rules in which every word of a text stands, those first that are called so.

        Words are looked for in id, title, description and other usual names, in both languages. `on`
        gives the versions in force on a day or in a year, else the newest. Reads all rule files. Raises
        `UsageError` for an unknown kind or a day that is none.
        """
        from sakip_rules.explainer.search import Wanted, search  # noqa: PLC0415 - whoever computes does not wait

        if kind is not None and kind not in get_args(RuleKind):
            near = did_you_mean(str(kind), get_args(RuleKind))
            raise UsageError([diagnose("bad-value.word", None, written=shown(kind), hint=near)])
        day = None if on is None else day_of(on)
        wanted = Wanted(words=text.split(), kind=kind, day=day, sector=sector)
        return [summary_of(listed.rule) for listed in search(self.knowledge.rules, wanted)]

"""All versions of all rules: what is in force on a day, and which days make a difference."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Final

from sakip_rules.dataclass import dataclass, replace
from sakip_rules.diagnostics import Diagnostic, quoted
from sakip_rules.languages import Pair
from sakip_rules.loader import KnownRule, LoadedRule, RuleFile
from sakip_rules.models import AnyRule, Dated, Reference, version_key
from sakip_rules.succession import Succession

HAS_ERRORS: Final = "unknown-rule.errors"
ONE_DAY: Final = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a reference has no rule: the key of the diagnostic and the words that fill it.

    `files` are those whose errors stand in the way.
    """

    reference: Reference
    key: str
    texts: tuple[tuple[str, str | Pair], ...]
    files: tuple[str, ...] = ()


def _not_found(reference: Reference, key: str, **texts: str | Pair) -> NotFound:
    return NotFound(reference, key, (("name", quoted(str(reference))), *texts.items()))


class RuleCatalogue:
    """Every rule file that was read, by id and version; files with errors are remembered as such."""

    def __init__(
        self, rule_files: Iterable[RuleFile], listing: Callable[[], Sequence[KnownRule]] | None = None
    ) -> None:
        """`listing` gives all rules there are, by id, where not all files were read."""
        self.loaded = tuple(rule_files)
        self.whole = {
            rule_file.file: rule_file for rule_file in self.loaded if isinstance(rule_file, LoadedRule)
        }
        """The files whose rule could be read, by path, whatever else is wrong with them."""
        self.versions: dict[str, list[LoadedRule]] = {}
        self.broken: dict[str, list[RuleFile]] = {}
        for rule_file in self.loaded:
            if isinstance(rule_file, LoadedRule) and rule_file.usable:
                self.versions.setdefault(rule_file.rule.id, []).append(rule_file)
            elif rule_file.stands_in_the_way:
                for rule_id in rule_file.ids:
                    self.broken.setdefault(rule_id, []).append(rule_file)
        for versions in self.versions.values():
            versions.sort(key=lambda rule_file: version_key(rule_file.rule.version))
        self._timelines = {
            rule_id: _Timeline(self.versions.get(rule_id, []), self.broken.get(rule_id, []))
            for rule_id in {**self.versions, **self.broken}
        }
        self._ids = sorted(self.versions)
        self.listing = listing or self._known

    def ids(self) -> list[str]:
        """Gives the ids of all rules that could be read, sorted."""
        return list(self._ids)

    def listing_ids(self) -> list[str]:
        """Gives the ids of all rules there are, those with errors too, sorted."""
        return sorted(self._timelines)

    def files(self, rule_id: str) -> list[RuleFile]:
        """Gives all files that are, or may be, versions of a rule."""
        return [*self.versions.get(rule_id, []), *self.broken.get(rule_id, [])]

    def hiding(self, rule_id: str) -> list[Diagnostic]:
        """Gives the warning that files of an id stand in the place of bundled ones, if they do."""
        found = (diagnostic for rule_file in self.files(rule_id) for diagnostic in rule_file.diagnostics)
        return [diagnostic for diagnostic in found if diagnostic.code == "bundled-hidden"]

    def find(
        self, reference: Reference, day: datetime.date, unusable: AbstractSet[str] = frozenset()
    ) -> LoadedRule | NotFound:
        """Gives the version that a reference means on a day, or why there is none.

        `unusable` are the files that have errors though they can be read. Files that cannot have them, too.
        """
        timeline = self._timelines.get(reference.id)
        if timeline is None:
            return _not_found(reference, "unknown-rule")
        if reference.version is not None:
            return self._pinned(reference, timeline.by_version.get(reference.version), unusable)
        in_the_way = timeline.in_the_way(day, unusable)
        if in_the_way:
            return _has_errors(reference, in_the_way)
        standing = timeline.standing(day)
        return standing[-1] if standing else _out_of_force(reference, day, timeline.dated.values())

    def heeded(self, reference: Reference, rule: AnyRule) -> list[str]:
        """Gives the files whose errors, if they had any, might stand in the way of a reference of a rule."""
        timeline = self._timelines.get(reference.id)
        if timeline is None:
            return []
        if reference.version is None:
            return [
                file for file, dated in timeline.dated.items() if dated.supersedes or _overlap(dated, rule)
            ]
        pinned = timeline.by_version.get(reference.version)
        return [pinned.file] if pinned is not None else []

    def newest(self, rule_id: str, unusable: AbstractSet[str] = frozenset()) -> LoadedRule | NotFound:
        """Gives the version of the highest number, unless a file with errors may be it, or its correction."""
        reference, timeline = Reference(rule_id), self._timelines.get(rule_id)
        if timeline is None:
            return _not_found(reference, "unknown-rule")
        if not timeline.dated:
            return _has_errors(reference, timeline.broken)
        file, validity = max(timeline.dated.items(), key=lambda dated: version_key(dated[1].version))
        in_the_way = timeline.in_the_way(last_day_of(validity.valid_from.year), unusable)
        loaded = timeline.usable.get(file)
        if loaded is None or file in unusable or in_the_way:
            return _has_errors(reference, {file, *in_the_way})
        return loaded

    def standing(self, rule_id: str, day: datetime.date) -> tuple[LoadedRule, ...]:
        """Gives the versions of a rule in force on a day that no other one in force supersedes.

        More than one stand only where versions overlap; the last is then the one of the highest number.
        """
        return self._timelines[rule_id].standing(day)

    def circle_of(self, loaded: LoadedRule) -> Iterator[str]:
        """Gives the versions through which a version supersedes itself, if it does, the nearest first."""
        succession = self._timelines[loaded.rule.id].succession
        return succession.superseded_by(loaded.file) if succession.in_circle(loaded.file) else iter(())

    def turns(self, rule_id: str) -> tuple[datetime.date, ...]:
        """Gives the days on which a version of a rule begins, or is over, sorted."""
        timeline = self._timelines.get(rule_id)
        return timeline.succession.turns if timeline else ()

    def days_that_differ(self, rule: AnyRule, references: Iterable[Reference]) -> list[datetime.date]:
        """Gives the first day of each stretch of a rule's validity on which its references mean the same."""
        days = {rule.valid_from}
        for rule_id in {reference.id for reference in references if reference.version is None}:
            turns = self.turns(rule_id)
            last = bisect_right(turns, last_day(rule))
            days.update(turns[bisect_left(turns, rule.valid_from) : last])
        return sorted(days)

    def _pinned(
        self, reference: Reference, loaded: LoadedRule | None, unusable: AbstractSet[str]
    ) -> LoadedRule | NotFound:
        if loaded is not None:
            return _has_errors(reference, [loaded.file]) if loaded.file in unusable else loaded
        broken = [
            rule_file.file
            for rule_file in self.broken.get(reference.id, [])
            if reference.version is not None and rule_file.may_be(reference.version)
        ]
        return _has_errors(reference, broken) if broken else _not_found(reference, "unknown-rule")

    def _known(self) -> list[KnownRule]:
        """All ids there are; of a file with errors it is not known what it is."""
        return [_known_rule(rule_id, self.versions.get(rule_id, ())) for rule_id in sorted(self._timelines)]


def _known_rule(rule_id: str, versions: Iterable[LoadedRule]) -> KnownRule:
    rules = [loaded.rule for loaded in versions]
    names = frozenset(name for rule in rules for name in rule.also_called)
    return KnownRule(rule_id, frozenset(rule.kind for rule in rules), names)


def _has_errors(reference: Reference, files: Iterable[str]) -> NotFound:
    return replace(_not_found(reference, HAS_ERRORS), files=tuple(sorted(files)))


def _out_of_force(reference: Reference, day: datetime.date, known: Collection[Dated]) -> NotFound:
    """Names the versions that are nearest in time."""
    before = [validity for validity in known if last_day(validity) < day]
    after = [validity for validity in known if validity.valid_from > day]
    texts: dict[str, str | Pair] = {"day": str(day)}
    texts["earlier"] = _span_text(reference.id, max(before, key=last_day)) if before else ""
    texts["later"] = _span_text(reference.id, min(after, key=_first_day)) if after else ""
    if before and after:
        return _not_found(reference, "no-longer-in-force.between", **texts)
    return _not_found(reference, "no-longer-in-force" if before else "not-yet-in-force", **texts)


class _Timeline:
    """All files of one rule: which stand on a day, and which stand in the way if they have errors."""

    def __init__(self, usable: list[LoadedRule], broken: list[RuleFile]) -> None:
        self.usable = {loaded.file: loaded for loaded in usable}
        self.broken = frozenset(rule_file.file for rule_file in broken)
        self.by_version: dict[str, LoadedRule] = {}
        for loaded in usable:
            self.by_version.setdefault(loaded.rule.version, loaded)
        known = {rule_file.file: rule_file.validity for rule_file in (*usable, *broken)}
        self.dated = {file: validity for file, validity in known.items() if validity is not None}
        """All files of which it is known when they are in force; the others may be so on any day."""
        self.succession = Succession(self.dated)

    def standing(self, day: datetime.date) -> tuple[LoadedRule, ...]:
        return tuple(self.usable[file] for file in self._standing[bisect_right(self.succession.turns, day)])

    @cached_property
    def _standing(self) -> list[tuple[str, ...]]:
        """The files that stand before the first turn, and from each one on."""
        return self.succession.standing(self.usable)

    def in_the_way(self, day: datetime.date, unusable: AbstractSet[str]) -> set[str]:
        """Gives the files with errors that are in force on a day, or through which another one supersedes."""
        wrong = self.broken | (unusable & self.usable.keys())
        found = {file for file in wrong if file not in self.dated or holds(self.dated[file], day)}
        links = {file for file in wrong - found if self.dated[file].supersedes is not None}
        if links:
            found |= links & {self.succession.first.get(version) for version in self._replaced(day)}
        return found

    def _replaced(self, day: datetime.date) -> set[str]:
        """Gives the versions that one in force on a day supersedes, directly or through others."""
        replaced: set[str] = set()
        for file, validity in self.dated.items():
            for version in self.succession.superseded_by(file) if holds(validity, day) else ():
                if version in replaced:  # and so are all that it supersedes
                    break
                replaced.add(version)
        return replaced


def _overlap(one: Dated, other: Dated) -> bool:
    return one.valid_from <= last_day(other) and other.valid_from <= last_day(one)


def holds(rule: Dated, day: datetime.date) -> bool:
    """Says whether a rule is valid on a day, whatever supersedes it."""
    return rule.valid_from <= day <= last_day(rule)


def last_day(rule: Dated) -> datetime.date:
    """Gives the last day of a rule's validity; of an open one, the last day there is."""
    return rule.valid_to or datetime.date.max


def last_day_of(year: int) -> datetime.date:
    """Gives the day on which the rules of a performance year are taken: 31 December."""
    return datetime.date(year, 12, 31)


def _first_day(rule: Dated) -> datetime.date:
    return rule.valid_from


def _span_text(rule_id: str, rule: Dated) -> str:
    last = "…" if rule.valid_to is None else str(rule.valid_to)
    return f"{rule_id}@{rule.version} ({rule.valid_from} – {last})"


__all__ = ["NotFound", "RuleCatalogue", "holds", "last_day", "last_day_of"]

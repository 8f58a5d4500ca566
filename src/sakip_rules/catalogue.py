"""All versions of all rules: what is in force on a day, and which days make a difference."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.languages import Pair
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule, Reference, version_key

ONE_DAY: Final = datetime.timedelta(days=1)
NEIGHBOURS: Final = 100
"""How many ids on either side of an unknown one are looked through for the one that was meant."""


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a reference has no rule: the key of the diagnostic and the words that fill it."""

    key: str
    texts: tuple[tuple[str, str | Pair], ...]


def _not_found(key: str, **texts: str | Pair) -> NotFound:
    return NotFound(key, tuple(texts.items()))


class RuleCatalogue:
    """Every rule file that was read, by id and version; files with errors are remembered as such."""

    def __init__(self, loaded: Iterable[LoadedRule]) -> None:
        self.loaded = tuple(loaded)
        self.versions: dict[str, list[LoadedRule]] = {}
        self.broken: dict[str, list[LoadedRule]] = {}
        for item in self.loaded:
            into = self.versions if item.usable else self.broken
            into.setdefault(_name_of(item)[0], []).append(item)
        for versions in self.versions.values():
            versions.sort(key=lambda item: version_key(rule_of(item).version))
        self._timelines = {rule_id: _Timeline(items) for rule_id, items in self.versions.items()}
        self._ids = sorted(self.versions)

    def ids(self) -> list[str]:
        """Gives the ids of all rules that could be read, sorted."""
        return list(self._ids)

    def find(self, reference: Reference, day: datetime.date) -> LoadedRule | NotFound:
        """Gives the version that a reference means on a day, or why there is none."""
        timeline = self._timelines.get(reference.id)
        if timeline is None:
            return self._unknown(reference)
        if reference.version is not None:
            return timeline.by_version.get(reference.version) or self._unknown(reference)
        standing = timeline.standing(day)
        return standing[-1] if standing else self._out_of_force(reference, day)

    def standing(self, rule_id: str, day: datetime.date) -> tuple[LoadedRule, ...]:
        """Gives the versions of a rule in force on a day that no other one in force supersedes.

        More than one stand only where versions overlap; the last is then the one of the highest number.
        """
        return self._timelines[rule_id].standing(day)

    def superseded_by(self, rule: AnyRule) -> Iterator[str]:
        """Gives the versions that a rule supersedes, directly or through others, the nearest first."""
        return self._timelines[rule.id].superseded_by(rule)

    def turns(self, rule_id: str) -> tuple[datetime.date, ...]:
        """Gives the days on which a version of a rule begins, or is over, sorted."""
        timeline = self._timelines.get(rule_id)
        return timeline.turns if timeline else ()

    def days_that_differ(self, rule: AnyRule, references: Iterable[Reference]) -> list[datetime.date]:
        """Gives the first day of each stretch of a rule's validity on which its references mean the same."""
        days = {rule.valid_from}
        for rule_id in {reference.id for reference in references if reference.version is None}:
            turns = self.turns(rule_id)
            last = bisect_right(turns, last_day(rule))
            days.update(turns[bisect_left(turns, rule.valid_from) : last])
        return sorted(days)

    def _unknown(self, reference: Reference) -> NotFound:
        name = quoted(str(reference))
        broken = self.broken.get(reference.id, [])
        if any(reference.version in (None, _name_of(item)[1]) for item in broken):
            return _not_found("unknown-rule.errors", name=name)
        near = did_you_mean(str(reference), self._alike(reference))
        return _not_found("unknown-rule", name=name, near=near)

    def _alike(self, reference: Reference) -> list[str]:
        """What may have been meant: another version, or an id that stands near in the alphabet."""
        if reference.id in self.versions:
            return [rule_of(item).reference for item in self.versions[reference.id]]
        place = bisect_left(self._ids, reference.id)
        return self._ids[max(place - NEIGHBOURS, 0) : place + NEIGHBOURS]

    def _out_of_force(self, reference: Reference, day: datetime.date) -> NotFound:
        """Names the versions that are nearest in time."""
        broken = (item.rule for item in self.broken.get(reference.id, []))
        if any(rule is None or holds(rule, day) for rule in broken):
            return _not_found("unknown-rule.errors", name=quoted(str(reference)))
        rules = [rule_of(item) for item in self.versions[reference.id]]
        before = [rule for rule in rules if last_day(rule) < day]
        after = [rule for rule in rules if rule.valid_from > day]
        texts: dict[str, str | Pair] = {"name": quoted(str(reference)), "day": str(day)}
        texts["earlier"] = _span_text(max(before, key=last_day)) if before else ""
        texts["later"] = _span_text(min(after, key=_first_day)) if after else ""
        if before and after:
            return _not_found("no-longer-in-force.between", **texts)
        return _not_found("no-longer-in-force" if before else "not-yet-in-force", **texts)


class _Timeline:
    """The versions of one rule, and which of them stand on each stretch of days between two turns."""

    def __init__(self, items: list[LoadedRule]) -> None:
        self.items = items
        self.by_version: dict[str, LoadedRule] = {}
        turns: set[datetime.date] = set()
        for item in items:
            rule = rule_of(item)
            self.by_version.setdefault(rule.version, item)
            turns.add(rule.valid_from)
            if last_day(rule) < datetime.date.max:
                turns.add(last_day(rule) + ONE_DAY)
        self.turns = tuple(sorted(turns))
        self._standing: dict[int, tuple[LoadedRule, ...]] = {}

    def standing(self, day: datetime.date) -> tuple[LoadedRule, ...]:
        stretch = bisect_right(self.turns, day)
        if stretch not in self._standing:
            self._standing[stretch] = self._stand_on(day)
        return self._standing[stretch]

    def _stand_on(self, day: datetime.date) -> tuple[LoadedRule, ...]:
        holding = [item for item in self.items if holds(rule_of(item), day)]
        replaced: set[str] = set()
        for item in holding:
            for version in self.superseded_by(rule_of(item)):
                if version in replaced:  # and so are all that it supersedes
                    break
                replaced.add(version)
        standing = [item for item in holding if rule_of(item).version not in replaced]
        return tuple(standing or holding[-1:])  # none stands where they supersede each other in a circle

    def superseded_by(self, rule: AnyRule) -> Iterator[str]:
        seen: set[str] = set()
        current: AnyRule | None = rule
        while current is not None and current.supersedes is not None:
            version = str(current.supersedes.version)
            if version in seen:
                return
            seen.add(version)
            yield version
            current = rule_of(self.by_version[version]) if version in self.by_version else None


def rule_of(item: LoadedRule) -> AnyRule:
    """Gives the model of a rule file that could be read."""
    if item.rule is None:
        raise ValueError(f"{item.file} could not be read")
    return item.rule


def _name_of(item: LoadedRule) -> tuple[str, str]:
    """Gives id and version of a rule file; of one that cannot be read, as its path has them."""
    if item.rule is not None:
        return item.rule.id, item.rule.version
    path = PurePath(item.file)
    return "/".join(path.parts[-3:-1]), path.stem


def holds(rule: AnyRule, day: datetime.date) -> bool:
    """Says whether a rule is valid on a day, whatever supersedes it."""
    return rule.valid_from <= day <= last_day(rule)


def last_day(rule: AnyRule) -> datetime.date:
    """Gives the last day of a rule's validity; of an open one, the last day there is."""
    return rule.valid_to or datetime.date.max


def last_day_of(year: int) -> datetime.date:
    """Gives the day on which the rules of a performance year are taken: 31 December."""
    return datetime.date(year, 12, 31)


def _first_day(rule: AnyRule) -> datetime.date:
    return rule.valid_from


def _span_text(rule: AnyRule) -> str:
    last = "…" if rule.valid_to is None else str(rule.valid_to)
    return f"{rule.reference} ({rule.valid_from} – {last})"


__all__ = ["NotFound", "RuleCatalogue", "holds", "last_day", "last_day_of", "rule_of"]

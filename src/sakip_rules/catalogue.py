"""All versions of all rules: what is in force on a day, and which days make a difference."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sakip_rules.diagnostics import quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule, Reference, version_key

Texts = dict[str, "str | tuple[str, str]"]


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why a reference has no rule: the key of the diagnostic and the words that fill it."""

    key: str
    texts: tuple[tuple[str, str | tuple[str, str]], ...]


def _not_found(key: str, **texts: str | tuple[str, str]) -> NotFound:
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

    def ids(self) -> list[str]:
        """Gives the ids of all rules that could be read, sorted."""
        return sorted(self.versions)

    def find(self, reference: Reference, day: datetime.date) -> LoadedRule | NotFound:
        """Gives the version that a reference means on a day, or why there is none."""
        versions = self.versions.get(reference.id, [])
        if reference.version is not None:
            for item in versions:
                if rule_of(item).version == reference.version:
                    return item
        else:
            found = self.in_force(reference.id, day)
            if found is not None:
                return found
        if not versions or reference.version is not None:
            return self._unknown(reference)
        return self._out_of_force(reference.id, day)

    def in_force(self, rule_id: str, day: datetime.date) -> LoadedRule | None:
        """Gives the version in force on a day; one that supersedes another takes its place."""
        holding = [item for item in self.versions.get(rule_id, []) if holds(rule_of(item), day)]
        replaced = {version for item in holding for version in self.superseded_by(rule_of(item))}
        standing = [item for item in holding if rule_of(item).version not in replaced]
        return standing[-1] if standing else holding[-1] if holding else None

    def superseded_by(self, rule: AnyRule) -> list[str]:
        """Gives the versions that a rule supersedes, directly or through others."""
        by_version = {rule_of(item).version: rule_of(item) for item in self.versions[rule.id]}
        found: list[str] = []
        current: AnyRule | None = rule
        while current is not None and current.supersedes is not None:
            version = str(current.supersedes.version)
            if version in found:
                break
            found.append(version)
            current = by_version.get(version)
        return found

    def days_that_differ(self, rule: AnyRule, references: Iterable[Reference]) -> Iterator[datetime.date]:
        """Gives one day of each stretch of a rule's validity on which its references mean the same."""
        starts = {rule.valid_from}
        for reference in references:
            for item in self.versions.get(reference.id, []) if reference.version is None else []:
                other = rule_of(item)
                starts.add(other.valid_from)
                if other.valid_to is not None and other.valid_to < datetime.date.max:
                    starts.add(other.valid_to + datetime.timedelta(days=1))
        for day in sorted(starts):
            if holds(rule, day):
                yield day

    def _unknown(self, reference: Reference) -> NotFound:
        name = quoted(str(reference))
        broken = self.broken.get(reference.id, [])
        if any(reference.version in (None, _name_of(item)[1]) for item in broken):
            return _not_found("unknown-rule.errors", name=name)
        known = self.ids()
        if reference.id in self.versions:
            known = [rule_of(item).reference for item in self.versions[reference.id]]
        return _not_found("unknown-rule", name=name, near=did_you_mean(str(reference), known))

    def _out_of_force(self, rule_id: str, day: datetime.date) -> NotFound:
        """Names the version that is nearest in time."""
        rules = [rule_of(item) for item in self.versions[rule_id]]
        before = [rule for rule in rules if rule.valid_to is not None and rule.valid_to < day]
        after = [rule for rule in rules if rule.valid_from > day]
        texts: dict[str, str] = {"name": quoted(rule_id), "day": str(day)}
        texts["earlier"] = _span_text(max(before, key=_last_day)) if before else ""
        texts["later"] = _span_text(min(after, key=lambda rule: rule.valid_from)) if after else ""
        if before and after:
            return _not_found("no-longer-in-force.between", **texts)
        return _not_found("no-longer-in-force" if before else "not-yet-in-force", **texts)


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
    return rule.valid_from <= day and (rule.valid_to is None or day <= rule.valid_to)


def _last_day(rule: AnyRule) -> datetime.date:
    return rule.valid_to or datetime.date.max


def _span_text(rule: AnyRule) -> str:
    last = "…" if rule.valid_to is None else str(rule.valid_to)
    return f"{rule.reference} ({rule.valid_from} – {last})"


def last_day_of(year: int) -> datetime.date:
    """Gives the day on which the rules of a performance year are taken: 31 December."""
    return datetime.date(year, 12, 31)

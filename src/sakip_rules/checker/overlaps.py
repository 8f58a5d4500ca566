"""Checks between the versions of one rule: no two in force on one day, no circle of `supersedes`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from sakip_rules.catalogue import RuleCatalogue, rule_of
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule


def check_versions(catalogue: RuleCatalogue) -> Iterator[tuple[LoadedRule, Diagnostic]]:
    """Gives each diagnostic with the file that it is about."""
    for versions in catalogue.versions.values():
        for item in versions:
            yield from _check_supersedes(item, versions, catalogue)
        for index, item in enumerate(versions):
            for other in versions[:index]:
                found = _overlap(item, other, catalogue)
                if found is not None:
                    yield item, found


def _check_supersedes(
    item: LoadedRule, versions: list[LoadedRule], catalogue: RuleCatalogue
) -> Iterator[tuple[LoadedRule, Diagnostic]]:
    rule = rule_of(item)
    if rule.supersedes is None:
        return
    place = item.document.place(("supersedes",)) if item.document else None
    known = [rule_of(other).reference for other in versions]
    if str(rule.supersedes) not in known:
        near = did_you_mean(str(rule.supersedes), known)
        yield item, diagnose("unknown-rule", place, name=quoted(str(rule.supersedes)), near=near)
    elif rule.version in catalogue.superseded_by(rule):
        path = " → ".join([rule.version, *catalogue.superseded_by(rule)])
        yield item, diagnose("reference-cycle", place, path=quoted(path))


def _overlap(item: LoadedRule, other: LoadedRule, catalogue: RuleCatalogue) -> Diagnostic | None:
    """Gives the diagnostic of two versions that are both in force on some day."""
    rule, earlier = rule_of(item), rule_of(other)
    start = max(rule.valid_from, earlier.valid_from)
    end = min(rule.valid_to or datetime.date.max, earlier.valid_to or datetime.date.max)
    if start > end or _settled(rule, earlier, catalogue):
        return None
    place = item.document.place(("valid_from",)) if item.document else None
    texts = {"one": quoted(rule.reference), "other": quoted(earlier.reference), "day": str(start)}
    same = rule.version == earlier.version
    return diagnose("versions-overlap.same" if same else "versions-overlap", place, **texts)


def _settled(rule: AnyRule, earlier: AnyRule, catalogue: RuleCatalogue) -> bool:
    if rule.version == earlier.version:
        return False
    replaced = catalogue.superseded_by(rule)
    return earlier.version in replaced or rule.version in catalogue.superseded_by(earlier)

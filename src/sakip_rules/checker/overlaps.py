"""Checks between the versions of one rule: no two in force on one day, no circle of `supersedes`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from sakip_rules.catalogue import RuleCatalogue, rule_of
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.loader import LoadedRule

Found = Iterator[tuple[LoadedRule, Diagnostic]]
SHOWN_VERSIONS = 8


def check_versions(catalogue: RuleCatalogue) -> Found:
    """Gives each diagnostic with the file that it is about."""
    for rule_id, versions in catalogue.versions.items():
        for item in versions:
            yield from _check_supersedes(item, versions, catalogue)
        yield from _check_twice(versions)
        yield from _check_overlaps(rule_id, catalogue)


def _check_supersedes(item: LoadedRule, versions: list[LoadedRule], catalogue: RuleCatalogue) -> Found:
    """A version supersedes one that there is, and not itself, be it through others."""
    rule = rule_of(item)
    if rule.supersedes is None:
        return
    place = item.document.place(("supersedes",)) if item.document else None
    chain = list(catalogue.superseded_by(rule))
    if rule.version in chain:
        shown = [rule.version, *chain[:SHOWN_VERSIONS]]
        yield item, diagnose("reference-cycle", place, path=quoted(" → ".join(shown)))
        return
    known = {rule_of(other).reference for other in versions}
    if str(rule.supersedes) not in known:
        near = did_you_mean(str(rule.supersedes), known)
        yield item, diagnose("unknown-rule", place, name=quoted(str(rule.supersedes)), near=near)


def _check_twice(versions: list[LoadedRule]) -> Found:
    """One version stands in one file, whatever its days."""
    for earlier, item in pairwise(versions):
        rule = rule_of(item)
        if rule.version == rule_of(earlier).version:
            place = item.document.place(("version",)) if item.document else None
            yield item, diagnose("versions-overlap.same", place, **_texts(item, earlier, rule.valid_from))


def _check_overlaps(rule_id: str, catalogue: RuleCatalogue) -> Found:
    """Each two versions that stand on one day, neighbours by number, once: on the first such day."""
    found: dict[tuple[str, str], tuple[LoadedRule, Diagnostic]] = {}
    for day in catalogue.turns(rule_id):
        for earlier, item in pairwise(catalogue.standing(rule_id, day)):
            pair = (earlier.file, item.file)
            if pair not in found and rule_of(earlier).version != rule_of(item).version:
                place = item.document.place(("valid_from",)) if item.document else None
                texts = _texts(item, earlier, day)
                found[pair] = item, diagnose("versions-overlap", place, **texts)
    yield from found.values()


def _texts(item: LoadedRule, earlier: LoadedRule, day: datetime.date) -> dict[str, str]:
    one, other = quoted(rule_of(item).reference), quoted(rule_of(earlier).reference)
    return {"one": one, "other": other, "day": str(day)}

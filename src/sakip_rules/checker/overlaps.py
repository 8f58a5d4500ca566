"""Checks between the versions of one rule: no two in force on one day, no circle of `supersedes`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from sakip_rules.catalogue import NotFound, RuleCatalogue
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule

Found = Iterator[tuple[LoadedRule, Diagnostic]]
SHOWN_VERSIONS = 8


def check_versions(verdict: Verdict) -> Found:
    """Gives each diagnostic with the file that it is about."""
    for rule_id, versions in verdict.catalogue.versions.items():
        for item in versions:
            yield from _check_supersedes(item, verdict)
        yield from _check_twice(versions)
        yield from _check_overlaps(rule_id, verdict.catalogue)


def _check_supersedes(item: LoadedRule, verdict: Verdict) -> Found:
    """A version supersedes one that there is, with errors or not, and not itself, be it through others."""
    rule = item.rule
    if rule.supersedes is None:
        return
    place = item.document.place(("supersedes",))
    chain = list(verdict.catalogue.superseded_by(rule))
    if rule.version in chain:
        shown = [rule.version, *chain[:SHOWN_VERSIONS]]
        yield item, diagnose("reference-cycle", place, path=quoted(" → ".join(shown)))
        return
    found = verdict.catalogue.find(rule.supersedes, rule.valid_from)
    if isinstance(found, NotFound) and not found.files:
        yield item, verdict.missing(item.file, found, place)


def _check_twice(versions: list[LoadedRule]) -> Found:
    """One version stands in one file, whatever its days."""
    for earlier, item in pairwise(versions):
        rule = item.rule
        if rule.version == earlier.rule.version:
            place = item.document.place(("version",))
            yield item, diagnose("versions-overlap.same", place, **_texts(item, earlier, rule.valid_from))


def _check_overlaps(rule_id: str, catalogue: RuleCatalogue) -> Found:
    """Each two versions that stand on one day, neighbours by number, once: on the first such day."""
    found: dict[tuple[str, str], tuple[LoadedRule, Diagnostic]] = {}
    for day in catalogue.turns(rule_id):
        for earlier, item in pairwise(catalogue.standing(rule_id, day)):
            pair = (earlier.file, item.file)
            if pair not in found and earlier.rule.version != item.rule.version:
                place = item.document.place(("valid_from",))
                texts = _texts(item, earlier, day)
                found[pair] = item, diagnose("versions-overlap", place, **texts)
    yield from found.values()


def _texts(item: LoadedRule, earlier: LoadedRule, day: datetime.date) -> dict[str, str]:
    one, other = quoted(item.rule.reference), quoted(earlier.rule.reference)
    return {"one": one, "other": other, "day": str(day)}

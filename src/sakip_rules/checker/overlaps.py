"""Checks between versions of a rule: no two on one day, no gap without reason, no circle of `supersedes`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import islice, pairwise

from sakip_rules.catalogue import ONE_DAY, NotFound, RuleCatalogue
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule

ByFile = Iterator[tuple[LoadedRule, Diagnostic]]
SHOWN_VERSIONS = 8


def check_versions(verdict: Verdict) -> ByFile:
    """Gives each diagnostic with the file that it is about."""
    for rule_id, versions in verdict.catalogue.versions.items():
        for loaded in versions:
            yield from _check_supersedes(loaded, verdict)
        yield from _check_twice(versions)
        yield from _check_overlaps(rule_id, verdict.catalogue)
        if rule_id not in verdict.catalogue.broken:  # a file with errors may be what is in force then
            yield from _check_gaps(rule_id, verdict.catalogue)


def _check_supersedes(loaded: LoadedRule, verdict: Verdict) -> ByFile:
    """A version supersedes one that there is, with errors or not, and not itself, be it through others."""
    rule = loaded.rule
    if rule.supersedes is None:
        return
    place = loaded.document.place(("supersedes",))
    circle = list(islice(verdict.catalogue.circle_of(loaded), SHOWN_VERSIONS))
    if circle:
        path = " → ".join([rule.version, *circle])
        yield loaded, diagnose("reference-cycle", place, path=quoted(path))
        return
    found = verdict.catalogue.find(rule.supersedes, rule.valid_from)
    if isinstance(found, NotFound) and not found.files:
        yield loaded, verdict.missing(loaded.file, found, place)


def _check_twice(versions: list[LoadedRule]) -> ByFile:
    """One version stands in one file, whatever its days."""
    for earlier, later in pairwise(versions):
        rule = later.rule
        if rule.version == earlier.rule.version:
            place = later.document.place(("version",))
            yield later, diagnose("versions-overlap.same", place, **_texts(later, earlier, rule.valid_from))


def _check_overlaps(rule_id: str, catalogue: RuleCatalogue) -> ByFile:
    """Each two versions that stand on one day, neighbours by number, once: on the first such day."""
    overlaps: dict[tuple[str, str], tuple[LoadedRule, Diagnostic]] = {}
    for day in catalogue.turns(rule_id):
        for earlier, later in pairwise(catalogue.standing(rule_id, day)):
            pair = (earlier.file, later.file)
            if pair not in overlaps and earlier.rule.version != later.rule.version:
                place = later.document.place(("valid_from",))
                texts = _texts(later, earlier, day)
                overlaps[pair] = later, diagnose("versions-overlap", place, **texts)
    yield from overlaps.values()


def _check_gaps(rule_id: str, catalogue: RuleCatalogue) -> ByFile:
    """Days between two versions without one in force: the version after them says why, no other one."""
    after_gaps: set[str] = set()
    last = catalogue.versions[rule_id][0]
    for day, turn in pairwise(catalogue.turns(rule_id)):
        standing = catalogue.standing(rule_id, day)
        if standing:
            last = standing[-1]
            continue
        after = catalogue.standing(rule_id, turn)[-1]
        after_gaps.add(after.file)
        if after.rule.gap is None:
            texts = {"one": quoted(after.rule.reference), "other": quoted(last.rule.reference)}
            days = {"first": str(day), "last": str(turn - ONE_DAY)}
            yield after, warn("version-gap", after.document.place(("valid_from",)), **texts, **days)
    for loaded in catalogue.versions[rule_id]:
        if loaded.rule.gap is not None and loaded.file not in after_gaps:
            place = loaded.document.key_place(("gap",))
            yield loaded, warn("version-gap.none", place, one=quoted(loaded.rule.reference))


def _texts(later: LoadedRule, earlier: LoadedRule, day: datetime.date) -> dict[str, str]:
    one, other = quoted(later.rule.reference), quoted(earlier.rule.reference)
    return {"one": one, "other": other, "day": str(day)}

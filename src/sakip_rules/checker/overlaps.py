"""Checks between the versions of one rule: no two in force on one day, no circle of `supersedes`."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from sakip_rules.catalogue import NotFound, RuleCatalogue
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
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


def _check_supersedes(loaded: LoadedRule, verdict: Verdict) -> ByFile:
    """A version supersedes one that there is, with errors or not, and not itself, be it through others."""
    rule = loaded.rule
    if rule.supersedes is None:
        return
    place = loaded.document.place(("supersedes",))
    chain = list(verdict.catalogue.superseded_by(rule))
    if rule.version in chain:
        shown = [rule.version, *chain[:SHOWN_VERSIONS]]
        yield loaded, diagnose("reference-cycle", place, path=quoted(" → ".join(shown)))
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


def _texts(later: LoadedRule, earlier: LoadedRule, day: datetime.date) -> dict[str, str]:
    one, other = quoted(later.rule.reference), quoted(earlier.rule.reference)
    return {"one": one, "other": other, "day": str(day)}

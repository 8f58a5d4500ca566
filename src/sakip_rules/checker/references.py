"""References that name no rule, or one of the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator

from sakip_rules.catalogue import NotFound, holds, last_day_of
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.languages import Pair
from sakip_rules.links.references import Use, uses_of
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule, Reference, TableRule


def check_references(loaded: LoadedRule, verdict: Verdict) -> Iterator[Diagnostic]:
    """Gives a diagnostic for every reference that names no rule of the right kind on any day."""
    rule = loaded.rule
    meant: dict[Reference, list[LoadedRule | NotFound]] = {}
    for use in uses_of(rule):
        if use.reference not in meant:
            meant[use.reference] = _meant(use.reference, rule, verdict)
        place = loaded.document.place(use.path)
        rules = [version for version in meant[use.reference] if not isinstance(version, NotFound)]
        missing = [version for version in meant[use.reference] if isinstance(version, NotFound)]
        if not rules:
            # Of days without the rule, those are told of on which something can be mended.
            worst = max(missing, key=lambda version: bool(version.files))
            yield verdict.missing(loaded.file, worst, place, use.kinds)
        for key, texts in _faults(use, rules):
            yield diagnose(key, place, **texts)
        if _out_of_force(rule, use.reference, verdict):
            yield warn("pinned-out-of-force", place, name=quoted(str(use.reference)))


def _meant(reference: Reference, rule: AnyRule, verdict: Verdict) -> list[LoadedRule | NotFound]:
    """What a reference means on the days of a rule's validity, each version once."""
    days = verdict.catalogue.days_that_differ(rule, [reference])
    versions: dict[str, LoadedRule | NotFound] = {}
    for day in days:
        version = verdict.find(reference, day)
        versions[version.key if isinstance(version, NotFound) else version.file] = version
    return list(versions.values())


def _faults(use: Use, rules: list[LoadedRule]) -> Iterator[tuple[str, dict[str, str | Pair]]]:
    """Gives what is wrong with the versions that a reference means."""
    for other in rules:
        rule = other.rule
        texts: dict[str, str | Pair] = {"name": quoted(rule.reference)}
        if rule.kind not in use.kinds:
            yield "unknown-rule.kind", {**texts, "kind": rule.kind, "wanted": ", ".join(use.kinds)}
        elif use.one_key and isinstance(rule, TableRule) and not _has_one_key_of_codes(rule):
            yield "unknown-rule.one-key", texts


def _has_one_key_of_codes(rule: TableRule) -> bool:
    return len(rule.keys) == 1 and rule.interpolate is None


def _out_of_force(rule: AnyRule, reference: Reference, verdict: Verdict) -> bool:
    """Says whether a version is out of force on the day of the rule's examples: only a pinned one may be."""
    day = last_day_of(rule.valid_from.year)
    found = verdict.find(reference, day)
    return not isinstance(found, NotFound) and not holds(found.rule, day)

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


def check_references(item: LoadedRule, verdict: Verdict) -> Iterator[Diagnostic]:
    """Gives a diagnostic for every reference that names no rule of the right kind on any day."""
    rule = item.rule
    meant: dict[Reference, list[LoadedRule | NotFound]] = {}
    for use in uses_of(rule):
        if use.reference not in meant:
            meant[use.reference] = _meant(use.reference, rule, verdict)
        place = item.document.place(use.path)
        found = [one for one in meant[use.reference] if not isinstance(one, NotFound)]
        missing = [one for one in meant[use.reference] if isinstance(one, NotFound)]
        if not found:
            # Of days without the rule, those are told of on which something can be mended.
            worst = max(missing, key=lambda one: bool(one.files))
            yield verdict.missing(item.file, worst, place)
        for key, texts in _faults(use, found):
            yield diagnose(key, place, **texts)
        if use.reference.version is not None and _out_of_force(rule, use.reference, verdict):
            yield warn("pinned-out-of-force", place, name=quoted(str(use.reference)))


def _meant(reference: Reference, rule: AnyRule, verdict: Verdict) -> list[LoadedRule | NotFound]:
    """What a reference means on the days of a rule's validity, each version once."""
    days = verdict.catalogue.days_that_differ(rule, [reference])
    found = (verdict.find(reference, day) for day in days)
    return list({one.key if isinstance(one, NotFound) else one.file: one for one in found}.values())


def _faults(use: Use, found: list[LoadedRule]) -> Iterator[tuple[str, dict[str, str | Pair]]]:
    """Gives what is wrong with the versions that a reference means."""
    for other in found:
        rule = other.rule
        texts: dict[str, str | Pair] = {"name": quoted(rule.reference)}
        if rule.kind not in use.kinds:
            yield "unknown-rule.kind", {**texts, "kind": rule.kind, "wanted": ", ".join(use.kinds)}
        elif use.one_key and isinstance(rule, TableRule) and not _has_one_key_of_codes(rule):
            yield "unknown-rule.one-key", texts


def _has_one_key_of_codes(rule: TableRule) -> bool:
    return len(rule.keys) == 1 and rule.interpolate is None


def _out_of_force(rule: AnyRule, reference: Reference, verdict: Verdict) -> bool:
    """Says whether a pinned version is out of force on the day of the rule's examples."""
    day = last_day_of(rule.valid_from.year)
    found = verdict.find(reference, day)
    return not isinstance(found, NotFound) and not holds(found.rule, day)

"""Every reference of a rule: where it stands, and what kind of rule it must name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakip_rules.catalogue import NotFound, holds, last_day_of
from sakip_rules.checker.checked import Checked
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.languages import Pair
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    AnyRule,
    Body,
    FormulaRule,
    FrameworkRule,
    Input,
    Reference,
    Step,
    TableRule,
)
from sakip_rules.vocabulary import FORMULA_KINDS, RuleKind

Path = tuple[str | int, ...]

CALLED: Final[tuple[RuleKind, ...]] = ("scale", "table")
SCALES: Final[tuple[RuleKind, ...]] = ("scale",)
TABLES: Final[tuple[RuleKind, ...]] = ("table",)


@dataclass(frozen=True, slots=True)
class Use:
    """One reference in a rule file: its path, and the kinds of rule it may name."""

    path: Path
    reference: Reference
    kinds: tuple[RuleKind, ...]
    one_key: bool = False
    """Whether only a one-key table of CODEs will do."""


def uses_of(rule: AnyRule) -> list[Use]:
    """Gives all references of a rule but `supersedes`, in no special order."""
    if isinstance(rule, FormulaRule):
        return [*_aliases(rule), *_of_rule(rule), *_of_body(rule, ())]
    if isinstance(rule, FrameworkRule):
        levels = rule.levels.items()
        of_levels = (use for name, level in levels for use in _of_body(level, ("levels", name)))
        return [*_aliases(rule), *of_levels]
    return []


def _aliases(rule: FormulaRule | FrameworkRule) -> Iterator[Use]:
    for alias, reference in rule.uses.items():
        yield Use(("uses", alias), reference, CALLED)


def _of_rule(rule: FormulaRule) -> Iterator[Use]:
    if rule.scale is not None:
        yield Use(("scale",), rule.scale, SCALES)
    if rule.codes is not None:
        yield Use(("codes",), rule.codes, TABLES, one_key=True)


def _of_body(body: Body, path: Path) -> Iterator[Use]:
    for name, declared in body.inputs.items():
        yield from _of_input(declared, (*path, "inputs", name))
    for name, step in body.steps.items():
        yield from _of_step(step, (*path, "steps", name))


def _of_input(declared: Input, path: Path) -> Iterator[Use]:
    if isinstance(declared.choices, Reference):
        yield Use((*path, "choices"), declared.choices, CALLED, one_key=True)
    if declared.codes is not None:
        yield Use((*path, "codes"), declared.codes, TABLES, one_key=True)
    if declared.each is not None:
        yield from _of_body(declared.each, (*path, "each"))


def _of_step(step: Step, path: Path) -> Iterator[Use]:
    if step.rule is not None:
        yield Use((*path, "rule"), step.rule, FORMULA_KINDS)
    if step.scale is not None:
        yield Use((*path, "scale"), step.scale, SCALES)


class Links:
    """What references mean on one day, leaving out rules that have errors."""

    def __init__(self, checked: Checked, day: datetime.date) -> None:
        self.checked = checked
        self.day = day

    def get(self, reference: Reference | None, kinds: tuple[RuleKind, ...]) -> LoadedRule | None:
        """Gives the rule that a reference means, if it is there, of the kind, and without errors."""
        if reference is None:
            return None
        found = self.checked.find(reference, self.day)
        if isinstance(found, NotFound):
            return None
        return found if found.rule.kind in kinds else None


def check_references(item: LoadedRule, checked: Checked) -> Iterator[Diagnostic]:
    """Gives a diagnostic for every reference that names no rule of the right kind on any day."""
    rule = item.rule
    meant: dict[Reference, list[LoadedRule | NotFound]] = {}
    for use in uses_of(rule):
        if use.reference not in meant:
            meant[use.reference] = _meant(use.reference, rule, checked)
        place = item.document.place(use.path)
        found = [one for one in meant[use.reference] if not isinstance(one, NotFound)]
        missing = [one for one in meant[use.reference] if isinstance(one, NotFound)]
        if not found:
            # Of days without the rule, those are told of on which something can be mended.
            worst = max(missing, key=lambda one: bool(one.files))
            yield checked.missing(item.file, worst, place)
        for key, texts in _faults(use, found):
            yield diagnose(key, place, **texts)
        if use.reference.version is not None and _out_of_force(rule, use.reference, checked):
            yield warn("pinned-out-of-force", place, name=quoted(str(use.reference)))


def _meant(reference: Reference, rule: AnyRule, checked: Checked) -> list[LoadedRule | NotFound]:
    """What a reference means on the days of a rule's validity, each version once."""
    days = checked.catalogue.days_that_differ(rule, [reference])
    found = (checked.find(reference, day) for day in days)
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


def _out_of_force(rule: AnyRule, reference: Reference, checked: Checked) -> bool:
    """Says whether a pinned version is out of force on the day of the rule's examples."""
    day = last_day_of(rule.valid_from.year)
    found = checked.find(reference, day)
    return not isinstance(found, NotFound) and not holds(found.rule, day)

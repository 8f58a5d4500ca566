"""Every reference of a rule: where it stands, and what kind of rule it must name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakip_rules.catalogue import NotFound, RuleCatalogue, holds, last_day_of, rule_of
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
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

Path = tuple[str | int, ...]

FORMULA_KINDS: Final = ("indicator", "achievement", "efficiency", "index")
CALLED: Final = ("scale", "table")


@dataclass(frozen=True, slots=True)
class Use:
    """One reference in a rule file: its path, and the kinds of rule it may name."""

    path: Path
    reference: Reference
    kinds: tuple[str, ...]
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
        yield Use(("scale",), rule.scale, ("scale",))
    if rule.codes is not None:
        yield Use(("codes",), rule.codes, ("table",), one_key=True)


def _of_body(body: Body, path: Path) -> Iterator[Use]:
    for name, declared in body.inputs.items():
        yield from _of_input(declared, (*path, "inputs", name))
    for name, step in body.steps.items():
        yield from _of_step(step, (*path, "steps", name))


def _of_input(declared: Input, path: Path) -> Iterator[Use]:
    if isinstance(declared.choices, Reference):
        yield Use((*path, "choices"), declared.choices, CALLED, one_key=True)
    if declared.codes is not None:
        yield Use((*path, "codes"), declared.codes, ("table",), one_key=True)
    if declared.each is not None:
        yield from _of_body(declared.each, (*path, "each"))


def _of_step(step: Step, path: Path) -> Iterator[Use]:
    if step.rule is not None:
        yield Use((*path, "rule"), step.rule, FORMULA_KINDS)
    if step.scale is not None:
        yield Use((*path, "scale"), step.scale, ("scale",))


class Links:
    """What references mean on one day, leaving out rules that have errors."""

    def __init__(
        self, catalogue: RuleCatalogue, day: datetime.date, unusable: frozenset[str] | set[str]
    ) -> None:
        self.catalogue = catalogue
        self.day = day
        self.unusable = unusable

    def get(self, reference: Reference | None, kinds: tuple[str, ...]) -> LoadedRule | None:
        """Gives the rule that a reference means, if it is there, of the kind, and without errors."""
        if reference is None:
            return None
        found = self.catalogue.find(reference, self.day)
        if isinstance(found, NotFound) or found.file in self.unusable:
            return None
        return found if rule_of(found).kind in kinds else None


def check_references(item: LoadedRule, catalogue: RuleCatalogue, unusable: set[str]) -> Iterator[Diagnostic]:
    """Gives a diagnostic for every reference that names no rule of the right kind on any day."""
    rule = rule_of(item)
    for use in uses_of(rule):
        days = list(catalogue.days_that_differ(rule, [use.reference]))
        found = [catalogue.find(use.reference, day) for day in days]
        place = item.document.place(use.path) if item.document else None
        missing = [one for one in found if isinstance(one, NotFound)]
        if len(missing) == len(found):
            yield diagnose(missing[0].key, place, **dict(missing[0].texts))
            continue
        for one in {id(one): one for one in found if not isinstance(one, NotFound)}.values():
            wrong = _wrong_rule(use, one, unusable)
            if wrong is not None:
                yield diagnose(wrong[0], place, **wrong[1])
        if use.reference.version is not None and _out_of_force(rule, use.reference, catalogue):
            name = quoted(str(use.reference))
            yield warn("pinned-out-of-force", place, name=name)


def _wrong_rule(use: Use, found: LoadedRule, unusable: set[str]) -> tuple[str, dict[str, str]] | None:
    other = rule_of(found)
    name = quoted(other.reference)
    if found.file in unusable:
        return "unknown-rule.errors", {"name": name}
    if other.kind not in use.kinds:
        wanted = ", ".join(use.kinds)
        return "unknown-rule.kind", {"name": name, "kind": other.kind, "wanted": wanted}
    if use.one_key and isinstance(other, TableRule):
        if len(other.keys) != 1 or other.interpolate is not None:
            return "unknown-rule.one-key", {"name": name}
    return None


def _out_of_force(rule: AnyRule, reference: Reference, catalogue: RuleCatalogue) -> bool:
    """Says whether a pinned version is out of force on the day of the rule's examples."""
    day = last_day_of(rule.valid_from.year)
    found = catalogue.find(reference, day)
    return not isinstance(found, NotFound) and not holds(rule_of(found), day)

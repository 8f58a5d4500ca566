"""Every reference of a rule, what kind of rule it must name, and what it means on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sakip_rules.catalogue import NotFound
from sakip_rules.diagnostics import Path
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AnyRule, Body, FormulaRule, FrameworkRule, Input, Reference, Step
from sakip_rules.vocabulary import FORMULA_KINDS, RuleKind

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

    def __init__(self, verdict: Verdict, day: datetime.date) -> None:
        self.verdict = verdict
        self.day = day

    def get(self, reference: Reference | None, kinds: tuple[RuleKind, ...]) -> LoadedRule | None:
        """Gives the rule that a reference means, if it is there, of the kind, and without errors."""
        if reference is None:
            return None
        found = self.verdict.find(reference, self.day)
        if isinstance(found, NotFound):
            return None
        return found if found.rule.kind in kinds else None

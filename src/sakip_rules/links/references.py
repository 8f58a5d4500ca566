"""Every reference of a rule, what kind of rule it must name, and what it means on a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final, TypeAlias, assert_never

from sakip_rules.catalogue import NotFound
from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Path
from sakip_rules.links.bodies import calls_of
from sakip_rules.links.verdict import Verdict
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    AliasRule,
    AnyRule,
    Body,
    FormulaRule,
    FrameworkRule,
    Input,
    RecordRule,
    Reference,
    ScaleRule,
    Step,
    TableRule,
)
from sakip_rules.vocabulary import FORMULA_KINDS, RuleKind

CALLED: Final[tuple[RuleKind, ...]] = ("scale", "table")
SCALES: Final[tuple[RuleKind, ...]] = ("scale",)
TABLES: Final[tuple[RuleKind, ...]] = ("table",)

Meaning: TypeAlias = frozenset[tuple[Reference, str]]
"""For each reference the file that it means, or nothing."""


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
    match rule:
        case FormulaRule():
            return [*_aliases(rule), *_of_rule(rule), *_of_body(rule, ())]
        case FrameworkRule():
            levels = rule.levels.items()
            of_levels = (use for name, level in levels for use in _of_body(level, ("levels", name)))
            return [*_aliases(rule), *of_levels]
        case ScaleRule() | TableRule():
            return []
        case _:
            assert_never(rule)


def _aliases(rule: RecordRule) -> Iterator[Use]:
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
    for call in calls_of(step):
        yield Use((*path, *call.path, "rule"), call.rule, FORMULA_KINDS)
    if step.scale is not None:
        yield Use((*path, "scale"), step.scale, SCALES)


class Links:
    """What references mean on one day, leaving out rules that have errors."""

    def __init__(self, verdict: Verdict, day: datetime.date) -> None:
        self.verdict = verdict
        self.day = day

    def formula(self, reference: Reference | None) -> FormulaRule | None:
        """Gives the formula rule that a reference means, if it is there, is one, and has no errors."""
        rule = self._rule(reference)
        return rule if isinstance(rule, FormulaRule) else None

    def alias(self, reference: Reference | None) -> AliasRule | None:
        """Gives the scale or table that a reference means, as `formula`."""
        rule = self._rule(reference)
        return rule if isinstance(rule, ScaleRule | TableRule) else None

    def scale(self, reference: Reference | None) -> ScaleRule | None:
        """Gives the scale that a reference means, as `formula`."""
        rule = self._rule(reference)
        return rule if isinstance(rule, ScaleRule) else None

    def table(self, reference: Reference | None) -> TableRule | None:
        """Gives the table that a reference means, as `formula`."""
        rule = self._rule(reference)
        return rule if isinstance(rule, TableRule) else None

    def _rule(self, reference: Reference | None) -> AnyRule | None:
        found = None if reference is None else self.find(reference)
        return found.rule if isinstance(found, LoadedRule) else None

    def find(self, reference: Reference) -> LoadedRule | NotFound:
        """Gives the rule without errors that a reference means, or why there is none."""
        return self.verdict.find(reference, self.day)

    def meaning(self, rule: AnyRule) -> Meaning:
        """Gives what the references of a rule mean, and those by which rules that it calls know CODEs.

        On days on which a rule means the same it is the same.
        """
        meant = {use.reference: self.find(use.reference) for use in uses_of(rule)}
        for other in list(meant.values()):
            meant |= {reference: self.find(reference) for reference in choices_of_called(other)}
        return frozenset(
            (reference, "" if isinstance(other, NotFound) else other.file)
            for reference, other in meant.items()
        )


def choices_of_called(called: LoadedRule | NotFound) -> list[Reference]:
    """Gives the references that a called rule's inputs take their choices from."""
    rule = None if isinstance(called, NotFound) else called.rule
    uses = uses_of(rule) if isinstance(rule, FormulaRule) else []
    return [use.reference for use in uses if use.path[-1] == "choices"]

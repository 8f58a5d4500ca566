"""Fixes a day, links references, finds the order: a checked rule becomes a plan.

`Resolver` is made for one day; all references under one computation are taken on it.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping

from sakip_rules.catalogue import NotFound, holds
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import Diagnostic, Place, quoted, warn
from sakip_rules.expression import parse
from sakip_rules.expression.tree import Name
from sakip_rules.links import shapes
from sakip_rules.links.bodies import step_needs
from sakip_rules.links.levels import below, headline, levels_from_below, root_of
from sakip_rules.links.order import in_order
from sakip_rules.links.polarity import accepts
from sakip_rules.links.references import uses_of
from sakip_rules.literals import read_literal
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    Body,
    Case,
    FormulaField,
    FormulaRule,
    FrameworkRule,
    Input,
    Reference,
    ScaleRule,
    Step,
    TableRule,
)
from sakip_rules.plans import (
    CallPlan,
    CasePlan,
    CheckPlan,
    Computation,
    FrameworkPlan,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    Source,
    StepPlan,
    TablePlan,
)
from sakip_rules.vocabulary import POLARITIES

AnyPlan = RulePlan | ScalePlan | TablePlan | FrameworkPlan
RESULT = "result"


class Resolver:
    """Makes plans for one day; a rule that several steps call is linked once."""

    def __init__(self, checked: Checked, day: datetime.date) -> None:
        self.checked = checked
        self.day = day
        self.plans: dict[str, AnyPlan] = {}
        self.sources: dict[str, Source] = {}
        self.warnings: dict[Diagnostic, None] = {}

    def find(self, reference: Reference, place: Place | None = None) -> LoadedRule:
        """Gives the rule file that a reference means; raises `RuleError` if there is none to use."""
        found = self.checked.find(reference, self.day)
        if isinstance(found, NotFound):
            raise self.checked.refusal(found, place)
        return found

    def plan(self, reference: Reference, place: Place | None = None) -> AnyPlan:
        """Gives the plan of a rule; raises `RuleError` where it, or one it needs, cannot be used."""
        return self.plan_of(self._linked(reference, place))

    def plan_of(self, item: LoadedRule) -> AnyPlan:
        """Gives the plan of a rule file; those of the rules that it refers to are made first."""
        if item.file in self.plans:
            return self.plans[item.file]
        wanted = {item.file: item}

        def needs(file: str) -> list[str]:
            linked = self._used_by(wanted[file])
            wanted.update((other.file, other) for other in linked)
            return [other.file for other in linked]

        for file in in_order([item.file], needs):
            if file not in self.plans:
                self.plans[file] = self._build(wanted[file])
                self.sources[file] = shapes.source_of(wanted[file])
        return self.plans[item.file]

    def _linked(self, reference: Reference, place: Place | None) -> LoadedRule:
        """Gives the rule file that a reference means; a version pinned out of force is worth a warning."""
        found = self.find(reference, place)
        if reference.version is not None and not holds(found.rule, self.day):
            warning = warn("pinned-out-of-force", place, name=quoted(str(reference)))
            self.warnings[warning] = None
        return found

    def _used_by(self, item: LoadedRule) -> list[LoadedRule]:
        """Gives the rule files that a rule refers to."""
        return [self._linked(use.reference, item.document.place(use.path)) for use in uses_of(item.rule)]

    def _build(self, item: LoadedRule) -> AnyPlan:
        rule = item.rule
        if isinstance(rule, ScaleRule):
            return shapes.scale_plan(item)
        if isinstance(rule, TableRule):
            return shapes.table_plan(item)
        if isinstance(rule, FrameworkRule):
            return self._framework(item, rule)
        return self._formula_rule(item, rule)

    # linked parts

    def _scale(self, reference: Reference | None) -> ScalePlan | None:
        plan = self.plans[self.find(reference).file] if reference is not None else None
        return plan if isinstance(plan, ScalePlan) else None

    def _aliases(self, uses: Mapping[str, Reference]) -> dict[str, ScalePlan | TablePlan]:
        found = {alias: self.plans[self.find(reference).file] for alias, reference in uses.items()}
        return {a: plan for a, plan in found.items() if isinstance(plan, ScalePlan | TablePlan)}

    def _formula_rule(self, item: LoadedRule, rule: FormulaRule) -> RulePlan:
        record = self._record(rule, self._aliases(rule.uses))
        formula = computation(rule.formula)
        scale = self._scale(rule.scale)
        result = StepPlan(RESULT, rule.title.pair, rule.unit, formula, rule.rounding, scale)
        codes = shapes.code_table(self.find(rule.codes)) if rule.codes else None
        refused = {
            name: frozenset(word for word in POLARITIES if not accepts(rule, name, word))
            for name, declared in rule.inputs.items()
            if declared.type == "polarity"
        }
        source = shapes.source_of(item)
        pair = rule.title.pair
        return RulePlan(source, rule.kind, pair, record, result, rule.polarity, codes, refused)

    def _framework(self, item: LoadedRule, rule: FrameworkRule) -> FrameworkPlan:
        tree = below(rule)
        aliases = self._aliases(rule.uses)
        levels: dict[str, LevelPlan] = {}
        for name in levels_from_below(rule):
            level = rule.levels[name]
            record = self._record(level, aliases, tree[name])
            title = shapes.pair(level.title, name)
            levels[name] = LevelPlan(name, title, record, headline(level), tree[name])
        source, pair = shapes.source_of(item), rule.title.pair
        return FrameworkPlan(source, pair, self.day, rule.rounding, levels, root_of(rule))

    # records

    def _record(
        self, body: Body, aliases: Mapping[str, ScalePlan | TablePlan], levels: tuple[str, ...] = ()
    ) -> RecordPlan:
        """The record of a body; `levels` are the levels directly below, which are collections too."""
        inputs = {name: self._input(name, entry, aliases) for name, entry in body.inputs.items()}
        called = {name: self._called_inputs(step) for name, step in body.steps.items()}
        order = in_order(body.steps, lambda name: step_needs(name, body.steps[name], body.steps, called))
        names = {*body.inputs, *body.steps, *levels}
        steps = tuple(self._step(name, body.steps[name], names) for name in order)
        checks = tuple(
            CheckPlan(parse(check.expect), check.message.pair, check.severity) for check in body.checks
        )
        return RecordPlan(inputs, steps, checks, aliases)

    def _input(self, name: str, declared: Input, aliases: Mapping[str, ScalePlan | TablePlan]) -> InputPlan:
        if declared.each is not None:
            each = self._record(declared.each, aliases)
            return InputPlan(name, shapes.pair(declared.title, name), "rows", each=each)
        plan = shapes.bare_input(name, declared)
        if isinstance(declared.choices, Reference):
            choices = shapes.choices_of(self.find(declared.choices))
            plan = dataclasses.replace(plan, choices=choices)
        if declared.codes is not None:
            plan = dataclasses.replace(plan, codes=shapes.code_table(self.find(declared.codes)))
        if declared.default is not None:
            plan = dataclasses.replace(plan, default=read_literal(declared.default, plan))
        return plan

    def _called_inputs(self, step: Step) -> tuple[str, ...]:
        called = self.find(step.rule).rule if step.rule is not None else None
        return tuple(called.inputs) if isinstance(called, FormulaRule) else ()

    def _step(self, name: str, step: Step, names: set[str]) -> StepPlan:
        title = shapes.pair(step.title, name)
        scale = self._scale(step.scale)
        if step.rule is not None:
            called = self.plans[self.find(step.rule).file]
            assert isinstance(called, RulePlan)  # noqa: S101 - the checker holds references to their kind
            call = CallPlan(called, tuple(_bindings(step, called, names)))
            return StepPlan(name, title, step.unit or called.result.unit, call, step.rounding, scale)
        if step.rows is not None:
            rows = tuple(
                (row_id, tuple((column, computation(cell)) for column, cell in cells.items()))
                for row_id, cells in step.rows
            )
            return StepPlan(name, title, None, RowsPlan(rows))
        assert step.formula is not None  # noqa: S101 - the model wants one of the three
        return StepPlan(name, title, step.unit, computation(step.formula), step.rounding, scale)


def _bindings(step: Step, called: RulePlan, names: set[str]) -> list[tuple[str, Computation | str]]:
    """What each input of the called rule is bound to; those left to their default are not named."""
    found: list[tuple[str, Computation | str]] = []
    for name in called.record.inputs:
        if name in step.with_:
            found.append((name, _bound(step.with_[name])))
        elif name in names:
            found.append((name, name))
    return found


def _bound(field: FormulaField) -> Computation | str:
    """A bare name passes a collection, range or choice whole."""
    bound = computation(field)
    if not isinstance(bound, tuple) and isinstance(bound.root, Name):
        return bound.root.name
    return bound


def computation(field: FormulaField) -> Computation:
    """Gives a formula's tree, or those of its cases."""
    if isinstance(field, str):
        return parse(field)
    return tuple(_case(case) for case in field)


def _case(case: Case) -> CasePlan:
    outcome = case.then if case.when is not None else case.otherwise
    assert outcome is not None  # noqa: S101 - the model wants it
    then = parse(outcome) if isinstance(outcome, str) else outcome.value()
    when = parse(case.when) if case.when is not None else None
    return CasePlan(when, then, case.note.pair if case.note else None)


__all__ = ["AnyPlan", "Resolver", "computation"]

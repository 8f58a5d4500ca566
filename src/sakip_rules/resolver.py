"""Fixes a day, links references, finds the order: a checked rule becomes a plan.

`Resolver` is made for one day; all references under one computation are taken on it.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, assert_never

from sakip_rules.catalogue import NotFound, holds
from sakip_rules.checker import Checked
from sakip_rules.checker.checked import CheckedFormula, CheckedFramework, CheckedRecord
from sakip_rules.checker.rules import checked_on
from sakip_rules.diagnostics import Diagnostic, Path, Place, quoted, warn
from sakip_rules.expression import NUMBER, Formula, parse
from sakip_rules.expression.tree import Name
from sakip_rules.links.bodies import StepCall, calls_of
from sakip_rules.links.levels import below, headline, root_of
from sakip_rules.links.order import in_order
from sakip_rules.links.polarity import polarity_inputs, refused_polarities
from sakip_rules.links.references import Links, uses_of
from sakip_rules.links.shapes import code_table, pair, source_of
from sakip_rules.loader import LoadedRule
from sakip_rules.models import (
    AbsentValue,
    Body,
    Case,
    CaseCall,
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
    AliasPlan,
    AnyPlan,
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
from sakip_rules.values import Absent

RESULT = "result"
NO_CALLS: Final[Mapping[Path, CallPlan]] = MappingProxyType({})


class Resolver:
    """Makes plans for one day; a rule that several steps call is linked once."""

    def __init__(self, checked: Checked, day: datetime.date) -> None:
        self.checked = checked
        self.day = day
        self.links = Links(checked, day)
        self.plans: dict[str, AnyPlan] = {}
        self.sources: dict[str, Source] = {}
        self.warnings: dict[Diagnostic, None] = {}

    def find(
        self, reference: Reference, place: Place | None = None, kinds: Collection[str] = ()
    ) -> LoadedRule:
        """Gives the rule file that a reference means; raises `RuleError` if there is none to use.

        `kinds` are those that fit where the reference stands: only such rules may have been meant.
        """
        found = self.links.find(reference)
        if isinstance(found, NotFound):
            raise self.checked.refusal(found, place, kinds)
        return found

    def plan(self, reference: Reference, place: Place | None = None, kinds: Collection[str] = ()) -> AnyPlan:
        """Gives the plan of a rule; raises `RuleError` where it, or one it needs, cannot be used.

        `kinds` as in `find`.
        """
        return self.plan_of(self._linked(reference, place, kinds))

    def plan_of(self, loaded: LoadedRule) -> AnyPlan:
        """Gives the plan of a rule file; those of the rules that it refers to are made first."""
        if loaded.file in self.plans:
            return self.plans[loaded.file]
        wanted = {loaded.file: loaded}

        def needs(file: str) -> list[str]:
            linked = self._used_by(wanted[file])
            wanted.update((other.file, other) for other in linked)
            return [other.file for other in linked]

        for file in in_order([loaded.file], needs):  # a rule of a circle has errors, and is not found
            if file not in self.plans:
                self.plans[file] = self._build(wanted[file])
                self.sources[file] = source_of(wanted[file])
        return self.plans[loaded.file]

    def sources_of(self, loaded: LoadedRule) -> tuple[Source, ...]:
        """Gives the files that a rule is computed with, directly or through others; itself first."""
        self.plan_of(loaded)
        needed = {loaded.file: loaded}
        for file in (todo := [loaded.file]):
            more = [other for other in self._used_by(needed[file]) if other.file not in needed]
            needed.update((other.file, other) for other in more)
            todo += dict.fromkeys(other.file for other in more)
        return tuple(self.sources[file] for file in needed)

    def _linked(self, reference: Reference, place: Place | None, kinds: Collection[str] = ()) -> LoadedRule:
        """Gives the rule file that a reference means; a version pinned out of force is worth a warning."""
        loaded = self.find(reference, place, kinds)
        if reference.version is not None and not holds(loaded.rule, self.day):
            warning = warn("pinned-out-of-force", place, name=quoted(str(reference)))
            self.warnings[warning] = None
        self.warnings |= dict.fromkeys(self.checked.catalogue.hiding(reference.id))
        return loaded

    def _used_by(self, loaded: LoadedRule) -> list[LoadedRule]:
        """Gives the rule files that a rule refers to."""
        return [self._linked(use.reference, loaded.document.place(use.path)) for use in uses_of(loaded.rule)]

    def _build(self, loaded: LoadedRule) -> AnyPlan:
        match loaded.rule:
            case ScaleRule() | TableRule() as rule:
                return self.checked.alias_plan(rule, source_of(loaded))
            case FormulaRule() | FrameworkRule() as rule:
                checked = checked_on(loaded, rule, self.links, self.checked)
            case _:
                assert_never(loaded.rule)
        match checked:
            case CheckedFormula():
                return self._formula_rule(source_of(loaded), checked.rule, checked.record)
            case CheckedFramework():
                return self._framework(source_of(loaded), checked.rule, checked.levels)
            case _:
                assert_never(checked)

    # linked parts

    def _scale(self, reference: Reference | None) -> ScalePlan | None:
        plan = self.plans[self.find(reference).file] if reference is not None else None
        return plan if isinstance(plan, ScalePlan) else None

    def _aliases(self, uses: Mapping[str, Reference]) -> dict[str, AliasPlan]:
        linked = {alias: self.plans[self.find(reference).file] for alias, reference in uses.items()}
        return {a: plan for a, plan in linked.items() if isinstance(plan, ScalePlan | TablePlan)}

    def _formula_rule(self, source: Source, rule: FormulaRule, record: CheckedRecord) -> RulePlan:
        table = self.links.table(rule.codes)
        result = StepPlan(
            name=RESULT,
            title=source.title,
            type=NUMBER,
            unit=rule.unit,
            how=computation(rule.formula),
            rounding=rule.rounding,
            scale=self._scale(rule.scale),
        )
        return RulePlan(
            source=source,
            kind=rule.kind,
            record=self._record(rule, record, self._aliases(rule.uses)),
            result=result,
            polarity=rule.polarity,
            codes=code_table(table) if table is not None else None,
            refused={name: refused_polarities(rule, name) for name in polarity_inputs(rule)},
        )

    def _framework(
        self, source: Source, rule: FrameworkRule, records: Mapping[str, CheckedRecord]
    ) -> FrameworkPlan:
        tree = below(rule)
        aliases = self._aliases(rule.uses)
        levels: dict[str, LevelPlan] = {}
        for name, record in records.items():
            level = rule.levels[name]
            plan = self._record(level, record, aliases, tree[name])
            levels[name] = LevelPlan(name, pair(level.title, name), plan, headline(level), tree[name])
        return FrameworkPlan(source, self.day, rule.rounding, levels, root_of(rule))

    # records

    def _record(
        self,
        body: Body,
        record: CheckedRecord,
        aliases: Mapping[str, AliasPlan],
        levels: tuple[str, ...] = (),
    ) -> RecordPlan:
        """The record of a body; `levels` are the levels directly below, which are collections too."""
        names = {*body.inputs, *body.steps, *levels}
        return RecordPlan(
            inputs={name: self._input(name, entry, record, aliases) for name, entry in body.inputs.items()},
            steps=tuple(self._step(name, body.steps[name], record, names) for name in record.steps),
            checks=tuple(
                CheckPlan(parse(check.expect), check.message.pair, check.severity) for check in body.checks
            ),
            aliases=aliases,
        )

    def _input(
        self, name: str, declared: Input, record: CheckedRecord, aliases: Mapping[str, AliasPlan]
    ) -> InputPlan:
        if declared.each is None:
            return record.inputs.plans[name]
        each = self._record(declared.each, record.rows[name], aliases)
        return InputPlan(name, pair(declared.title, name), "rows", each=each)

    def _step(self, name: str, step: Step, record: CheckedRecord, names: set[str]) -> StepPlan:
        entry = record.steps[name]
        return StepPlan(
            name=name,
            title=pair(step.title, name),
            type=entry.type,
            unit=entry.unit,
            how=self._how(name, step, record, names),
            rounding=step.rounding,
            scale=self._scale(step.scale),
        )

    def _how(
        self, name: str, step: Step, record: CheckedRecord, names: set[str]
    ) -> Computation | CallPlan | RowsPlan:
        calls = {call.path: self._call(call, names) for call in calls_of(step)}
        if step.rule is not None:
            return calls[()]
        if step.rows is not None:
            rows = tuple(
                (row_id, tuple((column, computation(cell)) for column, cell in cells.items()))
                for row_id, cells in step.rows
            )
            return RowsPlan(record.columns[name], rows)
        assert step.formula is not None  # noqa: S101 - the model wants one of the three
        return computation(step.formula, calls)

    def _call(self, call: StepCall, names: set[str]) -> CallPlan:
        called = self.plans[self.find(call.rule).file]
        assert isinstance(called, RulePlan)  # noqa: S101 - the checker holds references to their kind
        return CallPlan(called, tuple(_bindings(call, called, names)))


def _bindings(call: StepCall, called: RulePlan, names: set[str]) -> list[tuple[str, Computation | str]]:
    """What each input of the called rule is bound to; those left to their default are not named."""
    bindings: list[tuple[str, Computation | str]] = []
    for name in called.record.inputs:
        if name in call.with_:
            bindings.append((name, _bound(call.with_[name])))
        elif name in names:
            bindings.append((name, name))
    return bindings


def _bound(field: FormulaField) -> Computation | str:
    """A bare name passes a collection, range or choice whole."""
    bound = computation(field)
    # Evaluated, a collection would be no value and a range its one number: so the name itself is bound.
    if not isinstance(bound, tuple) and isinstance(bound.root, Name):
        return bound.root.name
    return bound


def computation(field: FormulaField, calls: Mapping[Path, CallPlan] = NO_CALLS) -> Computation:
    """Gives a formula's tree, or those of its cases; `calls` are the rules of cases, by place in a step."""
    if isinstance(field, str):
        return parse(field)
    return tuple(_case(case, calls.get(("formula", place, case.key))) for place, case in enumerate(field))


def _case(case: Case, call: CallPlan | None) -> CasePlan:
    when = parse(case.when) if case.when is not None else None
    return CasePlan(when, call or _outcome(case.outcome), case.note.pair if case.note else None)


def _outcome(outcome: str | AbsentValue | CaseCall) -> Formula | Absent:
    assert not isinstance(outcome, CaseCall)  # noqa: S101 - the model lets only steps call rules
    return parse(outcome) if isinstance(outcome, str) else outcome.value()


__all__ = ["Resolver", "computation"]

"""Runs the plan of one record: the reference semantics of the language.

A record is computed as written: inputs, then every step after those it uses, then the formula of a
rule, then the checks. Tasks are generators (see `trampoline`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.diagnostics import Diagnostic, diagnose, warn
from sakip_rules.evaluator.figures import Called, Declared, banded, failed, of_rule
from sakip_rules.evaluator.formulas import Formulas
from sakip_rules.evaluator.trampoline import Task
from sakip_rules.evaluator.values import fit, given_or_default, own_failure, settle
from sakip_rules.expression import Formula, Meter, absent_rows
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.expression.tree import HISTORY, LAST_YEAR
from sakip_rules.models import Rounding
from sakip_rules.plans import (
    CallPlan,
    Computation,
    InputPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
)
from sakip_rules.results import Figure, Origin, RecordResult
from sakip_rules.values import Absent, Row, Rows, Value, not_computable

RESULT: Final = "result"


@dataclass(slots=True)
class Surroundings:
    """What a record has from outside itself: meter, framework rounding, other names, stated steps."""

    meter: Meter = field(default_factory=Meter)
    rounding: Rounding | None = None
    names: Mapping[str, Value] = field(default_factory=dict)
    stated: Mapping[str, Value] = field(default_factory=dict)
    indicator: Called | None = None
    """The indicator rule of a record of a report, computed; it gives the input marked `from: rule`."""


class Record:
    """One record while it is computed: the values that its formulas see, and its figures so far."""

    def __init__(self, plan: RecordPlan, around: Surroundings) -> None:
        self.plan = plan
        self.around = around
        self.names: dict[str, Value] = dict(around.names)
        self.figures: dict[str, Figure] = {}
        self.rows: dict[str, tuple[RecordResult, ...]] = {}
        self.scales: dict[str, ScalePlan | None] = {}
        self.formulas = Formulas(self.names, plan.aliases, around.meter)

    # ------------------------------------------------------------ the whole record

    def task(self, given: Mapping[str, Value], row_id: str | None = None) -> Task[RecordResult]:
        """Computes a row: a failed check takes the place of every step, as seen from outside."""
        yield self.inputs(given)
        yield self.steps()
        diagnostics, failure = self.checks()
        if failure is not None:
            for step in self.plan.steps:
                self.fail(step.name, failure)
        return RecordResult(None, ("", ""), self.figures, None, self.rows, row_id, diagnostics)

    def keep(self, figure: Figure, scale: ScalePlan | None = None) -> None:
        """Adds a figure, and the scale of its category; later formulas see what it is inside the record."""
        self.figures[figure.name] = figure
        self.names[figure.name] = figure.inside
        self.scales[figure.name] = scale

    def fail(self, name: str, failure: Absent) -> None:
        """Shows a value to the outside as not computable; the record itself saw it as computed."""
        figure = self.figures.get(name)
        if figure is None:
            self.names[name] = absent_rows(failure)
        else:
            self.figures[name] = failed(figure, failure, self.scales[name])

    def outward(self) -> dict[str, Value]:
        """Gives the values of the record as others see them, collections included."""
        found: dict[str, Value] = {
            name: value
            for name, value in self.names.items()
            if isinstance(value, Rows) and name not in (LAST_YEAR, HISTORY)
        }
        found.update((name, figure.value) for name, figure in self.figures.items())
        return found

    # ------------------------------------------------------------ inputs

    def inputs(self, given: Mapping[str, Value]) -> Task[None]:
        """Takes the given values; an input that is not given has its default, or is missing."""
        for name, declared in self.plan.inputs.items():
            value = given.get(name)
            if declared.each is not None:
                yield self.collection(name, value, declared.each)
            elif declared.from_rule and self.around.indicator is not None:
                self.from_rule(declared, self.around.indicator)
            else:
                origin: Origin = "default" if value is None else "given"
                value = given_or_default(value, declared)
                self.keep(Figure(name, declared.title, declared.unit, origin, value, value, value))

    def from_rule(self, declared: InputPlan, indicator: Called) -> None:
        """The input that the record's indicator rule gives."""
        unit = declared.unit or indicator.result.unit
        figure = Declared(declared.name, declared.title, unit, "rule")
        self.keep(of_rule(figure, indicator, self.around.rounding, None), indicator.rule.result.scale)

    def collection(self, name: str, given: Value | None, each: RecordPlan) -> Task[None]:
        """Computes the rows of a collection; an absent value in its place is one absent row."""
        if isinstance(given, Absent):
            self.names[name] = absent_rows(given)
            return
        done: list[RecordResult] = []
        seen: list[Row] = []
        for row in given.rows if isinstance(given, Rows) else ():
            if isinstance(row.values, AbsentRow):
                seen.append(row)
                continue
            record = Record(each, Surroundings(self.around.meter))
            result = yield record.task(row.values, row.id)
            done.append(result)
            seen.append(Row(row.id, record.outward()))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    # ------------------------------------------------------------ steps

    def steps(self) -> Task[None]:
        """Computes every step, in the order of the plan."""
        for step in self.plan.steps:
            yield self.step(step)

    def step(self, step: StepPlan) -> Task[None]:
        """Computes one step."""
        if step.name in self.around.stated:
            self.stated(step, self.around.stated[step.name])
        elif isinstance(step.how, RowsPlan):
            self.fixed_rows(step.name, step.how)
        elif isinstance(step.how, CallPlan):
            yield self.called(step, step.how)
        else:
            figure = self.computed(step, step.how, step.rounding or self.around.rounding)
            self.keep(figure, step.scale)

    def stated(self, step: StepPlan, value: Value) -> None:
        """A step that `history` states: taken as given, not computed."""
        scale = step.scale
        if scale is None and isinstance(step.how, CallPlan):
            scale = step.how.rule.result.scale
        figure = Figure(step.name, step.title, step.unit, "stated", value, value, value)
        self.keep(figure if scale is None else banded(figure, scale), scale)

    def computed(self, step: StepPlan, how: Computation, rounding: Rounding | None) -> Figure:
        """A step, or a rule's result, that a formula gives."""
        value, trace, failure = self.formulas.evaluate(step.name, how)
        exact, carried = settle(value, rounding)
        if carried is not value:
            failure += own_failure(step.name, carried, ())
        figure = Figure(
            step.name,
            step.title,
            step.unit,
            "computed",
            carried,
            carried,
            exact,
            rounding,
            trace=trace,
            diagnostics=failure,
        )
        return figure if step.scale is None else banded(figure, step.scale)

    def fixed_rows(self, name: str, how: RowsPlan) -> None:
        """A collection written in the rule: every cell is a formula over this record."""
        seen: list[Row] = []
        done: list[RecordResult] = []
        for row_id, cells in how.rows:
            figures: dict[str, Figure] = {}
            for column, cell in cells:
                value, trace, failure = self.formulas.evaluate(column, cell)
                pair = (column, column)
                figures[column] = Figure(
                    column, pair, None, "computed", value, value, value, trace=trace, diagnostics=failure
                )
            seen.append(Row(row_id, {column: figure.value for column, figure in figures.items()}))
            done.append(RecordResult(None, ("", ""), figures, row_id=row_id))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    # ------------------------------------------------------------ calls of rules

    def called(self, step: StepPlan, how: CallPlan) -> Task[None]:
        """A step that another rule computes from what its inputs are bound to."""
        given: dict[str, Value] = {}
        failures: tuple[Diagnostic, ...] = ()
        for name, bound in how.bindings:
            if isinstance(bound, str):
                given[name] = fit(self.names.get(bound, bound))
            else:
                value, _, failure = self.formulas.evaluate(name, bound)
                given[name] = fit(value)
                failures += failure
        record = yield rule_task(how.rule, given, self.around.meter)
        declared = Declared(step.name, step.title, step.unit, "computed", failures)
        called = Called(how.rule, record)
        figure = of_rule(declared, called, step.rounding or self.around.rounding, step.scale)
        self.keep(figure, step.scale or how.rule.result.scale)

    # ------------------------------------------------------------ checks

    def checks(self) -> tuple[tuple[Diagnostic, ...], Absent | None]:
        """Gives the diagnostics of false checks, and the first failure that is an error."""
        found: list[Diagnostic] = []
        failure: Absent | None = None
        for check in self.plan.checks:
            if self.formulas.verdict(check.expect) is False:
                make = diagnose if check.severity == "error" else warn
                found.append(make("check-failed", None, message=check.message))
                if check.severity == "error" and failure is None:
                    failure = not_computable("check-failed", check.message)
        return tuple(found), failure


def rule_task(plan: RulePlan, given: Mapping[str, Value], meter: Meter) -> Task[RecordResult]:
    """Computes a rule: its record, its formula, its checks; a failed check takes the result's place."""
    record = Record(plan.record, Surroundings(meter))
    yield record.inputs(given)
    yield record.steps()
    how = plan.result.how
    assert isinstance(how, Formula | tuple)  # noqa: S101 - a rule's result is a formula
    result = record.computed(plan.result, how, plan.result.rounding)
    record.names[RESULT] = result.inside
    diagnostics, failure = record.checks()
    if failure is not None:
        result = failed(result, failure, plan.result.scale)
    return RecordResult(plan.source, plan.title, record.figures, result, record.rows, None, diagnostics)


__all__ = ["RESULT", "Record", "Surroundings", "rule_task"]

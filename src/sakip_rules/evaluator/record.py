"""Runs the plan of one record: the reference semantics of the language.

A record is computed as written: inputs, then every step after those it uses, then the formula of a
rule, then the checks. Tasks are generators (see `trampoline`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from sakip_rules.diagnostics import Diagnostic, diagnose, warn
from sakip_rules.evaluator.trampoline import Task
from sakip_rules.evaluator.values import (
    categorize,
    fit,
    given_or_default,
    own_failure,
    settle,
    used_values,
)
from sakip_rules.expression import (
    BudgetSpentError,
    Context,
    ExactEvaluator,
    Formula,
    Meter,
    RowsUsed,
    absent_rows,
)
from sakip_rules.expression.evaluate import AliasCall
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.expression.tree import HISTORY, LAST_YEAR
from sakip_rules.models import Rounding
from sakip_rules.plans import (
    CallPlan,
    CasePlan,
    CheckPlan,
    Computation,
    Pair,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
    TablePlan,
    call,
)
from sakip_rules.results import Figure, Origin, RecordResult, Trace
from sakip_rules.values import (
    MISSING,
    Absent,
    Row,
    Rows,
    Value,
    not_computable,
)

TOO_LARGE = not_computable("too-large")
RESULT = "result"


@dataclass(slots=True)
class Surroundings:
    """What a record has from outside itself: meter, framework rounding, other names, stated steps."""

    meter: Meter = field(default_factory=Meter)
    rounding: Rounding | None = None
    names: Mapping[str, Value] = field(default_factory=dict)
    stated: Mapping[str, Value] = field(default_factory=dict)
    indicator: RecordResult | None = None
    """The indicator rule of a record of a report, computed; it gives the input marked `from: rule`."""


class Record:
    """One record while it is computed: the values that its formulas see, and its figures so far."""

    def __init__(self, plan: RecordPlan, around: Surroundings) -> None:
        self.plan = plan
        self.around = around
        self.names: dict[str, Value] = dict(around.names)
        self.figures: dict[str, Figure] = {}
        self.rows: dict[str, tuple[RecordResult, ...]] = {}
        self.context = Context(self.names, _calls(plan.aliases), around.meter)
        self.evaluator = ExactEvaluator(self.context)

    # inputs

    def inputs(self, given: Mapping[str, Value]) -> Task[None]:
        """Takes the given values; an input that is not given has its default, or is missing."""
        for name, declared in self.plan.inputs.items():
            if declared.each is not None:
                yield self.collection(name, given.get(name), declared.each)
                continue
            if declared.from_rule and self.around.indicator is not None:
                self.from_rule(name, declared.title, declared.unit, self.around.indicator)
                continue
            stated = given.get(name)
            value = given_or_default(stated, declared)
            origin: Origin = "given" if stated is not None else "default"
            self.keep(Figure(name, declared.title, declared.unit, origin, value, value, value))

    def from_rule(self, name: str, title: Pair, unit: str | None, indicator: RecordResult) -> None:
        """The input that the record's indicator rule gives; rounded as the rule, else the framework, says."""
        found = indicator.result
        assert found is not None  # noqa: S101 - an indicator is a rule, and a rule has a result
        figure = self.of_rule(name, title, unit or found.unit, "rule", indicator, None)
        self.keep(figure)

    def of_rule(
        self,
        name: str,
        title: Pair,
        unit: str | None,
        origin: Origin,
        called: RecordResult,
        own: Rounding | None,
    ) -> Figure:
        """A figure that a called rule gives, with the rounding that applies to it."""
        found = called.result
        assert found is not None  # noqa: S101 - only rules are called
        if found.rounding is not None:
            exact, carried, rounding = found.exact, found.value, found.rounding
        else:
            rounding = own or self.around.rounding
            exact, carried = settle(found.value, rounding)
        if isinstance(found.value, Absent):
            exact = carried = found.value
        trace = Trace(called=called)
        category = found.category
        return Figure(
            name, title, unit, origin, carried, carried, exact, rounding, category, found.scale, trace
        )

    def collection(self, name: str, given: Value | None, each: RecordPlan) -> Task[None]:
        """Computes the rows of a collection; an absent value in its place is one absent row."""
        if isinstance(given, Absent):
            self.names[name] = absent_rows(given)
            return
        rows = given.rows if isinstance(given, Rows) else ()
        done: list[RecordResult] = []
        seen: list[Row] = []
        for row in rows:
            if isinstance(row.values, AbsentRow):
                seen.append(row)
                continue
            record = Record(each, Surroundings(self.around.meter))
            result = yield record.task(row.values, row_id=row.id)
            done.append(result)
            seen.append(Row(row.id, record.outward(result)))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    # the whole record

    def task(self, given: Mapping[str, Value], *, row_id: str | None = None) -> Task[RecordResult]:
        """Computes a row: a failed check takes the place of every step, as seen from outside."""
        yield self.inputs(given)
        yield self.steps()
        diagnostics, failed = self.checks()
        if failed is not None:
            for step in self.plan.steps:
                self.fail(step.name, failed)
        return RecordResult(None, ("", ""), self.figures, None, self.rows, row_id, tuple(diagnostics))

    def steps(self) -> Task[None]:
        for step in self.plan.steps:
            yield self.step(step)

    def fail(self, name: str, failed: Absent) -> None:
        """Shows a figure to the outside as not computable; the record itself saw it as computed."""
        figure = self.figures.get(name)
        if figure is not None:
            self.figures[name] = replace(figure, value=failed, category=None)
        elif name in self.rows:
            self.names[name] = absent_rows(failed)

    def outward(self, result: RecordResult) -> dict[str, Value]:
        """Gives the values of the record as others see them, collections included."""
        found: dict[str, Value] = {
            name: value
            for name, value in self.names.items()
            if isinstance(value, Rows) and name not in (LAST_YEAR, HISTORY)
        }
        found.update((name, figure.value) for name, figure in result.figures.items())
        return found

    def keep(self, figure: Figure) -> None:
        self.figures[figure.name] = figure
        self.names[figure.name] = figure.inside

    # steps

    def step(self, step: StepPlan) -> Task[None]:
        if step.name in self.around.stated:
            self.keep(self.stated(step, self.around.stated[step.name]))
        elif isinstance(step.how, RowsPlan):
            self.fixed_rows(step.name, step.how)
        elif isinstance(step.how, CallPlan):
            called = yield self.called(step.how)
            own = step.rounding
            figure = self.of_rule(step.name, step.title, step.unit, "computed", called, own)
            self.keep(self.banded(figure, step.scale) if step.scale else figure)
        else:
            self.keep(self.computed(step, step.how, step.rounding or self.around.rounding))

    def stated(self, step: StepPlan, value: Value) -> Figure:
        """A step that `history` states: taken as given, not computed."""
        figure = Figure(step.name, step.title, step.unit, "stated", value, value, value)
        scale = step.scale
        if scale is None and isinstance(step.how, CallPlan):
            scale = step.how.rule.result.scale
        return self.banded(figure, scale) if scale else figure

    def computed(self, step: StepPlan, how: Computation, rounding: Rounding | None) -> Figure:
        """A step, or a rule's result, that a formula gives."""
        value, trace = self.evaluate(how)
        exact, carried = settle(value, rounding)
        operands = used_values(trace.formula, self.names) if trace.formula else iter(())
        failure = tuple(own_failure(step.name, carried, operands))
        figure = Figure(
            step.name,
            step.title,
            step.unit,
            "computed",
            carried,
            carried,
            exact,
            rounding,
            None,
            None,
            trace,
            failure,
        )
        return self.banded(figure, step.scale) if step.scale else figure

    def banded(self, figure: Figure, scale: ScalePlan) -> Figure:
        """The figure with the category of its scale."""
        given = figure.origin != "computed"
        category, found = categorize(
            figure.name, figure.exact, figure.value, figure.rounding, scale, given=given
        )
        diagnostics = (*figure.diagnostics, *found)
        reference = scale.source.reference
        return replace(figure, category=category, scale=reference, diagnostics=diagnostics)

    def evaluate(self, how: Computation) -> tuple[Value, Trace]:
        """Gives a formula's value, or that of the case that applies."""
        self.context.rows_used.clear()
        try:
            if isinstance(how, Formula):
                return self.evaluator.value(how), self.trace(how)
            return self.cases(how)
        except BudgetSpentError:
            return TOO_LARGE, Trace()

    def cases(self, cases: tuple[CasePlan, ...]) -> tuple[Value, Trace]:
        for index, case in enumerate(cases):
            condition = True if case.when is None else self.evaluator.value(case.when)
            if isinstance(condition, Absent):
                return condition, self.trace(case.when, index, case.note)
            if condition is True:
                if isinstance(case.then, Absent):
                    return case.then, self.trace(None, index, case.note)
                return self.evaluator.value(case.then), self.trace(case.then, index, case.note)
        return not_computable("no-case"), self.trace(None)

    def trace(self, formula: Formula | None, case: int | None = None, note: Pair | None = None) -> Trace:
        used: tuple[RowsUsed, ...] = tuple(self.context.rows_used)
        return Trace(formula, case, note, used)

    def fixed_rows(self, name: str, how: RowsPlan) -> None:
        """A collection written in the rule: every cell is a formula over this record."""
        seen: list[Row] = []
        done: list[RecordResult] = []
        for row_id, cells in how.rows:
            figures: dict[str, Figure] = {}
            for column, cell in cells:
                value, trace = self.evaluate(cell)
                pair = (column, column)
                figures[column] = Figure(column, pair, None, "computed", value, value, value, trace=trace)
            seen.append(Row(row_id, {column: figure.value for column, figure in figures.items()}))
            done.append(RecordResult(None, ("", ""), figures, row_id=row_id))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    # calls

    def called(self, how: CallPlan) -> Task[RecordResult]:
        """Computes another rule from what its inputs are bound to."""
        given: dict[str, Value] = {}
        for name, bound in how.bindings:
            given[name] = fit(self.bound(bound))
        result = yield rule_task(how.rule, given, self.around.meter)
        return result

    def bound(self, bound: Computation | str) -> Value:
        if isinstance(bound, str):
            return self.names.get(bound, bound)
        return self.evaluate(bound)[0]

    # checks

    def checks(self) -> tuple[list[Diagnostic], Absent | None]:
        """Gives the diagnostics of false checks, and the first failure that is an error."""
        found: list[Diagnostic] = []
        failed: Absent | None = None
        for check in self.plan.checks:
            if self.verdict(check) is False:
                make = diagnose if check.severity == "error" else warn
                found.append(make("check-failed", None, message=check.message))
                if check.severity == "error" and failed is None:
                    failed = not_computable("check-failed", check.message)
        return found, failed

    def verdict(self, check: CheckPlan) -> Value:
        try:
            return self.evaluator.value(check.expect)
        except BudgetSpentError:
            return MISSING


def rule_task(plan: RulePlan, given: Mapping[str, Value], meter: Meter) -> Task[RecordResult]:
    """Computes a rule: its record, its formula, its checks; a failed check takes the result's place."""
    record = Record(plan.record, Surroundings(meter))
    yield record.inputs(given)
    yield record.steps()
    how = plan.result.how
    assert isinstance(how, Formula | tuple)  # noqa: S101 - a rule's result is a formula
    result = record.computed(plan.result, how, plan.result.rounding)
    record.names[RESULT] = result.inside
    diagnostics, failed = record.checks()
    if failed is not None:
        result = replace(result, value=failed, category=None)
    return RecordResult(
        plan.source, plan.title, record.figures, result, record.rows, None, tuple(diagnostics)
    )


def _calls(plans: Mapping[str, ScalePlan | TablePlan]) -> dict[str, AliasCall]:
    """The aliases of a rule as functions on values."""
    return {alias: partial(call, plan) for alias, plan in plans.items()}


__all__ = ["RESULT", "Record", "Surroundings", "rule_task"]

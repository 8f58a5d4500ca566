"""Runs the plan of one record: the reference semantics of the language.

A record is computed as written: inputs, then every step after those it uses, then the formula of a
rule, then the checks. It waits only for other records: for the rows of a collection, and for the
rules that its steps call. So these parts are tasks (see `trampoline`), and all else is plain calls.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.figures import NO_TRACE, as_it_is, banded, failed, of_rule
from sakip_rules.evaluator.formulas import Formulas
from sakip_rules.evaluator.trampoline import Task
from sakip_rules.evaluator.unmet import counted, unmet
from sakip_rules.evaluator.values import (
    categorical,
    fit,
    given_or_default,
    own_failure,
    stated_differs,
)
from sakip_rules.expression import Formula, Meter, absent_rows
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.models import Rounding
from sakip_rules.plans import CallPlan, Computation, InputPlan, RecordPlan, RowsPlan, RulePlan, StepPlan
from sakip_rules.reader.records import Stated
from sakip_rules.results import Figure, Origin, RowResult, RuleResult, Trace, settle
from sakip_rules.values import Absent, Row, Rows, Value, not_computable

RESULT: Final = "result"
NOTHING: Final[Mapping[str, Value]] = MappingProxyType({})
NO_STEPS: Final[Mapping[str, Stated]] = MappingProxyType({})


class Surroundings(NamedTuple):
    """What a record has from outside itself: meter, framework rounding, other names, stated steps."""

    meter: Meter
    rounding: Rounding | None = None
    names: Mapping[str, Value] = NOTHING
    stated: Mapping[str, Stated] = NO_STEPS
    indicator: RuleResult | None = None
    """What the indicator rule of a record of a report gave; it gives the input marked `from: rule`."""

    within: str = ""
    """Of a row, its collection and its id: `kelas.6.`."""


class Record:
    """One record while it is computed: the values that its formulas see, and its figures so far."""

    def __init__(self, plan: RecordPlan, around: Surroundings) -> None:
        self.plan = plan
        self.around = around
        self.names: dict[str, Value] = {**around.names}
        self.figures: dict[str, Figure] = {}
        self.rows: dict[str, tuple[RowResult, ...]] = {}
        self.formulas = Formulas(self.names, plan.aliases, around.meter, around.within)

    def task(self, given: Mapping[str, Value]) -> Task[None]:
        """Takes the given values, then computes every step, in the order of the plan."""
        for name, declared in self.plan.inputs.items():
            if declared.each is None:
                self.take(declared, given.get(name))
            else:
                yield from self.collection(name, given.get(name), declared.each)
        for step in self.plan.steps:
            yield from self.step(step)

    def keep(self, figure: Figure) -> None:
        """Adds a figure; later formulas see what it is inside the record."""
        self.figures[figure.name] = figure
        self.names[figure.name] = figure.inside

    def fail(self, name: str, failure: Absent) -> None:
        """Shows a value to the outside as not computable; the record itself saw it as computed."""
        figure = self.figures.get(name)
        if figure is None:
            self.names[name] = absent_rows(failure)
        else:
            self.figures[name] = failed(figure, failure)

    def outward(self, used: Iterable[str]) -> dict[str, Value]:
        """Gives those of some names that the record has, as others see them, collections included."""
        return {name: self._outside(name) for name in used if name in self.names}

    def _outside(self, name: str) -> Value:
        figure = self.figures.get(name)
        return self.names[name] if figure is None else figure.value

    def take(self, declared: InputPlan, given: Value | None) -> None:
        """Takes an input: from the indicator rule, as given, or by default; else it is missing."""
        if declared.from_rule and self.around.indicator is not None:
            self.keep(of_rule(declared, self.around.indicator, self.around.rounding))
            return
        origin: Origin = "default" if given is None else "given"
        self.keep(as_it_is(declared, given_or_default(given, declared), origin))

    def collection(self, name: str, given: Value | None, each: RecordPlan) -> Task[None]:
        """Computes the rows of a collection; an absent value in its place is one absent row."""
        if isinstance(given, Absent):
            self.names[name] = absent_rows(given)
            return
        done: list[RowResult] = []
        seen: list[Row] = []
        rows = given.rows if isinstance(given, Rows) else ()
        self.around.meter.hold(len(rows) * each.figures)
        for number, row in enumerate(rows, start=1):
            if isinstance(row.values, AbsentRow):
                seen.append(row)
                continue
            # A row sees nothing of the record that it is a row of.
            within = f"{self.around.within}{name}.{row.id or number}."
            result, values = yield row_task(each, row, Surroundings(self.around.meter, within=within))
            done.append(result)
            seen.append(Row(row.id, values))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    def step(self, step: StepPlan) -> Task[None]:
        """Computes one step; one that the report's `history` states is then taken as it is stated."""
        if isinstance(step.how, RowsPlan):
            self.fixed_rows(step.name, step.how)
        elif isinstance(step.how, CallPlan):
            yield from self.called(step, step.how)
        else:
            yield from self.chosen(step, step.how)
        stated = self.around.stated.get(step.name)
        if stated is not None:
            self.stated(step, stated, self.figures[step.name])

    def stated(self, step: StepPlan, stated: Stated, computed: Figure) -> None:
        """Takes a step as given, with its category, and a warning where its inputs give another value."""
        value = categorical(stated.value) if step.type.is_category else stated.value
        figure = as_it_is(step, value, "stated")
        if computed.absent is None:
            warning = stated_differs(step.name, computed.exact, stated)
            figure = figure._replace(computed=computed, diagnostics=warning)
        self.keep(figure if computed.scale is None else banded(figure, computed.scale))

    def chosen(self, step: StepPlan, how: Computation) -> Task[None]:
        """Computes a step by a formula, or as the case that applies says: no other case's rule is run."""
        value, trace, failure = self.formulas.choose(step.name, how)
        if isinstance(value, CallPlan):
            yield from self.called(step, value, trace)
        else:
            self.keep(self.computed(step, value, step.rounding or self.around.rounding, trace, failure))

    def result(self, step: StepPlan, name: str) -> Figure:
        """Gives the result of a rule, which a formula gives; `name` is how a mistake in it is told."""
        how = step.how
        assert isinstance(how, Formula | tuple)  # noqa: S101 - the model has a formula for it
        value, trace, failure = self.formulas.evaluate(name, how)
        return self.computed(step, value, step.rounding, trace, failure)

    def computed(
        self,
        step: StepPlan,
        value: Value,
        rounding: Rounding | None,
        trace: Trace,
        failure: tuple[Diagnostic, ...],
    ) -> Figure:
        """Gives the figure of a value that a formula gave: rounded, with its category."""
        exact, carried = settle(value, rounding)
        if carried is not value:
            failure += own_failure(self.around.within + step.name, carried, ())
        figure = Figure(
            name=step.name,
            title=step.title,
            unit=step.unit,
            origin="computed",
            value=carried,
            inside=carried,
            exact=exact,
            rounding=rounding,
            trace=trace,
            diagnostics=failure,
        )
        return figure if step.scale is None else banded(figure, step.scale)

    def fixed_rows(self, name: str, how: RowsPlan) -> None:
        """Computes a collection written in the rule: every cell is a formula over this record."""
        self.around.meter.hold(sum(len(cells) for _, cells in how.rows))
        seen: list[Row] = []
        done: list[RowResult] = []
        for number, (row_id, cells) in enumerate(how.rows, start=1):
            within = f"{name}.{row_id or number}."
            figures = {
                column: self.cell(within, column, how.columns[column].unit, cell) for column, cell in cells
            }
            seen.append(Row(row_id, {column: figure.value for column, figure in figures.items()}))
            done.append(RowResult(id=row_id, figures=figures))
        self.names[name] = Rows(tuple(seen))
        self.rows[name] = tuple(done)

    def cell(self, within: str, column: str, unit: str | None, how: Computation) -> Figure:
        """Gives a cell of a fixed row; it has no title but the name of its column."""
        value, trace, failure = self.formulas.evaluate(within + column, how)
        return Figure(
            name=column,
            title=(column, column),
            unit=unit,
            origin="computed",
            value=value,
            inside=value,
            exact=value,
            trace=trace,
            diagnostics=failure,
        )

    def called(self, step: StepPlan, how: CallPlan, trace: Trace = NO_TRACE) -> Task[None]:
        """Computes a step by another rule, from what the rule's inputs are bound to; `trace` has its case."""
        given: dict[str, Value] = {}
        bound: dict[str, str | Trace] = {}
        failures: tuple[Diagnostic, ...] = ()
        for name, binding in how.bindings:
            if isinstance(binding, str):
                given[name], bound[name] = fit(self.names.get(binding, binding)), binding
            else:
                value, bound[name], failure = self.formulas.evaluate(name, binding)
                given[name] = fit(value)
                failures += failure
        result = yield rule_task(how.rule, given, self.around.meter, self.around.within + step.name)
        rounding = step.rounding or self.around.rounding
        self.keep(of_rule(step, result, rounding, failures, trace._replace(bound=bound)))

    def checks(self, figure: str | None = None) -> tuple[tuple[Diagnostic, ...], Absent | None]:
        """Gives the diagnostics of false checks, and the first failure that is an error.

        `figure` is what a rule is called for: so its result is told.
        """
        diagnostics: list[Diagnostic] = []
        failure: Absent | None = None
        for check in self.plan.checks:
            verdict, sides = self.formulas.verdict(check.expect)
            if verdict is False:
                told = [(figure if figure and side == RESULT else side, value) for side, value in sides]
                named = [(side, counted(self.figures.get(side), self.names)) for side, _ in sides]
                diagnostics.append(unmet(check, told, self.around.within.removesuffix("."), named))
                if check.severity == "error" and failure is None:
                    failure = not_computable("check-failed", check.message)
        return tuple(diagnostics), failure


def row_task(plan: RecordPlan, row: Row, around: Surroundings) -> Task[tuple[RowResult, dict[str, Value]]]:
    """Computes a row of a collection; a failed check takes the place of every step, as seen from outside."""
    record = Record(plan, around)
    yield from record.task(row.values)
    diagnostics, failure = record.checks()
    if failure is not None:
        for step in plan.steps:
            record.fail(step.name, failure)
    result = RowResult(id=row.id, figures=record.figures, rows=record.rows, diagnostics=diagnostics)
    return result, record.outward(record.names)


def rule_task(
    plan: RulePlan, given: Mapping[str, Value], meter: Meter, figure: str | None = None
) -> Task[RuleResult]:
    """Computes a rule: its record, its formula, its checks; a failed check takes the result's place.

    `figure` is what the rule is called for: a mistake is told of it, and not of somebody's `result`.
    """
    meter.hold(plan.record.figures)
    record = Record(plan.record, Surroundings(meter))
    yield from record.task(given)
    name = RESULT if figure is None else f"{figure} ({plan.source.reference})"
    result = record.result(plan.result, name)
    record.names[RESULT] = result.inside
    diagnostics, failure = record.checks(figure)
    if failure is not None:
        result = failed(result, failure)
    return RuleResult(
        source=plan.source,
        result=result,
        figures=record.figures,
        rows=record.rows,
        diagnostics=diagnostics,
    )


__all__ = ["RESULT", "Record", "Surroundings", "row_task", "rule_task"]

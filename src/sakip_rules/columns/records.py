"""The plan of a record, noted on a tape: inputs, steps, rows, called rules, checks, categories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeVar

import numpy as np

from sakip_rules.columns.absent import first
from sakip_rules.columns.aliases import Lookup
from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.settling import choose
from sakip_rules.columns.telling import Telling
from sakip_rules.columns.values import (
    Codes,
    Column,
    Known,
    Numbers,
    RangeEnds,
    Slot,
    Slots,
    Truths,
    numbers,
    truths,
)
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.expression import Formula
from sakip_rules.models import Rounding
from sakip_rules.plans import (
    CallPlan,
    CasePlan,
    Computation,
    InputPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    StepPlan,
)
from sakip_rules.results import SHOWN
from sakip_rules.values import MISSING, Absent, Range, Value, not_computable

CHECK_FAILED: Final = not_computable("check-failed")
NO_CASE: Final = not_computable("no-case")
HAZARD: Final = "display-hazard"
K = TypeVar("K", bound=Known)


@dataclass(frozen=True, slots=True)
class NotedFigure:
    """A step as later ones see it, and before its rounding; its scale, and on which rung it stands."""

    carried: Column
    exact: Column
    bands: Ladder | None = None
    rung: int | None = None


class RecordColumns:
    """Notes one record; `columns` holds what its formulas see, and grows meanwhile."""

    def __init__(self, plan: RecordPlan, columns: Columns, telling: Telling) -> None:
        self.plan = plan
        self.columns = columns
        self.tape, self.ratios = columns.tape, columns.ratios
        self.telling = telling

    def of(self, plan: RecordPlan, where: int | None) -> RecordColumns:
        """Gives another record, which is only in some rows of the table; it sees nothing of this one."""
        where = self.columns.both(self.telling.where, where)
        return RecordColumns(plan, self.columns.beside(plan.aliases), self.telling.within(where))

    def rule(self, plan: RulePlan) -> NotedFigure:
        """Gives the result of a rule whose record this is; a failed check stands in its place."""
        self.steps()
        result = self.figure(plan.result)
        self.columns.names["result"] = result.carried
        failure = self.failure()
        carried, exact = self._failed(failure, result.carried), self._failed(failure, result.exact)
        return replace(result, carried=carried, exact=exact)

    # inputs

    def take(self, name: str, given: Known | None) -> None:
        """Takes an input as it is given, or by default; of a collection, computes its rows."""
        declared = self.plan.inputs[name]
        if declared.each is None:
            self.columns.names[name] = self._defaulted(declared) if given is None else given
            return
        slots = given.slots if isinstance(given, Slots) else ()
        self.columns.names[name] = Slots(tuple(self._row(declared.each, slot) for slot in slots))

    def _defaulted(self, declared: InputPlan) -> Known:
        value: Value = MISSING if declared.default is None else declared.default
        if isinstance(value, Absent):
            like: dict[str, Column] = {"truth": Truths(self.tape.constant(value=False, kind="?"))}
            if declared.type in ("choice", "polarity"):
                like[declared.type] = Codes(self.tape.constant(0, "i2"))
            return self._always(value, like.get(declared.type, self._zero()), own=False)
        if isinstance(value, bool):
            return Truths(self.tape.constant(value=value, kind="?"))
        if isinstance(value, str):
            return Codes(self.tape.constant(self.columns.code(value), "i2"))
        if isinstance(value, Range):
            low, high = (Numbers(self.ratios.constant(end)) for end in (value.low, value.high))
            return RangeEnds(low, high)
        assert isinstance(value, Fraction)  # noqa: S101 - there is no other default
        return Numbers(self.ratios.constant(value))

    def _row(self, each: RecordPlan, slot: Slot) -> Slot:
        """A row as the record of its collection sees it: a failed check stands in place of its steps."""
        there = None if slot.absent is None else self.columns.no_absent(slot.absent)
        row = self.of(each, self.columns.both(slot.there, there))
        for name in each.inputs:
            row.take(name, slot.fields.get(name))
        row.steps()
        failure = row.failure()
        fields = dict(row.columns.names)
        for step in each.steps:
            fields[step.name] = self._failed(failure, fields[step.name])
        return replace(
            slot, fields={name: self._failed(slot.absent, field) for name, field in fields.items()}
        )

    def _failed(self, absent: int | None, known: K) -> K:
        """Gives a value as others see it: what is absent in its place stands before its own."""
        if absent is None:
            return known
        if isinstance(known, Slots):
            raise NoColumnError("rows")
        if isinstance(known, RangeEnds):
            return replace(known, low=self._failed(absent, known.low), high=self._failed(absent, known.high))
        over = absent if known.absent is None else self.tape.note(first, absent, known.absent, kind="u1")
        return replace(known, absent=over)

    # steps

    def steps(self) -> None:
        """Notes the steps, in the order of the plan."""
        for step in self.plan.steps:
            if isinstance(step.how, RowsPlan):
                self.columns.names[step.name] = self._fixed_rows(step.how)
            elif isinstance(step.how, CallPlan):
                self.columns.names[step.name] = self._called(step, step.how).carried
            else:
                self.columns.names[step.name] = self.figure(step).carried

    def figure(self, step: StepPlan) -> NotedFigure:
        """Notes a step that formulas compute."""
        assert isinstance(step.how, Formula | tuple)  # noqa: S101 - the others are told apart before
        return self._settled(step, self._blamed(step.how))

    def _settled(self, step: StepPlan, exact: Column) -> NotedFigure:
        """What is done to a computed value: rounding, scale."""
        carried = exact
        if step.rounding is not None and isinstance(exact, Numbers) and step.rounding.carry == "rounded":
            ratio = self.ratios.rounded(exact.ratio, step.rounding.places, step.rounding.mode)
            carried = Numbers(ratio, exact.absent)
        if step.scale is None:
            return NotedFigure(carried, exact)
        bands = Ladder.of(step.scale)
        rung = self._banded(bands, carried)
        if carried is exact:
            self._hazards(bands, rung, exact, step.rounding or SHOWN)
        return NotedFigure(carried, exact, bands, rung)

    def _called(self, step: StepPlan, how: CallPlan) -> NotedFigure:
        """A step that another rule computes, from what the inputs of that rule are bound to."""
        called, bound = self.of(how.rule.record, None), dict(how.bindings)
        for name in how.rule.record.inputs:
            called.take(name, self._bound(bound.get(name)))
        theirs, rounding = called.rule(how.rule), how.rule.result.rounding
        figure = self._settled(replace(step, rounding=rounding or step.rounding), theirs.exact)
        if step.scale is None and theirs.bands and not rounding and step.rounding:
            assert theirs.rung is not None  # noqa: S101 - where there are bands
            self._hazards(theirs.bands, theirs.rung, theirs.exact, step.rounding)
        return figure

    def _bound(self, binding: Computation | str | None) -> Known | None:
        if binding is None:
            return None
        if not isinstance(binding, str):
            return self._blamed(binding)
        known = self.columns.names.get(binding)
        return Codes(self.tape.constant(self.columns.code(binding), "i2")) if known is None else known

    def _fixed_rows(self, how: RowsPlan) -> Slots:
        """A collection that is written in the rule: each slot is filled."""
        rows = ({column: self._blamed(cell) for column, cell in cells} for _, cells in how.rows)
        return Slots(tuple(Slot(row) for row in rows))

    def _blamed(self, how: Computation) -> Column:
        """The value of a formula, or of cases; tells where it breaks."""
        column = self.columns.formula(how) if isinstance(how, Formula) else self._cases(how)
        return self.telling.blamed(column)

    def _cases(self, cases: Sequence[CasePlan]) -> Column:
        """The first case whose condition holds: chosen from the last one backwards."""
        values = [self._then(case) for case in cases]
        found = next((value for value in values if value is not None), None) or self._zero()
        found = self._always(NO_CASE, found)
        for case, value in zip(reversed(cases), reversed(values), strict=True):
            chosen = self._always(case.then, found) if isinstance(case.then, Absent) else value
            assert chosen is not None  # noqa: S101 - a case has a formula, or an absent value
            if case.when is None:
                found = chosen
            else:
                found = self.columns.chosen(truths(self.columns.formula(case.when)), chosen, found)
        return found

    def _then(self, case: CasePlan) -> Column | None:
        if isinstance(case.then, CallPlan):
            raise NoColumnError("call")
        return self.columns.formula(case.then) if isinstance(case.then, Formula) else None

    def _zero(self) -> Column:
        return Numbers(self.ratios.constant(Fraction(0)))

    def _always(self, absent: Absent, like: Column, *, own: bool = True) -> Column:
        """A column that is absent in all rows, of the same type as another one."""
        return replace(like, absent=self.columns.absents.register(self.tape, absent, own=own))

    # scales and checks

    def _banded(self, bands: Ladder, carried: Column) -> int:
        """The rung of the carried value; tells where it has no category."""
        rung = bands.note(self.ratios, numbers(carried))
        for reason in dict.fromkeys(bands.refused.values()):
            refused = np.array([bands.refused.get(place) == reason for place in range(len(bands.answers))])
            refuses = self.tape.note(Lookup(refused), rung, kind="?")
            self.telling.tell(reason, refuses, self.columns.is_there(carried))
        return rung

    def _hazards(self, bands: Ladder, rung: int, exact: Column, shown: Rounding) -> None:
        """Tells where a value would show as one of another category."""
        printed = bands.note(self.ratios, self.ratios.rounded(numbers(exact), shown.places, shown.mode))
        named: int | None = None
        if bands.refused:
            has_name = np.array([place not in bands.refused for place in range(len(bands.answers))])
            named = self.tape.note(Lookup(has_name), rung, kind="?")
        alike = bands.alike()
        if alike is not None:
            rung, printed = (self.tape.note(Lookup(alike), one, kind="u1") for one in (rung, printed))
        differs = self.tape.note(np.not_equal, rung, printed, kind="?")
        self.telling.tell(HAZARD, differs, named, self.columns.is_there(exact))

    def failure(self) -> int | None:
        """Gives what a failed check puts in place of values; tells each check that fails."""
        failure: int | None = None
        for check in self.plan.checks:
            verdict = truths(self.columns.formula(check.expect))
            failed = self.columns.both(
                self.columns.negation(verdict.register), self.columns.is_there(verdict)
            )
            assert failed is not None  # noqa: S101 - the first of the two is there
            self.telling.tell("check-failed", failed)
            if check.severity == "error":
                mark = self.columns.absents.register(self.tape, CHECK_FAILED)
                none = self.tape.constant(0, "u1") if failure is None else failure
                failure = self.tape.note(choose, failed, mark, none, kind="u1")
        return failure

"""The plan of a record, noted on a tape: inputs, steps, called rules, checks, categories, what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeVar

import numpy as np

from sakip_rules.columns.absent import OWN
from sakip_rules.columns.aliases import Lookup
from sakip_rules.columns.formulas import Columns
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.settling import choose
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
    """Notes one record; `columns` holds what its formulas see, and grows meanwhile.

    `where` are the rows of the table in which there is such a record, none for all; `told` are registers of
    the codes of diagnostics, each a bit in the rows that it is told of.
    """

    def __init__(self, plan: RecordPlan, columns: Columns, told: list[int], where: int | None = None) -> None:
        self.plan, self.columns, self.told, self.where = plan, columns, told, where
        self.tape, self.ratios = columns.tape, columns.ratios

    def rule(self, plan: RulePlan, inputs: Mapping[str, Known | None]) -> NotedFigure:
        """Gives the result of a rule whose record this is; a failed check stands in its place."""
        self._steps(inputs)
        result = self._figure(plan.result)
        self.columns.names["result"] = result.carried
        failure = self.failure()
        carried, exact = self._failed(failure, result.carried), self._failed(failure, result.exact)
        return replace(result, carried=carried, exact=exact)

    def _beside(self, plan: RecordPlan, where: int | None) -> RecordColumns:
        """Another record, which is only in some rows of the table; it sees nothing of this one."""
        where = self.columns.both(self.where, where)
        return RecordColumns(plan, self.columns.beside(plan.aliases), self.told, where)

    # inputs

    def _take(self, declared: InputPlan, given: Known | None) -> Known:
        """An input as it is given, or by default; of a collection, its rows are computed."""
        if declared.each is None:
            return self._defaulted(declared) if given is None else given
        slots = given.slots if isinstance(given, Slots) else ()
        return Slots(tuple(self._row(declared.each, slot) for slot in slots))

    def _defaulted(self, declared: InputPlan) -> Known:
        value: Value = MISSING if declared.default is None else declared.default
        if isinstance(value, Absent):
            like: dict[str, Column] = {"truth": Truths(self.tape.constant(value=False, kind="?"))}
            like |= dict.fromkeys(("choice", "polarity"), Codes(self.tape.constant(0, "i2")))
            return self._always(value, like.get(declared.type, self._number(Fraction(0))), own=False)
        if isinstance(value, bool):
            return Truths(self.tape.constant(value=value, kind="?"))
        if isinstance(value, str):
            return self.columns.code(value)
        if isinstance(value, Range):
            return RangeEnds(self._number(value.low), self._number(value.high))
        assert isinstance(value, Fraction)  # noqa: S101 - there is no other default
        return self._number(value)

    def _number(self, number: Fraction) -> Numbers:
        return Numbers(self.ratios.constant(number))

    def _row(self, each: RecordPlan, slot: Slot) -> Slot:
        """A row as the record of its collection sees it: a failed check stands in place of its steps."""
        there = self.columns.is_there(slot.absent)
        row = self._beside(each, self.columns.both(slot.there, there))
        row._steps(slot.fields)  # noqa: SLF001 - one of us
        fields, failure = row.columns.names, row.failure()
        fields |= {step.name: self._failed(failure, fields[step.name]) for step in each.steps}
        return replace(slot, fields={name: self._failed(slot.absent, each) for name, each in fields.items()})

    def _failed(self, absent: int | None, known: K) -> K:
        """Gives a value as others see it: what is absent in its place stands before its own."""
        if absent is None:
            return known
        if isinstance(known, Slots):
            raise NoColumnError("rows")
        if isinstance(known, RangeEnds):
            return replace(known, low=self._failed(absent, known.low), high=self._failed(absent, known.high))
        return replace(known, absent=self.columns.first(absent, known.absent))

    # steps

    def _steps(self, inputs: Mapping[str, Known | None]) -> None:
        """Notes inputs and steps, in the order of the plan."""
        names = self.columns.names
        for name, declared in self.plan.inputs.items():
            names[name] = self._take(declared, inputs.get(name))
        for step in self.plan.steps:
            if isinstance(step.how, RowsPlan):
                rows = ({name: self._blamed(cell) for name, cell in cells} for _, cells in step.how.rows)
                names[step.name] = Slots(tuple(map(Slot, rows)))
            elif isinstance(step.how, CallPlan):
                names[step.name] = self._called(step, step.how).carried
            else:
                names[step.name] = self._figure(step).carried

    def _figure(self, step: StepPlan) -> NotedFigure:
        """A step that formulas compute."""
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
        given = {name: self._bound(binding) for name, binding in how.bindings}
        theirs = self._beside(how.rule.record, None).rule(how.rule, given)
        rounding = how.rule.result.rounding
        figure = self._settled(replace(step, rounding=rounding or step.rounding), theirs.exact)
        if step.scale is None and theirs.bands and not rounding and step.rounding:
            assert theirs.rung is not None  # noqa: S101 - where there are bands
            self._hazards(theirs.bands, theirs.rung, theirs.exact, step.rounding)
        return figure

    def _bound(self, binding: Computation | str | None) -> Known | None:
        if not isinstance(binding, str):
            return None if binding is None else self._blamed(binding)
        return self.columns.names.get(binding) or self.columns.code(binding)

    def _cases(self, cases: Sequence[CasePlan]) -> Column:
        """The first case whose condition holds: chosen from the last one backwards."""
        values = [self._then(case) for case in cases]
        found: Column = next((value for value in values if value is not None), self._number(Fraction(0)))
        found = self._always(NO_CASE, found)
        for case, value in zip(reversed(cases), reversed(values), strict=True):
            chosen = self._always(case.then, found) if isinstance(case.then, Absent) else value
            assert chosen is not None  # noqa: S101 - a case has a formula, or an absent value
            if case.when is None:
                found = chosen
            else:
                found = self.columns.chosen(truths(self.columns.node(case.when.root)), chosen, found)
        return found

    def _then(self, case: CasePlan) -> Column | None:
        if isinstance(case.then, CallPlan):
            raise NoColumnError("call")
        return self.columns.node(case.then.root) if isinstance(case.then, Formula) else None

    def _always(self, absent: Absent, like: Column, *, own: bool = True) -> Column:
        """A column that is absent in all rows, of the same type as another one."""
        return replace(like, absent=self.columns.absents.register(self.tape, absent, own=own))

    # what is told

    def _tell(self, code: str, *truths_: int | None) -> None:
        """Tells a code where some truths hold."""
        self._note_told(self.tape.constant(self._bit(code), "u2"), *truths_)

    def _blamed(self, how: Computation) -> Column:
        """The value of a formula, or of cases; tells what is not computable.

        In the rows where that is passed on it was told already, and nothing is told twice.
        """
        column = self.columns.node(how.root) if isinstance(how, Formula) else self._cases(how)
        bits = np.zeros(256, "u2")
        for byte, absent in self.columns.absents.known().items():
            if byte & OWN and absent.word == "not_computable":
                bits[byte] = self._bit(str(absent.reason))
        if column.absent is not None and bits.any():
            self._note_told(self.tape.note(Lookup(bits), column.absent, kind="u2"))
        return column

    def _note_told(self, bits: int, *truths_: int | None) -> None:
        for truth in (*truths_, self.where):
            if truth is not None:
                bits = self.tape.note(np.multiply, bits, truth, kind="u2")
        self.told.append(bits)

    def _bit(self, code: str) -> int:
        told = self.columns.words.told  # of far fewer codes than there are bits: `REASONS`, and two more
        if code not in told:
            told.append(code)
        return 1 << told.index(code)

    # scales and checks

    def _banded(self, bands: Ladder, carried: Column) -> int:
        """The rung of the carried value; tells where it has no category."""
        rung = bands.note(self.ratios, numbers(carried))
        for reason in dict.fromkeys(bands.refused.values()):
            refused = [bands.refused.get(place) == reason for place in range(len(bands.answers))]
            refuses = self.tape.note(Lookup(np.array(refused)), rung, kind="?")
            self._tell(reason, refuses, self.columns.is_there(carried.absent))
        return rung

    def _hazards(self, bands: Ladder, rung: int, exact: Column, shown: Rounding) -> None:
        """Tells where a value would show as one of another category."""
        printed = bands.note(self.ratios, self.ratios.rounded(numbers(exact), shown.places, shown.mode))
        named = [place not in bands.refused for place in range(len(bands.answers))]
        has_name = None if all(named) else self.tape.note(Lookup(np.array(named)), rung, kind="?")
        if len(set(bands.answers)) < len(bands.answers):
            alike = Lookup(bands.alike())
            rung, printed = (self.tape.note(alike, one, kind="u1") for one in (rung, printed))
        differs = self.tape.note(np.not_equal, rung, printed, kind="?")
        self._tell(HAZARD, differs, has_name, self.columns.is_there(exact.absent))

    def failure(self) -> int | None:
        """Gives what a failed check puts in place of values; tells each check that fails."""
        failure: int | None = None
        for check in self.plan.checks:
            verdict = truths(self.columns.node(check.expect.root))
            # What is absent fails nothing.
            failed = self.columns.negation(self.columns.certainly(verdict, decides=False))
            self._tell("check-failed", failed)
            if check.severity == "error":
                mark = self.columns.absents.register(self.tape, CHECK_FAILED)
                none = self.tape.constant(0, "u1") if failure is None else failure
                failure = self.tape.note(choose, failed, mark, none, kind="u1")
        return failure

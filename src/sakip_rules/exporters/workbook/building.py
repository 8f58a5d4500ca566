"""Which lines a workbook has: records year by year, the rules that they call, the rows of both."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.diagnostics.core import clean
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.evaluator.formulas import Formulas
from sakip_rules.evaluator.values import fit
from sakip_rules.exporters.workbook.grid import BookSheet, SheetNames
from sakip_rules.exporters.workbook.lines import (
    RESULT,
    Bound,
    Given,
    Mirrored,
    OfOwner,
    Origin,
    SheetLine,
)
from sakip_rules.expression import Meter, absent_rows
from sakip_rules.expression.rows import AbsentRow
from sakip_rules.languages import Language, Pair, say
from sakip_rules.numbers import grouped
from sakip_rules.plans import CallPlan, RecordPlan, RowsPlan, RulePlan, StepPlan
from sakip_rules.results import Figure, RecordResult, RuleResult
from sakip_rules.values import Absent, Rows, Value
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.evaluator import EveryYear

HEAD: Final = 5
"""How many rows stand above the lines of a sheet."""
MOST_LINES: Final = 20_000
"""A workbook with more lines would take minutes to open."""

DATA_SHEET: Final[Pair] = ("Data", "Data")
RULE_SHEET: Final[Pair] = ("Rumus {name}", "Rule {name}")


class LineGroup(NamedTuple):
    """The lines of a sheet that stand side by side, and what the sheet is about."""

    sheet: BookSheet
    title: str
    lines: list[SheetLine]
    upright: bool = False

    @property
    def controlled(self) -> bool:
        """Says whether its lines are records, whose figures are compared with what was recorded."""
        return any(line.year is not None for line in self.lines)


@dataclass(slots=True)
class LineBuilder:
    """Builds lines one after another; what they call and hold follows them."""

    lang: Language
    names: SheetNames = field(default_factory=SheetNames)
    groups: dict[object, LineGroup] = field(default_factory=dict)
    agenda: deque[SheetLine] = field(default_factory=deque)
    every: EveryYear = field(default_factory=dict)
    count: int = 0
    plans: dict[RowsPlan | RecordPlan, RecordPlan] = field(default_factory=dict)
    """The rows that rules write, and the years of levels, as records."""

    def group(self, key: object, name: str, title: str, *, upright: bool = False) -> LineGroup:
        """Gives the group of a key, made when it is asked for first."""
        if key not in self.groups:
            self.groups[key] = LineGroup(BookSheet(self.names.name(name), rows=HEAD), title, [], upright)
        return self.groups[key]

    def add(self, group: LineGroup, line: SheetLine) -> SheetLine:
        """Gives a line its place; raises `DataError` where there are too many."""
        self.count += 1
        if self.count > MOST_LINES:
            raise DataError([diagnose("file-too-large.workbook", None, limit=grouped(MOST_LINES))])
        line.upright = group.upright
        if not group.upright:
            line.at = group.sheet.take()
        group.lines.append(line)
        self.agenda.append(line)
        return line

    def finish(self) -> list[LineGroup]:
        """Adds what the lines hold and call, until nothing is left, and gives all groups."""
        while self.agenda:
            line = self.agenda.popleft()
            for name, declared in line.plan.inputs.items():
                if declared.each is not None and name not in line.rows:
                    self.collection(line, name, declared.each)
            for step in line.plan.steps:
                self.step(line, step)
        return list(self.groups.values())

    # what a line holds

    def collection(self, line: SheetLine, name: str, each: RecordPlan) -> None:
        """Adds the rows of a collection of a rule."""
        origin = line.origins.get(name)
        given: Value | None = None
        passed: list[SheetLine] | None = None
        match origin:
            case Given(value):
                given = value
            case Bound(caller, str(bound)):
                given, passed = caller.names.get(bound), caller.rows.get(bound)
            case Mirrored(of_row, of):
                given, passed = of_row.names.get(of), of_row.rows.get(of)
        if isinstance(given, Absent) or (isinstance(given, Rows) and _is_absent(given)):
            line.rows[name], line.given_rows[name] = None, _absent_rows(given)
            return
        sources = given.rows if isinstance(given, Rows) else ()
        results = line.record.rows.get(name, ())
        line.rows[name] = []
        for number, (row, result) in enumerate(zip(sources, results, strict=True)):
            origins: dict[str, Origin] = {}
            for field_name in each.inputs:
                if passed is not None:
                    known = field_name in row.values
                    origins[field_name] = Mirrored(passed[number], field_name) if known else None
                else:
                    origins[field_name] = Given(row.values.get(field_name))
            self.row(line, name, each, result, row.id, origins)

    def row(
        self,
        owner: SheetLine,
        name: str,
        plan: RecordPlan,
        result: RecordResult,
        row_id: str | None,
        origins: Mapping[str, Origin],
    ) -> None:
        """Adds one row of a collection."""
        rows = owner.rows[name]
        assert rows is not None  # noqa: S101 - made by the caller
        number = row_id or str(len(rows) + 1)
        title = f"{owner.title} · {clean(name)} {clean(number)}"
        group = self.group((id(owner.plan), name), f"{clean(name)} {owner.sheet.name}", clean(name))
        shields = tuple(step.name for step in plan.steps) if can_fail(plan) else ()
        line = SheetLine(
            plan, result, group.sheet, title, origins, year=None, path=owner.path, shields=shields
        )
        line.id, line.shown_year, line.is_given = row_id, owner.shown_year, owner.is_given
        rows.append(self.add(group, line))

    def step(self, line: SheetLine, step: StepPlan) -> None:
        """Adds what a step needs: rows that the rule writes, the rules that it may call."""
        if isinstance(step.how, RowsPlan):
            self.fixed_rows(line, step.name, step.how)
            return
        figure = line.figure(step.name)
        if figure is not None and figure.origin == "stated":
            return
        for call in step.calls:
            self.call(line, step, call, figure)

    def fixed_rows(self, line: SheetLine, name: str, how: RowsPlan) -> None:
        """Adds the rows that are written in a rule: each cell is computed from their owner."""
        line.rows[name] = []
        steps = tuple(
            StepPlan(column, (column, column), entry.type, entry.unit, how=())
            for column, entry in how.columns.items()
        )
        plan = self.plans.setdefault(how, RecordPlan({}, steps, ()))
        for (row_id, cells), result in zip(how.rows, line.record.rows[name], strict=True):
            origins: dict[str, Origin] = {column: OfOwner(line, cell) for column, cell in cells}
            self.row(line, name, plan, result, row_id, origins)

    def call(self, line: SheetLine, step: StepPlan, call: CallPlan, figure: Figure | None) -> None:
        """Adds the line of a rule that a step calls, or would call if another case applied."""
        record = _called(step, call, figure) or evaluate_rule(call.rule, _bound_values(line, call))
        origins: dict[str, Origin] = dict.fromkeys(call.rule.record.inputs)
        origins |= {name: Bound(line, binding) for name, binding in call.bindings}
        line.calls[call] = self.rule(
            call.rule, record, origins, line, f"{line.title} · {safe(step.title, self.lang)}"
        )

    def rule(
        self,
        plan: RulePlan,
        record: RuleResult,
        origins: Mapping[str, Origin],
        of: SheetLine | None,
        title: str,
    ) -> SheetLine:
        """Adds a rule with its inputs."""
        tail = plan.source.id.rpartition("/")[2]
        name = say(RULE_SHEET, self.lang).format(name=tail)
        group = self.group(plan.source.reference, name, safe(plan.source.title, self.lang))
        line = rule_line(plan, record, group.sheet, title, origins)
        if of is not None:
            line.path, line.shown_year, line.is_given = of.path, of.shown_year, of.is_given
        return self.add(group, line)


def rule_line(
    plan: RulePlan, record: RuleResult, sheet: BookSheet, title: str, origins: Mapping[str, Origin]
) -> SheetLine:
    """Gives the line of a rule; a failed check takes the place of its result."""
    shields = (RESULT,) if can_fail(plan.record) else ()
    return SheetLine(plan.record, record, sheet, title, origins, result=plan.result, shields=shields)


def can_fail(plan: RecordPlan) -> bool:
    """Says whether a failed check can take the place of what a record computes."""
    return any(check.severity == "error" for check in plan.checks)


def _called(step: StepPlan, call: CallPlan, figure: Figure | None) -> RuleResult | None:
    """The called rule as it was computed, if the step did call it."""
    trace = None if figure is None else figure.trace
    if trace is None or trace.called is None:
        return None
    if isinstance(step.how, CallPlan):
        return trace.called
    taken = None if trace.case is None else trace.cases[trace.case].then
    return trace.called if taken is call else None


def _bound_values(line: SheetLine, call: CallPlan) -> dict[str, Value]:
    names = dict(line.names)
    formulas = Formulas(names, line.plan.aliases, Meter(), "")
    return {
        name: fit(names.get(bound, bound))
        if isinstance(bound, str)
        else fit(formulas.evaluate(name, bound)[0])
        for name, bound in call.bindings
    }


def _is_absent(rows: Rows) -> bool:
    return any(isinstance(row.values, AbsentRow) for row in rows.rows)


def _absent_rows(given: Value) -> Value:
    return absent_rows(given) if isinstance(given, Absent) else given

"""One figure, ready to be computed again with other operands: one change to the data or the plan.

What a step sees of its record and of the records below is laid over the computed report as views, so
that a change of one operand costs one step, not a whole report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.operands import call_made, operands_of_step
from sakip_rules.evaluator import evaluate_report
from sakip_rules.evaluator.record import Record, Surroundings, rule_task
from sakip_rules.evaluator.trampoline import run
from sakip_rules.expression import Meter
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR
from sakip_rules.models import Rounding
from sakip_rules.plans import CallPlan, RulePlan, StepPlan
from sakip_rules.results import Figure, ReportNode, ReportTree, RowResult
from sakip_rules.values import Absent, Row, Rows, Value

Changes = Mapping[Key, Value]
Bound = Mapping[str, str]
"""CODEs for inputs of the called rule, in place of what the step binds to them."""

LOOKS = 4_000
LOOKS_AN_OPERAND = 40


@dataclass(slots=True)
class Calculation:
    """How one figure is computed: its operands, and the computation.

    `polarities` are the inputs of type polarity of the rule that it calls, with the CODE that each
    had. `looks` is how many operands may still be looked at for this figure.
    """

    book: Book
    key: Key
    operands: tuple[Key, ...]
    compute: Callable[[Changes, Bound], Value]
    polarities: Mapping[str, str]
    rule: RulePlan | None = None
    """The rule that gives it: of the record, or called by the step."""

    compute_by: Callable[[RulePlan], Value] | None = None
    looks: int = LOOKS

    def by(self, rule: RulePlan) -> Fraction | None:
        """Gives the exact value by another version of its rule; `None` where that has other inputs."""
        assert self.compute_by is not None and self.rule is not None  # noqa: S101, PT018 - whoever asks has a rule
        if not self.book.look(1 + len(self.operands)):
            return None
        if not self.rule.record.inputs.keys() <= rule.record.inputs.keys():
            return None
        found = self.compute_by(rule)
        return found if isinstance(found, Fraction) else None

    def value(self, changes: Changes, bound: Bound | None = None) -> Fraction | None:
        """Gives the exact value, before the figure's own rounding, with some operands changed.

        `None` where it is no exact number, or where no looks are left.
        """
        cost = 1 + len(self.operands)
        self.looks -= cost
        if self.looks < 0 or not self.book.look(cost):
            return None
        found = self.compute(changes, bound or {})
        return found if isinstance(found, Fraction) else None


@dataclass(slots=True)
class Recomputations:
    """What is computed again of a report; each calculation is made once, its looks are for all printings."""

    book: Book
    made: dict[Key, Calculation | None] = field(default_factory=dict)
    trees: dict[Rounding, ReportTree] = field(default_factory=dict)

    def of(self, key: Key) -> Calculation | None:
        """Gives the calculation of a figure.

        `None` for what is given, for what the views do not reproduce, and where no looks are left.
        """
        if key not in self.made:
            self.made[key] = _made(self.book, key)
        return self.made[key]

    def with_rounding(self, key: Key, rounding: Rounding) -> Figure:
        """Gives a figure of the report computed with another rounding of its framework."""
        if rounding not in self.trees:
            framework = replace(self.book.report.framework, rounding=rounding)
            self.trees[rounding] = evaluate_report(replace(self.book.report, framework=framework))
        return figure_in(self.trees[rounding], key)


def figure_in(world: ReportTree, key: Key) -> Figure:
    """Gives a figure of the report in another computation: its records and years are the same."""
    node = world.root.find(key.path)
    assert node is not None  # noqa: S101 - as above
    figure = node.figure(key.figure, key.year)
    assert figure is not None  # noqa: S101 - as above
    return figure


def _made(book: Book, key: Key) -> Calculation | None:
    figure = book.figure(key)
    if figure is None or figure.origin not in ("computed", "rule"):
        return None
    made = _of_rule(book, key) if figure.origin == "rule" else _of_step(book, key, figure)
    # With nothing changed it must give the figure: else a change of an operand would prove nothing.
    if not book.look(len(made.operands)) or made.compute({}, {}) != figure.exact:
        return None
    made.looks += LOOKS_AN_OPERAND * len(made.operands)
    return made


def _of_rule(book: Book, key: Key) -> Calculation:
    """The input that the record's indicator rule gives: its operands are the rule's own inputs."""
    year = book.records[key.path].years.get(key.year)
    assert year is not None and year.rule is not None and year.data is not None  # noqa: S101, PT018 - they gave it
    rule, data = year.rule, year.data
    keys = {name: Key(key.path, name, key.year) for name in data}

    def compute(changes: Changes, bound: Bound) -> Value:
        given = {name: changes.get(keys[name], value) for name, value in data.items()}
        return _exact(run(rule_task(rule, {**given, **bound}, Meter())).result)

    def compute_by(other: RulePlan) -> Value:
        return _exact(run(rule_task(other, data, Meter())).result)

    operands = tuple(keys.values())
    return Calculation(book, key, operands, compute, _polarities(rule, data), rule, compute_by)


def _polarities(rule: RulePlan, given: Mapping[str, Value]) -> dict[str, str]:
    """The CODE of each input of type polarity."""
    codes = {}
    for name, declared in rule.record.inputs.items():
        code = given.get(name, declared.default)
        if declared.type == "polarity" and isinstance(code, str):
            codes[name] = code
    return codes


def _of_step(book: Book, key: Key, figure: Figure) -> Calculation:
    node = book.nodes[key.path]
    step = book.declared(key.path, key.figure)
    assert isinstance(step, StepPlan)  # noqa: S101 - nothing else is computed
    plan = book.records[key.path].level.record
    surroundings = book.report.framework.rounding
    call = call_made(step, figure)

    def compute(changes: Changes, bound: Bound) -> Value:
        # The step runs as it does in a report, over a record that holds what it names and nothing else.
        names = _names(_View(book, changes), node, key.year)
        record = Record(plan, Surroundings(Meter(), surroundings, names))
        run(record.step(_rebound(step, call, bound)))
        return _exact(record.figures[step.name])

    def compute_by(other: RulePlan) -> Value:
        names = _names(_View(book, {}), node, key.year)
        record = Record(plan, Surroundings(Meter(), surroundings, names))
        assert call is not None  # noqa: S101 - only what called a rule is computed by another
        run(record.step(replace(step, how=replace(call, rule=other))))
        return _exact(record.figures[step.name])

    operands = operands_of_step(book, node, key.year, step)
    if call is None:
        return Calculation(book, key, operands, compute, {})
    assert figure.trace is not None and figure.trace.called is not None  # noqa: S101, PT018 - it made the call
    given = {name: own.value for name, own in figure.trace.called.figures.items()}
    return Calculation(book, key, operands, compute, _polarities(call.rule, given), call.rule, compute_by)


def _exact(figure: Figure) -> Value:
    """A figure before its rounding; a failed check leaves none."""
    return figure.value if isinstance(figure.value, Absent) else figure.exact


def _rebound(step: StepPlan, call: CallPlan | None, bound: Bound) -> StepPlan:
    """The step with CODEs bound to inputs of the rule that it called, whichever case applied."""
    if not bound:
        return step
    assert call is not None  # noqa: S101 - only a called rule has inputs to bind
    bindings = {**dict(call.bindings), **bound}
    return replace(step, how=replace(call, bindings=tuple(bindings.items())))


@dataclass(frozen=True, slots=True)
class _View:
    """The computed report with some figures changed."""

    book: Book
    changes: Changes


class _Fields(Mapping[str, Value]):
    """What others see of one record in one year: figures, collections, records below."""

    def __init__(self, view: _View, node: ReportNode, year: int) -> None:
        self.view, self.node, self.year = view, node, year

    def __getitem__(self, name: str) -> Value:
        key = Key(self.node.path, name, self.year)
        if key in self.view.changes:
            return self.view.changes[key]
        standing = self.node.of_year(self.year)
        if standing is None:
            raise KeyError(name)
        if name in standing.record.figures:
            return standing.record.figures[name].value
        if name in standing.record.rows:
            return _static(standing.record.rows[name])
        return _below(self.view, self.node, self.year, name)

    def __iter__(self) -> Iterator[str]:
        standing = self.node.of_year(self.year)
        return iter(()) if standing is None else iter(standing.record.figures)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _below(view: _View, node: ReportNode, year: int, level: str) -> Rows:
    children = (child for child in node.children if child.level == level)
    return Rows(tuple(Row(child.id, _Fields(view, child, year)) for child in children))


def _static(rows: tuple[RowResult, ...]) -> Rows:
    """Rows that the data give, which no change reaches."""
    return Rows(tuple(Row(row.id, _fields(row)) for row in rows))


def _fields(row: RowResult) -> dict[str, Value]:
    fields: dict[str, Value] = {name: figure.value for name, figure in row.figures.items()}
    return fields | {name: _static(inner) for name, inner in row.rows.items()}


def _names(view: _View, node: ReportNode, year: int) -> dict[str, Value]:
    """The names that a step of a record sees, some of them changed."""
    standing = node.of_year(year)
    assert standing is not None  # noqa: S101 - the figure that is computed again stands there
    names: dict[str, Value] = {YEAR: Fraction(year)}
    for name, figure in standing.record.figures.items():
        names[name] = view.changes.get(Key(node.path, name, year), figure.inside)
    names.update((name, _static(rows)) for name, rows in standing.record.rows.items())
    for level in view.book.records[node.path].level.below:
        names[level] = _below(view, node, year, level)
    names[LAST_YEAR] = Rows((Row(None, _Fields(view, node, year - 1)),))
    years = view.book.years(node.path)
    earlier = [Row(str(past), _Fields(view, node, past)) for past in years if past < year]
    names[HISTORY] = Rows((*earlier, Row(str(year), names)))
    return names


__all__ = ["Bound", "Calculation", "Changes", "Recomputations", "figure_in"]

"""Runs a framework on a report: records from below, year by year, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from sakip_rules.evaluator.record import Record, Surroundings, rule_task
from sakip_rules.evaluator.trampoline import Task, run
from sakip_rules.expression import Meter
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR
from sakip_rules.languages import Pair
from sakip_rules.reader import RecordData, ReportData, YearData
from sakip_rules.results import NodeYear, RecordResult, ReportNode, ReportTree, RuleResult
from sakip_rules.values import Row, Rows, Value


@dataclass(slots=True)
class _Computed:
    """A record of the report with what was computed of it so far, by year."""

    data: RecordData
    given: frozenset[int]
    children: tuple[_Computed, ...]
    years: dict[int, NodeYear] = field(default_factory=dict)
    outward: dict[int, dict[str, Value]] = field(default_factory=dict)


def evaluate_report(report: ReportData) -> ReportTree:
    """Computes every record of a report for every year that occurs in it."""
    root = _prepared(report.root)
    order = list(_from_below(root))
    for year in report.years:  # a year may look back at earlier ones, in records below it too
        for computed in order:
            _compute(computed, year, report)
    return ReportTree(
        report.title,
        report.organization,
        report.year,
        report.framework.source,
        report.sources,
        _nodes(order, report),
        report.warnings,
        report.period,
    )


def _prepared(root: RecordData) -> _Computed:
    """Gives every record its given years: its own, and those of records below it."""
    made: dict[str, _Computed] = {}
    for data in reversed(list(root.walk())):
        children = tuple(made[child.path] for child in data.children)
        given = frozenset(data.years).union(*(child.given for child in children))
        made[data.path] = _Computed(data, given, children)
    return made[root.path]


def _from_below(root: _Computed) -> Iterator[_Computed]:
    order: list[_Computed] = []
    stack = [root]
    while stack:
        computed = stack.pop()
        order.append(computed)
        stack.extend(computed.children)
    return reversed(order)


def _compute(computed: _Computed, year: int, report: ReportData) -> None:
    data = computed.data.years.get(year) or computed.data.not_given(report.year)
    computed.years[year], computed.outward[year] = run(_level_task(computed, data, year, report))


def _level_task(
    computed: _Computed, data: YearData, year: int, report: ReportData
) -> Task[tuple[NodeYear, dict[str, Value]]]:
    meter = Meter()
    indicator: RuleResult | None = None
    if data.data is not None and data.rule is not None:
        given = computed.data.level.from_rule
        name = None if given is None else given.name
        indicator = yield rule_task(data.rule, data.data, meter, name)
    level = computed.data.level
    around = Surroundings(meter, report.framework.rounding, _names(computed, year), data.stated, indicator)
    record = Record(level.record, around)
    record.names[HISTORY] = _history(computed, year, record.names)
    yield from record.task(data.values)
    diagnostics, failure = record.checks()
    if failure is not None and level.result is not None:
        record.fail(level.result, failure)
    # A row of the history holds these very names: a cycle, which only the garbage collector would free.
    del record.names[HISTORY]
    result = RecordResult(figures=record.figures, rows=record.rows, diagnostics=diagnostics)
    return NodeYear(year, result, indicator), record.outward()


def _names(computed: _Computed, year: int) -> dict[str, Value]:
    """The names from outside: the year, the levels below, the year before."""
    names: dict[str, Value] = {YEAR: Fraction(year)}
    for level in computed.data.level.below:
        rows = [
            Row(child.data.id, child.outward[year])
            for child in computed.children
            if child.data.level.name == level
        ]
        names[level] = Rows(tuple(rows))
    if year - 1 in computed.given:
        names[LAST_YEAR] = Rows((Row(None, computed.outward[year - 1]),))
    return names


def _history(computed: _Computed, year: int, now: Mapping[str, Value]) -> Rows:
    """The years given for the record up to this one, oldest first; this one as it is computed.

    A year that only other records give has no row, not even while it is computed.
    """
    earlier = [
        Row(str(before), computed.outward[before]) for before in sorted(computed.given) if before < year
    ]
    return Rows((*earlier, Row(str(year), now)) if year in computed.given else tuple(earlier))


def _nodes(order: list[_Computed], report: ReportData) -> ReportNode:
    """Gives the tree of results; `order` has every record after those below it."""
    made: dict[str, ReportNode] = {}
    for computed in order:
        data = computed.data
        now = computed.years[report.year]
        earlier = {year: computed.years[year] for year in sorted(computed.given) if year < report.year}
        rule = data.rule
        made[data.path] = ReportNode(
            path=data.path,
            level=data.level.name,
            level_title=data.level.title,
            id=data.id,
            title=data.title,
            title_pair=_title(data),
            rule=rule.source if rule is not None else None,
            headline=data.level.result,
            now=now,
            earlier=earlier,
            children=tuple(made[child.data.path] for child in computed.children),
            printed=data.printed,
            unit=data.unit,
            note=data.note,
            place=data.place,
            documents=data.documents,
        )
    return made[order[-1].data.path]


def _title(data: RecordData) -> Pair:
    """The record's own title, else that of its rule, else its id."""
    if data.title is not None:
        return data.title, data.title
    return data.rule.source.title if data.rule is not None else (data.id, data.id)


__all__ = ["evaluate_report"]

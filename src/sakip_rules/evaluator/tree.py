"""Runs a framework on a report: records from below, year by year, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, NamedTuple, Protocol

from sakip_rules.dataclass import dataclass, field, replace
from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.evaluator.kept import Alike, Computing, KeptYear
from sakip_rules.evaluator.record import Record, Surroundings, rule_task
from sakip_rules.evaluator.trampoline import Task, run
from sakip_rules.evaluator.uses import Uses, uses_of
from sakip_rules.expression import Meter
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR
from sakip_rules.languages import Pair
from sakip_rules.locks import Lock
from sakip_rules.numbers import grouped
from sakip_rules.reader import RecordData, ReportData, YearData
from sakip_rules.results import NodeYear, RecordResult, ReportNode, ReportTree, RuleResult
from sakip_rules.values import Row, Rows, Value

UNITS: Final = 20_000_000
"""Units of all records of a report in all its years: they bound the time that it can take."""

FIGURES: Final = 4_000_000
"""Figures of all records of a report in all its years: they bound its memory."""

_AGAIN: Final = Lock()


@dataclass(slots=True)
class Computed:
    """A record of the report with what was computed of it so far, by year."""

    data: RecordData
    given: frozenset[int]
    children: tuple[Computed, ...]
    rows: dict[str, list[Computed]]
    """The records below, by level."""
    years: dict[int, NodeYear] = field(default_factory=dict)
    """The years given for it: of others nothing is shown."""
    every: dict[int, NodeYear] = field(default_factory=dict)
    """All years that were computed for it, where that is asked for."""
    outward: dict[int, Mapping[str, Value]] = field(default_factory=dict)
    """What others use of it; of a year that is not given only until the records above are computed."""


EveryYear = Mapping[str, Mapping[int, NodeYear]]
"""Of every record, by its path: the years in which it is given, and those in which others use it."""


class Standing(NamedTuple):
    """A record in a year, what others use of it, and what both cost."""

    shown: NodeYear
    outward: Mapping[str, Value]
    units: int
    figures: int


class Quick(Protocol):
    """Another way to compute records, which gives what the reference gives, or nothing."""

    def standing(self, computed: Computed, data: YearData, year: int, run: Computing) -> Standing | None:
        """Gives a record with nothing to tell, and what it costs at most; `run` computes all else."""


def evaluate_report(report: ReportData, quick: Quick | None = None) -> ReportTree:
    """Computes the records of a report for every year in which they are given or others use them.

    What `quick` does not give, the reference computes. Raises `DataError` where the whole takes more units,
    or holds more figures, than a report may.
    """
    try:
        return _computed(report, keep=False, quick=quick)[0]
    except DataError:
        if quick is None:
            raise
    return _computed(report, keep=False)[0]  # `quick` counts what the most would be: the reference what is


def evaluate_every_year(report: ReportData) -> tuple[ReportTree, EveryYear]:
    """As `evaluate_report`; it gives also the years that a record only has because others use them."""
    return _computed(report, keep=True)


def _computed(report: ReportData, *, keep: bool, quick: Quick | None = None) -> tuple[ReportTree, EveryYear]:
    root = _prepared(report.root)
    _Run(report, uses_of(report.framework), keep, quick).through(root)
    order = list(_from_below([root], _children))
    every = {computed.data.path: computed.every for computed in order}
    tree = ReportTree(
        report.title,
        report.organization,
        report.year,
        report.framework.source,
        report.sources,
        _nodes(order, report),
        report.warnings,
        report.period,
    )
    for (
        computed
    ) in order:  # what is kept of a year can have its record computed again: it holds no year itself
        computed.years, computed.every = {}, {}
    return tree, every


def _prepared(root: RecordData) -> Computed:
    """Gives every record its given years: its own, and those of records below it."""
    made: dict[str, Computed] = {}
    for data in reversed(list(root.walk())):
        children = tuple(made[child.path] for child in data.children)
        given = frozenset(data.years).union(*(child.given for child in children))
        rows: dict[str, list[Computed]] = {level: [] for level in data.level.below}
        for child in children:
            rows[child.data.level.name].append(child)
        made[data.path] = Computed(data, given, children, rows)
    return made[root.path]


def _children(computed: Computed) -> Iterable[Computed]:
    return computed.children


def _from_below(roots: list[Computed], below: Callable[[Computed], Iterable[Computed]]) -> Iterator[Computed]:
    """Gives records after those below them."""
    order: list[Computed] = []
    stack = [*roots]
    while stack:
        computed = stack.pop()
        order.append(computed)
        stack.extend(below(computed))
    return reversed(order)


@dataclass(slots=True)
class _Run:
    """One computation of a report, and what it has cost so far."""

    report: ReportData
    uses: Uses
    keep: bool
    quick: Quick | None = None
    alike: Alike = field(default_factory=Alike)
    units: int = 0
    figures: int = 0

    def through(self, root: Computed) -> None:
        """Computes all years; a year may look back at earlier ones, in records below it too."""
        for year in self.report.years:
            order = list(_from_below([root], lambda above: self.needed(above, year)))  # noqa: B023 - used at once
            for computed in order:
                self.compute(computed, year)
            for computed in order:
                if year not in computed.given:
                    del computed.outward[year]

    def needed(self, above: Computed, year: int) -> Iterator[Computed]:
        """Gives the records below one that are given in a year, or that its formulas range over."""
        used = self.uses.below[above.data.level.name]
        for level, children in above.rows.items():
            yield from (child for child in children if level in used or year in child.given)

    def compute(self, computed: Computed, year: int) -> None:
        """Computes a record in a year; what it shows is kept only if the year is given for it."""
        data = computed.data.years.get(year) or computed.data.not_given(self.report.year)
        found = None if self.quick is None else self.quick.standing(computed, data, year, self)
        shown, computed.outward[year], units, figures = found or self.by_reference(computed, data, year)
        self.units += units
        self.hold_to(UNITS, self.units, "file-too-large.units")
        if self.keep:
            computed.every[year] = shown
        if year in computed.given:
            computed.years[year] = shown
        if self.keep or year in computed.given:
            self.figures += figures
            self.hold_to(FIGURES, self.figures, "file-too-large.figures")

    def by_reference(self, computed: Computed, data: YearData, year: int) -> Standing:
        """Gives a record in a year, with what it shows alone where that is enough."""
        meter = Meter()
        try:
            full, outward = run(self.level_task(computed, data, year, meter))
        except DataError as error:  # it alone has too many figures
            raise DataError(replace(one, place=computed.data.place) for one in error.diagnostics) from None
        is_whole = self.keep or year not in computed.given
        shown = full if is_whole else KeptYear(full, self.alike, self, computed)
        return Standing(shown, outward, meter.spent, meter.figures)

    def standing(self, computed: Computed, year: int, meter: Meter) -> tuple[NodeYear, Mapping[str, Value]]:
        """Gives a record in a year, and what others use of it, by the reference."""
        data = computed.data.years.get(year) or computed.data.not_given(self.report.year)
        return run(self.level_task(computed, data, year, meter))

    def again(self, record: Computed, year: int) -> NodeYear:
        """Gives a record in a year once more, from what is kept of others; the rest is computed for it.

        Meanwhile others seem to be kept that are not: of threads that ask, one is answered at a time.
        """
        with _AGAIN.held():
            return self._again(record, year)

    def _again(self, record: Computed, year: int) -> NodeYear:
        def dropped(above: Computed) -> Iterator[Computed]:
            return (below for below in self.needed(above, year) if year not in below.outward)

        *used, _ = _from_below([record], dropped)
        for below in used:
            _, below.outward[year] = self.standing(below, year, Meter())
        found, _ = self.standing(record, year, Meter())
        for below in used:
            del below.outward[year]
        return found

    def hold_to(self, limit: int, reached: int, key: str) -> None:
        """Raises `DataError` where the report is beyond a limit."""
        if reached > limit:
            raise DataError([diagnose(key, self.report.root.place, limit=grouped(limit))])

    def level_task(
        self, computed: Computed, data: YearData, year: int, meter: Meter
    ) -> Task[tuple[NodeYear, Mapping[str, Value]]]:
        """Gives a record in a year, and what others use of it."""
        level = computed.data.level
        indicator: RuleResult | None = None
        if data.data is not None and data.rule is not None:
            name = None if level.from_rule is None else level.from_rule.name
            indicator = yield rule_task(data.rule, data.data, meter, name)
        names = self.names(computed, year)
        around = Surroundings(meter, self.report.framework.rounding, names, data.stated, indicator)
        meter.hold(level.record.figures)
        record = Record(level.record, around)
        if level.name in self.uses.looking_back:
            record.names[HISTORY] = _history(computed, year, record.names)
        yield from record.task(data.values)
        diagnostics, failure = record.checks()
        if failure is not None and level.result is not None:
            record.fail(level.result, failure)
        # A row of the history holds these very names: a cycle, which only the garbage collector would free.
        record.names.pop(HISTORY, None)
        result = RecordResult(figures=record.figures, rows=record.rows, diagnostics=diagnostics)
        return NodeYear(year, result, indicator), record.outward(self.uses.names[level.name])

    def names(self, computed: Computed, year: int) -> dict[str, Value]:
        """The names from outside: the year, the levels below, the year before."""
        names: dict[str, Value] = {YEAR: Fraction(year)}
        used = self.uses.below[computed.data.level.name]
        for level, children in computed.rows.items():
            rows = (Row(child.data.id, child.outward[year]) for child in children) if level in used else ()
            names[level] = Rows(tuple(rows))
        if year - 1 in computed.given:
            names[LAST_YEAR] = Rows((Row(None, computed.outward[year - 1]),))
        return names


def _history(computed: Computed, year: int, now: Mapping[str, Value]) -> Rows:
    """The years given for the record up to this one, oldest first; this one as it is computed.

    A year that only other records give has no row, not even while it is computed.
    """
    earlier = [
        Row(str(before), computed.outward[before]) for before in sorted(computed.given) if before < year
    ]
    return Rows((*earlier, Row(str(year), now)) if year in computed.given else tuple(earlier))


def _nodes(order: list[Computed], report: ReportData) -> ReportNode:
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


__all__ = ["Computed", "EveryYear", "Quick", "Standing", "evaluate_every_year", "evaluate_report"]

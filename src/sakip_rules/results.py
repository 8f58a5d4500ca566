"""What a computation gives: figures with their exact and shown values, records, nodes of a report.

Plain data, written by the evaluator and read by everything after it. A *figure* is one named value
of a record: an input or a step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from sakip_rules.dataclass import dataclass, field, replace
from sakip_rules.diagnostics import Diagnostic, Place
from sakip_rules.expression import Formula, RowsUsed
from sakip_rules.languages import Pair
from sakip_rules.models import Printed, Rounding
from sakip_rules.numbers import (
    Number,
    decimal_text,
    display_text,
    round_number,
    round_pair,
    shortest_text,
    units_text,
)
from sakip_rules.numbers.printing import DISPLAY_PLACES
from sakip_rules.plans import AliasPlan, CasePlan, ScalePlan, Source
from sakip_rules.values import Absent, Category, Range, Value, is_number, not_computable

ROOT: Final = "."
"""The path of a report's root record; those below are named by the ids that lead to them."""

SHOWN: Final = Rounding(places=DISPLAY_PLACES)
"""How a number is shown that no rounding is stated for."""

Origin = Literal["given", "default", "stated", "rule", "computed"]
"""Where a figure came from: data, the input's default, `history` of a step, an indicator rule, a step."""


class Seen(NamedTuple):
    """What the formulas of a record see: its values by name, and the scales and tables that they call."""

    names: Mapping[str, Value]
    aliases: Mapping[str, AliasPlan]


class Trace(NamedTuple):
    """How a figure was computed: the formula (of the case that applied), rows used, rule called.

    Where a condition is absent, no case applies: `formula` is then that condition.
    """

    formula: Formula | None = None
    seen: Seen = Seen({}, {})
    cases: tuple[CasePlan, ...] = ()
    case: int | None = None
    """The place of the case that applied, or could not be decided; none where none applied."""
    rows: tuple[RowsUsed, ...] = ()
    called: RuleResult | None = None
    """The called rule, computed."""
    bound: Mapping[str, str | Trace] = {}
    """What an input of the called rule is bound to: a name that is passed whole, or how it is computed."""

    @property
    def when(self) -> Formula | None:
        """The condition of the case that applied; `otherwise` has none."""
        return None if self.case is None else self.cases[self.case].when

    @property
    def note(self) -> Pair | None:
        """What the rule says of the case that applied."""
        return None if self.case is None else self.cases[self.case].note

    @property
    def passed(self) -> tuple[Formula, ...]:
        """The conditions that did not hold: of the cases before the one that applied."""
        return tuple(case.when for case in self.cases[: self.case] if case.when is not None)

    def __repr__(self) -> str:
        # Without what was called: a chain of rules may be longer than the stack of Python is deep.
        return f"<Trace {'' if self.formula is None else self.formula.text}>"


class Figure(NamedTuple):
    """One named value.

    `value` is the carried value as it is seen from outside the record; `inside` is what the
    record's own later steps saw; `exact` is the value before its own rounding. The three differ
    only by rounding and by a failed check.

    A tuple, because a report makes thousands, and a frozen dataclass takes three times as long to
    make; its fields are given and read by name all the same.
    """

    name: str
    title: Pair
    unit: str | None
    origin: Origin
    value: Value
    inside: Value
    exact: Value
    rounding: Rounding | None = None
    scale: ScalePlan | None = None
    """The scale that was asked for its category, whether or not it has one for the value."""
    category: Category | None = None
    trace: Trace | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    computed: Figure | None = None
    """Of a stated figure whose inputs are given too: what they give; printed figures are compared with it."""

    @property
    def absent(self) -> Absent | None:
        """The absent value that stands in its place, if one does."""
        return self.value if isinstance(self.value, Absent) else None

    @property
    def in_category(self) -> Category | None:
        """The category that it is in: the one its scale gives it, or its value where that is one."""
        return self.value if isinstance(self.value, Category) else self.category

    @property
    def text(self) -> str | None:
        """The value as JSON and people see it, with a decimal point; `None` if absent or no scalar."""
        return value_text(self.value, self.exact, self.rounding, given=self.origin in _AS_WRITTEN)

    @property
    def fraction(self) -> Fraction | None:
        """The exact number before rounding; `None` where it is absent, approximate or no number."""
        if isinstance(self.value, Absent) or not isinstance(self.exact, Fraction):
            return None
        return self.exact


def _end_of(figure: Figure, end: str) -> Figure | None:
    """An end of a range as a figure of its own; an absent range has absent ends."""
    value = figure.value
    if isinstance(value, Range):
        value = value.low if end == "min" else value.high
    elif not isinstance(value, Absent):
        return None
    return figure._replace(name=f"{figure.name}.{end}", value=value, inside=value, exact=value)


_AS_WRITTEN: Final = ("given", "default", "stated")


def settle(value: Value, rounding: Rounding | None) -> tuple[Value, Value]:
    """Gives a computed value before its rounding, and as formulas, scales and callers see it (4.3).

    A rounding that an approximate value cannot settle leaves no value at all.
    """
    if rounding is None or not is_number(value):
        return value, value
    settled = rounded(value, rounding)
    if isinstance(settled, Absent):
        return settled, settled
    return value, settled if rounding.carry == "rounded" else value


def rounded(value: Number, rounding: Rounding) -> Value:
    """Gives a number as its rounding says; an interval that cannot be settled has no result."""
    settled = round_number(value, rounding.places, rounding.mode)
    return not_computable("precision") if settled is None else settled


def shown_number(exact: Number, rounding: Rounding | None, *, given: bool) -> Fraction | None:
    """Gives the number that is displayed: as the rounding says, as given, or with two places."""
    if rounding is None and given and isinstance(exact, Fraction) and shortest_text(exact) is not None:
        return exact
    how = rounding or SHOWN
    return round_number(exact, how.places, how.mode)


def value_text(value: Value, exact: Value, rounding: Rounding | None, *, given: bool) -> str | None:
    """Gives a value as text: numbers with exactly the places that they are shown with."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, Category):
        return value.code or value.label
    if not is_number(value):
        return None
    return _number_text(exact if is_number(exact) else value, rounding, given=given)


def _number_text(number: Number, rounding: Rounding | None, *, given: bool) -> str | None:
    if rounding is None:
        return display_text(number, None if given else DISPLAY_PLACES)
    if isinstance(number, Fraction):
        above, _ = round_pair(*number.as_integer_ratio(), rounding.places, rounding.mode)
        return units_text(above, max(rounding.places, 0))
    settled = round_number(number, rounding.places, rounding.mode)
    return None if settled is None else decimal_text(settled, max(rounding.places, 0))


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordResult:
    """A record, computed: its figures in order, the rows of its collections, its failed checks."""

    figures: Mapping[str, Figure]
    rows: Mapping[str, tuple[RowResult, ...]] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def all_figures(self) -> tuple[Figure, ...]:
        """Gives the figures in order."""
        return tuple(self.figures.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class RowResult(RecordResult):
    """A row of a collection: a record that may have an id."""

    id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleResult(RecordResult):
    """What a rule gives: a record of which one figure is the result."""

    source: Source
    result: Figure

    def all_figures(self) -> tuple[Figure, ...]:
        """Gives the figures in order, the result last."""
        return (*self.figures.values(), self.result)


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure as the published report prints it, and where the report file says so."""

    printed: Printed
    year: int
    place: Place | None
    unit: str | None = None
    """The unit by which it is read: the figure's own, else the one of its record or rule."""

    stated: Value | None = None
    """What is printed, where that is no number: a range, a choice, a truth, a polarity, a CODE."""


@dataclass(slots=True)
class NodeYear:
    """What a record of a report gives for one year: its figures, and its indicator rule's.

    Whoever only shows a year reads `figures` and `diagnostics`: `record` and `indicator` know how it was
    computed, and may have to compute it again.
    """

    year: int
    record: RecordResult
    indicator: RuleResult | None = None

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name, in order; their traces are in `record`."""
        return self.record.figures

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is worth knowing about the record and its indicator rule, each once."""
        records = (self.record, self.indicator)
        return tuple(record_diagnostics(record for record in records if record is not None))


@dataclass(frozen=True, slots=True)
class ReportNode:
    """One record of a report, computed for the report's year and the earlier years given for it."""

    path: str
    level: str
    level_title: Pair
    id: str
    title: str | None
    title_pair: Pair
    rule: Source | None
    headline: str | None
    now: NodeYear
    earlier: Mapping[int, NodeYear]
    children: tuple[ReportNode, ...]
    printed: tuple[PrintedFigure, ...] = ()
    unit: str | None = None
    note: str | None = None
    place: Place | None = None
    documents: Mapping[str, str] = field(default_factory=dict)
    """For an input of this year: where its datum stands, as the report says."""

    @property
    def years(self) -> tuple[NodeYear, ...]:
        """The report's own year, then the earlier ones, the latest first."""
        return (self.now, *(self.earlier[year] for year in sorted(self.earlier, reverse=True)))

    @property
    def headline_figure(self) -> Figure | None:
        """The headline value of the report's year; a record that only holds others has none."""
        return None if self.headline is None else self.now.figures.get(self.headline)

    def of_year(self, year: int) -> NodeYear | None:
        """Gives the figures of a year, if the year is given for this record."""
        return self.now if year == self.now.year else self.earlier.get(year)

    def figure(self, name: str, year: int | None = None) -> Figure | None:
        """Gives a figure of a year, or an end of a range; of the report's year if none is named."""
        found = self.of_year(self.now.year if year is None else year)
        name, _, end = name.partition(".")
        figure = found.record.figures.get(name) if found else None
        return figure if figure is None or not end else _end_of(figure, end)

    def walk(self) -> Iterator[ReportNode]:
        """Gives this node and all below it, in the order of the report."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))

    def find(self, path: str) -> ReportNode | None:
        """Gives the node with a path: ids from the root joined by `/`, the root itself `.`."""
        return next((node for node in self.walk() if node.path == path), None)


@dataclass(frozen=True, slots=True)
class ReportTree:
    """A computed report, with what was used to compute it."""

    title: str
    organization: str
    year: int
    framework: Source
    rules: tuple[Source, ...]
    root: ReportNode
    diagnostics: tuple[Diagnostic, ...] = ()
    period: Pair | None = None
    """The part of the year that the report is about, for showing."""


def report_diagnostics(tree: ReportTree) -> list[Diagnostic]:
    """Gives what is worth knowing about a report and all its records, each thing once."""
    of_nodes = (diagnostic for node in tree.root.walk() for diagnostic in node_diagnostics(node))
    return list(dict.fromkeys([*tree.diagnostics, *of_nodes]))


def node_diagnostics(node: ReportNode) -> list[Diagnostic]:
    """Gives what is worth knowing about a record in any of its years, each once, at the record's place.

    What is only so in earlier years says which ones.
    """
    found: dict[Diagnostic, tuple[int, ...]] = dict.fromkeys(node.now.diagnostics, ())
    now = set(found)
    for year in sorted(node.earlier):
        for diagnostic in node.earlier[year].diagnostics:
            if diagnostic not in now:
                found[diagnostic] = (*found.get(diagnostic, ()), year)
    return [
        replace(diagnostic, place=diagnostic.place or node.place, years=years)
        for diagnostic, years in found.items()
    ]


def record_diagnostics(records: Iterable[RecordResult]) -> list[Diagnostic]:
    """Gives the diagnostics of records, of their figures, rows and called rules, each once."""
    return list(dict.fromkeys(diagnostic for record in _within(records) for diagnostic in _own(record)))


def _within(records: Iterable[RecordResult]) -> Iterator[RecordResult]:
    """Gives records and all that they are made of, without recursion."""
    agenda = list(records)[::-1]
    seen: set[int] = set()
    while agenda:
        record = agenda.pop()
        if id(record) in seen:
            continue
        seen.add(id(record))
        yield record
        inner = [figure.trace.called for figure in record.all_figures() if figure.trace is not None]
        rows = [row for rows in record.rows.values() for row in rows]
        agenda += reversed([*rows, *(called for called in inner if called is not None)])


def _own(record: RecordResult) -> Iterator[Diagnostic]:
    yield from record.diagnostics
    for figure in record.all_figures():
        yield from figure.diagnostics

"""What is seen of results from outside: light values that know neither plan nor catalogue.

A result keeps how it was computed, and with it the rules. What leaves for other processes, for JSON and for
tables is made here: a figure with its title, unit, value, exact value and status, and the records that hold
figures. They are equal when equal, can be hashed, copied and pickled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal, NamedTuple

from sakip_rules.dataclass import dataclass
from sakip_rules.diagnostics import Diagnostic, NoSuchNameError, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.languages import Language, Pair, say
from sakip_rules.numbers import bits, display_text, fraction_text, shortest_text
from sakip_rules.plans import Source
from sakip_rules.results import (
    ROOT,
    Figure,
    NodeYear,
    Origin,
    ReportNode,
    ReportTree,
    RuleResult,
    node_diagnostics,
    record_diagnostics,
    report_diagnostics,
)
from sakip_rules.values import Absent, Category, Interval, Range, Rows, Value
from sakip_rules.vocabulary import Status

EXACT_BITS: Final = 14_000
"""An exact number with more bits is left out of JSON (language reference 13)."""

Kind = Literal["number", "truth", "choice", "range", "category", "rows", "absent"]
"""What a figure holds."""

Shown = str | tuple[str, str] | None
"""A value as text, the two ends of a range, or nothing."""


class FigureValue(NamedTuple):
    """One figure as it is seen from outside."""

    name: str
    titles: Pair
    """In Indonesian and English."""

    unit: str | None
    shown: Shown
    """The value as text: rounded as the rule says; what is given as it is given; else with two places."""

    kind: Kind
    exact: Fraction | None
    """The exact number before rounding; `None` where it is absent, approximate or no number."""

    category: str | None
    code: str | None
    """The code of the category, if it has one."""

    status: Status
    reason: str | None
    """Why there is no value."""

    origin: Origin

    @property
    def value(self) -> Decimal | bool | str | tuple[Decimal, Decimal] | None:
        """The value as people see it: a number as Decimal with the places that it is shown with.

        A truth is a bool, a choice its code, a range its two ends. `None` is absent, or a category, which is
        in `category`.
        """
        if isinstance(self.shown, tuple):
            low, high = map(_decimal, self.shown)
            return low, high
        if self.shown is None:
            return None
        match self.kind:
            case "number":
                return Decimal(self.shown)
            case "truth":
                return self.shown == "true"
        return self.shown

    def title(self, lang: Language = "id") -> str:
        """The title in a language."""
        return say(self.titles, lang)

    def to_dict(self, lang: Language = "id") -> dict[str, Any]:
        """The figure as JSON sees it."""
        return {
            "title": say(self.titles, lang),
            "unit": self.unit,
            "value": self.json_value,
            "exact": self.json_exact,
            "category": self.category,
            "status": self.status,
            "reason": self.reason,
        }

    @property
    def json_value(self) -> str | dict[str, str] | None:
        """The value as JSON has it: text, or the two ends of a range."""
        if isinstance(self.shown, tuple):
            return {"min": self.shown[0], "max": self.shown[1]}
        return self.shown

    @property
    def json_exact(self) -> str | None:
        """The exact number as `p/q`, unless it is too long."""
        return None if self.exact is None or bits(self.exact) > EXACT_BITS else fraction_text(self.exact)


def _decimal(text: str) -> Decimal:
    """An end of a range; one without an end in decimals to two places."""
    return Decimal(display_text(Fraction(text), None)) if "/" in text else Decimal(text)


def seen_figure(figure: Figure) -> FigureValue:
    """Gives what is seen of a figure."""
    absent, category = figure.absent, figure.in_category
    return FigureValue(
        figure.name,
        figure.title,
        figure.unit,
        _shown(figure),
        _kind_of(figure.value),
        figure.fraction,
        None if category is None else category.label,
        None if category is None else category.code,
        "ok" if absent is None else absent.status,
        None if absent is None else absent.json_reason,
        figure.origin,
    )


_KINDS: Final[dict[type, Kind]] = {
    Fraction: "number",
    Interval: "number",
    bool: "truth",
    str: "choice",
    Range: "range",
    Category: "category",
    Rows: "rows",
    Absent: "absent",
}


def _kind_of(value: Value) -> Kind:
    return _KINDS[type(value)]


def _shown(figure: Figure) -> Shown:
    value: Value = figure.value
    if isinstance(value, Category):
        return None
    return (_end(value.low), _end(value.high)) if isinstance(value, Range) else figure.text


def _end(number: Fraction) -> str:
    return shortest_text(number) or fraction_text(number)


class SeenRule(NamedTuple):
    """What a rule gives, as it is seen from outside."""

    reference: str
    titles: Pair
    result: FigureValue
    figures: tuple[FigureValue, ...]
    """Its inputs and steps, in order."""

    diagnostics: tuple[Diagnostic, ...]


def seen_rule(record: RuleResult) -> SeenRule:
    """Gives what is seen of the result of a rule."""
    return SeenRule(
        record.source.reference,
        record.source.title,
        seen_figure(record.result),
        tuple(map(seen_figure, record.figures.values())),
        tuple(record_diagnostics([record])),
    )


class Figures(dict[str, FigureValue]):
    """Figures by name, in order; `figures[name]` raises `NoSuchNameError`, with the name that was meant."""

    def __missing__(self, name: object) -> FigureValue:
        raise no_figure(name, self)


def no_figure(name: object, known: Iterable[str]) -> NoSuchNameError:
    """Gives the error of a figure that there is not."""
    text = name if isinstance(name, str) else type(name).__name__
    return NoSuchNameError(
        [diagnose("unknown-name.figure", None, name=quoted(text), near=did_you_mean(text, known))]
    )


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One record of a report, as it is seen from outside."""

    path: str
    """The ids that lead to it, joined by `/`; the root is `.`."""

    level: str
    level_titles: Pair
    titles: Pair
    unit: str | None
    """The unit that the record states."""

    rule: str | None
    """The reference of its indicator rule."""

    headline: str | None
    """The name of its headline figure; a record that only holds others has none."""

    year: int
    years: tuple[tuple[int, tuple[FigureValue, ...]], ...]
    """The figures of the report's year, then of earlier ones, the latest first."""

    diagnostics: tuple[Diagnostic, ...]
    children: tuple[ReportRecord, ...]

    @property
    def id(self) -> str:
        """Its id; that of the root is `.`."""
        return self.path.rpartition("/")[2]

    @property
    def figures(self) -> Mapping[str, FigureValue]:
        """The figures of the report's year, by name, in order."""
        return self.of_year(self.year)

    @property
    def result(self) -> FigureValue | None:
        """The headline figure of the report's year."""
        return None if self.headline is None else self.figures.get(self.headline)

    def of_year(self, year: int) -> Mapping[str, FigureValue]:
        """Gives the figures of a year by name; none of a year that is not given for the record."""
        return Figures((figure.name, figure) for figure in dict(self.years).get(year, ()))

    def title(self, lang: Language = "id") -> str:
        """The title in a language; of the root, the organization."""
        return say(self.titles, lang)

    def walk(self) -> Iterator[ReportRecord]:
        """Gives this record and all below it, in the order of the report."""
        stack = [self]
        while stack:
            record = stack.pop()
            yield record
            stack.extend(reversed(record.children))


def seen_records(tree: ReportTree) -> ReportRecord:
    """Gives what is seen of a report's records: the root, with all below it."""
    made: dict[str, ReportRecord] = {}
    for node in reversed(list(tree.root.walk())):  # what stands below is made already
        children = tuple(made[child.path] for child in node.children)
        made[node.path] = seen_record(node, tree.organization, children)
    return made[ROOT]


def seen_record(node: ReportNode, organization: str, children: tuple[ReportRecord, ...] = ()) -> ReportRecord:
    """Gives what is seen of one record of an organization's report, with those below it if they are given."""
    own = organization if node.path == ROOT else node.title
    return ReportRecord(
        node.path,
        node.level,
        node.level_title,
        node.title_pair if own is None else (own, own),
        node.unit,
        node.rule.reference if node.rule is not None else None,
        node.headline,
        node.now.year,
        tuple(map(_year, node.years)),
        tuple(node_diagnostics(node)),
        children,
    )


def _year(year: NodeYear) -> tuple[int, tuple[FigureValue, ...]]:
    return year.year, tuple(map(seen_figure, year.figures.values()))


class UsedRule(NamedTuple):
    """One rule that was used: a line of a receipt."""

    id: str
    version: str
    sha256: str

    @property
    def reference(self) -> str:
        """`owner/name@x.y.z`."""
        return f"{self.id}@{self.version}"


def used_rules(sources: Iterable[Source]) -> tuple[UsedRule, ...]:
    """Gives the rules that sources name, each once, sorted."""
    used = {source.reference: UsedRule(source.id, source.version, source.sha256) for source in sources}
    return tuple(used[reference] for reference in sorted(used))


class SeenReport(NamedTuple):
    """A report as it is seen from outside."""

    title: str
    organization: str
    year: int
    period: Pair | None
    """The part of the year that it is about."""

    rules: tuple[UsedRule, ...]
    root: ReportRecord
    diagnostics: tuple[Diagnostic, ...]


def seen_report(tree: ReportTree) -> SeenReport:
    """Gives what is seen of a report."""
    return SeenReport(
        tree.title,
        tree.organization,
        tree.year,
        tree.period,
        used_rules((tree.framework, *tree.rules)),
        seen_records(tree),
        tuple(report_diagnostics(tree)),
    )

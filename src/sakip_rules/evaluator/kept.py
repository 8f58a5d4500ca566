"""What is kept of a record in a year: what it shows; how it was computed is computed again when asked for.

A report of many years holds half a million figures, of which hardly one is ever explained. Kept are values;
what is alike in many records (names, titles, roundings, scales, categories) is kept once; traces, rows and
called rules are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from operator import is_
from typing import Any, NamedTuple, Protocol, TypeAlias

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.languages import Pair
from sakip_rules.models import Rounding
from sakip_rules.plans import ScalePlan
from sakip_rules.results import Figure, NodeYear, Origin, RecordResult, RuleResult
from sakip_rules.values import Category, Value


class Computing(Protocol):
    """What has computed a record, and can do it once more."""

    def again(self, record: Any, year: int) -> NodeYear:  # noqa: ANN401 - a record as it knows it
        """Gives a record in a year with all that was dropped."""


class Head(NamedTuple):
    """What figures of many records have in common."""

    name: str
    title: Pair
    unit: str | None
    origin: Origin
    rounding: Rounding | None
    scale: ScalePlan | None
    category: Category | None

    def figure(self, value: Value, exact: Value, category: Category | None, own: Own | None = None) -> Figure:
        """Gives a figure without its trace."""
        inside, told, computed = own or (value, (), None)
        return Figure(
            name=self.name,
            title=self.title,
            unit=self.unit,
            origin=self.origin,
            value=value,
            inside=inside,
            exact=exact,
            rounding=self.rounding,
            scale=self.scale,
            category=category,
            diagnostics=told,
            computed=computed,
        )


class Own(NamedTuple):
    """What few figures have: another value inside the record, something to tell, a computed value."""

    inside: Value
    diagnostics: tuple[Diagnostic, ...]
    computed: Figure | None


Heads: TypeAlias = tuple[Head, ...]


class Alike:
    """What is alike in the records of a report, each once."""

    def __init__(self) -> None:
        self._heads: dict[tuple[object, ...], Head] = {}
        self._together: dict[tuple[int, ...], Heads] = {}

    def heads(self, figures: Mapping[str, Figure]) -> Heads:
        """Gives what is alike in the figures of a record, one object for all records where it is the same."""
        heads = [self._head(figure) for figure in figures.values()]
        return self._together.setdefault(tuple(map(id, heads)), tuple(heads))

    def _head(self, figure: Figure) -> Head:
        # Of a title, rounding or scale of a plan there is one object, which stays while a head holds it.
        name, title, unit, origin, *_, rounding, scale, category = figure[:10]
        key = name, id(title), unit, origin, id(rounding), id(scale), category
        head = self._heads.get(key)
        if head is None:
            head = self._heads[key] = Head(name, title, unit, origin, rounding, scale, category)
        return head


class Recomputed(NodeYear):
    """A record in a year of which only what it shows is kept; the rest is computed again when asked for."""

    __slots__ = ("_computing", "_full", "_record")

    def __init__(self, year: int, computing: Computing, record: object) -> None:
        """`computing` gives all of the `record` in the year again."""
        self.year = year
        self._computing = computing
        self._record = record
        self._full: NodeYear | None = None

    @property
    def record(self) -> RecordResult:  # type: ignore[override]  # computed again when it is asked for
        """The record with its rows and traces, computed again when that is first asked for."""
        return self._all.record

    @property
    def indicator(self) -> RuleResult | None:  # type: ignore[override]  # as above
        """What its indicator rule gave; as `record`."""
        return self._all.indicator

    @property
    def _all(self) -> NodeYear:
        if self._full is None:
            self._full = self._computing.again(self._record, self.year)
        return self._full


class KeptYear(Recomputed):
    """A year that the reference computed."""

    __slots__ = ("_exact", "_heads", "_own", "_told", "_values")

    def __init__(self, standing: NodeYear, alike: Alike, computing: Computing, record: object) -> None:
        super().__init__(standing.year, computing, record)
        figures = standing.figures
        values = tuple([figure.value for figure in figures.values()])
        exact = tuple([figure.exact for figure in figures.values()])
        self._heads = alike.heads(figures)
        self._values = values
        self._exact = values if all(map(is_, values, exact)) else exact
        self._own = _own(figures)
        self._told = standing.diagnostics

    @property
    def figures(self) -> Mapping[str, Figure]:
        """The figures by name, in order, without their traces."""
        found: dict[str, Figure] = {}
        for place, head in enumerate(self._heads):
            own = self._own.get(place)
            found[head.name] = head.figure(self._values[place], self._exact[place], head.category, own)
        return found

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is worth knowing about it."""
        return self._told


_NOTHING: Mapping[int, Own] = {}


def _own(figures: Mapping[str, Figure]) -> Mapping[int, Own]:
    """What is not as in most figures, by place."""
    own = {
        place: Own(figure.inside, figure.diagnostics, figure.computed)
        for place, figure in enumerate(figures.values())
        if figure.inside is not figure.value or figure.diagnostics or figure.computed is not None
    }
    return own or _NOTHING


__all__ = ["Alike", "Computing", "Head", "KeptYear", "Recomputed"]

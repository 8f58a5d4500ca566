"""A report, read: its tree of records with typed values for every year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import Diagnostic, Place
from sakip_rules.languages import Pair
from sakip_rules.plans import FrameworkPlan, LevelPlan, RulePlan, Source
from sakip_rules.results import PrintedFigure
from sakip_rules.values import Value

HELD_TYPES: Final = ("polarity", "choice")
"""Inputs of these types hold for all years of a record, unless a year gives its own."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A step as `history` states it, and with how many decimals."""

    value: Value
    places: int


@dataclass(frozen=True, slots=True)
class YearData:
    """What is given for a record in one year: inputs, the data of its indicator rule, stated steps."""

    values: Mapping[str, Value]
    data: Mapping[str, Value] | None = None
    stated: Mapping[str, Stated] = field(default_factory=dict)
    rule: RulePlan | None = None


def held(level: LevelPlan, values: Mapping[str, Value]) -> dict[str, Value]:
    """Gives the values of one year that hold for all years."""
    inputs = level.record.inputs
    return {name: value for name, value in values.items() if inputs[name].type in HELD_TYPES}


@dataclass(frozen=True, slots=True)
class RecordData:
    """One record: who it is, what is given for each year, what was printed, and the records below."""

    path: str
    level: LevelPlan
    id: str
    title: str | None
    note: str | None
    unit: str | None
    rule: RulePlan | None
    years: Mapping[int, YearData]
    documents: Mapping[str, str]
    printed: tuple[PrintedFigure, ...]
    children: tuple[RecordData, ...]
    place: Place | None

    def not_given(self, year: int) -> YearData:
        """Gives a year that only other records give: what holds for all years, as of `year`."""
        return YearData(held(self.level, self.years[year].values))

    def walk(self) -> Iterator[RecordData]:
        """Gives this record and all below it, in the order of the report."""
        stack = [self]
        while stack:
            record = stack.pop()
            yield record
            stack.extend(reversed(record.children))

    def find(self, path: str) -> RecordData | None:
        """Gives the record with a path."""
        return next((record for record in self.walk() if record.path == path), None)


@dataclass(frozen=True, slots=True)
class ReportData:
    """A report without errors, ready to be computed."""

    title: str
    organization: str
    year: int
    framework: FrameworkPlan
    sources: tuple[Source, ...]
    root: RecordData
    warnings: tuple[Diagnostic, ...] = ()
    period: Pair | None = None
    written: Mapping[str, object] = field(default_factory=dict, compare=False)
    """What it was read from, as plain data: whoever reads that again gets the same report."""

    @property
    def years(self) -> tuple[int, ...]:
        """Every year that occurs anywhere, oldest first."""
        found = {year for record in self.root.walk() for year in record.years}
        return tuple(sorted(found))

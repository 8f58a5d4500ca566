"""A computed report, to look things up in: figures, carried values, and everything printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple

from sakip_rules.audit.digits import PrintedNumber, mode_of, read_printed
from sakip_rules.numbers import Interval, Number
from sakip_rules.plans import InputPlan, RulePlan, StepPlan
from sakip_rules.reader import ReportData
from sakip_rules.reader.records import RecordData
from sakip_rules.results import Figure, PrintedFigure, ReportNode, ReportTree
from sakip_rules.values import Range, Value


class Key(NamedTuple):
    """Which figure: the record's path, the figure's name, the year."""

    path: str
    figure: str
    year: int

    def seen_from(self, other: Key) -> str:
        """Gives the name by which a cause of `other` mentions this figure."""
        name = self.figure if self.path == other.path else f"{self.path}:{self.figure}"
        return name if self.year == other.year else f"{name}@{self.year}"


class Print(NamedTuple):
    """One number printed for a figure, and where."""

    number: PrintedNumber
    where: str | None


LOOKS: Final = 300_000
"""How many figures the search for causes of one report may look at."""


Versions = Callable[[str], tuple[RulePlan, ...]]
"""Gives all versions of a rule, each linked for a day on which it is in force."""


def no_versions(_: str) -> tuple[RulePlan, ...]:
    """Gives none: a report is audited without the catalogue that its rules came from."""
    return ()


@dataclass(slots=True)
class Book:
    """A report and its results; everything is found by path, figure and year.

    `looks` is what is left of the looks for causes. It bounds the time that a report may take, however
    many of its figures are wrong: counted, never timed.
    """

    report: ReportData
    tree: ReportTree
    nodes: dict[str, ReportNode] = field(init=False)
    records: dict[str, RecordData] = field(init=False)
    parents: dict[str, str] = field(init=False)
    of_rule: dict[tuple[str, str], list[str]] = field(init=False)
    """The paths of the records of a level that name an indicator rule."""

    prints: dict[Key, list[Print]] = field(init=False)
    versions: Versions = no_versions
    looks: int = LOOKS

    def __post_init__(self) -> None:
        self.nodes = {node.path: node for node in self.tree.root.walk()}
        self.records = {record.path: record for record in self.report.root.walk()}
        self.parents = {child.path: node.path for node in self.nodes.values() for child in node.children}
        self.of_rule = {}
        for path, record in self.records.items():
            if record.rule is not None:
                self.of_rule.setdefault((record.level.name, record.rule.source.id), []).append(path)
        self.prints = {}
        for path in self.nodes:
            self._keep_prints(path)

    def _keep_prints(self, path: str) -> None:
        node = self.nodes[path]
        for printed in node.printed:
            number = self.read(printed, node.figure(printed.printed.figure, printed.year))
            if number is not None:
                key = Key(path, printed.printed.figure, printed.year)
                self.prints.setdefault(key, []).append(Print(number, printed.printed.where))

    def read(self, printed: PrintedFigure, figure: Figure | None) -> PrintedNumber | None:
        """Gives the number that is printed for a figure: of two readings the one that it gives."""
        rounding = None if figure is None else figure.rounding
        exact = None if figure is None else number_of(figure.exact)
        return read_printed(printed.printed.text, printed.unit, exact, mode_of(rounding))

    def declared(self, path: str, name: str) -> InputPlan | StepPlan | None:
        """Gives the plan of an input or step of a record."""
        record = self.records[path].level.record
        found = record.inputs.get(name)
        return found or next((step for step in record.steps if step.name == name), None)

    def look(self, figures: int) -> bool:
        """Spends looks; says whether there were enough left."""
        self.looks -= figures
        return self.looks >= 0

    def figure(self, key: Key) -> Figure | None:
        """Gives a figure, if its record has it in that year; that is one look."""
        self.looks -= 1
        node = self.nodes.get(key.path)
        return node.figure(key.figure, key.year) if node is not None else None

    def carried(self, key: Key) -> Value | None:
        """Gives what other formulas see of a figure."""
        figure = self.figure(key)
        return None if figure is None else figure.value

    def number(self, key: Key) -> Fraction | None:
        """Gives the carried value of a figure if it is an exact number."""
        value = self.carried(key)
        return value if isinstance(value, Fraction) else None

    def years(self, path: str) -> list[int]:
        """Gives the years of a record, oldest first."""
        node = self.nodes[path]
        return [*sorted(node.earlier), node.now.year]

    def below(self, path: str) -> Iterator[ReportNode]:
        """Gives all records below one, in the order of the report."""
        nodes = self.nodes[path].walk()
        next(nodes)  # the record itself
        yield from nodes


def exact_number(figure: Figure | None) -> Number | None:
    """Gives a figure before its rounding; `None` where it is absent, or no number."""
    return None if figure is None or figure.absent is not None else number_of(figure.exact)


def number_of(value: Value) -> Number | None:
    """Gives a value as a number; a range is one where its ends are equal."""
    if isinstance(value, Range) and value.low == value.high:
        return value.low
    return value if isinstance(value, Fraction | Interval) else None

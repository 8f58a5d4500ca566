"""Where a record stands that is explained: its rows, its caller, what its inputs are bound to."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip_rules.dataclass import dataclass
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.tree import HISTORY, YEAR
from sakip_rules.plans import calls_of
from sakip_rules.results import RuleResult, Trace
from sakip_rules.values import Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.expression import Formula
    from sakip_rules.plans import Source
    from sakip_rules.results import Figure, RecordResult, ReportNode
    from sakip_rules.values import Value


@dataclass(frozen=True, slots=True)
class Spot:
    """A record that is explained, and where it stands.

    In a report it has a node, a year, and the framework whose formulas it follows.
    A called rule has the record that calls it, and the step there that it gives.
    """

    record: RecordResult
    node: ReportNode | None = None
    year: int | None = None
    framework: Source | None = None
    caller: Spot | None = None
    step: Figure | None = None

    def figure(self, name: str) -> Figure | None:
        """Gives a figure of the record; `result` is the rule's result."""
        if name == "result" and self.result is not None:
            return self.result
        return self.record.figures.get(name)

    @property
    def result(self) -> Figure | None:
        """The result, where the record is that of a rule."""
        return self.record.result if isinstance(self.record, RuleResult) else None

    @property
    def source(self) -> Source | None:
        """The rule or framework in whose file the record's formulas stand; of a row it is not asked."""
        return self.record.source if isinstance(self.record, RuleResult) else self.framework

    def below(self, name: str) -> list[Spot]:
        """Gives the rows of a collection, or in a report the records of a level below."""
        if name in self.record.rows:
            return [Spot(row) for row in self.record.rows[name]]
        if self.node is None or self.year is None:
            return []
        if name == HISTORY:
            years = [given for given in reversed(self.node.years) if given.year <= self.year]
            return [Spot(given.record, self.node, given.year) for given in years]
        below = [(child, child.of_year(self.year)) for child in self.node.children if child.level == name]
        return [Spot(given.record, child, self.year) for child, given in below if given is not None]

    def along(self, path: Iterable[str]) -> list[Spot]:
        """Gives the rows of a collection path, in order."""
        spots = [self]
        for name in path:
            spots = [row for above in spots for row in above.below(name)]
        return spots

    def parts(self, trace: Trace) -> Parts:
        """Gives the values of the parts of a formula of this record, as the record saw them."""
        names = dict(trace.seen.names)
        if self.node is not None:
            names[HISTORY] = Rows(tuple(row.as_row() for row in self.below(HISTORY)))
        return Parts(names, calls_of(trace.seen.aliases))

    def as_row(self) -> Row:
        """Gives the record of a year as a row of the history."""
        values: dict[str, Value] = {name: figure.value for name, figure in self.record.figures.items()}
        return Row(str(self.year), {**values, YEAR: Fraction(self.year or 0)})

    def called_by(self, figure: Figure) -> Spot | None:
        """Gives the record of the rule that gives a figure of this record, if one does."""
        called = figure.trace.called if figure.trace is not None else None
        return Spot(called, caller=self, step=figure) if called is not None else None

    def bound_to(self, figure: Figure) -> str | Trace | None:
        """Gives what an input is bound to in the calling record: a name there, or how it is computed."""
        trace = self.step.trace if self.step is not None else None
        return trace.bound.get(figure.name) if trace is not None else None

    def made_by(self, figure: Figure) -> tuple[Trace | None, Spot]:
        """Gives how a figure was computed, and the record whose names its formula has."""
        called = self.called_by(figure)
        if called is not None and called.result is not None:
            return called.result.trace, called
        bound = self.bound_to(figure)
        if isinstance(bound, Trace) and self.caller is not None:
            return bound, self.caller
        return figure.trace, self

    def read_by(self, figure: Figure) -> list[tuple[str, Spot]]:
        """Gives the names that a figure was made from, each with the record whose it is."""
        bound = self.bound_to(figure)
        if isinstance(bound, str) and self.caller is not None:
            return [(bound, self.caller)]
        trace, where = self.made_by(figure)
        # The condition of a case that called a rule is of this record, what the rule read of that one.
        chosen = [] if where is self else names_read(figure.trace)
        return [*((name, self) for name in chosen), *((name, where) for name in names_read(trace))]


def formulas_of(trace: Trace | None) -> list[Formula]:
    """Gives the formulas that made a figure: that of its value, then the conditions that were looked at."""
    told = [] if trace is None else [trace.formula, trace.when, *trace.passed]
    return [formula for formula in told if formula is not None]


def names_read(trace: Trace | None) -> list[str]:
    """Gives the names that a figure was computed from: those of its formula, then those of conditions."""
    return list(dict.fromkeys(name for formula in formulas_of(trace) for name in formula.reads.heads))

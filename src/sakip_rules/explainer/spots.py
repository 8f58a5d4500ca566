"""Where a record stands that is explained: its rows, its caller, what its inputs are bound to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.results import RowResult, RuleResult, Trace

if TYPE_CHECKING:
    from sakip_rules.plans import Source
    from sakip_rules.results import Figure, RecordResult, ReportNode


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
        below = [(child, child.of_year(self.year)) for child in self.node.children if child.level == name]
        return [Spot(given.record, child, self.year) for child, given in below if given is not None]

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

    @property
    def label(self) -> str:
        """What a row is called: its id, else nothing."""
        if self.node is not None:
            return clean(self.node.id)
        return clean(self.record.id or "") if isinstance(self.record, RowResult) else ""


def names_read(trace: Trace | None) -> list[str]:
    """Gives the names that a figure was computed from: of its case's condition, then of its formula."""
    formulas = [] if trace is None else [trace.when, trace.formula]
    return list(
        dict.fromkeys(name for formula in formulas if formula is not None for name in formula.reads.heads)
    )

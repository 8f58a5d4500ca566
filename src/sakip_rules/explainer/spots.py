"""Where a record stands that is explained: its rows, its caller, the file of its formulas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.sources import case_of, step_of
from sakip_rules.expression import parse
from sakip_rules.results import RowResult, RuleResult

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.explainer.sources import Rules
    from sakip_rules.models import AnyRule
    from sakip_rules.results import Figure, Node, RecordResult


@dataclass(frozen=True, slots=True)
class Spot:
    """A record that is explained, and where it stands.

    In a report it has a node and a year; a called rule has the record that calls it, and what its inputs
    are bound to there. `rule` is the file that the record's formulas stand in, if it is known.
    """

    record: RecordResult
    node: Node | None = None
    year: int | None = None
    rule: AnyRule | None = None
    caller: Spot | None = None
    bound: Mapping[str, str] = field(default_factory=dict)

    def figure(self, name: str) -> Figure | None:
        """Gives a figure of the record; `result` is the rule's result."""
        if name == "result" and self.result is not None:
            return self.result
        return self.record.figures.get(name)

    @property
    def result(self) -> Figure | None:
        """The result, where the record is that of a rule."""
        return self.record.result if isinstance(self.record, RuleResult) else None

    def below(self, name: str) -> list[Spot]:
        """Gives the rows of a collection, or in a report the records of a level below."""
        if name in self.record.rows:
            return [Spot(row) for row in self.record.rows[name]]
        if self.node is None or self.year is None:
            return []
        below = [(child, child.of_year(self.year)) for child in self.node.children if child.level == name]
        return [Spot(found.record, child, self.year) for child, found in below if found is not None]

    def called_by(self, figure: Figure, rules: Rules) -> Spot | None:
        """Gives the record of the rule that gives a figure of this record, if one does."""
        called = figure.trace.called if figure.trace is not None else None
        if called is None:
            return None
        rule = rules.get(called.source.reference)
        if figure.origin == "rule":
            return Spot(called, rule=rule)
        step = step_of(self.rule, self.node.level if self.node is not None else None, figure.name)
        bound = {
            name: text
            for name, text in (step.with_ if step is not None else {}).items()
            if isinstance(text, str)
        }
        return Spot(called, rule=rule, caller=self, bound=bound)

    def condition(self, figure: Figure) -> str | None:
        """Gives the condition of the case that applied to a figure, if its file is known."""
        if figure.trace is None or figure.trace.case is None:
            return None
        level = self.node.level if self.node is not None else None
        case = case_of(self.rule, level, figure.name, figure.trace.case)
        return case.when if case is not None else None

    def bound_to(self, name: str) -> str | None:
        """Gives the formula text or name in the calling record that an input is bound to."""
        return None if self.caller is None or name not in self.record.figures else self.bound.get(name, name)

    @property
    def label(self) -> str:
        """What a row is called: its id, else nothing."""
        if self.node is not None:
            return clean(self.node.id)
        return clean(self.record.id or "") if isinstance(self.record, RowResult) else ""


def names_read(figure: Figure, spot: Spot) -> list[str]:
    """Gives the names that a figure was computed from: of its case's condition, then of its formula."""
    formula = figure.trace.formula if figure.trace is not None else None
    when = spot.condition(figure)
    names = parse(when).reads.heads if when is not None else ()
    return list(dict.fromkeys([*names, *(formula.reads.heads if formula is not None else ())]))

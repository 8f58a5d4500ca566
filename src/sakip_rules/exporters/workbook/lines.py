"""A computed record as a line of a sheet: places of figures, where inputs come from, what formulas see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final, NamedTuple, TypeAlias

from sakip_rules.exporters.workbook.grid import BookSheet, CellPlace
from sakip_rules.expression import Context, ExactEvaluator
from sakip_rules.expression.tree import LAST_YEAR, YEAR, Node
from sakip_rules.models import Rounding
from sakip_rules.plans import CallPlan, Computation, RecordPlan, RowsPlan, RulePlan, StepPlan, calls_of
from sakip_rules.results import Figure, RecordResult, RuleResult
from sakip_rules.values import Row, Rows, Value

RESULT: Final = "result"
UPRIGHT: Final = 4
"""The column of the sheet of data in which values stand."""
UPRIGHT_YEAR: Final = 2


class Given(NamedTuple):
    """An input that the workbook holds: its reader may change it."""

    value: Value | None


class Bound(NamedTuple):
    """An input of a called rule: what the caller binds it to."""

    caller: SheetLine
    binding: Computation | str


class Mirrored(NamedTuple):
    """A field of a row that is passed on whole: the same field of the row it comes from."""

    row: SheetLine
    name: str


class Reported(NamedTuple):
    """The realised figure that the indicator rule of a record gives."""

    rule: SheetLine


class OfOwner(NamedTuple):
    """A cell of a row that the rule itself writes: how it is computed, from its owner."""

    owner: SheetLine
    how: Computation


Origin: TypeAlias = Given | Bound | Mirrored | Reported | OfOwner | None
"""Where an input comes from; nothing where the rule's default stands in its place."""


@dataclass(slots=True, eq=False)
class SheetLine:
    """A record of a report in one year, a row of a collection, or a rule with its inputs.

    `result` is the last step of a rule; `shields` are the figures that a failed check takes from the outside.
    """

    plan: RecordPlan
    record: RecordResult
    sheet: BookSheet
    title: str
    origins: Mapping[str, Origin] = field(default_factory=dict)
    result: StepPlan | None = None
    year: int | None = None
    path: str = ""
    unit: str | None = None
    rounding: Rounding | None = None
    shields: tuple[str, ...] = ()
    id: str | None = None
    rows: dict[str, list[SheetLine] | None] = field(default_factory=dict)
    """The rows of its collections; nothing where a collection is absent."""
    given_rows: dict[str, Value] = field(default_factory=dict)
    calls: dict[CallPlan, SheetLine] = field(default_factory=dict)
    before: SheetLine | None = None
    indicator: SheetLine | None = None
    at: int = 0
    """Its row, or the first one of its block."""
    offsets: dict[str, int] = field(default_factory=dict)
    """The column of each of its cells; of upright ones the row within their block."""
    upright: bool = False
    """Whether its figures stand one below another, in the sheet of data."""
    history_year: int | None = None
    """Of a row of `riwayat`: its year."""
    shown_year: int | None = None
    """The year that a reader is told; a rule computes for none."""
    is_given: bool = True
    """Whether the report gives this year for the record; else it stands here because others have it."""
    documents: Mapping[str, str] = field(default_factory=dict)
    rule: RulePlan | None = None
    """Of an indicator rule with its data: the rule."""
    _names: dict[str, Value] | None = None
    _row: Row | None = None

    @property
    def steps(self) -> tuple[StepPlan, ...]:
        """Its steps that hold one value each, the result last."""
        steps = tuple(step for step in self.plan.steps if not isinstance(step.how, RowsPlan))
        return steps if self.result is None else (*steps, self.result)

    def figure(self, key: str) -> Figure | None:
        """Gives the figure of a step or an input."""
        if key == RESULT and isinstance(self.record, RuleResult):
            return self.record.result
        return self.record.figures.get(key)

    def place(self, key: str) -> CellPlace:
        """Gives the cell of a figure, of an end of a range, or of what belongs to a figure."""
        if self.upright and key == YEAR:
            return CellPlace(self.sheet, self.at, UPRIGHT_YEAR)
        where = self.offsets[key]
        return (
            CellPlace(self.sheet, self.at + where, UPRIGHT)
            if self.upright
            else CellPlace(self.sheet, self.at, where)
        )

    def helper_place(self, key: str) -> CellPlace:
        """Gives the cell of a helper: behind all columns, or beside the upright figures of its block."""
        number = self.sheet.helper(key)
        return CellPlace(self.sheet, self.at, self.sheet.width + number)

    @property
    def names(self) -> dict[str, Value]:
        """What its formulas see."""
        if self._names is None:
            self._names = self._seen()
        return self._names

    def _seen(self) -> dict[str, Value]:
        year = self.year or self.history_year
        names: dict[str, Value] = {} if year is None else {YEAR: Fraction(year)}
        for name, rows in self.rows.items():
            names[name] = self.given_rows[name] if rows is None else Rows(tuple(row.as_row for row in rows))
        names |= {figure.name: figure.inside for figure in self.record.figures.values()}
        if isinstance(self.record, RuleResult):
            names[RESULT] = self.record.result.inside
        if self.before is not None:
            names[LAST_YEAR] = Rows((self.before.as_row,))
        return names

    @property
    def as_row(self) -> Row:
        """What others see of it."""
        if self._row is None:
            outward = {name: figure.value for name, figure in self.record.figures.items()}
            self._row = Row(self.id, {**self.names, **outward})
        return self._row

    def value(self, node: Node, row: SheetLine | None = None, path: tuple[str, ...] = ()) -> Value:
        """Gives what a part of a formula comes to now, in an aggregate for one of its rows."""
        evaluator = ExactEvaluator(Context(self.names, calls_of(self.plan.aliases)))
        return evaluator.part(node, None if row is None else row.as_row, path)

    def flattened(self, path: tuple[str, ...]) -> list[SheetLine] | None:
        """Gives the rows of a collection path; nothing where one of the collections is absent."""
        found: list[SheetLine] = [self]
        for part in path:
            below = [line.rows.get(part) for line in found]
            if any(rows is None for rows in below):
                return None
            found = [row for rows in below for row in rows or ()]
        return found

    def rounding_of(self, step: StepPlan) -> Rounding | None:
        """Gives the rounding that holds for a step: its own, else the framework's."""
        return step.rounding or self.rounding

"""Steps whose figures are shown: with the exact value and the category, and nothing left to tell.

A record of a report shows all its steps. What is worth telling of one, a warning of a scale or a displayed
value of another category, the reference tells: so the function then declines.
"""

from __future__ import annotations

import ast
from typing import Any, Final, NamedTuple

from sakip_rules.compiled.code import Part, expression
from sakip_rules.compiled.door import Door
from sakip_rules.compiled.intake import TypedIntake
from sakip_rules.compiled.known import Held, Known, Listed, Names
from sakip_rules.compiled.running import DECLINE
from sakip_rules.evaluator.kept import Head
from sakip_rules.models import Rounding
from sakip_rules.numbers import round_pair
from sakip_rules.plans import (
    CallPlan,
    InputPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
    band_at,
    band_of,
)
from sakip_rules.results import SHOWN, Origin
from sakip_rules.values import Absent, Category

PARTS: Final = 6
"""So many tell a figure: exact value (two), inherited category, head; absent value, own category."""


class FigureNote(NamedTuple):
    """A figure while it is written: the variable of its first four parts, and its head if that is known."""

    declared: StepPlan | InputPlan
    parts: str
    head: str | None = None

    def told(self, value: Held, own: str | None) -> list[Part]:
        """Gives the parts of the figure, as `PARTS` names them."""
        return [ast.Starred(ast.Name(self.parts, ast.Load()), ast.Load()), value.x, own]


class FigureWriter(Door):
    """Writes records whose figures are shown, of a framework with a rounding."""

    def __init__(self, rounding: Rounding | None) -> None:
        super().__init__(TypedIntake())
        self.rounding = rounding
        self.held = self.counter(0)
        """The figures of rows so far."""

        self.noted: FigureNote | None = None

    def step(self, step: StepPlan, names: Names) -> Known:
        """Gives what formulas see of a step."""
        if isinstance(step.how, RowsPlan):
            return super().step(step, names)
        return self.figure(step, names)[1]

    def figure(self, step: StepPlan, names: Names) -> tuple[list[Part], Held]:
        """Gives the parts of the figure of a step that is no collection, and what formulas see of it."""
        head = head_of(step, step.unit, step.rounding or self.rounding, step.scale)
        parts, begun = self.fresh(), self.constant((0, 1, None, head))
        self.put("parts = begun", parts=parts, begun=begun)
        noted = FigureNote(step, parts, self.constant(head))
        outer, self.noted = self.noted, noted
        value = super().step(step, names)
        self.noted = outer
        assert isinstance(value, Held)  # noqa: S101 - rows are made above
        own = None if step.scale is None else self.graded(expression("parts[3]", parts=parts), value)
        return noted.told(value, own), value

    def cost(self, each: int, rows: str) -> None:
        """Counts what rows cost: to take them from other records costs the reference nothing."""
        if self.intake.is_told:
            super().cost(each, rows)

    def gathered(self, each: RecordPlan, *how: Any) -> Listed:  # noqa: ANN401 - as the method that it adds to
        """Gives rows that are computed one by one: their figures count, their rounding is their own."""
        if self.intake.is_told:  # those of other records they have counted
            self.put("held += len(read) * each", held=self.held, read=how[2], each=each.figures)
        rounding, self.rounding = self.rounding, None
        rows = super().gathered(each, *how)
        self.rounding = rounding
        return rows

    def computed(self, exact: Held, rounding: Rounding | None) -> Held:
        """Gives what a formula gave as others see it, and notes it where it is that of a figure."""
        if self.noted is not None:
            self._note(self.noted, exact, self.noted.head, None)
        return super().computed(exact, rounding)

    def call(self, how: CallPlan, names: Names) -> tuple[Held, Held]:
        """Gives what `rule` does: what is computed within it is no part of the figure."""
        noted, self.noted = self.noted, None
        given = super().call(how, names)
        self.noted = noted
        return given

    def returned(self, rule: RulePlan, exact: Held, result: Held, rounding: Rounding | None) -> Held:
        """Gives what a called rule gave as a figure has it, and notes it with its category."""
        theirs, noted = rule.result, self.noted
        category = None
        if theirs.scale is not None:
            head = self.constant(head_of(theirs, theirs.unit, theirs.rounding, theirs.scale))
            category = self.graded(head, result)
        if noted is not None:
            declared = noted.declared
            own = declared.scale if isinstance(declared, StepPlan) else None
            unit, scale = declared.unit or theirs.unit, own or theirs.scale
            head = self.constant(head_of(declared, unit, theirs.rounding or rounding, scale))
            if category is not None and own is None and theirs.rounding is None:
                parts = {"head": head, "n": exact.n, "d": exact.d, "x": result.x, "category": category}
                self.put("hold_to(category, head, n, d, x)", **parts)
            self._note(noted, exact, head, None if own else category)
        return super().returned(rule, exact, result, rounding)

    def graded(self, head: Part, value: Held) -> str:
        """Gives the category of a carried value by the scale of a head."""
        parts: dict[str, Part] = {"head": head, "n": value.n, "d": value.d, "x": value.x}
        return str(self.let("graded(head, n, d, x)", **parts))

    def _note(self, noted: FigureNote, exact: Held, head: Part, category: Part) -> None:
        parts: dict[str, Part] = {"n": exact.n, "d": exact.d, "category": category, "head": head}
        self.put("parts = (n, d, category, head)", parts=noted.parts, **parts)


def head_of(
    declared: StepPlan | InputPlan, unit: str | None, rounding: Rounding | None, scale: ScalePlan | None
) -> Head:
    """Gives what figures of a declared value have in common."""
    origin: Origin = "computed" if isinstance(declared, StepPlan) else "rule"
    return Head(declared.name, declared.title, unit, origin, rounding, scale, None)


def graded(head: Head, n: int, d: int, absent: Absent | None) -> Category | None:
    """Gives the category of a carried value; declines where a scale, or its display, is worth telling."""
    scale = head.scale
    assert scale is not None  # noqa: S101 - asked when it was written
    if absent is not None:
        found = band_of(scale, absent)
        return found if isinstance(found, Category) else None
    found = band_at(scale, n, d)
    if not isinstance(found, Category):
        raise DECLINE
    if head.rounding is None or head.rounding.carry == "exact":
        hold_to(found, head, n, d, None)
    return found


def hold_to(category: Category | None, head: Head, n: int, d: int, absent: Absent | None) -> None:
    """Declines where the displayed value is in another category."""
    if absent is not None or category is None or head.scale is None:
        return
    rounding = head.rounding or SHOWN
    if band_at(head.scale, *round_pair(n, d, rounding.places, rounding.mode)) != category:
        raise DECLINE


FigureWriter.helpers = Door.helpers | {"graded": graded, "hold_to": hold_to}

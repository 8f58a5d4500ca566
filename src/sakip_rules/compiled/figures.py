"""Steps whose figures are shown: with the exact value and the category, and nothing left to tell.

A record of a report shows all its steps. What is worth telling of one, a warning of a scale or a displayed
value of another category, the reference tells: so the function then declines.
"""

from __future__ import annotations

from typing import Any, Final

from sakip_rules.compiled.code import Atom
from sakip_rules.compiled.door import Door
from sakip_rules.compiled.intake import TypedIntake
from sakip_rules.compiled.known import Held, Known, Listed, Names
from sakip_rules.compiled.running import DECLINE
from sakip_rules.dataclass import dataclass
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

PARTS: Final = 5
"""So many parts tell a figure: numerator and denominator of the exact value, absent value, category, head."""


@dataclass(slots=True)
class FigureNote:
    """A figure while it is written: where its parts stand.

    `varies` says that they differ from case to case, so that every case assigns them.
    """

    declared: StepPlan | InputPlan
    varies: bool
    n: Atom = 0
    d: Atom = 1
    category: str | None = None
    head: str = ""


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

    def figure(self, step: StepPlan, names: Names) -> tuple[FigureNote, Held]:
        """Gives the figure of a step that is no collection, and what formulas see of it."""
        outer, self.noted = self.noted, self.begun(step, varies=isinstance(step.how, tuple))
        value = super().step(step, names)
        noted, self.noted = self.noted, outer
        assert isinstance(value, Held)  # noqa: S101 - rows are made above
        if step.scale is not None:
            noted.category = self.graded(noted.head, value)
        return noted, value

    def gathered(self, each: RecordPlan, *how: Any) -> Listed:  # noqa: ANN401 - as the method that it adds to
        """Gives rows that are computed one by one: their figures count, their rounding is their own."""
        self.put("held += len(read) * each", held=self.held, read=how[2], each=each.figures)
        rounding, self.rounding = self.rounding, None
        rows = super().gathered(each, *how)
        self.rounding = rounding
        return rows

    def begun(self, declared: StepPlan | InputPlan, *, varies: bool) -> FigureNote:
        """Gives a figure of which nothing is written yet."""
        noted = FigureNote(declared, varies)
        if isinstance(declared, StepPlan):
            rounding = declared.rounding or self.rounding
            head = head_of(declared, declared.unit, rounding, declared.scale)
            noted.head = self.constant(head)
        if varies:
            head_then, noted.head = noted.head, self.fresh()
            noted.n, noted.d, noted.category = self.fresh(), self.fresh(), self.fresh()
            parts = {"head": noted.head, "n": noted.n, "d": noted.d, "category": noted.category}
            self.put("head = then\nn = 0\nd = 1\ncategory = None", then=head_then, **parts)
        return noted

    def computed(self, exact: Held, rounding: Rounding | None) -> Held:
        """Gives what a formula gave as others see it, and notes it where it is that of a figure."""
        if self.noted is not None:
            self._note(self.noted, exact)
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
            self._note(noted, exact, head, category)
        return super().returned(rule, exact, result, rounding)

    def graded(self, head: str, value: Held) -> str:
        """Gives the category of a carried value by the scale of a head."""
        parts = {"head": head, "n": value.n, "d": value.d, "x": value.x}
        return str(self.let("graded(head, n, d, x)", **parts))

    def _note(
        self, noted: FigureNote, exact: Held, head: str | None = None, category: str | None = None
    ) -> None:
        if noted.varies:
            parts = {"n": noted.n, "d": noted.d, "category": noted.category, "head": noted.head}
            self.put("n = m\nd = e", m=exact.n, e=exact.d, n=noted.n, d=noted.d)
            if head is not None:
                self.put("head = k\ncategory = c", k=head, c=category, **parts)
            return
        noted.n, noted.d, noted.category = exact.n, exact.d, category
        noted.head = head or noted.head


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

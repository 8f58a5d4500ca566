"""What stands in each cell: the formula of a figure with its value, or the value alone with the cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from sakip_rules.exporters.workbook.absence import Absence, any_of
from sakip_rules.exporters.workbook.arithmetic import Finish
from sakip_rules.exporters.workbook.bands import category_formula, label_of
from sakip_rules.exporters.workbook.grid import BookSheet, CellPlace
from sakip_rules.exporters.workbook.limits import checked
from sakip_rules.exporters.workbook.lines import (
    RESULT,
    Bound,
    Given,
    Mirrored,
    OfOwner,
    Origin,
    Reported,
    SheetLine,
)
from sakip_rules.exporters.workbook.names import Field, code_text, field_of, find, outward
from sakip_rules.exporters.workbook.refusals import Cause, NotAFormulaError
from sakip_rules.exporters.workbook.rounding import rounded
from sakip_rules.exporters.workbook.translating import Helpers, Translator, as_it_is
from sakip_rules.expression import Formula
from sakip_rules.expression.tree import Name
from sakip_rules.plans import CallPlan, Computation, InputPlan, StepPlan
from sakip_rules.results import Figure
from sakip_rules.values import Absent, Range, Value, is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.workbook.building import LineGroup
    from sakip_rules.models import Rounding

Role = Literal["given", "fixed", "computed", "value", "helper"]
"""What a cell is to its reader: an input, one that is not to be changed, a formula, a value in its place."""


class Content(NamedTuple):
    """What stands in a cell."""

    value: Value | str | None
    """What it comes to now; nothing for an empty cell."""
    role: Role
    formula: str | None = None
    figure: Figure | None = None
    cause: Cause | None = None


def category_key(name: str) -> str:
    """Gives the key of the category of a figure."""
    return f"{name}#"


@dataclass(slots=True)
class CellWriter:
    """Says what stands in the cells of lines."""

    absence: Absence
    cells: dict[CellPlace, Content] = field(default_factory=dict)
    helpers: Helpers = field(default_factory=dict)

    def groups(self, groups: list[LineGroup]) -> None:
        """Writes all lines."""
        for group in groups:
            for line in group.lines:
                self.line(line)

    def line(self, line: SheetLine) -> None:
        """Writes a line: its inputs, then its steps."""
        for declared in line.plan.inputs.values():
            if declared.each is None:
                for key, figure in _cells_of(line, declared):
                    self.input(line, declared, key, figure)
                self.category(line, declared.name)
        for step in line.steps:
            self.step(line, step)
            self.category(line, step.name)
        for name in line.shields:
            self.shield(line, name)

    def translator(self, line: SheetLine, sheet: BookSheet | None = None) -> Translator:
        """Gives the translator of a line's formulas, for its own sheet or another."""
        return Translator(line, sheet or line.sheet, self.absence, self.helpers)

    # one cell

    def put(
        self, line: SheetLine, key: str, figure: Figure | None, value: Value | str, make: Callable[[], str]
    ) -> None:
        """Writes a formula with its value; where there can be none, the value with the cause."""
        try:
            formula = checked(make(), value)
            content = Content(value, "computed", formula, figure)
        except NotAFormulaError as refused:
            content = Content(value, "value", None, figure, refused.cause)
        self.cells[line.place(key)] = content

    def input(self, line: SheetLine, declared: InputPlan, key: str, figure: Figure) -> None:
        """Writes an input, or an end of a range."""
        origin = line.origins.get(declared.name)
        if isinstance(origin, Given) or origin is None:
            role: Role = "fixed" if origin is None else "given"
            self.cells[line.place(key)] = Content(figure.value, role, None, figure)
            return
        end = key.rpartition(".")[2] if "." in key else ""
        self.put(line, key, figure, figure.value, lambda: self.taken(line, origin, figure, end))

    def taken(self, line: SheetLine, origin: Origin, figure: Figure, end: str) -> str:
        """Gives the formula of an input that comes from elsewhere in the workbook."""
        finish = _finish(figure)
        match origin:
            case Reported(rule):
                return self.called(line, rule, finish)
            case Mirrored(row, name):
                return self.other(line, field_of(row, _with_end(name, end), outside=True))
            case Bound(caller, str(bound)):
                found = _bound_name(caller, bound)
                if found is None:
                    raise NotAFormulaError("type")
                if isinstance(found, Field) and found.is_range and end:
                    found = found._replace(key=f"{found.key}.{end}", kind="number")
                return (
                    f'"{code_text(found, self.absence.lang)}"'
                    if isinstance(found, str)
                    else self.other(line, found)
                )
            case Bound(caller, computation) if not isinstance(computation, str):
                return self.computed(caller, computation, as_it_is, line.sheet)
        raise NotAFormulaError("type")

    def other(self, line: SheetLine, found: Field) -> str:
        """Gives the formula that takes over a field of another line."""
        return self.absence.itself(self.translator(line).leaf(found))

    def step(self, line: SheetLine, step: StepPlan) -> None:
        """Writes a step; one that the report states is an input."""
        figure = line.figure(step.name)
        if figure is None:
            return
        origin = line.origins.get(step.name)
        if figure.origin == "stated" and origin is None:
            self.cells[line.place(step.name)] = Content(figure.value, "given", None, figure)
            return
        finish = _finish(figure)
        if isinstance(origin, OfOwner):
            how, owner = origin.how, origin.owner
            make = lambda: self.computed(owner, how, as_it_is, line.sheet)  # noqa: E731 - one of two
        else:
            make = lambda: self.how(line, step, finish)  # noqa: E731 - as above
        self.put(line, step.name, figure, figure.inside, make)

    def how(self, line: SheetLine, step: StepPlan, finish: Finish) -> str:
        """Gives the formula of a step."""
        if isinstance(step.how, CallPlan):
            return self.called(line, line.calls[step.how], finish)
        return self.computed(line, step.how, finish, line.sheet)  # type: ignore[arg-type]  # rows are no step of a line

    def computed(self, line: SheetLine, how: Computation, finish: Finish, sheet: BookSheet) -> str:
        """Gives a formula, or cases as nested conditions."""
        translator = self.translator(line, sheet)
        if isinstance(how, Formula):
            return translator.text(how.root, finish)
        text = self.absence.quoted("not_computable")
        for case in reversed(how):
            if isinstance(case.then, Absent):
                then = self.absence.quoted(case.then.word)
            elif isinstance(case.then, CallPlan):
                then = self.called(line, line.calls[case.then], finish)
            else:
                then = translator.text(case.then.root, finish)
            text = (
                then
                if case.when is None
                else translator.choice(translator.condition(case.when.root), then, text)
            )
        return text

    def called(self, line: SheetLine, rule: SheetLine, finish: Finish) -> str:
        """Gives the formula that takes over the result of a rule; its own rounding stands."""
        found = field_of(rule, (RESULT,), outside=True)
        result = rule.figure(RESULT)
        own = result is not None and result.rounding is not None
        return self.translator(line).named(self.translator(line).leaf(found), as_it_is if own else finish)

    # what belongs to a figure

    def category(self, line: SheetLine, name: str) -> None:
        """Writes the category of a figure."""
        figure = line.figure(name)
        key = category_key(name)
        if figure is None or key not in line.offsets or figure.scale is None:
            return
        label = figure.category.label if figure.category is not None else ""
        self.put(line, key, figure, label, lambda: self.category_text(line, name, figure))

    def category_text(self, line: SheetLine, name: str, figure: Figure) -> str:
        """Gives the formula of a category: of the scale, or of the rule that was called."""
        assert figure.scale is not None  # noqa: S101 - the caller has looked
        step = next((step for step in line.steps if step.name == name), None)
        if step is None or step.scale is None:
            rule = _only_rule(line, name, step)
            found = Field(rule, category_key(RESULT), "text")
            return self.translator(line).leaf(found).text
        leaf = self.translator(line).leaf(field_of(line, (name,), outside=True))
        exact = figure.value if is_number(figure.value) else None
        return category_formula(figure.scale, leaf, exact, self.absence, label_of, silent=True)

    def shield(self, line: SheetLine, name: str) -> None:
        """Writes what the outside sees of a figure that a failed check takes."""
        figure = line.figure(name)
        if figure is None:
            return
        self.put(line, outward(name), figure, figure.value, lambda: self.shielded(line, name))

    def shielded(self, line: SheetLine, name: str) -> str:
        """Gives the formula of a figure that is not computable where a check is false."""
        translator = self.translator(line)
        tests = []
        for check in line.plan.checks:
            if check.severity == "error":
                leaf = translator.helper(check.expect.root)
                tests.append(f"{leaf.text}=FALSE")
        leaf = translator.leaf(field_of(line, (name,), outside=False))
        return f"IF({any_of(tests)},{self.absence.quoted('not_computable')},{self.absence.itself(leaf)})"


def _only_rule(line: SheetLine, name: str, step: StepPlan | None) -> SheetLine:
    """The rule whose category a figure has: the one that it calls, or the indicator rule."""
    origin = line.origins.get(name)
    if isinstance(origin, Reported):
        return origin.rule
    if step is not None and isinstance(step.how, CallPlan):
        return line.calls[step.how]
    raise NotAFormulaError("type")


def _bound_name(caller: SheetLine, bound: str) -> Field | str | None:
    return find(Name(0, 0, bound), caller, None, ())


def _with_end(name: str, end: str) -> tuple[str, ...]:
    return (name, end) if end else (name,)


def _cells_of(line: SheetLine, declared: InputPlan) -> Iterator[tuple[str, Figure]]:
    """Gives the cells of an input, with its figure: of a range one for each end."""
    figure = line.figure(declared.name)
    if figure is None:
        return
    if declared.type != "range":
        yield declared.name, figure
        return
    value = figure.value
    low, high = (value.low, value.high) if isinstance(value, Range) else (value, value)
    for end, of_end in (("min", low), ("max", high)):
        yield f"{declared.name}.{end}", figure._replace(value=of_end, inside=of_end, exact=of_end)


def _finish(figure: Figure) -> Finish:
    """What is done to the number of a figure: rounded, if later steps see that."""
    rounding: Rounding | None = figure.rounding
    if rounding is None or rounding.carry != "rounded":
        return as_it_is
    exact = figure.exact if is_number(figure.exact) else None
    return lambda text: rounded(text, rounding.places, rounding.mode, exact)

"""The records of a level, and the indicator rule of a record, each compiled into one function."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Atom, Part, expression
from sakip_rules.compiled.figures import FigureNote, FigureWriter
from sakip_rules.compiled.intake import ForeignIntake
from sakip_rules.compiled.known import FOREIGN_BITS, Ends, Held, Known, Listed, Names
from sakip_rules.compiled.rows import listed, row_of, slots_of
from sakip_rules.evaluator.uses import Uses, formulas_of, uses_of
from sakip_rules.expression.cost import FIGURES
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR
from sakip_rules.models import Rounding
from sakip_rules.numbers import fraction
from sakip_rules.plans import (
    CallPlan,
    FrameworkPlan,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    StepPlan,
    number_input,
)
from sakip_rules.values import MISSING, Absent, Range, Row, Rows, Value

Function = Callable[..., tuple[Any, ...]]
"""What it gives: the parts of the figures, what others see, units and figures that both cost at most."""


def compile_level(framework: FrameworkPlan, level: LevelPlan, shown: Iterable[str]) -> Function:
    """Gives the function of a level, of which others see `shown`; raises `UncoveredError` for what is left.

    It takes the inputs, the year, what is seen of the year before, what the indicator rule gave, the rows of
    the levels below and of earlier years by their names, and whether the record is given in the year.
    """
    uses, writer = uses_of(framework, level.name), LevelWriter(framework.rounding)
    names = writer.level_inputs(level)
    names[(YEAR,)] = Held("number", "year", 1, None, 16, 1, positive=True)
    seen = _seen(level, uses)
    last = _record(seen[name] for name in _read_of(level, LAST_YEAR) & seen.keys())
    names |= {(LAST_YEAR, *path): known for path, known in writer.foreign(last, "last").items()}
    below = {name: _rows_of(name, uses) for name in sorted(uses.below[level.name])}
    if level.name in uses.looking_back:
        earlier = _record(seen[name] for name in _read_of(level, HISTORY) & seen.keys())
        below[HISTORY] = InputPlan(HISTORY, level.title, "rows", each=earlier)
    names |= writer.foreign(_record(below.values()), "below")
    writer.aliases = level.record.aliases
    writer.figures(level.record.steps, names)
    writer.with_now(names)
    writer.checks(level.record.checks, names)
    outward = writer.outward(sorted(shown), names, level)
    arguments = ("given", "year", "last", "indicator", "below", "now")
    return writer.made(arguments, writer.shown, outward, level.record)


def _seen(level: LevelPlan, uses: Uses) -> dict[str, InputPlan]:
    """What others see of the records of a level, as if all of it were given."""
    seen = uses.names[level.name]
    entries = (number_input(YEAR, None), *_as_given(level.record))
    own = {entry.name: entry for entry in entries if entry.name in seen}
    return own | {name: _rows_of(name, uses) for name in level.below if name in seen}


def _as_given(record: RecordPlan) -> Iterator[InputPlan]:
    for entry in record.inputs.values():
        each = None if entry.each is None else _record(_as_given(entry.each))
        yield InputPlan(entry.name, entry.title, entry.type, each=each)
    for step in record.steps:
        types: Any = "number" if step.type.kind == "unknown" else step.type.kind
        each = None
        if isinstance(step.how, RowsPlan):
            each = _record(_column(name, entry.type.kind) for name, entry in step.how.columns.items())
        yield InputPlan(step.name, step.title, types, each=each)


def _column(name: str, kind: Any) -> InputPlan:  # noqa: ANN401 - a column is of a type that inputs can have
    return InputPlan(name, (name, name), kind)


def _rows_of(name: str, uses: Uses) -> InputPlan:
    level = uses.levels[name]
    return InputPlan(name, level.title, "rows", each=_record(_seen(level, uses).values()))


def _record(inputs: Iterable[InputPlan]) -> RecordPlan:
    return RecordPlan({entry.name: entry for entry in sorted(inputs, key=lambda each: each.name)}, (), ())


def _read_of(level: LevelPlan, rows: str) -> set[str]:
    """The names that formulas of a level read of its other years."""
    reads = (read for formula in formulas_of(level.record) for read in formula.reads.names)
    return {read.field for read in reads if read.rows == (rows,)}


def compile_indicator(rule: RulePlan, declared: InputPlan, rounding: Rounding | None) -> Function:
    """Gives the function of an indicator rule, which gives a declared input; raises as `compile_level`."""
    writer = LevelWriter(rounding)
    names = writer.inputs(rule.record, "given")
    writer.rounding = None  # the framework's is not that of a rule
    exact, result = writer.rule(rule, names)
    writer.noted = noted = FigureNote(declared, writer.fresh())
    carried = writer.returned(rule, exact, result, rounding)
    if carried.kind not in ("number", "nothing"):
        raise UncoveredError("types")
    writer.short(carried)
    outward = expression("(n, d, x)", n=carried.n, d=carried.d, x=carried.x)
    return writer.made(("given",), noted.told(carried, None), outward, rule.record)


class LevelWriter(FigureWriter):
    """Writes the function of a level or of an indicator rule."""

    def __init__(self, rounding: Rounding | None) -> None:
        super().__init__(rounding)
        self.earlier: Known | None = None
        self.shown: list[Part] = []
        """The parts of the figures of the record itself, as `PARTS` names them."""

        self.static = 0
        """The figures of the record and of all rules that it may call."""

    def level_inputs(self, level: LevelPlan) -> Names:
        """Gives the inputs of a level; that which a rule gives, if it did."""
        names = self.inputs(level.record, "given")
        declared = level.from_rule
        if declared is None:
            return names
        stated = names[(declared.name,)]
        if not isinstance(stated, Held) or stated.kind != "number":
            raise UncoveredError("types")
        parts: dict[str, Part] = {"n": stated.n, "d": stated.d, "x": stated.x}
        self.put("if indicator is not None:\n  n, d, x = indicator", **parts)
        names[(declared.name,)] = Held("number", stated.n, stated.d, stated.x, FOREIGN_BITS, FOREIGN_BITS)
        return names

    def foreign(self, record: RecordPlan, given: str) -> Names:
        """Gives what is seen of other records, from the map in the variable `given`."""
        own, self.intake = self.intake, ForeignIntake()
        names = self.inputs(record, given)
        self.intake = own
        return names

    def figures(self, steps: tuple[StepPlan, ...], names: Names) -> None:
        """Writes the steps of the record itself; where they range over years, this one is among them."""
        for step in steps:
            if any((HISTORY,) in formula.reads.ranged for formula in step.formulas):
                self.with_now(names)
            if isinstance(step.how, RowsPlan):
                names[(step.name,)] = self.step(step, names)
            else:
                parts, names[(step.name,)] = self.figure(step, names)
                self.shown += parts

    def with_now(self, names: Names) -> None:
        """Adds what there is of the record by now to its earlier years, in a year that is given for it."""
        self.earlier = self.earlier or names.get((HISTORY,))
        earlier = self.earlier
        if not isinstance(earlier, Listed):
            return
        missing = self.stated(MISSING)
        now = [names.get((name,), missing) for name in earlier.fields]
        for value in (each for each in now if isinstance(each, Held)):
            self.short(value)
        row = row_of(now, list(earlier.fields.values()))
        rows = self.let("earlier + [row] if now else earlier", earlier=earlier.rows, row=row)
        names[(HISTORY,)] = listed(str(rows), earlier.fields, self.fresh)

    def short(self, value: Held) -> None:
        """Holds a number to what other functions take."""
        for atom, bits in ((value.n, value.n_bits), (value.d, value.d_bits)):
            if bits > FOREIGN_BITS:
                self.hold_to(FOREIGN_BITS, atom)

    def outward(self, shown: Iterable[str], names: Names, level: LevelPlan) -> ast.expr:
        """Gives the map of what others see; rows of the levels below are those that are given."""
        ids = {
            step.name: self.constant([row for row, _ in step.how.rows])
            for step in level.record.steps
            if isinstance(step.how, RowsPlan)
        }
        values: dict[str, ast.expr] = {}
        for name in shown:
            known = names.get((name,))
            if name in level.below:
                values[name] = expression("below[name]", name=ast.Constant(name))
            elif isinstance(known, Listed):
                their = ids.get(name) or self.let("ids_of(given.get(name))", name=ast.Constant(name))
                values[name] = self.rows_outside(known, their)
            elif known is not None:
                values[name] = self.value(known)
        return _map_of(values)

    def rows_outside(self, rows: Listed, ids: Atom) -> ast.expr:
        """Gives the rows of a collection as the reference has them."""
        fields = _map_of({name: self.value(each) for name, each in rows.fields.items()})
        parts: dict[str, Part] = {"fields": fields, "slots": slots_of(rows), "ids": ids, "rows": rows.rows}
        return expression("Rows(tuple([Row(id, fields) for id, slots in zip(ids, rows)]))", **parts)

    def value(self, known: Known) -> ast.expr:
        """Gives a value as the reference has it."""
        if isinstance(known, Listed):
            raise UncoveredError("rows")
        if isinstance(known, Ends):
            ends = {"a": self.value(known.low), "b": self.value(known.high)}
            return expression("spanned(a, b)", **ends)
        if known.kind == "number":
            return expression("valued(n, d, x)", n=known.n, d=known.d, x=known.x)
        word = expression("n if type(d) is int else d", n=known.n, d=known.d)
        return expression("word if x is None else x", word=word, x=known.x)

    def call(self, how: CallPlan, names: Names) -> tuple[Held, Held]:
        """Gives what `rule` does; the figures of the rule count."""
        self.static += how.rule.record.figures
        return super().call(how, names)

    def fixed_rows(self, how: RowsPlan, names: Names) -> Listed:
        """Gives rows that are written in the rule; their cells count."""
        self.static += sum(len(cells) for _, cells in how.rows)
        return super().fixed_rows(how, names)

    def made(
        self, arguments: tuple[str, ...], parts: list[Part], outward: ast.expr, record: RecordPlan
    ) -> Function:
        """Gives the function: it gives the parts of figures, what others use, and what both cost at most."""
        static = self.static + record.figures
        costs: dict[str, Part] = {"spent": self.spent, "held": self.held, "most": FIGURES - static}
        self.put("if told or held > most:\n  raise DECLINE", told=self.told, **costs)
        shown = ast.Tuple([expression("part", part=part) for part in parts], ast.Load())
        costs |= {"units": self.units, "static": static}
        answer = expression(
            "(shown, outward, spent + units, held + static)", shown=shown, outward=outward, **costs
        )
        return self.finished(arguments, answer)[1]


def _map_of(values: Mapping[str, ast.expr]) -> ast.expr:
    return ast.Dict([ast.Constant(name) for name in values], list(values.values()))


def valued(n: int, d: int, absent: Absent | None) -> Value:
    """Gives a number as the reference has it."""
    return fraction(n, d) if absent is None else absent


def spanned(low: Value, high: Value) -> Value:
    """Gives a range as the reference has it; its ends are absent together."""
    return Range(low, high) if isinstance(low, Fraction) and isinstance(high, Fraction) else low


def ids_of(given: Value | None) -> list[str | None]:
    """Gives the ids of the rows of a collection; what is absent in its place is one row."""
    if type(given) is Rows:
        return [row.id for row in given.rows]
    return [] if given is None else [None]


LevelWriter.helpers = FigureWriter.helpers | {
    helper.__name__: helper for helper in (Row, Rows, ids_of, spanned, tuple, valued, zip)
}

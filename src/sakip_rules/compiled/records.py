"""Records, written as one function: inputs, steps, collections, called rules, checks."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from sakip_rules.compiled.code import Part, expression
from sakip_rules.compiled.formulas import Formulas
from sakip_rules.compiled.known import Ends, Held, Known, Listed, Names, UncoveredError, literal
from sakip_rules.models import Rounding
from sakip_rules.plans import CallPlan, CheckPlan, InputPlan, RecordPlan, RowsPlan, RulePlan, StepPlan
from sakip_rules.reader.arguments import Floats
from sakip_rules.values import MISSING, Value, not_computable

RESULT: Final = "result"
VARIABLE: Final = "variable"
"""Stands for what differs from row to row."""


class Records(Formulas):
    """Writes records; `rounding` is that of a framework, for steps that state none."""

    def __init__(self, floats: Floats) -> None:
        super().__init__()
        self.floats = floats
        self.rounding: Rounding | None = None
        self.warns = False

    def rule(self, plan: RulePlan, names: Names) -> tuple[Held, Held]:
        """Gives the exact result of a rule whose inputs `names` holds, and the result as others see it."""
        self.steps(plan.record, names)
        exact = self.computation(plan.result.how, names)  # type: ignore[arg-type]  # the model has a formula for it
        names[(RESULT,)] = result = self.settled(exact, plan.result.rounding)
        failure = self.checks(plan.record.checks, names)
        return exact, self.unless(failure, result)

    def unless(self, failure: str | None, value: Held) -> Held:
        """Gives a value as it is seen from outside: a failed check stands in its place."""
        if failure is None:
            return value
        x = self.let("x if failure is None else failure", x=value.x, failure=failure)
        return replace(value, x=str(x))

    def steps(self, record: RecordPlan, names: Names) -> None:
        """Writes the steps, in the order of the plan; formulas then see the aliases of this record."""
        self.aliases = record.aliases
        for step in record.steps:
            self.warns = self.warns or step.scale is not None
            names[(step.name,)] = self.step(step, names)

    def step(self, step: StepPlan, names: Names) -> Known:
        """Gives what formulas see of a step."""
        if isinstance(step.how, RowsPlan):
            return self.fixed_rows(step.how, names)
        rounding = step.rounding or self.rounding
        if isinstance(step.how, CallPlan):
            result = self.called(step.how, names)
            return result if step.how.rule.result.rounding is not None else self.settled(result, rounding)
        return self.settled(self.computation(step.how, names), rounding)

    def checks(self, checks: Sequence[CheckPlan], names: Names) -> str | None:
        """Gives the variable of the first failure that is an error; None where there can be none."""
        if not checks:
            return None
        failure = self.fresh()
        self.put("failure = None", failure=failure)
        for check in checks:
            verdict = self.truth(self.node(check.expect.root, names))
            false = expression("not t", t=verdict.n)
            if verdict.x is not None:
                false = expression("x is None and false", x=verdict.x, false=false)
            with self.block() as fails:
                self.put("told = True", told=self.told)
                if check.severity == "error":
                    absent = self.constant(not_computable("check-failed", check.message))
                    self.put("failure = failure or absent", failure=failure, absent=absent)
            self.choose(false, fails, [])
        return failure

    # other rules

    def called(self, how: CallPlan, names: Names) -> Held:
        """Gives the result of another rule, written here with what its inputs are bound to."""
        outer, rounding = self.aliases, self.rounding
        bound = dict(how.bindings)
        inner: Names = {}
        for name, declared in how.rule.record.inputs.items():
            inner |= self.bound(name, declared, bound.get(name), names)
        self.warns = self.warns or how.rule.result.scale is not None
        self.rounding = None  # the framework's is not that of a rule
        self.depth += 4
        _, result = self.rule(how.rule, inner)
        self.depth -= 4
        self.aliases, self.rounding = outer, rounding
        return result

    def bound(self, name: str, declared: InputPlan, binding: object, names: Names) -> Names:
        """Gives what a called rule sees of an input: what it is bound to, else the default."""
        if binding is None:
            return self.defaulted(name, declared)
        if not isinstance(binding, str):
            value: Known = self.computation(binding, names)  # type: ignore[arg-type]  # a name or a computation
        else:
            value = names.get((binding,)) or Held("code", self.constant(binding))
        if isinstance(value, Listed) is not (declared.each is not None):
            raise UncoveredError("rows")
        if declared.each is not None and isinstance(value, Listed):
            value = self.passed(value, declared.each)
        return {(name,): value}

    def passed(self, rows: Listed, each: RecordPlan) -> Listed:
        """Gives rows as a called rule has them, which may know more or fewer fields and computes none."""
        if each.steps or each.checks or any(one.default is not None for one in each.inputs.values()):
            raise UncoveredError("rows")
        missing = Held("nothing", 0, x=self.constant(MISSING))
        return replace(rows, fields={name: rows.fields.get(name, missing) for name in each.inputs})

    def defaulted(self, name: str, declared: InputPlan) -> Names:
        """Gives an input of a called rule that is bound to nothing."""
        if declared.each is not None:
            raise UncoveredError("rows")
        return {(name,): self.stated(MISSING if declared.default is None else declared.default)}

    def stated(self, value: Value) -> Held:
        """Gives a value that is known."""
        if isinstance(value, Fraction):
            return literal(value)
        if isinstance(value, bool):
            return Held("truth", value)
        if isinstance(value, str):
            return Held("code", self.constant(value))
        if value is MISSING:
            return Held("nothing", 0, x=self.constant(value))
        raise UncoveredError("types")

    # rows

    def fixed_rows(self, how: RowsPlan, names: Names) -> Listed:
        """Gives rows that are written in the rule; a cell that is not written is missing."""
        columns = list(dict.fromkeys(column for _, cells in how.rows for column, _ in cells))
        made = [{column: self.computation(cell, names) for column, cell in cells} for _, cells in how.rows]
        missing = self.stated(MISSING)
        table = [[row.get(column, missing) for column in columns] for row in made]
        likes = [_column([row[place] for row in table]) for place in range(len(columns))]
        tuples: list[ast.expr] = [tuple_of(None, row, likes) for row in table]
        rows = str(self.let("rows", rows=ast.List(tuples, ast.Load())))
        return self.listed(rows, dict(zip(columns, likes, strict=True)))

    def listed(self, rows: str, likes: Mapping[str, Held | Ends]) -> Listed:
        """Gives the rows of a list, with slots for what each tuple holds."""
        slots = [self.fresh()]

        def slot() -> str:
            slots.append(self.fresh())
            return slots[-1]

        def named(like: Held) -> Held:
            n, d = slot(), slot() if isinstance(like.d, str) else like.d
            return replace(like, n=n, d=d, x=slot() if like.x else None)

        fields: dict[str, Held | Ends] = {}
        for name, like in likes.items():
            fields[name] = Ends(named(like.low), named(like.high)) if isinstance(like, Ends) else named(like)
        return Listed(rows, fields, tuple(slots))


def tuple_of(absent: Part, values: Sequence[Held | Ends], likes: Sequence[Held | Ends]) -> ast.expr:
    """Gives the tuple of a row: what is absent in its place, and of each value what its like leaves open."""
    parts = [
        absent,
        *(part for value, like in zip(values, likes, strict=True) for part in _open(value, like)),
    ]
    return ast.Tuple([expression("part", part=part) for part in parts], ast.Load())


def _open(value: Held | Ends, like: Held | Ends) -> list[Part]:
    if isinstance(like, Ends):
        assert isinstance(value, Ends)  # noqa: S101 - like itself
        return [*_open(value.low, like.low), *_open(value.high, like.high)]
    assert isinstance(value, Held)  # noqa: S101 - as above
    return [value.n, *([value.d] if isinstance(like.d, str) else []), *([value.x] if like.x else [])]


def like_of(value: Held | Ends) -> Held | Ends:
    """Gives what is known of a value in all rows, of which any may be absent."""
    if isinstance(value, Ends):
        return Ends(_like(value.low), _like(value.high))
    return _like(value)


def _like(value: Held) -> Held:
    return replace(value, x=VARIABLE, d=VARIABLE if isinstance(value.d, str) else value.d)


def _column(cells: Sequence[Held]) -> Held:
    """What is known of all cells of a column."""
    there = [cell for cell in cells if cell.kind != "nothing"]
    if len({cell.kind for cell in there}) > 1:
        raise UncoveredError("types")
    same = len({cell.d for cell in cells}) == 1 and isinstance(cells[0].d, int)
    return Held(
        kind=there[0].kind if there else "nothing",
        n=VARIABLE,
        d=cells[0].d if same else VARIABLE,
        x=VARIABLE if any(cell.x for cell in cells) else None,
        n_bits=max(cell.n_bits for cell in cells),
        d_bits=max(cell.d_bits for cell in cells),
        positive=all(cell.positive or cell.kind == "nothing" for cell in cells),
    )

"""Records, written as one function: steps, collections, called rules, checks."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from typing import Any, ClassVar, Final

from sakip_rules.compiled import UncoveredError
from sakip_rules.compiled.code import Block, expression
from sakip_rules.compiled.formulas import FormulaWriter
from sakip_rules.compiled.known import MOST_CASES, UNITS, Held, Known, Listed, Names, literal
from sakip_rules.compiled.rows import (
    gone_row,
    gone_rows,
    like_of,
    like_of_cells,
    listed,
    row_of,
    slots_of,
)
from sakip_rules.compiled.running import HELPERS
from sakip_rules.dataclass import replace
from sakip_rules.expression import Formula
from sakip_rules.models import Rounding
from sakip_rules.plans import (
    CallPlan,
    CasePlan,
    CheckPlan,
    Computation,
    InputPlan,
    RecordPlan,
    RowsPlan,
    RulePlan,
    StepPlan,
)
from sakip_rules.values import MISSING, Absent, Value, not_computable

RESULT: Final = "result"
FUNCTION: Final = "compiled"


class RecordWriter(FormulaWriter):
    """Writes records; `rounding` is that of a framework, for steps that state none."""

    helpers: ClassVar[dict[str, object]] = HELPERS
    """All that the function can reach, beside its constants."""

    def __init__(self) -> None:
        super().__init__()
        self.rounding: Rounding | None = None
        self.warns = False

    def inputs(self, record: RecordPlan, given: str) -> Names:
        """Gives the inputs of a record, from the map in the variable `given`."""
        raise NotImplementedError

    def rule(self, plan: RulePlan, names: Names) -> tuple[Held, Held]:
        """Gives the exact result of a rule whose inputs `names` holds, and the result as others see it."""
        self.steps(plan.record, names)
        how = plan.result.how
        assert isinstance(how, Formula | tuple)  # noqa: S101 - the model has a formula for it
        exact = self.computation(how, names)
        names[(RESULT,)] = result = self.settled(exact, plan.result.rounding)
        return exact, self.unless(self.checks(plan.record.checks, names), result)

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
            names[(step.name,)] = self.step(step, names)

    def step(self, step: StepPlan, names: Names) -> Known:
        """Gives what formulas see of a step."""
        self.warns = self.warns or step.scale is not None
        if isinstance(step.how, RowsPlan):
            return self.fixed_rows(step.how, names)
        rounding = step.rounding or self.rounding
        if isinstance(step.how, CallPlan):
            return self.called(step.how, names, rounding)
        return self.computation(step.how, names, rounding)

    def checks(self, checks: Sequence[CheckPlan], names: Names) -> str | None:
        """Gives the variable of the first failure that is an error; None where there can be none."""
        if not checks:
            return None
        failure = self.fresh()
        self.put("failure = None", failure=failure)
        for check in checks:
            verdict = self.truth(self.node(check.expect.root, names))
            with self.block() as fails:
                self.put("told = True", told=self.told)
                if check.severity == "error":
                    absent = self.constant(not_computable("check-failed", check.message))
                    self.put("failure = failure or absent", failure=failure, absent=absent)
            self.choose(self.decides(verdict, decides=False), fails, [])
        return failure

    # computations

    def computation(self, how: Computation, names: Names, rounding: Rounding | None = None) -> Held:
        """Gives the value of a formula, or of the first of several cases whose condition is true."""
        if isinstance(how, Formula):
            return self.computed(self.node(how.root, names), rounding)
        return self._cases(how, names, rounding)

    def computed(self, exact: Held, rounding: Rounding | None) -> Held:
        """Gives what a formula gave as others see it; whoever shows figures notes the exact value here."""
        return self.settled(exact, rounding)

    def _cases(self, cases: Sequence[CasePlan], names: Names, rounding: Rounding | None) -> Held:
        """Written from the last case up: there may be many, and they nest."""
        if len(cases) > MOST_CASES:
            raise UncoveredError("deep")
        known = self.names
        with self.block() as rest:
            value = self.broken("no-case")
        for case in reversed(cases):
            then = partial(self._then, case, names, rounding)
            with self.block() as block:
                test = None if case.when is None else self.truth(self.node(case.when.root, names))
                value = then() if test is None else self._before(test, then, (rest, value), known)
            rest = block
        self.statements += rest
        return value

    def _before(self, test: Held, then: Callable[[], Held], others: tuple[Block, Held], known: int) -> Held:
        """A case, before the block of the others and their value."""

        def otherwise() -> Held:
            self.statements += others[0]
            return others[1]

        return self.strict([test], lambda: self.branch(test.n, then, otherwise, known), known)

    def _then(self, case: CasePlan, names: Names, rounding: Rounding | None) -> Held:
        match case.then:
            case Absent():
                return self.computed(self.absent(case.then), rounding)
            case CallPlan():
                return self.called(case.then, names, rounding)
            case Formula():
                return self.computed(self.node(case.then.root, names), rounding)

    # other rules

    def called(self, how: CallPlan, names: Names, rounding: Rounding | None) -> Held:
        """Gives the result of another rule, written here with what its inputs are bound to."""
        self.warns = self.warns or how.rule.result.scale is not None
        exact, result = self.call(how, names)
        return self.returned(how.rule, exact, result, rounding)

    def returned(self, rule: RulePlan, _exact: Held, result: Held, rounding: Rounding | None) -> Held:
        """Gives what a called rule gave as a step has it: rounded as the step says, if the rule does not."""
        return self.settled(result, rounding if rule.result.rounding is None else None)

    def call(self, how: CallPlan, names: Names) -> tuple[Held, Held]:
        """Gives what `rule` does, for a rule whose inputs are bound to values of this record."""
        outer, of_framework = self.aliases, self.rounding
        bound = dict(how.bindings)
        inner: Names = {
            (name,): self.bound(declared, bound.get(name), names)
            for name, declared in how.rule.record.inputs.items()
        }
        self.rounding = None  # the framework's is not that of a rule
        with self.deeper(4):
            given = self.rule(how.rule, inner)
        self.aliases, self.rounding = outer, of_framework
        return given

    def bound(self, declared: InputPlan, binding: Computation | str | None, names: Names) -> Known:
        """Gives what a called rule sees of an input: what it is bound to, else the default."""
        if binding is None:
            return self.defaulted(declared)
        if not isinstance(binding, str):
            value: Known = self.computation(binding, names)
        else:
            value = names.get((binding,)) or Held("code", self.constant(binding))
        if isinstance(value, Listed) and declared.each is not None:
            return self.passed(value, declared.each)
        if isinstance(value, Listed) or declared.each is not None:
            raise UncoveredError("rows")
        return value

    def defaulted(self, declared: InputPlan) -> Held:
        """Gives an input that nothing is given for."""
        if declared.each is not None:
            raise UncoveredError("rows")
        return self.stated(MISSING if declared.default is None else declared.default)

    def stated(self, value: Value) -> Held:
        """Gives a value that is known: a number, a truth, a CODE, or what is absent."""
        match value:
            case Fraction():
                return literal(value)
            case bool():
                return Held("truth", value)
            case str():
                return Held("code", self.constant(value))
            case Absent():
                return self.absent(value)
        raise UncoveredError("types")

    # rows

    def rows(self, each: RecordPlan, read: str) -> Listed:
        """Gives the rows in the variable `read`: maps of inputs, or what is absent in place of one."""
        row = self.fresh()
        absent = expression("type(row) is Absent", row=row)
        target = ast.Name(row, ast.Store())
        return self.gathered(each, lambda: self.inputs(each, row), target, read, (absent, row))

    def passed(self, rows: Listed, each: RecordPlan) -> Listed:
        """Gives rows as a called rule has them: its inputs by their names, and its own steps."""
        rows = listed(rows.rows, rows.fields, self.fresh)

        def inputs() -> Names:
            fields = {name: rows.fields.get(name) for name in each.inputs}
            return {(name,): value or self.defaulted(each.inputs[name]) for name, value in fields.items()}

        absent = rows.slots[0]
        test = expression("x is not None", x=absent)
        return self.gathered(each, inputs, slots_of(rows), rows.rows, (test, absent))

    def gathered(
        self,
        each: RecordPlan,
        inputs: Callable[[], Names],
        target: ast.expr,
        read: str,
        absent: tuple[ast.expr, str],
    ) -> Listed:
        """Gives rows that are computed one by one; a row sees nothing of the record that it is of.

        `absent` is the test whether a row stands for something absent, and the variable that holds that.
        """
        rows, aliases = self.fresh(), self.aliases
        outside, self.units = self.units, 0
        with self.block() as body:
            fields = self.row(each, inputs())
            likes = {name: like_of(value) for name, value in fields.items()}
            made = row_of(list(fields.values()), list(likes.values()))
            self.put("rows.append(row)", rows=rows, row=made)
        self.aliases, each_row, self.units = aliases, self.units + 1, outside
        with self.block() as gone:
            self.put("rows.append(row)", rows=rows, row=gone_row(list(likes.values()), absent[1]))
        with self.block() as loop:
            self.choose(absent[0], gone, body)
        self.cost(each_row, read)
        self.put("rows = []\nfor target in read:\n  loop", rows=rows, target=target, read=read, loop=loop)
        return listed(rows, likes, self.fresh)

    def row(self, each: RecordPlan, names: Names) -> dict[str, Known]:
        """Gives the values of a row as others see them: a failed check stands in place of every step."""
        self.steps(each, names)
        failure = self.checks(each.checks, names)
        for step in each.steps:
            value = names[(step.name,)]
            if isinstance(value, Held):
                names[(step.name,)] = self.unless(failure, value)
            elif isinstance(value, Listed) and failure is not None:
                gone = gone_rows(value, failure)
                self.put(
                    "if failure is not None:\n  rows = gone", failure=failure, rows=value.rows, gone=gone
                )
        return {path[0]: value for path, value in names.items()}

    def fixed_rows(self, how: RowsPlan, names: Names) -> Listed:
        """Gives rows that are written in the rule; a cell that is not written is missing."""
        made = [{column: self.computation(cell, names) for column, cell in cells} for _, cells in how.rows]
        columns = list(dict.fromkeys(column for row in made for column in row))
        missing = self.stated(MISSING)
        table = [[row.get(column, missing) for column in columns] for row in made]
        likes = [like_of_cells([row[place] for row in table]) for place in range(len(columns))]
        tuples: list[ast.expr] = [row_of(row, likes) for row in table]
        rows = str(self.let("rows", rows=ast.List(tuples, ast.Load())))
        return listed(rows, dict(zip(columns, likes, strict=True)), self.fresh)

    # the function

    def finished(
        self, arguments: tuple[str, ...], answer: ast.expr
    ) -> tuple[ast.Module, Callable[..., tuple[Any, ...]]]:
        """Gives the function, which declines where the record may cost more than the reference allows."""
        if self.spending is not None:
            self.put("if spent > most:\n  raise DECLINE", spent=self.spending, most=UNITS - self.units)
        self.statements.append(ast.Return(answer))
        body = self.statements
        with self.block() as whole:
            for counter, begin in self.counters.items():
                self.put("counter = begin", counter=counter, begin=begin)
        self.statements = whole + body
        tree = self.function(FUNCTION, arguments)
        scope: dict[str, Any] = {**self.helpers, **self.constants}
        exec(compile(tree, "<compiled>", "exec"), scope)  # noqa: S102 - a tree of our own names: see `code`
        return tree, scope[FUNCTION]

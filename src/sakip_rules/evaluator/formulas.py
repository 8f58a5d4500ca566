"""The formulas of one record: evaluated within its budget, with a trace, and whether they broke here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.values import own_failure, used_values
from sakip_rules.expression import BudgetSpentError, Context, ExactEvaluator, Formula, Meter, compared, cost
from sakip_rules.plans import AliasPlan, CallPlan, CasePlan, Computation, calls_of
from sakip_rules.results import Seen, Trace
from sakip_rules.values import MISSING, Absent, Value, not_computable

Sides: TypeAlias = tuple[tuple[str, Value], ...]
"""The sides of comparisons, each with its value."""

TOO_LARGE: Final = not_computable("too-large")


class Formulas:
    """Evaluates formulas over the names of a record; `names` may grow meanwhile."""

    def __init__(
        self, names: dict[str, Value], aliases: Mapping[str, AliasPlan], meter: Meter, within: str
    ) -> None:
        """`within` is where the record lies among rows: it stands before the names of what breaks."""
        self.names = names
        self.aliases = aliases
        self.meter = meter
        self.within = within
        self.seen = Seen(names, aliases)
        self._evaluator: ExactEvaluator | None = None

    @property
    def evaluator(self) -> ExactEvaluator:
        """Made for the first formula: most rows have none."""
        if self._evaluator is None:
            self._evaluator = self._evaluator_of(self.meter)
        return self._evaluator

    def _evaluator_of(self, meter: Meter) -> ExactEvaluator:
        return ExactEvaluator(Context(self.names, calls_of(self.aliases), meter))

    def evaluate(self, name: str, how: Computation) -> tuple[Value, Trace, tuple[Diagnostic, ...]]:
        """Gives what `choose` does, of what calls no rule."""
        value, trace, failure = self.choose(name, how)
        assert not isinstance(value, CallPlan)  # noqa: S101 - only cases of steps call rules
        return value, trace, failure

    def choose(self, name: str, how: Computation) -> tuple[Value | CallPlan, Trace, tuple[Diagnostic, ...]]:
        """Gives a formula's value, or that of the case that applies; how; and whether it broke here.

        Of a case that calls a rule it gives the call, which is still to be made. The value at which the
        record passes its budget, and all later ones, are too large. Only the first is reported: the others
        broke because of it.
        """
        if self.meter.spent > cost.BUDGET:
            return TOO_LARGE, Trace(), ()
        value: Value | CallPlan
        try:
            if isinstance(how, Formula):
                value, trace = self._value(how), self._trace(how)
            else:
                value, trace = self._cases(how)
        except BudgetSpentError:
            value, trace = TOO_LARGE, Trace()
        return value, trace, own_failure(self.within + name, value, used_values(trace.formula, self.names))

    def verdict(self, condition: Formula) -> tuple[Value, Sides]:
        """Gives what a check says, and where that is false the sides of its comparisons.

        A check is absent where it has no verdict, or no units are left for it.
        """
        try:
            value = self.evaluator.value(condition)
        except BudgetSpentError:
            return MISSING, ()
        return value, self._sides(condition) if value is False else ()

    def _sides(self, condition: Formula) -> Sides:
        """What a condition compares. It costs less than the condition; no value that is computed pays."""
        evaluator = self._evaluator_of(Meter())
        return tuple((text, evaluator.value(side)) for text, side in compared(condition).items())

    def _value(self, formula: Formula) -> Value:
        evaluator = self.evaluator
        evaluator.context.rows_used.clear()
        return evaluator.value(formula)

    def _trace(
        self, formula: Formula | None, cases: tuple[CasePlan, ...] = (), place: int | None = None
    ) -> Trace:
        """How the last value was computed."""
        return Trace(formula, self.seen, cases, place, tuple(self.evaluator.context.rows_used))

    def _cases(self, cases: tuple[CasePlan, ...]) -> tuple[Value | CallPlan, Trace]:
        """The value of the first case whose condition is true; an absent condition is the result."""
        for place, case in enumerate(cases):
            condition = True if case.when is None else self._value(case.when)
            if isinstance(condition, Absent):
                return condition, self._trace(case.when, cases, place)
            if condition is not True:
                continue
            if isinstance(case.then, Absent | CallPlan):
                return case.then, Trace(None, self.seen, cases, place)
            return self._value(case.then), self._trace(case.then, cases, place)
        return not_computable("no-case"), Trace(None, self.seen, cases)

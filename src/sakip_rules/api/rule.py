"""One rule, linked for a day: evaluate, classify, look up."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, assert_never

from sakip_rules.api.boundary import inputs_of
from sakip_rules.api.outcomes import Classified, LookedUp, Result
from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.loader import LoadedRule
from sakip_rules.plans import AnyPlan, FrameworkPlan, RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader import read_arguments, read_key, read_value
from sakip_rules.tables import Table

if TYPE_CHECKING:
    from sakip_rules.api.catalogue import Catalogue


class Rule:
    """One version of one rule, linked for a day."""

    def __init__(self, catalogue: Catalogue, loaded: LoadedRule, plan: AnyPlan, day: datetime.date) -> None:
        self.catalogue = catalogue
        self.loaded = loaded
        self.plan = plan
        self.day = day

    @property
    def reference(self) -> str:
        """`owner/name@x.y.z`."""
        return self.plan.source.reference

    def evaluate(self, **inputs: object) -> Result:
        """Gives the result of a formula rule.

        Numbers are int, Decimal, Fraction or text (a float is refused, unless the catalogue was opened
        with `floats="shortest"`), collections lists of dicts, ranges and absent values dicts, `None` is
        missing. Raises `DataError` for inputs that are wrong, `UsageError` for a rule of another kind.
        """
        return self._evaluated(inputs)

    def evaluate_inputs(self, inputs: Mapping[str, object]) -> Result:
        """As `evaluate`, from a map."""
        return self._evaluated(inputs_of(inputs))

    def _evaluated(self, inputs: Mapping[str, object]) -> Result:
        if not isinstance(self.plan, RulePlan):
            raise self._wrong_kind("evaluate")
        values = read_arguments(self.plan, inputs, self.catalogue.floats)
        return Result(evaluate_rule(self.plan, values))

    def classify(self, value: object) -> Classified:
        """Gives the band of a number, or of an absent value: its word, its map, or `None`.

        Raises `DataError` for what is no number, `UsageError` for a rule that is no scale.
        """
        if not isinstance(self.plan, ScalePlan):
            raise self._wrong_kind("classify")
        return Classified(band_of(self.plan, read_value(value, self.plan.unit, self.catalogue.floats)))

    def look_up(self, *codes: object) -> LookedUp:
        """Gives the number of a table for one CODE a key, or of an interpolation for a number.

        Raises `DataError` for what is no CODE or number, `UsageError` for another number of codes and
        for a rule that is no table.
        """
        if not isinstance(self.plan, TablePlan):
            raise self._wrong_kind("look_up")
        table, floats = self.plan.table, self.catalogue.floats
        wanted = len(table.keys) if isinstance(table, Table) else 1
        if len(codes) != wanted:
            texts = {"rule": quoted(self.reference), "wanted": str(wanted), "found": str(len(codes))}
            raise UsageError([diagnose("bad-value.keys", None, **texts)])
        if isinstance(table, Table):
            return LookedUp(call(self.plan, tuple(read_key(code, floats) for code in codes)))
        return LookedUp(call(self.plan, (read_value(codes[0], self.plan.unit, floats),)))

    def _wrong_kind(self, call_name: str) -> UsageError:
        texts = {"rule": quoted(self.reference), "kind": self.loaded.rule.kind}
        fitting = quoted(_fitting_call(self.plan))
        return UsageError([diagnose("bad-value.call", None, call=quoted(call_name), fits=fitting, **texts)])

    def __repr__(self) -> str:
        return f"<Rule {self.reference} on {self.day}>"


def _fitting_call(plan: AnyPlan) -> str:
    """Gives the name of the call that computes with a kind of rule."""
    match plan:
        case RulePlan():
            return "evaluate"
        case ScalePlan():
            return "classify"
        case TablePlan():
            return "look_up"
        case FrameworkPlan():
            return "Catalogue.evaluate_report"
        case _:
            assert_never(plan)

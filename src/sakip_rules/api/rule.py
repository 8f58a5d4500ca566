"""One rule, linked for a day: evaluate, classify, look up."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sakip_rules.api.outcomes import Classified, LookedUp, Result
from sakip_rules.catalogue import rule_of
from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.loader import LoadedRule
from sakip_rules.plans import InputPlan, RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader import read_arguments, read_value
from sakip_rules.reader.arguments import Floats
from sakip_rules.resolver import AnyPlan
from sakip_rules.tables import Table
from sakip_rules.values import Value

if TYPE_CHECKING:
    from sakip_rules.api.catalogue import Catalogue


class Rule:
    """One version of one rule, linked for a day."""

    def __init__(self, catalogue: Catalogue, item: LoadedRule, plan: AnyPlan, day: datetime.date) -> None:
        self.catalogue = catalogue
        self.item = item
        self.plan = plan
        self.day = day

    @property
    def reference(self) -> str:
        """`owner/name@x.y.z`."""
        return self.plan.source.reference

    def evaluate(self, **inputs: Any) -> Result:
        """Gives the result of a formula rule.

        Numbers are int, Decimal, Fraction or text (a float is refused), collections lists of dicts.
        Raises `DataError` for inputs that are wrong, `UsageError` for a rule of another kind.
        """
        return self.evaluate_inputs(inputs)

    def evaluate_inputs(self, inputs: Mapping[str, Any]) -> Result:
        """As `evaluate`, from a map."""
        if not isinstance(self.plan, RulePlan):
            raise self._wrong_kind("evaluate")
        values = read_arguments(self.plan, inputs, self._floats)
        return Result(self.catalogue.rules, evaluate_rule(self.plan, values))

    def classify(self, value: Any) -> Classified:
        """Gives the band of a number, or of the word of an absent value."""
        if not isinstance(self.plan, ScalePlan):
            raise self._wrong_kind("classify")
        return Classified(band_of(self.plan, self._number(value, self.plan.unit)))

    def look_up(self, *codes: Any) -> LookedUp:
        """Gives the number of a table for one CODE a key, or of an interpolation for a number."""
        if not isinstance(self.plan, TablePlan):
            raise self._wrong_kind("look_up")
        table = self.plan.table
        wanted = len(table.keys) if isinstance(table, Table) else 1
        if len(codes) != wanted:
            texts = {"rule": quoted(self.reference), "wanted": str(wanted), "found": str(len(codes))}
            raise UsageError([diagnose("bad-value.keys", None, **texts)])
        operands: tuple[Value, ...] = tuple(str(code) for code in codes)
        if not isinstance(table, Table):
            operands = (self._number(codes[0], None),)
        return LookedUp(call(self.plan, operands))

    @property
    def _floats(self) -> Floats:
        return "shortest" if self.catalogue.floats == "shortest" else None

    def _number(self, value: Any, unit: str | None) -> Value:
        return read_value(value, InputPlan("value", ("value", "value"), "number", unit), self._floats)

    def _wrong_kind(self, call_name: str) -> UsageError:
        kind = rule_of(self.item).kind
        texts = {"rule": quoted(self.reference), "call": quoted(call_name), "kind": kind}
        return UsageError([diagnose("bad-value.call", None, **texts)])

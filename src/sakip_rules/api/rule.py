"""One rule, linked for a day: evaluate, classify, look up."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, TypeVar, assert_never, overload

from sakip_rules.api.boundary import inputs_of, shown
from sakip_rules.api.facts import RuleFacts
from sakip_rules.api.outcomes import Classified, LookedUp, QuickResult, Result
from sakip_rules.api.receipts import Receipt, changed, refusal
from sakip_rules.compiled import DeclineError
from sakip_rules.compiled.quick import QuickRule, Speed
from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import DataError, Diagnostic, UsageError, diagnose, quoted
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.languages import Pair
from sakip_rules.loader import LoadedRule
from sakip_rules.loader.scalars import Floats
from sakip_rules.models import TableRule
from sakip_rules.plans import AnyPlan, FrameworkPlan, RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader import read_arguments, read_key, read_value
from sakip_rules.reader.arguments import unknown_input
from sakip_rules.reader.values import name_of
from sakip_rules.tables import Table

if TYPE_CHECKING:
    from sakip_rules.api.catalogue import Catalogue
    from sakip_rules.api.origins import Origin
    from sakip_rules.columns.evaluating import OnError

T = TypeVar("T")


class Rule(RuleFacts):
    """One version of one rule, linked for a day."""

    catalogue: Catalogue

    def __init__(
        self,
        catalogue: Catalogue,
        loaded: LoadedRule,
        plan: AnyPlan,
        receipt: Receipt,
        quick: QuickRule | None,
    ) -> None:
        """`quick` is the formula rule as the catalogue knows it, whoever asks."""
        self._begin(catalogue.origin, plan.source.reference, plan.source.title, receipt)
        self.catalogue = catalogue
        self.loaded = loaded
        self.plan = plan
        self._quick = quick

    @classmethod
    def closed(cls, origin: Origin, reference: str, titles: Pair, receipt: Receipt) -> Rule:
        """Gives a rule that is linked when it is first used: one that comes from another process."""
        rule = ClosedRule.__new__(ClosedRule)
        rule._begin(origin, reference, titles, receipt)  # noqa: SLF001 - its own
        return rule

    def _begin(self, origin: Origin, reference: str, titles: Pair, receipt: Receipt) -> None:
        self._origin = origin
        self.reference = reference
        """`owner/name@x.y.z`."""

        self.titles = titles
        self.receipt = receipt

    @property
    def day(self) -> datetime.date:
        """The day on which the versions in force were taken."""
        return self.receipt.day

    @property
    def formula_plan(self) -> RulePlan:
        """The plan of a formula rule; raises `UsageError` for a rule of another kind."""
        if not isinstance(self.plan, RulePlan):
            raise self._wrong_kind("evaluate")
        return self.plan

    def evaluate(self, data: Mapping[str, object] | None = None, /, **inputs: object) -> Result:
        """Gives the result of a formula rule for its inputs, as `name=value` or as a map of them.

        Numbers are int, Decimal, Fraction or text (a float is refused, unless the catalogue was opened
        with `floats="shortest"`), collections lists of dicts, ranges and absent values dicts, `None` is
        missing. Raises `DataError` for inputs that are wrong, `UsageError` for a rule of another kind.
        """
        if data is not None:
            return self.evaluate_inputs({**inputs_of(data), **inputs})
        return self._evaluated(inputs)

    def evaluate_inputs(self, inputs: Mapping[str, object]) -> Result:
        """As `evaluate`, from a map that may hold any keys."""
        given = inputs_of(inputs)
        if type(given) is dict:
            return self._evaluated(given.copy())
        return self._by_reference(given)

    def evaluate_table(
        self,
        table: T,
        *,
        on_error: OnError = "raise",
        floats: Floats = None,
        progress: Callable[[int, int], None] | None = None,
        exact: bool = True,
    ) -> T:
        """Gives a table of records back with columns for what the rule gives for each row.

        The table is a pandas or Polars frame, a pyarrow table or record batch, a DuckDB relation, a dict of
        lists or arrays, or whatever else has `__arrow_c_stream__`; inputs are columns of their names, others
        stay as they are. The columns are `value` (decimal), `exact` (as `n/d`, where `value` is not exact),
        `category`, `status`, `reason`, and `diagnostics` (the codes of warnings and failed checks).

        With `on_error="collect"` a row whose data are wrong has the status `error`; all others are computed.
        `floats` is as in `Catalogue`, whose wish holds otherwise. `progress` is told how many rows of how
        many are done. Without `exact` that column is left out, which saves time.

        Raises `DataError` for data that are wrong, `UsageError` for what is no table, a rule of another kind,
        or packages that are not installed.
        """
        if not isinstance(self.plan, RulePlan):
            raise self._wrong_kind("evaluate_table")
        from sakip_rules.api.tables import evaluate_table  # noqa: PLC0415 - who has no table needs no packages

        wish = floats if floats is not None else self.catalogue.floats
        return evaluate_table(self.plan, table, on_error, wish, progress, exact=exact)

    @property
    def speed(self) -> Speed:
        """Whether the rule is compiled by now, and how many calls since were left to the reference."""
        quick = vars(self).get("_quick")  # a rule from another process is not linked for this
        return Speed(is_compiled=False, declined=0) if quick is None else quick.speed

    def _evaluated(self, given: dict[str, Any]) -> Result:
        """Gives the result of data that nobody else holds."""
        quick = self._quick
        if quick is None:
            raise self._wrong_kind("evaluate")
        compiled = quick.compiled or quick.asked()
        if compiled is not None:
            try:
                return QuickResult(self, compiled, given)
            except DeclineError:
                quick.declined += 1
        return self._by_reference(given)

    def _by_reference(self, given: Mapping[str, object]) -> Result:
        plan = self.formula_plan
        values = read_arguments(plan, given, self.catalogue.floats)
        return Result(self, values, evaluate_rule(plan, values))

    def validate(self, inputs: Mapping[str, object]) -> list[Diagnostic]:
        """Gives what is wrong with data, each with its path, and computes nothing; none where all is right.

        Of a scale the data are `value`, of a table its keys. Raises `UsageError` for a framework.
        """
        given = inputs_of(inputs)
        try:
            if isinstance(self.plan, RulePlan):
                read_arguments(self.plan, given, self.catalogue.floats)
            else:
                self._ask(given)
        except DataError as error:
            return list(error.diagnostics)
        return []

    def _ask(self, given: Mapping[str, object]) -> None:
        """Asks a scale or table by the names of its inputs; raises `DataError` for another name."""
        if not isinstance(self.plan, ScalePlan | TablePlan):
            raise self._wrong_kind("validate")
        names = [each.name for each in self.inputs]
        wrong = [name_of(name) for name in given if name not in names]
        if wrong:
            raise DataError(unknown_input(name, names) for name in wrong)
        values = [given.get(name) for name in names]
        self.classify(*values) if isinstance(self.plan, ScalePlan) else self.look_up(*values)

    @overload
    def evaluate_many(
        self, rows: Iterable[Mapping[str, object]], on_error: Literal["raise"] = "raise"
    ) -> list[Result]: ...

    @overload
    def evaluate_many(
        self, rows: Iterable[Mapping[str, object]], on_error: Literal["collect"]
    ) -> list[Result | DataError]: ...

    def evaluate_many(
        self, rows: Iterable[Mapping[str, object]], on_error: Literal["raise", "collect"] = "raise"
    ) -> list[Result] | list[Result | DataError]:
        """Gives the result of each row, in order; every mistake has the number of its row in its path.

        With `on_error="collect"` the error of a row that is wrong stands in the place of its result, else it
        is raised. Raises `UsageError` for another word, and for a rule of another kind.
        """
        if on_error not in ("raise", "collect"):
            raise UsageError([diagnose("bad-value.on-error", None, text=shown(on_error))])
        made: list[Result | DataError] = []
        for number, row in enumerate(rows):
            try:
                made.append(self.evaluate_inputs(row))
            except DataError as error:
                told = DataError(replace(one, argument=(number, *one.argument)) for one in error.diagnostics)
                if on_error == "raise":
                    raise told from None
                made.append(told)
        return made

    def classify(self, value: object) -> Classified:
        """Gives the band of a number, or of an absent value: its word, its map, or `None`.

        Raises `DataError` for what is no number, `UsageError` for a rule that is no scale.
        """
        plan = self.plan
        if not isinstance(plan, ScalePlan):
            raise self._wrong_kind("classify")
        asked = read_value(value, plan.unit, self.catalogue.floats)
        return Classified(band_of(plan, asked), self, (asked,), plan.unit)

    def look_up(self, *codes: object) -> LookedUp:
        """Gives the number of a table for one CODE a key, or of an interpolation for a number.

        Raises `DataError` for what is no CODE or number, `UsageError` for another number of codes and
        for a rule that is no table.
        """
        if not isinstance(self.plan, TablePlan):
            raise self._wrong_kind("look_up")
        table, floats = self.plan.table, self.catalogue.floats
        keys = self.loaded.rule.keys if isinstance(self.loaded.rule, TableRule) else ()
        if len(codes) != len(keys):
            texts = {"rule": quoted(self.reference), "wanted": str(len(keys)), "found": str(len(codes))}
            texts["keys"] = ", ".join(map(quoted, keys))
            raise UsageError([diagnose("bad-value.keys", None, **texts)])
        if isinstance(table, Table):
            asked = tuple(read_key(code, floats) for code in codes)
        else:
            asked = (read_value(codes[0], self.plan.unit, floats),)
        return LookedUp(call(self.plan, asked), self, asked, self.plan.unit)

    def _wrong_kind(self, call_name: str) -> UsageError:
        texts = {"rule": quoted(self.reference), "kind": self.loaded.rule.kind}
        fitting = quoted(_fitting_call(self.plan))
        return UsageError([diagnose("bad-value.call", None, call=quoted(call_name), fits=fitting, **texts)])

    def __reduce__(
        self,
    ) -> tuple[Callable[[Origin, str, Pair, Receipt], Rule], tuple[Origin, str, Pair, Receipt]]:
        return Rule.closed, (self._origin, self.reference, self.titles, self.receipt)

    def __copy__(self) -> Rule:
        return self  # nothing in it changes for whoever uses it

    def __deepcopy__(self, _memo: dict[int, object]) -> Rule:
        return self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Rule):
            return NotImplemented
        return (self.reference, self.receipt) == (other.reference, other.receipt)

    def __hash__(self) -> int:
        return hash((self.reference, self.receipt))

    def __repr__(self) -> str:
        return f"<Rule {self.reference} on {self.day}>"


class ClosedRule(Rule):
    """A rule that comes from another process, until something is asked that its plan must answer."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - one of four
        if name not in ("catalogue", "loaded", "plan", "_quick"):
            raise AttributeError(name)
        from sakip_rules.api.catalogue import Catalogue  # noqa: PLC0415 - a catalogue gives rules

        expected = {used.reference: used.sha256 for used in self.receipt.rules}
        catalogue = Catalogue.closed(self._origin, expected)
        linked = catalogue.rule(self.reference, self.day)
        different = changed(self.receipt.rules, linked.receipt.rules)
        if different:
            raise refusal(different)
        self.catalogue, self.loaded, self.plan = catalogue, linked.loaded, linked.plan
        self._quick = vars(linked)["_quick"]
        self.__class__ = Rule  # type: ignore[assignment]  # from now on it is as any other, and as quick
        return getattr(self, name)


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

"""What rules give to programs: values, words, explanations, JSON.

Results are values: equal when equal, hashable, small when pickled. They know their rule by its receipt and
what they were computed from; how they were computed is looked up, or computed again, when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip_rules.api.receipts import Receipt
from sakip_rules.compiled.answer import Answered
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.diagnostics.core import known_language
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.exporters.seen import Figures, FigureValue, SeenRule, seen_figure, seen_rule
from sakip_rules.languages import Language, say
from sakip_rules.numbers import display_text, fraction_text
from sakip_rules.reader import read_arguments
from sakip_rules.results import Figure, RuleResult
from sakip_rules.values import Absent, Category, Value, is_number
from sakip_rules.vocabulary import Status

if TYPE_CHECKING:
    from sakip_rules.api.rule import Rule
    from sakip_rules.compiled.rule import CompiledRule


class Result:
    """What a formula rule gives for one record."""

    __slots__ = ("_head", "_record", "_seen", "inputs", "rule")

    def __init__(
        self,
        rule: Rule,
        inputs: Mapping[str, Value],
        record: RuleResult | None = None,
        seen: SeenRule | None = None,
    ) -> None:
        """Without its record it is computed again when that is asked for."""
        self.rule = rule
        self.inputs = inputs
        """The typed inputs."""

        self._record = record
        self._seen = seen
        self._head = seen.result if seen is not None else None

    @property
    def record(self) -> RuleResult:
        """Everything that was computed, with its trace; raises `RuleError` if the rule has changed since."""
        if self._record is None:
            self._record = evaluate_rule(self.rule.formula_plan, self.inputs)
        return self._record

    @property
    def figure(self) -> Figure:
        """The rule's result as the engine has it, with rounding and trace."""
        return self.record.result

    @property
    def result(self) -> FigureValue:
        """The rule's result as a figure: title, unit, value, category, status."""
        if self._head is None:
            self._head = seen_figure(self.record.result)
        return self._head

    @property
    def value(self) -> Decimal | None:
        """The value rounded as the rule says, or to two places for showing; `None` if absent."""
        shown = self.result.shown
        return None if not isinstance(shown, str) else Decimal(shown)

    @property
    def exact(self) -> Fraction | None:
        """The exact value before rounding; `None` if absent or approximate."""
        return self.result.exact

    @property
    def category(self) -> str | None:
        """The band of the rule's scale."""
        return self.result.category

    @property
    def status(self) -> Status:
        """`ok`, `missing`, `not_applicable` or `error`."""
        return self.result.status

    @property
    def reason(self) -> str | None:
        """Why there is no value."""
        return self.result.reason

    @property
    def figures(self) -> dict[str, FigureValue]:
        """The inputs and steps of the rule, by name, in order."""
        return Figures((figure.name, figure) for figure in self._all.figures)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Failed checks and warnings of the record and of every rule that it called."""
        return self._all.diagnostics

    @property
    def receipt(self) -> Receipt:
        """The rules that it was computed with."""
        return self.rule.receipt

    @property
    def _all(self) -> SeenRule:
        if self._seen is None:
            self._seen = seen_rule(self.record)
        return self._seen

    def explain(self, lang: Language = "id") -> str:
        """Every step in words and numbers.

        Raises `UsageError` for another language, `RuleError` if the rule has changed since.
        """
        from sakip_rules.explainer.lines import render  # noqa: PLC0415 - whoever computes does not wait for it
        from sakip_rules.explainer.steps import explain_record  # noqa: PLC0415 - as above

        return render(explain_record(self.record, known_language(lang)))

    def to_dict(self, lang: Language = "id", *, receipt: bool = False) -> dict[str, Any]:
        """The result as JSON sees it, with its receipt if asked; raises `UsageError` for another language."""
        from sakip_rules.exporters.objects import record_object  # noqa: PLC0415 - as above

        made = record_object(self._all, known_language(lang))
        return made | ({"receipt": self.receipt.to_dict()} if receipt else {})

    def __reduce__(self) -> tuple[Callable[[Rule, bytes], Result], tuple[Rule, bytes]]:
        import pickle  # noqa: PLC0415 - whoever asks for this has imported it
        import zlib  # noqa: PLC0415 - as above

        return _unpacked, (self.rule, zlib.compress(pickle.dumps((self.inputs, self._all))))

    def __copy__(self) -> Result:
        return self  # nothing in it changes

    def __deepcopy__(self, _memo: dict[int, Any]) -> Result:
        return self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Result):
            return NotImplemented
        return self.receipt == other.receipt and self.result == other.result and self.inputs == other.inputs

    def __hash__(self) -> int:
        return hash((self.receipt, self.result.shown, self.status))

    def __repr__(self) -> str:
        return f"<Result {self.value if self.status == 'ok' else self.status}>"


class QuickResult(Answered, Result):
    """A result of a compiled rule: its value, exact number and category come from integers.

    All else comes from the reference, which computes the same inputs again when somebody asks.
    """

    __slots__ = ("_given", "_outcome")

    def __init__(self, rule: Rule, compiled: CompiledRule, given: dict[str, Any]) -> None:
        """Computes it; raises `DeclineError` where the reference must."""
        self._outcome = compiled.run(given)
        self.rule = rule
        self._given = given
        self._record = self._seen = self._head = None

    @property
    def inputs(self) -> Mapping[str, Value]:  # type: ignore[override]  # read when they are asked for
        """The typed inputs."""
        return read_arguments(self.rule.formula_plan, self._given, self.rule.catalogue.floats)

    @property
    def status(self) -> Status:
        """As of any result."""
        return "ok" if self.absent is None else self.absent.status

    @property
    def reason(self) -> str | None:
        """As of any result."""
        return None if self.absent is None else self.absent.json_reason

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """As of any result; the reference is not asked where there is surely nothing to tell."""
        return () if self.quiet else super().diagnostics


def _unpacked(rule: Rule, packed: bytes) -> Result:
    """Gives a result again; most of it are titles, which become small when they are packed."""
    import pickle  # noqa: PLC0415 - as above
    import zlib  # noqa: PLC0415 - as above

    inputs, seen = pickle.loads(zlib.decompress(packed))  # noqa: S301 - whoever reads the pickle around it trusts it
    return Result(rule, inputs, None, seen)


class _Outcome:
    """What a scale or a table gives, or why it gives nothing."""

    __slots__ = ("asked", "outcome", "rule", "unit")

    def __init__(
        self,
        outcome: Value,
        rule: Rule | None = None,
        asked: tuple[Value, ...] = (),
        unit: str | None = None,
    ) -> None:
        self.outcome = outcome
        self.unit = unit
        """The unit of the numbers of the scale or table."""

        self.rule = rule
        self.asked = asked
        """What was classified or looked up."""

    @property
    def status(self) -> Status:
        """`ok`, or the status of what is absent."""
        return self.outcome.status if isinstance(self.outcome, Absent) else "ok"

    @property
    def reason(self) -> str | None:
        """Why there is nothing."""
        return self.outcome.json_reason if isinstance(self.outcome, Absent) else None

    @property
    def receipt(self) -> Receipt | None:
        """The rule that was asked; `None` for an outcome that no rule gave."""
        return None if self.rule is None else self.rule.receipt

    def _object(self, lang: Language, found: dict[str, Any], *, receipt: bool) -> dict[str, Any]:
        spoken = known_language(lang)
        rule = self.rule
        return {
            "rule": None if rule is None else rule.reference,
            "title": None if rule is None else say(rule.titles, spoken),
            **found,
            "status": self.status,
            "reason": self.reason,
            **({"receipt": rule.receipt.to_dict()} if receipt and rule is not None else {}),
        }

    def __copy__(self) -> _Outcome:
        return self  # nothing in it changes

    def __deepcopy__(self, _memo: dict[int, Any]) -> _Outcome:
        return self

    def __reduce__(self) -> tuple[type[_Outcome], tuple[Value, Rule | None, tuple[Value, ...], str | None]]:
        return type(self), (self.outcome, self.rule, self.asked, self.unit)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Outcome) or type(self) is not type(other):
            return NotImplemented
        return (self.outcome, self.asked, self.receipt) == (other.outcome, other.asked, other.receipt)

    def __hash__(self) -> int:
        return hash((self.outcome, self.asked, self.receipt))


class Classified(_Outcome):
    """What a scale gives for one number."""

    __slots__ = ()

    @property
    def category(self) -> str | None:
        """The label of the band; `None` if there is none."""
        return self.outcome.label if isinstance(self.outcome, Category) else None

    @property
    def code(self) -> str | None:
        """The CODE of the band, if it has one."""
        return self.outcome.code if isinstance(self.outcome, Category) else None

    def to_dict(self, lang: Language = "id", *, receipt: bool = False) -> dict[str, Any]:
        """The band as JSON sees it; raises `UsageError` for another language."""
        return self._object(lang, {"category": self.category, "code": self.code}, receipt=receipt)

    def __repr__(self) -> str:
        return f"<Classified {self.category or self.status}>"


class LookedUp(_Outcome):
    """What a table gives for its CODEs, or an interpolation for a number."""

    __slots__ = ()

    @property
    def exact(self) -> Fraction | None:
        """The number found; `None` if there is none or it is approximate."""
        return self.outcome if isinstance(self.outcome, Fraction) else None

    @property
    def value(self) -> Decimal | None:
        """The number as it stands in the table; one without an end in decimals to two places."""
        if not is_number(self.outcome):
            return None
        return Decimal(display_text(self.outcome, None))

    def to_dict(self, lang: Language = "id", *, receipt: bool = False) -> dict[str, Any]:
        """The number as JSON sees it; raises `UsageError` for another language."""
        value = None if not is_number(self.outcome) else display_text(self.outcome, None)
        exact = None if self.exact is None else fraction_text(self.exact)
        return self._object(lang, {"value": value, "exact": exact, "unit": self.unit}, receipt=receipt)

    def __repr__(self) -> str:
        return f"<LookedUp {self.value if self.status == 'ok' else self.status}>"

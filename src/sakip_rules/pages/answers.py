"""What rules answer on pages: each with the version in force in a year, for what is given in data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sakip_rules.checker import Checked
from sakip_rules.diagnostics import RuleError
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.examples.runner import resolvers
from sakip_rules.languages import Language
from sakip_rules.loader import LoadedRule
from sakip_rules.loader.rules import NATIONAL
from sakip_rules.models import AnyRule, Reference
from sakip_rules.numbers import Interval, Number
from sakip_rules.pages.writing import exact
from sakip_rules.plans import RulePlan, ScalePlan, band_of
from sakip_rules.reader import read_arguments, read_value
from sakip_rules.results import RuleResult
from sakip_rules.values import Absent, Category, Value
from sakip_rules.vocabulary import REASONS
from sakip_rules.wording.values import absent_words


@dataclass(frozen=True, slots=True)
class Answer:
    """What one version of a rule gives: a value, and for a formula rule all figures of its record."""

    rule: AnyRule
    value: Value
    record: RuleResult | None = None

    @property
    def category(self) -> str | None:
        """The class: a scale's own, or that of a formula rule's result."""
        category = self.value if self.record is None else self.record.result.category
        return category.label if isinstance(category, Category) else None

    def number(self, figure: str | None = None) -> Number:
        """Gives a figure before its own rounding; `name.field` is the sum over the rows of a step.

        Raises `ValueError` where it is no number.
        """
        step, _, field = (figure or "").partition(".")
        value = self.value
        if self.record is not None and field:
            parts = (row.figures[field].fraction for row in self.record.rows[step])
            value = sum((part for part in parts if part is not None), Fraction(0))
        elif self.record is not None and step:
            value = self.record.figures[step].exact
        if not isinstance(value, Fraction | Interval):
            raise ValueError(f"{self.rule.reference}: {figure or 'result'} is no number")  # noqa: TRY004 - a value
        return value

    def words(self, lang: Language) -> str:
        """Gives the exact number, the class, or why there is none."""
        if isinstance(self.value, Absent):
            return _absent_words(self.value, lang)
        return exact(self.number(), lang) if self.category is None or self.record else self.category


def full_id(name: str) -> str:
    """Gives the id of a rule that data name; `nasional/` may be left out."""
    return name if "/" in name else f"{NATIONAL}/{name}"


def _absent_words(absent: Absent, lang: Language) -> str:
    """Why there is no value, if the engine found it; a rule's own words stand on its page."""
    return absent_words(Absent(absent.word, absent.reason if absent.reason in REASONS else None), lang)


class Answers:
    """The rules of a catalogue, linked for each year that is asked about."""

    def __init__(self, checked: Checked) -> None:
        self.catalogue = checked.catalogue
        self._resolver_of = resolvers(checked)

    def rule(self, name: str, year: int) -> LoadedRule | None:
        """Gives the rule in force in a year, if there is one without errors; `nasional/` may be left out."""
        reference = Reference(full_id(name), None)
        try:
            return self._resolver_of(year).find(reference)
        except RuleError:
            return None

    def answer(self, name: str, year: int, given: object) -> Answer:
        """Gives what a formula rule or scale gives for its inputs or its number.

        Raises `LookupError` where there is no such rule, `DataError` for inputs that are wrong.
        """
        loaded = self.rule(name, year)
        if loaded is None:
            raise LookupError(name)
        plan = self._resolver_of(year).plan_of(loaded)
        if isinstance(plan, ScalePlan):
            return Answer(loaded.rule, band_of(plan, read_value(given, plan.unit)))
        assert isinstance(plan, RulePlan)  # noqa: S101 - the data ask scales and formula rules
        assert isinstance(given, Mapping)  # noqa: S101 - as above
        record = evaluate_rule(plan, read_arguments(plan, given))
        return Answer(loaded.rule, record.result.absent or record.result.exact, record)

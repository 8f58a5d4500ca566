"""Worked cases inside rule files, one shape for each shape of rule (language reference, section 10)."""

from __future__ import annotations

from sakip_rules.models.base import Maybe, Model, Raw, Text, Words, refuse
from sakip_rules.models.body import Rounding
from sakip_rules.models.formulas import FormulaText, reason_fault, refuse_reason
from sakip_rules.models.marks import after, keyed
from sakip_rules.models.words import Name, ScalarText
from sakip_rules.vocabulary import Word


class Example(Model):
    """What all examples have: a title."""

    title: Text


class ValueExample(Example):
    """An example of one value, which may be an absent one."""

    status: Maybe[Word] = None
    reason: Maybe[str] = None

    @after
    def _reason_fits(self) -> ValueExample:
        if self.reason is not None and self.status is None:
            raise refuse("missing-key.status")
        fault = reason_fault(self.status, self.reason)
        if fault is not None:
            raise refuse_reason(fault, self.reason)
        return self


class FormulaExample(ValueExample):
    """Inputs of a formula rule, and what must come out.

    `result` is a number or a formula of constants; `steps` are numbers as text.
    """

    given: dict[Name, Raw]
    result: Maybe[FormulaText] = None
    steps: dict[Name, FormulaText] = keyed(default_factory=dict)
    category: ScalarText | None = None
    """`null` expects that there is none; left out, nothing is expected."""

    rounding: Maybe[Rounding] = None

    @property
    def expects_category(self) -> bool:
        """Says whether a category, or none, is expected."""
        return "category" in self.stated

    @after
    def _expects(self) -> FormulaExample:
        if not any((self.result, self.steps, self.expects_category, self.status)):
            raise refuse("missing-key.example-result")
        return self


class ScaleExample(ValueExample):
    """A number or a word of an absent value, and its category."""

    given: ScalarText
    category: Maybe[ScalarText] = None

    @after
    def _expects(self) -> ScaleExample:
        if (self.category is None) == (self.status is None):
            raise refuse("missing-key.example-category")
        return self


class TableExample(ValueExample):
    """One value or a map from key to value, and the number found."""

    given: Raw
    result: Maybe[FormulaText] = None

    @after
    def _expects(self) -> TableExample:
        if self.given is None:
            raise refuse("bad-value.empty", at=("given",))
        if (self.result is None) == (self.status is None):
            raise refuse("missing-key.example-number")
        return self


class FrameworkExample(Example):
    """A report, and what must come out: path -> figure, or `figure@year` -> expectation, as written."""

    report: dict[Words, Raw]
    expect: dict[Words, dict[Words, Raw]]

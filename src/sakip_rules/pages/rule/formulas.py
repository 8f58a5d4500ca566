"""Formulas on a page: typeset and in words; cases with a brace; what another rule computes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.expression import parse
from sakip_rules.markup import NOTHING, Markup, items, joined, tag
from sakip_rules.models import AbsentValue, CaseCall
from sakip_rules.pages.rule.phrases import linked_words
from sakip_rules.pages.rule.typeset import reads_as_words, typeset
from sakip_rules.wording.values import absent_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sakip_rules.languages import Pair
    from sakip_rules.models import Case, FormulaField, Reference
    from sakip_rules.pages.rule.lexicon import Lexicon
    from sakip_rules.pages.rule.view import RuleView

_WHEN: Final[Pair] = ("bila", "when")
_ELSE: Final[Pair] = ("selain itu", "otherwise")
_BY_RULE: Final[Pair] = ("dihitung dengan aturan", "computed by rule")
_BOUND: Final[Pair] = ("diisi dengan", "bound to")


def formula_block(field: FormulaField, names: Lexicon, view: RuleView) -> Markup:
    """Gives a formula typeset, with its words below; of cases, each with its condition."""
    if isinstance(field, str):
        typed = tag("div", typeset(field, names, view.lang), class_="formula")
        return joined([typed, words(field, names, view)])
    return tag("ul", *(_case(case, names, view) for case in field), class_="cases")


def words(formula: str, names: Lexicon, view: RuleView) -> Markup:
    """Gives a formula in words; nothing where it names nothing."""
    parsed = parse(formula)
    said = linked_words(parsed, names, view.lang)
    return tag("p", said, class_="words") if parsed.reads.names or parsed.reads.aliases else NOTHING


def drawn(formula: str, names: Lexicon, view: RuleView) -> Markup:
    """Gives a formula typeset, with its words below; the words alone where they look the same."""
    parsed = parse(formula)
    if reads_as_words(parsed, names, view.lang):
        return tag("div", linked_words(parsed, names, view.lang), class_="formula")
    typed = tag("div", typeset(formula, names, view.lang), class_="formula")
    return joined([typed, words(formula, names, view)])


def _case(case: Case, names: Lexicon, view: RuleView) -> Markup:
    outcome = tag("div", outcome_block(case.outcome, names, view), class_="outcome")
    note = tag("p", view.prose(case.note), class_="note") if case.note is not None else NOTHING
    return tag("li", outcome, _condition(case.when, names, view), note)


def _condition(when: str | None, names: Lexicon, view: RuleView) -> Markup:
    if when is None:
        return tag("p", view.say(_ELSE), class_="condition")
    parsed = parse(when)
    told = reads_as_words(parsed, names, view.lang)
    said = linked_words(parsed, names, view.lang) if told else typeset(when, names, view.lang, block=False)
    condition = tag("p", view.say(_WHEN), " ", said, class_="condition")
    return condition if told else joined([condition, words(when, names, view)])


def outcome_block(outcome: str | AbsentValue | CaseCall, names: Lexicon, view: RuleView) -> Markup:
    """Gives what a case gives: a formula, an absent value, or what another rule computes."""
    if isinstance(outcome, AbsentValue):
        return tag("p", absent_words(outcome.value(), view.lang), class_="absent")
    if isinstance(outcome, CaseCall):
        return call_block(outcome.rule, outcome.with_, names, view)
    return drawn(outcome, names, view)


def call_block(
    rule: Reference, bindings: Mapping[str, FormulaField], names: Lexicon, view: RuleView
) -> Markup:
    """Gives the rule that computes a value, and what its inputs are bound to."""
    bound = (
        joined([tag("code", name), f" {view.say(_BOUND)} ", formula_block(field, names, view)])
        for name, field in bindings.items()
    )
    return joined([tag("p", view.say(_BY_RULE), " ", view.rule(rule)), items("ul", bound, class_="bindings")])

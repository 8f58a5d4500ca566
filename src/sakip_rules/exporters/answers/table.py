"""What rules give for data as text: the value, its unit and category, below the rule that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.columns import INDENT, beside, painted
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.subjects import AliasOutcome, RuleAnswers
from sakip_rules.languages import Language
from sakip_rules.numbers import display_text
from sakip_rules.values import is_number
from sakip_rules.wording.values import figure_words, safe, short_unit, value_words, with_unit

if TYPE_CHECKING:
    from sakip_rules.plans import Source
    from sakip_rules.results import Figure, RuleResult


def export(answers: RuleAnswers, look: Look) -> str:
    """Gives the rule once, and a line for each answer; what is wrong with data is told elsewhere."""
    lines: list[str] = []
    told: Source | None = None
    for answer in answers.given:
        if isinstance(answer, SakipRulesError):
            continue
        source = answer.plan.source if isinstance(answer, AliasOutcome) else answer.source
        if source is not told:
            title = safe(source.title, look.lang)
            lines += beside([(source.reference, "title"), (title, "quiet")], look.width, look.paint)
            told = source
        lines += painted(INDENT + _words(answer, look.lang), "result", look.width, look.paint)
    return "".join(f"{line}\n" for line in lines)


def _words(answer: RuleResult | AliasOutcome, lang: Language) -> str:
    if not isinstance(answer, AliasOutcome):
        return _figure(answer.result, lang)
    value = answer.value
    text = display_text(value, None) if is_number(value) else None
    unit = short_unit(answer.plan.unit, lang) if text is not None else None
    return with_unit(value_words(value, text, lang), unit)


def _figure(figure: Figure, lang: Language) -> str:
    """Gives a value, its unit, and its category behind it."""
    unit = short_unit(figure.unit, lang) if figure.unit and is_number(figure.value) else None
    words = with_unit(figure_words(figure, lang), unit)
    return words if figure.category is None else f"{words} · {clean(figure.category.label)}"

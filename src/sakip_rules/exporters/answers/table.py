"""What rules give for data as text: the value, its unit and category, below the rule that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.columns import INDENT, beside, painted
from sakip_rules.exporters.look import Look
from sakip_rules.languages import Language
from sakip_rules.values import is_number
from sakip_rules.wording.values import safe, short_unit, value_words

if TYPE_CHECKING:
    from sakip_rules.exporters.subjects import RuleAnswer, RuleAnswers


def export(answers: RuleAnswers, look: Look) -> str:
    """Gives the rule once, and a line for each answer; what is wrong with data is told elsewhere."""
    lines: list[str] = []
    told: str | None = None
    for answer in answers.given:
        if isinstance(answer, SakipRulesError):
            continue
        if answer.reference != told:
            told, title = answer.reference, safe(answer.titles, look.lang)
            lines += beside([(told, "title"), (title, "quiet")], look.width, look.paint)
        lines += painted(INDENT + _words(answer, look.lang), "result", look.width, look.paint)
    return "".join(f"{line}\n" for line in lines)


def _words(answer: RuleAnswer, lang: Language) -> str:
    """Gives a value, its unit, and its category behind it; of what is missing, which inputs."""
    words = value_words(answer.value, answer.text, lang)
    if answer.unit and is_number(answer.value):
        words = f"{words} {short_unit(answer.unit, lang)}"
    if answer.lacking:
        words = f"{words}: {', '.join(answer.lacking)}"
    return words if answer.category is None else f"{words} · {clean(answer.category)}"

"""What rules give for data as JSON: one object, or a line for each of them (language reference, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import errors_object, to_line, to_text

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json
    from sakip_rules.exporters.subjects import RuleAnswer, RuleAnswers
    from sakip_rules.languages import Language


def export(answers: RuleAnswers, look: Look) -> str:
    """Gives answers as JSON text; what is wrong with a datum stands in the place of its answer."""
    written = to_line if answers.in_lines else to_text
    return "".join(written(_object(answer, look.lang)) for answer in answers.given)


def _object(answer: RuleAnswer | SakipRulesError, lang: Language) -> Json:
    if isinstance(answer, SakipRulesError):
        return errors_object(answer.diagnostics, lang)
    return answer.to_dict(lang)

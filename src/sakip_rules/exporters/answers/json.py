"""What rules give for data as JSON: one object, or a line for each of them (language reference, 13)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, assert_never

from sakip_rules.diagnostics import SakipRulesError
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import errors_object, record_object, to_line, to_text
from sakip_rules.exporters.seen import seen_rule
from sakip_rules.exporters.subjects import AliasOutcome, RuleAnswers
from sakip_rules.languages import Language, say
from sakip_rules.numbers import display_text, fraction_text
from sakip_rules.plans import ScalePlan, TablePlan
from sakip_rules.results import RuleResult
from sakip_rules.values import Absent, Category, is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json


def export(answers: RuleAnswers, look: Look) -> str:
    """Gives answers as JSON text; what is wrong with a datum stands in the place of its answer."""
    written = to_line if answers.in_lines else to_text
    return "".join(written(answer_object(answer, look.lang)) for answer in answers.given)


def answer_object(answer: RuleResult | AliasOutcome | SakipRulesError, lang: Language = "id") -> Json:
    """Gives one answer as an object."""
    match answer:
        case RuleResult():
            return record_object(seen_rule(answer), lang)
        case AliasOutcome():
            return alias_object(answer, lang)
        case SakipRulesError():
            return errors_object(answer.diagnostics, lang)
        case _:
            assert_never(answer)


def alias_object(outcome: AliasOutcome, lang: Language = "id") -> Json:
    """Gives the category of a scale, or the number of a table."""
    source, value = outcome.plan.source, outcome.value
    absent = value if isinstance(value, Absent) else None
    head = {"rule": source.reference, "title": say(source.title, lang)}
    state = {
        "status": "ok" if absent is None else absent.status,
        "reason": None if absent is None else absent.json_reason,
    }
    match outcome.plan:
        case ScalePlan():
            label, code = (value.label, value.code) if isinstance(value, Category) else (None, None)
            return head | {"category": label, "code": code} | state
        case TablePlan():
            number = {
                "value": display_text(value, None) if is_number(value) else None,
                "exact": fraction_text(value) if isinstance(value, Fraction) else None,
                "unit": outcome.plan.unit,
            }
            return head | number | state
        case _:
            assert_never(outcome.plan)

"""What the runtimes must say: the results of this package in the shape that theirs have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sakip_rules.api.outcomes import Classified, LookedUp, Result
from sakip_rules.diagnostics import Diagnostic, SakipRulesError
from sakip_rules.exporters.objects import shown_value
from sakip_rules.numbers import display_text, fraction_text
from sakip_rules.results import Figure, RecordResult, RowResult, RuleResult, Trace, record_diagnostics
from sakip_rules.values import Absent, Category, Value, is_number

if TYPE_CHECKING:
    from collections.abc import Callable

    from sakip_rules.expression import RowsUsed

Json = Any
Outcome = Result | Classified | LookedUp


def answer(ask: Callable[[], Outcome]) -> Json:
    """Gives what asking gives; of inputs that are wrong, the codes of all mistakes."""
    try:
        outcome = ask()
    except SakipRulesError as error:
        return {"errors": sorted(each.code for each in error.diagnostics)}
    match outcome:
        case Result():
            return rule(outcome.record)
        case Classified():
            return {"category": outcome.category, "code": outcome.code, **status(outcome.outcome)}
        case LookedUp():
            number = outcome.outcome
            text = display_text(number, None) if is_number(number) else None
            exact = None if outcome.exact is None else fraction_text(outcome.exact)
            return {"text": text, "exact": exact, **status(number)}


def rule(record: RuleResult) -> Json:
    """Gives what a rule gave, with every step."""
    found = record_diagnostics([record])
    head = {"rule": record.source.reference, **figure(record.result), **parts(record)}
    return {**head, "diagnostics": codes(found)}


def parts(record: RecordResult) -> Json:
    """Gives the figures of a record, and the rows of its collections."""
    collections = [{"name": name, "rows": [row(each) for each in rows]} for name, rows in record.rows.items()]
    return {"steps": [figure(each) for each in record.figures.values()], "collections": collections}


def row(record: RowResult) -> Json:
    """Gives a row of a collection."""
    return {"id": record.id, **parts(record), "diagnostics": codes(record.diagnostics)}


def figure(shown: Figure) -> Json:
    """Gives a figure: its value, how it was computed, and what is to be said of it."""
    trace = shown.trace or Trace()
    value = shown_value(shown)
    category = shown.value if isinstance(shown.value, Category) else shown.category
    return {
        "name": shown.name,
        "unit": shown.unit,
        "origin": shown.origin,
        "text": shown.text,
        "exact": None if shown.fraction is None else fraction_text(shown.fraction),
        "range": value if isinstance(value, dict) else None,
        "category": None if category is None else category.label,
        "code": None if category is None else category.code,
        **status(shown.value),
        "formula": None if trace.formula is None else trace.formula.text,
        "case": trace.case,
        "aggregates": [rows(each) for each in trace.rows],
        "called": None if trace.called is None else rule(trace.called),
        "diagnostics": codes(shown.diagnostics),
    }


def status(value: Value) -> Json:
    """Gives whether a value is there, and why not."""
    if not isinstance(value, Absent):
        return {"status": "ok", "reason": None, "note": None}
    note = None if value.note is None else list(value.note)
    return {"status": value.status, "reason": value.json_reason, "note": note}


def rows(used: RowsUsed) -> Json:
    """Gives what an aggregate did with its rows."""
    left = [{"row": name, "why": why} for name, why in used.left]
    return {"function": used.function, "counted": used.counted, "left": left, "more": used.left_more}


def codes(diagnostics: list[Diagnostic] | tuple[Diagnostic, ...]) -> list[list[str]]:
    """Gives code and severity of diagnostics, in order."""
    return [[each.code, each.severity] for each in diagnostics]

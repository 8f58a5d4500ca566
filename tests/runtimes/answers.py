"""What the runtimes must say: the results of this package in the shape that theirs have."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from sakip_rules import Catalogue, SakipRulesError
from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator import evaluate_rule
from sakip_rules.exporters.seen import seen_figure
from sakip_rules.numbers import display_text, fraction_text
from sakip_rules.plans import AnyPlan, RulePlan, ScalePlan, TablePlan, band_of, call
from sakip_rules.reader import read_arguments, read_key, read_value
from sakip_rules.results import Figure, RecordResult, RowResult, RuleResult, Trace, record_diagnostics
from sakip_rules.tables import Table
from sakip_rules.values import Absent, Category, Value, is_number

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from sakip_rules.expression import RowsUsed

Json = Any


def answer(ask: Callable[[], Json]) -> Json:
    """Gives what asking gives; of inputs that are wrong, the codes of all mistakes."""
    try:
        return ask()
    except SakipRulesError as error:
        return {"errors": sorted(each.code for each in error.diagnostics)}


def evaluated(plan: AnyPlan, given: Mapping[str, object]) -> Json:
    """Gives what a formula rule gives, with every step."""
    assert isinstance(plan, RulePlan)
    return rule(evaluate_rule(plan, read_arguments(plan, given)))


def classified(plan: AnyPlan, value: object) -> Json:
    """Gives the band of a number, or of an absent value."""
    assert isinstance(plan, ScalePlan)
    found = band_of(plan, read_value(value, plan.unit))
    return {**band(found), **status(found)}


def looked_up(plan: AnyPlan, *codes: object) -> Json:
    """Gives the number of a table."""
    assert isinstance(plan, TablePlan)
    by_code = isinstance(plan.table, Table)
    read = [read_key(code) if by_code else read_value(code, plan.unit) for code in codes]
    number = call(plan, tuple(read))
    text = display_text(number, None) if is_number(number) else None
    exact = fraction_text(number) if isinstance(number, Fraction) else None
    return {"text": text, "exact": exact, **status(number)}


def version(catalogue: Catalogue, rule_id: str, day: datetime.date) -> Json:
    """Gives which version of a rule holds on a day."""
    return {"rule": catalogue.rule(rule_id, on=day).reference}


def rule(record: RuleResult) -> Json:
    """Gives what a rule gave, with every step.

    `codes` are those of everything that it is made of, each once: this package tells failed checks of two
    rows apart by the values that they compare, which are words and not of a runtime.
    """
    found = codes(record_diagnostics([record]))
    whole = {"rule": record.source.reference, **figure(record.result), **parts(record)}
    del whole["diagnostics"]
    return {**whole, "codes": [each for place, each in enumerate(found) if each not in found[:place]]}


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
    value = seen_figure(shown).json_value
    return {
        "name": shown.name,
        "unit": shown.unit,
        "origin": shown.origin,
        "text": shown.text,
        "exact": None if shown.fraction is None else fraction_text(shown.fraction),
        "range": value if isinstance(value, dict) else None,
        **band(shown.value if isinstance(shown.value, Category) else shown.category),
        **status(shown.value),
        "formula": None if trace.formula is None else trace.formula.text,
        "case": trace.case,
        "aggregates": [rows(each) for each in trace.rows],
        "called": None if trace.called is None else rule(trace.called),
        "diagnostics": codes(shown.diagnostics),
    }


def band(found: Value | None) -> Json:
    """Gives the label and the CODE of a category."""
    label, code = (found.label, found.code) if isinstance(found, Category) else (None, None)
    return {"category": label, "code": code}


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

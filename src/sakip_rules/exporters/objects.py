"""What programs read of results: one rule's result, figures, diagnostics (language reference, 13)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.languages import Language, say
from sakip_rules.numbers import bits, fraction_text, shortest_text
from sakip_rules.results import Figure, RecordResult, RuleResult, record_diagnostics
from sakip_rules.values import Category, Range

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic

Json = dict[str, Any]

EXACT_BITS: Final = 14_000
"""An exact number with more bits is left out (language reference 13)."""


def to_text(data: Json) -> str:
    """Gives JSON text, readable, with a line end at the end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_line(data: Json) -> str:
    """Gives JSON text as one line, for programs that read a line at a time."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def figures_object(record: RecordResult) -> Json:
    """Gives what is known of the figures of a record, sorted into four maps."""
    figures = list(record.figures.values())
    exact = {figure.name: exact_number(figure) for figure in figures}
    categories = {figure.name: category_of(figure) for figure in figures}
    values = {figure.name: shown_value(figure) for figure in figures}
    return {
        "values": _present(values),
        "exact": _present(exact),
        "categories": _present(categories),
        "absent": {
            figure.name: {"status": figure.absent.status, "reason": figure.absent.json_reason}
            for figure in figures
            if figure.absent is not None
        },
    }


def _present(entries: Mapping[str, Any]) -> Json:
    return {name: value for name, value in entries.items() if value is not None}


def shown_value(figure: Figure) -> str | dict[str, str] | None:
    """Gives a figure as `values` holds it: text, the ends of a range, nothing for what has none."""
    if isinstance(figure.value, Category):
        return None
    if isinstance(figure.value, Range):
        return {"min": _end(figure.value.low), "max": _end(figure.value.high)}
    return figure.text


def _end(number: Fraction) -> str:
    return shortest_text(number) or fraction_text(number)


def exact_number(figure: Figure) -> str | None:
    """Gives the exact number of a figure as `p/q`, unless it is approximate or too long."""
    exact = figure.fraction
    return None if exact is None or bits(exact) > EXACT_BITS else fraction_text(exact)


def category_of(figure: Figure) -> str | None:
    """Gives what the category of a figure is called, if it is in one."""
    return None if figure.in_category is None else figure.in_category.label


def record_object(record: RuleResult, lang: Language = "id") -> Json:
    """Gives the result of one rule with all that it was computed from."""
    result = record.result
    absent = result.absent
    return {
        "rule": record.source.reference,
        "title": say(record.source.title, lang),
        "value": shown_value(result),
        "exact": exact_number(result),
        "category": category_of(result),
        "status": absent.status if absent is not None else "ok",
        "reason": absent.json_reason if absent is not None else None,
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in record_diagnostics([record])],
        "figures": figures_object(record),
    }


def errors_object(diagnostics: Iterable[Diagnostic], lang: Language = "id") -> Json:
    """Gives what stands in the way of an answer as one object; `hidden` counts what is not shown."""
    shown, hidden = shown_of(diagnostics)
    return {"errors": [diagnostic.to_dict(lang) for diagnostic in shown], "hidden": hidden}


def failure_object(code: str, message: str, file: str | None = None) -> Json:
    """Gives, as `errors_object`, what is no diagnostic: wrong words of a command, a file not written."""
    nowhere = {"line": None, "column": None, "pointer": None}
    error = {"code": code, "severity": "error", "file": file, **nowhere, "message": message, "hint": ""}
    return {"errors": [error], "hidden": 0}

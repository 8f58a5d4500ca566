"""What programs read of results: one rule's result, figures (language reference, 13)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.seen import FigureValue, SeenRule
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic

Json = dict[str, Any]


def to_text(data: Json) -> str:
    """Gives JSON text, readable, with a line end at the end."""
    return _safe(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def to_line(data: Json) -> str:
    """Gives JSON text as one line, for programs that read a line at a time."""
    return _safe(json.dumps(data, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _safe(text: str) -> str:
    """Gives JSON text in which nothing steers a terminal or is no character: those are written by number."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text)


def figures_object(figures: Iterable[FigureValue], lang: Language = "id") -> Json:
    """Gives what is known of figures: one object for each, and the same sorted into four maps."""
    by_name = {figure.name: figure.to_dict(lang) for figure in figures}
    return {
        "values": _present(by_name, "value"),
        "exact": _present(by_name, "exact"),
        "categories": _present(by_name, "category"),
        "absent": {
            name: {"status": figure["status"], "reason": figure["reason"]}
            for name, figure in by_name.items()
            if figure["status"] != "ok"
        },
        "by_name": by_name,
    }


def _present(by_name: Mapping[str, Json], part: str) -> Json:
    return {name: figure[part] for name, figure in by_name.items() if figure[part] is not None}


def record_object(seen: SeenRule, lang: Language = "id") -> Json:
    """Gives the result of one rule with all that it was computed from."""
    result = seen.result
    return {
        "rule": seen.reference,
        "title": say(seen.titles, lang),
        "value": result.json_value,
        "exact": result.json_exact,
        "category": result.category,
        "status": result.status,
        "reason": result.reason,
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in seen.diagnostics],
        "figures": figures_object(seen.figures, lang),
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

"""What is wrong in rule files as SARIF 2.1.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sakip_rules.diagnostics import Diagnostic, Place
from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.checks.words import with_hint
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import Language
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def export(checks: Checks, look: Look) -> str:
    """Gives diagnostics as a SARIF log with one run."""
    shown, hidden = shown_of(checks.diagnostics)
    codes = sorted({diagnostic.code for diagnostic in shown})
    driver = {"name": "sakip-rules", "version": __version__, "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",  # as Python counts characters; SARIF would assume UTF-16
        "results": [_result(diagnostic, codes.index(diagnostic.code), look.lang) for diagnostic in shown],
        "properties": {"hidden": hidden},
    }
    return to_text({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(diagnostic: Diagnostic, rule_index: int, lang: Language) -> Json:
    result: Json = {
        "ruleId": diagnostic.code,
        "ruleIndex": rule_index,
        "level": diagnostic.severity,
        "message": {"text": with_hint(diagnostic, lang)},
    }
    if diagnostic.place is not None:
        result["locations"] = [_location(diagnostic.place)]
    return result


def _location(place: Place) -> Json:
    """Gives where a place is: a stretch of a text, or a cell, of which SARIF knows only a name."""
    if place.sheet:
        file = {"artifactLocation": {"uri": _uri(place.file)}}
        return {"physicalLocation": file, "logicalLocations": [{"fullyQualifiedName": place.within}]}
    return {"physicalLocation": _physical(place)}


def _physical(place: Place) -> Json:
    file: Json = {"artifactLocation": {"uri": _uri(place.file)}}
    if not place.line:  # the file as a whole
        return file
    end = place.column + place.width
    return {**file, "region": {"startLine": place.line, "startColumn": place.column, "endColumn": end}}


def _uri(file: str) -> str:
    """Gives a path as a URI: relative paths stay relative, absolute ones get their scheme."""
    path = quote(file.replace("\\", "/"), safe="/:")
    if path.startswith("/"):
        return f"file://{path}"
    return f"file:///{path}" if path[1:3] == ":/" else path

"""What is wrong in rule files as workflow commands: GitHub shows them beside the lines of the files."""

from __future__ import annotations

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.checks.words import with_hint
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.subjects import Checks
from sakip_rules.languages import Language


def export(checks: Checks, look: Look) -> str:
    """Gives one workflow command a line."""
    shown, hidden = shown_of(checks.diagnostics)
    lines = [_annotation(diagnostic, look.lang) for diagnostic in shown]
    if hidden:
        lines.append(f"::notice::{hidden} more" if look.lang == "en" else f"::notice::{hidden} lagi")
    return "".join(f"{line}\n" for line in lines)


def _annotation(diagnostic: Diagnostic, lang: Language) -> str:
    properties = {"title": diagnostic.code}
    place = diagnostic.place
    if place is not None and place.sheet:  # a workflow has lines of files only
        properties = {"file": place.file.replace("\\", "/"), "title": f"{diagnostic.code} {place.within}"}
    elif place is not None and not place.line:  # the file as a whole
        properties = {"file": place.file.replace("\\", "/"), **properties}
    elif place is not None:
        end = place.column + max(place.width, 1) - 1
        properties = {
            "file": place.file.replace("\\", "/"),
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(end),
            **properties,
        }
    stated = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{diagnostic.severity} {stated}::{_data(with_hint(diagnostic, lang))}"


def _data(text: str) -> str:
    # What ends a command, or its properties, is escaped as GitHub's own toolkit does it.
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""Diagnostics of a run as text, as JSON, as annotations of GitHub, and as SARIF 2.1.0."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from sakip_rules.diagnostics import Diagnostic, Place, render_all, summary_line
from sakip_rules.diagnostics.core import by_severity
from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.json import Json, diagnostic_dict
from sakip_rules.languages import Language, say
from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.examples import ExampleOutcome

SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


# ---------------------------------------------------------------- text and JSON


def check_text(diagnostics: Sequence[Diagnostic], files: int, lang: Language = "id") -> str:
    """Gives diagnostics as text, and how many files were checked."""
    checked = f"{files} {_file(files)} checked" if lang == "en" else f"{files} berkas diperiksa"
    if not diagnostics:
        return f"{checked}: nothing wrong.\n" if lang == "en" else f"{checked}: tidak ada yang salah.\n"
    return f"{render_all(diagnostics, lang)}\n\n{checked}: {summary_line(diagnostics, lang)}\n"


def _file(count: int) -> str:
    return "file" if count == 1 else "files"


def check_dict(diagnostics: Sequence[Diagnostic], files: int, lang: Language = "id") -> Json:
    """Gives diagnostics as one object; `hidden` counts those that are not shown."""
    shown, hidden = shown_of(diagnostics)
    counts = by_severity(diagnostics)
    return {
        "diagnostics": [diagnostic_dict(found, lang) for found in shown],
        "summary": {
            "errors": counts["error"],
            "warnings": counts["warning"],
            "files": files,
            "hidden": hidden,
        },
    }


def outcomes_text(
    outcomes: Sequence[ExampleOutcome], diagnostics: Sequence[Diagnostic], lang: Language = "id"
) -> str:
    """Gives what failed among examples as text, and how many passed."""
    shown = render_all(diagnostics, lang)
    passed, failed = passed_and_failed(outcomes)
    rules = len({outcome.rule for outcome in outcomes})
    if lang == "en":
        count = f"{len(outcomes)} examples of {rules} rules"
        words = f"{passed} passed, {failed} failed" if failed or diagnostics else "all as expected."
    else:
        count = f"{len(outcomes)} contoh dari {rules} aturan"
        words = f"{passed} berhasil, {failed} gagal" if failed or diagnostics else "semuanya sesuai."
    return f"{shown}\n\n" * bool(shown) + f"{count}: {words}\n"


def outcomes_dict(
    outcomes: Sequence[ExampleOutcome], diagnostics: Sequence[Diagnostic], lang: Language = "id"
) -> Json:
    """Gives the outcome of every example, and what is wrong, as one object."""
    passed, failed = passed_and_failed(outcomes)
    shown, hidden = shown_of(diagnostics)
    return {
        "summary": {"passed": passed, "failed": failed, "hidden": hidden},
        "examples": [
            {
                "rule": outcome.rule,
                "title": say(outcome.title, lang),
                "passed": outcome.passed,
                "diagnostics": [diagnostic_dict(found, lang) for found in outcome.diagnostics],
            }
            for outcome in outcomes
        ],
        "diagnostics": [diagnostic_dict(found, lang) for found in shown],
    }


def passed_and_failed(outcomes: Iterable[ExampleOutcome]) -> tuple[int, int]:
    """Counts the examples that passed and those that did not."""
    results = [outcome.passed for outcome in outcomes]
    return results.count(True), results.count(False)


# ---------------------------------------------------------------- GitHub


def github_annotations(diagnostics: Iterable[Diagnostic], lang: Language = "id") -> str:
    """Gives one workflow command a line; GitHub shows them beside the lines of the files."""
    shown, hidden = shown_of(diagnostics)
    lines = [_annotation(found, lang) for found in shown]
    if hidden:
        lines.append(f"::notice::{hidden} more" if lang == "en" else f"::notice::{hidden} lagi")
    return "".join(f"{line}\n" for line in lines)


def _annotation(found: Diagnostic, lang: Language) -> str:
    properties = {"title": found.code}
    if found.place is not None:
        place = found.place
        end = place.column + max(place.width, 1) - 1
        properties = {
            "file": place.file.replace("\\", "/"),
            "line": str(place.line),
            "col": str(place.column),
            "endColumn": str(end),
            **properties,
        }
    stated = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{found.severity} {stated}::{_data(_with_hint(found, lang))}"


def _with_hint(found: Diagnostic, lang: Language) -> str:
    hint = found.hint(lang)
    return f"{found.message(lang)} {hint}" if hint else found.message(lang)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


# ---------------------------------------------------------------- SARIF


def sarif_dict(diagnostics: Iterable[Diagnostic], lang: Language = "id") -> Json:
    """Gives diagnostics as a SARIF 2.1.0 log with one run."""
    shown, hidden = shown_of(diagnostics)
    codes = sorted({found.code for found in shown})
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "sakip-rules",
                        "version": __version__,
                        "rules": [{"id": code} for code in codes],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [_sarif_result(found, codes.index(found.code), lang) for found in shown],
                "properties": {"hidden": hidden},
            }
        ],
    }


def _sarif_result(found: Diagnostic, rule_index: int, lang: Language) -> Json:
    result: Json = {
        "ruleId": found.code,
        "ruleIndex": rule_index,
        "level": found.severity,
        "message": {"text": _with_hint(found, lang)},
    }
    if found.place is not None:
        result["locations"] = [{"physicalLocation": _physical(found.place)}]
    return result


def _physical(place: Place) -> Json:
    return {
        "artifactLocation": {"uri": _uri(place.file)},
        "region": {
            "startLine": max(place.line, 1),
            "startColumn": max(place.column, 1),
            "endColumn": max(place.column, 1) + max(place.width, 1),
        },
    }


def _uri(file: str) -> str:
    """Gives a path as a URI: relative paths stay relative, absolute ones get their scheme."""
    path = quote(file.replace("\\", "/"), safe="/:")
    if path.startswith("/"):
        return f"file://{path}"
    return f"file:///{path}" if path[1:3] == ":/" else path

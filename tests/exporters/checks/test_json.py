import json
from collections.abc import Callable

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.exporters import Look
from sakip_rules.exporters.checks.json import checks_object, export
from sakip_rules.exporters.subjects import Checks

Many = Callable[[int, int], list[Diagnostic]]


def test_json_counts_everything_and_shows_50_a_file(many: Many) -> None:
    """51 errors in one file: 50 are shown, one is counted as hidden, 51 are in the count of errors."""
    made = checks_object(Checks(many(1, 51), 7))
    assert len(made["diagnostics"]) == 50
    assert made["summary"] == {"errors": 51, "warnings": 0, "files": 7, "hidden": 1}


def test_json_shows_1000_a_run(many: Many) -> None:
    """21 files of 50 errors: the last 50 are hidden."""
    made = checks_object(Checks(many(21, 50), 21))
    assert len(made["diagnostics"]) == 1000
    assert made["summary"]["hidden"] == 50


def test_the_text_is_the_object(error: Diagnostic) -> None:
    """In the language asked for."""
    checks = Checks([error], 1)
    assert json.loads(export(checks, Look("en"))) == checks_object(checks, "en")
    assert checks_object(checks, "en")["diagnostics"][0]["message"] == "There is no value."

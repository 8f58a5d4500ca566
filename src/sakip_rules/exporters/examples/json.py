"""How the examples of rules came out, as JSON (language reference, 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.diagnostics.rendering import shown_of
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import to_text
from sakip_rules.exporters.subjects import ExampleRun
from sakip_rules.languages import Language, say

if TYPE_CHECKING:
    from sakip_rules.examples import ExampleOutcome
    from sakip_rules.exporters.objects import Json


def export(run: ExampleRun, look: Look) -> str:
    """Gives the outcome of every example as JSON text."""
    return to_text(examples_object(run, look.lang))


def examples_object(run: ExampleRun, lang: Language = "id") -> Json:
    """Gives the outcome of every example, and what is wrong, as one object."""
    shown, hidden = shown_of(run.diagnostics)
    return {
        "summary": {"passed": run.passed, "failed": run.failed, "hidden": hidden},
        "examples": [_outcome(outcome, lang) for outcome in run.outcomes],
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in shown],
    }


def _outcome(outcome: ExampleOutcome, lang: Language) -> Json:
    return {
        "rule": outcome.rule,
        "title": say(outcome.title, lang),
        "passed": outcome.passed,
        "diagnostics": [diagnostic.to_dict(lang) for diagnostic in outcome.diagnostics],
    }

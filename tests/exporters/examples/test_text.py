from typing import Any

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.exporters import Look
from sakip_rules.exporters.examples.text import export
from sakip_rules.exporters.subjects import ExampleRun


def told(outcomes: Any, diagnostics: list[Diagnostic]) -> str:
    """The outcome of a run as text."""
    return export(ExampleRun(outcomes, diagnostics), Look())


def test_outcomes_as_text_end_with_the_count(outcomes: Any, error: Diagnostic) -> None:
    """What differs is told first; errors of rules are never followed by good news alone."""
    assert told(outcomes, [error]).endswith("\n\n2 contoh dari 1 aturan: 1 berhasil, 1 gagal\n")
    assert told(outcomes[:1], []) == "1 contoh dari 1 aturan: semuanya sesuai.\n"
    assert told([], [error]).endswith("\n\n0 contoh dari 0 aturan: 0 berhasil, 0 gagal\n")

"""What came of one example."""

from __future__ import annotations

from sakip_rules.diagnostics import diagnose
from sakip_rules.examples import ExampleOutcome


def test_an_example_passes_when_nothing_is_to_be_said() -> None:
    """One difference, and it does not."""
    outcome = ExampleOutcome("contoh/a@1.0.0", ("T", "T"))
    assert outcome.passed
    outcome.diagnostics.append(diagnose("bad-value.text", None))
    assert not outcome.passed

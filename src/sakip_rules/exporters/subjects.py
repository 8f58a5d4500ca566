"""What is exported and has no noun of its own: the outcome of a run over all rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic
    from sakip_rules.examples import ExampleOutcome


class Checks(NamedTuple):
    """All that is wrong in rule files, and how many files were checked."""

    diagnostics: Sequence[Diagnostic]
    files: int


class ExampleRun(NamedTuple):
    """How every example came out, and all that is wrong: errors of rules, and what differs."""

    outcomes: Sequence[ExampleOutcome]
    diagnostics: Sequence[Diagnostic]

    @property
    def passed(self) -> int:
        """How many examples came out as they say."""
        return sum(outcome.passed for outcome in self.outcomes)

    @property
    def failed(self) -> int:
        """How many did not."""
        return len(self.outcomes) - self.passed

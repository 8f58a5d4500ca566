"""What came of one example."""

from __future__ import annotations

from dataclasses import dataclass, field

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.languages import Pair


@dataclass(slots=True)
class ExampleOutcome:
    """One example: which rule, its title, and what came out otherwise than expected."""

    rule: str
    title: Pair
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything came out as expected."""
        return not self.diagnostics

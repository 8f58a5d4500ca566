"""Outcomes of examples."""

from dataclasses import dataclass, field
from typing import Any

import pytest

from sakip_rules.diagnostics import Diagnostic


@dataclass
class Outcome:
    """Stands in for the outcome of an example."""

    rule: str
    title: tuple[str, str]
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether nothing differs."""
        return not self.diagnostics


@pytest.fixture
def outcomes(error: Diagnostic) -> Any:
    """One example that passed and one that did not."""
    return [Outcome("a/b@1.0.0", ("satu", "one")), Outcome("a/b@1.0.0", ("dua", "two"), [error])]

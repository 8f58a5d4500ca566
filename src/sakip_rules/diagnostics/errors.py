"""The errors that leave the library: each carries its diagnostics."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_rules.diagnostics.core import Diagnostic
from sakip_rules.diagnostics.rendering import render_all


class SakipRulesError(Exception):
    """The only family of errors that leaves the library; carries its diagnostics."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return render_all(self.diagnostics, "id")


class RuleError(SakipRulesError):
    """A rule that is needed has errors, does not exist, or is not in force."""


class DataError(SakipRulesError):
    """A report, a row or keyword arguments have errors."""


class UsageError(SakipRulesError):
    """The call itself is wrong: an unknown path, option or kind of rule."""

"""The errors that leave the library: each carries its diagnostics."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sakip_rules.diagnostics.core import Diagnostic, known_language
from sakip_rules.diagnostics.rendering import render_all
from sakip_rules.languages import Language, preferred


class SakipRulesError(Exception):
    """The only family of errors that leaves the library; carries its diagnostics."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return self.render()

    def __reduce__(self) -> tuple[type[SakipRulesError], tuple[tuple[Diagnostic, ...]]]:
        return type(self), (self.diagnostics,)

    def render(self, lang: Language | None = None) -> str:
        """Gives the diagnostics as text for people, in a language or in that of `SAKIP_LANG`.

        Raises `UsageError` for another language.
        """
        return render_all(self.diagnostics, known_language(lang or preferred()))

    def to_list(self, lang: Language = "id") -> list[dict[str, Any]]:
        """Gives the diagnostics as JSON sees them; raises `UsageError` for another language."""
        spoken = known_language(lang)
        return [diagnostic.to_dict(spoken) for diagnostic in self.diagnostics]


class RuleError(SakipRulesError):
    """A rule that is needed has errors, does not exist, or is not in force."""


class DataError(SakipRulesError):
    """A report, a row or keyword arguments have errors."""


class UsageError(SakipRulesError):
    """The call itself is wrong: an unknown path, option or kind of rule."""


class NoSuchNameError(UsageError, KeyError):
    """A map of the library is asked for a name that it does not hold: also what maps of Python raise then."""

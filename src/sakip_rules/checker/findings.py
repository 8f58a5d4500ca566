"""Where the checks of one rule file write what they find."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_rules.checker.references import Path
from sakip_rules.diagnostics import Diagnostic, Place, diagnose, warn
from sakip_rules.expression import Fault
from sakip_rules.loader import LoadedRule


class Findings:
    """The diagnostics of one rule file, each once however many days it was checked for."""

    def __init__(self, item: LoadedRule) -> None:
        self.item = item
        self._found: dict[Diagnostic, None] = {}

    def add(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        """Adds an error at the value of a path."""
        self._found[diagnose(key, self.place(at), **texts)] = None

    def at_key(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        """Adds an error at the key of a path."""
        place = self.item.document.key_place(at) if self.item.document else None
        self._found[diagnose(key, place, **texts)] = None

    def warn(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        """Adds a warning at the key of a path."""
        place = self.item.document.key_place(at) if self.item.document else None
        self._found[warn(key, place, **texts)] = None

    def add_fault(self, at: Path, found: Fault, *, warning: bool = False) -> None:
        """Adds a mistake in the formula at a path, at its column."""
        document = self.item.document
        width = max(1, found.end - found.start)
        place = document.place_in(at, found.start, width) if document else None
        make = warn if warning else diagnose
        self._found[make(found.key, place, **dict(found.texts))] = None

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds diagnostics that know their place."""
        self._found.update(dict.fromkeys(diagnostics))

    def place(self, path: Path) -> Place | None:
        """Gives the place of the value at a path."""
        return self.item.document.place(path) if self.item.document else None

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All that was found, in the order of reading."""
        return sorted(self._found, key=Diagnostic.sort_key)

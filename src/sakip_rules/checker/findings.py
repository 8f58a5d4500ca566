"""Where the checks of one rule file write what they find."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sakip_rules.diagnostics import Diagnostic, Path, Place, diagnose, warn
from sakip_rules.expression import Fault
from sakip_rules.languages import Pair
from sakip_rules.loader import Document

ENOUGH: Final = 1_000
"""A file with more diagnostics is not looked at further: no run shows more; a hostile file has millions."""


class EnoughError(Exception):
    """A file has so many mistakes that looking for more helps nobody."""


class Findings:
    """The diagnostics of one rule file, each once however many days it was checked for.

    Every method that adds one raises `EnoughError` when there are too many.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: dict[Diagnostic, None] = {}
        self._faults: set[tuple[object, ...]] = set()

    def add(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Adds an error at the value of a path, or at its key if it is about that."""
        place = self.document.place_of(key, at)
        self.extend([diagnose(key, place, **texts)])

    def at_key(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Adds an error at the key of a path."""
        self.extend([diagnose(key, self._key_place(at), **texts)])

    def warn(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Adds a warning at the key of a path."""
        self.extend([warn(key, self._key_place(at), **texts)])

    def add_fault(self, at: Path, fault: Fault, *, warning: bool = False) -> None:
        """Adds a mistake in the formula at a path, at its column."""
        width = max(1, fault.end - fault.start)
        place = self.document.place_in(at, fault.start, width)
        # The names that are near may be more when a formula is checked again: that is no other mistake.
        said = tuple(text for text in fault.texts if text[0] != "near")
        if (fault.key, place, said) not in self._faults:
            self._faults.add((fault.key, place, said))
            make = warn if warning else diagnose
            self.extend([make(fault.key, place, **dict(fault.texts))])

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Adds diagnostics that know their place."""
        for diagnostic in diagnostics:
            self._found[diagnostic] = None
            if len(self._found) > ENOUGH:
                raise EnoughError

    def _key_place(self, path: Path) -> Place:
        return self.document.key_place(path)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All that was found, in the order of reading."""
        return sorted(self._found, key=Diagnostic.sort_key)

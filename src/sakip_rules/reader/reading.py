"""One report while it is read: the plans of its day, where things stand, and what was found wrong."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import DataError, Diagnostic, Path, Place, RuleError, diagnose, quoted, warn
from sakip_rules.diagnostics.core import meant_instead
from sakip_rules.languages import Pair
from sakip_rules.links.alike import called_so
from sakip_rules.loader import Document
from sakip_rules.models import Reference
from sakip_rules.plans import AnyPlan, FrameworkPlan, InputPlan
from sakip_rules.resolver import Resolver

FAULTS: Final = 2_000
"""A report with so many mistakes is not read to its end: 50 are shown, and each takes time."""


@dataclass(slots=True)
class Reading:
    """What all parts of a report's reader share.

    The report begins at the path `begin` of the document; all other paths are counted from there.
    """

    resolver: Resolver
    framework: FrameworkPlan
    year: int
    document: Document
    begin: Path = ()
    mistakes: list[Diagnostic] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    records: int = 0
    plans: dict[str, AnyPlan] = field(default_factory=dict)
    """What references without a version mean: very many records name the same few rules."""

    lent: dict[tuple[int, str | None], InputPlan] = field(default_factory=dict)
    """Inputs with units that are lent to them, by the input of the framework and the unit."""

    def place(self, path: Path) -> Place:
        """Gives the place of a value."""
        return self.document.place((*self.begin, *path))

    def key_place(self, path: Path) -> Place:
        """Gives the place of a key."""
        return self.document.key_place((*self.begin, *path))

    def has(self, path: Path) -> bool:
        """Says whether the report has something at a path."""
        return self.document.has((*self.begin, *path))

    def report(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Notes a mistake at a value, or at its key if it is about that."""
        self._note(diagnose(key, self.document.place_of(key, (*self.begin, *at)), **texts))

    def at_key(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Notes a mistake at a key."""
        self._note(diagnose(key, self.key_place(at), **texts))

    def warn(self, key: str, at: Path, /, **texts: str | Pair) -> None:
        """Notes a warning at a value."""
        self.resolver.warnings[warn(key, self.place(at), **texts)] = None

    def _note(self, *mistakes: Diagnostic) -> None:
        self.mistakes += mistakes
        if len(self.mistakes) >= FAULTS:
            raise DataError(sorted(self.mistakes, key=Diagnostic.sort_key))

    def plan(self, written: object, at: Path, kinds: Collection[str]) -> AnyPlan | None:
        """Gives what a reference means; one that is no reference, or means nothing, is a mistake.

        Of the rules that may have been meant, those of `kinds` are told.
        """
        known = self.plans.get(written) if isinstance(written, str) else None
        if known is not None:
            return known
        reference = Reference.parse(written) if isinstance(written, str) else None
        if reference is None:
            shown = written if isinstance(written, str) else "…"
            called = called_so(shown, self.resolver.checked.catalogue.listing(), kinds)
            if called:
                self.report("unknown-rule", at, name=quoted(shown), near=meant_instead(called))
            else:
                self.report("bad-value.reference", at, written=quoted(shown))
            return None
        try:
            plan = self.resolver.plan(reference, self.place(at), kinds)
        except RuleError as error:
            self._note(*error.diagnostics)
            return None
        if reference.version is None:  # a pinned one may be worth a warning wherever it stands
            self.plans[str(written)] = plan
        return plan

    def text(self, written: Mapping[str, object], key: str, at: Path) -> str | None:
        """Gives a text of a record; a note may be in two languages, and is then the Indonesian one."""
        value = written.get(key)
        if key == "note" and isinstance(value, Mapping):
            value = value.get("id", value)
        if value is None or isinstance(value, str):
            return value and str(value)
        self.report("bad-value.text", (*at, key))
        return None

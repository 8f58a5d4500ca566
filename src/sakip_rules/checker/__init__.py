"""Everything that is knowable without inputs.

`check_catalogue` goes through all rules, each after those that it refers to, so that a reference to
a rule with errors is an error as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sakip_rules.catalogue import NotFound, RuleCatalogue, rule_of
from sakip_rules.checker.order import Component, circle_through, components
from sakip_rules.checker.overlaps import check_versions
from sakip_rules.checker.references import uses_of
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Diagnostic, diagnose
from sakip_rules.loader import LoadedRule

MAX_CHAIN: Final = 500
SHOWN_RULES: Final = 8


class Checked:
    """The verdict on a catalogue: the diagnostics of every file, and which files cannot be used."""

    def __init__(self, catalogue: RuleCatalogue) -> None:
        self.catalogue = catalogue
        self.unusable: set[str] = set()
        self._of_file: dict[str, dict[Diagnostic, None]] = {}
        for item in catalogue.loaded:
            self._add(item.file, item.diagnostics)

    def _add(self, file: str, diagnostics: Iterable[Diagnostic]) -> None:
        known = self._of_file.setdefault(file, {})
        for diagnostic in diagnostics:
            known[diagnostic] = None
            if diagnostic.severity == "error":
                self.unusable.add(file)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics of all files, sorted."""
        found = [diagnostic for known in self._of_file.values() for diagnostic in known]
        return sorted(found, key=Diagnostic.sort_key)

    def run(self) -> Checked:
        """Checks versions, then every rule after those that it refers to."""
        for item, diagnostic in check_versions(self.catalogue):
            self._add(item.file, [diagnostic])
        items = {item.file: item for item in self.catalogue.loaded if item.rule is not None}
        needs = {file: self._needs(item) for file, item in items.items()}
        chains: dict[str, int] = {}
        for component in components(items, needs.__getitem__):
            self._check(component, items, needs)
            below = {need for file in component.names for need in needs[file]}.difference(component.names)
            chain = max((chains[need] + 1 for need in below), default=0)
            chains.update(dict.fromkeys(component.names, chain))
            # A longer chain has such a rule below it, and so refers to a rule with errors.
            if chain == MAX_CHAIN + 1:
                for file in component.names:
                    self._add(file, [_too_long(items[file])])
        return self

    def _check(self, component: Component, items: dict[str, LoadedRule], needs: dict[str, list[str]]) -> None:
        """Checks rules that refer to each other, or one; a circle is said once, at every member."""
        members = set(component.names) if component.is_circle else set()
        for file in members:
            path = circle_through(file, members, needs.__getitem__)
            self._add(file, [_circle(path, items)])
        for file in component.names:
            self.unusable -= members
            found = check_rule(items[file], self.catalogue, self.unusable)
            self._add(file, self._not_cut(file, found))
        self.unusable |= members

    def _not_cut(self, file: str, found: list[Diagnostic]) -> list[Diagnostic]:
        """Leaves out what is wrong with the rest of a formula that YAML cut: the cut says it all."""
        cut = {one.place.line for one in self._of_file[file] if one.code == "formula-cut" and one.place}
        return [one for one in found if one.place is None or one.place.line not in cut]

    def _needs(self, item: LoadedRule) -> list[str]:
        """The files of all versions that a rule's references mean on some day of its validity."""
        rule = rule_of(item)
        found: dict[str, None] = {}
        for reference in {use.reference: None for use in uses_of(rule)}:
            for day in self.catalogue.days_that_differ(rule, [reference]):
                other = self.catalogue.find(reference, day)
                if not isinstance(other, NotFound):
                    found[other.file] = None
        return list(found)


def _circle(path: tuple[str, ...], items: dict[str, LoadedRule]) -> Diagnostic:
    """A circle of references, at the reference of its first member that leads to the next."""
    item, following = items[path[0]], rule_of(items[path[1]])
    paths = [use.path for use in uses_of(rule_of(item)) if use.reference.id == following.id]
    place = item.document.place(paths[0]) if item.document else None
    names = [rule_of(items[file]).reference if file in items else file for file in path]
    shown = names if len(names) <= SHOWN_RULES else [*names[: SHOWN_RULES - 2], "…", names[-1]]
    return diagnose("reference-cycle", place, path=f"`{' → '.join(shown)}`")


def _too_long(item: LoadedRule) -> Diagnostic:
    place = item.document.key_place(("id",)) if item.document else None
    return diagnose("file-too-large.chain", place, limit=str(MAX_CHAIN))


def check_catalogue(catalogue: RuleCatalogue) -> Checked:
    """Checks every rule of a catalogue."""
    return Checked(catalogue).run()


__all__ = ["Checked", "check_catalogue"]

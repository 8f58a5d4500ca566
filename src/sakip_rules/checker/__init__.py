"""Everything that is knowable without inputs.

`check_catalogue` goes through all rules, each after those that it refers to, so that a reference to
a rule with errors is an error as well.
"""

from __future__ import annotations

from sakip_rules.catalogue import NotFound, RuleCatalogue, rule_of
from sakip_rules.checker.order import CircleError, in_order
from sakip_rules.checker.overlaps import check_versions
from sakip_rules.checker.references import uses_of
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.loader import LoadedRule

MAX_CHAIN = 500


class Checked:
    """The verdict on a catalogue: the diagnostics of every file, and which files cannot be used."""

    def __init__(self, catalogue: RuleCatalogue) -> None:
        self.catalogue = catalogue
        self.of_file: dict[str, list[Diagnostic]] = {}
        self.unusable: set[str] = set()
        self.circles: dict[str, set[str]] = {}
        """For each file in a circle of references, the members of the circle."""
        for item in catalogue.loaded:
            self._add(item.file, item.diagnostics)

    def _add(self, file: str, diagnostics: list[Diagnostic]) -> None:
        known = self.of_file.setdefault(file, [])
        known += [diagnostic for diagnostic in diagnostics if diagnostic not in known]
        if any(diagnostic.severity == "error" for diagnostic in diagnostics):
            self.unusable.add(file)

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """All diagnostics of all files, sorted."""
        found = [diagnostic for known in self.of_file.values() for diagnostic in known]
        return sorted(found, key=Diagnostic.sort_key)

    def run(self) -> Checked:
        """Checks versions, then every rule after those that it refers to."""
        for item, diagnostic in check_versions(self.catalogue):
            self._add(item.file, [diagnostic])
        items = {item.file: item for item in self.catalogue.loaded if item.rule is not None}
        needs = {file: self._needs(item) for file, item in items.items()}
        chain: dict[str, int] = {}
        for file in self._in_order(items, needs):
            chain[file] = max((chain[need] + 1 for need in needs[file]), default=0)
            if chain[file] > MAX_CHAIN:
                self._add(file, [_too_long(items[file])])
            unusable = self.unusable - self.circles.get(file, set())
            found = check_rule(items[file], self.catalogue, unusable)
            self._add(file, self._not_cut(file, found))
        return self

    def _not_cut(self, file: str, found: list[Diagnostic]) -> list[Diagnostic]:
        """Leaves out what follows from a formula that YAML cut: mistakes in its rest, names it lost."""
        cut = {one.place.line for one in self.of_file[file] if one.code == "formula-cut" and one.place}
        kept = [one for one in found if one.place is None or one.place.line not in cut]
        return [one for one in kept if not cut or one.code != "unused-name"]

    def _needs(self, item: LoadedRule) -> list[str]:
        """The files of all versions that a rule's references mean on some day of its validity."""
        rule = rule_of(item)
        found: dict[str, None] = {}
        for use in uses_of(rule):
            for day in self.catalogue.days_that_differ(rule, [use.reference]):
                other = self.catalogue.find(use.reference, day)
                if not isinstance(other, NotFound):
                    found[other.file] = None
        return list(found)

    def _in_order(self, items: dict[str, LoadedRule], needs: dict[str, list[str]]) -> list[str]:
        """Files after those that they need; every circle is a finding and is then cut."""
        while True:
            try:
                return in_order(items, lambda file: needs[file])
            except CircleError as circle:
                members = circle.path[:-1]
                names = " → ".join(rule_of(items[file]).reference for file in circle.path)
                for file in members:
                    self.circles.setdefault(file, set()).update(members)
                    following = circle.path[circle.path.index(file) + 1]
                    self._add(file, [_circle(items[file], items[following], names)])
                    needs[file] = [need for need in needs[file] if need not in members]


def _circle(item: LoadedRule, following: LoadedRule, names: str) -> Diagnostic:
    """The circle, at the reference that leads to its next member."""
    target = rule_of(following)
    paths = [use.path for use in uses_of(rule_of(item)) if use.reference.id == target.id]
    place = item.document.place(paths[0]) if item.document and paths else None
    return diagnose("reference-cycle", place, path=quoted(names))


def _too_long(item: LoadedRule) -> Diagnostic:
    place = item.document.key_place(("id",)) if item.document else None
    return diagnose("file-too-large.chain", place, limit=str(MAX_CHAIN))


def check_catalogue(catalogue: RuleCatalogue) -> Checked:
    """Checks every rule of a catalogue."""
    return Checked(catalogue).run()


__all__ = ["Checked", "check_catalogue"]

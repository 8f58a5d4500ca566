"""Everything that is knowable without inputs.

`check_catalogue` goes through all rules, each after those that it refers to, so that a reference to
a rule with errors is an error as well.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from sakip_rules.catalogue import NotFound, RuleCatalogue
from sakip_rules.checker.checked import Checked
from sakip_rules.checker.overlaps import check_versions
from sakip_rules.checker.references import check_references
from sakip_rules.checker.rules import check_rule
from sakip_rules.diagnostics import Diagnostic, diagnose
from sakip_rules.links.order import Component, circle_through, components
from sakip_rules.links.references import uses_of
from sakip_rules.loader import LoadedRule

MAX_CHAIN: Final = 500
SHOWN_RULES: Final = 8


class _Check:
    """One going through a catalogue; files that may stand in each other's way are settled together."""

    def __init__(self, checked: Checked, files: Container[str]) -> None:
        self.checked = checked
        self.catalogue = checked.catalogue
        self.files = {file: loaded for file, loaded in self.catalogue.whole.items() if file in files}
        """The files to check; of all others everything is known."""
        self.needs: dict[str, list[str]] = {}
        """The files that a rule's references mean on some day of its validity."""
        self.heeds: dict[str, list[str]] = {}
        """Those, and all others whose errors would stand in the way of its references."""
        for file, loaded in self.files.items():
            self.needs[file], self.heeds[file] = self._referred(loaded)

    def _referred(self, loaded: LoadedRule) -> tuple[list[str], list[str]]:
        rule = loaded.rule
        meant: dict[str, None] = {}
        heeded: dict[str, None] = {}
        for reference in {use.reference: None for use in uses_of(rule)}:
            heeded |= dict.fromkeys(self.catalogue.heeded(reference, rule))
            for day in self.catalogue.days_that_differ(rule, [reference]):
                other = self.catalogue.find(reference, day)
                if not isinstance(other, NotFound):
                    meant[other.file] = None
        return list(meant), [file for file in heeded if file in self.files]

    def run(self) -> None:
        """Checks versions, then every rule after those that it refers to."""
        for loaded, diagnostic in check_versions(self.checked):
            self.checked.add(loaded.file, [diagnostic])
        for together in components(self.files, self.heeds.__getitem__):
            for component in self._by_needs(together):
                self._check(component)
                self._measure(component)
            self._settle(together.names)

    def _by_needs(self, together: Component) -> list[Component]:
        """Gives files that heed each other by what they need: only that can be a circle of references."""
        members = set(together.names)
        return components(together.names, lambda file: [need for need in self.needs[file] if need in members])

    def _check(self, component: Component) -> None:
        """Checks rules that refer to each other, or one; a circle is said once, at every member."""
        members = set(component.names) if component.is_circle else set()
        for file in members:
            path = circle_through(file, members, self.needs.__getitem__)
            self.checked.add(file, [_circle(path, self.files)])
        for file in component.names:
            # The circle is said; what else is wrong with a member is not said again at the other members.
            self.checked.unusable -= members
            diagnostics = check_rule(self.files[file], self.checked)
            self.checked.add(file, self._not_cut(self.files[file], diagnostics))
        self.checked.unusable |= members

    @staticmethod
    def _not_cut(loaded: LoadedRule, diagnostics: list[Diagnostic]) -> list[Diagnostic]:
        """Leaves out what is wrong with the rest of a formula that YAML cut: the cut says it all."""
        cut = {fault.line for fault in loaded.diagnostics if fault.code == "formula-cut"}
        return [fault for fault in diagnostics if fault.line not in cut]

    def _measure(self, component: Component) -> None:
        """Holds chains of references to 500.

        A longer chain has such a rule below it, and so refers to a rule with errors.
        """
        needed = {need for file in component.names for need in self.needs[file]}.difference(component.names)
        chain = max((self.checked.chains[need] + 1 for need in needed), default=0)
        self.checked.chains.update(dict.fromkeys(component.names, chain))
        if chain == MAX_CHAIN + 1:
            for file in component.names:
                self.checked.add(file, [_too_long(self.files[file])])

    def _settle(self, files: Sequence[str]) -> None:
        """Looks again at the references of rules that were checked before a file whose errors they meet."""
        heeding: dict[str, list[str]] = {}
        for file in files:
            for other in self.heeds[file]:
                heeding.setdefault(other, []).append(file)
        todo = [file for file in files if file in self.checked.unusable]
        for broken in todo:
            for file in heeding.get(broken, ()):
                if file not in self.checked.unusable:
                    self.checked.add(file, check_references(self.files[file], self.checked))
                    if file in self.checked.unusable:
                        todo.append(file)


def _circle(path: tuple[str, ...], rules: dict[str, LoadedRule]) -> Diagnostic:
    """A circle of references, at the reference of its first member that leads to the next."""
    loaded, following = rules[path[0]], rules[path[1]].rule
    paths = [use.path for use in uses_of(loaded.rule) if use.reference.id == following.id]
    place = loaded.document.place(paths[0])
    names = [rules[file].rule.reference if file in rules else file for file in path]
    shown = names if len(names) <= SHOWN_RULES else [*names[: SHOWN_RULES - 2], "…", names[-1]]
    return diagnose("reference-cycle", place, path=f"`{' → '.join(shown)}`")


def _too_long(loaded: LoadedRule) -> Diagnostic:
    place = loaded.document.key_place(("id",))
    return diagnose("file-too-large.chain", place, limit=str(MAX_CHAIN))


def check_catalogue(catalogue: RuleCatalogue) -> Checked:
    """Checks every rule of a catalogue."""
    checked = Checked(catalogue)
    _Check(checked, catalogue.whole).run()
    return checked


def check_again(catalogue: RuleCatalogue, before: Checked, files: Container[str]) -> Checked:
    """Checks some files of a catalogue that has changed: all that the change can reach, and no others.

    What an earlier check found of the others still holds; they are not looked at.
    """
    checked = Checked.after(before, catalogue, files)
    _Check(checked, files).run()
    return checked


__all__ = ["Checked", "check_again", "check_catalogue"]

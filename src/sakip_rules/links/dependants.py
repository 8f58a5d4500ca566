"""Which rules a change of some rules can reach."""

from __future__ import annotations

from collections.abc import Iterable

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.links.references import uses_of
from sakip_rules.loader import LoadedRule


class Dependants:
    """The references of all files of a catalogue, the other way round."""

    def __init__(self, catalogue: RuleCatalogue) -> None:
        self.catalogue = catalogue
        self.referring: dict[str, list[LoadedRule]] = {}
        """For an id, the files that refer to it, whatever version they name."""
        for loaded in catalogue.whole.values():
            for rule_id in {use.reference.id for use in uses_of(loaded.rule)}:
                self.referring.setdefault(rule_id, []).append(loaded)

    def reached(self, ids: Iterable[str]) -> set[str]:
        """Gives the files of some ids, and of all rules that refer to them, directly or through others."""
        files: set[str] = set()
        todo = list(dict.fromkeys(ids))
        known = set(todo)
        for rule_id in todo:
            for loaded in (*self.catalogue.files(rule_id), *self.referring.get(rule_id, ())):
                files.add(loaded.file)
                todo += sorted(loaded.ids - known)
                known |= loaded.ids
        return files

    def lost(self) -> set[str]:
        """Gives the ids of files that refer to what is not there: what is said of that names all there is."""
        versions = self.catalogue.versions
        return {
            rule_id
            for named, referring in self.referring.items()
            if named not in versions
            for loaded in referring
            for rule_id in loaded.ids
        }

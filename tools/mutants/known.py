"""What is known of changes: those that change nothing that anyone can see, and what earlier runs found."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from mutants.changes import Mutant


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A change that no test can notice, and why."""

    name: str
    because: str


def equivalents(file: Path) -> list[Equivalent]:
    """Reads the list of changes that are equivalent: by function, then by reason."""
    found = []
    for entry in yaml.safe_load(file.read_text("utf-8")) or []:
        module, _, function = entry["in"].partition(" ")
        for change in entry["changes"]:
            before, after, *nth = change
            name = "\n".join((module, function or "(module)", before, after, str(nth[0] if nth else 1)))
            found.append(Equivalent(name, entry["because"]))
    return found


def gone(known: Iterable[Equivalent], mutants: Iterable[Mutant], modules: set[str]) -> list[Equivalent]:
    """Gives the entries about some modules that no change of them matches any more."""
    names = {mutant.name for mutant in mutants}
    return [entry for entry in known if entry.name.partition("\n")[0] in modules and entry.name not in names]


class Results:
    """What earlier runs found, in a file of a line for each change; it holds while the module is the same."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.found: dict[tuple[str, str], dict[str, Any]] = {}
        if file.exists():
            for line in file.read_text("utf-8").splitlines():
                entry = json.loads(line)
                self.found[entry["name"], entry["module"]] = entry

    def outcome(self, mutant: Mutant, module: str) -> str | None:
        """Gives what became of a change of a module of which `module` is the fingerprint."""
        entry = self.found.get((mutant.name, module))
        return None if entry is None else str(entry["outcome"])

    def keep(self, mutant: Mutant, module: str, outcome: str, by: str) -> None:
        """Writes down what became of a change."""
        entry = {"name": mutant.name, "module": module, "outcome": outcome, "by": by}
        self.found[mutant.name, module] = entry
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(entry) + "\n")

"""The text of one rule file -> what is wrong with it, beside the rules of a catalogue."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sakip_rules.api import Catalogue
from sakip_rules.exporters.subjects import Checks
from sakip_rules.loader.stated import path_of_text

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic

HIDDEN = "bundled-hidden"
"""Who works on a bundled rule need not be told that it stands before the bundled one."""


def check_text(catalogue: Catalogue, text: str) -> Checks:
    """Gives everything that is wrong with a rule; places are in a file named by the id and version in it."""
    shelf = catalogue.knowledge.shelf
    with TemporaryDirectory(prefix="sakip-rules-") as folder:
        name = path_of_text(text)
        file = Path(folder, name)
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8", newline="")
        examined = Catalogue.examining([folder], shelf.own, bundled=shelf.bundled is not None)
        found = [_placed(diagnostic, str(file), name) for diagnostic in examined.check()]
    return Checks([diagnostic for diagnostic in found if diagnostic.code != HIDDEN], 1)


def _placed(diagnostic: Diagnostic, file: str, name: str) -> Diagnostic:
    """A diagnostic that names the file as its reader knows it, and no folder of this machine."""
    place = diagnostic.place
    if place is None or place.file != file:
        return diagnostic
    return dataclasses.replace(diagnostic, place=dataclasses.replace(place, file=name))

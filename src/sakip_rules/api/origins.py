"""Where a catalogue comes from, as plain data: another process opens it again by that."""

from __future__ import annotations

import threading
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.api.boundary import PathLike, path_of
from sakip_rules.api.bundle import bundled_folder
from sakip_rules.api.folders import folder_of
from sakip_rules.api.knowledge import Knowledge
from sakip_rules.api.workspace import Workspace
from sakip_rules.diagnostics import UsageError, diagnose, quoted
from sakip_rules.links.shelf import Shelf
from sakip_rules.links.text_shelf import TextShelf
from sakip_rules.loader.rules import is_rule_path
from sakip_rules.loader.scalars import Floats
from sakip_rules.models import Reference

if TYPE_CHECKING:
    from sakip_rules.api.catalogue import Catalogue

KEPT: Final = 8
"""So many catalogues are kept open for what comes from other processes."""

Text = tuple[str, str]
"""The path of a text that stands in no file, and the text."""


class Origin(NamedTuple):
    """The folders of a catalogue, or the texts; how it reads floats."""

    examined: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    bundled: bool = False
    texts: tuple[Text, ...] = ()
    """Texts in the place of files, or beside them."""

    floats: Floats = None

    def knowledge(self) -> Knowledge:
        """Reads what there is now; raises `RuleError` for a folder that is not there."""
        if self.texts and not self.examined:
            return Knowledge(TextShelf(dict(self.texts), bundled_folder() if self.bundled else None))
        if self.texts:
            workspace = Workspace(*self.examined)
            for path, text in self.texts:
                workspace.update(path, text)
            return Knowledge(Shelf(workspace.folders), *workspace.snapshot())
        behind = bundled_folder() if self.bundled else None
        return Knowledge(
            Shelf(list(map(folder_of, self.examined)), list(map(folder_of, self.beside)), behind)
        )


def text_path(name: str) -> str:
    """Gives the path that a text would have as a file; raises `UsageError` for what is no name of a rule.

    `owner/name@1.0.0` and `owner/name/1.0.0.yaml` name a rule.
    """
    parsed = Reference.parse(name)
    path = f"{parsed.id}/{parsed.version}.yaml" if parsed is not None and parsed.version is not None else name
    if not is_rule_path(PurePosixPath(path).parts):
        raise UsageError([diagnose("bad-value.text-path", None, name=quoted(name))])
    return path


def whole(folder: PathLike) -> str:
    """Gives the path of a folder so that it is found from everywhere; raises `UsageError` for no path."""
    return str(Path(path_of(folder)).absolute())


_opened: dict[Origin, Catalogue] = {}
_lock = threading.Lock()


def reopened(origin: Origin, *, again: bool = False) -> Catalogue:
    """Gives the catalogue of an origin, read once a process; `again` reads what has changed since."""
    from sakip_rules.api.catalogue import Catalogue  # noqa: PLC0415 - a catalogue is made with its origin

    with _lock:
        known = None if again else _opened.pop(origin, None)
        catalogue = known or Catalogue(origin.knowledge(), origin)
        _opened[origin] = catalogue
        while len(_opened) > KEPT:
            del _opened[next(iter(_opened))]
    return catalogue

"""A path that leads to nothing -> that it is not there, and what lies there under a name like it."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import Diagnostic, diagnose, nearest, quoted
from sakip_rules.diagnostics.core import meant_instead
from sakip_rules.diagnostics.places import whole

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

LOOKED_AT: Final = 10_000
"""So many names of a folder are compared, and no more."""


def no_file(path: str | os.PathLike[str], name: str) -> Diagnostic:
    """Says that a file is not there; `name` is what it was called."""
    if os.path.islink(path):  # noqa: PTH114 - unlike is_link(), false for a path that no system can open
        return diagnose("no-file.link", whole(name))
    return diagnose("no-file", whole(name), near=_near(Path(path), name, folders=False))


def no_folder(path: str | os.PathLike[str], name: str) -> Diagnostic:
    """Says that a folder is not there; `name` is what it was called."""
    return diagnose("no-file.folder", whole(name), near=_near(Path(path), name, folders=True))


def _near(path: Path, name: str, *, folders: bool) -> Pair:
    """Gives the name that was meant, or says why none is known."""
    above = path.parent
    try:
        names = _names(above, folders=folders)
    except (OSError, ValueError):
        shown = quoted(os.path.dirname(name) or str(above))  # noqa: PTH120 - as it was called
        return f"Folder {shown} juga tidak ada.", f"There is no folder {shown} either."
    # Endings are alike anyway, so names are compared without; of two alike, the one that ends as asked for.
    ordered = sorted(names, key=lambda each: (Path(each).suffix == path.suffix, each))
    named = {Path(each).stem: each for each in ordered}
    near = nearest(path.stem, named)
    if near is not None:
        return meant_instead([os.path.join(os.path.dirname(name), named[near])])  # noqa: PTH118, PTH120 - as above
    shown = quoted(os.path.abspath(above))  # noqa: PTH100 - the folder as it was called, links and all
    return (
        f"Tidak ada nama yang mirip di folder {shown}; periksa nama dan foldernya.",
        f"No name is like it in the folder {shown}; check the name and its folder.",
    )


def _names(folder: Path, *, folders: bool) -> list[str]:
    """Gives the names of the files, or of the folders, that are not hidden in a folder."""
    with os.scandir(folder) as entries:
        return [
            entry.name
            for entry in islice(entries, LOOKED_AT)
            if entry.is_dir() is folders and not entry.name.startswith(".")
        ]

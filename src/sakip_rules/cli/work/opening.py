"""What every command begins with: the rules that are meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sakip_rules.api import Catalogue
from sakip_rules.cli.work.failures import FileFailureError

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_NO_FOLDER: Pair = ("folder aturan ini tidak ada", "there is no such folder of rules")


def open_rules(folders: Sequence[str], folder: str | None = None) -> Catalogue:
    """Gives the rules of the folders that are named, or the bundled ones where none is.

    Raises `FileFailureError` for a folder that is not there.
    """
    named = named_folders(folders, folder)
    return Catalogue.load(*named) if named else Catalogue.bundled()


def named_folders(folders: Sequence[str], folder: str | None) -> list[str]:
    """Gives the folders that are named; raises `FileFailureError` for one that is not there."""
    named = [*folders, *([folder] if folder is not None else [])]
    for path in named:
        if not Path(path).is_dir():
            raise FileFailureError(path, _NO_FOLDER)
    return named

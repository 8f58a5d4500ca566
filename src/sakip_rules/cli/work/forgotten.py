"""Rules that are not known only because their folder was not named: the option that names it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.diagnostics.core import argument, command
from sakip_rules.loader.rules import is_rule_path
from sakip_rules.models import Reference


def with_folders(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Gives diagnostics, those of an unknown rule with the folder near by that holds it, if one does."""
    return [_with_folder(found) if found.key == "unknown-rule" else found for found in diagnostics]


def _with_folder(found: Diagnostic) -> Diagnostic:
    name = str(dict(found.texts)["name"])
    reference = Reference.parse(name.strip("`"))
    beside = Path() if found.place is None else Path(found.place.file).parent
    folder = None if reference is None else _holding(reference, (Path(), beside))
    if folder is None:
        return found
    option = command(f"--rules {argument(folder)}")
    return diagnose("unknown-rule.folder", found.place, name=name, folder=quoted(folder), option=option)


def _holding(reference: Reference, places: Iterable[Path]) -> str | None:
    """Gives the first folder at these places, or directly in one of them, that holds what is referred to."""
    owner, _, name = reference.id.partition("/")
    for place in places:
        for folder in (place, *_folders_in(place)):
            files = _names(folder / owner / name)
            versions = {Path(file).stem for file in files if is_rule_path((owner, name, file))}
            if versions if reference.version is None else reference.version in versions:
                return os.path.normpath(folder)
    return None


def _folders_in(place: Path) -> Iterator[Path]:
    return (place / name for name in _names(place) if not name.startswith("."))


def _names(folder: Path) -> list[str]:
    """What stands in a folder, sorted; nothing where it cannot be looked into."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - a path that no system can open gives an error, too
    except (OSError, ValueError):
        return []

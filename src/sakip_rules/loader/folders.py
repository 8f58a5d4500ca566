"""Folders of rule files -> all rules in them."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sakip_rules.diagnostics import Place, diagnose
from sakip_rules.loader.document import load_document
from sakip_rules.loader.files import BrokenFile, RuleFile
from sakip_rules.loader.rules import is_rule_path, load_rule

DEPTH: Final = 8
"""Folders further below are not looked into."""


def load_rules(folders: Iterable[str | os.PathLike[str]]) -> list[RuleFile]:
    """Reads every rule file below the folders, in the order of the folders and of their paths.

    A file that holds a rule but does not lie at `owner/name/x.y.z.yaml` is in the list with the error
    `id-path`; YAML files that hold no rule are left out. Hidden files and folders are not looked at, and no
    file is read twice.
    """
    rules: list[RuleFile] = []
    seen: set[str] = set()
    for folder in folders:
        root = Path(folder)
        if not root.is_dir():
            place = Place(os.fspath(folder))
            rules.append(BrokenFile(place.file, [diagnose("yaml-syntax.no-folder", place)]))
            continue
        for file in _yaml_files(root, seen):
            loaded = _load(file, root)
            if loaded is not None:
                rules.append(loaded)
    return rules


def _yaml_files(root: Path, seen: set[str]) -> list[Path]:
    """Gives the files below a folder that end in .yaml or .yml; follows links, but goes nowhere twice."""
    files: list[Path] = []
    todo: list[tuple[Path, int]] = [(root, 0)]
    while todo:
        folder, depth = todo.pop()
        for entry in _entries(folder):
            path = folder / entry.name
            inner = os.path.isdir(entry.path)  # noqa: PTH112 - unlike is_dir(), false for a link to itself
            if inner and is_rule_path(path.relative_to(root).parts):
                files.append(path)  # to be told that it is no file
                continue
            wanted = depth < DEPTH if inner else entry.name.endswith((".yaml", ".yml"))
            if not wanted or not _first_time(entry.path, seen):
                continue
            if inner:
                todo.append((path, depth + 1))
            else:
                files.append(path)
    return sorted(files)


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []


def _first_time(path: str, seen: set[str]) -> bool:
    real = os.path.realpath(path)
    if real in seen:
        return False
    seen.add(real)
    return True


def _load(file: Path, root: Path) -> RuleFile | None:
    """Reads a file at its right place as a rule; one elsewhere only to say that it lies wrong."""
    if is_rule_path(file.relative_to(root).parts):
        return load_rule(file, root=root)
    document, _ = load_document(file)
    if document is None or document.root.get("kind") is None:
        return None
    key = "id-path.extension" if file.suffix == ".yml" else "id-path"
    return BrokenFile(str(file), [diagnose(key, Place(str(file)))], document)

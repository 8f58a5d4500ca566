"""Folders of rule files -> all rules in them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sakip_rules.diagnostics import Place, diagnose
from sakip_rules.loader.document import parse_document
from sakip_rules.loader.files import BrokenFile, RuleFile
from sakip_rules.loader.gate import RULE_LIMITS, FileError, decode, read_bytes
from sakip_rules.loader.rules import is_rule_path, read_rule_file

ENDINGS: Final = (".yaml", ".yml")
DEPTH: Final = 8
"""Folders further below are not looked into."""


_STATED: Final = re.compile(rb"""\bid["']?\s*:\s*["']?([a-z0-9-]+/[a-z0-9-]+)""")


def load_rules(folders: Iterable[str | os.PathLike[str]]) -> list[RuleFile]:
    """Reads every rule file below the folders, in the order of the folders and of their paths.

    A file that holds a rule but does not lie at `owner/name/x.y.z.yaml` is in the list with the error
    `id-path`; YAML files that hold no rule are left out. Hidden files and folders are not looked at, and no
    file is read twice.
    """
    loaded = (load_file(file, root) for file, root in files_below(folders))
    return [rule_file for rule_file in loaded if rule_file is not None]


def files_below(folders: Iterable[str | os.PathLike[str]]) -> Iterator[tuple[Path, Path]]:
    """Gives the files that may be rules, each with its folder; a folder that is not there, with itself."""
    seen: set[str] = set()
    for folder in folders:
        root = Path(folder)
        for file in _yaml_files(root, seen) if root.is_dir() else [root]:
            yield file, root


def is_looked_at(file: Path, root: Path) -> bool:
    """Says whether a reading of a folder would look at a file of this path, if there were one."""
    parts = file.relative_to(root).parts
    hidden = any(part.startswith(".") for part in parts)
    return not hidden and len(parts) <= DEPTH + 1 and file.name.endswith(ENDINGS)


def load_file(file: Path, root: Path) -> RuleFile | None:
    """Reads a file below a folder from the disk; what is no rule and at no rule's place is left out."""
    if file == root:
        return BrokenFile(str(file), [diagnose("yaml-syntax.no-folder", Place(str(file)))])
    if leads_out(file, root):
        return BrokenFile(str(file), [diagnose("id-path.link", Place(str(file)))])
    try:
        text = decode(read_bytes(file, str(file), RULE_LIMITS), str(file))
    except FileError as error:
        return BrokenFile(str(file), error.diagnostics) if _is_at_its_place(file, root) else None
    return read_file(text, file, root)


def read_file(text: str, file: Path, root: Path) -> RuleFile | None:
    """Reads a text as the file at a path; one at no rule's place only to say that it lies wrong."""
    if _is_at_its_place(file, root):
        return read_rule_file(text, str(file), root=root)
    document, _ = parse_document(text, str(file))
    if document is None or document.root.get("kind") is None:
        return None
    key = "id-path.extension" if file.suffix == ".yml" else "id-path"
    return BrokenFile(str(file), [diagnose(key, Place(str(file)))], document)


def leads_out(path: Path, root: Path) -> bool:
    """Says whether a path below a folder is, through a link, none of that folder."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def ids_below(root: Path) -> list[str]:
    """Gives the ids whose folders hold a rule file, sorted; no file is read."""
    return sorted(_ids(root))


def holds_rules(root: Path) -> bool:
    """Says whether a rule file lies at its place below a folder; no file is read."""
    return next(_ids(root), None) is not None


def _ids(root: Path) -> Iterator[str]:
    for owner in _entries(root):
        for name in _entries(root / owner.name) if owner.is_dir() else ():
            rule_id = f"{owner.name}/{name.name}"
            if name.is_dir() and versions_below(root, rule_id):
                yield rule_id


def versions_below(root: Path, rule_id: str) -> list[Path]:
    """Gives the files at the place of an id, sorted; none where that place is, by a link, elsewhere."""
    folder = root / rule_id
    owner_and_name = rule_id.split("/")
    names = (entry.name for entry in _entries(folder))
    files = sorted(folder / name for name in names if is_rule_path((*owner_and_name, name)))
    return files if files and not leads_out(folder, root) else []


def stated_ids(file: Path, root: Path) -> set[str]:
    """Gives what stands in a file as an id, without reading it as YAML."""
    try:
        data = b"" if leads_out(file, root) else read_bytes(file, str(file), RULE_LIMITS)
    except FileError:
        return set()
    return {match[1].decode() for match in _STATED.finditer(data)}


def _is_at_its_place(file: Path, root: Path) -> bool:
    return is_rule_path(file.relative_to(root).parts)


def _yaml_files(root: Path, seen: set[str]) -> list[Path]:
    """Gives the files below a folder that end in .yaml or .yml; follows links inside, goes nowhere twice."""
    files: list[Path] = []
    todo: list[tuple[Path, int]] = [(root, 0)]
    while todo:
        folder, depth = todo.pop()
        for entry in _entries(folder):
            path = folder / entry.name
            inner = os.path.isdir(entry.path)  # noqa: PTH112 - unlike is_dir(), false for a link to itself
            at_place = inner and is_rule_path(path.relative_to(root).parts)
            if at_place or (inner and entry.is_symlink() and leads_out(path, root)):
                files.append(path)  # to be told that it is no file, or a link
                continue
            wanted = depth < DEPTH if inner else entry.name.endswith(ENDINGS)
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

"""Folders of rule files -> all rules in them."""

from __future__ import annotations

import itertools
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader.document import Document, parse_document
from sakip_rules.loader.files import BrokenFile, RuleFile
from sakip_rules.loader.gate import RULE_LIMITS, FileError, decode, read_bytes
from sakip_rules.loader.rules import is_rule_path, read_rule_file
from sakip_rules.models import Reference

ENDINGS: Final = (".yaml", ".yml")

_NO_MAP: Final = ("bad-value.file-no-map", "yaml-syntax.empty")
_RULE_KEYS: Final = ("kind", "legal_basis")
_STATED: Final = re.compile(rb"""\bid["']?\s*:\s*["']?([a-z0-9-]+/[a-z0-9-]+)""")


def load_rules(folders: Iterable[str | os.PathLike[str]]) -> list[RuleFile]:
    """Reads every rule file below the folders, in the order of the folders and of their paths.

    A file that holds a rule but does not lie at `owner/name/x.y.z.yaml` is in the list with the error
    `id-path`; YAML files that hold no rule are left out, with a warning where they cannot be read. Hidden
    files and folders are not looked at, and no file is read twice.
    """
    loaded = (load_file(file, root) for file, root in files_below(folders))
    return [rule_file for rule_file in loaded if rule_file is not None]


def files_below(folders: Iterable[str | os.PathLike[str]]) -> Iterator[tuple[Path, Path]]:
    """Gives the files that may be rules, each with its folder.

    What cannot be read as one, such as a folder that may not be looked into, is among them: `load_file` says
    what it is.
    """
    seen: set[str] = set()
    for folder in folders:
        root = Path(folder)
        for file in _yaml_files(root, seen):
            yield file, root


def is_looked_at(file: Path, root: Path) -> bool:
    """Says whether a reading of a folder would look at a file of this path, if there were one."""
    parts = file.relative_to(root).parts
    hidden = any(part.startswith(".") for part in parts)
    return not hidden and _may_be_rule(file, root)


def load_file(file: Path, root: Path) -> RuleFile | None:
    """Reads a file below a folder from the disk; what is no rule and at no rule's place is left out."""
    place = whole(str(file))
    if file == root:
        return BrokenFile(str(file), [folder_fault(file) or diagnose("unreadable.folder", place)])
    if leads_out(file, root):
        is_folder = not file.name.endswith(ENDINGS)
        return BrokenFile(str(file), [diagnose("id-path.link", place)], is_folder=is_folder)
    if not _is_at_its_place(file, root) and os.path.isdir(file):  # noqa: PTH112 - as in `_is_folder`
        fault = folder_fault(file) or diagnose("unreadable.folder", place)
        return BrokenFile(str(file), [fault], is_folder=True)
    try:
        text = decode(read_bytes(file, str(file), RULE_LIMITS), str(file))
    except FileError as error:
        return _broken(file, root, error.diagnostics, stated_ids(file, root))
    return read_file(text, file, root)


def read_file(text: str, file: Path, root: Path) -> RuleFile | None:
    """Reads a text as the file at a path; one at no rule's place only to say that it lies wrong."""
    if _is_at_its_place(file, root):
        return read_rule_file(text, str(file), root=root)
    if not file.name.endswith(ENDINGS):
        ending, name = _endings(file.name)
        texts = {"ending": quoted(ending), "name": quoted(name)}
        return BrokenFile(str(file), [warn("id-path.other-ending", whole(str(file)), **texts)])
    document, diagnostics = parse_document(text, str(file))
    if document is None and any(fault.key in _NO_MAP for fault in diagnostics):
        return None  # it is read, and holds something else
    if document is None:
        return _broken(file, root, diagnostics, _stated(text.encode("utf-8", "surrogatepass")))
    if not _is_rule(document):
        return None
    key = "id-path" if file.suffix == ".yaml" else "id-path.extension"
    return BrokenFile(str(file), [diagnose(key, whole(str(file)))], document)


def _broken(file: Path, root: Path, wrong: list[Diagnostic], stated: set[str]) -> BrokenFile:
    """A file that cannot be read: wrong where a rule should lie or an id stands, else told and left out."""
    if _is_at_its_place(file, root):
        return BrokenFile(str(file), wrong)
    if stated:
        return BrokenFile(str(file), wrong, stated=frozenset(stated))
    reason = (wrong[0].message("id"), wrong[0].message("en"))
    return BrokenFile(str(file), [warn("id-path.left-out", whole(str(file)), reason=reason)])


def _is_rule(document: Document) -> bool:
    """Says whether a document is meant as a rule: it says its kind, or what only rules say of themselves."""
    return any(document.root.get(key) is not None for key in _RULE_KEYS)


def folder_fault(folder: Path) -> Diagnostic | None:
    """Says why a folder cannot be looked into, if it cannot."""
    try:
        with os.scandir(folder):
            return None
    except (FileNotFoundError, NotADirectoryError):
        from sakip_rules.loader.absent import no_folder  # noqa: PLC0415 - only a name that leads nowhere is looked for

        return no_folder(folder, str(folder))
    except (OSError, ValueError):
        return diagnose("unreadable.folder", whole(str(folder)))


def leads_out(path: Path, root: Path) -> bool:
    """Says whether a path below a folder is, through a link, none of that folder."""
    between = itertools.takewhile(lambda folder: folder != root, path.parents)
    if not any(map(os.path.islink, (path, *between))):
        return False
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def ids_below(root: Path) -> list[str]:
    """Gives the ids whose folders hold a rule file, or cannot be looked into, sorted; no file is read."""
    return sorted(_ids(root))


def holds_rules(root: Path) -> bool:
    """Says whether a rule file lies at its place below a folder; no file is read."""
    return next(_ids(root), None) is not None


def _ids(root: Path) -> Iterator[str]:
    for owner in _entries_if_any(root):
        for name in _entries_if_any(root / owner.name) if _is_folder(owner) else ():
            rule_id = f"{owner.name}/{name.name}"
            if Reference.parse(rule_id) and _is_folder(name) and versions_below(root, rule_id):
                yield rule_id


def versions_below(root: Path, rule_id: str) -> list[Path]:
    """Gives the files at the place of an id, sorted; the folder itself where it cannot be looked into."""
    folder = root / rule_id
    owner_and_name = rule_id.split("/")
    try:
        names = [entry.name for entry in _entries(folder)]
    except OSError:
        return [folder]
    return sorted(folder / name for name in names if is_rule_path((*owner_and_name, name)))


def stated_ids(file: Path, root: Path) -> set[str]:
    """Gives what stands in a file as an id, without reading it as YAML."""
    try:
        data = b"" if leads_out(file, root) else read_bytes(file, str(file), RULE_LIMITS)
    except FileError:
        return set()
    return _stated(data)


def _stated(data: bytes) -> set[str]:
    return {match[1].decode() for match in _STATED.finditer(data)}


def _is_at_its_place(file: Path, root: Path) -> bool:
    return is_rule_path(_parts_below(file, root))


def _parts_below(file: Path, root: Path) -> tuple[str, ...]:
    """Gives the parts of a path below a folder that it is known to begin with."""
    return file.parts[len(root.parts) :]


def _yaml_files(root: Path, seen: set[str]) -> list[Path]:
    """Gives the files below a folder that end in .yaml or .yml; follows links inside, goes nowhere twice.

    What stands in the way of reading others is among them.
    """
    files: list[Path] = []
    todo = [(root, os.path.realpath(root))]
    while todo:
        folder, real = todo.pop()
        try:
            entries = _entries(folder, must_be=folder == root)
        except OSError:
            files.append(folder)
            continue
        for entry in entries:
            path = folder / entry.name
            inner = _is_folder(entry)
            at_place = inner and _is_at_its_place(path, root)
            if at_place or (inner and entry.is_symlink() and leads_out(path, root)):
                files.append(path)  # to be told that it is no file, or a link
            elif inner or _may_be_rule(path, root):
                found = os.path.realpath(path) if entry.is_symlink() else os.path.join(real, entry.name)  # noqa: PTH118 - of 20,000 files
                if found not in seen:
                    seen.add(found)
                    todo += [(path, found)] if inner else []
                    files += [] if inner else [path]
    return sorted(files, key=_in_order)


def _in_order(file: Path) -> list[str]:
    """Gives what paths are sorted by, once for each: part by part, as the system compares names."""
    return [os.path.normcase(part) for part in file.parts]


def _may_be_rule(path: Path, root: Path) -> bool:
    """Says whether a file ends as a rule does, in whatever letters, or would without what stands behind."""
    if path.name.lower().endswith(ENDINGS):
        return True
    _, name = _endings(path.name)
    return is_rule_path((*_parts_below(path, root)[:-1], name))


def _endings(name: str) -> tuple[str, str]:
    """Gives how a file ends, and its name as a rule file: 1.0.0.YAML and 1.0.0.yaml.txt are 1.0.0.yaml."""
    before, found, behind = name.partition(".yaml.")
    if found:
        return f".{behind}", f"{before}.yaml"
    before, point, ending = name.rpartition(".")
    return f"{point}{ending}", f"{before}{point}{ending.lower()}"


def _entries(folder: Path, *, must_be: bool = False) -> list[os.DirEntry[str]]:
    """Gives what is not hidden in a folder; raises `OSError` where that cannot be known."""
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        if must_be:
            raise
        return []


def _entries_if_any(folder: Path) -> list[os.DirEntry[str]]:
    try:
        return _entries(folder)
    except OSError:
        return []


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Says what the folder above knows of an entry, also where that may not be entered; follows links."""
    # Unlike entry.is_dir(), os.path.isdir() is false for a link to itself.
    return os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()  # noqa: PTH112 - see above

"""What is given for a folder of rules, or for a report: recognised, where it is something else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from sakip_rules.api.boundary import PathLike, path_of
from sakip_rules.diagnostics import DataError, Diagnostic, RuleError, diagnose, quoted
from sakip_rules.diagnostics.core import argument, command
from sakip_rules.diagnostics.places import whole
from sakip_rules.loader import Document, LoadedRule, RuleFile, load_document
from sakip_rules.loader.files import PARTS
from sakip_rules.loader.folders import folder_fault, holds_rules, stated_ids
from sakip_rules.loader.rules import is_rule_path
from sakip_rules.models import Reference

_MAGIC: Final = {b"PK\x03\x04": "Excel/ODS/Word", b"\xd0\xcf\x11\xe0": "Excel 97", b"%PDF": "PDF"}
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
_TABLES: Final = {".csv": "CSV", ".tsv": "TSV", ".xlsx": "Excel", ".xls": "Excel", ".ods": "ODS"}


def folder_of(given: PathLike, called: str = "sakip check") -> Path:
    """Gives a folder of rules; raises `RuleError` that says what is there instead.

    `called` is what the folder was an argument of: with the right one behind it, it is the mend.
    """
    root = Path(path_of(given))
    if is_file(root):
        raise RuleError([_file_fault(root, called)])
    fault = folder_fault(root)
    if fault is None and not holds_rules(root):
        fault = _level_fault(root, called)
    if fault is not None:
        raise RuleError([fault])
    return root


def must_hold_rules(roots: tuple[Path, ...], rule_files: list[RuleFile]) -> None:
    """Raises `RuleError` where nothing is there to be examined; what is only left out is nothing."""
    meant = [one for one in rule_files if isinstance(one, LoadedRule) or one.stands_in_the_way]
    if roots and not meant:
        raise RuleError([diagnose("id-path.no-rules", whole(str(root))) for root in roots])


def _file_fault(file: Path, called: str) -> Diagnostic:
    place = whole(str(file))
    if is_rule_path(file.absolute().parts[-PARTS:]):
        return diagnose("id-path.rule-file", place, command=_with(file.parent / ".." / "..", called))
    document, _ = load_document(file)
    if document is not None and document.root.get("framework") is not None:
        return diagnose(
            "id-path.report-file", place, command=command(f"sakip evaluate {argument(str(file))}")
        )
    return diagnose("id-path.other-file", place)


def _level_fault(root: Path, called: str) -> Diagnostic | None:
    """Says how a folder without rules at their places is no folder of rules, if it shows."""
    try:
        return _fault_of_level(root, called)
    except OSError:
        return None  # reading it says why it cannot be looked into


def _fault_of_level(root: Path, called: str) -> Diagnostic | None:
    for folder, pattern in ((root / "..", "*/*.yaml"), (root / ".." / "..", "*.yaml")):
        top = Path(os.path.realpath(folder))
        for file in root.glob(pattern):
            parts = Path(os.path.realpath(file)).relative_to(top).parts
            if is_rule_path(parts) and "/".join(parts[:-1]) in stated_ids(file, root):
                return _moved("id-path.too-low", root, folder, called)
    for below in (*_folders_in(root), *(deep for one in _folders_in(root) for deep in _folders_in(one))):
        if holds_rules(below):
            return _moved("id-path.too-high", root, below, called)
    for file in sorted(root.glob("*/*/*.yaml.*")):
        name = file.name.rpartition(".")[0]
        if is_rule_path((*file.relative_to(root).parts[:-1], name)):
            texts = {"file": quoted(str(file.relative_to(root))), "name": quoted(name)}
            return diagnose("id-path.ending", whole(str(root)), **texts)
    return None


def _folders_in(root: Path) -> list[Path]:
    return sorted(below for below in root.iterdir() if is_folder(below) and not below.name.startswith("."))


def _moved(key: str, root: Path, folder: Path, called: str) -> Diagnostic:
    right = os.path.normpath(folder)
    return diagnose(key, whole(str(root)), folder=quoted(right), command=_with(folder, called))


def _with(folder: Path, called: str) -> str:
    return command(f"{called} {argument(os.path.normpath(folder))}")


def is_workbook(path: str) -> bool:
    """Says whether a file is a workbook, by its name or by how it begins: one may hold a report."""
    file = Path(path)
    if not is_file(file):
        return False
    try:
        with file.open("rb") as opened:
            begin = opened.read(4)
    except OSError:
        return False
    is_packed = _MAGIC.get(begin) == _MAGIC[b"PK\x03\x04"]
    return is_packed or (file.suffix.lower() in _WORKBOOKS and begin != b"")


def must_be_report(path: str) -> None:
    """Raises `DataError` for a folder, and for a file of another program."""
    file, place = Path(path), whole(path)
    if is_folder(file) and holds_rules(file):
        raise DataError([diagnose("no-report.rules-folder", place, command=_with(file, "sakip check"))])
    if not is_file(file):
        return
    try:
        with file.open("rb") as opened:
            begin = opened.read(4)
    except OSError:
        return  # reading it as a report says why
    suffix, kind = file.suffix.lower(), _MAGIC.get(begin)
    if suffix in _TABLES:
        right = f"sakip import {argument(path)} --framework nasional/kerangka-lkjip -o laporan.yaml"
        raise DataError([diagnose("no-report.table", place, kind=_TABLES[suffix], command=command(right))])
    if kind is not None:
        raise DataError([diagnose("no-report", place, kind=kind)])


def must_be_no_rule(document: Document) -> None:
    """Raises `DataError` where a rule file was given for a report."""
    if document.root.get("kind") is None or document.root.get("framework") is not None:
        return
    parts = Path(document.file).absolute().parts[-PARTS:]
    reference = Reference.parse("/".join(parts[:-1])) if is_rule_path(parts) else None
    folder = argument(os.path.normpath(Path(document.file).parent / ".." / ".."))
    right = f"sakip explain {reference} --rules {folder}" if reference else "sakip check FOLDER"
    raise DataError([diagnose("no-report.rule-file", whole(document.file), command=command(right))])


def is_folder(path: str | Path) -> bool:
    """Says whether a folder is there; a path that no system can open leads to none."""
    return os.path.isdir(path)  # noqa: PTH112 - unlike is_dir(), false for a path that no system can open


def is_file(path: str | Path) -> bool:
    """Says whether a regular file is there; a path that no system can open leads to none."""
    return os.path.isfile(path)  # noqa: PTH113 - as above

"""Mutates many rules on all cores; each worker reads the rules for itself."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import TypeAlias

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.examples.runner import Progress
from sakip_rules.links.shelf import Shelf
from sakip_rules.mutation.run import RuleMutants, mutate_rule

Folders: TypeAlias = tuple[tuple[Path, ...], tuple[Path, ...], Path | None]
"""As a shelf is made: the folders that are examined, those beside them, and the bundled one."""

_checked: Checked | None = None
"""The rules of a worker process, read once when it starts."""


def mutate_folders(
    folders: Folders, progress: Progress | None = None, workers: int | None = None
) -> list[RuleMutants]:
    """Gives the fate of every change of every rule without errors in the examined folders, sorted by rule.

    `progress` is told (done, all) rules; `workers` is the number of processes, else one a core.
    """
    checked, examined = _read(folders)
    files = [loaded.file for loaded in checked.usable if loaded.file in examined]
    count = min(workers or os.cpu_count() or 1, max(len(files), 1))
    rules: list[RuleMutants] = []
    with ProcessPoolExecutor(count, initializer=_open, initargs=(folders,)) as pool:
        waiting = [pool.submit(_mutate, file) for file in files]
        for done, future in enumerate(as_completed(waiting), 1):
            rules.append(future.result())
            if progress is not None:
                progress(done, len(files))
    return sorted(rules, key=lambda mutants: mutants.rule)


def _read(folders: Folders) -> tuple[Checked, set[str]]:
    """Gives the examined rules with all that they refer to, and their files."""
    shelf = Shelf(*folders)
    examined = shelf.everything() if shelf.stands_alone else shelf.examined_files()
    checked = check_catalogue(RuleCatalogue(shelf.needed((), examined)))
    return checked, {rule_file.file for rule_file in examined}


def _open(folders: Folders) -> None:
    global _checked
    _checked, _ = _read(folders)


def _mutate(file: str) -> RuleMutants:
    assert _checked is not None  # noqa: S101 - the pool opens every worker first
    return mutate_rule(_checked, _checked.catalogue.whole[file])

"""Mutates many rules on all cores; each worker reads the rules for itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.examples.runner import Progress
from sakip_rules.loader import load_rules
from sakip_rules.mutation.run import RuleMutants, mutate_rule

_checked: Checked | None = None
"""The rules of a worker process, read once when it starts."""


def mutate_folders(
    folders: Sequence[str], progress: Progress | None = None, workers: int | None = None
) -> list[RuleMutants]:
    """Gives the fate of every change of every rule without errors, sorted by rule.

    `progress` is told (done, all) rules; `workers` is the number of processes, else one a core.
    """
    checked = check_catalogue(RuleCatalogue(load_rules(folders)))
    files = [item.file for item in checked.usable]
    count = min(workers or os.cpu_count() or 1, max(len(files), 1))
    rules: list[RuleMutants] = []
    with ProcessPoolExecutor(count, initializer=_open, initargs=(tuple(folders),)) as pool:
        waiting = [pool.submit(_mutate, file) for file in files]
        for done, future in enumerate(as_completed(waiting), 1):
            rules.append(future.result())
            if progress is not None:
                progress(done, len(files))
    return sorted(rules, key=lambda mutants: mutants.rule)


def _open(folders: tuple[str, ...]) -> None:
    global _checked  # noqa: PLW0603 - a worker process has no other place that outlives a task
    _checked = check_catalogue(RuleCatalogue(load_rules(folders)))


def _mutate(file: str) -> RuleMutants:
    assert _checked is not None  # noqa: S101 - the pool opens every worker first
    return mutate_rule(_checked, _checked.catalogue.whole[file])

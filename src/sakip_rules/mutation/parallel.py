"""Mutates many rules on all cores; each worker reads the rules for itself."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, TypeAlias

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.examples.runner import Progress
from sakip_rules.links.shelf import Shelf
from sakip_rules.mutation.run import RuleMutants, mutate_rule

Folders: TypeAlias = tuple[tuple[Path, ...], tuple[Path, ...], Path | None]
"""As a shelf is made: the folders that are examined, those beside them, and the bundled one."""

_ENDING: Final = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]

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
    with _workers(count, folders) as pool:
        with _signals_held():
            waiting = [pool.submit(_mutate, file) for file in files]
        for done, future in enumerate(as_completed(waiting), 1):
            rules.append(future.result())
            if progress is not None:
                progress(done, len(files))
    return sorted(rules, key=lambda mutants: mutants.rule)


@contextmanager
def _workers(count: int, folders: Folders) -> Iterator[ProcessPoolExecutor]:
    """Gives processes that end when this one does, however that is: killed, or in the middle of its work."""
    lives, tells = multiprocessing.Pipe(duplex=False)  # the end that tells closes with this process
    pool = ProcessPoolExecutor(count, initializer=_open, initargs=(folders, lives, tells))
    try:
        yield pool
    except BaseException:
        tells.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        tells.close()
        lives.close()


def _read(folders: Folders) -> tuple[Checked, set[str]]:
    """Gives the examined rules with all that they refer to, and their files."""
    shelf = Shelf(*folders)
    examined = shelf.everything() if shelf.stands_alone else shelf.examined_files()
    checked = check_catalogue(RuleCatalogue(shelf.needed((), examined)))
    return checked, {rule_file.file for rule_file in examined}


@contextmanager
def _signals_held() -> Iterator[None]:
    """Lets signals that end this process wait while workers begin: they begin as if nothing had come."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _open(folders: Folders, lives: Connection, tells: Connection) -> None:
    """Begins a worker: what ends its parent is not its own to answer, and it does not outlive it."""
    global _checked
    for number in _ENDING:
        signal.signal(number, signal.SIG_DFL if number != signal.SIGINT else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _ENDING)
    tells.close()
    threading.Thread(target=_end_with, args=(lives,), daemon=True).start()
    _checked, _ = _read(folders)


def _end_with(lives: Connection) -> None:
    """Waits until the parent closes its end of a pipe, or is no more, and ends this process at once."""
    with contextlib.suppress(EOFError, OSError):
        lives.recv()
    os._exit(1)


def _mutate(file: str) -> RuleMutants:
    assert _checked is not None  # noqa: S101 - the pool opens every worker first
    return mutate_rule(_checked, _checked.catalogue.whole[file])

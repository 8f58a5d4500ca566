"""Work in forked children: each begins with what its parent has loaded, and leaves nothing behind."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Generic, TypeVar

PATIENCE: Final = 300.0
"""Seconds after which a child is ended, whatever it does; what it may compute is bounded by itself."""

Task = TypeVar("Task")
Work = Callable[[Path], int]
"""What a child does, with a folder of its own for all that it writes; gives its exit code."""


@dataclass(slots=True)
class Ended(Generic[Task]):
    """A child that has ended: its exit code (negative: the signal), and what it wrote into `said`."""

    task: Task
    code: int
    said: str


@dataclass(slots=True)
class _Child(Generic[Task]):
    task: Task
    folder: Path
    deadline: float


def run_each(
    tasks: Iterable[tuple[Task, Work]], jobs: int, patience: float = PATIENCE
) -> Iterator[Ended[Task]]:
    """Does the work of every task in a child, `jobs` at a time; gives them as they end."""
    running: dict[int, _Child[Task]] = {}
    for task, work in tasks:
        while len(running) >= jobs:
            yield _wait(running)
        folder = Path(tempfile.mkdtemp(prefix="mutants-"))
        running[_start(work, folder)] = _Child(task, folder, time.monotonic() + patience)
    while running:
        yield _wait(running)


def _start(work: Work, folder: Path) -> int:
    sys.stdout.flush()
    pid = os.fork()
    if pid:
        return pid
    code = 70
    try:
        os.setsid()
        _be_silent(folder)
        code = work(folder)
    except BaseException as error:  # noqa: BLE001 - whatever ends a child is its answer
        (folder / "said").write_text(f"{type(error).__name__}: {error}", "utf-8")
    finally:
        os._exit(code)


def _be_silent(folder: Path) -> None:
    """Sends all output nowhere, and temporary files into the folder."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.environ["TMPDIR"] = os.environ["PYTEST_DEBUG_TEMPROOT"] = tempfile.tempdir = str(folder)


def _wait(running: dict[int, _Child[Task]]) -> Ended[Task]:
    """Waits for one child; ends those that take too long, with all that they started."""
    while True:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid in running:
            child = running.pop(pid)
            said = child.folder / "said"
            text = said.read_text("utf-8") if said.exists() else ""
            shutil.rmtree(child.folder, ignore_errors=True)
            return Ended(child.task, os.waitstatus_to_exitcode(status), text)
        for late, child in running.items():
            if time.monotonic() > child.deadline:
                os.killpg(late, signal.SIGKILL)
        time.sleep(0.005)

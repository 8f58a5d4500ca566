"""Trying a change: do the tests that reach it notice?"""

from __future__ import annotations

import gc
import resource
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final, Literal

import pytest

from mutants.changes import Mutant, changed
from mutants.children import Ended, Work, run_each
from mutants.swapping import Finder, loaded_caches, loaded_functions, swap

Outcome = Literal["killed", "survived", "same", "broken"]
"""`same`: the compiler makes the same code of both. `broken`: the change could not be tried."""

SURVIVED, KILLED, NOT_LOADED, SAME = 0, 1, 71, 72
MEMORY: Final = 4 << 30
FLAGS: Final = (
    *("-q", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # hypothesis is loaded before, for its settings
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A change, the tests that it is tried with, in this order, and the seconds that each of them takes."""

    mutant: Mutant | None
    """Nothing: the unchanged code, with which all of them must pass."""

    tests: tuple[str, ...]
    seconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a change; for one that is noticed, by which test or with which end."""

    trial: Trial
    outcome: Outcome
    by: str = ""


def verdict(ended: Ended[Trial]) -> Verdict:
    """Says what the end of a child means: a test that failed, or one that never came to its end."""
    outcomes: dict[int, Outcome] = {
        SURVIVED: "survived",
        NOT_LOADED: "broken",
        SAME: "same",
        5: "broken",
        70: "broken",
    }
    outcome = outcomes.get(ended.code, "killed")
    return Verdict(
        ended.task, outcome, ended.said or (f"ended with {ended.code}" if outcome == "killed" else "")
    )


def _bounded(item: pytest.Item, seconds: dict[str, float]) -> None:
    """Ends this process if the test computes much longer than it should."""
    signal.setitimer(signal.ITIMER_VIRTUAL, 2 + 10 * seconds.get(item.nodeid, 1))


def _bound_memory() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)


def _code(mutant: Mutant, root: Path) -> CodeType:
    path = root / mutant.module
    return compile(changed(path, mutant.number), str(path), "exec", dont_inherit=True)


class _Chosen:
    """A plugin of pytest: some tests only, in a given order, each bounded."""

    def __init__(self, trial: Trial, folder: Path) -> None:
        self.trial, self.folder = trial, folder
        self.order = {test: number for number, test in enumerate(trial.tests)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keeps the chosen tests."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Bounds a test, and says which one it is that may be the last."""
        (self.folder / "said").write_text(item.nodeid, "utf-8")
        _bounded(item, self.trial.seconds)


def import_anew(trial: Trial, root: Path, tests: Path) -> Work:
    """Gives the work of a child that imports the changed module; its parent must not have imported it."""

    def work(folder: Path) -> int:
        assert trial.mutant is not None  # noqa: S101 - the unchanged code is tried in place
        _bound_memory()
        Finder(root / trial.mutant.module, root, _code(trial.mutant, root)).install()
        files = dict.fromkeys(str(tests / test.partition("::")[0]) for test in trial.tests)
        return int(pytest.main([*FLAGS, "-x", *files], plugins=[_Chosen(trial, folder)]))

    return work


@dataclass(frozen=True, slots=True)
class _Loaded:
    """What a process has loaded before any change: tests, functions by their code, caches, modules' code."""

    items: dict[str, pytest.Item]
    functions: dict[CodeType, list[FunctionType]]
    caches: list[Any]
    codes: dict[Path, CodeType]


class InPlace:
    """A plugin of pytest that collects the tests once, and tries every change in a child of its own."""

    def __init__(
        self, trials: Iterable[Trial], root: Path, jobs: int, told: Callable[[Verdict], None]
    ) -> None:
        self.trials, self.root, self.jobs, self.told = trials, root, jobs, told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Tries the changes, in place of running the tests."""
        paths = {str(path): path for path in self.root.rglob("*.py")}
        loaded = _Loaded(
            items={item.nodeid: item for item in session.items},
            functions=loaded_functions(set(paths)),
            caches=loaded_caches((str(self.root), str(self.root.parent.parent / "tests"))),
            codes={
                path: compile(path.read_text("utf-8"), name, "exec", dont_inherit=True)
                for name, path in paths.items()
            },
        )
        gc.collect()
        gc.freeze()
        frozen = gc.get_freeze_count()
        gc.get_freeze_count = lambda: frozen  # it counts one by one, and the loader asks for every file
        tasks = ((trial, partial(self.work, trial, session, loaded)) for trial in self.trials)
        for ended in run_each(tasks, self.jobs):
            self.told(verdict(ended))
        return True

    def work(self, trial: Trial, session: pytest.Session, loaded: _Loaded, folder: Path) -> int:
        """Makes the change, and runs the tests up to the first that fails."""
        _bound_memory()
        if trial.mutant is not None:
            code, original = _code(trial.mutant, self.root), loaded.codes[self.root / trial.mutant.module]
            if code == original:
                return SAME
            if not swap(original, code, loaded.functions):
                return NOT_LOADED
        for cache in loaded.caches:  # they hold what the unchanged code gave
            cache.cache_clear()
        chosen = [loaded.items[test] for test in trial.tests if test in loaded.items]
        for item, after in zip(chosen, [*chosen[1:], None], strict=True):
            (folder / "said").write_text(item.nodeid, "utf-8")
            _bounded(item, trial.seconds)
            session.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                return KILLED
        return SURVIVED


def try_in_place(
    trials: Iterable[Trial], root: Path, tests: list[str], jobs: int, told: Callable[[Verdict], None]
) -> int:
    """Collects some tests and tries changes with them; the exit code of pytest."""
    return int(pytest.main([*FLAGS, *tests], plugins=[InPlace(trials, root, jobs, told)]))


def try_anew(trials: Iterable[Trial], root: Path, tests: Path, jobs: int) -> Iterator[Verdict]:
    """Tries changes that are seen only when their module is imported."""
    tasks = ((trial, import_anew(trial, root, tests)) for trial in trials)
    return map(verdict, run_each(tasks, jobs))

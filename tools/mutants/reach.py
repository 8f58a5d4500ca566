"""Which test reaches which line: measured once for each part of the tests, kept until something changes."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import coverage
import pytest

from mutants.swapping import loaded_caches


@dataclass(slots=True)
class Reach:
    """What tests reach: the seconds that each computes, its lines of each module as bits of a number."""

    seconds: dict[str, float] = field(default_factory=dict)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)

    def of(self, module: str, lines: Iterable[int]) -> list[str]:
        """Gives the tests that reach one of some lines of a module."""
        wanted = sum(1 << line for line in set(lines))
        return [test for test, reached in self.lines.get(module, {}).items() if reached & wanted]

    def any_of(self, module: str) -> list[str]:
        """Gives the tests that reach some line of a module."""
        return list(self.lines.get(module, {}))

    def add(self, other: Reach) -> None:
        """Adds what other tests reach."""
        self.seconds |= other.seconds
        for module, tests in other.lines.items():
            self.lines.setdefault(module, {}).update(tests)

    def save(self, file: Path) -> None:
        """Writes what the tests reach into a file."""
        lines = {
            module: {test: hex(bits) for test, bits in tests.items()} for module, tests in self.lines.items()
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"seconds": self.seconds, "lines": lines}), "utf-8")

    @staticmethod
    def load(file: Path) -> Reach:
        """Reads what tests reach from a file."""
        read = json.loads(file.read_text("utf-8"))
        lines = {
            module: {test: int(bits, 16) for test, bits in tests.items()}
            for module, tests in read["lines"].items()
        }
        return Reach(read["seconds"], lines)


def fingerprint(*folders: Path) -> str:
    """Gives a text that changes with any file in some folders (or with a file)."""
    found = hashlib.sha256()
    for folder in folders:
        files = [folder] if folder.is_file() else sorted(folder.rglob("*"))
        for file in files:
            if file.is_file() and "__pycache__" not in file.parts:
                found.update(f"{file}\0".encode() + file.read_bytes())
    return found.hexdigest()[:16]


class Measuring:
    """A plugin of pytest that measures; tests that fail are not asked later.

    What the fixtures of a whole file do belongs to every test of the file.
    """

    def __init__(self, modules: dict[str, Path], folders: tuple[str, ...]) -> None:
        self.cov = coverage.Coverage(
            data_file=None, config_file=False, include=list(map(str, modules.values()))
        )
        self.modules, self.folders = modules, folders
        self.reach = Reach()
        self.failed: set[str] = set()
        self.files: dict[str, list[str]] = {}
        self.caches: list[Any] = []

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Begins to measure, when all tests are collected."""
        for item in session.items:
            self.files.setdefault(str(item.path), []).append(item.nodeid)
        self.caches = loaded_caches(self.folders)
        self.cov.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Generator[None, None, None]:
        """Measures what fixtures do for the whole file."""
        self.cov.switch_context(str(item.path))
        yield

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Generator[None, None, None]:
        """Measures what a test does, with its seconds, as if no other had been there before."""
        for cache in self.caches:
            cache.cache_clear()
        self.cov.switch_context(item.nodeid)
        began = time.process_time()
        try:
            yield
        finally:
            self.reach.seconds[item.nodeid] = round(time.process_time() - began, 4)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remembers what fails and what is skipped."""
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    def finish(self) -> Reach:
        """Gives what was measured."""
        self.cov.stop()
        data = self.cov.get_data()
        for module, path in self.modules.items():
            tests: dict[str, int] = {}
            for line, contexts in data.contexts_by_lineno(str(path)).items():
                for context in contexts:
                    for test in self.files.get(context, [context] if context else []):
                        tests[test] = tests.get(test, 0) | 1 << line
            self.reach.lines[module] = {test: bits for test, bits in tests.items() if test not in self.failed}
        return self.reach

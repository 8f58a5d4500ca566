"""Makes one operation on files fail: the one that is named by its number, once."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

import pytest

BY_PATH = ("open", "scandir", "replace", "rename", "mkdir", "chmod", "unlink")
"""Functions of `os` that take a path first."""
BY_HANDLE = ("fsync", "read")
"""Functions of `os` that take an open file first."""


class Failing:
    """Counts the operations on files below a folder; the one with the number `fails` raises `OSError`."""

    def __init__(self, folder: Path, fails: int | None = None) -> None:
        self.folder = str(folder)
        self.fails = fails
        self.done: list[str] = []
        """The operations so far, by name."""
        self.handles: set[int] = set()

    def step(self, name: str) -> None:
        """Counts one operation; raises where it is the one that fails."""
        self.done.append(name)
        if len(self.done) - 1 == self.fails:
            number = errno.ENOSPC if name in ("write", "flush", "fsync") else errno.EIO
            raise OSError(number, os.strerror(number), self.folder)

    def is_watched(self, path: object) -> bool:
        """Whether an operation is on the files of the test: others are the program's own."""
        if isinstance(path, int):
            return path in self.handles
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self.folder)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Puts itself between the program and the system meanwhile."""
        with pytest.MonkeyPatch.context() as patch:
            for name in BY_PATH:
                patch.setattr(os, name, self._by_path(name, getattr(os, name)))
            for name in BY_HANDLE:
                patch.setattr(os, name, self._by_path(name, getattr(os, name)))
            for module, name in ((io, "open"), (os, "fdopen")):
                patch.setattr(module, name, self._opening(name, getattr(module, name)))
            patch.setattr("builtins.open", io.open)
            yield

    def _by_path(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(path: Any, *more: Any, **named: Any) -> Any:
            watched = self.is_watched(path)
            if watched:
                self.step(name)
            if name == "fsync":
                return None  # it takes most of the time, and shows nothing where no power is cut
            given = call(path, *more, **named)
            if watched and name == "open":
                self.handles.add(given)
            return given

        return run

    def _opening(self, name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(path: Any, *more: Any, **named: Any) -> Any:
            if not self.is_watched(path) and not isinstance(path, int):
                return call(path, *more, **named)
            if not isinstance(path, int):
                self.step(name)
            return Watched(self, call(path, *more, **named))

        return run


class Watched:
    """An open file whose reads, writes and closing are counted, and fail."""

    def __init__(self, failing: Failing, file: Any) -> None:
        self.failing = failing
        self.file = file

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def __iter__(self) -> Watched:
        return self

    def __next__(self) -> Any:
        self.failing.step("read")
        return next(self.file)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)

    def read(self, *size: int) -> Any:
        """Reads, or fails."""
        self.failing.step("read")
        return self.file.read(*size)

    def write(self, data: Any) -> Any:
        """Writes, or fails."""
        self.failing.step("write")
        return self.file.write(data)

    def flush(self) -> None:
        """Sends on what is written, or fails."""
        self.failing.step("flush")
        self.file.flush()

    def close(self) -> None:
        """Closes, and may fail all the same."""
        self.file.close()  # the descriptor is free, whatever the system says
        self.failing.step("close")

"""A changed module: its functions get other code while they are loaded, or it is imported changed."""

from __future__ import annotations

import functools
import gc
import importlib.abc
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

CACHED: Final = type(functools.cache(len))
OPTIMIZED: Final = 0x1
"""The flag of a function's code, which the body of a class or module lacks."""


def outer_functions(code: CodeType) -> Iterator[CodeType]:
    """Gives the code of the functions of a module and of its classes, without those inside functions."""
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            if constant.co_flags & OPTIMIZED:
                yield constant
            else:
                yield from outer_functions(constant)


def loaded_functions(files: set[str]) -> dict[CodeType, list[FunctionType]]:
    """Gives the functions that are loaded from some files, by their code."""
    found: dict[CodeType, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename in files:
            found.setdefault(thing.__code__, []).append(thing)
    return found


def swap(original: CodeType, other: CodeType, loaded: dict[CodeType, list[FunctionType]]) -> int:
    """Gives the functions that differ their other code; says how many there were."""
    swapped = 0
    pairs = zip(outer_functions(original), outer_functions(other), strict=True)
    for before, after in pairs:
        if before != after:
            for function in loaded.get(before, []):
                function.__code__ = after
                swapped += 1
    return swapped


def loaded_caches(folders: tuple[str, ...]) -> list[Any]:
    """Gives the functions in some folders that keep their results; after `gc.freeze` they are not seen."""
    cached = [thing for thing in gc.get_objects() if isinstance(thing, CACHED)]
    codes = [getattr(thing.__wrapped__, "__code__", None) for thing in cached]
    pairs = zip(cached, codes, strict=True)
    return [thing for thing, code in pairs if code is not None and code.co_filename.startswith(folders)]


class _Loader(SourceFileLoader):
    """Loads a module from other code than its file's."""

    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - of one module
        return self.code


class Finder(importlib.abc.MetaPathFinder):
    """Finds one module with other code in its place; it must be asked before the module is loaded."""

    def __init__(self, path: Path, root: Path, code: CodeType) -> None:
        parts = path.relative_to(root.parent).with_suffix("").parts
        self.is_package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.is_package else parts)
        self.path, self.code = path, code

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Gives the module with the other code, if it is the one."""
        if fullname != self.name:
            return None
        within = [str(self.path.parent)] if self.is_package else None
        loader = _Loader(fullname, str(self.path), self.code)
        return importlib.util.spec_from_file_location(
            fullname, self.path, loader=loader, submodule_search_locations=within
        )

    def install(self) -> None:
        """Makes every later import of the module find the other code."""
        sys.meta_path.insert(0, self)

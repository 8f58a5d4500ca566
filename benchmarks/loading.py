"""Loading and checking 1,000 rule files, beside PyYAML alone on the same files."""

# ruff: noqa: INP001 - scripts, not modules of a package

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import yaml
from generated import catalogue
from timing import Measured, side_by_side

from sakip_rules import Catalogue
from sakip_rules.loader import events

FILES = 1000


def measure(rounds: int) -> dict[str, Measured]:
    """Measures reading, checking, and what PyYAML takes for the same files, with either of its parsers."""
    with catalogue(FILES) as folder:
        files = sorted(folder.rglob("*.yaml"))
        if Catalogue.load(folder).check():
            raise SystemExit("the rules made for measuring are not without mistakes")
        return side_by_side(_work(folder, files), rounds)


def _work(folder: Path, files: list[Path]) -> dict[str, Callable[[], object]]:
    pure = yaml.SafeLoader
    fast = getattr(yaml, "CSafeLoader", pure)
    return {
        "load": lambda: _with_parser(fast, lambda: Catalogue.load(folder).rules),
        "load and check": lambda: _with_parser(fast, lambda: Catalogue.load(folder).check()),
        "load, pure": lambda: _with_parser(pure, lambda: Catalogue.load(folder).rules),
        "events": lambda: [_events(fast, file) for file in files],
        "events, pure": lambda: [_events(pure, file) for file in files],
        "yaml.load": lambda: [_loaded(fast, file) for file in files],
        "yaml.safe_load": lambda: [_loaded(pure, file) for file in files],
    }


def _with_parser(parser: type, call: Callable[[], object]) -> object:
    """Lets the loader read events of a parser, as it does where the C parser is not installed."""
    before, events.EVENT_PARSER = events.EVENT_PARSER, parser
    try:
        return call()
    finally:
        events.EVENT_PARSER = before


def _events(parser: type, file: Path) -> int:
    """Reads the events of a file and only counts them: the part of YAML in loading it."""
    found = parser(file.read_text(encoding="utf-8"))
    count = 0
    while found.get_event() is not None:
        count += 1
    found.dispose()
    return count


def _loaded(parser: type, file: Path) -> object:
    return yaml.load(file.read_text(encoding="utf-8"), parser)  # noqa: S506 - both are safe loaders

"""YAML as text, lists and maps, read without the library: what a test compares with."""

from pathlib import Path
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def plain(text: str | bytes) -> Any:
    """Gives what a YAML text holds, every scalar as text."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 - it builds text, lists and maps only


def plain_file(path: Path) -> Any:
    """Gives what a YAML file holds, every scalar as text."""
    return plain(path.read_bytes())

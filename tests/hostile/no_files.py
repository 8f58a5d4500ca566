"""What may stand where a file should, and is none."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.skeletons import INDEX


def _link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _socket(path: Path) -> None:
    """A socket; its own path may not be long, so it is made next to where one stands."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _unreadable(path: Path) -> None:
    path.write_text(INDEX, "utf-8")
    path.chmod(0)


NO_FILES: dict[str, Callable[[Path], None]] = {
    "directory": Path.mkdir,
    "pipe": os.mkfifo,
    "socket": _socket,
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to nothing": _link_to("tidak-ada.yaml"),
    "link to a directory": _link_to("."),
    "link to endless zeros": _link_to("/dev/zero"),
    "link to nothing at all": _link_to("/dev/null"),
    "link to random bytes": _link_to("/dev/urandom"),
    "unreadable": _unreadable,
}
"""What may stand in place of a file → how to put it there."""

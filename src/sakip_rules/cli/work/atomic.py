"""Output files that are either complete or as they were before."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from sakip_rules.atomic import replaced
from sakip_rules.cli.streams import utf_8
from sakip_rules.cli.work.failures import FileFailureError, not_written

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

_FOLDERS: Final = ("", ".", "..")
_EXISTS: Final[Pair] = ("berkas ini sudah ada; tidak ditimpa", "this file exists; it is not overwritten")


def refuse_existing(name: str) -> None:
    """Raises `FileFailureError` for a file that is there: what a person edits is never overwritten.

    A link that leads nowhere is there, too; a device or a pipe holds nothing that could be lost.
    """
    if os.path.lexists(name) and (not Path(name).exists() or Path(name).is_file()):
        raise FileFailureError(name, _EXISTS)


def write_file(name: str, made: str | bytes) -> None:
    """Writes bytes, or text as UTF-8: the file is made beside the old one, which it replaces in one step.

    A link is written through: it stays, and what it leads to is replaced, or made. What is no ordinary
    file, such as a pipe, is written to directly. Raises `FileFailureError`, also for the name of a folder.
    """
    data = made if isinstance(made, bytes) else utf_8(made)
    with written_file(name) as stream:
        stream.write(data)


@contextmanager
def written_file(name: str) -> Iterator[IO[bytes]]:
    """Gives a stream into a file, as `write_file`, for what is written in pieces."""
    target = Path(os.path.realpath(name))
    try:
        if os.path.basename(name) in _FOLDERS:  # noqa: PTH119 - a Path forgets what stands behind the last /
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            with target.open("wb") as stream:
                yield stream
        else:
            with replaced(target) as stream:
                yield stream
    except OSError as error:
        raise FileFailureError(name, not_written(error)) from error

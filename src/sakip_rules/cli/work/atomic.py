"""Output files that are either complete or as they were before."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from sakip_rules.cli.streams import utf_8
from sakip_rules.cli.work.failures import FileFailureError, not_written

NEW_FILE_MODE: Final = 0o666
_FOLDERS: Final = ("", ".", "..")


def write_file(name: str, made: str | bytes) -> None:
    """Writes bytes, or text as UTF-8: the file is made beside the old one, which it replaces in one step.

    A link is written through: it stays, and what it leads to is replaced, or made. What is no ordinary
    file, such as a pipe, is written to directly. Raises `FileFailureError`, also for the name of a folder.
    """
    target = Path(os.path.realpath(name))
    data = made if isinstance(made, bytes) else utf_8(made)
    try:
        if os.path.basename(name) in _FOLDERS:  # noqa: PTH119 - a Path forgets what stands behind the last /
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as error:
        raise FileFailureError(name, not_written(error)) from error


def _replace(target: Path, data: bytes) -> None:
    # In the same folder: only there is taking over a name one step. Names of files have a limit themselves.
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())  # else a power cut could leave the new name with nothing behind it
        Path(beside).chmod(_mode(target))
        Path(beside).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        raise


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or what any new file would get."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)  # it cannot be asked for, only set
    os.umask(mask)
    return NEW_FILE_MODE & ~mask

"""Output files that are either complete or as they were before."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from pathlib import Path
from typing import Final

from sakip_rules.cli.work.failures import FileFailureError, not_written

NEW_FILE_MODE: Final = 0o666


def write_file(name: str, text: str) -> None:
    """Writes a file as UTF-8: it is made beside the old one, which it then replaces in one step.

    What is no ordinary file, such as a pipe, is written to directly. Raises `FileFailureError`.
    """
    target = Path(os.path.realpath(name))
    try:
        if target.exists() and not target.is_file():
            _write_directly(target, text)
        else:
            _replace(target, text)
    except OSError as error:
        raise FileFailureError(name, not_written(error)) from error


def _write_directly(target: Path, text: str) -> None:
    with target.open("w", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _replace(target: Path, text: str) -> None:
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
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
    mask = os.umask(0)
    os.umask(mask)
    return NEW_FILE_MODE & ~mask

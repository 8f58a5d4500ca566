"""Files that are either complete or as they were before."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

NEW_FILE_MODE: Final = 0o666


def replace_file(target: Path, data: bytes) -> None:
    """Writes a file: it is made beside the old one, which it replaces in one step, or which stays as it was.

    Raises `OSError`.
    """
    with replaced(target) as stream:
        stream.write(data)


@contextlib.contextmanager
def replaced(target: Path) -> Iterator[IO[bytes]]:
    """Gives a stream into a file beside the old one, which it replaces when all was written without error.

    Raises `OSError`.
    """
    import tempfile  # noqa: PLC0415 - few commands write a file, and it brings the packers of archives

    # In the same folder: only there is taking over a name one step. Names of files have a limit themselves.
    handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
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


__all__ = ["replace_file", "replaced"]

"""Standard output and error: signs that an encoding lacks, readers that leave, streams closed or full."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from typing import BinaryIO, Final, TextIO

STDOUT: Final = 1
STDERR: Final = 2

_PLAINER: Final = {
    "→": "->",
    "←": "<-",
    "≤": "<=",
    "≈": "~",
    "≥": ">=",
    "≠": "!=",
    "−": "-",
    "–": "-",
    "—": "-",
    "…": "...",
    "·": "-",
    "─": "-",
    "×": "x",
    "÷": "/",
    "“": '"',
    "”": '"',
    "Σ": "sum",
    "√": "akar ",
    "∞": "inf",
}
"""What stands for a sign that an encoding does not have."""


class ReaderLeftError(Exception):
    """Whoever read standard output has gone."""


class OutputFailedError(Exception):
    """Standard output takes nothing more: it is closed, or its disk is full; `reason` is the system's."""

    def __init__(self, reason: OSError) -> None:
        super().__init__(reason)
        self.reason = reason


def write(made: str | bytes) -> None:
    """Writes text, whatever the encoding, or bytes to standard output.

    Raises `ReaderLeftError` and `OutputFailedError`: what was written before cannot be taken back.
    """
    try:
        _write(_open_stream("stdout"), made)
    except BrokenPipeError:
        raise ReaderLeftError from None
    except OSError as error:
        raise OutputFailedError(error) from error


def write_data(text: str) -> None:
    """Writes text that programs read: UTF-8, whatever the encoding of the console; raises as `write`."""
    write(utf_8(text))


def utf_8(text: str) -> bytes:
    """Gives text as UTF-8; what stands in a path for a byte that is none becomes `?`."""
    return text.encode("utf-8", "replace")


def write_error(text: str) -> None:
    """Writes text for a person to standard error; where that fails, nobody can be told."""
    try:
        _write(_open_stream("stderr"), text)
    except (OSError, ValueError):  # Python raises the second for a stream that was closed
        _let_go_of(STDERR)


def _open_stream(name: str) -> TextIO:
    """Gives a standard stream; one that was closed before Python began is `None` there."""
    stream: TextIO | None = getattr(sys, name)
    if stream is None or stream.closed:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return stream


def let_go_of_output() -> None:
    """Sends what is still to be written, also by the end of the process, nowhere."""
    _let_go_of(STDOUT)


def _let_go_of(number: int) -> None:
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        if nowhere != number:  # a number that is free may be the very one
            os.dup2(nowhere, number)
            os.close(nowhere)


def is_terminal(stream: TextIO | None) -> bool:
    """Says whether a person looks at a stream, and it is not a pipe, a file, or closed."""
    return stream is not None and stream.isatty()


def _write(stream: TextIO, made: str | bytes) -> None:
    below: BinaryIO | None = getattr(stream, "buffer", None)
    if below is None:
        stream.write(made if isinstance(made, str) else made.decode())
    else:
        stream.flush()
        _write_all(below, made if isinstance(made, bytes) else _encoded(made, stream.encoding or "utf-8"))
    stream.flush()


def _encoded(text: str, encoding: str) -> bytes:
    return fitting(text, encoding).replace("\n", os.linesep).encode(encoding)


def _write_all(stream: BinaryIO, data: bytes) -> None:
    """Writes to the end: a stream without a buffer may take a part, and text streams drop the rest."""
    left = memoryview(data)
    while left:
        taken = stream.write(left)
        if not taken:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        left = left[taken:]


def fitting(text: str, encoding: str) -> str:
    """Gives text that an encoding can write: signs it lacks as plainer ones, all else it lacks as `?`."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        plainer = "".join(_plainer(character, encoding) for character in text)
        return plainer.encode(encoding, "replace").decode(encoding)
    return text


def _plainer(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return _PLAINER.get(character, character)
    return character

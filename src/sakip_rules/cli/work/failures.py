"""What a person reads when a command cannot do its work, and the exit code that goes with it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sakip_rules.cli.streams import OutputFailedError, let_go_of_output, write_error
from sakip_rules.diagnostics import SakipRulesError, UsageError, render_all
from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, Pair, say
from sakip_rules.version import __version__

USAGE: Final = 2
FILE: Final = 3
INTERNAL: Final = 70

_ERROR: Final[Pair] = ("galat", "error")
_OUTPUT: Final[Pair] = ("keluaran standar", "standard output")
_REASONS: Final[dict[int, Pair]] = {
    errno.EACCES: ("tidak diizinkan", "not permitted"),
    errno.EBADF: ("tertutup", "it is closed"),
    errno.EFBIG: ("berkas terlalu besar", "file too large"),
    errno.EISDIR: ("itu folder", "it is a folder"),
    errno.ENOENT: ("foldernya tidak ada", "there is no such folder"),
    errno.ENOSPC: ("tempat penyimpanan penuh", "no space is left"),
    errno.ENOTDIR: ("jalurnya melewati sebuah berkas", "a file stands where a folder should"),
    errno.EPIPE: ("pembacanya sudah pergi", "its reader has gone"),
    errno.EPERM: ("tidak diizinkan", "not permitted"),
    errno.EROFS: ("hanya dapat dibaca", "it is read-only"),
}
"""Why the system cannot write; what is not here is said in the system's own words."""
_INTERNAL: Final[Pair] = (
    (
        "galat internal: {what} (sakip-rules {version}). Ini kesalahan program, bukan berkas Anda; "
        "laporkan dengan baris ini dan perintah yang Anda jalankan."
    ),
    (
        "internal error: {what} (sakip-rules {version}). This is a fault of the program, not of your files; "
        "report it with this line and the command that you ran."
    ),
)


class WrongUsageError(Exception):
    """The arguments do not fit together; the message is a pair of texts."""

    def __init__(self, message: Pair) -> None:
        super().__init__(message)
        self.message = message


class FileFailureError(Exception):
    """A file or folder that is needed cannot be read or written."""

    def __init__(self, file: str, message: Pair) -> None:
        super().__init__(file, message)
        self.file = file
        self.message = message


def not_written(error: OSError) -> Pair:
    """Says that something cannot be written, and why."""
    system = error.strerror or str(error)
    reason = _REASONS.get(error.errno or 0, (system, system))
    return f"tidak dapat ditulis ({reason[0]})", f"cannot be written ({reason[1]})"


def show(error: Exception, lang: Language) -> int:
    """Says what went wrong and gives the exit code."""
    if isinstance(error, SakipRulesError):
        write_error(render_all(error.diagnostics, lang) + "\n")
        return USAGE if isinstance(error, UsageError) else FILE
    if isinstance(error, WrongUsageError):
        write_error(f"{say(_ERROR, lang)}: {say(error.message, lang)}\n")
        return USAGE
    if isinstance(error, FileFailureError):
        write_error(f"{say(_ERROR, lang)}: {clean(error.file)}: {say(error.message, lang)}\n")
        return FILE
    if isinstance(error, OutputFailedError):
        let_go_of_output()
        reason = say(not_written(error.reason), lang)
        write_error(f"{say(_ERROR, lang)}: {say(_OUTPUT, lang)}: {reason}\n")
        return FILE
    write_error(say(_INTERNAL, lang).format(what=_what(error), version=__version__) + "\n")
    return INTERNAL


def _what(error: Exception) -> str:
    """Names an unexpected exception and the line of this package that it came from."""
    lines = list(_lines(error))
    own = [line for line in lines if "sakip_rules" in line[0]] or lines
    place = f" {_short(own[-1][0])}:{own[-1][1]}" if own else ""
    return f"{type(error).__name__}{place}"


def _lines(error: Exception) -> Iterator[tuple[str, int]]:
    """The file and line of every call that the exception went through, the outermost first."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _short(filename: str) -> str:
    """The last parts of a path: enough to find the line, and nothing about this machine."""
    return "/".join(Path(filename).parts[-2:])


def warn(text: str) -> None:
    """Writes a line for a person beside the data of a command."""
    if text:
        write_error(text.rstrip("\n") + "\n")

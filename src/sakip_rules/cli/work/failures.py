"""What a person reads when a command cannot do its work, and the exit code that goes with it."""

from __future__ import annotations

import errno
from typing import Final

from sakip_rules.cli.streams import (
    OutputFailedError,
    ReaderLeftError,
    let_go_of_output,
    write_data,
    write_error,
)
from sakip_rules.diagnostics import SakipRulesError, UsageError, render_all
from sakip_rules.diagnostics.core import clean
from sakip_rules.diagnostics.internal import INTERNAL_ERROR, internal_words
from sakip_rules.languages import Language, Pair, say

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
    errno.ENAMETOOLONG: ("namanya terlalu panjang", "its name is too long"),
    errno.ENOENT: ("foldernya tidak ada", "there is no such folder"),
    errno.ENOSPC: ("tempat penyimpanan penuh", "no space is left"),
    errno.ENOTDIR: ("jalurnya melewati sebuah berkas", "a file stands where a folder should"),
    errno.EPIPE: ("pembacanya sudah pergi", "its reader has gone"),
    errno.EPERM: ("tidak diizinkan", "not permitted"),
    errno.EROFS: ("hanya dapat dibaca", "it is read-only"),
}
"""Why the system cannot write; what is not here is said in the system's own words."""


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


def show(error: Exception, lang: Language, *, as_json: bool = False) -> int:
    """Says what went wrong and gives the exit code; with `as_json` also to programs, on standard output."""
    if isinstance(error, SakipRulesError):
        from sakip_rules.cli.work.forgotten import with_folders  # noqa: PLC0415 - as in `tell_programs`

        error = type(error)(with_folders(error.diagnostics))
    words, code = _words(error, lang)
    write_error(words + "\n")
    if isinstance(error, OutputFailedError):
        let_go_of_output()
    elif as_json:
        tell_programs(error, lang)
    return code


def _words(error: Exception, lang: Language) -> tuple[str, int]:
    """Gives what a person reads, and the exit code."""
    if isinstance(error, SakipRulesError):
        return render_all(error.diagnostics, lang), USAGE if isinstance(error, UsageError) else FILE
    told = f"{say(_ERROR, lang)}: {_message(error, lang)}"
    match error:
        case WrongUsageError():
            return told, USAGE
        case FileFailureError() | OutputFailedError():
            return told, FILE
        case _:
            return _message(error, lang), INTERNAL


def _message(error: Exception, lang: Language) -> str:
    match error:
        case WrongUsageError():
            return say(error.message, lang)
        case FileFailureError():
            return f"{clean(error.file)}: {say(error.message, lang)}"
        case OutputFailedError():
            return f"{say(_OUTPUT, lang)}: {say(not_written(error.reason), lang)}"
        case _:
            return say(internal_words(error), lang)


def tell_programs(error: Exception, lang: Language) -> None:
    """Writes what went wrong as JSON to standard output, where programs read the answer."""
    from sakip_rules.exporters.objects import (  # noqa: PLC0415 - asked only where something went wrong
        errors_object,
        failure_object,
        to_text,
    )

    if isinstance(error, SakipRulesError):
        told = errors_object(error.diagnostics, lang)
    else:
        file = error.file if isinstance(error, FileFailureError) else None
        told = failure_object(_code_of(error), _message(error, lang), file)
    try:
        write_data(to_text(told))
    except (ReaderLeftError, OutputFailedError):
        let_go_of_output()  # people have been told; the exit code stays


def _code_of(error: Exception) -> str:
    """Gives the word for what is no diagnostic of the library."""
    match error:
        case WrongUsageError():
            return "wrong-usage"
        case FileFailureError():
            return "file-failure"
        case _:
            return INTERNAL_ERROR


def warn(text: str) -> None:
    """Writes a line for a person beside the data of a command."""
    if text:
        write_error(text.rstrip("\n") + "\n")

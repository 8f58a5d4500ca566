"""What is said of a fault of the program itself: its kind and its line, and nothing of a stranger's data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sakip_rules.version import __version__

if TYPE_CHECKING:
    from sakip_rules.languages import Pair

INTERNAL_ERROR: Final = "internal-error"
"""The word for it where programs read codes."""

_WORDS: Final[Pair] = (
    (
        "galat internal: {what} (sakip-rules {version}). Ini kesalahan program, bukan berkas Anda; "
        "laporkan dengan baris ini dan perintah yang Anda jalankan."
    ),
    (
        "internal error: {what} (sakip-rules {version}). This is a fault of the program, not of your files; "
        "report it with this line and the command that you ran."
    ),
)


def internal_words(error: BaseException) -> Pair:
    """Gives the words for an unexpected exception, with the line of this package that it came from."""
    texts = {"what": _what(error), "version": __version__}
    return _WORDS[0].format(**texts), _WORDS[1].format(**texts)


def _what(error: BaseException) -> str:
    lines = list(_lines(error))
    own = [line for line in lines if "sakip_rules" in line[0]] or lines
    place = f" {_short(own[-1][0])}:{own[-1][1]}" if own else ""
    return f"{type(error).__name__}{place}"


def _lines(error: BaseException) -> Iterator[tuple[str, int]]:
    """The file and line of every call that the exception went through, the outermost first."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def _short(filename: str) -> str:
    """The last parts of a path: enough to find the line, and nothing about this machine."""
    return "/".join(Path(filename).parts[-2:])

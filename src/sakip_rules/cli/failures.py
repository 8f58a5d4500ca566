"""What a person reads when a command cannot do its work, and the exit code that goes with it."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Final

import click

from sakip_rules.cli.terminal import write_error
from sakip_rules.diagnostics import SakipRulesError, UsageError, render_all
from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, Pair
from sakip_rules.version import __version__

USAGE: Final = 2
FILE: Final = 3
INTERNAL: Final = 70

_ERROR: Final[Pair] = ("galat", "error")
_SEE: Final[Pair] = ("Lihat '{path} --help'.", "See '{path} --help'.")
_MISSING: Final[Pair] = ("{what} belum ditulis.", "{what} is missing.")
_NO_OPTION: Final[Pair] = ("Tidak ada pilihan {what}.", "There is no option {what}.")
_MEANT: Final[Pair] = (" Maksud Anda {what}?", " Did you mean {what}?")
_CHOICES: Final[Pair] = ("{what} harus salah satu dari {choices}.", "{what} must be one of {choices}.")
_NEEDS_VALUE: Final[Pair] = ("Pilihan {what} memerlukan satu nilai.", "Option {what} needs one value.")
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


def show(error: Exception, lang: Language) -> int:
    """Says what went wrong and gives the exit code."""
    english = lang == "en"
    if isinstance(error, SakipRulesError):
        write_error(render_all(error.diagnostics, lang) + "\n")
        return USAGE if isinstance(error, UsageError) else FILE
    if isinstance(error, WrongUsageError):
        write_error(f"{_ERROR[english]}: {error.message[english]}\n")
        return USAGE
    if isinstance(error, FileFailureError):
        write_error(f"{_ERROR[english]}: {clean(error.file)}: {error.message[english]}\n")
        return FILE
    write_error(_INTERNAL[english].format(what=_what(error), version=__version__) + "\n")
    return INTERNAL


def _what(error: Exception) -> str:
    """Names an unexpected exception and the line of this package that it came from."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "sakip_rules" in frame.filename] or list(frames)
    place = f" {_short(own[-1].filename)}:{own[-1].lineno}" if own else ""
    return f"{type(error).__name__}{place}"


def _short(filename: str) -> str:
    """The last parts of a path: enough to find the line, and nothing about this machine."""
    return "/".join(Path(filename).parts[-2:])


def show_usage(error: click.ClickException, lang: Language) -> None:
    """Says what is wrong with the arguments, and where their help is."""
    english = lang == "en"
    write_error(f"{_ERROR[english]}: {clean(_usage(error, english=english))}\n")
    ctx = getattr(error, "ctx", None)
    if ctx is not None:
        write_error(_SEE[english].format(path=ctx.command_path) + "\n")


def _usage(error: click.ClickException, *, english: bool) -> str:
    """Gives the commonest usage errors in both languages, any other as click words it."""
    param = getattr(error, "param", None)
    what = _name(param, getattr(error, "ctx", None)) if param is not None else ""
    if isinstance(error, click.MissingParameter):
        return _MISSING[english].format(what=what)
    if isinstance(error, click.NoSuchOption):
        meant = error.possibilities or []
        also = _MEANT[english].format(what=meant[0]) if meant else ""
        return _NO_OPTION[english].format(what=error.option_name) + also
    if isinstance(error, click.BadParameter) and param is not None and isinstance(param.type, click.Choice):
        return _CHOICES[english].format(what=what, choices=", ".join(map(str, param.type.choices)))
    if isinstance(error, click.BadOptionUsage):
        return _NEEDS_VALUE[english].format(what=error.option_name)
    return error.format_message()


def _name(param: click.Parameter, ctx: click.Context | None) -> str:
    if isinstance(param, click.Option) or ctx is None:
        return param.opts[-1]
    return param.make_metavar(ctx).strip("[]")


def warn(text: str) -> None:
    """Writes a line for a person beside the data of a command."""
    if text:
        sys.stdout.flush()
        write_error(text.rstrip("\n") + "\n")

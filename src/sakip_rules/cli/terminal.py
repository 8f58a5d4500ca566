"""Writing to a terminal or a pipe: width, colour, and what an old encoding cannot show."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Final, TextIO

import click

if TYPE_CHECKING:
    from sakip_rules.explainer import Paint, Style

NARROWEST: Final = 40
WIDEST: Final = 120
PIPED: Final = 80

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

_LOOKS: Final[dict[str, dict[str, bool | str]]] = {
    "title": {"bold": True},
    "result": {"bold": True},
    "quiet": {"dim": True},
    "warning": {"fg": "yellow"},
}


def width() -> int:
    """Gives the columns to write in: of the terminal, COLUMNS, or 80 in a pipe."""
    columns = shutil.get_terminal_size((PIPED, 24)).columns
    return min(max(columns, NARROWEST), WIDEST)


def paint_for(stream: TextIO) -> Paint:
    """Gives how styles look on a stream: colours on a terminal that has them and is not told otherwise."""
    coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return _coloured if coloured else _plain


def _plain(text: str, _style: Style) -> str:
    return text


def _coloured(text: str, style: Style) -> str:
    look = _LOOKS.get(style)
    return click.style(text, **look) if look and text.strip() else text  # type: ignore[arg-type]  # looks are click's


def write(text: str) -> None:
    """Writes text to standard output, whatever its encoding."""
    _write(sys.stdout, text)


def write_error(text: str) -> None:
    """Writes text for a person to standard error."""
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    stream.write(fitting(text, stream.encoding or "utf-8"))
    stream.flush()


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

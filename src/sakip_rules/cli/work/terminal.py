"""What a terminal can show: how wide lines may be, and in which colours."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Final, TextIO

import click

from sakip_rules.cli.streams import is_terminal

if TYPE_CHECKING:
    from sakip_rules.explainer.lines import Paint, Style

NARROWEST: Final = 40
WIDEST: Final = 120
PIPED: Final = 80

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


def paint_for(stream: TextIO | None) -> Paint:
    """Gives how styles look on a stream: colours on a terminal that has them and is not told otherwise."""
    coloured = is_terminal(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return _coloured if coloured else _plain


def _plain(text: str, _style: Style) -> str:
    return text


def _coloured(text: str, style: Style) -> str:
    look = _LOOKS.get(style)
    return click.style(text, **look) if look and text.strip() else text  # type: ignore[arg-type]  # looks are click's

"""Markdown in which no text of a stranger is mark-up: tables, and escaped texts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from sakip_rules.diagnostics.core import clean

_MARKS: Final = re.compile(
    r"[\\`*{}\[\]<>#|~!&]|(?<!\w)_|_(?!\w)|(?<=:)//|(?<=www)\.|^[-+=]|^\d+[.)](?=\s|$)"
)


def table_head(cells: Iterable[str], *, right: Iterable[int] = ()) -> list[str]:
    """Gives the two lines that begin a table; columns of numbers are aligned to the right."""
    names = list(cells)
    aligned = set(right)
    marks = ["---:" if place in aligned else "---" for place in range(len(names))]
    return [table_row(names), f"| {' | '.join(marks)} |"]


def table_row(cells: Iterable[str]) -> str:
    """Gives one line of a table; nothing in a cell can end it or be mark-up."""
    return table_line(escaped(cell) for cell in cells)


def table_line(cells: Iterable[str]) -> str:
    """Gives one line of a table of cells that are Markdown already."""
    return f"| {' | '.join(cells)} |"


def escaped(text: str) -> str:
    """Gives a text in which no character means anything to Markdown or HTML."""
    return _MARKS.sub(_escape, clean(text))


def _escape(match: re.Match[str]) -> str:
    mark = match[0]
    if mark in _ENTITIES:
        return _ENTITIES[mark]
    return f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}"


_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

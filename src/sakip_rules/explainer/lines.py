"""Lines of an explanation: indented, styled by what they are, wrapped to a width."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple

Style = Literal["title", "result", "quiet", "warning", "text"]
About = Literal[
    "text",
    "figure",
    "title",
    "origin",
    "case",
    "formula",
    "meaning",
    "numbers",
    "aggregate",
    "row",
    "alias",
    "exact",
    "rounding",
    "category",
    "warning",
]
"""What a line tells of a figure; `text` is all else."""

Paint = Callable[[str, Style], str]
"""Gives a text in the look of a style; a terminal without colour gives it back as it is."""

DEEPEST: Final = 8
"""Deeper lines are not indented further: a chain of 500 rules must stay readable."""

NARROWEST: Final = 24


class Line(NamedTuple):
    """One line before wrapping; `depth` counts indentations of two spaces."""

    depth: int
    text: str
    style: Style = "text"
    about: About = "text"


def unpainted(text: str, _style: Style) -> str:
    """Gives a text as it is."""
    return text


def render(lines: Iterable[Line], *, width: int | None = None, paint: Paint = unpainted) -> str:
    """Gives lines as text, each wrapped to a width; figures and names are never cut."""
    shown: list[str] = []
    for line in lines:
        indent = "  " * min(line.depth, DEEPEST)
        parts = wrapped(line.text, None if width is None else width - len(indent))
        shown += [f"{indent}{paint(part, line.style)}" if part else "" for part in parts]
    return "\n".join(shown)


def wrapped(text: str, width: int | None) -> list[str]:
    """Gives a text as lines of at most a width, where words allow it; later ones are indented by two."""
    if width is None or len(text) <= width:
        return [text]
    lead = " " * (len(text) - len(text.lstrip()))
    return textwrap.wrap(
        text.lstrip(),
        max(width, NARROWEST),
        initial_indent=lead,
        subsequent_indent=f"{lead}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )

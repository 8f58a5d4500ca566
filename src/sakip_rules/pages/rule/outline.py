"""What was computed, told: a figure in one line, an explanation as lists within lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.lines import DEEPEST
from sakip_rules.markup import Markup, joined, tag
from sakip_rules.wording.values import figure_words, with_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sakip_rules.explainer.lines import Line
    from sakip_rules.languages import Language
    from sakip_rules.results import Figure

_CLASSES: Final = {
    "result": "result",
    "quiet": "quiet",
    "warning": "warning",
    "title": "result",
    "text": None,
}


_NAME: Final = re.compile(r"(`[^`]*`|\b[a-z]+(?:_[a-z]+)+\b)")
_SPLIT: Final[Mapping[str, str]] = {"figure": " = ", "formula": ": "}
"""What stands between a name, or a word, and what is told of it."""


def result_words(figure: Figure, lang: Language) -> str:
    """Gives a figure in one line: its value with its unit, and its category."""
    shown = with_unit(figure_words(figure, lang), None if figure.absent else figure.unit, lang)
    return shown if figure.category is None else f"{shown} [{figure.category.label}]"


def outline(lines: Iterable[Line]) -> Markup:
    """Gives lines as a list, deeper ones as lists below; as deep as a terminal shows them."""
    open_items: list[list[Markup]] = [[]]  # the items of the list that is open at each depth
    for line in lines:
        depth = min(line.depth, DEEPEST)
        while len(open_items) > depth + 1:
            _close(open_items)
        while len(open_items) < depth + 1:
            open_items.append([])
        open_items[-1].append(tag("span", _marked(line), class_=_CLASSES[line.style]))
    while len(open_items) > 1:
        _close(open_items)
    return tag("ol", *_entries(open_items[0]), class_="steps")


def _marked(line: Line) -> Markup:
    """Gives the text of a line; what a rule file says in its own language is code."""
    if line.about == "row":
        head, between, rest = line.text.rpartition(" = ")
    else:
        head, between, rest = line.text.partition(_SPLIT.get(line.about, "\0"))
    if between and line.about != "formula":
        return joined([tag("code", head), between, _named(rest)])
    if between:
        return joined([head, between, tag("code", rest)])
    return _named(line.text)


def _named(text: str) -> Markup:
    """Gives a sentence with the names of a rule file as code: in backticks, or with an underscore."""
    parts = enumerate(_NAME.split(text))
    return joined(tag("code", part.strip("`")) if place % 2 else part for place, part in parts)


def _close(open_items: list[list[Markup]]) -> None:
    """Puts the deepest open list behind the last item of the list above it."""
    below = tag("ol", *_entries(open_items.pop()))
    above = open_items[-1]
    above[-1:] = [joined([*above[-1:], below])]


def _entries(items: list[Markup]) -> list[Markup]:
    return [tag("li", item) for item in items]

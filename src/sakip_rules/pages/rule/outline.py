"""The lines of an explanation as lists within lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.explainer.lines import DEEPEST
from sakip_rules.pages.markup import Markup, joined, tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sakip_rules.explainer.lines import Line

_CLASSES: Final = {
    "result": "result",
    "quiet": "quiet",
    "warning": "warning",
    "title": "result",
    "text": None,
}


def outline(lines: Iterable[Line]) -> Markup:
    """Gives lines as a list, deeper ones as lists below; as deep as a terminal shows them."""
    open_items: list[list[Markup]] = [[]]  # the items of the list that is open at each depth
    for line in lines:
        depth = min(line.depth, DEEPEST)
        while len(open_items) > depth + 1:
            _close(open_items)
        while len(open_items) < depth + 1:
            open_items.append([])
        open_items[-1].append(tag("span", line.text, class_=_CLASSES[line.style]))
    while len(open_items) > 1:
        _close(open_items)
    return tag("ol", *_entries(open_items[0]), class_="steps")


def _close(open_items: list[list[Markup]]) -> None:
    """Puts the deepest open list behind the last item of the list above it."""
    below = tag("ol", *_entries(open_items.pop()))
    above = open_items[-1]
    above[-1:] = [joined([*above[-1:], below])]


def _entries(items: list[Markup]) -> list[Markup]:
    return [tag("li", item) for item in items]

"""The HTML of a page's content: what it holds, and what every page gets: anchors, boxes, labels."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEADING: Final = re.compile(
    r"(?:<section(?P<section>[^>]*)>\s*)?<h(?P<level>[1-6])(?P<rest>[^>]*)>(?P<inner>.*?)</h(?P=level)>",
    re.DOTALL,
)
"""A heading, with the section that it begins, whose id may stand for its own."""
_ID: Final = re.compile(r'\bid="([^"]*)"')
_TAG: Final = re.compile(r"<[^>]*>")
_SPACE: Final = re.compile(r"\s+")
_TABLE: Final = re.compile(
    r"(?P<before><div class=\"wide[^\"]*\">)?<table(?P<rest>[^>]*)>.*?</table>", re.DOTALL
)
_HEAD: Final = re.compile(r"<th[^>]*>(.*?)</th>", re.DOTALL)
_ROW: Final = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_CELL: Final = re.compile(r"<td(?P<rest>[^>]*)>", re.DOTALL)

_TO_ENGLISH: Final = re.compile(r'<a (href="(?:\.\./)*en/)')

_WIDE: Final = 3
"""A table with more columns than this becomes a list of cards on a phone."""
_CARDS: Final = {
    "": "cards",
    ' class="published"': "published cards",
    ' class="report"': "report cards",
    ' class="examples"': "examples cards",
    ' class="readings"': "readings cards",
    ' class="places"': "places cards",
}
"""The tables whose rows are read one by one, by their attributes: those of Markdown, and some made ones."""


class PageHeading(NamedTuple):
    """A heading with an id, so that a link can lead to it."""

    level: int
    anchor: str
    title: str


def plain(html: str) -> str:
    """Gives the text of a piece of HTML, in one line."""
    return _SPACE.sub(" ", unescape(_TAG.sub("", html))).strip()


def ids_of(html: str) -> set[str]:
    """Gives every id."""
    return {unescape(found) for found in _ID.findall(html)}


def headings_of(html: str, levels: Sequence[int] = (2, 3)) -> Iterator[PageHeading]:
    """Gives the headings of some levels that have an id, in order."""
    for heading in _HEADING.finditer(html):
        anchor = _anchor_of(heading)
        if anchor is not None and int(heading["level"]) in levels:
            yield PageHeading(int(heading["level"]), unescape(anchor), plain(heading["inner"]))


def _anchor_of(heading: re.Match[str]) -> str | None:
    found = _ID.search(heading["rest"]) or _ID.search(heading["section"] or "")
    return found and found[1]


def with_anchors(html: str, label: str) -> str:
    """Gives the HTML with a link on each heading to itself, for the mouse: a keyboard would stop at each."""

    def anchored(heading: re.Match[str]) -> str:
        anchor = _anchor_of(heading)
        if anchor is None or heading["level"] == "1" or "</a>" in heading["inner"]:
            return heading[0]
        mark = f'<a class="anchor" href="#{anchor}" aria-hidden="true" tabindex="-1" title="{label}"></a>'
        end = len(f"</h{heading['level']}>")
        return heading[0][:-end] + mark + heading[0][-end:]

    return _HEADING.sub(anchored, html)


def with_boxes(html: str) -> str:
    """Gives the HTML with each table in a box that scrolls; wide ones are labelled, for phones."""
    return _TABLE.sub(_boxed, html)


def with_languages(html: str) -> str:
    """Gives the HTML of an Indonesian page with each link to an English one marked as English."""
    return _TO_ENGLISH.sub(r'<a lang="en" hreflang="en" \1', html)


def _boxed(table: re.Match[str]) -> str:
    text, rest = table[0], table["rest"]
    heads = [plain(head) for head in _HEAD.findall(text.partition("</thead>")[0])]
    if len(heads) > _WIDE and rest in _CARDS:
        text = text.replace(f"<table{rest}>", f'<table class="{_CARDS[rest]}">', 1)
        text = _ROW.sub(lambda row: _labelled(row[0], heads), text)
    return text if table["before"] else f'<div class="wide">{text}</div>'


def _labelled(row: str, heads: Sequence[str]) -> str:
    labels = iter(heads[len(_HEAD.findall(row)) :])

    def labelled(cell: re.Match[str]) -> str:
        label = next(labels, "").removesuffix(":").replace("&", "&amp;").replace('"', "&quot;")
        return f'<td{cell["rest"]} data-label="{label}">' if label else cell[0]

    return _CELL.sub(labelled, row)

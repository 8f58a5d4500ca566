"""HTML, made so that nothing a file says can become mark-up."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean

if TYPE_CHECKING:
    from collections.abc import Iterable


class Markup(str):
    """HTML that is whole and safe; any other text is escaped when it is put into it."""

    __slots__ = ()


NOTHING: Final = Markup()


def safe_html(text: str) -> Markup:
    """Gives a text as HTML: mark-up as it stands, all else escaped and without what steers a screen."""
    return text if isinstance(text, Markup) else Markup(escape(clean(text.replace("\n", " "))))


def tag(name: str, /, *content: str, **attributes: str | bool | None) -> Markup:
    """Gives an element; `class_` is `class`, `data_rule` is `data-rule`, None and False leave one out."""
    inner = "".join(map(safe_html, content))
    return Markup(f"<{name}{_attributes(attributes)}>{inner}</{name}>")


def void(name: str, /, **attributes: str | bool | None) -> Markup:
    """Gives an element that holds nothing, such as `input`."""
    return Markup(f"<{name}{_attributes(attributes)}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Gives parts one after another."""
    return Markup(safe_html(between).join(map(safe_html, parts)))


def verbatim(text: str) -> Markup:
    """Gives a text of several lines for `pre`: an empty line does not end the block of HTML it stands in."""
    return Markup("&#10;".join(safe_html(line) for line in text.split("\n")))


def prose(text: str) -> Markup:
    """Gives a text of a rule, what stands between backticks as code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # one backtick has no other
        return safe_html(text)
    return joined(tag("code", part) if place % 2 else part for place, part in enumerate(parts))


def link(href: str, *content: str, **attributes: str | bool | None) -> Markup:
    """Gives a link."""
    return tag("a", *content, href=href, **attributes)


def items(name: str, parts: Iterable[str], **attributes: str | bool | None) -> Markup:
    """Gives a list, `ul` or `ol`, of parts; nothing without any."""
    lines = [tag("li", part) for part in parts]
    return tag(name, *lines, **attributes) if lines else NOTHING


def table(
    heads: Iterable[str],
    rows: Iterable[Iterable[str]],
    *,
    rows_have_heads: bool = True,
    **attributes: str | bool | None,
) -> Markup:
    """Gives a table in a box of its own that scrolls; the first cell of a row is its head, if it has one."""
    top = tag("tr", *(tag("th", head, scope="col") for head in heads))
    lines = [_row(list(row), rows_have_heads) for row in rows]
    made = tag("table", tag("thead", top), tag("tbody", *lines), **attributes)
    return tag("div", made, class_="wide")


def _row(cells: list[str], has_head: bool) -> Markup:  # noqa: FBT001 - as the table says
    head = [tag("th", cells[0], scope="row")] if has_head else []
    return tag("tr", *head, *(tag("td", cell) for cell in cells[len(head) :]))


def _attributes(stated: dict[str, str | bool | None]) -> str:
    written = ""
    for name, value in stated.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        written += f" {key}" if value is True else f' {key}="{escape(clean(value))}"'
    return written

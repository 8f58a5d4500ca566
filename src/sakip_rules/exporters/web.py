"""A page in one file: no script, nothing fetched, light or dark as the reader has it, and on paper."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Final

from sakip_rules.markup import NOTHING, Markup, joined, tag, void

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip_rules.languages import Language

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""Whatever a browser is told by a page that was changed on its way, it fetches and runs nothing."""


def page(title: str, lang: Language, body: Markup) -> str:
    """Gives a whole HTML document around what it shows."""
    head = joined(
        [
            void("meta", charset="utf-8"),
            void("meta", name="viewport", content="width=device-width, initial-scale=1"),
            void("meta", http_equiv="Content-Security-Policy", content=_POLICY),
            void("meta", name="color-scheme", content="light dark"),
            tag("title", title),
            tag("style", _style()),
        ],
        "\n",
    )
    document = tag(
        "html", Markup("\n"), tag("head", head), Markup("\n"), tag("body", tag("main", body)), lang=lang
    )
    return f"<!DOCTYPE html>\n{document}\n"


@cache
def _style() -> Markup:
    """The style sheet: it is the package's own, so nothing in it can end the element that holds it."""
    sheets = (
        resources.files("sakip_rules.exporters") / "web.css",
        resources.files("sakip_rules.pictures") / "charts.css",
    )
    return Markup("\n" + "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))


def web_table(caption: str, heads: Markup, rows: Iterable[Markup], kinds: Sequence[str] = ()) -> Markup:
    """Gives a table with its caption, if it has one; on a phone its rows are cards, so it names its roles."""
    top = tag("thead", heads, role="rowgroup")
    body = tag("tbody", joined(rows, "\n"), role="rowgroup")
    return tag(
        "table",
        tag("caption", caption) if caption else NOTHING,
        top,
        body,
        role="table",
        class_=" ".join(kinds) or None,
    )


def web_row(cells: Iterable[tuple[str, str, bool]], kind: str | None = None) -> Markup:
    """Gives a row of cells: what each holds, the head that it belongs to, and whether it is a number.

    The first names the row.
    """
    drawn = []
    for place, (text, head, is_number) in enumerate(cells):
        if place == 0:
            drawn.append(tag("th", text, scope="row", role="rowheader"))
        else:
            kinds = "number" if is_number else None
            drawn.append(tag("td", text, role="cell", data_label=head if text else None, class_=kinds))
    return tag("tr", *drawn, role="row", class_=kind)

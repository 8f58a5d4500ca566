"""An audit as one HTML file: the counts, then the findings cause by cause, consequences under their error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.audit.paper import (
    COUNTS,
    EXPLAINED,
    HEADS,
    TITLE,
    WARNINGS,
    basis,
    counted_rows,
    filed_tables,
    warned,
)
from sakip_rules.exporters.audit.words import counted
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.web import page, web_row, web_table
from sakip_rules.languages import Language, say
from sakip_rules.markup import NOTHING, Markup, items, joined, tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sakip_rules.audit import Audit
    from sakip_rules.exporters.audit.paper import FiledTable

_NUMBERS = (2, 3)
"""The places of the columns that hold values."""


def export(audit: Audit, look: Look) -> str:
    """Gives an audit as an HTML document that needs nothing else."""
    lang = look.lang
    title = f"{say(TITLE, lang)}: {audit.report}"
    heads = [say(head, lang) for head in HEADS]
    parts = [
        tag(
            "header",
            tag("h1", say(TITLE, lang)),
            tag("p", audit.report, class_="facts"),
            tag("p", facts, class_="facts") if (facts := basis(audit, lang)) else NOTHING,
            tag("p", counted(audit, lang), ".", class_="answer"),
            tag("p", say(EXPLAINED, lang)),
        ),
        _counts(audit, lang),
        *(_section(table, heads) for table in filed_tables(audit, lang)),
        _warnings(audit, lang),
    ]
    return page(title, lang, joined(parts, "\n"))


def _counts(audit: Audit, lang: Language) -> Markup:
    heads = [say(head, lang) for head in COUNTS]
    rows = [
        web_row([(words, heads[0], False), (count, heads[1], True)])
        for words, count in counted_rows(audit, lang)
    ]
    return web_table("", _heads(heads, (1,)), rows)


def _section(table: FiledTable, heads: Sequence[str]) -> Markup:
    """The number and the name of a finding are the head of its row."""
    rows = []
    for row in table.rows:
        number, name, *others = row.cells
        named = f"{number}. {name}" if number else name
        cells = [
            (text, head, place in _NUMBERS)
            for place, (text, head) in enumerate(zip((named, *others), heads[1:], strict=True), 1)
        ]
        rows.append(web_row(cells, "deep-1" if row.is_consequence else None))
    body = web_table("", _heads(heads[1:], [place - 1 for place in _NUMBERS]), rows)
    return tag("section", tag("h2", table.heading), body)


def _heads(heads: Sequence[str], numbers: Sequence[int]) -> Markup:
    cells = (
        tag("th", head, scope="col", role="columnheader", class_="number" if place in numbers else None)
        for place, head in enumerate(heads)
    )
    return tag("tr", *cells, role="row")


def _warnings(audit: Audit, lang: Language) -> Markup:
    told = warned(audit, lang)
    return tag("section", tag("h2", say(WARNINGS, lang)), items("ul", told)) if told else NOTHING

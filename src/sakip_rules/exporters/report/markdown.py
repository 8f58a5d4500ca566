"""A computed report as Markdown: one heading and one table for each record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.look import Look
from sakip_rules.exporters.markdown import escaped, table_head, table_row
from sakip_rules.exporters.report.figures import ordered, remark, shown, title_of, unit_of
from sakip_rules.languages import Language, say
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure, ReportNode, ReportTree

DEEPEST: Final = 6
"""Markdown has six levels of headings."""

_HEADS: Final[tuple[Pair, ...]] = (
    ("Angka", "Figure"),
    ("Satuan", "Unit"),
    ("Keterangan", "Remark"),
)


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as Markdown text; titles of strangers are plain text in it."""
    lang = look.lang
    year = say(("Tahun", "Year"), lang)
    period = [escaped(say(tree.period, lang))] if tree.period is not None else []
    facts = " · ".join([*period, f"{year} {tree.year}", escaped(tree.framework.reference)])
    lines = [f"# {escaped(tree.title)}", "", facts]
    for node in tree.root.walk():
        depth = 2 if node.path == "." else min(3 + node.path.count("/"), DEEPEST)
        lines += ["", f"{'#' * depth} {escaped(title_of(node, tree.organization, lang))}", ""]
        lines += [f"{escaped(safe(node.level_title, lang))} · {escaped(node.path)}", ""]
        lines += _figures(node, lang)
    return "\n".join(lines) + "\n"


def _figures(node: ReportNode, lang: Language) -> Iterator[str]:
    years = [of_year.year for of_year in node.years]
    heads = [say(pair, lang) for pair in _HEADS]
    yield from table_head([heads[0], *map(str, years), *heads[1:]], right=range(1, 1 + len(years)))
    for figure in ordered(node.now):
        cells = [_cell(node.figure(figure.name, year), lang) for year in years]
        name = f"{figure.name}: {safe(figure.title, lang)}" if figure.title[0] != figure.name else figure.name
        yield table_row([name, *cells, unit_of(node, figure), remark(figure, lang)])


def _cell(figure: Figure | None, lang: Language) -> str:
    return "" if figure is None else shown(figure, lang)

"""A computed report as tidy CSV, for programs: one line for each figure of each record and year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.formula_guard import guarded as cell
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.objects import category_of, exact_number, shown_value
from sakip_rules.exporters.report.figures import ordered, title_of
from sakip_rules.languages import Language
from sakip_rules.values import is_number
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.results import Figure, NodeYear, ReportNode, ReportTree

COLUMNS: Final = (
    *("path", "level", "id", "title", "rule", "year", "figure", "figure_title"),
    *("value", "unit", "exact", "category", "status", "reason"),
)


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as CSV text: numbers with a decimal point, UTF-8, a header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(tree, look.lang))
    return out.getvalue()


def rows(tree: ReportTree, lang: Language) -> Iterator[list[str]]:
    """Gives the cells of each line of a report, in the order of `COLUMNS`."""
    for node in tree.root.walk():
        title = title_of(node, tree.organization, lang)
        for year in node.years:
            yield from _lines(node, title, year, lang)


def _lines(node: ReportNode, title: str, year: NodeYear, lang: Language) -> Iterator[list[str]]:
    rule = node.rule.reference if node.rule is not None else ""
    record = [node.path, node.level, node.id, title, rule, str(year.year)]
    for figure in ordered(year):
        absent = figure.absent
        yield [
            *map(cell, record),
            cell(figure.name),
            cell(safe(figure.title, lang)),
            _value(figure),
            cell(figure.unit or ""),
            exact_number(figure) or "",
            cell(category_of(figure) or ""),
            absent.status if absent is not None else "ok",
            cell((absent.json_reason if absent is not None else None) or ""),
        ]


def _value(figure: Figure) -> str:
    value = shown_value(figure)
    if isinstance(value, dict):
        return f"{value['min']}..{value['max']}"
    if is_number(figure.value):
        return value or ""
    return cell(value or "")

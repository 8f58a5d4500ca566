"""A computed report as tidy CSV, for programs: one line for each figure of each record and year."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.exporters.formula_guard import guarded
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.figures import ordered
from sakip_rules.exporters.seen import FigureValue, seen_record
from sakip_rules.languages import Language
from sakip_rules.numbers import read_plain

if TYPE_CHECKING:
    from sakip_rules.exporters.seen import ReportRecord
    from sakip_rules.results import ReportTree

COLUMNS: Final = (
    *("path", "level", "id", "title", "rule", "year", "figure", "figure_title"),
    *("value", "unit", "exact", "category", "status", "reason"),
)


PIECE: Final = 64_000
"""About so many characters are made at a time."""


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as CSV text: numbers with a decimal point, UTF-8, a header line."""
    return "".join(pieces(tree, look))


def pieces(tree: ReportTree, look: Look) -> Iterator[str]:
    """Gives the text of a computed report, some lines at a time."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for line in chain([COLUMNS], cells(tree, look.lang)):
        writer.writerow(line)
        if out.tell() > PIECE:
            yield out.getvalue()
            out.seek(0)
            out.truncate()
    yield out.getvalue()


def cells(tree: ReportTree, lang: Language) -> Iterator[list[str]]:
    """Gives the cells of each line of a report, in the order of `COLUMNS`."""
    records = (seen_record(node, tree.organization) for node in tree.root.walk())
    for row in rows(records, lang):
        yield [_cell(row, column) for column in COLUMNS]


def rows(records: Iterable[ReportRecord], lang: Language = "id") -> Iterator[dict[str, Any]]:
    """Gives a dict for each figure of each record and year, in their order.

    A range is the text `min..max`; `None` stands where there is nothing.
    """
    for record in records:
        head = {"path": record.path, "level": record.level, "id": record.id, "title": record.title(lang)}
        for year, figures in record.years:
            for figure in ordered(figures):
                yield {**head, "rule": record.rule, "year": year, **_figure(figure, lang)}


def _figure(figure: FigureValue, lang: Language) -> dict[str, Any]:
    value = figure.shown
    return {
        "figure": figure.name,
        "figure_title": figure.title(lang),
        "value": "..".join(value) if isinstance(value, tuple) else value,
        "unit": figure.unit,
        "exact": figure.json_exact,
        "category": figure.category,
        "status": figure.status,
        "reason": figure.reason,
    }


def _cell(row: Mapping[str, Any], column: str) -> str:
    """A text that no spreadsheet computes; a number, which may begin with `-`, is none."""
    text = "" if row[column] is None else str(row[column])
    is_number = column == "exact" or (column == "value" and read_plain(text) is not None)
    return text if is_number else guarded(text)

"""A computed report as CSV that a spreadsheet opens by a double click: one row for each record.

A spreadsheet reads a CSV file by the customs of its own language: in Indonesian `;` between the cells and a
decimal comma, in English `,` and a point. Numbers have no separators of thousands. Words stand where a value
is absent.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.formula_guard import guarded
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.chapter.making import records_of
from sakip_rules.values import is_number

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import ChapterCell
    from sakip_rules.languages import Language
    from sakip_rules.results import ReportTree

BOM: Final = "\ufeff"
"""By this mark Excel knows that a file is UTF-8."""

BETWEEN: Final[dict[Language, str]] = {"id": ";", "en": ","}


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as CSV text, as spreadsheets of a language read it, a header line first."""
    table = records_of(tree, look.lang)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=BETWEEN[look.lang], lineterminator="\n")
    writer.writerow([guarded(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([_cell(cell, look.lang) for cell in row.cells])
    return BOM + out.getvalue()


def _cell(cell: ChapterCell, lang: Language) -> str:
    """A number as it is computed with; all else as a text that is no formula."""
    figure = cell.figure
    if figure is None or figure.text is None or not is_number(figure.value) or cell.is_category:
        return guarded(cell.text)
    return figure.text.replace(".", ",") if lang == "id" else figure.text

"""A new workbook, in memory: texts stay texts whatever they begin with, equal reports give equal bytes."""

from __future__ import annotations

import datetime
from typing import IO, TYPE_CHECKING, Any, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.extras import needed

if TYPE_CHECKING:
    from sakip_rules.results import ReportTree

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
FONT: Final = {"font_name": "Arial", "font_size": 10}
"""Columns are as wide as digits of this font, and one as wide is wherever a spreadsheet is."""


def new_book(out: IO[bytes], tree: ReportTree) -> Any:  # noqa: ANN401 - XlsxWriter is no package of the core
    """Gives a new workbook about a report; raises `UsageError` without the extra `excel`."""
    options = {**OPTIONS, "default_format_properties": dict(FONT)}  # XlsxWriter adds to what it is given
    book = needed("xlsxwriter", "excel").Workbook(out, options)
    # A fixed day: the hour of writing would make every file another one.
    created = datetime.datetime(tree.year, 12, 31, tzinfo=datetime.UTC)
    about = {"title": clean(tree.title)[:250], "author": clean(tree.organization)[:250], "created": created}
    book.set_properties(about)
    return book

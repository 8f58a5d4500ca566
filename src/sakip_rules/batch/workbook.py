"""The rows of a finished run as a workbook: one sheet, written row by row, with its head in sight."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import IO, Any, Final

from sakip_rules.batch.sources import WrittenCell
from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.workbook.letters import lines_of
from sakip_rules.exporters.workbook.opening import FONT, OPTIONS
from sakip_rules.exporters.workbook.styles import Styles, number_format, page
from sakip_rules.extras import needed

SHEET_ROWS: Final = 1_048_576
SHEET_COLUMNS: Final = 16_384
SHEET_TEXT: Final = 32_767
SHEET_DIGITS: Final = 15
SHEET_WHOLE: Final = 300
"""A sheet's largest number has 309 digits before its point."""

SHEET_PLACES: Final = 30
"""A sheet shows no more decimals."""

LOOKED_AT: Final = 200
"""So many rows say how wide columns are."""

LEAST: Final = 6
MOST: Final = 44

Cells = list[WrittenCell]


class DoesNotFitError(Exception):
    """A workbook has no room for so many rows, columns or letters."""


def write_sheet(heads: Sequence[str], rows: Iterator[Cells], whole: Sequence[str], out: IO[bytes]) -> None:
    """Writes a workbook into a stream; a number with more digits than a sheet keeps is a text.

    `whole` are the columns of numbers that are no amounts, such as years. Raises `DoesNotFitError`.
    """
    if len(heads) > SHEET_COLUMNS:
        raise DoesNotFitError
    options = {
        **OPTIONS,
        "constant_memory": True,
        "in_memory": False,
        "default_format_properties": dict(FONT),
    }
    book = needed("xlsxwriter", "excel").Workbook(out, options)
    # A fixed day: equal rows give equal bytes.
    book.set_properties({"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)})
    try:
        _Filling(book, heads, whole).write(rows)
    finally:
        book.close()


class _Filling:
    """A sheet that is being filled."""

    def __init__(self, book: Any, heads: Sequence[str], whole: Sequence[str]) -> None:  # noqa: ANN401 - XlsxWriter is no package of the core
        self.sheet = book.add_worksheet("data")
        self.heads = heads
        self.styles = Styles(book)
        self.whole = [name in whole for name in heads]

    def write(self, rows: Iterator[Cells]) -> None:
        """Writes the head, then rows, as many as there are."""
        first = list(itertools.islice(rows, LOOKED_AT))
        for column, head in enumerate(self.heads):
            self.sheet.set_column(column, column, self._width(head, [row[column] for row in first]))
            if len(head) > SHEET_TEXT:
                raise DoesNotFitError
            self.sheet.write_string(0, column, clean(head), self.styles.get("head"))
        line = 0
        for line, row in enumerate(itertools.chain(first, rows), 1):
            if line >= SHEET_ROWS:
                raise DoesNotFitError
            for column, cell in enumerate(row):
                self._cell(line, column, cell)
        self.sheet.freeze_panes(1, 0)
        self.sheet.autofilter(0, 0, line, max(len(self.heads) - 1, 0))
        page(self.sheet)
        self.sheet.repeat_rows(0)

    def _width(self, head: str, cells: Sequence[WrittenCell]) -> int:
        """The width in which the head, with the sign of its filter, and what stands below it are seen."""
        texts = [head + " ▼", *filter(None, map(plain, cells))]
        return next(
            (width for width in range(LEAST, MOST) if all(lines_of(text, width) == 1 for text in texts)), MOST
        )

    def _cell(self, line: int, column: int, cell: WrittenCell) -> None:
        text = plain(cell)
        if text is None:
            return
        if isinstance(cell, list) and _fits(text):
            places = len(text.partition(".")[2])
            form = "0" if self.whole[column] else number_format(places)
            # 15 digits come back as they were.
            self.sheet.write_number(line, column, Decimal(text), self.styles.get("number", form))
        elif len(text) > SHEET_TEXT:
            raise DoesNotFitError
        else:
            self.sheet.write_string(line, column, clean(text))


def _fits(number: str) -> bool:
    """Whether a sheet keeps and shows all digits of a number."""
    whole, _, decimals = number.strip("-").partition(".")
    digits = len((whole + decimals).strip("0"))
    return digits <= SHEET_DIGITS and len(whole) <= SHEET_WHOLE and len(decimals) <= SHEET_PLACES


def plain(cell: WrittenCell) -> str | None:
    """Gives the text of a cell, also of a number."""
    return cell[0] if isinstance(cell, list) else cell

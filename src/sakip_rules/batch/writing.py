"""The rows of a finished run as CSV, JSON lines, a workbook or Parquet, one after another into a stream."""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import IO, Any, Final

from sakip_rules.batch.partial import Partial
from sakip_rules.batch.sources import WrittenCell
from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.formula_guard import guarded
from sakip_rules.exporters.objects import to_line
from sakip_rules.exporters.report.csv import BETWEEN, BOM
from sakip_rules.exporters.workbook.opening import OPTIONS
from sakip_rules.extras import needed
from sakip_rules.languages import Language

CHUNK: Final = 4_096
SHEET_ROWS: Final = 1_048_576
SHEET_COLUMNS: Final = 16_384
SHEET_TEXT: Final = 32_767
SHEET_DIGITS: Final = 15
_NUMBER: Final = re.compile(r"-?[0-9][0-9.,]*")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
NUMBERS: Final = ("value", "report_year", "year")


class DoesNotFitError(Exception):
    """A workbook has no room for so many rows, columns or letters."""


Cells = list[WrittenCell]


def write_batch(form: str, partial: Partial, made: Sequence[str], lang: Language, out: IO[bytes]) -> None:
    """Writes the rows that are done into a stream.

    Raises `UsageError` where a package is missing, `DoesNotFitError` for what no workbook holds.
    """
    heads = [*partial.state.columns, *made]
    _WRITERS[form](heads, _rows(partial, made), lang, out)


def _rows(partial: Partial, made: Sequence[str]) -> Iterator[Cells]:
    """Every row whole, its numbers marked as numbers."""
    numbers = [name in NUMBERS for name in made]
    for given, answer in partial.rows():
        cells = zip(answer, numbers, strict=True)
        yield [*given, *(_marked(cell) if is_number else cell for cell, is_number in cells)]


def _marked(cell: str | None) -> WrittenCell:
    """A number as one; a range has two, and is a text."""
    return cell if cell is None or not _PLAIN.fullmatch(cell) else [cell]


def _csv(heads: Sequence[str], rows: Iterator[Cells], lang: Language, out: IO[bytes]) -> None:
    """As spreadsheets of the language read it; see the exporter of reports."""
    out.write(BOM.encode())
    text = io.StringIO()
    writer = csv.writer(text, delimiter=BETWEEN[lang], lineterminator="\n")
    writer.writerow(map(guarded, heads))
    while chunk := list(itertools.islice(rows, CHUNK)):
        writer.writerows([_csv_cell(cell, lang) for cell in row] for row in chunk)
        out.write(text.getvalue().encode("utf-8", "replace"))
        text.seek(0)
        text.truncate()
    out.write(text.getvalue().encode("utf-8", "replace"))


def _csv_cell(cell: WrittenCell, lang: Language) -> str:
    match cell:
        case None:
            return ""
        case [digits]:
            return digits.replace(".", ",") if lang == "id" else digits
        case str() if _NUMBER.fullmatch(cell):
            return cell  # a number as it was written, perhaps with a sign before it
    return guarded(str(cell))


def _jsonl(heads: Sequence[str], rows: Iterator[Cells], _lang: Language, out: IO[bytes]) -> None:
    """One object a row; numbers are text, so that nobody reads them as binary ones."""
    for row in rows:
        values = {name: _plain(cell) for name, cell in zip(heads, row, strict=True)}
        out.write(to_line(values).encode("utf-8", "replace"))


def _plain(cell: WrittenCell) -> str | None:
    return cell[0] if isinstance(cell, list) else cell


def _xlsx(heads: Sequence[str], rows: Iterator[Cells], _lang: Language, out: IO[bytes]) -> None:
    """A number with more digits than a sheet keeps is a text."""
    if len(heads) > SHEET_COLUMNS:
        raise DoesNotFitError
    options = {**OPTIONS, "constant_memory": True, "in_memory": False}
    book = needed("xlsxwriter", "excel").Workbook(out, options)
    book.set_properties(
        {"created": datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)}
    )  # equal bytes each time
    sheet = book.add_worksheet("data")
    sheet.freeze_panes(1, 0)
    try:
        for line, row in enumerate(itertools.chain([Cells(heads)], rows)):
            if line >= SHEET_ROWS:
                raise DoesNotFitError
            cells: Cells = row
            for column, cell in enumerate(cells):
                _xlsx_cell(sheet, line, column, cell)
    finally:
        book.close()


def _xlsx_cell(sheet: Any, line: int, column: int, cell: WrittenCell) -> None:  # noqa: ANN401 - no types
    text = _plain(cell)
    if text is None:
        return
    if isinstance(cell, list) and len(text.strip("-0.").replace(".", "")) <= SHEET_DIGITS:
        sheet.write_number(line, column, Decimal(text))  # 15 digits come back as they were
    elif len(text) > SHEET_TEXT:
        raise DoesNotFitError
    else:
        sheet.write_string(line, column, clean(text))


def _parquet(heads: Sequence[str], rows: Iterator[Cells], _lang: Language, out: IO[bytes]) -> None:
    """All columns are texts: a decimal type would bound the digits of numbers."""
    pyarrow, parquet = needed("pyarrow", "columns"), needed("pyarrow.parquet", "columns")
    schema = pyarrow.schema([(name, pyarrow.string()) for name in heads])
    with parquet.ParquetWriter(out, schema) as writer:
        while chunk := list(itertools.islice(rows, CHUNK)):
            columns = [[_plain(row[at]) for row in chunk] for at in range(len(heads))]
            arrays = [pyarrow.array(column, pyarrow.string()) for column in columns]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


_WRITERS: Final[dict[str, Callable[[Sequence[str], Iterator[Cells], Language, IO[bytes]], None]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": _xlsx,
    "parquet": _parquet,
}

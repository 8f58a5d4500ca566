"""The rows of a finished run as CSV, JSON lines, a workbook or Parquet, one after another into a stream."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import IO, Final

from sakip_rules.batch.partial import Partial
from sakip_rules.batch.sources import WrittenCell
from sakip_rules.batch.workbook import Cells, plain, write_sheet
from sakip_rules.exporters.formula_guard import guarded
from sakip_rules.exporters.objects import to_line
from sakip_rules.exporters.report.csv import BETWEEN, BOM
from sakip_rules.extras import needed
from sakip_rules.languages import Language

CHUNK: Final = 4_096
_NUMBER: Final = re.compile(r"-?[0-9][0-9.,]*")
_PLAIN: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
YEARS: Final = ("report_year", "year")
NUMBERS: Final = ("value", *YEARS)


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
        values = {name: plain(cell) for name, cell in zip(heads, row, strict=True)}
        out.write(to_line(values).encode("utf-8", "replace"))


def _xlsx(heads: Sequence[str], rows: Iterator[Cells], _lang: Language, out: IO[bytes]) -> None:
    write_sheet(heads, rows, YEARS, out)


def _parquet(heads: Sequence[str], rows: Iterator[Cells], _lang: Language, out: IO[bytes]) -> None:
    """All columns are texts: a decimal type would bound the digits of numbers."""
    pyarrow, parquet = needed("pyarrow", "columns"), needed("pyarrow.parquet", "columns")
    schema = pyarrow.schema([(name, pyarrow.string()) for name in heads])
    with parquet.ParquetWriter(out, schema) as writer:
        while chunk := list(itertools.islice(rows, CHUNK)):
            columns = [[plain(row[at]) for row in chunk] for at in range(len(heads))]
            arrays = [pyarrow.array(column, pyarrow.string()) for column in columns]
            writer.write_batch(pyarrow.record_batch(arrays, schema=schema))


_WRITERS: Final[dict[str, Callable[[Sequence[str], Iterator[Cells], Language, IO[bytes]], None]]] = {
    "csv": _csv,
    "jsonl": _jsonl,
    "xlsx": _xlsx,
    "parquet": _parquet,
}

"""Parquet and Arrow files, read batch by batch through pyarrow (the extra `columns`)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted
from sakip_rules.diagnostics.places import whole
from sakip_rules.extras import needed
from sakip_rules.numbers import grouped
from sakip_rules.sheets.cells import OpenSheet, SheetCell, SheetRow, clean_text, must_be_harmless
from sakip_rules.sheets.digits import NoNumberError, fifteen_digits
from sakip_rules.sheets.gate import SheetLimits, TableKind, too_large

SHEET: Final = "data"
"""What the table is called where a place is named."""

BATCH: Final = 4_096
"""Rows that are in memory at a time."""

_SINGLE_DIGITS: Final = 7
"""Digits that a number of 32 bits keeps of what was typed."""

LONGEST: Final = 2**31 - 1
"""The largest limit of a text that pyarrow takes."""


class ColumnFile:
    """A Parquet or Arrow file: one table, its columns named in the first row."""

    def __init__(self, path: str, file: str, limits: SheetLimits, kind: TableKind) -> None:
        self.file = file
        self.limits = limits
        self.notes: list[Diagnostic] = []
        too_large(file, Path(path).stat().st_size, limits)
        self._pyarrow = needed("pyarrow", "columns")
        try:
            self._names, self._batches, rows = self._opened(path, kind)
        except (self._pyarrow.ArrowException, OSError, ValueError):
            raise self._broken() from None
        if rows * max(1, len(self._names)) > limits.cells:
            raise self._too_many()

    def close(self) -> None:
        """Closed by whoever reads the last batch."""

    def sheets(self) -> Iterator[OpenSheet]:
        """Gives the table of the file."""
        yield OpenSheet(self.file, SHEET, self._rows())

    def _opened(self, path: str, kind: TableKind) -> tuple[list[str], Iterator[Any], int]:
        """The names of the columns, the batches, and how many rows the file says it has."""
        if kind == "parquet":
            parquet = needed("pyarrow.parquet", "columns")
            longest = min(self.limits.size, LONGEST)
            opened = parquet.ParquetFile(
                path, thrift_string_size_limit=longest, thrift_container_size_limit=1_000_000
            )
            sizes = [
                opened.metadata.row_group(group).total_byte_size for group in range(opened.num_row_groups)
            ]
            if sum(sizes) > self.limits.unpacked:
                raise self._too_many()
            return opened.schema_arrow.names, opened.iter_batches(BATCH), opened.metadata.num_rows
        source = self._pyarrow.OSFile(path)
        reader = self._pyarrow.ipc.open_file(source)
        return reader.schema.names, map(reader.get_batch, range(reader.num_record_batches)), 0

    def _rows(self) -> Iterator[SheetRow]:
        head = {
            column: SheetCell(clean_text(name), "text", column) for column, name in enumerate(self._names, 1)
        }
        yield SheetRow(1, head)
        line, left = 1, self.limits.cells
        for batch in self._checked():
            columns = [(at, self._column(batch, at - 1)) for at in range(1, len(self._names) + 1)]
            left -= batch.num_rows * len(columns)
            if left < 0:
                raise self._too_many()
            for index in range(batch.num_rows):
                line += 1
                values = ((column, values[index]) for column, values in columns)
                cells = (self._cell(value, column, line) for column, value in values if value is not None)
                yield SheetRow(line, {cell.column: cell for cell in cells if cell.text})

    def _checked(self) -> Iterator[Any]:
        """The batches; one whose parts lead out of the file is refused before anything looks into it."""
        try:
            for batch in self._batches:
                batch.validate(full=True)
                yield batch
        except (self._pyarrow.ArrowException, OSError, ValueError, IndexError):
            raise self._broken() from None

    def _column(self, batch: Any, index: int) -> list[Any]:  # noqa: ANN401 - pyarrow has no types
        column = batch.column(index)
        types = self._pyarrow.types
        if types.is_nested(column.type) or types.is_binary(column.type) or types.is_large_binary(column.type):
            kind = quoted(str(column.type))
            texts = {"name": quoted(self._names[index]), "kind": kind}
            raise DataError([diagnose("sheet-syntax.column-type", whole(self.file), **texts)])
        single = types.is_float32(column.type) or types.is_float16(column.type)
        values: list[Any] = column.to_pylist()
        if not single:
            return values
        return [None if value is None else Decimal(f"{value:.{_SINGLE_DIGITS}g}") for value in values]

    def _cell(self, value: object, column: int, line: int) -> SheetCell:
        if isinstance(value, str):
            return self._text(clean_text(value), column, line)
        if isinstance(value, bool):
            return SheetCell("ya" if value else "tidak", "truth", column)
        if isinstance(value, datetime.date | datetime.time):
            return SheetCell(value.isoformat(), "date", column)
        try:
            text = _number_text(value)
        except NoNumberError as error:
            return SheetCell(repr(value), "error", column, fault=f"bad-cell.number-{error.kind}")
        return SheetCell(text, "number", column, text)

    def _text(self, text: str, column: int, line: int) -> SheetCell:
        if not text.isprintable():
            must_be_harmless(text, Place(self.file, line, column, source=text, sheet=SHEET))
        return SheetCell(text, "text", column)

    def _broken(self) -> DataError:
        return DataError([diagnose("sheet-syntax.broken", whole(self.file), part=quoted(self.file))])

    def _too_many(self) -> DataError:
        limit = grouped(self.limits.cells)
        return DataError([diagnose("file-too-large.sheet", whole(self.file), limit=limit)])


def _number_text(value: object) -> str:
    """Gives a number of any type as plain digits; raises `NoNumberError`."""
    match value:
        case int():
            return str(value)
        case float():
            return fifteen_digits(Decimal(value))
        case Decimal() if value.is_finite():
            return format(value, "f")
    raise NoNumberError("none")

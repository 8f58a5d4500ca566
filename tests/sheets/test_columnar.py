"""Parquet and Arrow: exact where they are exact."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from sakip_rules import DataError
from sakip_rules.sheets import REPORT_TABLES, SheetLimits, SheetRow, open_book

TABLE = {
    "realisasi": [0.1 + 0.2, None, 29.4],
    "pagu": [Decimal("5085713014.00"), Decimal("0.10"), None],
    "nama": ["a", None, "c\nd"],
    "ada": [True, False, None],
    "hari": [datetime.date(2020, 1, 2), None, None],
    "kode": pa.array(["BB", "A", "BB"]).dictionary_encode(),
    "singkat": pa.array([29.42, 0.1, None], pa.float32()),
}


def write(file: Path, columns: dict[str, Any], kind: str) -> Path:
    """Writes a table as Parquet or Arrow."""
    table = pa.table(columns)
    if kind == "parquet":
        parquet.write_table(table, file)
        return file
    with pa.OSFile(str(file), "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)
    return file


def read(file: Path, limits: SheetLimits = REPORT_TABLES) -> list[SheetRow]:
    """The rows of a file."""
    with open_book(file, file.name, limits) as book:
        return list(book.sheet().rows)


@pytest.mark.parametrize("kind", ["parquet", "arrow"])
def test_values_are_read_without_loss(kind: str, tmp_path: Path) -> None:
    """Decimals and integers as they are, doubles to the 15 digits that were meant."""
    head, *rows = read(write(tmp_path / f"a.{kind}", TABLE, kind))
    assert [cell.text for cell in head.cells.values()] == list(TABLE)
    assert [[row.text(at) for at in range(1, 8)] for row in rows] == [
        ["0.3", "5085713014.00", "a", "ya", "2020-01-02", "BB", "29.42"],
        ["", "0.10", "", "tidak", "", "A", "0.1"],
        ["29.4", "", "c d", "", "", "BB", ""],
    ]
    assert rows[0].cells[5].refusal == "bad-cell.date"


def test_what_is_no_number_is_an_error_and_not_nothing(tmp_path: Path) -> None:
    """NaN is not the same as a value that is not there."""
    _, row, *_ = read(write(tmp_path / "a.parquet", {"x": [float("nan")]}, "parquet"))
    assert row.cells[1].refusal == "bad-cell.number-none"


def test_cells_are_counted(tmp_path: Path) -> None:
    """By what the file says, and again while it is read."""
    columns = {"x": list(range(1_000))}
    for kind in ("parquet", "arrow"):
        file = write(tmp_path / f"a.{kind}", columns, kind)
        with pytest.raises(DataError, match="file-too-large"):
            read(file, SheetLimits(size=10**6, unpacked=10**6, cells=999))


def test_columns_that_fit_into_no_cell_are_named(tmp_path: Path) -> None:
    """A list is no value."""
    with pytest.raises(DataError, match="sheet-syntax"):
        read(write(tmp_path / "a.parquet", {"x": [[1, 2]]}, "parquet"))


@pytest.mark.parametrize("kind", ["parquet", "arrow"])
def test_a_file_that_breaks_off_is_broken(kind: str, tmp_path: Path) -> None:
    """Wherever it does."""
    data = write(tmp_path / "a", TABLE, kind).read_bytes()
    for kept in (8, len(data) // 2, len(data) - 3):
        (tmp_path / "b").write_bytes(data[:kept])
        with pytest.raises(DataError, match="sheet-syntax"):
            read(tmp_path / "b")

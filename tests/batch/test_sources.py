"""Files of rows."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from tests.batch.calling import RULE, batch, put, rows


def test_json_lines_are_rows() -> None:
    """Columns as they come; a line that is no object is a mistake of its row."""
    data = put('{"pagu":4,"dibelanjakan":1}\n{x}\n{"dibelanjakan":"2","pagu":4,"nama":"A"}\n', "d.jsonl")
    code, text, said = batch(RULE, data, "--on", "2020")
    assert code == 1
    assert [(row["value"], row["nama"]) for row in rows(text)] == [("25.00", ""), ("", ""), ("50.00", "A")]
    assert "d.jsonl:2:2\nerror[json-syntax]" in said


def test_json_lines_have_no_more_columns_than_a_sheet() -> None:
    """Each row is as wide as all of them."""
    put(json.dumps({f"k{n}": 1 for n in range(16_385)}), "d.jsonl")
    code, _, said = batch(RULE, "d.jsonl", "--on", "2020")
    assert (code, "d.jsonl:1:1\nerror[file-too-large]" in said) == (3, True)


def test_a_file_that_is_not_there() -> None:
    """Is said, and leaves nothing behind."""
    assert batch(RULE, "lain.csv", "--on", "2020", "-o", "hasil.csv")[0] == 3
    assert list(Path().glob("hasil*")) == []


def test_parquet_is_rows() -> None:
    """Decimals come as they are stored."""
    pq.write_table(
        pa.Table.from_pylist([{"pagu": 4, "dibelanjakan": 1}, {"pagu": 3, "dibelanjakan": 1}]), "d.parquet"
    )
    code, text, _ = batch(RULE, "d.parquet", "--on", "2020")
    assert (code, [row["value"] for row in rows(text)]) == (0, ["25.00", "33.33"])

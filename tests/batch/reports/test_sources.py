"""The same reports from every kind of file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.batch.calling import batch, put, rows
from tests.batch.reports.calling import FRAMEWORK, HEAD, batch_of, roots
from tests.workbooks import xlsx

LINES = [
    {"OPD": "A", "Tahun": 2020, "Indikator": "satu", "Arah": "naik", "Target": 80, "Realisasi": 40},
    {"OPD": "A", "Tahun": 2020, "Indikator": "dua", "Arah": "turun", "Target": 10, "Realisasi": 5},
    {"OPD": "B", "Tahun": 2020, "Indikator": "satu", "Arah": "naik", "Target": 4, "Realisasi": 3},
]


def jsonl(lines: Sequence[object], name: str = "data.jsonl") -> str:
    """Writes objects, one a line; a text is a line as it is."""
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return put("\n".join(texts) + "\n", name)


@pytest.mark.parametrize("kind", ["jsonl", "xlsx", "parquet"])
def test_every_kind_of_file_gives_the_same_lines(kind: str) -> None:
    """As CSV, below titles or not, it is the same table."""
    expected = batch_of("".join(";".join(map(str, line.values())) + "\n" for line in LINES))[1]
    if kind == "jsonl":
        file = jsonl([*LINES])
    elif kind == "parquet":
        file = "data.parquet"
        pq.write_table(pa.Table.from_pylist(LINES), file)
    else:
        file = "data.xlsx"
        cells = {f"{'ABCDEF'[at]}3": name for at, name in enumerate(LINES[0])}
        for line, row in enumerate(LINES, 4):
            cells |= {f"{'ABCDEF'[at]}{line}": value for at, value in enumerate(map(str, row.values()))}
        xlsx(Path(file), {"Data": {"A1": "Rekapitulasi", **cells}})
    code, text, _ = batch(FRAMEWORK, file)
    assert (code, text) == (0, expected)


def test_a_line_that_cannot_be_read_spoils_the_reports_it_may_belong_to() -> None:
    """Whether it is the last row of A or the first of B nobody knows; C has nothing to do with it."""
    lines = [LINES[0], "{", LINES[2], {**LINES[2], "OPD": "C"}]
    code, text, said = batch(FRAMEWORK, jsonl(lines))
    assert code == 1
    assert [(agency, status) for agency, _, _, status in roots(text)] == [
        ("A", "error"),
        ("B", "error"),
        ("C", "ok"),
    ]
    assert "data.jsonl:2" in said


def test_a_line_that_cannot_be_read_may_be_the_first_or_the_only_one() -> None:
    """Before the first report it spoils that one; alone it is a report of nobody."""
    assert [row["status"] for row in rows(batch(FRAMEWORK, jsonl(["{", LINES[0]]))[1])] == ["error"]
    assert batch(FRAMEWORK, jsonl(["{"]))[0] == 3


def test_a_name_may_come_with_a_later_line() -> None:
    """The names of all lines are the headings."""
    first = {name: value for name, value in LINES[0].items() if name != "Realisasi"}
    code, text, _ = batch(FRAMEWORK, jsonl([first, LINES[2]]))
    assert (code, roots(text)[1]) == (0, ("B", "2020", "75.00", "ok"))


@pytest.mark.parametrize(("value", "code"), [([1, 2], "bad-cell"), (True, "bad-value"), ("x", "bad-value")])
def test_a_value_that_is_no_number_is_a_mistake_of_its_report(value: object, code: str) -> None:
    """A list, a truth, a word."""
    text = batch(FRAMEWORK, jsonl([{**LINES[0], "Target": value}]))[1]
    assert [row["diagnostics"] for row in rows(text)] == [code]


def test_a_cell_under_no_heading_is_a_mistake_of_its_report() -> None:
    """A decimal comma in a file whose cells are parted by commas has moved the others."""
    code, text, said = batch_of("A,2020,satu,naik,80,78,5\n", head=HEAD.replace(";", ","))
    assert (code, rows(text)[0]["diagnostics"]) == (1, "unknown-column")
    assert "data.csv:2:24" in said


def test_too_many_names_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row would be as wide as all of them."""
    monkeypatch.setattr("sakip_rules.batch.reports.sources.COLUMNS", 5)
    code, _, said = batch(FRAMEWORK, jsonl([*LINES]))
    assert code == 3
    assert "error[file-too-large]" in said


def test_a_table_without_headings_is_refused() -> None:
    """Nothing in it says what its columns are."""
    assert batch_of("1;2\n", head="a;b\n")[0] == 3

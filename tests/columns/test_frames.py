"""Tables of every library: in as they are, back as they came, and not a digit lost on the way."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from tests.written import rules

from sakip_rules import DataError, UsageError
from sakip_rules.api.rule import Rule
from sakip_rules.columns.cells import Cells
from sakip_rules.columns.frames import cells_of, frame_of

BODY = """
inputs: {a: {}, b: {}, n: {type: count}, t: {type: truth}, k: {type: choice, choices: [A, B]}}
formula: (a / b + n if t else a) * (1 if k == A else 2)
rounding: {places: 2}
scale: contoh/skala
"""
BANDS = "bands: [{category: Rendah, below: 5}, {category: Tinggi, from: 5}]"
DATA: dict[str, list[Any]] = {
    "daerah": ["X", "Y", "Z", "W"],
    "a": [Decimal("12.50"), Decimal("-0.75"), None, Decimal("1.00")],
    "b": [Decimal(3), Decimal(8), Decimal(1), Decimal(0)],
    "n": [1, 2, 3, 4],
    "t": [True, False, True, True],
    "k": ["A", "B", "A", None],
}
WANTED: dict[str, list[Any]] = {
    "value": [Decimal("5.17"), Decimal("-1.50"), None, None],
    "exact": ["31/6", None, None, None],
    "category": ["Tinggi", "Rendah", None, None],
    "status": ["ok", "ok", "missing", "error"],
    "reason": [None, None, "not_given", "division-by-zero"],
    "diagnostics": [None, None, None, "division-by-zero"],
}


@pytest.fixture
def rule(tmp_path: Path) -> Rule:
    """A rule with inputs of every type."""
    return rules(tmp_path, {"index r": BODY, "scale skala": BANDS}).rule("contoh/r", on=2020)


def arrow() -> pa.Table:
    """The data as a table of Arrow."""
    decimal = pa.decimal128(10, 2)
    arrays = {name: pa.array(column) for name, column in DATA.items()}
    return pa.table({**arrays, "a": arrays["a"].cast(decimal), "b": arrays["b"].cast(decimal)})


def of_pandas(frame: pd.DataFrame) -> dict[str, list[Any]]:
    """Gives a frame as lists; what is not there as `None`."""
    return {name: [None if pd.isna(cell) else cell for cell in frame[name]] for name in frame}


KINDS: dict[str, tuple[Callable[[], Any], type, Callable[[Any], dict[str, list[Any]]]]] = {
    "pyarrow": (arrow, pa.Table, lambda made: made.to_pydict()),
    "batch": (lambda: arrow().to_batches()[0], pa.RecordBatch, lambda made: made.to_pydict()),
    "chunks": (
        lambda: pa.concat_tables([arrow().slice(0, 1), arrow().slice(1)]),
        pa.Table,
        lambda made: made.to_pydict(),
    ),
    "pandas": (lambda: pd.DataFrame(DATA, index=[7, 5, 3, 1]), pd.DataFrame, of_pandas),
    "nullable": (lambda: pd.DataFrame(DATA).convert_dtypes(), pd.DataFrame, of_pandas),
    "of arrow": (lambda: arrow().to_pandas(types_mapper=pd.ArrowDtype), pd.DataFrame, of_pandas),
    "polars": (lambda: pl.from_arrow(arrow()), pl.DataFrame, lambda made: made.to_dict(as_series=False)),
    "duckdb": (
        lambda: duckdb.from_arrow(arrow()),
        duckdb.DuckDBPyRelation,
        lambda made: made.to_arrow_table().to_pydict(),
    ),
    "lists": (lambda: DATA, dict, lambda made: made),
    "arrays": (
        lambda: {name: np.array(column, object) for name, column in DATA.items()},
        dict,
        lambda made: {name: column.tolist() for name, column in made.items()},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_comes_back_as_it_came(rule: Rule, kind: str) -> None:
    """With its own columns untouched and in their order, and those of the rule beside them."""
    make, wanted, listed = KINDS[kind]
    given = make()
    made = rule.evaluate_table(given)
    assert type(made) is wanted
    assert listed(made) == {**DATA, **WANTED}
    assert listed(given) == DATA


def test_the_index_of_a_frame_stays_and_its_decimals_are_decimals(rule: Rule) -> None:
    """The decimals are those of Arrow, categories those of pandas itself."""
    made = rule.evaluate_table(pd.DataFrame(DATA, index=[7, 5, 3, 1]))
    assert made.index.tolist() == [7, 5, 3, 1]
    assert str(made["value"].dtype) == "decimal128(38, 2)[pyarrow]"
    assert str(made["status"].dtype) == "category"


def test_a_relation_of_another_connection_stays_in_it(rule: Rule) -> None:
    """It can be joined there with what else the connection has."""
    connection = duckdb.connect()
    connection.execute("CREATE TABLE data AS SELECT 1.5 AS a, 2 AS b, 3 AS n, true AS t, 'A' AS k")
    made = rule.evaluate_table(connection.table("data"))
    assert made.filter("category = 'Rendah'").project("value, daerah: k").fetchall() == [
        (Decimal("3.75"), "A")
    ]


def test_without_exact_numbers_that_column_is_left_out(rule: Rule) -> None:
    """It is the one that takes time."""
    assert rule.evaluate_table(arrow(), exact=False).column_names == [
        *DATA,
        *(name for name in WANTED if name != "exact"),
    ]


def test_an_empty_table_gets_its_columns(rule: Rule) -> None:
    """In every library."""
    for kind in ("pyarrow", "pandas", "polars", "lists"):
        make, wanted, listed = KINDS[kind]
        given = make()
        empty = {name: [] for name in given} if isinstance(given, dict) else given[:0]
        assert isinstance(rule.evaluate_table(empty), wanted)
        assert listed(rule.evaluate_table(empty)) == {name: [] for name in (*DATA, *WANTED)}


def test_long_numbers_keep_every_digit_whatever_context_there_is(tmp_path: Path) -> None:
    """38 digits in Arrow, more of them in lists; the context of the caller rounds nothing."""
    rule = rules(tmp_path, {"index r": "inputs: {a: {}}\nformula: a\nrounding: {places: 2}"}).rule(
        "contoh/r", on=2020
    )
    long = ["1234567890123456789012345678901234.56", "-9" * 1 + "9" * 35 + ".99", "1.25", "-0.01"]
    wanted = [Decimal(text) for text in long]
    with localcontext(prec=5):
        assert rule.evaluate_table(pa.table({"a": long})).column("value").to_pylist() == wanted
        assert rule.evaluate_table({"a": [*long, "7" * 60]})["value"] == [*wanted, Decimal("7" * 60 + ".00")]
    with pytest.raises(DataError) as caught:
        rule.evaluate_table(pa.table({"a": ["7" * 60, "1"]}))
    assert [one.key for one in caught.value.diagnostics] == ["bad-value.table-digits"]
    marked = rule.evaluate_table(pa.table({"a": ["7" * 60, "1"]}), on_error="collect").to_pydict()
    assert marked["value"] == [None, Decimal("1.00")]
    assert marked["reason"] == ["bad-value", None]


@pytest.mark.parametrize(
    ("column", "wanted"),
    [
        (pa.array([None, 2**62, -(2**62)], pa.int64()), [None, 2**62, -(2**62)]),
        (pa.array([250, None, 1], pa.uint8()), [250, None, 1]),
        (pa.array([2.5, None], pa.float32()), [2.5, None]),
        (pa.array(["1", None, "2"]).dictionary_encode(), ["1", None, "2"]),
        (pa.DictionaryArray.from_arrays([0, None], pa.array(["1"], pa.string_view())), ["1", None]),
        (pa.array(["1", None], pa.string_view()), ["1", None]),
        (pa.array([None, None]), [None, None]),
        (pa.array([Decimal("1E+20")], pa.decimal128(38, 2)), [Decimal("1E+20")]),
        (pa.array([Decimal("1.5")], pa.decimal256(60, 2)), [Decimal("1.5")]),
        (pa.array([Decimal("1.5")], pa.decimal32(4, 1)), [Decimal("1.5")]),
    ],
)
def test_every_kind_of_arrow_is_read(column: pa.Array, wanted: list[object]) -> None:
    """As an array where it is one, else cell by cell; also where it begins behind others."""
    for array in (column, pa.concat_arrays([column, column])[len(column) :]):
        cells = cells_of(pa.chunked_array([array]))
        assert isinstance(cells, Cells)
        listed = cells.values.tolist()  # noqa: PD011 - these cells are an array of NumPy
        there = [True] * len(array) if cells.there is None else cells.there.tolist()
        read = [Decimal(int(cell)).scaleb(-cells.places) if cells.places else cell for cell in listed]
        assert [cell if held else None for cell, held in zip(read, there, strict=True)] == wanted


def test_columns_of_objects_that_arrow_does_not_have_are_read_one_by_one(rule: Rule) -> None:
    """Mixed cells, as a sheet gives them to pandas; objects of Polars; types of pandas alone."""
    mixed = {**DATA, "a": ["12,5", Decimal("-0.75"), None, 1], "n": [1, "2", 3, 4]}
    assert of_pandas(rule.evaluate_table(pd.DataFrame(mixed)))["value"] == WANTED["value"]
    objects = pl.DataFrame(mixed, schema_overrides={"a": pl.Object, "n": pl.Object})
    assert rule.evaluate_table(objects)["value"].to_list() == WANTED["value"]
    words = ["12,5", "-0,75", None, "1"]
    for column in (
        pl.Series(words, dtype=pl.Categorical),
        pl.Series(words, dtype=pl.Enum(["1", "12,5", "-0,75"])),
    ):
        assert rule.evaluate_table(pl.DataFrame({**DATA, "a": column}))["value"].to_list() == WANTED["value"]
    long = pl.DataFrame({**DATA, "n": pl.Series([1, 2, 3, 4], dtype=pl.Int128)})
    assert rule.evaluate_table(long)["value"].to_list() == WANTED["value"]
    periods = pd.DataFrame({**DATA, "a": pd.arrays.IntervalArray.from_breaks(range(5))})
    with pytest.raises(DataError) as caught:
        rule.evaluate_table(periods)
    assert {one.code for one in caught.value.diagnostics} == {"bad-value"}


@pytest.mark.parametrize("is_nothing_there", [False, True])
def test_two_fields_of_one_name_are_told(tmp_path: Path, is_nothing_there: bool) -> None:
    """Arrow has such records, and cannot give them as maps; on columns the last field would win."""
    body = "inputs: {unsur: {each: {inputs: {nilai: {}}}}}\nformula: sum(unsur.nilai)"
    rule = rules(tmp_path, {"index r": body}).rule("contoh/r", on=2020)
    values = pa.array([1, 2], pa.int64())
    records = pa.StructArray.from_arrays([values, values], names=["nilai", "nilai"])
    offsets = pa.array([0, None, 2] if is_nothing_there else [0, 1, 2], pa.int32())
    table = pa.table({"unsur": pa.ListArray.from_arrays(offsets, records)})
    with pytest.raises(DataError) as caught:
        rule.evaluate_table(table)
    assert [one.key for one in caught.value.diagnostics] == ["duplicate-key.column"]


def test_masked_arrays_and_arrays_of_texts_are_read(rule: Rule) -> None:
    """What is masked is missing."""
    masked = np.ma.masked_array([1, 2], mask=[False, True])
    texts = np.array(["1,5", "2"])
    table = {
        "a": texts,
        "b": masked,
        "n": np.array([0, 0]),
        "t": np.array([True, True]),
        "k": np.array(["A", "A"]),
    }
    made = rule.evaluate_table(table)
    assert made["value"].tolist() == [Decimal("1.50"), None]
    assert made["status"].tolist() == ["ok", "missing"]


@pytest.mark.parametrize(
    "given", [[1], "a", None, 5, pl.LazyFrame({"a": [1]}), pd.Series([1]), {"a": 1}, {"a": np.ones((2, 2))}]
)
def test_what_is_no_table_is_told(given: object) -> None:
    """With a hint at what is one."""
    with pytest.raises(UsageError):
        frame_of(given)

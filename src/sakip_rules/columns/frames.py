"""Tables of other libraries in, and the same kind of table out, with what the rule gives for each row.

What can hand itself over as Arrow (Polars, DuckDB, pyarrow, and whatever else has `__arrow_c_stream__`) comes
in that way; so do the columns of pandas, but those of Python objects, which are looked at one by one.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sakip_rules.columns.answers import DIGITS, RowAnswers
from sakip_rules.columns.cells import AnyCells, Cells, ListCells
from sakip_rules.columns.tape import Array
from sakip_rules.diagnostics import DataError, UsageError, diagnose, quoted


@dataclass(frozen=True, slots=True)
class Frame:
    """A table: the names of its columns, its rows, its cells, and how it comes back with further columns."""

    names: Sequence[object]
    rows: int
    cells: Callable[[str], AnyCells]
    back: Callable[[RowAnswers], Any]
    is_bounded: bool = True
    """Whether its decimals have at most `DIGITS` digits."""


def frame_of(given: Any) -> Frame:  # noqa: ANN401 - whatever a program gives
    """Gives the table that is meant, or raises `UsageError`."""
    library = type(given).__module__.partition(".")[0]
    if isinstance(given, Mapping):
        return _of_mapping(given)
    if library == "pandas" and hasattr(given, "iloc") and hasattr(given, "columns"):
        return _of_pandas(given)
    if library == "polars" and hasattr(given, "hstack"):
        return _of_polars(given)
    if hasattr(given, "__arrow_c_stream__") or isinstance(given, pa.RecordBatch):
        with contextlib.suppress(pa.ArrowException):  # it hands something over as Arrow, and that is no table
            return _of_arrow(given)
    raise UsageError([diagnose("bad-value.table", None, type=quoted(type(given).__name__))])


# Arrow, and those that give and take it


def _of_arrow(given: Any) -> Frame:  # noqa: ANN401 - as above
    table = pa.table(given) if hasattr(given, "__arrow_c_stream__") else pa.Table.from_batches([given])

    def back(answers: RowAnswers) -> Any:  # noqa: ANN401 - as above
        made = table
        for name, column in answers.arrays().items():
            made = made.append_column(name, column)
        if isinstance(given, pa.RecordBatch):
            return (
                made.combine_chunks().to_batches()[0]
                if len(made)
                else pa.RecordBatch.from_pylist([], made.schema)
            )
        # A relation belongs to a connection: its own `query` sees the Arrow table by its name here.
        return given.query("relation", "SELECT * FROM made") if hasattr(given, "query") else made

    return Frame(table.column_names, len(table), lambda name: cells_of(table.column(name)), back)


def _of_polars(given: Any) -> Frame:  # noqa: ANN401 - as above
    def back(answers: RowAnswers) -> Any:  # noqa: ANN401 - as above
        return given.hstack(sys.modules["polars"].from_arrow(pa.table(answers.arrays())))

    def cells(name: str) -> AnyCells:
        if str(given.schema[name]) != "Object":
            with contextlib.suppress(pa.ArrowException):  # a type that Arrow does not have, as Int128
                return cells_of(pa.table(given.select(name)).column(0))
        return Cells(_objects(given[name].to_list()))

    return Frame(given.columns, given.height, cells, back)


def _of_pandas(given: Any) -> Frame:  # noqa: ANN401 - as above
    def cells(name: str) -> AnyCells:
        column = given[name]
        if column.dtype != object:
            with contextlib.suppress(pa.ArrowException):  # a type that Arrow does not have: its objects, then
                return cells_of(pa.chunked_array([pa.array(column, from_pandas=True)]))
        return Cells(column.to_numpy(object), ~column.isna().to_numpy())

    def back(answers: RowAnswers) -> Any:  # noqa: ANN401 - as above
        pandas = sys.modules["pandas"]
        made = pa.table(answers.arrays()).to_pandas(
            types_mapper=lambda kind: pandas.ArrowDtype(kind) if pa.types.is_decimal(kind) else None
        )
        return pandas.concat([given, made.set_index(given.index)], axis=1)

    return Frame(list(given.columns), len(given), cells, back)


# columns of Python and NumPy


def _of_mapping(given: Mapping[Any, Any]) -> Frame:
    columns = {name: _array(name, column) for name, column in given.items()}
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise UsageError(
            [diagnose("bad-value.table-lengths", None, lengths=", ".join(map(str, sorted(lengths))))]
        )
    as_arrays = all(isinstance(column, np.ndarray) for column in given.values())

    def back(answers: RowAnswers) -> dict[Any, Any]:
        made = answers.lists()
        return {**given, **({name: _objects(column) for name, column in made.items()} if as_arrays else made)}

    return Frame(
        list(columns), next(iter(lengths), 0), lambda name: _plain(columns[name]), back, is_bounded=False
    )


def _array(name: object, column: object) -> Array:
    """A column as an array; lists, and arrays of texts, become columns of objects."""
    if isinstance(column, np.ndarray) and column.ndim == 1:
        return column
    if isinstance(column, list | tuple):
        return _objects(column)
    texts = {"name": quoted(str(name)), "type": quoted(type(column).__name__)}
    raise UsageError([diagnose("bad-value.table-column", None, **texts)])


def _plain(column: Array) -> Cells:
    """An array as cells: of a masked one, those that are not masked; texts as objects."""
    there = None if np.ma.getmask(column) is np.ma.nomask else ~np.ma.getmaskarray(column)
    values = np.ma.getdata(column)
    return Cells(values if values.dtype.kind in "iufbO" else values.astype(object), there)


def _objects(column: Sequence[object]) -> Array:
    made = np.empty(len(column), object)
    made[:] = column
    return made


# Arrow in


def cells_of(column: pa.ChunkedArray) -> AnyCells:
    """Gives the cells of a column of Arrow."""
    kind = column.type
    _refuse_twice(kind)
    if (pa.types.is_list(kind) or pa.types.is_large_list(kind)) and pa.types.is_struct(kind.value_type):
        return _list_cells(column)
    if pa.types.is_dictionary(kind):
        with contextlib.suppress(pa.ArrowNotImplementedError):  # of the texts of Polars: one by one, below
            return cells_of(column.cast(kind.value_type))
    there = column.is_valid().to_numpy() if column.null_count else None
    if pa.types.is_boolean(kind) or pa.types.is_integer(kind) or pa.types.is_floating(kind):
        filled = column.fill_null(pa.scalar(0, pa.int8()).cast(kind)) if column.null_count else column
        return Cells(filled.to_numpy(), there)
    if pa.types.is_decimal(kind) and not pa.types.is_decimal256(kind) and kind.scale >= 0:
        return _decimal_cells(column, there)
    return Cells(_objects(column.to_pylist()), there)


def _refuse_twice(kind: pa.DataType) -> None:
    """Refuses records, also within lists, with two fields of one name: they are no maps."""
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        _refuse_twice(kind.value_type)
    if pa.types.is_struct(kind):
        names = [field.name for field in kind]
        twice = [name for place, name in enumerate(names) if name in names[:place]]
        if twice:
            raise DataError(diagnose("duplicate-key.column", None, name=quoted(name)) for name in twice)
        for field in kind:
            _refuse_twice(field.type)


def _list_cells(column: pa.ChunkedArray) -> AnyCells:
    """Lists of records: all records one after the other; where a list or a record is nothing, objects."""
    lists = pa.chunked_array([column.combine_chunks()]).combine_chunks()
    records = lists.flatten()
    if lists.null_count or records.null_count:
        return Cells(_objects(column.to_pylist()))
    names = enumerate(field.name for field in records.type)
    fields = {name: cells_of(pa.chunked_array([records.field(place)])) for place, name in names}
    return ListCells(lists, pc.list_value_length(lists).to_numpy().astype("i8"), fields)


def _decimal_cells(column: pa.ChunkedArray, there: Array) -> Cells:
    """Decimals as whole numbers of their last place, where all of them fit into 64 bits."""
    scale, whole = column.type.scale, pa.decimal128(DIGITS, 0)
    wide = column if pa.types.is_decimal128(column.type) else column.cast(pa.decimal128(DIGITS, scale))
    units = [pa.Array.from_buffers(whole, len(a), a.buffers(), offset=a.offset) for a in wide.chunks]
    try:
        return Cells(pa.chunked_array(units, whole).cast(pa.int64()).fill_null(0).to_numpy(), there, scale)
    except pa.ArrowInvalid:  # they do not
        return Cells(_objects(column.to_pylist()), there)

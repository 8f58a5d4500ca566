"""One rule on a table that lies in Spark or Dask: it runs where the rows are, with the same digits.

Each machine needs this package with its extra `columns`, and the rule files: a rule goes there by name and
receipt, and is refused where its files are others.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from sakip_rules.api.rule import Rule
from sakip_rules.extras import needed

if TYPE_CHECKING:
    from sakip_rules.columns.evaluating import OnError


def on_spark(rule: Rule, frame: Any, *, on_error: OnError = "raise", exact: bool = True) -> Any:  # noqa: ANN401 - Spark is imported by who uses it
    """Gives a Spark frame with the columns of `Rule.evaluate_table`, computed by `mapInArrow`.

    Nothing is computed before Spark asks for rows; then data that are wrong stop the job or, with
    `on_error="collect"`, mark their rows. Raises `DataError` for a column that is missing, `UsageError`
    for a package that is.
    """
    types, pyarrow = importlib.import_module("pyspark.sql.pandas.types"), needed("pyarrow", "columns")
    compute = partial(batch_answered, rule, on_error=on_error, exact=exact)
    empty = pyarrow.RecordBatch.from_pylist([], types.to_arrow_schema(frame.schema))
    return frame.mapInArrow(partial(_each, compute), types.from_arrow_schema(compute(empty).schema))


def on_dask(rule: Rule, frame: Any, *, on_error: OnError = "raise", exact: bool = True) -> Any:  # noqa: ANN401 - as above
    """Gives a Dask frame with the columns of `Rule.evaluate_table`, partition by partition; as `on_spark`."""
    compute = partial(part_answered, rule, on_error=on_error, exact=exact)
    return frame.map_partitions(compute, meta=compute(frame._meta))  # noqa: SLF001 - Dask has no other name for it


def batch_answered(rule: Rule, batch: Any, *, on_error: OnError, exact: bool) -> Any:  # noqa: ANN401 - a batch of Arrow
    """Gives a batch with what the rule gives, words as texts: Spark has no dictionaries."""
    pyarrow = needed("pyarrow", "columns")
    made = rule.evaluate_table(batch, on_error=on_error, exact=exact)
    plain = [
        column.cast(column.type.value_type) if pyarrow.types.is_dictionary(column.type) else column
        for column in made.columns
    ]
    return pyarrow.RecordBatch.from_arrays(plain, names=made.schema.names)


def part_answered(rule: Rule, frame: Any, *, on_error: OnError, exact: bool) -> Any:  # noqa: ANN401 - a frame of pandas
    """Gives a partition with what the rule gives, words as texts: categories of partitions would differ."""
    made = rule.evaluate_table(frame, on_error=on_error, exact=exact)
    words = [name for name in made.columns if name not in frame.columns and name != "value"]
    return made.astype(dict.fromkeys(words, "string[pyarrow]"))


def _each(compute: Any, batches: Iterator[Any]) -> Iterator[Any]:  # noqa: ANN401 - as above
    return map(compute, batches)


__all__ = ["batch_answered", "on_dask", "on_spark", "part_answered"]

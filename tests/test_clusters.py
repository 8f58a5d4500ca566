"""Spark and Dask: what they are given, and the same digits as on one machine."""

from __future__ import annotations

import importlib.util
import os
import sys
from decimal import Decimal
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from tests.bundled import bundled

from sakip_rules import DataError
from sakip_rules.api.rule import Rule
from sakip_rules.clusters import batch_answered, on_dask, on_spark, part_answered

WORDS = ("category", "status", "reason", "diagnostics")


def has(package: str) -> bool:
    """Whether a package is installed: `.ci/clusters` installs both, in an environment of their own."""
    return importlib.util.find_spec(package) is not None


def table(count: int = 1000) -> dict[str, list[Any]]:
    """Gives counts, some of them missing, and zeros among what is divided by."""
    return {
        "realisasi": [None if row % 31 == 0 else row * 7919 % 1013 for row in range(count)],
        "target": [row * 104729 % 97 for row in range(count)],
        "baris": list(range(count)),
    }


@pytest.fixture(scope="module")
def rule() -> Rule:
    """A rule that divides."""
    return bundled().rule("nasional/capaian-makin-tinggi", on=2024)


@pytest.fixture(scope="module")
def wanted(rule: Rule) -> list[tuple[object, ...]]:
    """What one machine gives."""
    return listed(rule.evaluate_table(pa.table(table())).to_pandas())


def listed(frame: Any) -> list[tuple[object, ...]]:
    """Gives rows as they are compared, in the order of the input."""
    columns = ["baris", "value", "exact", *WORDS]
    rows = frame.sort_values("baris")[columns].astype(object).itertuples(index=False)
    return [tuple(None if pd.isna(cell) else str(cell) for cell in row) for row in rows]


def test_a_batch_has_texts_and_decimals(rule: Rule) -> None:
    """Which Spark has; an empty batch tells their types."""
    batch = pa.RecordBatch.from_pydict({"realisasi": [3], "target": [4]})
    made = batch_answered(rule, batch, on_error="raise", exact=True)
    assert {str(made.schema.field(name).type) for name in ("exact", *WORDS)} == {"string"}
    assert made.to_pydict()["value"] == [Decimal("75.00")]
    assert batch_answered(rule, batch[:0], on_error="raise", exact=True).schema == made.schema


def test_a_part_has_the_types_that_an_empty_one_tells(rule: Rule) -> None:
    """Dask is told them before it computes anything."""
    frame = pd.DataFrame({"realisasi": [3, 4], "target": [4, 0]})
    made = part_answered(rule, frame, on_error="raise", exact=False)
    assert made["status"].tolist() == ["ok", "error"]
    assert (part_answered(rule, frame[:0], on_error="raise", exact=False).dtypes == made.dtypes).all()


def test_a_missing_column_is_told_before_anything_runs(rule: Rule) -> None:
    """As by `evaluate_table`."""
    with pytest.raises(DataError):
        part_answered(rule, pd.DataFrame({"realisasi": [3]}), on_error="collect", exact=True)


@pytest.mark.slow
@pytest.mark.skipif(not has("dask"), reason="Dask is in an environment of its own: .ci/clusters")
@pytest.mark.parametrize("scheduler", ["threads", "processes"])
def test_dask_gives_the_same_digits(rule: Rule, wanted: list[tuple[object, ...]], scheduler: str) -> None:
    """On threads and on processes, which take the rule by its name and receipt."""
    dask = importlib.import_module("dask.dataframe")
    frame = dask.from_pandas(pa.table(table()).to_pandas(types_mapper=pd.ArrowDtype), npartitions=7)
    assert listed(on_dask(rule, frame).compute(scheduler=scheduler)) == wanted


@pytest.mark.slow
@pytest.mark.skipif(not has("pyspark"), reason="Spark is in an environment of its own: .ci/clusters")
def test_spark_gives_the_same_digits(
    rule: Rule, wanted: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In two workers, in batches of 100 rows."""
    monkeypatch.setitem(os.environ, "PYSPARK_PYTHON", sys.executable)
    sql = importlib.import_module("pyspark.sql")
    settings = {"spark.ui.enabled": "false", "spark.sql.execution.arrow.maxRecordsPerBatch": "100"}
    session = sql.SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    try:
        frame = session.createDataFrame(pa.table(table()))
        assert listed(on_spark(rule, frame).toPandas()) == wanted
    finally:
        session.stop()

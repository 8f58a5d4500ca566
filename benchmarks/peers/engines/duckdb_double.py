"""DuckDB: SQL on a table in memory; `/` gives DOUBLE (it uses all cores; processor time counts them all)."""

from __future__ import annotations

from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from peers.shape import Engine

QUERY = "select round(round(selesai / semua * 100, 2) / target * 100, 2) as capaian from data"


def engine() -> Engine:
    """Gives the query; what is absent is null."""
    database = duckdb.connect()

    def columns(selesai: Any, semua: Any, target: Any) -> Any:  # noqa: ANN401 - arrays
        given = pa.table(
            {"selesai": pa.array(selesai, mask=selesai < 0), "semua": semua, "target": target / 100}
        )
        database.register("given", given)
        database.execute("create or replace table data as select * from given")
        return lambda: np.ma.filled(database.execute(QUERY).fetchnumpy()["capaian"], np.nan)

    return Engine(columns=columns)

"""Polars on Float64 (it uses all cores; processor time counts them all)."""

from __future__ import annotations

from typing import Any

import polars as pl

from peers.shape import Engine


def engine() -> Engine:
    """Gives the expression on a frame; what is absent is null."""
    realisasi = (pl.col("selesai") / pl.col("semua") * 100).round(2)
    capaian = (realisasi / pl.col("target") * 100).round(2)

    def columns(selesai: Any, semua: Any, target: Any) -> Any:  # noqa: ANN401 - arrays
        above = pl.when(pl.col("selesai") >= 0).then(pl.col("selesai"))
        frame = pl.DataFrame({"selesai": selesai, "semua": semua, "target": target / 100})
        frame = frame.with_columns(above)
        return lambda: frame.select(capaian=capaian)["capaian"].to_numpy()  # noqa: PLW0108 - all of it is measured

    return Engine(columns=columns)

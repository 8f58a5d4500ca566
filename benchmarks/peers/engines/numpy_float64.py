"""NumPy with float64, by hand: the measure of a million rows."""

from __future__ import annotations

from typing import Any

import numpy as np

from peers.shape import Engine


def engine() -> Engine:
    """Gives the arithmetic as one writes it; what is absent is not a number."""

    def columns(selesai: Any, semua: Any, target: Any) -> Any:  # noqa: ANN401 - arrays
        above = np.where(selesai < 0, np.nan, selesai) if (selesai < 0).any() else selesai
        goal = target / 100
        return lambda: np.round(np.round(above / semua * 100, 2) / goal * 100, 2)

    return Engine(columns=columns)

"""`Fraction` of the standard library, by hand."""

from __future__ import annotations

from fractions import Fraction
from math import floor

from peers.shape import Engine


def engine() -> Engine:
    """Gives the arithmetic as one writes it."""

    def half_up(value: Fraction) -> Fraction:
        return Fraction(floor(value * 100 + Fraction(1, 2)), 100)

    def record(selesai: int | None, semua: int, target: str) -> float | None:
        if selesai is None:
            return None
        realisasi = half_up(Fraction(selesai) / Fraction(semua) * 100)
        return float(half_up(realisasi / Fraction(target) * 100))

    return Engine(record)

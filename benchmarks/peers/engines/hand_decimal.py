"""`Decimal` of the standard library, by hand: the measure of one record."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from peers.shape import Engine

CENT = Decimal("0.01")


def engine() -> Engine:
    """Gives the arithmetic as one writes it."""

    def record(selesai: int | None, semua: int, target: str) -> Decimal | None:
        if selesai is None:
            return None
        realisasi = (Decimal(selesai) / Decimal(semua) * 100).quantize(CENT, ROUND_HALF_UP)
        return (realisasi / Decimal(target) * 100).quantize(CENT, ROUND_HALF_UP)

    return Engine(record)

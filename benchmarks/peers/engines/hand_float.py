"""Binary floats, by hand."""

from __future__ import annotations

from peers.shape import Engine


def engine() -> Engine:
    """Gives the arithmetic as one writes it."""

    def record(selesai: int | None, semua: int, target: str) -> float | None:
        if selesai is None:
            return None
        return round(round(selesai / semua * 100, 2) / float(target) * 100, 2)

    return Engine(record)

"""The job: realisasi is a share of two numbers, capaian its share of a target, each half up to 2 places.

Only the standard library: this is read in the environment of every peer.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

KINDS = ("everyday", "ties", "rupiah", "absent")
ABSENT = -1
"""What stands in an answer where there is none, and in `selesai` where it was not given."""

SEED = 2026


class Rows(NamedTuple):
    """Columns of whole numbers; `target` in hundredths."""

    selesai: array[int]
    semua: array[int]
    target: array[int]

    def first(self, count: int) -> Rows:
        """Gives the first rows."""
        return Rows(*(column[:count] for column in self))


def rows(kind: str, count: int) -> Rows:
    """Gives rows of a kind, the same ones each time."""
    chance = random.Random(f"{SEED} {kind}")  # noqa: S311 - data, no secrets
    columns = zip(*(_row(kind, chance) for _ in range(count)), strict=True)
    return Rows(*(array("q", column) for column in columns))


RARE = 0.03
"""So many rows lack their count, where rows do."""
FIVES = 0.3
"""So many targets are whole fives."""


def _row(kind: str, chance: random.Random) -> tuple[int, int, int]:
    below = int(10 ** chance.uniform(0.5, 6.5)) + 1
    above = int(below * chance.uniform(0.2, 1.0))
    if kind in ("ties", "rupiah"):  # an odd number of two-hundredths of a percent
        scale = 1 if kind == "ties" else 10**9 * chance.randint(1, 5000)
        below, above = 20_000 * scale, (2 * chance.randint(0, 9_999) + 1) * scale
    if kind == "absent" and chance.random() < RARE:
        above = ABSENT
    fives = chance.random() < FIVES
    target = chance.randint(1, 20) * 500 if fives else chance.randint(100, 12_000)
    return above, below, target


def exact(of: Rows) -> array[int]:
    """Gives capaian in hundredths, by fractions."""
    return array("q", (_capaian(*row) for row in zip(*of, strict=True)))


def _capaian(selesai: int, semua: int, target: int) -> int:
    if selesai == ABSENT:
        return ABSENT
    realisasi = _half_up(Fraction(selesai, semua) * 100)
    return int(_half_up(realisasi / Fraction(target, 100) * 100) * 100)


def _half_up(value: Fraction) -> Fraction:
    """Rounds a number that is not negative to 2 places, as the rule says."""
    return Fraction((value * 100 + Fraction(1, 2)).__floor__(), 100)


def hundredths(value: object) -> int:
    """Gives what an engine has answered: a number of any type, or nothing."""
    if value is None or value != value:  # noqa: PLR0124 - not a number is none
        return ABSENT
    return round(Fraction(str(value)) * 100)


def wrong(found: array[int], right: array[int]) -> int:
    """Counts the answers that are not the right ones."""
    return sum(one != other for one, other in zip(found, right, strict=True))


def written(folder: Path, kind: str, of: Rows, right: array[int]) -> None:
    """Writes rows and right answers for other processes."""
    with (folder / kind).open("wb") as file:
        for column in (*of, right):
            column.tofile(file)


def read(folder: Path, kind: str) -> tuple[Rows, array[int]]:
    """Reads what `written` wrote."""
    data = array("q", (folder / kind).read_bytes())
    columns = list(_parts(data, len(data) // 4))
    return Rows(*columns[:3]), columns[3]


def _parts(data: array[int], size: int) -> Iterator[array[int]]:
    for start in range(0, len(data), size):
        yield data[start : start + size]

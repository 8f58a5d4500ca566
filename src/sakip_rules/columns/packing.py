"""Cells of a table -> arrays that are computed with: whole numbers and places, truths, numbers of CODEs.

What does not fit (a fraction without a decimal, a number far larger than all others) is set apart: its row is
computed by itself, and on columns holds the first number that is there, so that no bound widens.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, NamedTuple

import numpy as np

from sakip_rules.columns.absent import Words
from sakip_rules.columns.cells import AnyCells, Cells
from sakip_rules.columns.tape import CHUNK, Array
from sakip_rules.columns.whole import EXACT, FITTING
from sakip_rules.diagnostics import Diagnostic, Path, diagnose, quoted
from sakip_rules.languages import Pair
from sakip_rules.loader.scalars import Floats
from sakip_rules.plans import InputPlan
from sakip_rules.reader.arguments import input_reader
from sakip_rules.values import MISSING, Absent, Value

SHOWN_FAULTS: Final = 50
_MOST_PLACES: Final = 9
_UNIT_PLACES: Final = 19
"""The whole of a decimal with so many places is more units than 64 bits hold."""
_FEW: Final = 0.01
"""At most this part of a column is set apart because of its size or its places."""
_DECIMALS: Final = {"f8": 10**15, "f4": 10**6}
"""No two decimals of up to 15 digits are one float64, nor of 6 one float32: the one found was written."""
_SAMPLE: Final = 4096
_COMPARED: Final = frozenset({str, int, float, bool, type(None), Decimal, Fraction})
"""Nothing of a cell is called that a stranger may have written, as its `__eq__`."""


Mistake = tuple[str, Mapping[str, str | Pair]]
"""The key of a text, and the words that fill it."""


class Packed(NamedTuple):
    """A column as it is computed with: numbers in units of 10^-places, truths, or numbers of CODEs.

    `absent` has the byte of every absent value, none where all are there; `apart` are the rows whose value
    does not fit.
    """

    kind: Literal["number", "truth", "code"]
    values: Array
    absent: Array
    apart: Collection[int] = ()
    places: int = 0
    low: int = 0
    high: int = 0


class Faults:
    """The cells that are not of their input's type: the first ones told, and all of their rows."""

    def __init__(self) -> None:
        self.told: list[Diagnostic] = []
        self.codes: dict[int, str] = {}

    def add(self, name: str, mistakes: Mapping[int, Mistake], places: Array) -> None:
        """Notes mistakes by the cell that has them; a cell is called `name[row]`, counted from 0."""
        if not mistakes:
            return
        for row in np.flatnonzero(np.isin(places, list(mistakes))).tolist():
            key, texts = mistakes[int(places[row])]
            if len(self.told) < SHOWN_FAULTS:
                told = diagnose(key, None, **{"name": quoted(f"{name}[{row}]"), **texts})
                self.told.append(replace(told, argument=(row, name)))
            self.codes.setdefault(row, key.partition(".")[0])


class Packer:
    """Packs the columns of one table."""

    def __init__(self, words: Words, floats: Floats) -> None:
        self.words = words
        self.absents = words.absents
        self.floats = floats
        self.faults = Faults()

    def trial(self) -> Packer:
        """Gives a packer for the same table that has found no faults yet."""
        return Packer(self.words, self.floats)

    def pack(self, declared: InputPlan, cells: AnyCells) -> Packed:
        """Gives a column of single cells as it is computed with."""
        quickly = self._quickly(declared, cells) if isinstance(cells, Cells) else None
        return quickly or self.assembled(declared, *self.read(declared, cells.objects()))

    # arrays as they are

    def _quickly(self, declared: InputPlan, cells: Cells) -> Packed | None:
        """Packs an array of numbers or truths as it is; none where each cell must be looked at."""
        kind = cells.values.dtype.kind
        if cells.there is not None and declared.default is not None:
            return None
        if declared.type == "truth" and kind == "b":
            return Packed("truth", cells.values, self._missing(cells.there))
        if declared.type not in ("number", "count"):
            return None
        if kind in "iu":
            return self._integers(declared, cells)
        return self._decoded(declared, cells) if kind == "f" and self.floats == "shortest" else None

    def _integers(self, declared: InputPlan, cells: Cells) -> Packed | None:
        values = _filled(cells.values, cells.there)
        low, high = bounds = _bounds(values)
        if max(-low, high) >= FITTING:
            return None
        if declared.type == "count" and (low < 0 or _has_fractions(values, cells.places)):
            return None
        return _numbers(values, bounds, cells.places, self._missing(cells.there), set())

    def _decoded(self, declared: InputPlan, cells: Cells) -> Packed | None:
        """Finds the decimals that floats were written as; proved, for they give the same floats again."""
        there = ~np.isnan(cells.values)
        there = there if cells.there is None else there & cells.there
        values = _filled(cells.values, there)
        limit = _DECIMALS.get(values.dtype.str[1:])
        if limit is None or not np.isfinite(values).all():
            return None
        places, sample = 0, values[:: max(len(values) // _SAMPLE, 1)]
        if declared.type != "count":
            places = _common_places(lambda more: np.count_nonzero(~_proved(sample, more)[1]), len(sample))
        scaled, proved = _proved(values, places)
        fitting = proved & (np.abs(scaled) < limit)
        others = np.flatnonzero(~fitting)
        few = 0 if declared.type == "count" else _FEW
        if len(others) > few * len(values) or (declared.type == "count" and values.min(initial=0) < 0):
            return None
        whole = _filled(scaled, fitting).astype("i8")
        return _numbers(whole, _bounds(whole), places, self._missing(there), set(others.tolist()))

    def _missing(self, there: Array) -> Array:
        if there is None or there.all():
            return None
        return np.multiply(~there, self.absents.code(MISSING), dtype="u1")

    # cell by cell

    def read(self, declared: InputPlan, cells: list[object]) -> tuple[list[Value | None], Array]:
        """Reads each different cell once, as a program's data are read; gives which of them each row has."""
        different, places = _different(cells)
        mistakes: dict[int, Mistake] = {}
        values: list[Value | None] = []

        def report(key: str, _at: Path, /, **texts: str | Pair) -> None:
            mistakes.setdefault(len(values), (key, texts))

        reader = input_reader(report, self.floats)
        for cell in different:
            values.append(reader.input(cell, declared, (declared.name,)))  # noqa: PERF401 - their number is told
        self.faults.add(declared.name, mistakes, places)
        return values, places

    def values(self, declared: InputPlan, cells: list[object]) -> list[Value | None]:
        """Reads cells that hold no mistake."""
        reader = input_reader(_unreachable, self.floats)
        return [reader.input(cell, declared, (declared.name,)) for cell in cells]

    def assembled(
        self, declared: InputPlan, values: Sequence[Value | None], places: Array = slice(None)
    ) -> Packed:
        """Packs different values, of which each row has the one at its place."""
        values = [declared.default if value is None else value for value in values]
        kind: Literal["number", "truth", "code"] = "truth" if declared.type == "truth" else "code"
        decimals = 0
        if declared.type in ("number", "count"):
            kind, numbers = "number", [one for one in values if isinstance(one, Fraction)]
            decimals = _common_places(
                lambda places: sum(1 for one in numbers if 10**places % one.denominator), len(numbers)
            )
        entries = np.zeros(len(values), {"truth": "?", "code": "i2", "number": "i8"}[kind])
        absent = np.zeros(len(values), "u1")
        odd = np.zeros(len(values), bool)
        for number, value in enumerate(values):
            if value is None or isinstance(value, Absent):
                held, entry = absent, self.absents.coded(value or MISSING)
            else:
                held, entry = entries, self._entry(value, decimals)
            odd[number] = entry is None
            held[number] = entry or 0
        entries = _filled(entries, (absent == 0) & ~odd)[places]
        absents = absent[places] if absent.any() else None
        apart = set(np.flatnonzero(odd[places]).tolist())
        if kind == "number":
            return _numbers(entries, _bounds(entries), decimals, absents, apart)
        return Packed(kind, entries, absents, apart)

    def _entry(self, value: Value, decimals: int) -> int | None:
        """The number that stands for a value; none for what is set apart."""
        if isinstance(value, str):
            return self.words.code(value)
        if isinstance(value, Fraction):
            scaled = value * 10**decimals
            return int(scaled) if scaled.denominator == 1 and abs(scaled) < FITTING else None
        assert isinstance(value, bool)  # noqa: S101 - there is nothing else in a cell
        return value


def _different(cells: list[object]) -> tuple[list[object], Array]:
    """The different cells, and which of them each row has; of a stranger's type, each is different."""
    numbers: dict[object, int] = {}
    different: list[object] = []
    places = np.empty(len(cells), "i8")
    for row, cell in enumerate(cells):
        number = len(different)
        if type(cell) in _COMPARED or isinstance(cell, np.generic):
            with contextlib.suppress(TypeError):  # a signalling NaN has no hash
                number = numbers.setdefault((type(cell), cell), number)
        if number == len(different):
            different.append(cell)
        places[row] = number
    return different, places


def _numbers(values: Array, bounds: tuple[int, int], places: int, absent: Array, apart: set[int]) -> Packed:
    """Numbers within their bounds; the few that are no exact floats are set apart, if the others are."""
    low, high = bounds
    if max(-low, high) >= EXACT:
        large = (values >= EXACT) | (values <= -EXACT)
        if np.count_nonzero(large) <= _FEW * len(values):
            values, apart = _filled(values, ~large), apart | set(np.flatnonzero(large).tolist())
            low, high = _bounds(values)
    return Packed("number", values, absent, apart, places, low, high)


def _has_fractions(values: Array, places: int) -> bool:
    """Whether numbers in units of 10^-places are not all whole; of so many places the unit has no 64 bits."""
    return bool(places and (values % 10**places if places < _UNIT_PLACES else values).any())


def _filled(values: Array, there: Array) -> Array:
    """The array with the first value that is there in place of those that are not."""
    if there is None or there.all():
        return values
    return np.where(there, values, values[np.argmax(there)] if there.any() else np.zeros(1, values.dtype)[0])


def _proved(values: Array, places: int) -> tuple[Array, Array]:
    """The units that floats have, and for which of them these units are the very same float again."""
    with np.errstate(over="ignore"):
        scaled = np.rint(values.astype("f8", copy=False) * 10.0**places)
        return scaled, (scaled / 10.0**places).astype(values.dtype) == values


def _common_places(longer: Callable[[int], Array], count: int) -> int:
    """How many decimals nearly all of some numbers have; `longer` says how many have more."""
    places = (places for places in range(_MOST_PLACES) if longer(places) <= _FEW * count)
    return next(places, _MOST_PLACES)


def _bounds(values: Array) -> tuple[int, int]:
    """The smallest and the largest number; by chunks, so that each is fetched from memory once for both."""
    parts = [values[start : start + CHUNK] for start in range(0, len(values), CHUNK)]
    ends = [(int(part.min()), int(part.max())) for part in parts]
    return min((low for low, _ in ends), default=0), max((high for _, high in ends), default=0)


def _unreachable(key: str, at: Array, /, **texts: str | Pair) -> None:
    raise AssertionError((key, at, texts))

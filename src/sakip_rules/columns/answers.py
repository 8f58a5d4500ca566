"""What a rule gives for every row of a table: arrays of small numbers, and what those numbers stand for."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, Self

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from sakip_rules.columns.absent import Words
from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.tape import Array
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN, RuleResult, record_diagnostics
from sakip_rules.values import Absent, Category, not_computable

REFUSED: Final = "bad-value"
"""The reason of a row whose data are not what the rule asks for, where such rows are kept."""

DIGITS: Final = 38
"""Of a decimal of Arrow in 128 bits: what pandas, Polars and DuckDB have in common."""

_LONG: Final = 1 << 63
_BYTES: Final = 256
_NUMBERS: Final = ("units", "above", "below")


class RecordAnswer(NamedTuple):
    """What the rule gives for one record that is computed by itself."""

    value: Decimal | None
    exact: Fraction | None
    """`None` also where the number is approximate."""

    absent: Absent | None
    category: str | None
    codes: Collection[str]

    @classmethod
    def of(cls, result: RuleResult) -> Self:
        """Gives what the reference found."""
        figure, text = result.result, result.result.text
        category = None if figure.category is None else figure.category.label
        codes = {one.code for one in record_diagnostics([result])}
        value = None if text is None else Decimal(text)
        return cls(value, figure.fraction, figure.absent, category, codes)


class Worded:
    """A column of words: for each row its number in a list, of which the usual word is the first."""

    def __init__(self, usual: str | None, rows: int) -> None:
        self.words: dict[str | None, int] = {usual: 0}
        self.numbers = np.zeros(rows, "u1")

    def number(self, word: str | None) -> int:
        """Gives the number of a word."""
        number = self.words.setdefault(word, len(self.words))
        if number == _BYTES:
            self.numbers = self.numbers.astype("i4")
        return number

    def put(self, words: Sequence[str | None], places: Array, rows: Array = None) -> None:
        """Puts into some rows, none: into all, the words at some places of a list."""
        numbers = [self.number(word) for word in words] or [0]
        kind, first = self.numbers.dtype.type, numbers[0]
        # The usual case is the quickest: these are new words, in the order of their places.
        in_order = numbers == list(range(first, first + len(numbers)))
        made = places + kind(first) if in_order else np.array(numbers, kind)[places]
        if rows is None:
            self.numbers = made
        else:
            self.numbers[rows] = made

    def texts(self) -> list[str | None]:
        """Gives the words row by row."""
        texts: list[str | None] = np.array(list(self.words), object)[self.numbers].tolist()
        return texts

    def dictionary(self) -> pa.Array:
        """Gives the words as a dictionary, which every library has; no word is not there."""
        words = [word for word in self.words if word is not None]
        kind = "i1" if len(words) < _BYTES // 2 else "i4"
        numbers = self.numbers.astype(kind) - (len(self.words) - len(words))
        gone = numbers < 0
        indices = pa.array(numbers, mask=gone if gone.any() else None)
        return pa.DictionaryArray.from_arrays(indices, pa.array(words, pa.string()))


class Large(NamedTuple):
    """What does not fit into 64 bits: a value in units of its last place, an exact number."""

    units: int
    exact: Fraction | None

    def is_rounded(self, places: int) -> bool:
        """Says whether the exact number, if it is known, is not the value."""
        return self.exact not in (None, Fraction(self.units, 10**places))


class RowAnswers:
    """The answers, row by row.

    `numbers` are `units` of 10^-places, the value, and `above` and `below`, the exact number: zero where that
    is approximate. What does not fit into 64 bits stands in `large`.
    """

    def __init__(self, plan: RulePlan, words: Words, rows: int, *, exact: bool) -> None:
        places = (plan.result.rounding or SHOWN).places
        self.known = words
        self.rows = rows
        self.exact = exact
        self.places = max(places, 0)
        self._tens = 10 ** max(-places, 0)
        self.numbers: dict[str, Array] = {}
        self.large: dict[int, Large] = {}
        self.words = {
            "category": Worded(None, rows),
            "status": Worded("ok", rows),
            "reason": Worded(None, rows),
            "diagnostics": Worded(None, rows),
        }
        self.declined: str | None = None
        """Why rows that columns might have settled were computed by themselves."""

    # from columns

    def take(self, arrays: Mapping[str, Array], bands: Ladder | None) -> None:
        """Takes what columns gave for all rows."""
        nothing = np.zeros(0, "u1")
        self.numbers = {name: arrays[name] for name in _NUMBERS if name in arrays}
        self.numbers["units"] *= self._tens
        absent, told = (arrays.get(name, nothing) for name in ("absent", "told"))
        if bands is not None:
            self.words["category"].put([_label_of(one) for one in bands.answers], arrays["rung"])
        known, rows = self.known.absents.known(), np.flatnonzero(absent)
        codes, places = np.unique(absent[rows], return_inverse=True)
        absents = [known[code] for code in codes.tolist()]
        self.words["status"].put([one.status for one in absents], places, rows)
        self.words["reason"].put([one.json_reason for one in absents], places, rows)
        if bands is not None:
            self.words["category"].put([_label_of(bands.of_absent(one)) for one in absents], places, rows)
        rows, of = np.flatnonzero(told), self.known.told
        sets, places = np.unique(told[rows], return_inverse=True)
        codes_of = [[code for at, code in enumerate(of) if bits >> at & 1] for bits in sets.tolist()]
        self.words["diagnostics"].put([_joined(each) for each in codes_of], places, rows)

    # from records

    def put(self, row: int, record: RecordAnswer) -> None:
        """Takes what a record gave for one row."""
        # Not by arithmetic of Decimal: that rounds to the places of a context which is the caller's.
        units = 0 if record.value is None else int(Fraction(record.value) * 10**self.places)
        above, below = (0, 0) if record.exact is None else record.exact.as_integer_ratio()
        self.large.pop(row, None)
        if max(abs(units), abs(above), below) >= _LONG:
            self.large[row] = Large(units, record.exact)
            units, above, below = 0, 0, 0
        numbers = {"units": units, "above": above, "below": below} if self.exact else {"units": units}
        for name, number in numbers.items():
            self.numbers[name] = self._whole(name).astype("i8", copy=False)
            self.numbers[name][row] = number
        absent = record.absent
        state = ("ok", None) if absent is None else (absent.status, absent.json_reason)
        said = (record.category, *state, _joined(record.codes))
        for column, word in zip(self.words.values(), said, strict=True):
            number = column.number(word)
            column.numbers[row] = number

    def refuse(self, row: int, code: str) -> None:
        """Marks a row whose data are not what the rule asks for."""
        self.put(row, RecordAnswer(None, None, not_computable(REFUSED), None, {code}))

    # as they are read

    def _whole(self, name: str) -> Array:
        """The numbers of a name; zeros where columns gave none."""
        if name not in self.numbers:
            self.numbers[name] = np.zeros(self.rows, "i8")
        return self.numbers[name]

    def is_there(self) -> Array:
        """Gives which rows have a value."""
        return self.words["status"].numbers == 0

    def unfit(self) -> list[int]:
        """Gives the rows whose value has more digits than a decimal of Arrow."""
        return [row for row, large in self.large.items() if abs(large.units) >= 10**DIGITS]

    def lists(self) -> dict[str, list[Any]]:
        """Gives the columns that a table gets as lists: decimals and texts, `None` where nothing is."""
        pairs = zip(self._whole("units").tolist(), self.is_there().tolist(), strict=True)
        values = [Decimal(f"{units}E-{self.places}") if there else None for units, there in pairs]
        for row, large in self.large.items():
            values[row] = Decimal(f"{large.units}E-{self.places}")
        made = {name: column.texts() for name, column in self.words.items()}
        return {"value": values, **({"exact": self._exact().to_pylist()} if self.exact else {}), **made}

    def arrays(self) -> dict[str, pa.Array]:
        """Gives the same columns in Arrow: decimals without loss, texts, and words as dictionaries."""
        made = {name: column.dictionary() for name, column in self.words.items()}
        return {"value": self._decimals(), **({"exact": self._exact()} if self.exact else {}), **made}

    def _decimals(self) -> pa.Array:
        halves = np.empty((self.rows, 2), "<i8")
        halves[:, 0] = self._whole("units")
        halves[:, 1] = halves[:, 0] >> 63
        for row, large in self.large.items():
            halves[row] = np.frombuffer(large.units.to_bytes(16, "little", signed=True), "<i8")
        there = self.is_there()
        valid = None if there.all() else pa.py_buffer(np.packbits(there, bitorder="little"))
        kind = pa.decimal128(DIGITS, self.places)
        return pa.Array.from_buffers(kind, self.rows, [valid, pa.py_buffer(halves)])

    def _exact(self) -> pa.Array:
        """The exact number as `n/d` or `n`, in rows whose value is not it."""
        above, below = self._whole("above"), np.maximum(self._whole("below"), 1)
        shared = np.gcd(above, below)
        above, below = above // shared, below // shared
        # What has at most the places of the value was not changed by rounding to them, but to tens.
        rounded = 10**self.places % below != 0
        if self._tens > 1:
            rounded |= above != self._whole("units")
        rows = np.flatnonzero(rounded & (self._whole("below") > 0) & self.is_there())
        whole, part = (pa.array(numbers[rows]).cast(pa.string()) for numbers in (above, below))
        ratios = pc.binary_join_element_wise(whole, part, "/")
        places = np.full(self.rows, -1)
        places[rows] = np.arange(len(rows))
        texts = pc.if_else(pc.equal(part, "1"), whole, ratios).take(pa.array(places, mask=places < 0))
        longer = {row: large.exact for row, large in self.large.items() if large.is_rounded(self.places)}
        if longer:  # it is rare that Python writes them all
            listed = texts.to_pylist()
            for row, exact in longer.items():
                listed[row] = str(exact)
            texts = pa.array(listed, pa.string())
        return texts


def _label_of(category: Category | Absent | None) -> str | None:
    return category.label if isinstance(category, Category) else None


def _joined(codes: Collection[str]) -> str | None:
    return " ".join(sorted(codes)) or None

"""What a rule gives for every row of a table: arrays of small numbers, and what those numbers stand for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple, Self

import numpy as np

from sakip_rules.columns.ladder import Ladder
from sakip_rules.columns.noted import Noted
from sakip_rules.columns.tape import Array
from sakip_rules.columns.telling import Words
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.plans import RulePlan
from sakip_rules.results import SHOWN, RuleResult, record_diagnostics
from sakip_rules.values import Absent, Category, not_computable

REFUSED: Final = "bad-value"
"""The reason of a row whose data are not what the rule asks for, where such rows are kept."""

_FITS: Final = 1 << 31
_LONG: Final = 1 << 63
_KINDS: Final = {"absent": "u1", "rung": "u1", "told": "u2", "doubt": "?"}


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


@dataclass(frozen=True, slots=True)
class Worded:
    """A column of words: for each row its number in a list that begins with nothing."""

    numbers: Array
    words: list[str | None]

    def texts(self) -> list[str | None]:
        """Gives the words row by row."""
        texts: list[str | None] = np.array(self.words, object)[self.numbers].tolist()
        return texts


class RowAnswers:
    """The answers, row by row.

    `columns` holds `units` of 10^-places, `above` and `below` (the exact number, if asked for), `absent`,
    `category` and `told`; a column that is not there is zero in all rows. What does not fit into 64
    bits stands in `larger` and `fractions`.
    """

    def __init__(self, plan: RulePlan, words: Words, rows: int, *, exact: bool) -> None:
        places = (plan.result.rounding or SHOWN).places
        self.words = words
        self.rows = rows
        self.exact = exact
        self.places = max(places, 0)
        self._tens = 10 ** max(-places, 0)
        self._bands = None if plan.result.scale is None else Ladder.of(plan.result.scale)
        self.labels: list[str | None] = [None]
        self.columns: dict[str, Array] = {}
        self.larger: dict[int, Decimal] = {}
        self.fractions: dict[int, Fraction] = {}
        self.others: dict[int, Absent] = {}
        """Absent values that have no byte, by their rows."""
        self.declined: str | None = None
        """Why rows that columns might have settled were computed by themselves."""

    # from columns

    def made(self, noted: Noted, count: int) -> dict[str, tuple[int, Array]]:
        """Gives the registers that are wanted, and an array for each."""
        largest = noted.units.largest * self._tens
        if largest >= _LONG:
            raise NoColumnError("too-large")
        units = "i4" if largest < _FITS else "i8"
        filled = {"units": (noted.units.register, np.empty(count, units))}
        if self.exact:
            filled["above"] = noted.above.register, np.empty(count, "i8")
            filled["below"] = noted.below.register, np.empty(count, "i8")
        for name, kind in _KINDS.items():
            register = getattr(noted, name)
            if register is not None:
                filled[name] = register, np.empty(count, kind)
        return filled

    def take(self, filled: Mapping[str, Array], rows: Array) -> None:
        """Takes the arrays of some rows."""
        columns = dict(filled)
        if self._tens > 1:
            columns["units"] *= self._tens
        rung, absent = columns.pop("rung", None), columns.get("absent")
        if self._bands is not None:
            columns["category"] = self._categories(self._bands, rung, absent)
        for name in {*columns, *self.columns}:
            self._put(name, columns.get(name, 0), rows)

    def _put(self, name: str, values: Array, rows: Array) -> None:
        if rows is None:
            self.columns[name] = values
        else:
            kind = values.dtype.str if isinstance(values, np.ndarray) else "u1"
            self.column(name, kind)[rows] = values

    def column(self, name: str, kind: str = "u1") -> Array:
        """Gives the column of a name, able to hold a kind of numbers; of a new name, zeros."""
        known = self.columns.get(name)
        if known is None:
            column = np.zeros(self.rows, kind)
        else:
            column = known.astype(np.promote_types(known.dtype, kind), copy=False)
        self.columns[name] = column
        return column

    def _categories(self, bands: Ladder, rung: Array, absent: Array) -> Array:
        of_rung = np.array([self._label(_label_of(answer)) for answer in bands.answers], "u2")
        # The usual case, ten times as fast as to look them up: labels stand in the order of the rungs.
        of_row = rung + np.uint8(1) if of_rung.tolist() == list(range(1, len(of_rung) + 1)) else of_rung[rung]
        if absent is None:
            return of_row
        of_absent = np.zeros(256, "u2")
        for code, found in self.words.absents.known().items():
            of_absent[code] = self._label(_label_of(bands.of_absent(found)))
        return np.where(absent == 0, of_row, of_absent[absent])

    def _label(self, label: str | None) -> int:
        if label not in self.labels:
            self.labels.append(label)
        return self.labels.index(label)

    def in_doubt(self) -> list[int]:
        """Gives the rows that columns could not settle."""
        doubt = self.columns.pop("doubt", None)
        rows: list[int] = [] if doubt is None else np.flatnonzero(doubt).tolist()
        return rows

    # from records

    def put(self, row: int, record: RecordAnswer) -> None:
        """Takes what a record gave for one row."""
        self._put_number(row, record.value)
        if self.exact:
            self._put_exact(row, record.exact)
        self._put_codes(row, self._byte(row, record.absent), self._label(record.category), record.codes)

    def refuse(self, row: int, code: str) -> None:
        """Marks a row whose data are not what the rule asks for."""
        self._put_number(row, None)
        self._put_codes(row, self._byte(row, not_computable(REFUSED)), 0, {code})

    def _byte(self, row: int, absent: Absent | None) -> int:
        """The byte of an absent value; where it has none, that of another one with its word."""
        self.others.pop(row, None)
        if absent is None:
            return 0
        byte = self.words.absents.coded(absent)
        if byte is None:
            self.others[row] = absent
            return next(code for code, one in self.words.absents.known().items() if one.word == absent.word)
        return byte

    def _put_codes(self, row: int, absent: int, category: int, codes: Collection[str]) -> None:
        told = sum(1 << self._place(code) for code in codes)
        for name, number, kind in (
            ("absent", absent, "u1"),
            ("category", category, "u2"),
            ("told", told, "u4"),
        ):
            if number or name in self.columns:
                self.column(name, kind)[row] = number

    def _place(self, code: str) -> int:
        if code not in self.words.told:
            self.words.told.append(code)
        return self.words.told.index(code)

    def _put_number(self, row: int, number: Decimal | None) -> None:
        # Not by arithmetic of Decimal: that rounds to the places of a context which is the caller's.
        units = Fraction(0 if number is None else number) * 10**self.places
        self.larger.pop(row, None)
        if number is not None and (units.denominator != 1 or abs(units) >= _LONG):
            self.larger[row] = number
            units = Fraction(0)
        self.column("units", "i4" if abs(units) < _FITS else "i8")[row] = int(units)

    def _put_exact(self, row: int, exact: Fraction | None) -> None:
        self.fractions.pop(row, None)
        above, below = (0, 0) if exact is None else exact.as_integer_ratio()
        if exact is not None and max(abs(above), below) >= _LONG:
            self.fractions[row] = exact
            above, below = 0, 0
        self.column("above", "i8")[row] = above
        self.column("below", "i8")[row] = below

    # as they are read

    def is_there(self) -> Array:
        """Gives which rows have a value."""
        absent = self.columns.get("absent")
        return np.ones(self.rows, bool) if absent is None else absent == 0

    def values(self) -> list[Decimal | None]:
        """Gives the values, rounded as the rule says or to two places for showing; `None` where absent."""
        units = self.column("units").tolist()
        values: list[Decimal | None] = [Decimal(f"{whole}E-{self.places}") for whole in units]
        for row in np.flatnonzero(~self.is_there()).tolist():
            values[row] = None
        for row, number in self.larger.items():
            values[row] = number
        return values

    def texts(self) -> dict[str, list[str | None]]:
        """Gives all that there is of every row as texts, by the names of the columns that are made."""
        made = {"value": [None if value is None else format(value, "f") for value in self.values()]}
        if self.exact:
            made["exact"] = self.exact_texts()
        return made | {name: column.texts() for name, column in self.worded().items()}

    def fraction(self, row: int) -> Fraction | None:
        """Gives the exact number of a row that has a value; nothing where that is approximate."""
        above, below = int(self.column("above")[row]), int(self.column("below")[row])
        return Fraction(above, below) if below else self.fractions.get(row)

    def exact_pairs(self) -> tuple[Array, Array, Array]:
        """Gives the rows whose value is not the exact number, and its numerator and denominator there."""
        above, below = self.column("above"), np.maximum(self.column("below"), 1)
        shared = np.gcd(above, below)
        above, below = above // shared, below // shared
        # What has at most the places of the value was not changed by rounding to them.
        rounded = 10**self.places % below != 0
        if self._tens > 1:
            rounded |= above != self.column("units")
        rows = np.flatnonzero(rounded & self.is_there())
        return rows, above[rows], below[rows]

    def exact_texts(self) -> list[str | None]:
        """Gives the exact number as `n/d` or `n`, in rows whose value is not it; else `None`."""
        texts: list[str | None] = [None] * self.rows
        for row, above, below in zip(*(part.tolist() for part in self.exact_pairs()), strict=True):
            texts[row] = _ratio_text(above, below)
        for row, number in self.fractions.items():
            if row in self.larger and Fraction(self.larger[row]) == number:
                continue  # however long, it is the value
            texts[row] = _ratio_text(number.numerator, number.denominator)
        return texts

    def worded(self) -> dict[str, Worded]:
        """Gives category, status, reason, and the codes of warnings and failed checks with blanks between."""
        return {
            "category": self._category(),
            "status": self._of_absent(lambda absent: absent.status, "ok"),
            "reason": self._of_absent(lambda absent: absent.json_reason, None),
            "diagnostics": self._diagnostics(),
        }

    def _category(self) -> Worded:
        return (
            Worded(self.columns["category"], self.labels)
            if "category" in self.columns
            else self._alike(0, [None])
        )

    def _of_absent(self, word: Callable[[Absent], str | None], otherwise: str | None) -> Worded:
        words = [None, *([] if otherwise is None else [otherwise])]
        if "absent" not in self.columns:
            return self._alike(len(words) - 1, words)
        numbers = np.full(256, len(words) - 1, "u1")
        for code, absent in self.words.absents.known().items():
            text = word(absent)
            if text not in words:
                words.append(text)
            numbers[code] = words.index(text)
        column = numbers[self.column("absent")]
        if self.others:
            column = column.astype("u4")
            for row, absent in self.others.items():
                text = word(absent)
                if text not in words:
                    words.append(text)
                column[row] = words.index(text)
        return Worded(column, words)

    def _alike(self, number: int, words: list[str | None]) -> Worded:
        """The same word in all rows."""
        return Worded(np.broadcast_to(np.uint8(number), self.rows), words)

    def _diagnostics(self) -> Worded:
        if "told" not in self.columns:
            return self._alike(0, [None])
        different, numbers = np.unique(self.column("told"), return_inverse=True)
        texts = [" ".join(sorted(self._codes(int(bits)))) for bits in different if bits]
        # Nothing told is the smallest: where it occurs, it is the number 0 already.
        return Worded(numbers + (0 if 0 in different else 1), [None, *texts])

    def _codes(self, bits: int) -> list[str]:
        return [code for place, code in enumerate(self.words.told) if bits >> place & 1]


def _label_of(category: Category | Absent | None) -> str | None:
    return category.label if isinstance(category, Category) else None


def _ratio_text(above: int, below: int) -> str:
    return f"{above}/{below}" if below > 1 else str(above)

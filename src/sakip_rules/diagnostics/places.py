"""Where a diagnostic points: at a key or a value of a text file, or at a cell of a sheet."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

from sakip_rules.dataclass import dataclass, field

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a document: the keys, and the places in lists, that lead to it."""

_PLAIN_SHEET: Final = re.compile(r"[^\W\d]\w*")
_LETTERS: Final = 26


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one line of a text file, or with `sheet` a cell of that sheet; counted from 1.

    Of a cell `line` and `column` are row and column, and `source` is its text. Data that a program gives
    stand on no line: `line` is 0, `number` says which value it is in the order of reading.
    """

    file: str
    line: int = 1
    column: int = 1
    width: int = 1
    source: str = field(default="", compare=False)
    sheet: str = ""
    path: Path = field(default=(), compare=False)
    """The keys and places in lists that lead there, where they are known."""

    number: int = 0

    @property
    def pointer(self) -> str:
        """The path as a JSON pointer (RFC 6901), as `/kelas/6/penduduk`; empty for the whole."""
        return pointer_of(self.path)

    @property
    def cell(self) -> str:
        """The name of the cell in its sheet, as `AB12`; empty in a text file."""
        return f"{column_letters(self.column)}{self.line}" if self.sheet else ""

    @property
    def within(self) -> str:
        """Where in its file: `3:14` for line and column, `Capaian!B12` for a cell, `/kelas/6` in data.

        Empty where a file as a whole is meant.
        """
        if self.number:
            return self.pointer or "/"
        if not self.sheet:
            return f"{self.line}:{self.column}" if self.line else ""
        plain = _PLAIN_SHEET.fullmatch(self.sheet)
        sheet = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.cell}"

    @property
    def order(self) -> tuple[str, str, int, int]:
        """What places are sorted by: files, and in each the order of reading."""
        return self.file, self.sheet, self.number or self.line, self.column


def whole(file: str) -> Place:
    """Gives the place of what is said of a file or folder as a whole, such as that it is not there."""
    return Place(file, 0, 0)


def pointer_of(path: Path) -> str:
    """Gives a path as a JSON pointer (RFC 6901)."""
    return "".join(f"/{str(part).replace('~', '~0').replace('/', '~1')}" for part in path)


def column_letters(column: int) -> str:
    """Gives the letters that a sheet shows above a column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, last = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + last) + letters
    return letters


_ABOUT_KEYS: Final = frozenset(
    {
        "unknown-key",
        *(f"unknown-name.{variant}" for variant in ("input", "example-figure", "example-step", "path")),
        *(
            f"bad-value.{variant}"
            for variant in (
                *("empty", "from-outside-level", "each-alone", "with-only-rule", "not-for-rows", "step-ways"),
                *("otherwise-alone", "otherwise-last", "choices-only-choice", "codes-only-number"),
                *("two-ends", "outside-alone", "rows-differ", "absent-keys", "range-keys"),
            )
        ),
    }
)


def about_key(key: str) -> bool:
    """Says whether a diagnostic points at the last key of its path; else it points at the value there.

    Asked wherever a mistake is found without a file at hand. A key that is missing is missing below the last
    key that is there.
    """
    return key in _ABOUT_KEYS or key.startswith(("missing-key.", "unknown-key."))

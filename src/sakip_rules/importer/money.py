"""Budgets that a table states in thousands, millions or more of rupiah: a report has them in full."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from sakip_rules.importer.figures import FigureReading
from sakip_rules.importer.headings import MONEY, Heading
from sakip_rules.numbers import read_plain, shortest_text
from sakip_rules.sheets import SheetRow

_ZEROS: Final[dict[str, int]] = {
    **dict.fromkeys(("ribu", "rb"), 3),
    **dict.fromkeys(("juta", "jt"), 6),
    **dict.fromkeys(("miliar", "milyar"), 9),
    **dict.fromkeys(("triliun", "trilyun"), 12),
}
_WORD: Final = rf"({'|'.join(_ZEROS)})(?:an)?\b"
_STATED: Final = re.compile(
    rf"(?:\bdalam|\brp\b\.?|\brupiah|\()\s*{_WORD}|\b{_WORD}\s*(?:rp\b|rupiah\b)", re.IGNORECASE
)
"""`(juta Rp)`, `dalam ribuan rupiah`; `5 juta orang` says nothing of money."""

_SIGN: Final = re.compile(r"\*+|[¹²³⁴⁵⁶⁷⁸⁹†‡]|\d\)")
"""The sign with which a footnote begins; headings may have a bracket behind it, or none."""


def stated(text: str) -> tuple[str, int] | None:
    """Gives the word in which a text says that money is counted, and how many zeros it stands for."""
    match = _STATED.search(text)
    if match is None:
        return None
    word = (match[1] or match[2]).lower()
    return word, _ZEROS[word]


class Footnote(NamedTuple):
    """What a line below a table says of money: its sign, as headings have it, or none."""

    line: int
    mark: str
    said: tuple[str, int]


def footnotes(rows: Sequence[SheetRow]) -> list[Footnote]:
    """Gives the lines at the end of a table that say in what money is counted: `*) dalam ribuan rupiah`."""
    found = []
    for row in reversed(rows):
        if len(row.cells) > 1:
            break
        text = "".join(row.text(at) for at in row.cells)
        said = stated(text)
        mark = _SIGN.match(text)
        if said is not None:
            found.append(Footnote(row.line, mark[0] if mark is not None else "", said))
    return found


def budgets(
    columns: Mapping[int, Heading], above: Iterable[str], below: Sequence[Footnote] = ()
) -> dict[int, tuple[str, int]]:
    """Gives what is stated of columns of money: in their headings, else above or below the table."""
    around = [*filter(None, map(stated, above)), *(foot.said for foot in below if not foot.mark)]
    found = {
        column: stated(heading.text) or _by_mark(heading.text, below) or next(iter(around), None)
        for column, heading in columns.items()
        if heading.what in MONEY
    }
    return {column: said for column, said in found.items() if said is not None}


def _by_mark(text: str, below: Sequence[Footnote]) -> tuple[str, int] | None:
    """What the footnote of a heading says: that of the longest sign, for `**` holds `*`."""
    marked = [foot for foot in below if foot.mark and foot.mark in text]
    return max(marked, key=lambda foot: len(foot.mark)).said if marked else None


def in_full(reading: FigureReading, zeros: int) -> FigureReading:
    """Gives a figure with the zeros that it lacks."""
    if not zeros or reading.kind != "number":
        return reading
    text, stored = _longer(reading.text, zeros), _longer(reading.stored, zeros)
    return dataclasses.replace(reading, text=text, stored=stored)


def _longer(text: str, zeros: int) -> str:
    number = read_plain(text)
    return text if number is None else shortest_text(number * 10**zeros) or text

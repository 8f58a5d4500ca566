"""Budgets that a table states in thousands, millions or more of rupiah: a report has them in full."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from typing import Final

from sakip_rules.importer.figures import FigureReading
from sakip_rules.importer.headings import Heading
from sakip_rules.numbers import read_plain, shortest_text

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


def stated(text: str) -> tuple[str, int] | None:
    """Gives the word in which a text says that money is counted, and how many zeros it stands for."""
    match = _STATED.search(text)
    if match is None:
        return None
    word = (match[1] or match[2]).lower()
    return word, _ZEROS[word]


def budgets(columns: Mapping[int, Heading], above: Iterable[str]) -> dict[int, tuple[str, int]]:
    """Gives what is stated of columns of money: in their headings, else in a line above the table."""
    around = next(filter(None, map(stated, above)), None)
    found = {
        column: stated(heading.text) or around
        for column, heading in columns.items()
        if heading.what in ("pagu", "realisasi_anggaran")
    }
    return {column: said for column, said in found.items() if said is not None}


def in_full(reading: FigureReading, zeros: int) -> FigureReading:
    """Gives a figure with the zeros that it lacks."""
    if not zeros or reading.kind != "number":
        return reading
    text, stored = _longer(reading.text, zeros), _longer(reading.stored, zeros)
    return dataclasses.replace(reading, text=text, stored=stored)


def _longer(text: str, zeros: int) -> str:
    number = read_plain(text)
    return text if number is None else shortest_text(number * 10**zeros) or text

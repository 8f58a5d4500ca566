"""Whether a rule is computed column by column, and if it is not, why: in words.

Bounds of the data decide, too. So it is said for usual ones: numbers up to a million with two decimals, two
rows in each collection.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import numpy as np

from sakip_rules.columns.cells import Cells
from sakip_rules.columns.table import TableRun, note_rule
from sakip_rules.columns.whole import NoColumnError
from sakip_rules.languages import Pair
from sakip_rules.plans import InputPlan, RulePlan
from sakip_rules.wording.terms import LEFT_WORDS

BY_COLUMNS: Final[Pair] = (
    "Tabel data (`evaluate_table`) dihitung per kolom.",
    "Tables of data (`evaluate_table`) are computed column by column.",
)
BY_ROWS: Final[Pair] = (
    "Tabel data (`evaluate_table`) dihitung baris demi baris: {reason}",
    "Tables of data (`evaluate_table`) are computed row by row: {reason}",
)
ABSENT_BY_ROWS: Final[Pair] = (
    " Baris yang memuat nilai yang tidak ada dihitung satu per satu: {reason}",
    " Rows that hold an absent value are computed one by one: {reason}",
)

REASONS: Final[dict[str, Pair]] = {
    **LEFT_WORDS,
    "call": ("sebuah kasus memanggil aturan lain.", "one of its cases calls another rule."),
    "curve": (
        "sebuah tabel diinterpolasi di antara titik-titiknya.",
        "a table is interpolated between its points.",
    ),
    "table": (
        "sebuah tabel mempunyai terlalu banyak sel, atau kunci yang bukan CODE.",
        "a table has too many cells, or a key that is no CODE.",
    ),
    "cancelled": (
        "selisih yang dibulatkannya dapat jauh lebih kecil daripada suku-sukunya.",
        "a difference that it rounds may be far smaller than its terms.",
    ),
    "too-large": (
        "dengan bilangan sampai sejuta pun, yang dihitung di tengahnya terlalu panjang.",
        "even with numbers up to a million, what it computes on the way is too long.",
    ),
    "many": (
        "terlalu banyak macam peringatan, nilai yang tidak ada, atau rentang skala.",
        "too many kinds of warnings or absent values, or bands of a scale.",
    ),
}
"""Why a rule, or data, cannot be stated on columns."""

_LOWEST, _SHORTEST, _HIGHEST = Fraction(0), Fraction(1, 100), Fraction(10**6)
"""The numbers of usual data, and their places."""


def table_speed_of(plan: RulePlan) -> Pair:
    """Says how a rule is computed on a table."""
    there, with_absent = _declined(plan, absent=False), _declined(plan, absent=True)
    if there is not None:
        return _worded(BY_ROWS, there)
    if with_absent is None:
        return BY_COLUMNS
    indonesian, english = _worded(ABSENT_BY_ROWS, with_absent)
    return BY_COLUMNS[0] + indonesian, BY_COLUMNS[1] + english


def _worded(said: Pair, reason: str) -> Pair:
    indonesian, english = REASONS[reason]
    return said[0].format(reason=indonesian), said[1].format(reason=english)


def _declined(plan: RulePlan, *, absent: bool) -> str | None:
    """Why usual data, all there or not, cannot be stated on columns; none if they can."""
    samples = (_LOWEST, _SHORTEST, _HIGHEST, None) if absent else (_LOWEST, _SHORTEST, _HIGHEST)
    cells = {}
    for name, declared in plan.record.inputs.items():
        column = np.empty(len(samples), object)
        column[:] = [_usual(declared, sample) for sample in samples]
        cells[name] = Cells(column)
    run = TableRun(plan, cells, len(samples), None)
    try:
        note_rule(plan, run.words, run.tape, run.inputs, exact=True)
    except NoColumnError as error:
        return error.why
    return None


def _usual(declared: InputPlan, number: Fraction | None) -> object:
    """One cell of an input as a program gives it; `None`: nothing is there."""
    if declared.each is not None:
        row = {name: _usual(field, number) for name, field in declared.each.inputs.items()}
        return [row, None if number is None else row]
    if number is None:
        return None
    if declared.type == "range":
        return {"min": number, "max": _HIGHEST}
    if declared.type in ("number", "count"):
        return int(number) if declared.type == "count" else number
    if declared.type == "truth":
        return True
    return declared.choices[0] if declared.type == "choice" else "higher_is_better"

"""Whether a rule is computed column by column, and if it is not, why: in words.

Bounds of the data decide, too. So it is said for usual ones: numbers up to a million with two decimals, two
rows in each collection.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from sakip_rules.columns.answers import RowAnswers
from sakip_rules.columns.noted import note_rule
from sakip_rules.columns.packed import AnyPacked, Packed, PackedRows, PackedSlot
from sakip_rules.columns.tape import Array
from sakip_rules.columns.telling import Words
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
    "default": ("nilai bawaan sebuah masukan tidak biasa.", "the default of an input is unusual."),
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

_MILLION: Final = 10**6
_PLACES: Final = 2
_FILLED: Final = 2


def table_speed_of(plan: RulePlan) -> Pair:
    """Says how a rule is computed on a table."""
    there, with_absent = _declined(plan, None), _declined(plan, np.zeros(1, "u1"))
    if there is not None:
        return _worded(BY_ROWS, there)
    if with_absent is None:
        return BY_COLUMNS
    indonesian, english = _worded(ABSENT_BY_ROWS, with_absent)
    return BY_COLUMNS[0] + indonesian, BY_COLUMNS[1] + english


def _worded(said: Pair, reason: str) -> Pair:
    indonesian, english = REASONS[reason]
    return said[0].format(reason=indonesian), said[1].format(reason=english)


def _declined(plan: RulePlan, absent: Array) -> str | None:
    """Why usual data, all there or not, cannot be stated on columns; none if they can."""
    inputs = {name: _usual(declared, absent) for name, declared in plan.record.inputs.items()}
    words = Words()
    try:
        RowAnswers(plan, words, 1, exact=True).made(note_rule(plan, words, inputs), 1)
    except NoColumnError as error:
        return error.why
    return None


def _usual(declared: InputPlan, absent: Array) -> AnyPacked:
    """One cell of an input, between the bounds of usual data."""
    if declared.each is not None:
        fields = {name: _usual(field, absent) for name, field in declared.each.inputs.items()}
        return PackedRows([PackedSlot(fields, np.ones(1, bool), absent)] * _FILLED)
    if declared.type == "range":
        ends = {end: _number(_PLACES, None) for end in ("min", "max")}
        return PackedRows([PackedSlot(ends, None, absent)], is_range=True)
    if declared.type in ("number", "count"):
        return _number(0 if declared.type == "count" else _PLACES, absent)
    if declared.type == "truth":
        return Packed("truth", np.zeros(1, bool), absent=absent)
    return Packed("code", np.zeros(1, "i2"), absent=absent)


def _number(places: int, absent: Array) -> Packed:
    return Packed("number", np.zeros(1, "i8"), places, absent, {}, 0, _MILLION * 10**places)

"""Why a cell holds a value instead of a formula: a closed list, in words for its note."""

from __future__ import annotations

from typing import Final, Literal, get_args

from sakip_rules.languages import Pair

Cause = Literal[
    "absent-rows",
    "approximate",
    "band-by-reason",
    "first-row",
    "function",
    "long",
    "near-equal",
    "near-tie",
    "number",
    "scattered",
    "type",
]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)

CAUSE_WORDS: Final[dict[Cause, Pair]] = {
    "absent-rows": ("kumpulan barisnya tidak ada", "its collection of rows is absent"),
    "approximate": ("nilainya hanya diketahui sebagai selang", "its value is only known as an interval"),
    "band-by-reason": (
        "skalanya membedakan alasan mengapa nilai tidak ada; sel hanya memuat katanya",
        "its scale tells reasons of absent values apart; a cell holds only the word",
    ),
    "first-row": (
        "baris pertama atau terakhir yang tersisa tidak dapat dicari",
        "the first or last remaining row cannot be found",
    ),
    "function": ("fungsi ini tidak ada di lembar kerja", "no spreadsheet has this function"),
    "long": ("rumusnya terlalu panjang untuk sebuah sel", "its formula is too long for a cell"),
    "near-equal": (
        "dua angka yang dibandingkan berbeda terlalu sedikit untuk lembar kerja",
        "two numbers that it compares differ too little for a spreadsheet",
    ),
    "near-tie": (
        "nilainya terlalu dekat dengan batas pembulatan untuk lembar kerja",
        "its value lies too near to where rounding turns for a spreadsheet",
    ),
    "number": (
        "angkanya lebih dari 15 digit",
        "its number has more than 15 digits",
    ),
    "scattered": ("barisnya tidak berdampingan", "its rows do not stand side by side"),
    "type": ("jenis nilainya tidak dapat dinyatakan dalam sebuah sel", "no cell can hold this type of value"),
}


class NotAFormulaError(Exception):
    """Raised where a cell cannot be a formula; it then holds the value, with a note that says why."""

    def __init__(self, cause: Cause) -> None:
        super().__init__(cause)
        self.cause: Cause = cause

"""Values, absent values and other words of the engine as a person reads them, in two languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, say
from sakip_rules.numbers import Interval, bits, decimal_text, fraction_text, indonesian, shortest_text
from sakip_rules.values import Absent, Category, Range, Rows
from sakip_rules.vocabulary import Carry, Confidence, Mode

if TYPE_CHECKING:
    from fractions import Fraction

    from sakip_rules.languages import Pair
    from sakip_rules.models import Rounding
    from sakip_rules.results import Figure
    from sakip_rules.values import Value

STATUS: Final[dict[str, Pair]] = {
    "missing": ("belum ada", "missing"),
    "not_applicable": ("tidak berlaku", "not applicable"),
    "not_due": ("belum waktunya", "not due yet"),
    "not_computable": ("tidak dapat dihitung", "not computable"),
}

REASONS: Final[dict[str, Pair]] = {
    "division-by-zero": ("pembagian dengan nol", "division by zero"),
    "outside-domain": ("di luar nilai yang dilayani", "outside the values that are served"),
    "no-case": ("tidak ada kasus yang cocok", "no case applies"),
    "scale-gap": ("jatuh di antara dua rentang skala", "between two bands of the scale"),
    "not-in-table": ("tidak ada dalam tabel", "not in the table"),
    "undefined-cell": ("sel tabel itu tidak diisi oleh sumbernya", "the source leaves that cell undefined"),
    "range-target": ("targetnya rentang, bukan satu angka", "the target is a range, not one number"),
    "check-failed": ("pemeriksaan tidak dipenuhi", "a check does not hold"),
    "precision": (
        "tidak dapat diputuskan dengan ketelitian yang ada",
        "cannot be settled with the precision",
    ),
    "too-large": ("angka atau hitungannya terlalu besar", "the number or the computation is too large"),
}

POLARITY: Final[dict[str, Pair]] = {
    "higher_is_better": ("makin tinggi makin baik", "higher is better"),
    "lower_is_better": ("makin rendah makin baik", "lower is better"),
    "closer_is_better": ("makin dekat ke target makin baik", "closer to the target is better"),
}

CONFIDENCE: Final[dict[Confidence, Pair]] = {
    "quoted": ("dikutip: teksnya sendiri telah dibaca", "quoted: its own words were read"),
    "applied": (
        "diterapkan: sebuah laporan atau program menghitung demikian",
        "applied: a report or a program computes so",
    ),
    "recalled": (
        "diingat: umum diketahui, teksnya belum dibaca",
        "recalled: commonly known, the text was not read",
    ),
    "claimed": (
        "diklaim: dokumen ini disebut sebagai dasar, tetapi teks seperti itu tidak ditemukan",
        "claimed: the document is cited for it, but no such text was found",
    ),
}

MODES: Final[dict[Mode, Pair]] = {
    "half_up": ("setengah ke atas", "half up"),
    "half_even": ("setengah ke genap", "half to even"),
    "down": ("dipotong", "cut off"),
    "up": ("menjauhi nol", "away from zero"),
    "floor": ("ke bawah", "down to the floor"),
    "ceiling": ("ke atas", "up to the ceiling"),
}

EXACT_BITS: Final = 200
"""Longer fractions are not shown to people: nobody reads them."""

NEAR_PLACES: Final = 6


def safe(pair: Pair, lang: Language) -> str:
    """Gives a stranger's text in a language, safe to show."""
    return clean(say(pair, lang))


def number(text: str, lang: Language) -> str:
    """Gives a decimal text as people of a language print it: `1.234,5` or `1,234.5`."""
    printed = indonesian(text)
    return printed.translate(_SWAPPED) if lang == "en" else printed


_SWAPPED: Final = str.maketrans(",.", ".,")


def exact_text(value: Fraction, lang: Language) -> str:
    """Gives an exact number: decimals where they end, else `p/q ≈ d`; nothing if too long to read."""
    if bits(value) > EXACT_BITS:
        return ""
    decimal = shortest_text(value)
    if decimal is not None:
        return number(decimal, lang)
    return f"{fraction_text(value)} ≈ {number(decimal_text(value, NEAR_PLACES), lang)}"


def absent_words(absent: Absent, lang: Language) -> str:
    """Gives an absent value in words, with its reason and note."""
    said = say(STATUS[absent.word], lang)
    if absent.reason is not None:
        said += ": " + safe(REASONS.get(absent.reason, (absent.reason, absent.reason)), lang)
    if absent.note is not None:
        said += f" ({safe(absent.note, lang)})"
    return said


def figure_words(figure: Figure, lang: Language) -> str:
    """Gives the value of a figure as it is shown, without its unit; an absent value in words."""
    return value_words(figure.value, figure.text, lang)


def value_words(value: Value, text: str | None, lang: Language) -> str:
    """Gives a value as it is shown; `text` is its decimal text, where it is a number."""
    match value:
        case Absent():
            shown = absent_words(value, lang)
        case bool():
            shown = say(("ya", "yes") if value else ("tidak", "no"), lang)
        case Category():
            shown = clean(value.label)
        case Range():
            shown = _range(value, lang)
        case Rows():
            shown = f"{len(value.rows)} {say(('baris', 'rows'), lang)}"
        case str():
            shown = safe(POLARITY.get(value, (value, value)), lang)
        case _:
            shown = _plain(value, lang) if text is None else number(text, lang)
    return shown


def _plain(value: Fraction | Interval, lang: Language) -> str:
    return exact_text(value.low if isinstance(value, Interval) else value, lang)


def _range(value: Range, lang: Language) -> str:
    low = exact_text(value.low, lang)
    if value.low == value.high:
        return low
    return f"{low} {say(('sampai', 'to'), lang)} {exact_text(value.high, lang)}"


def with_unit(text: str, unit: str | None) -> str:
    """Gives a shown value with its unit behind it."""
    return f"{text} {clean(unit)}" if unit else text


def rounding_words(rounding: Rounding, lang: Language) -> str:
    """Gives a rounding in words: places, mode, and what later steps see."""
    mode = say(MODES[rounding.mode], lang)
    seen = say(_CARRY[rounding.carry], lang)
    if lang == "en":
        return f"rounded to {rounding.places} places, {mode}; {seen}"
    return f"dibulatkan {rounding.places} desimal, {mode}; {seen}"


_CARRY: Final[dict[Carry, Pair]] = {
    "rounded": ("langkah berikutnya memakai angka bulatnya", "later steps use the rounded number"),
    "exact": ("langkah berikutnya memakai angka tepatnya", "later steps use the exact number"),
}

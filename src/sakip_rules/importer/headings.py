"""What a heading says: which figure or name stands below it, of which year and quarter, in which unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

TITLES: Final = ("sasaran", "program", "kegiatan", "subkegiatan", "indikator")
"""Columns that name records, from the top down."""

SPENT: Final = "realisasi_anggaran"
MONEY: Final = ("pagu", SPENT)
BUDGET: Final = (*MONEY, "serapan")
AGENCY: Final = "instansi"
YEAR: Final = "tahun"
OWNER: Final = (AGENCY, YEAR)
"""Columns that say whose report a row belongs to, and of which year that is."""

BESIDE: Final = (*TITLES, *OWNER, "nomor", "satuan", "keterangan")
"""Columns that hold no figure."""

SKIPPED: Final = "abaikan"
NAMES: Final = (*BESIDE, "arah", "kategori", SKIPPED)
"""What a column may be, beside a figure."""

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_QUARTER: Final = re.compile(r"\b(?:tw|triwulan|triw|semester|smt|sem)\b\.?\s*[-:]?\s*(iv|iii|ii|i|[1-4])\b")
_ROMAN: Final = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_NOISE: Final = re.compile(r"\b(?:tahun|thn|th|ta|t\.a|kinerja utama|kinerja|n)\b\.?")
_UNITS: Final = {"%": "persen", "persen": "persen", "rp": "rupiah", "rp.": "rupiah", "rupiah": "rupiah"}
_PERCENT: Final = re.compile(r"%|persen|prosen")
_MONEY: Final = re.compile(r"anggaran|keuangan|belanja|dana|\brp\b|biaya|dipa|dpa")
_PLAN: Final = re.compile(r"akhir|rpjmd|rpjmn|renstra|jangka menengah|rpd\b")
_PERFORMANCE: Final = re.compile(r"(.*\S)\s+k")
"""`K` beside `Rp` below one heading: its half of performance, as the forms of Renja have it."""

_OF_BOTH: Final = re.compile(r"\s*(?:\b(?:dan|serta)\b|&|/)?\s*\b(?:anggaran|keuangan)\b")
_SO_FAR: Final = re.compile(r"realisasi.*\b(?:renstra|rpjmd)\b.*(?:\bs[./]?d\b|\bsampai\b|\bhingga\b)")
"""What was reached since a plan began: of no one year."""

_ENGLISH: Final = {
    **dict.fromkeys(("objective", "strategic objective", "goal", "outcome"), "sasaran"),
    **dict.fromkeys(("programme", "programme name"), "program"),
    "sub-activity": "subkegiatan",
    "activity": "kegiatan",
    **dict.fromkeys(("indicator", "performance indicator", "key performance indicator", "kpi"), "indikator"),
}
_HOPED: Final = ("arah yang diharapkan", "kecenderungan yang diharapkan", "tren yang diharapkan")
_EXACT: Final[dict[str, str]] = {
    **dict.fromkeys(
        ("no", "nomor", "no urut", "nomor urut", "no.", "kode", "kode rekening", "#", "number"), "nomor"
    ),
    **dict.fromkeys(
        ("ket", "keterangan", "catatan", "penjelasan", "kendala", "analisis", "remark", "remarks", "note"),
        "keterangan",
    ),
    **dict.fromkeys(("satuan", "unit", "satuan ukuran", "sat"), "satuan"),
    **dict.fromkeys(
        ("arah", "polaritas", "polarisasi", "polarity", "sifat", "arah indikator", *_HOPED), "arah"
    ),
    **dict.fromkeys(
        (
            *("kategori", "predikat", "kriteria", "interpretasi", "status", "klasifikasi"),
            *("kategori capaian", "category"),
        ),
        "kategori",
    ),
    **dict.fromkeys(("sub kegiatan", "subkegiatan", "sub-kegiatan"), "subkegiatan"),
    **dict.fromkeys(
        (
            *("aktual", "hasil", "realisasi", "actual", "realised", "realized"),
            *("realisation", "realization", "result"),
        ),
        "realisasi",
    ),
    **dict.fromkeys(("achievement", "achieved"), "capaian"),
    **dict.fromkeys(("tingkat kemajuan", "kemajuan"), "capaian_akhir"),
    **dict.fromkeys(("budget", "ceiling"), "pagu"),
    **dict.fromkeys(("spent", "money spent"), "realisasi_anggaran"),
    **dict.fromkeys(("rencana", "target"), "target"),
    **dict.fromkeys(("%", "persentase", "prosentase"), "%"),
    **dict.fromkeys(
        (
            *("instansi", "nama instansi", "opd", "nama opd", "skpd", "nama skpd", "perangkat daerah"),
            *("nama perangkat daerah", "unit kerja", "satuan kerja", "satker", "organisasi", "agency"),
            "organization",
        ),
        AGENCY,
    ),
    **dict.fromkeys(("tahun", "thn", "year", "tahun kinerja", "tahun laporan", "tahun anggaran"), YEAR),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands in a column: `what` is one of `NAMES`, a figure, or empty where that is not known."""

    text: str
    what: str = ""
    year: int | None = None
    period: str | None = None
    unit: str | None = None
    zeros: int = 0
    """How many zeros the amounts lack: six, where they are in millions of rupiah."""

    levels: tuple[str, ...] = ()
    """The levels whose names stand in one column, as in `Program / Kegiatan`."""


def read_heading(text: str, figures: Mapping[str, str]) -> Heading:
    """Gives what a heading says; `figures` are the framework's own: a name or title -> the name."""
    small = " ".join(text.lower().split())
    year = _YEAR.search(small)
    quarter = _QUARTER.search(small)
    units = [unit for inner in _BRACKETS.findall(small) if (unit := _unit(inner)) is not None]
    bare = _YEAR.sub(" ", _QUARTER.sub(" ", _BRACKETS.sub(_kept, small)))
    plain = " ".join(re.sub(r"[*:_]+", " ", bare).split()).strip(" .,-/")
    levels = _levels(plain)
    named = _exact(plain, units) or figures.get(plain) or _like(plain, units)
    if named == YEAR and year is not None:
        named = ""  # `Tahun 2019` is a column of that year
    return Heading(
        text=text,
        what=levels[-1] if levels else named,
        year=int(year[1]) if year else None,
        period=_period(quarter) if quarter else None,
        unit=units[0] if units else None,
        levels=levels if len(levels) > 1 else (),
    )


def _kept(match: re.Match[str]) -> str:
    """What stands between brackets is a unit, or a word like others."""
    return (
        " " if _unit(match[1]) is not None or re.fullmatch(r"[\d\s=:x/*+-]*", match[1]) else f" {match[1]} "
    )


def _unit(text: str) -> str | None:
    return _UNITS.get(text.strip())


def _period(match: re.Match[str]) -> str:
    number = _ROMAN.get(match[1], match[1].upper())
    return f"{'Semester' if match[0].startswith('s') else 'Triwulan'} {number}"


def _levels(plain: str) -> tuple[str, ...]:
    """The levels of a column that names records of several."""
    if "indikator" in plain or plain in ("iku", "iki", "ikk"):
        return ("indikator",)
    if re.fullmatch(r"sasaran (?:sub)?(?:program|kegiatan)", plain):
        return ("sasaran",)  # of a programme: no column of both
    words = re.sub(r"sub[\s-]*kegiatan", "subkegiatan", _ENGLISH.get(plain, plain))
    found = tuple(level for level in TITLES if re.search(rf"\b{level}\b", words))
    figures = re.search(r"target|realisasi|capaian|pagu|anggaran|serapan|%", plain)
    return () if figures else found


def _exact(plain: str, units: list[str]) -> str:
    """What a heading of known words means; a realised figure in rupiah is of the budget."""
    exact = _EXACT.get(plain) or _EXACT.get(" ".join(_NOISE.sub(" ", plain).split()), "")
    return "realisasi_anggaran" if exact == "realisasi" and "rupiah" in units else exact


def _like(plain: str, units: list[str]) -> str:
    """The figure that the words of a heading point at; what was built, or is left, is none of the others."""
    half = _PERFORMANCE.fullmatch(plain)
    if half is not None:
        plain = _OF_BOTH.sub(" ", half[1])
    if _SO_FAR.search(plain):
        return ""
    other = re.search(r"\b(sisa|efisiensi|fisik|sebelum perubahan)\b", plain)
    if other is not None:
        return other[1] if other[1] in ("sisa", "efisiensi") else ""
    is_percent = bool(_PERCENT.search(plain)) or "persen" in units
    if re.search("[sy]erap", plain) or (is_percent and "pagu" not in plain and _MONEY.search(plain)):
        return "serapan"
    if re.search("target|rencana", plain) and _MONEY.search(plain):
        return "pagu"
    if "realisasi" in plain and (_MONEY.search(plain) or "rupiah" in units):
        return "realisasi_anggaran"
    return _of_achievement(plain, is_percent=is_percent)


def _of_achievement(plain: str, *, is_percent: bool) -> str:
    if "capaian" in plain or (is_percent and re.search(r"realisasi|kinerja", plain)):
        return "capaian_akhir" if _PLAN.search(plain) else "capaian"
    if "target" in plain:
        return "target_akhir" if _PLAN.search(plain) else "target"
    if re.search(r"pagu|alokasi", plain) or _MONEY.search(plain):
        return "pagu"
    return "realisasi" if "realisasi" in plain else ""

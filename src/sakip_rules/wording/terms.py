"""The closed lists of words, as a person reads them: for each word of a list, Indonesian and English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.results import Origin
    from sakip_rules.vocabulary import (
        Carry,
        Confidence,
        Gaps,
        InputType,
        Measures,
        Mode,
        Outside,
        RuleKind,
        Verdict,
        Word,
    )

ABSENT_WORDS: Final[dict[Word, Pair]] = {
    "missing": ("belum ada", "missing"),
    "not_applicable": ("tidak berlaku", "not applicable"),
    "not_due": ("belum waktunya", "not due yet"),
    "not_computable": ("tidak dapat dihitung", "not computable"),
}

REASON_WORDS: Final[dict[str, Pair]] = {
    "division-by-zero": ("pembagian dengan nol", "division by zero"),
    "outside-domain": ("di luar jangkauan", "out of range"),
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
"""The reasons of the engine; a rule and the data may have others, which are words already."""

POLARITY_WORDS: Final[dict[str, Pair]] = {
    "higher_is_better": ("makin tinggi makin baik", "higher is better"),
    "lower_is_better": ("makin rendah makin baik", "lower is better"),
    "closer_is_better": ("makin dekat ke target makin baik", "closer to the target is better"),
}

ORIGIN_WORDS: Final[dict[Origin, Pair]] = {
    "given": ("dari data", "from the data"),
    "default": (
        "data tidak memberikannya; nilai bawaan aturan",
        "the data does not give it; the rule's default",
    ),
    "stated": ("dinyatakan oleh laporan, tidak dihitung", "stated by the report, not computed"),
}
"""Where a figure comes from that no formula and no rule gives."""

STATED: Final[Pair] = ("dinyatakan laporan", "stated by the report")
"""The same in a cell of a table."""

VERDICT_WORDS: Final[dict[Verdict, Pair]] = {
    "same": ("sama", "same"),
    "cut": ("dipotong", "cut off"),
    "differs": ("berbeda", "differs"),
    "follows": ("mengikuti angka tercetak lain", "follow from other printed figures"),
    "not_recomputable": ("tidak dapat dihitung ulang", "cannot be recomputed"),
}

UNIT_NAMES: Final[dict[str, Pair]] = {
    "persen": ("persen", "percent"),
    "poin persen": ("poin persen", "percentage points"),
    "permil": ("permil", "per mille"),
    "orang": ("orang", "people"),
    "keluarga": ("keluarga", "families"),
    "rumah tangga": ("rumah tangga", "households"),
    "tahun": ("tahun", "years"),
    "rasio": ("rasio", "ratio"),
    "indeks": ("indeks", "index"),
    "nilai": ("nilai", "score"),
    "skor": ("skor", "score"),
    "kegiatan": ("kegiatan", "activities"),
    "kasus": ("kasus", "cases"),
    "jiwa": ("jiwa", "people"),
    "anak": ("anak", "children"),
    "pelanggaran": ("pelanggaran", "violations"),
    "pengaduan": ("pengaduan", "complaints"),
    "desa": ("desa", "villages"),
    "puskesmas": ("puskesmas", "health centres"),
    "rumah sakit": ("rumah sakit", "hospitals"),
    "satuan kerja": ("satuan kerja", "work units"),
    "satuan pendidikan": ("satuan pendidikan", "schools"),
    "satuan keluaran": ("satuan keluaran", "unit of output"),
    "satuan indikator": ("satuan indikator", "unit of the indicator"),
    "indikator": ("indikator", "indicators"),
    "kriteria": ("kriteria", "criteria"),
    "tingkat": ("tingkat", "level"),
    "bobot": ("bobot", "weight"),
    "titik": ("titik", "sites"),
    "unit": ("unit", "pieces"),
    "output": ("output", "outputs"),
    "program": ("program", "programmes"),
    "proses": ("proses", "processes"),
    "layanan": ("layanan", "services"),
    "kontrak": ("kontrak", "contracts"),
    "pertanyaan": ("pertanyaan", "questions"),
    "rekomendasi": ("rekomendasi", "recommendations"),
    "daerah irigasi": ("daerah irigasi", "irrigation areas"),
    "hektare": ("hektare", "hectares"),
    "ton": ("ton", "tonnes"),
    "kuintal per hektare": ("kuintal per hektare", "quintals per hectare"),
    "kkal": ("kkal", "kcal"),
    "per 1.000 kelahiran hidup": ("per 1.000 kelahiran hidup", "per 1,000 live births"),
    "per 100.000 kelahiran hidup": ("per 100.000 kelahiran hidup", "per 100,000 live births"),
    "per 100.000 penduduk": ("per 100.000 penduduk", "per 100,000 people"),
}
"""The usual units; a rule may have others, which are words of its source."""

UNIT_SIGNS: Final[dict[str, Pair]] = {
    "persen": ("%", "%"),
    "poin persen": ("poin", "points"),
}
"""What stands behind a number where there is no room for its unit."""

KIND_WORDS: Final[dict[RuleKind, Pair]] = {
    "indicator": ("rumus realisasi indikator", "indicator"),
    "achievement": ("capaian kinerja", "achievement"),
    "efficiency": ("efisiensi", "efficiency"),
    "index": ("nilai atau indeks", "index"),
    "scale": ("skala", "scale"),
    "table": ("tabel", "table"),
    "framework": ("kerangka pengukuran kinerja", "framework"),
}

CONFIDENCE_WORDS: Final[dict[Confidence, Pair]] = {
    "quoted": ("dikutip", "quoted"),
    "applied": ("diterapkan", "applied"),
    "recalled": ("diingat", "recalled"),
    "claimed": ("diklaim", "claimed"),
}

CONFIDENCE_MEANINGS: Final[dict[Confidence, Pair]] = {
    "quoted": ("teksnya sendiri telah dibaca", "its own words were read"),
    "applied": ("sebuah laporan atau program menghitung demikian", "a report or a program computes so"),
    "recalled": ("umum diketahui, teksnya belum dibaca", "commonly known, the text was not read"),
    "claimed": (
        "sering disebut sebagai dasar, tetapi ketentuannya tidak kami temukan di dalamnya",
        "often cited as the basis, but we did not find the provision in it",
    ),
}

TYPE_WORDS: Final[dict[InputType, Pair]] = {
    "number": ("angka", "number"),
    "count": ("bilangan bulat", "whole number"),
    "truth": ("ya atau tidak", "yes or no"),
    "choice": ("pilihan", "choice"),
    "polarity": ("arah indikator", "polarity"),
    "range": ("rentang", "range"),
}

MEASURES_WORDS: Final[dict[Measures, Pair]] = {
    "input": ("mengukur masukan", "measures an input"),
    "process": ("mengukur proses", "measures a process"),
    "output": ("mengukur keluaran", "measures an output"),
    "outcome": ("mengukur hasil", "measures an outcome"),
    "impact": ("mengukur dampak", "measures an impact"),
}

MODE_WORDS: Final[dict[Mode, Pair]] = {
    "half_up": ("setengah ke atas", "half up"),
    "half_even": ("setengah ke genap", "half to even"),
    "down": ("dipotong", "cut off"),
    "up": ("menjauhi nol", "away from zero"),
    "floor": ("ke bawah", "down to the floor"),
    "ceiling": ("ke atas", "up to the ceiling"),
}

CARRY_WORDS: Final[dict[Carry, Pair]] = {
    "exact": (
        "langkah berikutnya memakai angka yang belum dibulatkan",
        "later steps use the number before rounding",
    ),
    "rounded": (
        "langkah berikutnya memakai angka yang sudah dibulatkan",
        "later steps use the rounded number",
    ),
}

GAPS_WORDS: Final[dict[Gaps, Pair]] = {
    "lower": ("nilai di antara dua rentang masuk rentang di bawahnya", "between two bands: the band below"),
    "upper": ("nilai di antara dua rentang masuk rentang di atasnya", "between two bands: the band above"),
    "refuse": ("nilai di antara dua rentang tidak mendapat kategori", "between two bands: no category"),
}

OUTSIDE_WORDS: Final[dict[Outside, Pair]] = {
    "refuse": (
        "di antara dua titik: garis lurus; di luar semua titik tidak ada nilainya",
        "between two points: a straight line; beyond all points there is no value",
    ),
    "hold": (
        "di antara dua titik: garis lurus; di luar semua titik: nilai ujungnya",
        "between two points: a straight line; beyond all points: the value at the end",
    ),
    "extend": (
        "di antara dua titik: garis lurus, diteruskan ke luar semua titik",
        "between two points: a straight line, extended beyond all points",
    ),
}

LEFT_WORDS: Final[dict[str, Pair]] = {
    "irrational": (
        "akar, logaritma, atau rata-rata geometrik dapat meninggalkan bilangan rasional.",
        "a root, logarithm or geometric mean may leave the rational numbers.",
    ),
    "rows": (
        "sebuah kumpulan dipakai dengan cara yang hanya dikenal acuan.",
        "it uses a collection in a way that only the reference knows.",
    ),
    "types": ("sebuah nilai dapat berjenis lain-lain.", "a value may be of several types."),
}
"""Why both faster ways, functions and columns, leave something to the reference."""

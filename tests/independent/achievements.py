"""Expected values of the national rules on SAKIP, achievement, scales and efficiency.

Every published figure that these rules must reproduce is written here as its source prints it and is
computed with fractions of the standard library alone. Nothing of sakip_rules is imported, so a mistake
of the engine cannot hide in an expected value.
"""

from dataclasses import dataclass
from fractions import Fraction

GUNUNGKIDUL = "Gunungkidul"
KEJAKSAAN = "Kejaksaan RI 2026"


@dataclass(frozen=True)
class Row:
    """One published achievement: what went in, what was printed, and how that fits the exact value.

    `fit`: rounding half up gives the printed figure (H), cutting off does (T), both (B), neither (N).
    """

    place: str
    name: str
    formula: str
    target: str
    realised: str
    printed: str
    fit: str

    @property
    def places(self) -> int:
        """How many decimals are printed."""
        return len(self.printed.partition(".")[2])

    @property
    def exact(self) -> Fraction:
        """The achievement in percent, not rounded."""
        return FORMULAS[self.formula](Fraction(self.target), Fraction(self.realised))

    @property
    def true(self) -> str:
        """The achievement as it should have been printed: half up, or cut off where that is the habit."""
        cut = self.fit == "T"
        return text(down(self.exact, self.places) if cut else half_up(self.exact, self.places), self.places)


def higher(target: Fraction, realised: Fraction) -> Fraction:
    """R / T × 100."""
    return realised / target * 100


def lower(target: Fraction, realised: Fraction) -> Fraction:
    """(2T - R) / T × 100."""
    return (2 * target - realised) / target * 100


FORMULAS = {"tinggi": higher, "rendah": lower}


def down(value: Fraction, places: int) -> Fraction:
    """Cuts off after so many decimals."""
    scale = 10**places
    whole = abs(value.numerator) * scale // value.denominator
    return Fraction(whole if value >= 0 else -whole, scale)


def half_up(value: Fraction, places: int) -> Fraction:
    """Rounds to so many decimals, ties away from zero."""
    half = Fraction(1, 2 * 10**places)
    return down(value + half if value >= 0 else value - half, places)


def text(value: Fraction, places: int) -> str:
    """Writes a rounded value with exactly so many decimals."""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def fit_of(row: Row) -> str:
    """Says how a printed figure fits its exact value: B, H, T or N."""
    printed = Fraction(row.printed)
    up = half_up(row.exact, row.places) == printed
    cut = down(row.exact, row.places) == printed
    return {(True, True): "B", (True, False): "H", (False, True): "T", (False, False): "N"}[up, cut]


def rows_of(place: str, table: str) -> tuple[Row, ...]:
    """Reads rows: name | formula | target | realised | printed | fit."""
    lines = [line for line in table.strip().splitlines() if line.strip()]
    return tuple(Row(place, *(cell.strip() for cell in line.split("|"))) for line in lines)


# The kabupaten's own database of main indicators, 2021-2025.
IKU = rows_of(
    GUNUNGKIDUL,
    """
2021 IPM | tinggi | 70.10 | 70.16 | 100.09 | H
2021 kemiskinan | rendah | 16.88 | 17.69 | 95.20 | B
2021 TPT | rendah | 2.1650 | 2.20 | 98.38 | B
2021 pertumbuhan ekonomi | tinggi | 2.69 | 5.22 | 194.05 | B
2022 AKIP | tinggi | 81.50 | 79.18 | 97.15 | B
2022 ketenteraman | tinggi | 94.5 | 100 | 105.82 | B
2022 ketahanan daerah | tinggi | 0.65 | 0.66 | 101.54 | H
2022 IPM | tinggi | 71 | 70.96 | 99.94 | B
2022 TPT | rendah | 2.10 | 2.08 | 100.95 | B
2022 kemiskinan | rendah | 17.11 | 15.86 | 107.31 | H
2022 pertumbuhan ekonomi | tinggi | 5.25 | 5.37 | 102.29 | H
2022 gini | rendah | 0.332 | 0.316 | 104.82 | H
2022 infrastruktur | tinggi | 65 | 65.90 | 101.38 | B
2022 IKLH | tinggi | 65 | 66.83 | 102.82 | H
2022 PMTB (juta rupiah) | tinggi | 3376000 | 3837967 | 113.68 | B
2023 opini BPK WTP atas WTP sebagai angka 4 | tinggi | 4 | 4 | 100 | B
2023 AKIP A (80,50) dan BB (79,39) | tinggi | 80.50 | 79.39 | 98.62 | B
2023 ketenteraman | tinggi | 95 | 100 | 105.26 | B
2023 ketahanan daerah | tinggi | 0.7 | 0.73 | 104.29 | H
2023 IPM | tinggi | 72 | 71.46 | 99.25 | B
2023 TPT | rendah | 1.98 | 2.09 | 94.44 | B
2023 kemiskinan | rendah | 15.08 | 15.6 | 96.55 | B
2023 pertumbuhan ekonomi | tinggi | 5.4 | 5.04 | 93.33 | B
2023 gini | rendah | 0.321 | 0.343 | 93.15 | H
2023 infrastruktur | tinggi | 70 | 71.79 | 102.56 | H
2023 IKLH | tinggi | 66 | 68.32 | 103.52 | H
2023 PMTB (juta rupiah) | tinggi | 3837967 | 4079710 | 106.31 | N
2025 AKIP | tinggi | 82.50 | 77.08 | 93.43 | B
2025 ketahanan daerah | tinggi | 0.75 | 0.77 | 102.67 | H
2025 IPM | tinggi | 72 | 72.14 | 100.19 | B
2025 TPT | rendah | 1.98 | 2.16 | 90.91 | H
2025 kemiskinan | rendah | 15.05 | 15.18 | 99.14 | H
2025 pertumbuhan ekonomi | tinggi | 5.04 | 4.81 | 95.44 | H
2025 gini | rendah | 0.33 | 0.355 | 96.06 | N
2025 infrastruktur | tinggi | 75 | 72.16 | 96.21 | B
2025 IKLH | tinggi | 68.32 | 72.38 | 105.94 | B
""",
)

OPD = rows_of(
    f"{GUNUNGKIDUL} OPD",
    """
2023 angka kematian ibu | rendah | 66.81 | 82.64 | 76.3 | B
2023 angka kematian bayi | rendah | 8.2 | 11.57 | 58.9 | B
2023 prevalensi stunting | rendah | 15.5 | 15.25 | 101.6 | B
2024 angka kematian ibu | rendah | 67.49 | 89.64 | 67.18 | B
2024 angka kematian bayi | rendah | 7.6 | 12.19 | 39.60 | T
literasi masyarakat | tinggi | 22.6038 | 73.39 | 324 | T
tanpa nama (1) | tinggi | 38.35 | 80.61 | 210.2 | H
tanpa nama (2) | tinggi | 20.83 | 46.5 | 223.24 | H
kunjungan | tinggi | 110000 | 243000 | 220 | T
belanja wisatawan | tinggi | 2800000 | 3658536 | 130 | T
ketaatan pelaku usaha | tinggi | 54 | 57.05 | 105.64 | T
nilai AKIP PD (1) | tinggi | 82 | 80.6 | 98.29 | B
nilai AKIP PD (2) | tinggi | 81 | 80.6 | 100.12 | N
nilai AKIP PD (3) | tinggi | 82 | 97.84 | 97.84 | N
mampu kelola bencana | tinggi | 54.86 | 60.41 | 110.64 | N
2024 AKIP | tinggi | 80.50 | 81.24 | 101.92 | N
""",
)

# Quarterly reports of a national agency.
QUARTERS = rows_of(
    KEJAKSAAN,
    """
triwulan 1 nilai SAKIP | tinggi | 73 | 71.72 | 98.24 | T
triwulan 1 indeks pengelolaan aset | tinggi | 3.6 | 3.75 | 104.17 | H
triwulan 1 ITKP | tinggi | 90.5 | 88.34 | 97.61 | B
triwulan 1 evaluasi kelembagaan | tinggi | 81 | 80.03 | 98.80 | B
triwulan 1 indeks kualitas kebijakan | tinggi | 70 | 80.04 | 114.34 | B
triwulan 1 indeks reformasi hukum | tinggi | 98.2 | 98.10 | 99.90 | H
triwulan 1 indeks sistem merit | tinggi | 0.81 | 0.82 | 101.23 | B
triwulan 1 kecukupan SDM | tinggi | 65 | 33.37 | 51.34 | H
triwulan 1 profesionalitas SDM | tinggi | 3.7 | 3.40 | 91.89 | B
triwulan 1 kepuasan layanan internal | tinggi | 3.7 | 3.77 | 101.89 | B
triwulan 1 kepuasan rumah sakit | tinggi | 85 | 98.25 | 115.59 | H
triwulan 1 kesesuaian kompetensi | tinggi | 75 | 47.18 | 62.91 | H
triwulan 1 sertifikasi kompetensi | tinggi | 65 | 0 | 0 | B
triwulan 1 kepuasan layanan hukum | tinggi | 3.7 | 4.00 | 108.11 | H
triwulan 1 kepuasan mitra luar negeri | tinggi | 3.7 | 3.71 | 100.27 | B
triwulan 1 digitalisasi proses bisnis | tinggi | 85 | 100 | 117.65 | H
triwulan 2 nilai SAKIP | tinggi | 73 | 71.27 | 97.63 | B
triwulan 2 profesionalitas SDM | tinggi | 3.7 | 3.30 | 89.19 | H
triwulan 2 kepuasan layanan internal | tinggi | 3.7 | 3.70 | 100.00 | B
triwulan 2 sertifikasi kompetensi | tinggi | 65 | 71.50 | 110.00 | B
triwulan 2 utilisasi sarpras | tinggi | 82 | 87.90 | 107.20 | H
""",
)
ROWS = IKU + OPD + QUARTERS


def score(*parts: tuple[str, str]) -> Fraction:
    """Σ weight × share."""
    return sum((Fraction(weight) * Fraction(share) for weight, share in parts), Fraction(0))


def letters(*parts: tuple[str, int]) -> Fraction:
    """Σ sub-weight × value of the letter / 100, as on the worksheets of 88/2021."""
    return sum((Fraction(weight) * value / 100 for weight, value in parts), Fraction(0))


def piecewise(value: Fraction) -> Fraction:
    """The index conversion of PermenPANRB 8/2021 below its class "Baik"."""
    for floor, base, slope in ((80, 70, Fraction(89 - 70, 99 - 80)), (60, 50, Fraction(69 - 50, 79 - 60))):
        if value >= floor:
            return base + slope * (value - floor)
    return value / 59 * 49


@dataclass(frozen=True)
class Case:
    """One published figure that is not a row of achievements: the rule, its inputs, and what they give."""

    name: str
    rule: str
    year: int
    given: dict[str, object]
    exact: Fraction
    printed: str
    cut: bool = False
    erratum: bool = False

    @property
    def true(self) -> str:
        """The figure with as many decimals as printed: half up, or cut off where that is the habit."""
        places = len(self.printed.partition(".")[2])
        return text((down if self.cut else half_up)(self.exact, places), places)


PLAN = letters(("6", 90), ("9", 90), ("15", 70))
MEASURE = letters(("6", 100), ("9", 90), ("15", 90))
REPORT = letters(("3", 90), ("4.5", 90), ("7.5", 90))
INTERNAL = letters(("5", 100), ("7.5", 90), ("12.5", 90))
SHEET = {"perencanaan": "A A B", "pengukuran": "AA A A", "pelaporan": "A A A", "evaluasi": "AA A A"}
HOSPITAL: dict[str, object] = {
    f"{part}_{side}": letter
    for part, given in SHEET.items()
    for side, letter in zip(("keberadaan", "kualitas", "pemanfaatan"), given.split(), strict=True)
}
PMK22 = (("0.435", "99.72"), ("0.286", "59.98"), ("0.182", "99.61"), ("0.097", "95.53"))
PMK22_GIVEN = ("capaian_keluaran", "efisiensi", "konsistensi", "penyerapan")
ANSWERS = [{"skor": "1"}] * 3 + [{"skor": "0"}] * 7
OF_THREE, OF_TWO = ("83.61", "84.34", "82.61"), ("99.58", "95.85")
THREE: dict[str, object] = {"bagian": [{"nilai": value} for value in OF_THREE]}
TWO: dict[str, object] = {"bagian": [{"nilai": value} for value in OF_TWO]}


def mean_of(*values: str) -> Fraction:
    """The arithmetic mean."""
    return sum((Fraction(value) for value in values), Fraction(0)) / len(values)


def nka(day: str, planning: str, execution: str, printed: str) -> Case:
    """The mean of planning and execution."""
    given: dict[str, object] = {"perencanaan": planning, "pelaksanaan": execution}
    exact = mean_of(planning, execution)
    return Case(f"Kejaksaan RI, NKA {day}", "nilai-kinerja-anggaran", 2026, given, exact, printed)


def share(name: str, part: int, whole: int, printed: str, *, erratum: bool = False) -> Case:
    """A part of its whole in percent."""
    given: dict[str, object] = {"bagian": part, "seluruhnya": whole}
    exact = Fraction(part, whole) * 100
    return Case(name, "persentase-bagian", 2026, given, exact, printed, erratum=erratum)


def ranged(
    rule: str, ends: tuple[int, int], realised: str, exact: Fraction, printed: str, *, erratum: bool = False
) -> Case:
    """A range target of PermenPANRB 8/2021."""
    given: dict[str, object] = {"realisasi": realised, "target": {"min": ends[0], "max": ends[1]}}
    name = f"PermenPANRB 8/2021, target {ends[0]}-{ends[1]}, realisasi {realised}"
    return Case(name, rule, 2021, given, exact, printed, erratum=erratum)


def calibrated(value: str, printed: str) -> Case:
    """Above 100 every 20 points become 15."""
    exact = 100 + (Fraction(value) - 100) * 15 / 20
    name = f"KMK 127/2026, bahan paparan kalibrasi {value}"
    return Case(name, "kalibrasi-capaian", 2026, {"capaian": value}, exact, printed, erratum=True)


CASES = (
    Case(
        "PermenPANRB 12/2015, bobot 10 dengan 3 ya dari 10",
        "subkomponen-sakip",
        2015,
        {"bobot": "10", "jawaban": ANSWERS},
        Fraction(3, 10) * 10,
        "3",
    ),
    Case(
        "LKE 88/2021 rumah sakit kementerian, jumlah",
        "nilai-sakip",
        2022,
        HOSPITAL,
        PLAN + MEASURE + REPORT + INTERNAL,
        "88.1",
    ),
    nka("20 Juli 2026", "18.70", "99.27", "58.99"),
    nka("14 April 2026", "84.63", "95.56", "90.10"),
    Case(
        "Puslatbang KMP LAN 2021, PMK 22/2021",
        "nilai-aspek-implementasi",
        2021,
        dict(zip(PMK22_GIVEN, (value for _, value in PMK22), strict=True)),
        score(*PMK22),
        "87.93",
    ),
    ranged("capaian-rentang", (80, 90), "70", Fraction(70, 80) * 100, "87.5"),
    ranged("capaian-rentang", (80, 90), "92", Fraction(92, 90) * 100, "113", erratum=True),
    ranged("capaian-rentang-makin-rendah", (7, 8), "6.5", (2 - Fraction("6.5") / 7) * 100, "107"),
    ranged("capaian-rentang-makin-rendah", (7, 8), "9", (2 - Fraction(9, 8)) * 100, "87.5"),
    Case(
        "PermenPANRB 8/2021, konversi 98 persen",
        "konversi-skp",
        2021,
        {"capaian": "98"},
        piecewise(Fraction(98)),
        "88",
    ),
    calibrated("105.17", "103.87"),
    calibrated("100.71", "100.54"),
    Case(
        "LAKIP Inspektorat Jenderal 2019, NE",
        "nilai-efisiensi",
        2019,
        {"efisiensi": "74.03"},
        Fraction(100),
        "235",
        erratum=True,
    ),
    share("Kejaksaan RI 2026, SOP", 389, 486, "80.04"),
    share("Kejaksaan RI 2026 TW1, aset", 496792, 565190, "87.90"),
    share("Kejaksaan RI 2026 TW2, aset", 496724, 565190, "87.90", erratum=True),
    Case(
        "Kejaksaan RI 2026 TW2, rata-rata tiga", "rata-rata-nilai", 2026, THREE, mean_of(*OF_THREE), "83.52"
    ),
    Case(
        "Lumajang 2020, serapan sasaran 2", "rata-rata-nilai", 2026, TWO, mean_of(*OF_TWO), "97.71", cut=True
    ),
    Case(
        "Kejaksaan RI 2026 TW1, survei",
        "persentase-skor-survei",
        2026,
        {"total_skor": "1060", "responden": "270", "nilai_tertinggi": "4"},
        Fraction(1060, 1080) * 100,
        "98.25",
        erratum=True,
    ),
    Case(
        "Kejaksaan RI 2026 TW1, survei skala 4",
        "indeks-skala-empat",
        2026,
        {"persentase": "94.33"},
        Fraction("94.33") / 100 * 4,
        "3.77",
    ),
    Case(
        "Kejaksaan RI 2026 TW2, profesionalitas skala 4",
        "indeks-skala-empat",
        2026,
        {"persentase": "82.98"},
        Fraction("82.98") / 100 * 4,
        "3.30",
        erratum=True,
    ),
)


def example(row: Row) -> str:
    """Writes a row as an example of a rule file."""
    note = {"B": "", "H": "", "T": "; sumber memotong", "N": "; seharusnya nilai ini"}[row.fit]
    printed = row.printed.replace(".", ",")
    title = f"{row.place}, {row.name} (tercetak {printed}{note})"
    given = f"{{realisasi: {row.realised}, target: {row.target}}}"
    rounding = f"{{places: {row.places}{', mode: down' if row.fit == 'T' else ''}}}"
    return f'  - {{title: "{title}", given: {given}, rounding: {rounding}, result: {row.true}}}'

"""Expected values of the rules by which other offices rate a government: classes, and some formulas.

Each is computed here a second time, from what its source says, with fractions of the standard library.
Nothing of sakip_rules is imported, so a mistake of the engine cannot hide in an expected value. The examples
in the rule files are read only for what is given and what is expected.
"""

from collections.abc import Callable, Iterator
from decimal import Context, Decimal
from fractions import Fraction

from tests.independent.ikpa import LEAVES, Answer, Given, half_up, lower_closed, scale, upper_closed

# A class and the value where it begins, from the top; the ends belong to the class above them.
FROM = """
spi-kategori@1.0.0: Terjaga 78, Waspada 73, Rentan 0
statistik-sektoral-predikat@1.0.0: Memuaskan 4.2, Sangat Baik 3.5, Baik 2.6, Cukup 1.8, Kurang 1
pelayanan-publik-predikat@1.0.0: Pelayanan Prima 4.51, Sangat Baik 4.01, Baik 3.51, \
Baik dengan Catatan 3.01, Cukup 2.51, Cukup dengan Catatan 2.01, Buruk 1.51, Sangat Buruk 1.01, Gagal 0
asn-profesionalitas-kategori@1.0.0: Sangat Tinggi 91, Tinggi 81, Sedang 71, Rendah 61, Sangat Rendah 0
sistem-merit-kategori@1.0.0: Sangat Baik 325, Baik 250, Kurang 175, Buruk 100
eppd-status@1.0.0: Sangat Tinggi 4.2, Tinggi 3.4, Sedang 2.6, Rendah 1.8, Sangat Rendah 0
literasi-iplm-kategori@1.0.0: Sangat Tinggi 90, Tinggi 80, Sedang 50, Rendah 30, Sangat Rendah 0
iklh-kategori@1.0.0: Sangat Baik 90, Baik 70, Sedang 50, Buruk 25, Sangat Buruk 0
pegawai-predikat-kinerja@1.0.0: Sangat Baik 5, Baik 4, Butuh Perbaikan 3, Kurang 2, Sangat Kurang 1
"""
# The same where the value at an end belongs to the class below it; the lowest begins below everything.
ABOVE = """
mcp-kategori@1.0.0: Hijau 75, Biru 50, Kuning 25, Merah -1
kearsipan-kategori@1.0.0: Sangat Memuaskan 90, Memuaskan 80, Sangat Baik 70, Baik 60, \
Cukup 50, Kurang 30, Sangat Kurang -1
desa-status-idm@1.0.0: Mandiri 0.8155, Maju 0.7072, Berkembang 0.5989, Tertinggal 0.4907, Sangat Tertinggal -1
reformasi-hukum-predikat@1.0.0: Istimewa 90, Sangat Baik 80, Baik 70, Cukup Baik 60, Cukup 50, Buruk 30, \
Sangat Buruk -1
pengadaan-itkp-predikat@1.0.0: Sangat Baik 90, Baik 70, Cukup 50, Kurang -1
keuangan-daerah-pola-hubungan@1.0.0: Delegatif 75, Partisipatif 50, Konsultatif 25, Instruktif -1
ketahanan-pangan-kabupaten@1.0.0: Sangat Tahan 75.68, Tahan 67.75, Agak Tahan 59.58, Agak Rentan 51.42, \
Rentan 41.52, Sangat Rentan -1
ketahanan-pangan-kota@1.0.0: Sangat Tahan 70.64, Tahan 61.13, Agak Tahan 51.29, Agak Rentan 41.44, \
Rentan 28.84, Sangat Rentan -1
"""
# From, after rounding half up to two places.
ROUNDED = """
inovasi-daerah-predikat@1.0.0: Sangat Inovatif 60.01, Inovatif 35, Kurang Inovatif 0.01, Tidak Dapat Dinilai 0
ombudsman-zonasi@1.0.0: Hijau 81, Kuning 51, Merah 0
ombudsman-zonasi@2.0.0: Hijau 78, Kuning 54, Merah 0
ombudsman-kategori@1.0.0: Kualitas Tertinggi 88, Kualitas Tinggi 78, Kualitas Sedang 54, Kualitas Rendah 32, \
Kualitas Terendah 0
keuangan-daerah-kelas-desentralisasi@1.0.0: Sangat Baik 50.01, Baik 40.01, Cukup 30.01, Sedang 20.01, \
Kurang 10.01, Sangat Kurang 0
"""
# A percentage of two figures: rule, part, whole, and the scale of its result, if it has one.
SHARES = """
keuangan-daerah-kemandirian pad bantuan_dan_pinjaman keuangan-daerah-pola-hubungan
keuangan-daerah-desentralisasi pad pendapatan keuangan-daerah-kelas-desentralisasi
keuangan-daerah-upaya-fiskal pad target_pad
tindak-lanjut-bpk sesuai rekomendasi
tindak-lanjut-bpk-nilai nilai_sesuai nilai_rekomendasi
gender-ipg ipm_perempuan ipm_laki
"""
# A mean weighted by what stands behind each figure: rule, its scale or -, the figures with their weights.
MEANS = """
pelayanan-publik-indeks pelayanan-publik-predikat kebijakan 24 sdm 25 sarana 18 sipp 11 \
pengaduan 10 inovasi 12
antikorupsi-perilaku - persepsi 3 pengalaman 7
iklh-provinsi iklh-kategori indeks_air 340 indeks_udara 428 indeks_lahan 133 indeks_air_laut 99
"""
QUADRANTS = {
    "di_atas": {"di_atas": 5, "sesuai": 4, "di_bawah": 2},
    "sesuai": {"di_atas": 4, "sesuai": 4, "di_bawah": 2},
    "di_bawah": {"di_atas": 3, "sesuai": 3, "di_bawah": 1},
}
SEXES = ("perempuan", "laki")
RESULTS = ("bersih_kkn", "kualitas_pelayanan", "antikorupsi", "capaian", "pelayanan_prima")


def classes(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The scales of a list: reference, and its bands from the top as pairs of beginning and name."""
    for line in filter(None, text.splitlines()):
        reference, _, bands = line.partition(": ")
        pairs = (band.rpartition(" ") for band in bands.split(", "))
        yield reference, [(low, name) for name, _, low in pairs]


def disaster(value: Fraction) -> str:
    """Disaster risk: above 144, from 36 to 144, below 36."""
    return "Tinggi" if value > 144 else "Sedang" if value >= 36 else "Rendah"


def family(value: Fraction) -> str:
    """More than 70, less than 40, and what lies between."""
    return "Tangguh" if value > 70 else "Berkembang" if value >= 40 else "Rentan"


CLASS: dict[str, Callable[[Fraction], str]] = {
    **{reference: lower_closed(*bands) for reference, bands in classes(FROM + ROUNDED)},
    **{reference: upper_closed(*bands) for reference, bands in classes(ABOVE)},
    "irbi-kelas@1.0.0": disaster,
    "keluarga-ibangga-kategori@1.0.0": family,
}


def classed(result: Fraction, name: str | None, places: int = 2) -> Answer:
    """A result rounded, and the class of the rounded result where the rule has a scale."""
    value = half_up(result, places)
    return {"result": value} | ({"category": CLASS[f"{name}@1.0.0"](value)} if name else {})


def innovation(given: Given) -> Answer:
    """Points of the unit and of its innovations, these divided by ten at least, in percent of all points."""
    mature = [Fraction(row["kematangan"]) for row in given["inovasi"]]
    points = sum(mature, Fraction(0)) / max(10, len(mature)) + Fraction(given["skor_jumlah"])
    result = (Fraction(given["spd"]) + points) / Fraction(given["skor_maksimum"]) * 100
    return {"sid": points} | classed(result, "inovasi-daerah-predikat")


def procurement(given: Given) -> Answer:
    """The sum of the scores that were assessed."""
    total = sum((Fraction(score) for score in given.values() if score not in LEAVES), Fraction(0))
    return classed(total, "pengadaan-itkp-predikat")


def villages(given: Given) -> Answer:
    """Advanced and independent villages of all."""
    return classed(Fraction(int(given["maju"]) + int(given["mandiri"]), int(given["desa"])) * 100, None)


def village(given: Given) -> Answer:
    """The mean of three indices to four places, and the status it means."""
    return classed(sum(map(Fraction, given.values()), Fraction(0)) / 3, "desa-status-idm", 4)


def water(given: Given) -> Answer:
    """70, 50, 30 or 10 for each point, by its state; the mean of all points."""
    worth = {"memenuhi": 70, "ringan": 50, "sedang": 30, "berat": 10}
    points = [value for state, value in worth.items() for _ in range(int(given[state]))]
    return classed(Fraction(sum(points), len(points)), None)


def worksheet(given: Given) -> Answer:
    """The points of enablers, of results, and of both."""
    points = {name: Fraction(value) for name, value in given.items()}
    results = sum((points[name] for name in RESULTS if name in points), Fraction(0))
    total = sum(points.values(), Fraction(0))
    return {"pengungkit": total - results, "hasil": results, "result": half_up(total)}


def staff(given: Given) -> Answer:
    """The level of a quadrant, and its name."""
    level = Fraction(QUADRANTS[given["hasil"]][given["perilaku"]])
    return {"result": level, "category": CLASS["pegawai-predikat-kinerja@1.0.0"](level)}


def rooted(value: Fraction, degree: int) -> Fraction:
    """A root to 60 digits."""
    exact = Context(prec=60)
    quotient = exact.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Fraction(exact.power(quotient, exact.divide(Decimal(1), Decimal(degree))))


def inequality(given: Given) -> Answer:
    """What women and men lose by being unequal: health against 1 of men, power and work, each by sex."""
    part = {name: Fraction(value) for name, value in given.items()}
    health = rooted(Fraction(5, 100_000) / part["mtf"] / part["mhpk20"], 2), Fraction(1)
    power = [rooted(part[f"kursi_{sex}"] * part[f"sma_{sex}"], 2) / 100 for sex in SEXES]
    work = [part[f"tpak_{sex}"] / 100 for sex in SEXES]
    women, men = (rooted(a * b * c, 3) for a, b, c in zip(health, power, work, strict=True))
    middle = [sum(figures, Fraction(0)) / 2 for figures in (health, power, work)]
    together = rooted(middle[0] * middle[1] * middle[2], 3)
    return {"result": half_up(1 - 2 * women * men / (women + men) / together, 3)}


def share(part: str, whole: str, name: str | None = None) -> Callable[[Given], Answer]:
    """A percentage, rounded, and its class."""
    return lambda given: classed(Fraction(given[part]) / Fraction(given[whole]) * 100, name)


def weighted(name: str | None, weights: dict[str, int]) -> Callable[[Given], Answer]:
    """A weighted mean of what applies, and its class."""

    def compute(given: Given) -> Answer:
        kept = {figure: weight for figure, weight in weights.items() if given[figure] not in LEAVES}
        total = sum((Fraction(given[figure]) * weight for figure, weight in kept.items()), Fraction(0))
        return classed(total / sum(kept.values()), name)

    return compute


def formulas() -> Iterator[tuple[str, Callable[[Given], Answer]]]:
    """The percentages and means of the lists above."""
    for line in SHARES.split("\n")[1:-1]:
        rule, *names = line.split()
        yield f"{rule}@1.0.0", share(*names)
    for line in MEANS.split("\n")[1:-1]:
        rule, name, *pairs = line.split()
        weights = dict(zip(pairs[::2], map(int, pairs[1::2]), strict=True))
        yield f"{rule}@1.0.0", weighted(None if name == "-" else name, weights)


PLACES = {reference: 2 for reference, _ in classes(ROUNDED)}
COMPUTE: dict[str, Callable[[Given], Answer]] = {
    **{reference: scale(classify, PLACES.get(reference)) for reference, classify in CLASS.items()},
    **dict(formulas()),
    "inovasi-daerah-indeks@1.0.0": innovation,
    "pengadaan-itkp@1.0.0": procurement,
    "desa-indeks-idm@1.0.0": village,
    "desa-maju-mandiri@1.0.0": villages,
    "iklh-indeks-air@1.0.0": water,
    "zona-integritas-nilai@1.0.0": worksheet,
    "zona-integritas-nilai@2.0.0": worksheet,
    "gender-ikg@1.0.0": inequality,
    "pegawai-kinerja@1.0.0": staff,
    "pegawai-kuadran-kinerja@1.0.0": lambda given: {
        "result": Fraction(QUADRANTS[given["hasil"]][given["perilaku"]])
    },
}

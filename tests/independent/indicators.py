"""Expected values of the national outcome indicators, their classes and their tables.

Each indicator is computed here a second time, from what its source says, with fractions of the standard
library alone. Nothing of sakip_rules is imported, so a mistake of the engine cannot hide in an expected
value. The examples in the rule files are read only for what is given and what is expected.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.independent.indicators_lists import Answer, Compute, Given, listed, total
from tests.plain import plain

RULES = Path(__file__).parents[2] / "rules" / "nasional"
LEAVES = {"not_applicable", "not_due"}


def mean(values: Sequence[Fraction]) -> Fraction:
    """The mean of what is left."""
    return total(values) / len(values)


def kept(rows: Given) -> list[dict[str, str]]:
    """The rows in which everything applies."""
    return [row for row in rows if not LEAVES & set(row.values())]


def column(rows: Given, name: str) -> list[Fraction]:
    """One column of the rows that apply."""
    return [Fraction(row[name]) for row in kept(rows)]


def root(value: Fraction) -> Fraction:
    """A square root: exact for a perfect square, else cut off after 30 decimals."""
    scale = 10**60
    low = math.isqrt(value.numerator * scale // value.denominator)
    exact = math.isqrt(value.numerator), math.isqrt(value.denominator)
    if exact[0] ** 2 == value.numerator and exact[1] ** 2 == value.denominator:
        return Fraction(*exact)
    return Fraction(low, 10**30)


def rounded(value: Fraction, rounding: dict[str, str]) -> Fraction:
    """Rounded to places: half up, away from zero, or up, never back to zero."""
    scaled = abs(value) * 10 ** int(rounding["places"])
    up = rounding.get("mode", "half_up") == "up"
    whole = math.ceil(scaled) if up else math.floor(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10 ** int(rounding["places"]))


def life_expectancy(given: Given) -> Answer:
    """All years lived by those born alive, over their number."""
    years = total(column(given["kelompok_umur"], "tahun_dijalani"))
    return {"result": years / Fraction(given["lahir_hidup"])}


FIRST_AGE = 7
YEARS = {"TS": 0, "SD": 6, "SMP": 9, "SMA": 12, "D1": 14, "D2": 14, "D3": 15, "S1": 16, "S2": 18, "S3": 18}


def mean_schooling(given: Given) -> Answer:
    """Years by highest diploma, weighted by people."""
    people = [(YEARS[row["jenjang"]], Fraction(row["penduduk"])) for row in given["kelompok"]]
    return {"result": total([y * n for y, n in people]) / total([n for _, n in people])}


def expected_schooling(given: Given) -> Answer:
    """Participation by age from 7 on, 18 years at most."""
    old = [row for row in given["kelompok"] if int(row["usia"]) >= FIRST_AGE]
    years = total([Fraction(row["bersekolah"]) / Fraction(row["penduduk"]) for row in old])
    return {"jumlah": years, "result": min(years, Fraction(18))}


def education(given: Given) -> Answer:
    """Half the index of expected years, half that of mean years."""
    ends = {"harapan_lama_sekolah": 18, "rata_lama_sekolah": 15}
    parts = [min(Fraction(given[name]) / end, Fraction(1)) for name, end in ends.items()]
    return {"result": mean(parts) * 100}


def mean_of_ratios(rows: str, part: str, whole: str) -> Compute:
    """The mean over rows of a percentage of each."""
    return lambda given: {
        "result": mean([Fraction(row[part]) / Fraction(row[whole]) * 100 for row in kept(given[rows])])
    }


def poverty(power: int) -> Compute:
    """The measure of Foster, Greer and Thorbecke with a power."""

    def compute(given: Given) -> Answer:
        line = Fraction(given["garis_kemiskinan"])
        people = [(Fraction(row["orang"]), Fraction(row["pengeluaran"])) for row in given["kelompok"]]
        gaps = total([n * (max(line - spent, Fraction(0)) / line) ** power for n, spent in people])
        return {"result": gaps / total([n for n, _ in people])}

    return compute


def gini(given: Given) -> Answer:
    """One minus twice the area under the curve, by trapezes."""
    rows = kept(given["kelas"])
    sides = [(Fraction(r["kumulatif"]) + Fraction(r["kumulatif_sebelumnya"])) / 2 for r in rows]
    return {"result": 1 - 2 * total([s * p for s, p in zip(sides, column(rows, "penduduk"), strict=True)])}


def williamson(given: Given) -> Answer:
    """The weighted deviation of the areas from the region, over the region."""
    whole = Fraction(given["pdrb_per_kapita_daerah"])
    values, people = (column(given["wilayah"], name) for name in ("pdrb_per_kapita", "penduduk"))
    variance = total([(y - whole) ** 2 * n for y, n in zip(values, people, strict=True)]) / total(people)
    return {"ragam": variance, "result": root(variance) / whole}


def rice(national: str) -> Compute:
    """Paddy times the region's conversion, else the national one, in percent."""
    return lambda given: {
        "result": Fraction(given["produksi_padi"]) * Fraction(given.get("konversi", national)) / 100
    }


def food(need: int) -> Compute:
    """Each group's share of the need times its weight, capped; the sum capped at 100."""

    def compute(given: Given) -> Answer:
        scores = [
            min(Fraction(row["energi"]) * 100 / need * Fraction(row["bobot"]), Fraction(row["skor_maksimal"]))
            for row in given["golongan"]
        ]
        return {"jumlah": total(scores), "result": min(total(scores), Fraction(100))}

    return compute


def land(given: Given) -> Answer:
    """100 less 50/54.3 of the distance of the cover, less its damage, from 84.3 percent."""
    cover = Fraction(given["luas_tutupan_lahan"]) / Fraction(given["luas_wilayah"])
    missing = Fraction("84.3") - (cover - Fraction(given["dampak"])) * 100
    return {"result": 100 - missing * 50 / Fraction("54.3")}


def air(given: Given) -> Answer:
    """100 at 0.1 and 50 at 1, a straight line."""
    return {"result": 100 - (Fraction(given["ieu"]) - Fraction(1, 10)) * 500 / 9}


def water(given: Given) -> Answer:
    """Nemerow: the root of half the squares of the largest and the mean ratio."""
    ratios = column(given["parameter"], "rasio")
    answer: Answer = {"terbesar": max(ratios), "rata_rata": mean(ratios)}
    return answer | {"result": root((max(ratios) ** 2 + mean(ratios) ** 2) / 2)}


def resilience(given: Given) -> Answer:
    """The weighted mean of the priorities."""
    values, weights = (column(given["prioritas"], name) for name in ("nilai", "bobot"))
    return {"result": total([v * w for v, w in zip(values, weights, strict=True)]) / total(weights)}


ASSETS = {
    **dict.fromkeys(("temuan", "penggunaan", "kepemilikan", "kesesuaian"), 15),
    **dict.fromkeys(("pnbp", "laporan", "asuransi", "rusak_berat"), 10),
}


def assets(given: Given) -> Answer:
    """Score over target, times the weight of the element."""
    rows = given["unsur"]
    parts = [Fraction(row["skor"]) / Fraction(row["target"]) * ASSETS[row["kode"]] for row in rows]
    return {"result": total(parts)}


def certificates(given: Given) -> Answer:
    """The mean of two percentages."""
    groups = [Fraction(given[f"bersertifikat_{n}"]) / Fraction(given[f"pegawai_{n}"]) * 100 for n in (1, 2)]
    return {"kelompok_1": groups[0], "kelompok_2": groups[1], "result": mean(groups)}


def competency(given: Given) -> Answer:
    """Actual scores over ideal ones, sums."""
    actual, ideal = (total(column(given["pegawai"], name)) for name in ("skor", "skor_ideal"))
    return {"result": actual / ideal * 100}


def satisfaction(given: Given) -> Answer:
    """The mean over services of the score over the highest possible."""
    rows = kept(given["layanan"])
    names = ("responden", "pertanyaan", "nilai_tertinggi")
    highest = [math.prod(Fraction(row[name]) for name in names) for row in rows]
    shares = [Fraction(row["total_skor"]) / most for row, most in zip(rows, highest, strict=True)]
    return {"result": mean(shares) * 100}


IDEAL = {"D1": 100, "D2": 50, "D3": 33, "D4": 25, "S1": 25, "S2": 50, "S3": 33}


def attainment(given: Given) -> Answer:
    """Graduates on time over registered students, as a percentage of the ideal."""
    aee = Fraction(given["lulus_tepat_waktu"]) / Fraction(given["mahasiswa_terdaftar"]) * 100
    return {"aee": aee, "result": aee / IDEAL[given["jenjang"]] * 100}


def institution(given: Given) -> Answer:
    """The plain mean over levels."""
    rates = [Fraction(row["aee"]) / IDEAL[row["nama"]] for row in kept(given["jenjang"])]
    return {"result": mean(rates) * 100}


def graduates(given: Given) -> Answer:
    """People times weight, further study 0.6, over respondents."""
    placed = total([Fraction(row["orang"]) * Fraction(row["bobot"]) for row in given["kelompok"]])
    return {"result": (placed + Fraction(given["studi_lanjut"]) * 3 / 5) / Fraction(given["responden"]) * 100}


def respondents(given: Given) -> Answer:
    """N / (1 + N × 0.023²), up."""
    number = Fraction(given["lulusan"])
    return {"result": number / (1 + number * Fraction(529, 1000000))}


def income(given: Given) -> Answer:
    """Recognised income over all income."""
    own = total([Fraction(row["nilai"]) for row in given["sumber"] if row["jenis"] == "diakui"])
    return {"result": own / total(column(given["sumber"], "nilai")) * 100}


def table(cells: dict[str, int]) -> Compute:
    """A number of a table."""
    return lambda given: {"result": Fraction(cells[given])}


def classes(*bands: str) -> Callable[[Fraction], str]:
    """Bands from the top: `>` or `>=`, the lowest value, the class. What is below all is the last, alone."""
    parts = [band.split(" ", 2) for band in bands[:-1]]

    def classify(value: Fraction) -> str:
        for sign, low, name in parts:
            if value > Fraction(low) or (sign == ">=" and value == Fraction(low)):
                return name
        return bands[-1]

    return classify


MOTHERS = classes(">= 200 Tinggi", ">= 70 Sedang", "Rendah")
AIR = classes(
    "> 80 Sangat Baik", "> 70 Baik", ">= 60 Cukup", ">= 50 Kurang", ">= 40 Sangat Kurang", "Waspada"
)
WATER = classes("> 10 Cemar Berat", "> 5 Cemar Sedang", "> 1 Cemar Ringan", "Memenuhi Baku Mutu")
RESILIENCE = classes("> 0.8 Tinggi", ">= 0.4 Sedang", "Rendah")
DEMOCRACY = classes("> 80 Baik", ">= 60 Sedang", "Buruk")
CIVIL = classes(">= 91 Sangat Tinggi", ">= 81 Tinggi", ">= 71 Sedang", ">= 61 Rendah", "Sangat Rendah")
CLASSES: dict[str, Callable[[Fraction], str]] = {
    "tata-kelola-profesionalitas-asn-bkn": CIVIL,
    "kesehatan-kelas-kematian-ibu": MOTHERS,
    "kesehatan-kematian-ibu": MOTHERS,
    "lingkungan-kelas-udara": AIR,
    "lingkungan-indeks-udara": AIR,
    "lingkungan-kelas-pencemaran-air": WATER,
    "lingkungan-pencemaran-air": WATER,
    "lingkungan-kelas-ketahanan-daerah": RESILIENCE,
    "lingkungan-ketahanan-daerah": RESILIENCE,
    "tata-kelola-kelas-demokrasi": DEMOCRACY,
    "tata-kelola-demokrasi": DEMOCRACY,
}
OPINIONS = {"TMP": 1, "TW": 2, "WDP": 3, "WTP": 4}
COMPUTE: dict[str, Compute] = {
    "kesehatan-umur-harapan-hidup": life_expectancy,
    "pendidikan-tahun-sekolah": table(YEARS),
    "pendidikan-rata-lama-sekolah": mean_schooling,
    "pendidikan-harapan-lama-sekolah": expected_schooling,
    "pendidikan-indeks-pendidikan": education,
    "pendidikan-penyerapan-lulusan-smk": mean_of_ratios("sekolah", "terserap", "lulusan"),
    "ekonomi-kedalaman-kemiskinan": poverty(1),
    "ekonomi-keparahan-kemiskinan": poverty(2),
    "ekonomi-gini": gini,
    "ekonomi-williamson": williamson,
    "ekonomi-produksi-padi": lambda given: {
        "result": Fraction(given["produktivitas"]) * Fraction(given["luas_panen"]) / 10
    },
    "ekonomi-produksi-beras@1.0.0": rice("62.74"),
    "ekonomi-produksi-beras@2.0.0": rice("64.02"),
    "ekonomi-pola-pangan-harapan@1.0.0": food(2000),
    "ekonomi-pola-pangan-harapan@2.0.0": food(2100),
    "lingkungan-indeks-udara": air,
    "lingkungan-indeks-lahan": land,
    "lingkungan-pencemaran-air": water,
    "lingkungan-risiko-bencana": lambda given: {
        "result": Fraction(given["ancaman"]) * Fraction(given["kerentanan"]) / Fraction(given["kapasitas"])
    },
    "lingkungan-ketahanan-daerah": resilience,
    "tata-kelola-urutan-opini": table(OPINIONS),
    "tata-kelola-opini-bpk": lambda given: {"result": Fraction(OPINIONS[given["opini"]])},
    "tata-kelola-bobot-aset": table(ASSETS),
    "tata-kelola-pengelolaan-aset": assets,
    "tata-kelola-sertifikasi-kompetensi": certificates,
    "tata-kelola-kesesuaian-kompetensi": competency,
    "tata-kelola-kepuasan-layanan": satisfaction,
    "perguruan-tinggi-aee-ideal": table(IDEAL),
    "perguruan-tinggi-aee-jenjang": attainment,
    "perguruan-tinggi-aee": institution,
    "perguruan-tinggi-lulusan-terserap": graduates,
    "perguruan-tinggi-responden-minimum": respondents,
    "perguruan-tinggi-pendapatan-non-pendidikan": income,
}


COMPUTE |= dict(listed())
REFERENCES = sorted({name if "@" in name else f"{name}@1.0.0" for name in [*COMPUTE, *CLASSES]})


def computed(reference: str, given: Given) -> Answer:
    """All figures of one example, not rounded, and the class."""
    name = reference.partition("@")[0]
    compute = COMPUTE.get(reference, COMPUTE.get(name))
    classify = CLASSES.get(name)
    try:
        answer = compute(given) if compute else {}
    except ZeroDivisionError:
        return {"reason": "division-by-zero"}
    if classify:
        answer["category"] = classify(answer["result"] if compute else Fraction(given))
    return answer


def constant(text: str) -> Fraction:
    """A number, or a quotient of two, as an example writes it."""
    above, _, below = text.partition("/")
    return Fraction(above.strip()) / Fraction(below.strip() or 1)


def figures(example: Given) -> Answer:
    """What an example expects, by figure, but for absent results that need no calculation."""
    expected: Answer = {name: Fraction(value) for name, value in example.get("steps", {}).items()}
    expected |= {"result": constant(example["result"])} if "result" in example else {}
    expected |= {"category": example["category"]} if "category" in example else {}
    by_zero = example.get("reason") == "division-by-zero"
    return expected | ({"reason": example["reason"]} if by_zero else {})


def rule(reference: str) -> Any:
    """A rule file."""
    name, _, version = reference.partition("@")
    text = (RULES / name / f"{version}.yaml").read_text(encoding="utf-8")
    return plain(text)


def rows(reference: str) -> Iterator[tuple[str, str, Any, Any]]:
    """Example, figure, expected and computed, for every expected figure of a rule."""
    data = rule(reference)
    for example in data["examples"]:
        expected = figures(example)
        answer = computed(reference, example["given"]) if expected else {}
        rounding = example.get("rounding", data.get("rounding"))
        if rounding and "result" in answer:
            answer["result"] = rounded(answer["result"], rounding)
        for figure, value in expected.items():
            yield example["title"], figure, value, answer.get(figure)

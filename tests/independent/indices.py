"""Expected values of the national rules on IKPA, absorption, surveys, SPBE, SPM, SPIP, RB and IPM.

Each rule is computed here a second time, from what its source says, with fractions of the standard library
(and decimals of 60 digits where a logarithm is needed). Nothing of sakip_rules is imported, so a mistake of
the engine cannot hide in an expected value. The examples in the rule files are read only for what is given
and what is expected.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.independent.ikpa import (
    IKPA,
    LEAVES,
    Answer,
    Given,
    half_up,
    lower_closed,
    mean,
    num,
    scale,
    upper_closed,
)
from tests.plain import plain

RULES = Path(__file__).parents[2] / "rules" / "nasional"
SMART = {"tw1": 15, "tw2": 40, "tw3": 60, "tw4": 90}


def milestone(given: Given) -> Answer:
    """Absorption minus the milestone of the quarter."""
    spent = Fraction(given["realisasi_anggaran"]) / Fraction(given["pagu"]) * 100
    return {"result": half_up(spent - SMART[given["triwulan"]]), "serapan": half_up(spent)}


def medium_term(given: Given) -> Answer:
    """Realised to date over the final target."""
    years = [value for row in given["tahun"] if (value := num(row["realisasi"])) is not None]
    so_far = sum(years, Fraction(0)) if given["kumulatif"] == "ya" else years[-1]
    return {"result": half_up(so_far / Fraction(given["target_akhir"]) * 100), "sampai_tahun_ini": so_far}


def path(given: Given) -> Answer:
    """The part of the way from the baseline to the final target."""
    start, now, end = (Fraction(given[name]) for name in ("kondisi_awal", "realisasi", "target_akhir"))
    return {"result": half_up((start - now) / (start - end) * 100)}


def growth(given: Given) -> Answer:
    """Change over last year's figure."""
    now, before = Fraction(given["nilai"]), Fraction(given["nilai_sebelumnya"])
    return {"result": half_up((now / before - 1) * 100)}


SERVICE = ("Sangat Baik", "Baik", "Kurang Baik", "Tidak Baik")
SERVICE_2004 = lower_closed(*zip(("81.26", "62.51", "43.76", "25"), SERVICE, strict=True))
SERVICE_2017 = lower_closed(*zip(("88.31", "76.61", "65", "25"), SERVICE, strict=True))


def survey_2004(given: Given) -> Answer:
    """Fourteen elements × 0.071 × 25."""
    total = sum(
        (Fraction(row["jumlah_skor"]) / Fraction(row["responden"]) for row in given["unsur"]), Fraction(0)
    )
    result = half_up(total * Fraction("0.071") * 25)
    return {"result": result} | ({"category": SERVICE_2004(result)} if result >= 25 else {})


def survey_2017(given: Given) -> Answer:
    """The weighted mean of the elements × 25."""
    weights = [Fraction(row.get("bobot", "1")) for row in given["unsur"]]
    scores = [Fraction(row["jumlah_skor"]) / Fraction(row["responden"]) for row in given["unsur"]]
    raw = sum((s * w for s, w in zip(scores, weights, strict=True)), Fraction(0)) / sum(weights)
    result = half_up(raw * 25)
    return {"result": result, "category": SERVICE_2017(result)}


GRADES = ("Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang")
SPBE_CLASS = lower_closed(*zip(("4.2", "3.5", "2.6", "1.8", "0"), GRADES, strict=True))
PEMDI_CLASS = lower_closed(*zip(("4", "3.5", "2.5", "1.5", "1"), GRADES, strict=True))
ASPECTS = {
    "kebijakan": {"kebijakan_internal": "13"},
    "tata_kelola": {"perencanaan_strategis": "10", "tik": "10", "penyelenggara": "5"},
    "manajemen": {"penerapan_manajemen": "12", "audit_tik": "4.5"},
    "layanan": {"administrasi": "27.5", "layanan_publik": "18"},
}
PEMDI = (5, 5, 5, 5, 5, 3, 3, 4, 4, 4, 3, 4, 5, 5, 4, 4, 4, 3, 10, 15)


def spbe_2018(given: Given) -> Answer:
    """Three domains, 17/28/55."""
    weights = {"kebijakan": 17, "tata_kelola": 28, "layanan": 55}
    return {"result": sum((Fraction(given[name]) * w for name, w in weights.items()), Fraction(0)) / 100}


def spbe_2020(given: Given) -> Answer:
    """Eight aspects, each the mean of its indicators."""
    answer: Answer = {}
    total = Fraction(0)
    for domain, aspects in ASPECTS.items():
        points = sum(
            (
                mean([Fraction(row["tingkat"]) for row in given[name]]) * Fraction(w)
                for name, w in aspects.items()
            ),
            Fraction(0),
        )
        answer[f"domain_{domain}"] = half_up(points / sum(Fraction(w) for w in aspects.values()), 4)
        total += points
    return answer | {"result": total / 100, "category": SPBE_CLASS(total / 100)}


def pemdi(given: Given) -> Answer:
    """Twenty indicators with a weight each."""
    result = sum((Fraction(given[f"indikator_{k}"]) * w for k, w in enumerate(PEMDI, 1)), Fraction(0)) / 100
    return {"result": result, "category": PEMDI_CLASS(result)}


SPM_NAMES = (
    "Tuntas Paripurna",
    "Tuntas Utama",
    "Tuntas Madya",
    "Tuntas Pratama",
    "Tuntas Muda",
    "Belum Tuntas",
)
SPM_CLASS = lower_closed(*zip(("100", "90", "80", "70", "60", "0"), SPM_NAMES, strict=True))
SPIP_NAMES = ("Optimum", "Terkelola dan Terukur", "Terdefinisi", "Berkembang", "Rintisan")
SPIP_CLASS = lower_closed(*zip(("4.5", "4", "3", "2", "1"), SPIP_NAMES, strict=True))
RB_NAMES = ("Sangat Memuaskan", "Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
RB_CLASS = upper_closed(*zip(("90", "80", "70", "60", "50", "30", "-1"), RB_NAMES, strict=True))
IPM_CLASS = lower_closed(("80", "Sangat Tinggi"), ("70", "Tinggi"), ("60", "Sedang"), ("0", "Rendah"))
SPENT_CLASS = lower_closed(
    ("95", "Sangat Tinggi"), ("85", "Tinggi"), ("70", "Sedang"), ("-1000000", "Rendah")
)


def spm(given: Given) -> Answer:
    """80 % people reached, 20 % quality, mean of the services."""
    services = [
        None if row["penerima"] in LEAVES else Fraction(row["penerima"]) * 4 / 5 + Fraction(row["mutu"]) / 5
        for row in given["layanan"]
    ]
    return {"result": half_up(mean(services)), "category": SPM_CLASS(mean(services))}


def spip(given: Given) -> Answer:
    """40/30/30."""
    weights = {"penetapan_tujuan": 4, "struktur_proses": 3, "pencapaian_tujuan": 3}
    result = sum((Fraction(given[name]) * w for name, w in weights.items()), Fraction(0)) / 10
    return {"result": result, "category": SPIP_CLASS(result)}


def integrity_zone(given: Given) -> Answer:
    """Four conditions; one that certainly fails decides."""
    high, ministry = given["tujuan"] == "WBBM", given["jenis_instansi"] == "kl"
    holds = given["opini_bpk"] == "WTP" and (
        Fraction(given["nilai_sakip"]) > (70 if high else 60)
        and Fraction(given["indeks_rb"]) > 50 + 10 * high + 10 * ministry
        and int(given["tingkat_spip"]) >= 3
    )
    return {"result": Fraction(int(holds))}


def reform(given: Given) -> Answer:
    """Enablers plus results."""
    total = Fraction(given["pengungkit"]) + Fraction(given["hasil"])
    return {"result": half_up(total), "category": RB_CLASS(total)}


def human_development(given: Given) -> Answer:
    """The cube root of three indices; the logarithm and the root with 60 digits."""
    getcontext().prec = 60
    held = [
        min(max((Decimal(given[name]) - low) / span, Decimal(0)), Decimal(1)) * 100
        for name, low, span in (
            ("umur_harapan_hidup", 20, 65),
            ("harapan_lama_sekolah", 0, 18),
            ("rata_lama_sekolah", 0, 15),
        )
    ]
    low, high = Decimal(1007436), Decimal(26572352)
    spent = min(max(Decimal(given["pengeluaran"]), low), high)
    schooling, spending = (held[1] + held[2]) / 2, (spent.ln() - low.ln()) / (high.ln() - low.ln()) * 100
    product = held[0] * schooling * spending
    # 40 places: a product that is a perfect cube comes out of ln and exp a hair beside its root
    root = Fraction(round((product.ln() / 3).exp(), 40)) if product else Fraction(0)
    names = ("indeks_kesehatan", "indeks_pendidikan", "indeks_pengeluaran")
    parts = {n: half_up(Fraction(v)) for n, v in zip(names, (held[0], schooling, spending), strict=True)}
    return {"result": half_up(root), "category": IPM_CLASS(root), **parts}


def trend(given: Given) -> Answer:
    """100, 50 or 0 for two, one or none of two conditions."""
    holding = (given["meningkat"] == "ya") + (Fraction(given["persentase_2024"]) >= 80)
    return {"result": Fraction(50 * holding)}


def ratio(part: str, whole: str) -> Callable[[Given], Answer]:
    """A percentage of two figures, rounded."""
    return lambda given: {"result": half_up(Fraction(given[part]) / Fraction(given[whole]) * 100)}


COMPUTE: dict[str, Callable[[Given], Answer]] = {
    **IKPA,
    "ikpa-kualitas-anggaran@1.0.0": lambda given: {
        "result": half_up(Fraction(given["ikpa"]) * 2 / 5 + Fraction(given["smart"]) * 3 / 5)
    },
    "serapan-anggaran@1.0.0": ratio("realisasi_anggaran", "pagu"),
    "serapan-sasaran-smart@1.0.0": lambda given: {"result": Fraction(SMART[given])},
    "serapan-triwulan-smart@1.0.0": milestone,
    "skala-serapan@1.0.0": scale(SPENT_CLASS),
    "kemajuan-jangka-menengah@1.0.0": medium_term,
    "kemajuan-dari-awal@1.0.0": path,
    "pertumbuhan@1.0.0": growth,
    "rasio-permendagri@1.0.0": ratio("realisasi", "target"),
    "rasio-permendagri@2.0.0": ratio("realisasi", "target"),
    "skm-indeks@1.0.0": survey_2004,
    "skm-indeks@2.0.0": survey_2017,
    "skm-mutu@1.0.0": scale(SERVICE_2004, 2),
    "skm-mutu@2.0.0": scale(SERVICE_2017, 2),
    "spbe-indeks@1.0.0": spbe_2018,
    "spbe-indeks@2.0.0": spbe_2020,
    "spbe-indeks@3.0.0": pemdi,
    "spbe-predikat@1.0.0": scale(SPBE_CLASS),
    "spbe-predikat@2.0.0": scale(PEMDI_CLASS),
    "spm-indeks@1.0.0": spm,
    "spm-kelas@1.0.0": scale(SPM_CLASS),
    "spip-maturitas@1.0.0": spip,
    "spip-tingkat@1.0.0": scale(SPIP_CLASS),
    "zona-integritas@1.0.0": integrity_zone,
    "rb-indeks@1.0.0": reform,
    "rb-predikat@1.0.0": scale(RB_CLASS),
    "ipm@1.0.0": human_development,
    "ipm-kelas@1.0.0": scale(IPM_CLASS),
    "tren-layanan-ppks@1.0.0": trend,
}


def examples(reference: str) -> Iterator[Any]:
    """The examples of a rule, every scalar as text."""
    name, _, version = reference.partition("@")
    text = (RULES / name / f"{version}.yaml").read_text(encoding="utf-8")
    yield from plain(text)["examples"]


def figures(example: Given) -> Answer:
    """What an example expects, but for absent results, which need no calculation."""
    expected = {name: Fraction(value) for name, value in example.get("steps", {}).items()}
    if "status" not in example:
        expected |= {"result": Fraction(example["result"])} if "result" in example else {}
        expected |= {"category": example["category"]} if "category" in example else {}
    return expected

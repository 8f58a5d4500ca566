"""Expected values of the national rules on IKPA, absorption, surveys, SPBE, SPM, SPIP, RB and IPM.

Each rule is computed here a second time, from what its source says, with fractions of the standard library
(and decimals of 60 digits where a logarithm is needed). Nothing of sakip_rules is imported, so a mistake of
the engine cannot hide in an expected value. The examples in the rule files are read only for what is given
and what is expected.

    python tools/worked/second_half.py        a table: rule, example, figure, expected, computed; 1 if any differ
"""

# ruff: noqa: INP001 -- a script of the repository, not a module of a package

import sys
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parents[2] / "rules" / "nasional"
LEAVES = {"not_applicable", "not_due"}
Answer = dict[str, Any]
Given = Any


def num(text: str) -> Fraction | None:
    """A number of an example; nothing for one that does not apply or is not due."""
    return None if text in LEAVES else Fraction(text)


def half_up(value: Fraction, places: int = 2) -> Fraction:
    """Rounded, ties away from zero."""
    scaled = abs(value) * 10**places + Fraction(1, 2)
    return Fraction(scaled.numerator // scaled.denominator, 10**places) * (1 if value >= 0 else -1)


def mean(values: Sequence[Fraction | None]) -> Fraction:
    """The mean of what applies."""
    kept = [value for value in values if value is not None]
    return sum(kept, Fraction(0)) / len(kept)


def share(part: str, whole: str) -> Fraction | None:
    """Percent of a whole; nothing where the part does not apply or is not due."""
    return None if part in LEAVES or whole in LEAVES else Fraction(part) / Fraction(whole) * 100


def lower_closed(*bands: tuple[str, str]) -> Callable[[Fraction], str]:
    """Bands from the top, each with the lowest value that belongs to it."""
    return lambda value: next(name for low, name in bands if value >= Fraction(low))


def upper_closed(*bands: tuple[str, str]) -> Callable[[Fraction], str]:
    """Bands from the top, each with the value that it begins above."""
    return lambda value: next(name for low, name in bands if value > Fraction(low))


IKPA_CLASS = lower_closed(("95", "Sangat Baik"), ("89", "Baik"), ("70", "Cukup"), ("0", "Kurang"))
FIVES = "revisi_dipa deviasi_hal_iii lpj_bendahara perencanaan_kas kesalahan_spm retur_sp2d pagu_minus dispensasi_spm"
SMALL = dict.fromkeys(FIVES.split(), 5)
WEIGHTS = {
    "1.0.0": {"penyerapan": 15, "kontraktual": 15, "tagihan": 12, "capaian_output": 10, "up_tup": 8, **SMALL},
    "2.0.0": {"penyerapan": 15, "capaian_output": 17, "kontraktual": 10, "tagihan": 10, "up_tup": 8, **SMALL},
    "3.0.0": dict(revisi_dipa=10, deviasi_hal_iii=10, penyerapan=20, kontraktual=10, tagihan=10, up_tup=10)
    | dict(dispensasi_spm=5, capaian_output=25),
    "4.0.0": dict(revisi_dipa=10, deviasi_hal_iii=15, penyerapan=20, kontraktual=10, tagihan=10, up_tup=10)
    | dict(capaian_output=25),
}


def ikpa_mean(version: str) -> Callable[[Given], Answer]:
    """IKPA until 2023: the weighted mean of what applies, a raw score counting 100 at most."""

    def compute(given: Given) -> Answer:
        kept = {name: value for name in WEIGHTS[version] if (value := num(given[name])) is not None}
        weights = WEIGHTS[version]
        total = sum((min(value, Fraction(100)) * weights[name] for name, value in kept.items()), Fraction(0))
        result = half_up(total / sum(weights[name] for name in kept))
        return {"result": result} | ({"category": IKPA_CLASS(result)} if version == "3.0.0" else {})

    return compute


def ikpa_parts(given: Given) -> Answer:
    """IKPA from 2024: parts rounded first, their sum over the weights that apply, minus the dispensation."""
    weights = WEIGHTS["4.0.0"]
    parts = {
        name: half_up(min(value * weight / 100, Fraction(weight)))
        for name, weight in weights.items()
        if (value := num(given[name])) is not None
    }
    applying = sum(weights[name] for name in parts)
    converted = half_up(sum(parts.values(), Fraction(0)) / Fraction(applying, 100))
    result = max(converted - Fraction(given["pengurangan_dispensasi"]), Fraction(0))
    steps = {f"bagian_{name}": part for name, part in parts.items()}
    return {
        "result": result,
        "category": IKPA_CLASS(result),
        **steps,
        "nilai_konversi": converted,
        "bobot_berlaku": applying,
    }


def revisions_2020(given: Given) -> Answer:
    """1 / n × 100 a quarter, one revision being allowed."""
    quarters = [num(row["revisi"]) for row in given["triwulan"]]
    return {"result": half_up(mean([None if n is None else Fraction(100) / max(n, 1) for n in quarters]))}


def revisions_2024(given: Given) -> Answer:
    """110 up to one revision, 100 for two, 50 beyond, by half-year."""
    points = {0: 110, 1: 110, 2: 100}
    halves = [num(row["revisi"]) for row in given["semester"]]
    return {"result": mean([None if n is None else Fraction(points.get(int(n), 50)) for n in halves])}


def type_deviation(row: Given) -> Fraction | None:
    """How far one spending type is from its plan, in percent, 100 at most."""
    plan, spent = num(row["rpd"]), num(row["realisasi"])
    if plan is None or spent is None:
        return None
    if plan == 0:
        return Fraction(0 if spent == 0 else 100)
    return min(Fraction(100), abs(spent - plan) / plan * 100)


def deviation(*, weighted: bool) -> Callable[[Given], Answer]:
    """The mean of January to November; up to 5 scores 100, above it 100 minus the deviation."""

    def month(rows: Given) -> Fraction | None:
        pairs = [(type_deviation(row), Fraction(row["pagu"]) if weighted else Fraction(1)) for row in rows]
        kept = [(value, weight) for value, weight in pairs if value is not None]
        return sum((v * w for v, w in kept), Fraction(0)) / sum(w for _, w in kept) if kept else None

    def compute(given: Given) -> Answer:
        average = mean([month(row["belanja"]) for row in given["bulan"] if int(row["nomor"]) != 12])
        result = half_up(Fraction(100) if average <= 5 else 100 - average)
        return {"result": result, "category": IKPA_CLASS(result), "deviasi": half_up(average)}

    return compute


TYPES = ("pegawai", "barang", "modal", "bansos")
TARGETS = {"tw1": (20, 15, 10, 25), "tw2": (50, 50, 40, 50), "tw3": (75, 70, 70, 75), "tw4": (95, 90, 90, 95)}
CARD = {"tw1": Fraction(1), "tw2": Fraction(5), "tw3": Fraction(9), "tw4": Fraction("12.5")}
SMART = {"tw1": 15, "tw2": 40, "tw3": 60, "tw4": 90}


def absorption(given: Given) -> Answer:
    """Spending over the cumulative target of its type, capped, weighted by ceiling, mean of quarters."""

    def quarter(row: Given) -> Fraction | None:
        parts = []
        for line in row["belanja"]:
            ceiling, spent = Fraction(line["pagu"]), num(line["realisasi"])
            target = ceiling * TARGETS[row["nama"]][TYPES.index(line["jenis"])] / 100
            if ceiling and spent is not None:
                parts.append((min(spent / target * 100, Fraction(100)), ceiling))
        return sum((v * w for v, w in parts), Fraction(0)) / sum(w for _, w in parts) if parts else None

    result = half_up(mean([quarter(row) for row in given["triwulan"]]))
    return {"result": result, "category": IKPA_CLASS(result)}


def contracts_2022(given: Given) -> Answer:
    """40 % registered on time, 60 % acceleration."""
    on_time = Fraction(given["kontrak_tepat_waktu"]) / Fraction(given["kontrak_didaftarkan"])
    result = half_up(40 * on_time + Fraction(given["akselerasi"]) * 60 / 100)
    return {"result": result, "category": IKPA_CLASS(result)}


def contracts_2024(given: Given) -> Answer:
    """20 % distribution, 40 % early contracts, 40 % acceleration."""
    signed = [row["waktu"] for row in given["kontrak"]]
    by_june = Fraction(sum(when != "setelah_juni" for when in signed), len(signed))
    steps = upper_closed(("0.75", "100"), ("0.5", "80"), ("0.25", "60"), ("0", "50"), ("-1", "0"))
    points = {"sebelum_januari": Fraction(120), "januari_maret": Fraction(110)}
    early = [points[when] for when in signed if when in points]
    fast = [Fraction(110 - 10 * int(row["triwulan"][2])) for row in given["akselerasi"]]
    answer: Answer = {"distribusi": Fraction(steps(by_june))}
    if early and fast:
        total = answer["distribusi"] * 20 + mean(early) * 40 + mean(fast) * 40
        answer |= {"dini": mean(early), "nilai_akselerasi": mean(fast), "result": half_up(total / 100)}
    return answer


def petty_cash(given: Given) -> Answer:
    """90 % cash, 10 % card."""
    on_time = Fraction(given["pertanggungjawaban_tepat_waktu"]) / Fraction(given["pertanggungjawaban"]) * 100
    kept = 100 - Fraction(given["setoran_tup"]) / Fraction(given["tup"]) * 100
    cash = on_time / 2 + Fraction(given["gup_disebulankan"]) / 4 + kept / 4
    answer: Answer = {"tunai": cash, "result": half_up(cash * 9 / 10)}
    if given["memakai_kkp"] == "ya":
        target = CARD[given["triwulan"]] / 100 * 12 * Fraction(given["pagu_kkp_bulanan"])
        card = 11 if Fraction(given["belanja_kkp"]) >= target else 10
        answer |= {"target_kkp": target, "result": half_up(cash * 9 / 10 + card)}
    return answer


def outputs_2024(given: Given) -> Answer:
    """30 % reported on time, 70 % achievement."""

    def achieved(row: Given) -> Fraction:
        if row["terkonfirmasi"] != "ya":
            return Fraction(0)
        by_volume = given["desember"] == "ya" or Fraction(row["pcro"]) == 100
        pair = ("rvro", "volume") if by_volume else ("pcro", "target_pcro")
        return min(Fraction(row[pair[0]]) / Fraction(row[pair[1]]) * 100, Fraction(100))

    timely = mean([Fraction(100 if row["tepat_waktu"] == "ya" else 0) for row in given["output"]])
    average = mean([achieved(row) for row in given["output"]])
    result = half_up((30 * timely + 70 * average) / 100)
    return {
        "result": result,
        "category": IKPA_CLASS(result),
        "ketepatan_waktu": timely,
        "capaian": half_up(average),
    }


def dispensation(first: str, second: str, third: str, *, rounded: bool) -> Callable[[Given], Answer]:
    """Points taken off, by permil; the bands are closed above."""
    steps = upper_closed((third, "1"), (second, "0.75"), (first, "0.5"), ("0", "0.25"), ("-1", "0"))

    def compute(given: Given) -> Answer:
        permil = Fraction(int(given["spm_dispensasi"]) * 1000, int(given["spm_triwulan_4"]))
        shown = half_up(permil, 3)
        return {"result": Fraction(steps(shown if rounded else permil)), "permil": shown}

    return compute


def bills(given: Given) -> Answer:
    """Bills settled on time, in percent."""
    result = half_up(Fraction(given["spm_tepat_waktu"]) / Fraction(given["spm_kontraktual"]) * 100)
    return {"result": result, "category": IKPA_CLASS(result)}


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
    total = sum((Fraction(row["jumlah_skor"]) / Fraction(row["responden"]) for row in given["unsur"]), Fraction(0))
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
            (mean([Fraction(row["tingkat"]) for row in given[name]]) * Fraction(w) for name, w in aspects.items()),
            Fraction(0),
        )
        answer[f"domain_{domain}"] = half_up(points / sum(Fraction(w) for w in aspects.values()), 4)
        total += points
    return answer | {"result": total / 100, "category": SPBE_CLASS(total / 100)}


def pemdi(given: Given) -> Answer:
    """Twenty indicators with a weight each."""
    result = sum((Fraction(given[f"indikator_{k}"]) * w for k, w in enumerate(PEMDI, 1)), Fraction(0)) / 100
    return {"result": result, "category": PEMDI_CLASS(result)}


SPM_NAMES = ("Tuntas Paripurna", "Tuntas Utama", "Tuntas Madya", "Tuntas Pratama", "Tuntas Muda", "Belum Tuntas")
SPM_CLASS = lower_closed(*zip(("100", "90", "80", "70", "60", "0"), SPM_NAMES, strict=True))
SPIP_NAMES = ("Optimum", "Terkelola dan Terukur", "Terdefinisi", "Berkembang", "Rintisan")
SPIP_CLASS = lower_closed(*zip(("4.5", "4", "3", "2", "1"), SPIP_NAMES, strict=True))
RB_NAMES = ("Sangat Memuaskan", "Memuaskan", "Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang")
RB_CLASS = upper_closed(*zip(("90", "80", "70", "60", "50", "30", "-1"), RB_NAMES, strict=True))
IPM_CLASS = lower_closed(("80", "Sangat Tinggi"), ("70", "Tinggi"), ("60", "Sedang"), ("0", "Rendah"))
SPENT_CLASS = lower_closed(("95", "Sangat Tinggi"), ("85", "Tinggi"), ("70", "Sedang"), ("-1000000", "Rendah"))


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
    return {"result": 50 * Fraction((given["meningkat"] == "ya") + (Fraction(given["persentase_2024"]) >= 80))}


def scale(classify: Callable[[Fraction], str], places: int | None = None) -> Callable[[Given], Answer]:
    """A scale alone, rounded first where it says so."""

    def compute(given: Given) -> Answer:
        value = Fraction(given)
        return {"category": classify(value if places is None else half_up(value, places))}

    return compute


def ratio(part: str, whole: str) -> Callable[[Given], Answer]:
    """A percentage of two figures, rounded."""
    return lambda given: {"result": half_up(Fraction(given[part]) / Fraction(given[whole]) * 100)}


COMPUTE: dict[str, Callable[[Given], Answer]] = {
    **{f"ikpa@{version}": ikpa_mean(version) for version in ("1.0.0", "2.0.0", "3.0.0")},
    "ikpa@4.0.0": ikpa_parts,
    "ikpa-kategori@1.0.0": scale(IKPA_CLASS),
    "ikpa-revisi-dipa@1.0.0": revisions_2020,
    "ikpa-revisi-dipa@2.0.0": revisions_2024,
    "ikpa-deviasi-hal-iii@1.0.0": deviation(weighted=False),
    "ikpa-deviasi-hal-iii@2.0.0": deviation(weighted=True),
    "ikpa-target-penyerapan@1.0.0": lambda given: {
        "result": Fraction(TARGETS[given["triwulan"]][TYPES.index(given["jenis"])])
    },
    "ikpa-penyerapan@1.0.0": absorption,
    "ikpa-kontraktual@1.0.0": contracts_2022,
    "ikpa-kontraktual@2.0.0": contracts_2024,
    "ikpa-tagihan@1.0.0": bills,
    "ikpa-target-kkp@1.0.0": lambda given: {"result": CARD[given]},
    "ikpa-up-tup@1.0.0": petty_cash,
    "ikpa-capaian-output@1.0.0": lambda given: {
        "result": half_up(mean([share(row["terkonfirmasi"], row["output"]) for row in given["bulan"]]))
    },
    "ikpa-capaian-output@2.0.0": outputs_2024,
    "ikpa-dispensasi-spm@1.0.0": dispensation("0.099", "0.99", "4.99", rounded=False),
    "ikpa-dispensasi-spm-tiga-desimal@1.0.0": dispensation("0.099", "0.999", "4.999", rounded=True),
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
    yield from yaml.load(text, yaml.BaseLoader)["examples"]  # noqa: S506 -- BaseLoader makes text only


def figures(example: Any) -> dict[str, Any]:
    """What an example expects, but for absent results, which need no calculation."""
    expected = {name: Fraction(value) for name, value in example.get("steps", {}).items()}
    if "status" not in example:
        expected |= {"result": Fraction(example["result"])} if "result" in example else {}
        expected |= {"category": example["category"]} if "category" in example else {}
    return expected


def rows() -> Iterator[tuple[str, str, str, Any, Any]]:
    """Rule, example, figure, expected and computed, for every expected figure."""
    for reference, compute in COMPUTE.items():
        for example in examples(reference):
            expected = figures(example)
            answer = compute(example["given"]) if expected else {}
            for figure, value in expected.items():
                yield reference, example["title"], figure, value, answer.get(figure)


def main() -> int:
    """Print the table; 1 when something differs."""
    wrong = 0
    for reference, title, figure, expected, computed in rows():
        wrong += expected != computed
        mark = "sama" if expected == computed else "BEDA"
        print(f"{mark}  {reference}  {title}  {figure}: {expected}  {computed}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())

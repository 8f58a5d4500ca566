"""IKPA, for indices.py: the budget execution score of each year and its parts.

Computed from what the sources say with fractions of the standard library; nothing of sakip_rules is imported.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

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
SMALL = {"revisi_dipa": 5, "deviasi_hal_iii": 5, "lpj_bendahara": 5, "perencanaan_kas": 5}
SMALL |= {"kesalahan_spm": 5, "retur_sp2d": 5, "pagu_minus": 5, "dispensasi_spm": 5}
EQUAL = {
    "revisi_dipa": 10,
    "penyerapan": 20,
    "kontraktual": 10,
    "tagihan": 10,
    "up_tup": 10,
    "capaian_output": 25,
}
WEIGHTS = {
    "1.0.0": {"penyerapan": 15, "kontraktual": 15, "tagihan": 12, "capaian_output": 10, "up_tup": 8, **SMALL},
    "2.0.0": {"penyerapan": 15, "capaian_output": 17, "kontraktual": 10, "tagihan": 10, "up_tup": 8, **SMALL},
    "3.0.0": {**EQUAL, "deviasi_hal_iii": 10, "dispensasi_spm": 5},
    "4.0.0": {**EQUAL, "deviasi_hal_iii": 15},
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
    return {
        "result": half_up(
            mean([None if n is None else Fraction(100) / max(n, Fraction(1)) for n in quarters])
        )
    }


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
    """90 % cash, 10 % card (the mean of its quarters), 100 at most; cash weighs what applies."""
    on_time = Fraction(given["pertanggungjawaban_tepat_waktu"]) / Fraction(given["pertanggungjawaban"]) * 100
    parts = [(on_time, 50), (Fraction(given["gup_disebulankan"]), 25)]
    if given["tup"] not in LEAVES:
        received, returned = Fraction(given["tup"]), Fraction(given["setoran_tup"])
        parts.append((100 - returned / received * 100 if received else Fraction(100), 25))
    cash = sum((value * weight for value, weight in parts), Fraction(0)) / sum(weight for _, weight in parts)
    answer: Answer = {"tunai": cash, "result": half_up(min(cash * 9 / 10, Fraction(100)))}
    if given["memakai_kkp"] == "ya":
        year = 12 * Fraction(given["pagu_kkp_bulanan"])
        quarters = [(Fraction(row["belanja"]), CARD[row["triwulan"]] * year / 100) for row in given["kkp"]]
        card = mean([Fraction(110 if spent >= target else 100) for spent, target in quarters])
        total = cash * 9 / 10 + card / 10
        answer |= {"nilai_kkp": card, "result": half_up(min(total, Fraction(100)))}
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


def scale(classify: Callable[[Fraction], str], places: int | None = None) -> Callable[[Given], Answer]:
    """A scale alone, rounded first where it says so."""

    def compute(given: Given) -> Answer:
        value = Fraction(given)
        return {"category": classify(value if places is None else half_up(value, places))}

    return compute


IKPA: dict[str, Callable[[Given], Answer]] = {
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
}

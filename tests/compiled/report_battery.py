"""Small frameworks with every part that a level can have, and a report at its edges: a slip shows in one."""

# ruff: noqa: E501 - a rule stands on one line

from __future__ import annotations

import itertools
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from tests.compiled.battery import SCALE
from tests.written import rules

from sakip_rules.dataclass import replace
from sakip_rules.reader import ReportData

Record = dict[str, Any]

FRAMEWORK: Final = """
    uses: {skala: contoh/skala}
    levels:
      kantor:
        result: semua
        steps:
          semua: mean(sasaran.indikator.capaian, where=given(sasaran.indikator.capaian))
          rata: {formula: mean(sasaran.rata), scale: contoh/skala}
          selisih: semua - tahun_lalu.semua
          tinggi: count(sasaran.indikator.tahun, where=skala(sasaran.indikator.capaian) == T)
          benar: count(sasaran.indikator.tahun, where=sasaran.indikator.tercapai)
          lebar: sum(sasaran.indikator.r.max - sasaran.indikator.r.min)
          kelas: count(sasaran.indikator.tahun, where=sasaran.indikator.pita == T or sasaran.indikator.pilihan == S)
          riwayat_arah: count(sasaran.indikator.rincian.w, where=sasaran.indikator.rincian.w > 1) + sum(sasaran.indikator.tetap.a)
          tertinggi: max(sasaran.indikator.puncak, where=given(sasaran.indikator.puncak))
          lamanya: sum(sasaran.indikator.banyak)
          mundur: mean(riwayat.rata) + first(riwayat.semua)
          arah: count(sasaran.indikator.tahun, where=sasaran.indikator.jenis == P)
      sasaran:
        under: kantor
        result: rata
        inputs: {bobot: {default: 1}}
        steps:
          rata: {formula: mean(indikator.capaian), scale: contoh/skala}
          puncak: max(indikator.capaian, where=given(indikator.capaian))
          berbobot: bobot * sum(indikator.n)
          dengan: {rule: contoh/rata, with: {baris: indikator}}
        checks: [{expect: berbobot < 900, message: Terlalu banyak}]
      indikator:
        under: sasaran
        result: capaian
        inputs:
          realisasi: {from: rule}
          target: {}
          n: {type: count, default: 3}
          lewat: {type: truth}
          jenis: {type: choice, choices: [P, Q]}
          r: {type: range, default: missing}
          rincian:
            each:
              inputs: {v: {}}
              steps: {w: {formula: v / 3, scale: contoh/skala}}
              checks: [{expect: v < 90, message: Terlalu besar}]
        steps:
          capaian: {formula: realisasi / target * 100, scale: contoh/skala}
          kasar: {formula: realisasi / target, rounding: {places: 1, carry: exact, mode: floor}, scale: contoh/skala}
          dinilai: {rule: contoh/nilai, with: {x: realisasi / 7}}
          bulat: {rule: contoh/bulat, with: {x: realisasi / 7}, scale: contoh/skala}
          kasus:
            formula:
              - {when: jenis == P, then: {rule: contoh/nilai, with: {x: target / 3}}}
              - {when: jenis == Q, then: {rule: contoh/bulat, with: {x: target / 3}}}
              - {when: lewat, then: {status: not_due}}
              - {otherwise: n / 7}
          tanpa:
            formula: [{when: target > 5, then: {rule: contoh/nilai, with: {x: target}}}, {otherwise: target}]
            scale: contoh/skala
          pita: skala(capaian)
          pilihan:
            formula: [{when: jenis == P, then: skala(target)}, {when: lewat, then: tahun_lalu.pita}, {otherwise: pita}]
          naik: realisasi - tahun_lalu.realisasi
          banyak: count(riwayat)
          puncak: max(riwayat.realisasi, where=riwayat.pita == T or riwayat.naik > 0)
          terakhir: last(riwayat.year) + last(riwayat.r.max) - count(riwayat, where=riwayat.lewat)
          sama: pita == tahun_lalu.pilihan
          lama: tahun_lalu.tanpa
          luas: tahun_lalu.r.max
          tahun: year - 2000
          tercapai: capaian > 50 or lewat
          isi: sum(rincian.w)
          tetap: {rows: [{a: target, b: n}, {a: 1, b: target / 3}]}
          jumlah: sum(tetap.a, where=given(tetap.b))
        checks:
          - {expect: target != 13, message: Tiga belas}
          - {expect: target != 17, message: Tujuh belas, severity: warning}
"""

BODIES: Final = {
    "scale skala": SCALE,
    "indicator ukur": "inputs: {a: {}, b: {type: count, default: 2}}\nformula: a / b\nchecks: [{expect: a < 99, message: M}]",
    "indicator dua": "inputs: {a: {}}\nformula: a * 1.0050\nrounding: {places: 2, carry: rounded}",
    "indicator kelas": "inputs: {a: {}}\nsteps: {s: {formula: a / 3, scale: contoh/skala}}\nformula: s\nscale: contoh/skala",
    "index nilai": "inputs: {x: {}}\nformula: x * 3\nscale: contoh/skala",
    "index bulat": "inputs: {x: {}}\nformula: x * 3\nrounding: {places: 0, carry: rounded}\nscale: contoh/skala",
    "index rata": "inputs: {baris: {each: {inputs: {capaian: {}, n: {type: count}}}}}\nformula: mean(baris.capaian, weight=baris.n)",
}
ROUNDINGS: Final = ("", "{places: 2, carry: rounded}", "{places: 1, mode: half_up, carry: exact}")

NUMBERS: Final = (
    0, 1, 5, 7, 13, 17, 55, 75, 100, -3, "54.996", "54.94", "74.95", "0.05", "2.345", "10.5", "4.3997", "164.88",
    10**13, 2**64 - 1, 2**64, 10**25, "missing", "not_applicable", "not_due",
    {"status": "not_computable", "reason": "no-case"},
)  # fmt: skip


def _number(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) and value[-1].isdigit() else value


def _records() -> list[Record]:
    """The records below: each number as what is reached, as a target, and as what a rule is given."""
    records: list[Record] = []
    for place, number in enumerate(map(_number, NUMBERS)):
        more: Record = {"lewat": place % 3 == 0, "jenis": "PQ"[place % 2]}
        if place % 4 == 0:
            more["rincian"] = [{"v": number}, {"v": 4}, {"v": 2}, *([{}] if place % 8 else [])]
        if place % 8 == 6:
            more["rincian"] = {"a": {"v": number}, "b": {"v": 3}}
        if place % 8 == 7:
            more["rincian"] = "not_due"
        if place % 5 == 1:
            more["r"] = {"min": 1, "max": place}
        if place % 7 == 2:
            more |= {"lewat": "missing", "jenis": "not_due", "n": 2}
        records.append(more | {"realisasi": number, "target": 8})
        records.append(more | {"realisasi": 6, "target": number})
        records.append({"rule": "contoh/ukur", "data": {"a": number}, "target": 40} | more)
        records.append({"rule": "contoh/dua", "data": {"a": number}, "target": 30} | more)
        records.append({"rule": "contoh/kelas", "data": {"a": number}, "target": 3} | more)
    records += [{}, {"realisasi": 3}, {"target": 4, "rule": "contoh/ukur", "data": {}}]
    return records


def _with_history(records: list[Record]) -> list[Record]:
    """Every record has earlier years like those of others; some state a step."""
    made = []
    for place, record in enumerate(records):
        before = {key: value for key, value in records[place - 3].items() if key != "rule"}
        if "rule" not in record:
            before.pop("data", None)
        elif "data" in before:
            before["data"] = {"a": 21}
        else:
            before.pop("realisasi", None)
        history: Record = {"2019": before} if place % 3 else {"2018": before}
        if place % 11 == 4:
            history["2019"] = {"capaian": "61.5", "realisasi": 4}
            if "rule" in record:
                history["2019"].pop("realisasi")
        made.append({"id": f"i{place}", **record, "history": history})
    return made


def reports() -> list[Record]:
    """Gives the reports, without their frameworks: all records under one, and a few under each of many."""
    records = _with_history(_records())
    few = [
        records[at : at + size]
        for at, size in zip(range(0, len(records), 3), itertools.cycle((1, 3, 2)), strict=False)
    ]
    several = [{"id": f"s{at}", "bobot": at, "indikator": own} for at, own in enumerate([*few, []])]
    alone = [{"id": "s", "indikator": records}]
    good = [
        {
            "id": "s",
            "indikator": [r for r in records if r.get("target") == 8 and r["realisasi"] in (5, 7, 55)],
        }
    ]
    return [{"sasaran": each} for each in (several, alone, good, [])]


@cache
def report_battery(folder: Path) -> list[list[ReportData]]:
    """Gives the reports of each framework."""
    asked = []
    for place, rounding in enumerate(ROUNDINGS):
        stated = f"    rounding: {rounding}\n" if rounding else ""
        catalogue = rules(folder / str(place), BODIES | {"framework k": stated + FRAMEWORK})
        head = {"report": "R", "organization": "O", "year": 2020, "framework": "contoh/k"}
        read = [catalogue.read_report(head | each) for each in reports()]
        asked.append([replace(report, framework=read[0].framework) for report in read])
    return asked

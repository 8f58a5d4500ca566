"""An invented agency with invented names: rules, and a report in which every figure can be checked by hand.

::

    satu   a  nilai 30/70 × 100 = 42.857… → 42.86, patokan 40 → rasio 42.86/40 = 107.15
           b  nilai 12.5, patokan 10, lower is better → rasio (20 − 12.5)/10 = 75
    dua    c  nilai 61.3, patokan 80 → rasio 76.625 → 76.63
           d  nilai missing, patokan 7
    tiga   f  nilai 0, patokan 5 → rasio 0
           g  nilai 4, patokan 5 → rasio 80
    e      (under the agency) the same rule as a, patokan 25
"""

from __future__ import annotations

from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.audit import Audit, Finding

BASIS = "legal_basis: [{document: Contoh buatan, confidence: applied}]"

BAGIAN = f"""
kind: indicator
id: contoh/bagian
version: 1.0.0
title: {{id: Bagian, en: Share}}
valid_from: 2015
polarity: higher_is_better
{BASIS}
inputs: {{ada: {{type: count}}, semua: {{type: count}}}}
formula: ada / semua * 100
unit: persen
scale: contoh/skala
examples: [{{title: tiga per tujuh, given: {{ada: 3, semua: 7}}, rounding: {{places: 2}}, result: 42.86}}]
"""

RASIO = f"""
kind: achievement
id: contoh/rasio
version: 1.0.0
title: {{id: Rasio, en: Ratio}}
valid_from: 2015
{BASIS}
inputs: {{realisasi: {{}}, target: {{}}, polarity: {{type: polarity}}}}
formula:
  - {{when: polarity == higher_is_better, then: realisasi / target * 100}}
  - {{when: polarity == lower_is_better, then: (2 * target - realisasi) / target * 100}}
unit: persen
scale: contoh/skala
examples: [{{title: separuh, given: {{realisasi: 1, target: 2, polarity: higher_is_better}}, result: 50}}]
"""

SKALA = f"""
kind: scale
id: contoh/skala
version: 1.0.0
title: {{id: Skala, en: Scale}}
valid_from: 2015
{BASIS}
unit: persen
bands:
  - {{category: Unggul, code: U, above: 100}}
  - {{category: Sedang, code: S, from: 50, up_to: 100}}
  - {{category: Lemah, code: L, below: 50}}
examples: [{{title: seratus, given: 100, category: Sedang}}]
"""

ROUNDED = "rounding: {places: 2, mode: half_up, carry: rounded}"

KERANGKA = f"""
kind: framework
id: contoh/kerangka
version: 1.0.0
title: {{id: Kerangka, en: Framework}}
valid_from: 2015
{BASIS}
ROUNDING
levels:
  badan:
    result: rasio
    steps:
      rasio: mean(tujuan.rasio, where=given(tujuan.rasio))
      rasio_semua: mean(tujuan.ukuran.rasio, where=given(tujuan.ukuran.rasio))
      biaya: {{formula: sum(tujuan.biaya), unit: rupiah}}
  tujuan:
    under: badan
    result: rasio
    inputs: {{pegawai: {{}}}}
    steps:
      rasio: {{formula: "mean(ukuran.rasio, where=given(ukuran.rasio))", scale: contoh/skala}}
      biaya: {{formula: sum(ukuran.biaya), unit: rupiah}}
      serapan_rata: mean(ukuran.serapan)
  ukuran:
    under: [tujuan, badan]
    result: rasio
    inputs:
      nilai: {{from: rule}}
      patokan: {{}}
      patokan_akhir: {{}}
      arah: {{type: polarity, default: higher_is_better}}
      biaya: {{unit: rupiah}}
      belanja: {{unit: rupiah}}
      pegawai: {{}}
    steps:
      rasio:
        rule: contoh/rasio
        with: {{realisasi: nilai, target: patokan, polarity: arah}}
        scale: contoh/skala
      rasio_akhir: {{rule: contoh/rasio, with: {{realisasi: nilai, target: patokan_akhir, polarity: arah}}}}
      selisih: nilai - patokan
      lebih: rasio - 100
      serapan: belanja / biaya * 100
"""

REPORT = """
report: Laporan contoh
organization: Badan Contoh
year: 2020
framework: contoh/kerangka
PRINT(.)
tujuan:
  - id: satu
    pegawai: 170
    PRINT(satu)
    ukuran:
      - id: a
        rule: contoh/bagian
        data: {ada: 30, semua: 70}
        patokan: 40
        patokan_akhir: 55
        biaya: 125000000
        belanja: 100000000
        pegawai: 105
        history: {2019: {nilai: 41.3, patokan: 38}}
        PRINT(satu/a)
      - id: b
        nilai: 12.5
        patokan: 10
        arah: lower_is_better
        biaya: 50000000
        belanja: 45000000
        pegawai: 60
        PRINT(satu/b)
  - id: dua
    PRINT(dua)
    ukuran:
      - {id: c, nilai: 61.3, patokan: 80, biaya: 20000000, belanja: 0, PRINT(dua/c)}
      - {id: d, patokan: 7, biaya: 0, PRINT(dua/d)}
  - id: tiga
    PRINT(tiga)
    ukuran:
      - {id: f, nilai: 0, patokan: 5, biaya: 2500000, PRINT(tiga/f)}
      - {id: g, nilai: 4, patokan: 5, biaya: 5000000, PRINT(tiga/g)}
ukuran:
  - {id: e, rule: contoh/bagian, data: {ada: 30, semua: 70}, patokan: 25, PRINT(e)}
"""

PATHS = (".", "satu", "satu/a", "satu/b", "dua", "dua/c", "dua/d", "tiga", "tiga/f", "tiga/g", "e")


def audited(folder: Path, printed: dict[str, list[str]], rounding: str = ROUNDED) -> Audit:
    """The audit of the report with printed entries for some records; an entry is the inside of a map."""
    report = REPORT
    for path in PATHS:
        entries = ", ".join("{" + entry + "}" for entry in printed.get(path, []))
        report = report.replace(f"PRINT({path})", f"printed: [{entries}]")
    framework = KERANGKA.replace("ROUNDING", rounding)
    rules = {"bagian": BAGIAN, "rasio": RASIO, "skala": SKALA, "kerangka": framework}
    for name, text in rules.items():
        file = folder / "rules" / "contoh" / name / "1.0.0.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    (folder / "report.yaml").write_text(report, encoding="utf-8")
    return Catalogue.load(folder / "rules").audit_report(folder / "report.yaml")


def finding(folder: Path, path: str, entry: str, rounding: str = ROUNDED) -> Finding:
    """The finding of one printed entry, alone in the report."""
    (found,) = audited(folder, {path: [entry]}, rounding).findings
    return found


def cause(folder: Path, path: str, entry: str, rounding: str = ROUNDED) -> tuple[str, dict[str, str]] | None:
    """The code and the `with` of the cause of one printed entry, alone in the report."""
    found = finding(folder, path, entry, rounding).cause
    return None if found is None else (found.code, dict(found.with_))

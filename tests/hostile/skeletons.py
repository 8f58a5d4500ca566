"""The sound rules and the sound report that hostile formulas and files are made from."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent

SCALE = """\
kind: scale
id: contoh/skala
version: 1.0.0
title: Skala
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
unit: nilai
bands:
  - {category: Baik, code: B, from: 50}
  - {category: Kurang, code: K, below: 50}
examples:
  - {title: batas, given: 50, category: Baik}
"""

TABLE = """\
kind: table
id: contoh/tabel
version: 1.0.0
title: Tabel
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
keys: [huruf]
unit: nilai
rows: {A: 3, B: 2, C: 1}
examples:
  - {title: huruf A, given: A, result: 3}
"""

FORMULAS = """\
kind: index
id: contoh/NAME
version: 1.0.0
title: Rumus dari orang lain
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
unit: satuan
uses: {skala: contoh/skala, tabel: contoh/tabel}
inputs:
  a: {}
  b: {}
  c: {}
  t: {type: truth}
  p: {type: polarity}
  r: {type: range}
  pilih: {type: choice, choices: [A, B, C]}
  rows:
    each:
      inputs:
        x: {}
        y: {}
        k: {type: choice, choices: [A, B, C]}
        u: {type: truth}
        g: {type: range}
        sub: {each: {inputs: {v: {}}}}
  rows2: {each: {inputs: {x: {}}}}
formula: FORMULA
examples:
  - {title: tidak ada data, given: {}, status: missing}
steps:
  terpakai_1: given(a) and given(b) and given(c) and given(t) and given(p) and given(r) and given(pilih)
  terpakai_2: sum(rows.x + rows.y + rows.g.min, where=rows.u and rows.k == A) + sum(rows.sub.v) + sum(rows2.x)
  terpakai_3: tabel(pilih) if skala(a) == B else 0
"""


INDEX = """\
kind: index
id: contoh/NAME
version: 1.0.0
title: Judul
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
unit: satuan
inputs:
  a: {}
  b: {unit: orang}
steps:
  bagian: a / b
formula: bagian * 2
examples:
  - {title: satu, given: {a: 1, b: 2}, result: 1}
"""

FRAMEWORK = """\
kind: framework
id: contoh/NAME
version: 1.0.0
title: Kerangka
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
levels:
  dinas:
    inputs:
      pagu: {unit: rupiah, default: 0}
    steps:
      capaian: mean(sasaran.capaian, where=given(sasaran.capaian))
  sasaran:
    under: dinas
    inputs:
      realisasi: {}
      target: {}
      jumlah: {type: count}
      benar: {type: truth}
      arah: {type: polarity}
      huruf: {type: choice, choices: [A, B]}
      rentang: {type: range}
      anggaran: {unit: rupiah}
      bulan: {each: {inputs: {nilai: {}}}}
    steps:
      capaian: realisasi / target * 100
      anggaran_seluruhnya: anggaran + 0
      rata_rata: mean(bulan.nilai)
"""

REPORT = """\
report: Laporan contoh
organization: Dinas Contoh
year: 2021
framework: contoh/kerangka
sasaran:
  - id: satu
    title: Sasaran satu
    realisasi: 1
    target: 2
    printed:
      - {figure: capaian, value: 50.00, where: Tabel 1}
"""

SKELETONS = {
    "index": INDEX,
    "scale": SCALE,
    "table": TABLE,
    "framework": FRAMEWORK,
    "report": REPORT,
    "example": INDEX,
}

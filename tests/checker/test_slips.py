"""Slips of the keyboard in a right rule: one mistake, one message, at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from sakip_rules import Catalogue

RULE = """\
kind: index
id: contoh/serapan
version: 1.0.0
title: {id: Serapan pagu, en: Budget spent}
description: Berapa bagian pagu yang terserap
valid_from: 2021
legal_basis:
  - document: Peraturan contoh
    section: Pasal 3
    confidence: applied
  - document: Pedoman contoh
    section: Bab II
    confidence: recalled
inputs:
  pagu: {unit: rupiah, title: {id: Pagu, en: Budget}}
  belanja:
    unit: rupiah
  kegiatan:
    each:
      inputs: {bobot: {}, nilai: {}}
steps:
  bagian: belanja / pagu
  sisa: pagu - belanja
  tertimbang: mean(kegiatan.nilai, weight=kegiatan.bobot)
formula: bagian * 100 + tertimbang * sisa * 0
unit: persen
rounding: {places: 2}
checks:
  - expect: belanja <= pagu
    message: {id: Belanja paling tinggi pagu., en: At most the budget.}
  - expect: sum(kegiatan.bobot) == 100
    message: {id: Bobot berjumlah 100., en: Weights sum to 100.}
examples:
  - title: setengah
    given: {pagu: 200, belanja: 100, kegiatan: [{bobot: 100, nilai: 1}]}
    result: 50
  - title: kosong
    given: {belanja: 100}
    status: missing
"""
SLIPS = [
    # what stood there, what was typed, the key of the one message, its line
    ("title: {id: Serapan pagu, en: Budget spent}", "title: *x", "yaml-not-allowed.alias", 4),
    ("title: {id: Serapan pagu, en", "title: {id: &x Serapan pagu, en", "yaml-not-allowed.anchor", 4),
    ("\ntitle: {id", "\njudul: {id", "unknown-key", 4),
    ("\ntitle: {id", "\ntitel: {id", "unknown-key", 4),
    ("\ntitle: {id", "\nTitle: {id", "unknown-key", 4),
    ("title: {id: Serapan pagu, en", "title: {id: Serapan, pagu, en", "formula-cut", 4),
    ("Budget spent}", "Budget spent", "yaml-syntax.bracket", 4),
    ("title: {id: Serapan pagu, en: Budget spent}", "title: [Serapan pagu]", "bad-value.map-expected", 4),
    ("title: {id: Serapan pagu, en: Budget spent}", "title:", "bad-value.empty", 4),
    ("version: 1.0.0", "version: 1,0,0", "id-path.version", 3),
    ("version: 1.0.0", "versi: 1.0.0", "unknown-key", 3),
    ("id: contoh/serapan", "id: *x", "yaml-not-allowed.alias", 2),
    ("kind: index", "kind: indeks", "bad-value.word", 1),
    ("description: Berapa", 'description: "Berapa', "yaml-syntax.quote", 5),
    ("description: Berapa bagian pagu", "description: Berapa #bagian pagu", "bad-value.cut", 5),
    ("description: Berapa", "description:Berapa", "yaml-syntax.space", 5),
    ("valid_from: 2021", "valid_from: tahun 2021", "bad-date.form", 6),
    ("valid_from: 2021", "berlaku_mulai: 2021", "unknown-key", 6),
    ("  - document: Peraturan contoh", "  - dokumen: Peraturan contoh", "unknown-key", 8),
    ("    section: Pasal 3", "    section:Pasal 3", "yaml-syntax.space", 9),
    ("    section: Pasal 3", "\tsection: Pasal 3", "control-character.tab", 9),
    ("    section: Pasal 3", "     section: Pasal 3", "yaml-syntax.colon", 9),
    ("    confidence: applied", "    confidence: diterapkan", "bad-value.word", 10),
    ("    confidence: applied", "    keyakinan: applied", "unknown-key", 10),
    ("  - document: Pedoman contoh", "    document: Pedoman contoh", "duplicate-key.item", 11),
    ("  pagu: {unit", "  pagu: {satuan", "unknown-key", 15),
    ("    unit: rupiah", "    unit: rupiah\n    unit: rupiah", "duplicate-key", 18),
    ("      inputs: {bobot: {}, nilai: {}}", "      inputs: {bobot, nilai: {}}", "formula-cut.empty", 20),
    ("  bagian: belanja / pagu", "  bagian: belanja : pagu", "yaml-syntax.colon", 22),
    ("  bagian: belanja / pagu", "  bagian: belanja ÷ pagu", "formula-not-allowed.sign", 22),
    ("  bagian: belanja / pagu", "  bagian: Belanja / pagu", "unknown-name", 22),
    ("  bagian: belanja / pagu", "  bagian belanja / pagu", "yaml-syntax.colon", 23),
    ("  bagian: belanja / pagu", "  bagian: >\n    belanja / pagu", "yaml-not-allowed.folded", 22),
    ("  bagian: belanja / pagu", "  bagian: {formula: min(belanja, pagu)}", "formula-cut", 22),
    ("  bagian: belanja / pagu", "  bagian: [belanja / pagu]", "bad-value.map-expected", 22),
    ("  bagian: belanja / pagu", "  bagian: belanja #/ pagu", "bad-value.cut", 22),
    ("mean(kegiatan.nilai", "rata_rata(kegiatan.nilai", "formula-not-allowed.keyword", 24),
    ("mean(kegiatan.nilai, weight", "mean(kegiatan.nilai; weight", "formula-not-allowed.operator", 24),
    ("formula: bagian * 100", "formula: bagian x 100", "formula-not-allowed.operator", 25),
    ("formula: bagian * 100", "rumus: bagian * 100", "unknown-key", 25),
    ("formula: bagian * 100", "formula: bagian × 100", "formula-not-allowed.sign", 25),
    ("formula: bagian * 100", "formula: = bagian * 100", "formula-not-allowed.sheet", 25),
    ("formula: bagian * 100 + tertimbang * sisa * 0", "formula: {formula: min(a, b)}", "formula-cut", 25),
    ("formula: bagian * 100 + tertimbang * sisa * 0", "formula: *x", "yaml-not-allowed.alias", 25),
    ("unit: persen", "unit: {persen}", "formula-cut.empty", 26),
    ("rounding: {places: 2}", "rounding: {places: dua}", "bad-value.places", 27),
    ("rounding: {places: 2}", "rounding: 2", "bad-value.rounding-expected", 27),
    ("rounding: {places: 2}", "pembulatan: {places: 2}", "unknown-key", 27),
    ("  - expect: belanja <= pagu", "  - expect: belanja #<= pagu", "bad-value.cut", 29),
    ("  - expect: belanja <= pagu", "  - syarat: belanja <= pagu", "unknown-key", 29),
    ("  - expect: belanja <= pagu", "  - expect: belanja < = pagu", "formula-not-allowed.syntax", 29),
    ("  - title: setengah", '  - title:"setengah: 1"', "yaml-syntax.space", 34),
    ("  - title: setengah", "  - judul: setengah", "unknown-key", 34),
    ("given: {pagu: 200, belanja: 100, k", "given: {pagu: 200,5, belanja: 100, k", "formula-cut", 35),
    ("    result: 50", "    result: lima puluh", "formula-not-allowed.syntax", 36),
    ("    result: 50", "    result: seratus", "bad-value.example-result", 36),
    ("    result: 50", "    hasil: 50", "unknown-key", 36),
    ("    status: missing", "    status: kosong", "bad-value.word", 39),
    ("  - title: kosong", "    title: kosong", "duplicate-key.item", 37),
]


def told(tmp_path: Path, text: str) -> list[tuple[str, int]]:
    """Key and line of all that is said of a rule."""
    file = tmp_path / "contoh" / "serapan" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    found = Catalogue.load(tmp_path).check()
    return [(diagnostic.key, diagnostic.place.line if diagnostic.place else 0) for diagnostic in found]


def test_the_rule_is_right(tmp_path: Path) -> None:
    """Before somebody slips."""
    assert told(tmp_path, RULE) == []


@pytest.mark.parametrize(("stood", "typed", "key", "line"), SLIPS)
def test_one_slip_is_one_message(tmp_path: Path, stood: str, typed: str, key: str, line: int) -> None:
    """Nothing is said that only follows from it."""
    assert RULE.count(stood) == 1
    assert told(tmp_path, RULE.replace(stood, typed)) == [(key, line)]


def test_a_wrong_name_is_told_wherever_it_is_used(tmp_path: Path) -> None:
    """Each use is a place to mend: an editor underlines all of them."""
    found = told(tmp_path, RULE.replace("  belanja:\n", "  belanj:\n"))
    assert found == [("unknown-name", line) for line in (22, 23, 29)]

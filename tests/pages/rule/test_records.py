"""Inputs, steps and checks on the page of a rule."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

RULE = """
    uses: {tabel: contoh/t}
    inputs:
      huruf: {title: Huruf, type: choice, choices: [A, B], default: B}
      pilihan: {type: choice, choices: contoh/t}
      tingkat: {codes: contoh/t}
      periode:
        title: Periode
        each:
          inputs: {nilai: {unit: nilai}}
          steps: {dua: nilai * 2}
          checks: [{expect: nilai > 0, message: harus positif, severity: warning}]
    steps:
      lain:
        rule: contoh/b
        with: {x: sum(periode.nilai)}
        rounding: {places: 1, carry: rounded}
        unit: nilai
      bobot: {rows: {satu: {b: 0.25}, dua: {b: [{when: lain > 1, then: 1}, {otherwise: 2}]}}}
      polos: {rows: [{c: tabel(huruf)}]}
    checks: [{expect: lain < 9, message: terlalu besar}]
    formula: sum(bobot.b) + tingkat + sum(polos.c) + tabel(pilihan)
"""
TABLE = "keys: [huruf]\nrows: {A: 1, B: 2}\nexamples: [{title: t, given: A, result: 1}]"
OTHERS = {"index b": "inputs: {x: {}}\nformula: x", "table t": TABLE}


def test_all_that_a_record_states_is_seen(page_of: PageOf) -> None:
    """Types, units, choices, codes, defaults, what rows hold, bindings, roundings, fixed rows, checks."""
    seen = words(page_of({"index a": RULE, **OTHERS}).body)
    for told in (
        "huruf Huruf pilihan · pilihan: A , B · bila tidak diisi: B",
        "pilihan pilihan · pilihan: Contoh ( contoh/t )",
        "tingkat angka · kode menurut Contoh ( contoh/t )",
        "periode Periode daftar, satu baris per isian Setiap baris berisi: nilai angka · nilai",
        "Dihitung di setiap baris: dua nilai × 2",
        "Syarat di setiap baris: harus positif nilai > 0",
        "nilai > 0 bila tidak dipenuhi: hanya peringatan",
        "lain dihitung dengan aturan Contoh ( contoh/b ) x diisi dengan ∑ periode.nilai",
        (
            "nilai · dibulatkan 1 desimal, setengah ke atas;"
            " langkah berikutnya memakai angka yang sudah dibulatkan"
        ),
        "Baris-baris tetap: satu b = 0,25 dua b = 1 bila lain > 1 2 selain itu",
        "baris 1 c = Contoh ( Huruf )",
        "terlalu besar lain < 9 bila tidak dipenuhi: tidak dapat dihitung",
    ):
        assert told in seen, told


def test_every_link_within_the_page_has_its_place(page_of: PageOf) -> None:
    """Names lead to inputs, steps, rows, aliases; ids are of the form that was promised."""
    page = Page(page_of({"index a": RULE, **OTHERS}).body)
    inner = {target[1:] for target in page.links if target.startswith("#")}
    assert inner <= set(page.ids)
    assert {"masukan-huruf", "masukan-periode-nilai", "langkah-lain", "alias-tabel"} <= inner
    assert {"langkah-periode-dua", "syarat-1", "syarat-periode-1"} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))

"""A framework on its page."""

from tests.pages.rule.conftest import PageOf
from tests.pages.seen import Page, words

RULE = """
    rounding: {places: 2}
    uses: {skala: contoh/s}
    levels:
      akar: {title: Instansi, steps: {capaian: mean(program.capaian)}}
      program: {under: akar, result: capaian, steps: {capaian: mean(anak.capaian)}}
      anak:
        under: [program, akar]
        inputs: {capaian: {title: Capaian anak}}
        checks: [{expect: capaian > 0, message: positif}]
"""
REPORT = """
    examples:
      - title: dua indikator
        report: {year: 2024, program: [{id: p, anak: [{id: x, capaian: 80}, {id: y, capaian: 90}]}]}
        expect: {p: {capaian: {value: 85}}, p/x: {capaian: {value: 80}}}
"""
SCALE = "bands: [{category: X, from: 0}, {category: Y, below: 0}]"


def test_levels_are_an_outline_and_each_is_told_whole(page_of: PageOf) -> None:
    """A level under two others stands below both; names of a level's formulas lead to the level below."""
    body = page_of({"framework a": RULE, "scale s": SCALE}).body
    seen = words(body)
    assert "Semua jenjang Instansi program anak anak dibulatkan 2 desimal" in seen
    assert "skala = Contoh ( contoh/s )" in seen
    assert "anak anak · berada di bawah program atau akar Masukan capaian Capaian anak angka" in seen
    assert "program program · berada di bawah akar · nilai utamanya capaian Langkah capaian" in seen
    assert "Syarat positif Capaian anak > 0" in seen
    page = Page(body)
    assert {"jenjang-akar", "jenjang-anak", "masukan-anak-capaian", "syarat-anak-1"} <= set(page.ids)
    assert {target[1:] for target in page.links if target.startswith("#")} <= set(page.ids)

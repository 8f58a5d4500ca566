from collections.abc import Callable
from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.explainer.computed import figure_lines
from sakip_rules.explainer.spots import Spot
from sakip_rules.languages import Language
from sakip_rules.results import ReportTree

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(tree: ReportTree) -> Lines:
    """The lines of one figure of the small report."""

    def told(path: str, name: str, *, lang: Language = "id", depth: int = 0) -> list[str]:
        node = tree.root.find(path)
        assert node is not None
        spot = Spot(node.now.record, node, 2020, tree.framework)
        figure = node.now.record.figures[name]
        return [line.text for line in figure_lines(figure, spot, depth, lang)]

    return told


def test_a_figure_of_a_rule_shows_the_rule_at_work(lines: Lines) -> None:
    """Case and note, formula as text, in words and with its numbers, exact and rounded value, band."""
    assert lines("a", "capaian") == [
        "capaian = 33,3 persen [Rendah]",
        "dihitung dengan aturan contoh/capaian@2.0.0",
        "bukan kasus ke-1: target (50) = 0 tidak benar",
        "berlaku kasus ke-2 (selain itu): Makin tinggi makin baik.",
        "rumus: realisasi / target * 100",
        "artinya: Yang dicapai ÷ Yang dituju × 100",
        "angkanya: 16,666666… ÷ 50 × 100",
        "tepatnya 100/3 ≈ 33,333333",
        "dibulatkan 1 desimal, setengah ke atas; langkah berikutnya memakai angka yang sudah dibulatkan",
        "kategori Rendah: Kurang dari 100 (skala contoh/skala@1.0.0)",
    ]


def test_a_datum_is_one_line_with_its_document(lines: Lines) -> None:
    """Where it stands is said beside it."""
    assert lines("a", "target", depth=1) == ["target = 50 (dari data, tercantum di Renstra)"]


def test_the_document_is_that_of_the_reports_year(tree: ReportTree) -> None:
    """Where the figure of an earlier year stands is not said."""
    node = tree.root.find("a")
    assert node is not None
    record = node.earlier[2019].record
    told = figure_lines(record.figures["target"], Spot(record, node, 2019), 1, "id")
    assert [line.text for line in told] == ["target = 4 (dari data)"]


def test_a_default_is_told_from_a_datum(lines: Lines) -> None:
    """The reader sees that nobody gave it."""
    assert lines("a", "aktif", depth=1, lang="en") == [
        "aktif = yes (the data does not give it; the rule's default)"
    ]


def test_an_approximate_number_shows_its_ends(lines: Lines) -> None:
    """The root of 50 lies between two neighbouring decimals of 50 digits."""
    assert lines("a", "akar", lang="en")[-1] == (
        "approximate: between 7.0710678118654752440084436210484903928483593768847"
        " and 7.0710678118654752440084436210484903928483593768848"
    )


def test_an_aggregate_shows_its_rows(lines: Lines) -> None:
    """Which counted, which did not, and their values; the mean of 33,3 and 250 is 141,65."""
    assert lines(".", "capaian") == [
        "capaian = 141,65 persen [Tinggi]",
        "rumus: mean(indikator.capaian, where=given(indikator.capaian))",
        "mean: 2 baris dihitung, jumlahnya 283,3; 283,3 ÷ 2 = 141,65; tidak ikut: b (syarat tidak dipenuhi)",
        "a: capaian 33,3 [Rendah]",
        "b: capaian belum ada [Belum dinilai]",
        "c: capaian 250 [Tinggi]",
        "kategori Tinggi: ≥ 100 (skala contoh/skala@1.0.0)",
    ]


def test_a_missing_figure_says_so(lines: Lines) -> None:
    """No number is shown where there is none; the band of absent values is."""
    assert lines("b", "capaian")[0] == "capaian = belum ada [Belum dinilai]"


FRAMEWORK = """\
kind: framework
id: contoh/tahunan
version: 1.0.0
title: Tahunan
valid_from: 2018
legal_basis: [{document: X, confidence: applied}]
levels:
  dinas:
    inputs:
      nilai: {unit: rupiah}
      batas: {type: range}
    steps:
      capaian: nilai - tahun_lalu.nilai + year + batas.max
      pecahan: 1 / 3 ** 10 / 7 ** 10 / 11 ** 10 / 13 ** 10 / 17 ** 10 / 19 ** 10 / 23 ** 10 * nilai
"""
REPORT = """\
report: Tahunan
organization: Dinas
year: 2020
framework: contoh/tahunan
nilai: 5000
batas: {min: 1, max: 3}
history:
  2019: {nilai: 1000, batas: 2}
"""


def test_every_name_of_a_formula_gets_its_number(tmp_path: Path) -> None:
    """Last year's figure, the year, and an end of a range: 5000 - 1000 + 2020 + 3 is 6023."""
    file = tmp_path / "rules" / "contoh" / "tahunan" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / "laporan.yaml").write_text(REPORT, encoding="utf-8")
    report = Catalogue.load(tmp_path / "rules").evaluate_report(tmp_path / "laporan.yaml")
    told = report.explain(".", "capaian").splitlines()
    assert "capaian = 6.023,00" in told[4]
    assert "  angkanya: 5.000 − 1.000 + 2020 + 3" in told
    long = report.explain(".", "pecahan", lang="en")
    assert "its exact value is too long to print" in long


def test_an_end_of_a_range_has_the_title_and_the_number_of_its_range(tmp_path: Path) -> None:
    """What a formula means, and its numbers, name the end that it reads."""
    body = "inputs: {batas: {type: range, title: {id: Batas, en: Limit}}}\nformula: batas.max - batas.min"
    record = (
        rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0").evaluate(batas={"min": 2, "max": 5}).record
    )
    told = [line.text for line in figure_lines(record.result, Spot(record), 0, "en")]
    assert told[1:4] == [
        "formula: batas.max - batas.min",
        "meaning: Limit (max) − Limit (min)",
        "numbers: 5 − 2",
    ]


def test_a_condition_that_is_absent_decides_nothing(tmp_path: Path) -> None:
    """The case is named as one that cannot be decided, with the condition as the formula."""
    body = "inputs: {x: {}}\nformula: [{when: x > 0, then: 1}, {otherwise: 2}]"
    record = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0").evaluate().record
    told = [line.text for line in figure_lines(record.result, Spot(record), 0, "en")]
    assert told == [
        "result = missing",
        "case 1 cannot be decided",
        "formula: x > 0",
        "numbers: missing > 0",
    ]


def test_what_is_absent_does_not_say_that_the_data_gives_it(tmp_path: Path) -> None:
    """Nor that a default that is missing is one; any other default says so."""
    body = """
        inputs: {x: {}, y: {default: {status: missing}}, z: {default: {status: not_due}}}
        formula: 1 if given(x) or given(y) or given(z) else 0
        examples: [{title: t, given: {}, result: 0}]
    """
    record = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0").evaluate(x="not_applicable").record
    lines = [figure_lines(figure, Spot(record), 1, "en") for figure in record.figures.values()]
    assert [line.text for figure in lines for line in figure] == [
        "x = not applicable",
        "y = missing",
        "z = not due yet (the data does not give it; the rule's default)",
    ]


SHARED = """
    bands:
      - {category: Baik, code: B, from: 90, up_to: 100}
      - {category: Kurang, from: 50, below: 90}
      - {category: Baik, from: 0, below: 50}
      - {category: Rusak, status: not_computable, reason: outside-domain}
    domain: {from: 0, up_to: 100}
"""


@pytest.mark.parametrize(
    ("x", "said"),
    [
        ("95", "category Baik: ≥ 90 and ≤ 100 (scale contoh/s@1.0.0)"),
        ("10", "category Baik: ≥ 0 and < 50 (scale contoh/s@1.0.0)"),
        ("101", "category Rusak: not computable: out of range (scale contoh/s@1.0.0)"),
    ],
)
def test_a_category_is_told_with_the_band_of_its_value(tmp_path: Path, x: str, said: str) -> None:
    """One category may have several intervals, and one for numbers that the scale does not know."""
    bodies = {"index a": "inputs: {x: {}}\nformula: x\nscale: contoh/s", "scale s": SHARED}
    told = rules(tmp_path, bodies).rule("contoh/a@1.0.0").evaluate(x=x).explain("en")
    assert said in told


def test_a_category_that_a_rounding_belies_keeps_its_own_band(tmp_path: Path) -> None:
    """74.6 is Kurang by the called rule; what is carried here, 75, has another band."""
    bodies = {
        "index a": """
            inputs: {x: {}}
            steps: {b: {rule: contoh/b, rounding: {places: 0, carry: rounded}}}
            formula: b
        """,
        "index b": "inputs: {x: {}}\nformula: x\nscale: contoh/s",
        "scale s": "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}]",
    }
    told = rules(tmp_path, bodies).rule("contoh/a@1.0.0").evaluate(x="74.6").explain("en")
    assert "b = 75 score [Kurang]" in told
    assert "category Kurang: < 75" in told

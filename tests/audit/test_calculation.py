"""Computing one figure again with other operands."""

from fractions import Fraction
from pathlib import Path

import pytest
from tests.audit.invented import audited
from tests.written import report, rules

from sakip_rules import Catalogue
from sakip_rules.audit import audit_report
from sakip_rules.audit.book import Book, Key
from sakip_rules.audit.calculation import Calculation, Recomputations
from sakip_rules.evaluator import evaluate_report
from sakip_rules.values import NOT_APPLICABLE

LUMAJANG = Path(__file__).parents[2] / "examples" / "dinsos-lumajang-2020.yaml"


@pytest.fixture
def book(tmp_path: Path) -> Book:
    """The invented report."""
    audited(tmp_path, {})
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    return Book(report, evaluate_report(report))


def calculation(book: Book, path: str, figure: str) -> Calculation:
    """The calculation of a figure that has one."""
    found = Recomputations(book).of(Key(path, figure, 2020))
    assert found is not None
    return found


def test_one_operand_changed(book: Book) -> None:
    """42.86 / 50 × 100, with 50 in place of 40; the report itself stays as it was."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({Key("satu/a", "patokan", 2020): Fraction(50)}) == Fraction("85.72")
    assert rasio.value({}) == Fraction("107.15")


def test_an_operand_of_an_indicator_rule(book: Book) -> None:
    """The data of the record's rule are operands of the figure that it gives."""
    nilai = calculation(book, "satu/a", "nilai")
    assert nilai.value({Key("satu/a", "semua", 2020): Fraction(60)}) == 50


def test_an_operand_two_levels_below(book: Book) -> None:
    """(100 + 75 + 76.63 + 0 + 80) / 5; and without c: (107.15 + 75 + 0 + 80) / 4."""
    rasio = calculation(book, ".", "rasio_semua")
    assert rasio.value({Key("satu/a", "rasio", 2020): Fraction(100)}) == Fraction("66.326")
    assert rasio.value({Key("dua/c", "rasio", 2020): NOT_APPLICABLE}) == Fraction("65.5375")


def test_another_polarity_bound(book: Book) -> None:
    """(2 × 40 − 42.86) / 40 × 100."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({}, {"polarity": "lower_is_better"}) == Fraction("92.85")


def test_what_cannot_be_computed_gives_nothing(book: Book) -> None:
    """A division by zero is no value."""
    rasio = calculation(book, "satu/a", "rasio")
    assert rasio.value({Key("satu/a", "patokan", 2020): Fraction(0)}) is None


def test_given_figures_have_no_calculation(book: Book) -> None:
    """What the data give is not computed, and neither is what they lack."""
    given = (("satu/a", "patokan"), ("satu/b", "nilai"), ("dua/d", "nilai"), ("satu", "tidak_ada"))
    for path, figure in given:
        assert Recomputations(book).of(Key(path, figure, 2020)) is None


def test_looks_are_limited(book: Book) -> None:
    """When the looks are used up, nothing is computed any more."""
    rasio = calculation(book, "satu/a", "rasio")
    rasio.looks = 8  # one computation looks at three operands and the figure
    assert rasio.value({}) is not None
    assert rasio.value({}) is not None
    assert rasio.value({}) is None


def test_every_computation_costs_its_looks(book: Book) -> None:
    """A figure of three operands costs four looks each time, with changed operands and by another rule."""
    rasio = calculation(book, "satu/a", "rasio")
    rule = rasio.rule
    assert rule is not None
    for _ in range(2):
        book.looks = 8
        assert (rasio.value({}), book.looks) == (Fraction("107.15"), 4)
        assert (rasio.by(rule), book.looks) == (Fraction("107.15"), 0)
        assert (rasio.value({}), rasio.by(rule)) == (None, None)


def test_the_views_reproduce_a_whole_report(bundled: Catalogue) -> None:
    """Every figure of a real report, of every year, is computed again through the views to the same value."""
    report = bundled.read_report(LUMAJANG)
    book = Book(report, evaluate_report(report))
    keys = [
        Key(node.path, figure.name, year)
        for node in book.nodes.values()
        for year in book.years(node.path)
        for figure in (node.of_year(year) or node.now).record.figures.values()
        if figure.origin in ("computed", "rule") and figure.absent is None
    ]
    again = Recomputations(book)
    assert len(keys) > 150
    assert [key for key in keys if again.of(key) is None] == []


WINDING = """
kind: framework
id: contoh/berliku
version: 1.0.0
title: {id: Berliku, en: Winding}
valid_from: 2015
legal_basis: [{document: Contoh buatan, confidence: applied}]
levels:
  pusat:
    result: nilai
    inputs:
      sasaran: {type: range}
      triwulan: {each: {inputs: {t: {}, r: {}}, steps: {c: r / t * 100}}}
    steps:
      nilai:
        formula:
          - {when: sasaran.min > 50, then: 0}
          - {when: given(bobot), then: mean(triwulan.c)}
      bobot: sum(bagian.bulan.x)
      naik: nilai - tahun_lalu.nilai
      lama: bobot * (year - 2018)
      terbesar: sum(riwayat.nilai)
      baris: {rows: [{b: 1, n: nilai}, {b: 3, n: bobot}]}
      gabungan: mean(baris.n, weight=baris.b)
      jumlah: {rule: contoh/jumlah, with: {isi: triwulan}}
  bagian:
    under: pusat
    result: y
    inputs: {bulan: {each: {inputs: {x: {}, hari: {each: {inputs: {z: {}}}}}}}}
    steps: {y: sum(bulan.x), w: sum(bulan.hari.z)}
"""

JUMLAH = """
kind: index
id: contoh/jumlah
version: 1.0.0
title: {id: Jumlah, en: Total}
valid_from: 2015
legal_basis: [{document: Contoh buatan, confidence: applied}]
inputs: {isi: {each: {inputs: {r: {}}}}}
formula: sum(isi.r) / 3
unit: nilai
rounding: {places: 1, carry: rounded}
examples: [{title: satu, given: {isi: [{r: 3}]}, result: 1.0}]
"""

WOUND = """
report: Berliku
organization: Badan
year: 2020
framework: contoh/berliku
sasaran: {min: 40, max: 45}
printed: [{figure: sasaran, year: 2019, value: 40}, {figure: sasaran, value: 40}]
triwulan: [{t: 4, r: 1}, {t: 4, r: 3}]
history: {2019: {sasaran: 40, triwulan: [{t: 10, r: 1}]}}
bagian:
  - {id: p, bulan: [{x: 5, hari: [{z: 2}, {z: 3}]}, {x: 6}], history: {2019: {bulan: [{x: 1}]}}}
  - {id: q, bulan: {satu: {x: 7}}}
"""


@pytest.fixture
def wound(tmp_path: Path) -> Book:
    """A report with ranges, cases, collections, fixed rows and other years.

    nilai 2020 = (25 + 75)/2 = 50, 2019 = 10; bobot = 5 + 6 + 7 = 18; jumlah = 4/3 → 1.3.
    """
    for name, text in (("berliku", WINDING), ("jumlah", JUMLAH)):
        file = tmp_path / "rules" / "contoh" / name / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    (tmp_path / "wound.yaml").write_text(WOUND, encoding="utf-8")
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "wound.yaml")
    return Book(report, evaluate_report(report))


@pytest.mark.parametrize(
    ("figure", "changed", "value"),
    [
        ("naik", {("nilai", 2019): 20}, 30),
        ("naik", {("nilai", 2020): 60}, 50),
        ("terbesar", {("nilai", 2019): 20}, 70),
        ("terbesar", {("nilai", 2020): 60}, 70),
        ("nilai", {("sasaran", 2020): 51}, 0),
        ("nilai", {}, 50),
        ("bobot", {}, 18),
        ("lama", {}, 36),
        ("gabungan", {}, 26),
        ("jumlah", {}, Fraction(4, 3)),
    ],
)
def test_views_of_every_kind_of_name(
    wound: Book, figure: str, changed: dict[tuple[str, int], int], value: Fraction
) -> None:
    """Ranges, cases, collections, last year and history are seen as the evaluator sees them."""
    changes = {Key(".", name, year): Fraction(number) for (name, year), number in changed.items()}
    assert calculation(wound, ".", figure).value(changes) == value


def test_a_range_of_one_point_is_a_number(wound: Book) -> None:
    """The target 40 of 2019 is compared as a number; 40 to 45 is not what a single number prints."""
    one_point, two_ends = audit_report(wound.report).findings
    assert (one_point.recomputed, one_point.verdict) == ("40", "same")
    assert (two_ends.recomputed, two_ends.verdict) == ("{min: 40, max: 45}", "differs")


def test_collections_within_collections(wound: Book) -> None:
    """The days of the months of p: 2 + 3."""
    assert calculation(wound, "p", "w").value({}) == 5


def test_operands_of_cases_and_other_years(wound: Book) -> None:
    """Conditions are read too; other years of the record are operands of their own."""
    assert calculation(wound, ".", "nilai").operands == (Key(".", "sasaran", 2020), Key(".", "bobot", 2020))
    years = [Key(".", "nilai", 2020), Key(".", "nilai", 2019)]
    assert calculation(wound, ".", "naik").operands == tuple(years)
    assert calculation(wound, ".", "terbesar").operands == tuple(years[::-1])


CHECKED = """
kind: framework
id: contoh/berliku
version: 1.0.0
title: {id: Diperiksa, en: Checked}
valid_from: 2015
legal_basis: [{document: Contoh buatan, confidence: applied}]
levels:
  pusat:
    result: nilai
    inputs: {x: {}, faktor: {}}
    steps: {nilai: x * 2, lipat: nilai * faktor}
    checks: [{expect: nilai < 10, message: {id: Terlalu besar., en: Too large.}}]
"""


def test_a_step_beside_a_failed_check_is_computed_from_what_it_saw(tmp_path: Path) -> None:
    """`nilai`, 22, is hidden from outside; the record's own step saw it: 22 × 3 = 66, or 22 × 5 = 110."""
    file = tmp_path / "rules" / "contoh" / "berliku" / "1.0.0.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(CHECKED, encoding="utf-8")
    text = "report: D\norganization: B\nyear: 2020\nframework: contoh/berliku\nx: 11\nfaktor: 3\n"
    (tmp_path / "report.yaml").write_text(text, encoding="utf-8")
    report = Catalogue.load(tmp_path / "rules").read_report(tmp_path / "report.yaml")
    checked = Book(report, evaluate_report(report))
    assert checked.number(Key(".", "nilai", 2020)) is None
    lipat = calculation(checked, ".", "lipat")
    assert lipat.value({}) == 66
    assert lipat.value({Key(".", "faktor", 2020): Fraction(5)}) == 110


CHOSEN = """
    levels:
      opd: {steps: {capaian: mean(i.capaian)}}
      i:
        under: opd
        inputs: {realisasi: {}, target: {}, polarity: {type: polarity}}
        steps:
          capaian:
            - {when: polarity == higher_is_better, then: {rule: contoh/naik}}
            - {when: target == 0, then: 0}
            - {otherwise: {rule: contoh/turun, with: {target: 2 * target, arah: polarity}}}
"""
CHOOSING = {
    "framework k": CHOSEN,
    "index naik": "inputs: {realisasi: {}, target: {}}\nformula: realisasi / target",
    "index turun": (
        "inputs: {realisasi: {}, target: {}, arah: {type: polarity}}\n"
        "formula: (target - realisasi) / target if arah == lower_is_better else target"
    ),
}
TWO = """
    i:
      - {id: a, realisasi: 8, target: 5, polarity: higher_is_better}
      - {id: b, realisasi: 8, target: 5, polarity: lower_is_better}
"""


def test_the_rule_of_a_case(tmp_path: Path) -> None:
    """Operands are those of all cases; a changed condition leads to another rule.

    a: 8 / 5 = 1.6, or (10 - 8) / 10 = 0.2; b: 0.2 at first, with 16 for 5: (32 - 8) / 32 = 0.75.
    """
    read = rules(tmp_path / "rules", CHOOSING).read_report(report(tmp_path, TWO))
    chosen = Book(read, evaluate_report(read))
    a, b = calculation(chosen, "a", "capaian"), calculation(chosen, "b", "capaian")
    assert [key.figure for key in a.operands] == ["realisasi", "target", "polarity"]
    assert (a.polarities, b.polarities) == ({}, {"arah": "lower_is_better"})
    assert (a.value({}), b.value({})) == (Fraction("1.6"), Fraction("0.2"))
    assert a.value({Key("a", "polarity", 2020): "lower_is_better"}) == Fraction("0.2")
    assert b.value({Key("b", "target", 2020): Fraction(16)}) == Fraction("0.75")
    assert b.value({}, {"arah": "closer_is_better"}) == 10


def test_a_rule_that_rounds_its_result_is_computed_before_that(tmp_path: Path) -> None:
    """4 / 3 is carried as 1.3: of 5 it is 5/3, and the figure has a calculation although it is rounded."""
    bodies = {
        "framework k": "levels: {opd: {result: r, inputs: {r: {from: rule}}}}",
        "index a": "inputs: {x: {}}\nformula: x / 3\nrounding: {places: 1, carry: rounded}",
    }
    read = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, "rule: contoh/a\ndata: {x: 4}"))
    rounded = Book(read, evaluate_report(read))
    assert rounded.number(Key(".", "r", 2020)) == Fraction("1.3")
    assert calculation(rounded, ".", "r").value({}) == Fraction(4, 3)
    assert calculation(rounded, ".", "r").value({Key(".", "x", 2020): Fraction(5)}) == Fraction(5, 3)


def test_what_is_not_given_the_same_again_proves_nothing(tmp_path: Path) -> None:
    """A result that the data at hand do not give has no calculation, whatever it would be."""
    bodies = {
        "framework k": "levels: {opd: {result: r, inputs: {r: {from: rule}}}}",
        "index a": "inputs: {x: {}}\nformula: x / 3",
    }
    catalogue = rules(tmp_path / "rules", bodies)
    four, five = (
        catalogue.read_report(report(tmp_path, f"rule: contoh/a\ndata: {{x: {x}}}")) for x in (4, 5)
    )
    assert Recomputations(Book(four, evaluate_report(four))).of(Key(".", "r", 2020)) is not None
    assert Recomputations(Book(five, evaluate_report(four))).of(Key(".", "r", 2020)) is None


def test_a_year_before_the_first_is_missing(tmp_path: Path) -> None:
    """Of 2018 nothing is known: what asks whether it is given is computed again without it."""
    formula = "x - tahun_lalu.x if given(tahun_lalu.x) else x"
    level = f"{{result: y, inputs: {{x: {{}}}}, steps: {{y: '{formula}'}}}}"
    catalogue = rules(tmp_path / "rules", {"framework k": f"levels: {{opd: {level}}}"})
    read = catalogue.read_report(report(tmp_path, "x: 9\nhistory: {2019: {x: 4}}"))
    first = Book(read, evaluate_report(read))
    this, last = (Recomputations(first).of(Key(".", "y", year)) for year in (2020, 2019))
    assert this is not None
    assert this.value({}) == 5
    assert last is not None
    assert last.value({Key(".", "x", 2019): Fraction(6)}) == 6


def test_a_case_that_calls_no_rule(tmp_path: Path) -> None:
    """With a target of nothing the second case gives 0: none was called that has a polarity or versions."""
    body = TWO.replace("target: 5, polarity: lower", "target: 0, polarity: lower")
    read = rules(tmp_path / "rules", CHOOSING).read_report(report(tmp_path, body))
    chosen = Book(read, evaluate_report(read))
    of_case = calculation(chosen, "b", "capaian")
    assert of_case.value({}) == 0
    assert of_case.rule is None
    assert of_case.polarities == {}
    called = calculation(chosen, "a", "capaian")
    assert called.rule is not None
    assert called.rule.source.id == "contoh/naik"

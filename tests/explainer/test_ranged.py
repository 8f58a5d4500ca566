from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.written import computed, rules

from sakip_rules.explainer.ranged import ROWS_SHOWN, ranged_lines
from sakip_rules.explainer.spots import Spot
from sakip_rules.languages import Language
from sakip_rules.results import ReportTree

ROWS = "inputs: {c: {each: {inputs: {f: {}, w: {}}}}}\nformula: "


def told(folder: Path, formula: str, rows: object, lang: Language = "id", *, body: str = ROWS) -> list[str]:
    """What is said of the rows of a formula."""
    record = rules(folder, {"index a": body + formula}).rule("contoh/a@1.0.0").evaluate(c=rows).record
    trace, spot = record.result.trace, Spot(record)
    assert trace is not None
    assert trace.formula is not None
    return [line.text for line in ranged_lines(trace.formula, spot, spot.parts(trace), 0, lang)]


TWO = {"a": {"f": 2, "w": 30}, "b": {"f": 5, "w": 70}}


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("sum(c.f)", "sum: 2 baris dihitung, jumlahnya 7"),
        ("mean(c.f)", "mean: 2 baris dihitung, jumlahnya 7; 7 ÷ 2 = 3,5"),
        (
            "mean(c.f, weight=c.w)",
            "mean: 2 baris dihitung, jumlah nilai × bobot 410, jumlah bobot 100; 410 ÷ 100 = 4,1",
        ),
        ("product(c.f)", "product: 2 baris dihitung, hasil kalinya 10"),
        (
            "geomean(c.w * c.w)",
            "geomean: 2 baris dihitung, hasil kalinya 4.410.000; akar pangkat 2 darinya 2.100",
        ),
        ("min(c.f)", "min: 2 baris dihitung, yang terkecil 2 (a)"),
        ("max(c.f)", "max: 2 baris dihitung, yang terbesar 5 (b)"),
        ("first(c.f)", "first: 2 baris dihitung, yang pertama 2 (a)"),
        ("last(c.f)", "last: 2 baris dihitung, yang terakhir 5 (b)"),
        ("count(c)", "count: 2 baris dihitung"),
        (
            "sum(c.f, where=c.f > 3)",
            "sum: 1 baris dihitung, jumlahnya 5; tidak ikut: a (syarat tidak dipenuhi)",
        ),
    ],
)
def test_an_aggregate_says_what_it_made_of_its_rows(tmp_path: Path, formula: str, said: str) -> None:
    """2 and 5, weighed 30 and 70: 2·30 + 5·70 is 410; 900·4900 is 4410000, whose root is 2100."""
    assert told(tmp_path, formula, TWO)[0] == said


def test_each_row_shows_what_it_gives(tmp_path: Path) -> None:
    """Of a product its factors and the product; the sum stands above: 60 + 350 is 410."""
    assert told(tmp_path, "sum(c.f * c.w) / sum(c.w)", TWO, "en") == [
        "sum(c.f * c.w): 2 rows counted, their sum is 410",
        "sum(c.w): 2 rows counted, their sum is 100",
        "a: f 2, w 30; 2 × 30 = 60",
        "b: f 5, w 70; 5 × 70 = 350",
    ]


def test_a_weight_multiplies_what_a_row_gives(tmp_path: Path) -> None:
    """Of (f + 1) weighed by w the value first: 3 · 30 and 6 · 70."""
    assert told(tmp_path, "mean(c.f + 1, weight=c.w)", TWO)[1:] == [
        "a: f 2, w 30; 2 + 1 = 3; 3 × 30 = 90",
        "b: f 5, w 70; 5 + 1 = 6; 6 × 70 = 420",
    ]


def test_many_rows_are_shortened_honestly(tmp_path: Path) -> None:
    """Of 30 rows the first, how many more, and what those add up to: 1 + … + 15 = 120, 16 + … + 30 = 345."""
    lines = told(tmp_path, "sum(c.f)", [{"f": number} for number in range(1, 31)])
    assert lines[0] == "sum: 30 baris dihitung, jumlahnya 465"
    assert lines[1:3] == ["1: f 1", "2: f 2"]
    assert len(lines) == ROWS_SHOWN + 2
    assert lines[-1] == "dan 15 baris lagi, jumlahnya 345"
    smallest = told(tmp_path, "min(c.f)", [{"f": number} for number in range(1, 31)], "en")
    assert smallest[-1] == "and 15 more rows"
    whole = told(tmp_path, "sum(c.f)", [{"f": 1}] * ROWS_SHOWN)
    assert (len(whole), whole[-1]) == (ROWS_SHOWN + 1, f"{ROWS_SHOWN}: f 1")


def test_rows_that_block_and_rows_that_left_are_named(tmp_path: Path) -> None:
    """An absent value that blocks is named with its row; one that is not due left."""
    rows = {"a": {"f": 1}, "b": {"f": "missing"}, "d": {"f": "not_due"}}
    assert told(tmp_path, "sum(c.f)", rows, "en") == [
        "sum: 2 rows counted; blocked by b (missing); left out: d (not due yet)",
        "a: f 1",
        "b: f missing",
        "d: f not due yet",
    ]
    many = told(tmp_path, "sum(c.f, where=c.f > 0)", [{"f": 0}] * 25)
    assert many[0].endswith("20 (syarat tidak dipenuhi) dan 5 lagi")


def test_an_absent_collection_says_what_it_blocks(tmp_path: Path) -> None:
    """It has no row to show."""
    assert told(tmp_path, "sum(c.f)", "missing") == ["sum: 1 baris dihitung; terhalang oleh 1 (belum ada)"]


def test_of_each_collection_only_its_own_fields_are_shown(tmp_path: Path) -> None:
    """Rows of two collections with fields of the same names: each shows what was read of it."""
    body = "inputs: {c: {each: {inputs: {f: {}, g: {}}}}, d: {each: {inputs: {f: {}, g: {}}}}}\nformula: "
    record = (
        rules(tmp_path, {"index a": f"{body}sum(c.f) + sum(d.g)"})
        .rule("contoh/a@1.0.0")
        .evaluate(c=[{"f": 1, "g": 2}], d={"baris": {"f": 3, "g": 4}})
    )
    assert "    1: f 1\n    baris: g 4\n" in record.explain()


def test_the_steps_of_a_row_are_followed(tmp_path: Path) -> None:
    """Formula, numbers and value in a line; of cases which one; of a called rule what it computed."""
    bodies: Mapping[str, str] = {
        "index a": """
            inputs:
              c:
                each:
                  inputs: {t: {}, r: {}}
                  steps:
                    capaian: r / t * 100
                    dibatasi: [{when: capaian > 100, then: 100}, {otherwise: capaian + 1 - 1}]
                    dobel: {rule: contoh/b, with: {x: r}}
            formula: sum(c.capaian) + sum(c.dibatasi) + sum(c.dobel)
        """,
        "index b": "inputs: {x: {}}\nformula: x * 2",
    }
    record = rules(tmp_path, bodies).rule("contoh/a@1.0.0").evaluate(c=[{"t": 8, "r": 6}])
    assert (
        "    1: capaian 75, dibatasi 75, dobel 12\n"
        "      capaian = r / t * 100 = 6 ÷ 8 × 100 = 75\n"
        "      dibatasi (kasus ke-2) = capaian + 1 - 1 = 75 + 1 − 1 = 75\n"
        "      dobel = x * 2 = 6 × 2 = 12\n"
    ) in record.explain()
    assert "contoh/b@1.0.0: Contoh" in record.explain()


def test_a_cell_of_a_rule_is_shown_with_the_name_that_it_holds(tmp_path: Path) -> None:
    """Cells that are computed show how; a number is itself."""
    body = """
        inputs: {x: {}, y: {}}
        steps: {k: {rows: [{nilai: x, bobot: 40}, {nilai: y * 10, bobot: 60}]}}
        formula: mean(k.nilai, weight=k.bobot)
        checks: [{expect: sum(k.bobot) == 100, message: Bobot.}]
    """
    record = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0").evaluate(x=50, y=9)
    assert (
        "    1: nilai 50 (x), bobot 40; 50 × 40 = 2.000\n"
        "    2: nilai 90, bobot 60; 90 × 60 = 5.400\n"
        "      nilai = y * 10 = 9 × 10 = 90\n"
    ) in record.explain()


def test_records_below_are_shown_with_their_categories(tree: ReportTree) -> None:
    """By their ids; an absent value in words. Each has an explanation of its own."""
    spot = Spot(tree.root.now.record, tree.root, 2020)
    trace = tree.root.now.record.figures["capaian"].trace
    assert trace is not None
    assert trace.formula is not None
    lines = ranged_lines(trace.formula, spot, spot.parts(trace), 0, "id")
    assert [line.text for line in lines][1:] == [
        "a: capaian 33,3 [Rendah]",
        "b: capaian belum ada [Belum dinilai]",
        "c: capaian 250 [Tinggi]",
    ]


def test_the_history_of_a_record_is_shown_year_by_year(tmp_path: Path) -> None:
    """3 and 4 of two earlier years and 5 of this one; a year that is not given is not there."""
    framework = """
        levels:
          dinas:
            inputs: {realisasi: {}}
            steps: {capaian: sum(riwayat.realisasi)}
    """
    node = computed(
        tmp_path,
        {"framework k": framework},
        "realisasi: 5\nhistory: {2017: {realisasi: 3}, 2019: {realisasi: 4}}",
    )
    trace, spot = node.now.record.figures["capaian"].trace, Spot(node.now.record, node, 2020)
    assert trace is not None
    assert trace.formula is not None
    assert [line.text for line in ranged_lines(trace.formula, spot, spot.parts(trace), 0, "id")] == [
        "sum: 3 baris dihitung, jumlahnya 12",
        "2017: realisasi 3",
        "2019: realisasi 4",
        "2020: realisasi 5",
    ]

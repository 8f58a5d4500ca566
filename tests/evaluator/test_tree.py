"""A framework on a report: levels from below, year by year."""

from __future__ import annotations

import gc
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.written import computed, rules, seen, write
from tests.written import report as written_report

from sakip_rules import Catalogue
from sakip_rules.evaluator import evaluate_report
from sakip_rules.expression import cost
from sakip_rules.results import ReportNode

TWO_LEVELS = {
    "framework k": """
        levels:
          dinas:
            steps: {capaian: mean(indikator.capaian), kumulatif: sum(riwayat.capaian)}
          indikator:
            under: dinas
            inputs:
              realisasi: {}
              target: {}
              arah: {type: polarity}
              jenis: {type: choice, choices: [P, Q]}
            steps:
              capaian: realisasi / target * (100 if arah == higher_is_better else 1)
              total: tahun_lalu.total + realisasi
              naik: realisasi - tahun_lalu.realisasi
              banyak: count(riwayat.realisasi, where=given(riwayat.realisasi))
              pilih: 1 if jenis == P else 2
    """
}


def test_levels_are_added_up_from_below(tmp_path: Path) -> None:
    """A level's records are rows of the level above, children before their parent."""
    body = """
        indikator:
          - {id: a, realisasi: 1, target: 2, arah: higher_is_better}
          - {id: b, realisasi: 3, target: 4, arah: higher_is_better}
    """
    root = computed(tmp_path, TWO_LEVELS, body)
    assert [node.path for node in root.walk()] == [".", "a", "b"]
    assert seen(root, ".", "capaian") == Fraction(125, 2)


# ---------------------------------------------------------------- years

HISTORY = """
    indikator:
      - id: a
        realisasi: 5
        target: 10
        arah: higher_is_better
        jenis: P
        history:
          2018: {total: 7, realisasi: 1, target: 10}
          2019: {realisasi: 2, target: 10, jenis: Q}
      - {id: b, realisasi: 1, target: 1, arah: higher_is_better, jenis: P}
"""


def test_last_year_goes_through_stated_steps(tmp_path: Path) -> None:
    """7 is stated for 2018; 2019 adds 2 to it, 2020 adds 5."""
    root = computed(tmp_path, TWO_LEVELS, HISTORY)
    assert [seen(root, "a", "total", year) for year in (2018, 2019, 2020)] == [7, 9, 14]
    assert [root.find("a").figure("total", year).origin for year in (2018, 2019)] == ["stated", "computed"]  # type: ignore[union-attr]  # both are there
    assert [seen(root, "a", "naik", year) for year in (2018, 2019, 2020)] == [("missing", None), 1, 3]
    assert [seen(root, "a", "banyak", year) for year in (2018, 2019, 2020)] == [1, 2, 3]


def test_polarity_and_choice_hold_for_all_years(tmp_path: Path) -> None:
    """Unless a year gives its own; numbers do not hold."""
    root = computed(tmp_path, TWO_LEVELS, HISTORY)
    assert [seen(root, "a", "pilih", year) for year in (2018, 2019, 2020)] == [1, 2, 1]
    assert seen(root, "a", "capaian", 2018) == 10


def test_a_year_is_given_for_those_above_too(tmp_path: Path) -> None:
    """In 2018 `b` has no numbers: it blocks the mean, and is itself not given."""
    root = computed(tmp_path, TWO_LEVELS, HISTORY)
    assert sorted(root.earlier) == [2018, 2019]
    assert seen(root, ".", "capaian", 2018) == ("missing", None)
    b = root.find("b")
    assert b is not None
    assert (dict(b.earlier), b.of_year(2018)) == ({}, None)
    assert seen(root, "b", "total") == ("missing", None)


def test_what_others_give_does_not_count_in_riwayat(tmp_path: Path) -> None:
    """Only the years that are given for the record itself, or for one below it."""
    body = HISTORY.replace("jenis: P}", "jenis: P, history: {2019: {realisasi: 4, target: 4}}}")
    root = computed(tmp_path, TWO_LEVELS, body)
    assert [seen(root, "b", "banyak", year) for year in (2019, 2020)] == [1, 2]


def test_riwayat_sees_this_year_as_far_as_it_is_computed(tmp_path: Path) -> None:
    """The steps that `riwayat` names come first; `riwayat.year` is the year of each row."""
    bodies = {
        "framework k": """
            levels:
              dinas:
                result: akhir
                inputs: {x: {}}
                steps:
                  akhir: sum(riwayat.y, where=riwayat.year >= year - 1) + last(riwayat.year)
                  y: x * 2
        """
    }
    root = computed(tmp_path, bodies, "x: 1\nhistory: {2018: {x: 100}, 2019: {x: 10}}")
    assert seen(root, ".", "akhir") == 2 + 20 + 2020


@pytest.mark.broad
def test_a_report_leaves_nothing_for_the_garbage_collector(tmp_path: Path) -> None:
    """What is no longer needed goes at once: nothing holds itself, the years with their history neither."""
    data = rules(tmp_path / "rules", TWO_LEVELS).read_report(written_report(tmp_path, HISTORY))
    evaluate_report(data)
    gc.freeze()  # all that other tests keep is not looked through
    gc.disable()
    try:
        tree = evaluate_report(data)
        assert gc.collect() == 0
        assert tree.root.find("a") is not None
        del tree
        assert gc.collect() == 0
    finally:
        gc.enable()
        gc.unfreeze()


def test_years_are_oldest_first(tmp_path: Path) -> None:
    """In `riwayat`, and in what the record gives; however they are written."""
    bodies = {
        "framework k": """
            levels: {dinas: {result: y, inputs: {x: {}}, steps: {y: first(riwayat.x) * 10 + last(riwayat.x)}}}
        """
    }
    history = "history: {2015: {x: 5}, 2017: {x: 7}, 2014: {x: 4}, 2016: {x: 6}}"
    root = computed(tmp_path, bodies, f"x: 8\n{history}")
    assert seen(root, ".", "y") == 48
    assert list(root.earlier) == [2014, 2015, 2016, 2017]


def test_a_year_that_only_others_give_has_no_row(tmp_path: Path) -> None:
    """Not even while it is computed: language reference 8.3."""
    bodies = {
        "framework k": """
            levels:
              dinas: {result: n, steps: {n: sum(i.n)}}
              i: {under: dinas, result: n, inputs: {x: {}}, steps: {n: count(riwayat)}}
        """
    }
    root = computed(tmp_path, bodies, "i: [{id: a, x: 1, history: {2019: {x: 1}}}, {id: b, x: 1}]")
    assert [seen(root, "a", "n", year) for year in (2019, 2020)] == [1, 2]
    assert seen(root, "b", "n") == 1
    assert seen(root, ".", "n", 2019) == 1


def test_thirty_years(tmp_path: Path) -> None:
    """A cumulative step over thirty years is the sum of all of them."""
    bodies = {"framework k": "levels: {dinas: {result: y, inputs: {x: {}}, steps: {y: sum(riwayat.x)}}}"}
    history = "".join(f"  {year}: {{x: {year}}}\n" for year in range(1991, 2020))
    root = computed(tmp_path, bodies, f"x: 2020\nhistory:\n{history}")
    assert seen(root, ".", "y") == sum(range(1991, 2021))


# ---------------------------------------------------------------- the indicator rule of a record

INDICATOR = {
    "indicator i": """
        inputs: {x: {}, y: {}}
        formula: x / y
        polarity: lower_is_better
        checks: [{expect: x <= y, message: M}]
    """,
    "framework k": """
        rounding: {places: 1, carry: rounded}
        levels:
          dinas: {result: r, steps: {r: sum(i.realisasi)}}
          i:
            under: dinas
            result: realisasi
            inputs: {realisasi: {from: rule}, arah: {type: polarity}}
            steps: {turun: 1 if arah == lower_is_better else 0, dua: realisasi * 2}
    """,
}


def test_a_from_rule_input_has_the_frameworks_rounding(tmp_path: Path) -> None:
    """Where the rule states none; a value that is given is never rounded."""
    root = computed(
        tmp_path, INDICATOR, "i: [{id: a, rule: contoh/i, data: {x: 1, y: 3}}, {id: b, realisasi: 0.66}]"
    )
    assert (seen(root, "a", "realisasi"), seen(root, "a", "dua")) == (Fraction(3, 10), Fraction(6, 10))
    assert (seen(root, "b", "realisasi"), seen(root, ".", "r")) == (Fraction(66, 100), 1)
    a = root.find("a")
    assert a is not None
    assert a.figure("realisasi").exact == Fraction(1, 3)  # type: ignore[union-attr]  # it is there
    assert a.now.indicator is not None
    assert seen(root, "a", "turun") == 1


def test_a_from_rule_input_has_the_rules_own_rounding_first(tmp_path: Path) -> None:
    """Whole: the framework's carry does not hold either."""
    bodies = {**INDICATOR, "indicator i": INDICATOR["indicator i"] + "\n        rounding: {places: 2}"}
    root = computed(tmp_path, bodies, "i: [{id: a, rule: contoh/i, data: {x: 1, y: 3}}]")
    figure = root.figure("r")
    assert figure is not None
    assert (seen(root, "a", "realisasi"), figure.exact, figure.value) == (
        Fraction(1, 3),
        Fraction(1, 3),
        Fraction(3, 10),
    )
    assert root.find("a").figure("realisasi").text == "0.33"  # type: ignore[union-attr]  # they are there


def test_a_failed_check_of_the_indicator_rule(tmp_path: Path) -> None:
    """The record gets no value, and knows why."""
    root = computed(tmp_path, INDICATOR, "i: [{id: a, rule: contoh/i, data: {x: 4, y: 3}}]")
    assert seen(root, "a", "dua") == ("not_computable", "check-failed")


def test_a_break_in_the_indicator_rule_is_told_of_the_figure_that_it_gives(tmp_path: Path) -> None:
    """The input marked `from: rule`, and the rule."""
    root = computed(tmp_path, INDICATOR, "i: [{id: a, rule: contoh/i, data: {x: 0, y: 0}}]")
    a = root.find("a")
    assert a is not None
    assert a.now.indicator is not None
    (found,) = a.now.indicator.result.diagnostics
    assert dict(found.texts)["name"] == "`realisasi (contoh/i@1.0.0)`"


# ---------------------------------------------------------------- checks of levels

CHECKED = {
    "framework k": """
        levels:
          dinas: {result: r, steps: {r: sum(i.x), s: sum(i.y), lalu: tahun_lalu.r}}
          i:
            under: dinas
            result: RESULT
            inputs: {x: {}}
            steps: {y: x * 2, lalu: tahun_lalu.x, jumlah: sum(riwayat.x)}
            checks: [{expect: x < 10, message: M}]
    """
}


@pytest.mark.parametrize(
    ("result", "x", "y"),
    [("x", ("not_computable", "check-failed"), 22), ("y", 11, ("not_computable", "check-failed"))],
)
def test_a_failed_check_hides_the_levels_result(tmp_path: Path, result: str, x: object, y: object) -> None:
    """An input or a step, from the records above and in the output."""
    bodies = {"framework k": CHECKED["framework k"].replace("RESULT", result)}
    root = computed(tmp_path, bodies, "i: [{id: a, x: 11}]")
    assert (seen(root, "a", "x"), seen(root, "a", "y")) == (x, y)
    assert (seen(root, ".", "r"), seen(root, ".", "s")) == (x, y)
    assert root.find("a").figure(result).inside == (11 if result == "x" else 22)  # type: ignore[union-attr]  # they are there


def test_a_failed_check_of_a_level_is_told_with_its_figures(tmp_path: Path) -> None:
    """An error and a warning of the year in which they fail, and of no other; also without a headline."""
    bodies = {
        "framework k": """
            levels:
              dinas: {checks: [{expect: sum(i.x) < 20, message: M}]}
              i:
                under: dinas
                result: x
                inputs: {x: {}}
                checks: [{expect: x < 10, message: M}, {expect: x < 9, message: N, severity: warning}]
        """
    }
    root = computed(tmp_path, bodies, "i: [{id: a, x: 9, history: {2019: {x: 11}}}, {id: b, x: 19}]")
    a, b = root.children
    assert [one.severity for one in a.now.record.diagnostics] == ["warning"]
    assert [one.severity for one in a.earlier[2019].record.diagnostics] == ["error", "warning"]
    assert [one.severity for one in b.now.record.diagnostics] == ["error", "warning"]
    assert root.now.record.diagnostics == ()


def test_levels_below_one_level_are_kept_apart(tmp_path: Path) -> None:
    """Each is a collection of its own records."""
    bodies = {
        "framework k": """
            levels:
              dinas: {result: s, steps: {s: sum(i.x) * 100 + sum(j.x)}}
              i: {under: dinas, result: x, inputs: {x: {}}}
              j: {under: dinas, result: x, inputs: {x: {}}}
        """
    }
    assert seen(computed(tmp_path, bodies, "i: [{id: a, x: 1}]\nj: [{id: b, x: 2}]"), ".", "s") == 102


def test_a_record_keeps_what_the_report_says_of_it(tmp_path: Path) -> None:
    """Rule, unit, note, documents, printed figures, and where it stands."""
    record = """
        i:
          - id: a
            rule: contoh/i
            unit: jam
            note: Catatan
            realisasi: {value: 2, document: Renstra}
            printed: [{figure: realisasi, value: 3}]
          - {id: b}
    """
    root = computed(tmp_path, INDICATOR, record)
    a, b = root.children
    assert a.rule is not None
    assert (a.rule.reference, a.unit, a.note, a.documents) == (
        "contoh/i@1.0.0",
        "jam",
        "Catatan",
        {"realisasi": "Renstra"},
    )
    assert [entry.printed.value for entry in a.printed] == ["3"]
    assert (a.place and a.place.line, b.place and b.place.line) == (6, 12)
    assert (b.rule, b.unit, b.note, b.documents, b.printed) == (None, None, None, {}, ())


def test_a_failed_check_hides_the_result_from_other_years(tmp_path: Path) -> None:
    """Last year's check failed: this year sees no value, while that year saw its own."""
    bodies = {"framework k": CHECKED["framework k"].replace("RESULT", "x")}
    root = computed(tmp_path, bodies, "i: [{id: a, x: 1, history: {2019: {x: 11}}}]")
    assert seen(root, "a", "lalu") == ("not_computable", "check-failed")
    assert seen(root, "a", "jumlah") == ("not_computable", "check-failed")
    assert seen(root, "a", "jumlah", 2019) == 11


# ---------------------------------------------------------------- steps that are rules, stated steps


def test_a_rule_step_of_a_level_has_the_frameworks_rounding_last(tmp_path: Path) -> None:
    """Called rule, step, framework; the called rule's own steps are not rounded by the framework."""
    bodies = {
        "index b": "inputs: {x: {}}\nsteps: {sepertiga: x / 3}\nformula: sepertiga",
        "index c": "inputs: {x: {}}\nformula: x / 3\nrounding: {places: 3}",
        "framework k": """
            rounding: {places: 1, carry: rounded}
            levels:
              dinas:
                result: b
                inputs: {x: {}, o: {each: {inputs: {v: {}}, steps: {w: v / 3}}}}
                steps:
                  b: {rule: contoh/b}
                  c: {rule: contoh/c}
                  d: {rule: contoh/b, rounding: {places: 2}}
                  e: {formula: x / 3, rounding: {places: 2, carry: rounded}}
                  f: x / 3
                  tiga: sum(o.w)
                  sel: sum(tetap.v)
                  tetap: {rows: [{v: x / 3}]}
        """,
    }
    root = computed(tmp_path, bodies, "x: 1\no: [{v: 1}, {v: 1}]")
    third = Fraction(1, 3)
    assert [seen(root, ".", name) for name in ("b", "c", "d", "e", "f", "tiga", "sel")] == [
        Fraction(3, 10),
        third,
        third,
        Fraction(33, 100),
        Fraction(3, 10),
        Fraction(7, 10),
        Fraction(3, 10),
    ]
    called = root.figure("b").trace.called  # type: ignore[union-attr]  # they are there
    assert called is not None
    assert called.figures["sepertiga"].value == third
    assert [root.figure(name).text for name in ("b", "c", "d")] == ["0.3", "0.333", "0.33"]  # type: ignore[union-attr]  # they are there
    assert root.now.record.rows["o"][0].figures["w"].value == third
    assert root.now.record.rows["tetap"][0].figures["v"].value == third


def test_a_stated_step_has_the_category_of_its_scale(tmp_path: Path) -> None:
    """Its own, or that of the rule that would have computed it; it is not rounded and no hazard."""
    bodies = {
        "scale s": "bands: [{category: Baik, from: 75}, {category: Kurang, below: 75}]",
        "index b": "inputs: {x: {}}\nformula: x\nscale: contoh/s",
        "framework k": """
            rounding: {places: 0, carry: rounded}
            levels:
              dinas:
                result: b
                inputs: {x: {}}
                steps: {b: {rule: contoh/b}, c: {formula: x, scale: contoh/s}, d: x}
        """,
    }
    root = computed(
        tmp_path, bodies, "x: 80\nhistory: {2019: {b: 74.9961, c: {status: missing}, d: 74.9961}}"
    )
    found = {name: root.figure(name, 2019) for name in ("b", "c", "d")}
    assert [one.category.label if one and one.category else None for one in found.values()] == [
        "Kurang",
        None,
        None,
    ]
    assert [one.text if one else None for one in found.values()] == ["74.9961", None, "74.9961"]
    assert [one.diagnostics if one else None for one in found.values()] == [(), (), ()]
    assert root.figure("c").category is not None  # type: ignore[union-attr]  # it is there


def test_a_stated_step_keeps_what_its_inputs_give(tmp_path: Path) -> None:
    """Beside it, for an audit, and a warning where they differ; without inputs nothing stands beside it."""
    bodies = {"framework k": "levels: {dinas: {result: y, inputs: {x: {}}, steps: {y: x / 3, z: x > 0}}}"}
    history = "history: {2017: {y: 8}, 2018: {x: 1, y: 0.34}, 2019: {x: 1, y: 0.33, z: tidak}}"
    root = computed(tmp_path, bodies, f"x: 1\n{history}")
    stated = {year: root.figure("y", year) for year in (2017, 2018, 2019)}
    beside = {year: figure and figure.computed and figure.computed.exact for year, figure in stated.items()}
    assert beside == {2017: None, 2018: Fraction(1, 3), 2019: Fraction(1, 3)}
    told = {
        year: [one.code for one in figure.diagnostics] if figure else None for year, figure in stated.items()
    }
    assert told == {2017: [], 2018: ["stated-differs"], 2019: []}
    assert [seen(root, ".", "y", year) for year in (2017, 2018)] == [8, Fraction(34, 100)]
    truth = root.figure("z", 2019)
    assert truth is not None
    assert truth.computed is not None
    assert (truth.value, truth.computed.value) == (False, True)
    assert [told.message("id") for told in truth.diagnostics] == [
        "`z` dinyatakan tidak, tetapi data tahun itu memberi ya."
    ]


@pytest.mark.parametrize("word", ["missing", "not_applicable"])
def test_a_collection_of_a_level_may_be_absent(tmp_path: Path, word: str) -> None:
    """One row that is so absent."""
    bodies = {
        "framework k": (
            "levels: {dinas: {result: r, inputs: {o: {each: {inputs: {x: {}}}}}, steps: {r: sum(o.x)}}}"
        )
    }
    assert seen(computed(tmp_path, bodies, f"o: {word}"), ".", "r") == (word, None)


def test_a_level_is_bound_to_a_collection_of_a_called_rule(tmp_path: Path) -> None:
    """Its records are rows; their inputs and steps are columns."""
    bodies = {
        "index b": "inputs: {i: {each: {inputs: {x: {}, y: {}}}}}\nformula: sum(i.x * i.y)",
        "framework k": """
            levels:
              dinas: {result: b, steps: {b: {rule: contoh/b}}}
              i: {under: dinas, result: y, inputs: {x: {}}, steps: {y: x + 1}}
        """,
    }
    assert seen(computed(tmp_path, bodies, "i: [{id: a, x: 2}, {id: b, x: 3}]"), ".", "b") == 6 + 12


# ---------------------------------------------------------------- budget and depth


def test_a_record_of_a_report_has_a_meter_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each year of each record may spend the whole budget; the indicator rule spends of it."""
    monkeypatch.setattr(cost, "BUDGET", 20)
    bodies = {
        "indicator i": "inputs: {x: {}}\nformula: " + " + ".join(["x"] * 5),  # 9 units
        "framework k": """
            levels:
              dinas: {result: r, steps: {r: sum(i.realisasi)}}
              i: {under: dinas, result: r, inputs: {realisasi: {from: rule}}, steps: {r: SUM}}
        """.replace("SUM", " + ".join(["realisasi"] * 6)),  # 11 units
    }
    body = "i: [" + ", ".join(f"{{id: {name}, rule: contoh/i, data: {{x: 1}}}}" for name in "abcde") + "]"
    root = computed(tmp_path, bodies, body)
    assert [seen(root, name, "r") for name in "abcde"] == [30] * 5
    monkeypatch.setattr(cost, "BUDGET", 19)
    tree = Catalogue.load(tmp_path / "rules").evaluate_report(tmp_path / "laporan.yaml").tree
    assert [seen(tree.root, name, "r") for name in "abcde"] == [("not_computable", "too-large")] * 5


def test_deep_levels(tmp_path: Path) -> None:
    """Thirteen levels one below the other."""
    levels = "".join(
        f"\n  t{n}: {{under: t{n - 1}, steps: {{capaian: sum(t{n + 1}.capaian)}}}}" for n in range(1, 12)
    )
    bodies = {
        "framework k": (
            "levels:\n"
            f"  t0: {{steps: {{capaian: sum(t1.capaian)}}}}{levels}\n"
            f"  t12: {{under: t11, inputs: {{capaian: {{}}}}}}"
        )
    }
    record = "{id: z, capaian: 5}"
    for number in range(12, 1, -1):
        record = f"{{id: a, t{number}: [{record}]}}"
    root = computed(tmp_path, bodies, f"t1: [{record}]")
    assert seen(root, ".", "capaian") == 5
    assert root.find("/".join(["a"] * 11) + "/z") is not None


# ---------------------------------------------------------------- order

ORDER = {
    "framework k": """
        levels:
          dinas: {steps: {capaian: mean(s.capaian), semua: mean(s.i.capaian)}}
          s: {under: dinas, steps: {capaian: mean(i.capaian)}}
          i: {under: s, inputs: {capaian: {}}}
    """
}


@pytest.fixture(scope="module")
def ordered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the rules of ORDER."""
    folder = tmp_path_factory.mktemp("order")
    rules(folder / "rules", ORDER)
    return folder


def evaluated(folder: Path, groups: list[list[int]]) -> ReportNode:
    """The report with the given figures, below two levels."""
    lines = ["s:"] if groups else []
    for number, group in enumerate(groups):
        lines.append(
            f"  - id: s{number}\n    i: ["
            + ", ".join(f"{{id: i{at}, capaian: {x}}}" for at, x in enumerate(group))
            + "]"
        )
    file = written_report(folder, "\n".join(lines) or "note: kosong")
    return Catalogue.load(folder / "rules").evaluate_report(file).tree.root


@given(st.lists(st.lists(st.integers(-99, 99), max_size=3), max_size=3), st.randoms())
@settings(max_examples=15)
def test_the_order_of_records_does_not_matter_to_a_mean(
    ordered: Path, groups: list[list[int]], random: object
) -> None:
    """Records may stand in any order below their parent."""
    before = evaluated(ordered, groups)
    mixed = [list(group) for group in groups]
    for group in (mixed, *mixed):
        random.shuffle(group)  # type: ignore[attr-defined]  # Hypothesis gives a Random
    after = evaluated(ordered, mixed)
    for name in ("capaian", "semua"):
        assert seen(before, ".", name) == seen(after, ".", name)


def test_the_title_of_a_record(tmp_path: Path) -> None:
    """Its own, else that of its rule, else its id."""
    bodies = dict(INDICATOR)
    write(
        tmp_path / "rules",
        "indicator i",
        "title: {id: Rumus, en: Formula}" + bodies["indicator i"].replace("\n        ", "\n"),
    )
    del bodies["indicator i"]
    root = computed(tmp_path, bodies, "i: [{id: a, title: Sendiri}, {id: b, rule: contoh/i}, {id: c}]")
    assert [node.title_pair for node in root.children] == [
        ("Sendiri", "Sendiri"),
        ("Rumus", "Formula"),
        ("c", "c"),
    ]

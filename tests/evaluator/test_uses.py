"""What formulas read of other records: only that is computed, and kept, where a year is not given."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
from tests.written import report, rules

from sakip_rules import DataError
from sakip_rules.evaluator import evaluate_report, tree
from sakip_rules.evaluator.uses import Uses, uses_of
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.json import export
from sakip_rules.expression import cost
from sakip_rules.expression.tree import LAST_YEAR, YEAR
from sakip_rules.plans import FrameworkPlan
from sakip_rules.reader import ReportData

CALLED = """
    inputs: {isi: {each: {inputs: {r: {}, bulan: {each: {inputs: {x: {default: 1}}}}}}}}
    formula: sum(isi.r) + sum(isi.bulan.x)
"""
EVERYTHING = """
    levels:
      pusat:
        result: nilai
        steps:
          nilai: mean(bidang.nilai)
          lewat: sum(bidang.bagian.nilai)
          bulan: sum(bidang.bagian.bulan.x)
          naik: nilai - tahun_lalu.nilai
          terbesar: max(riwayat.lewat)
          banyak: count(kantor)
          dipanggil: {rule: contoh/jumlah, with: {isi: kantor}}
          pilih:
            - {when: count(riwayat) > 1, then: {rule: contoh/jumlah, with: {isi: kantor}}}
            - otherwise: 0
          baris: {rows: [{a: 1, n: max(kantor.t)}, {a: 2, n: 3}]}
          dari_baris: sum(baris.n)
        checks: [{expect: sum(kantor.s) > 2, severity: warning, message: kecil}]
      bidang:
        under: pusat
        result: nilai
        inputs: {k: {default: 2}}
        steps: {nilai: sum(bagian.nilai) * k, lama: year - 2000, tidak: sum(bagian.y)}
      bagian:
        under: bidang
        result: nilai
        inputs: {y: {}, bulan: {each: {inputs: {x: {}}}}}
        steps: {nilai: sum(riwayat.y), z: y * 2}
      kantor:
        under: pusat
        result: r
        inputs: {r: {}, s: {default: 1}, t: {default: 5}, bulan: {each: {inputs: {x: {}}}}}
"""
RECORDS = """
    bidang:
      - id: a
        bagian:
          - {id: p, y: 1, bulan: [{x: 2}], history: {2018: {y: 3}, 2019: {y: 7, bulan: [{x: 1}, {x: 4}]}}}
          - {id: q, y: 5}
      - {id: b, bagian: [{id: r, y: 11, bulan: []}]}
      - {id: c, history: {2017: {k: 3}}}
    kantor:
      - {id: s, r: 1, bulan: [{x: 3}], history: {2018: {r: 2, s: 4}}}
      - {id: t, r: 4, bulan: [{x: 1}]}
"""


def everything(framework: FrameworkPlan) -> Uses:
    """As if every formula read all there is."""
    levels = framework.levels
    names = {
        name: {*plan.record.inputs, *(step.name for step in plan.record.steps), *plan.below, YEAR, LAST_YEAR}
        for name, plan in levels.items()
    }
    return Uses(levels, {name: {*plan.below} for name, plan in levels.items()}, names, {*levels})


def read(folder: Path) -> ReportData:
    """The report of all kinds of reading."""
    catalogue = rules(folder / "rules", {"framework k": EVERYTHING, "index jumlah": CALLED})
    return catalogue.read_report(report(folder, RECORDS))


def test_what_is_left_out_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths into collections below, counts, levels passed whole, checks and history see the same."""
    data = read(tmp_path)
    pruned = export(evaluate_report(data), Look("id"))
    monkeypatch.setattr(tree, "uses_of", everything)
    assert export(evaluate_report(data), Look("id")) == pruned
    assert '"status": "ok"' in pruned


def test_what_formulas_read_of_others(tmp_path: Path) -> None:
    """Nothing of `z`, `lama` and `tidak`; of what is passed whole, the inputs of the called rule."""
    uses = uses_of(read(tmp_path).framework)
    assert uses.below == {
        "pusat": {"bidang", "kantor"},
        "bidang": {"bagian"},
        "bagian": set(),
        "kantor": set(),
    }
    assert uses.names == {
        "pusat": {"nilai", "lewat"},
        "bidang": {"nilai", "bagian"},
        "bagian": {"nilai", "bulan", "y"},
        "kantor": {"r", "bulan", "t", "s"},
    }
    assert uses.looking_back == {"pusat", "bagian"}


def test_a_trace_holds_of_others_what_it_used(tmp_path: Path) -> None:
    """16,000 records that are not given in 29 years would else keep all of their names 29 times."""
    root = evaluate_report(read(tmp_path)).root
    figure = root.figure("lewat", 2017)
    assert figure is not None
    assert figure.trace is not None
    rows = figure.trace.seen.names["bidang"].rows  # type: ignore[union-attr]  # a level below
    assert [set(row.values) for row in rows] == [{"nilai", "bagian"}] * 3


COUNTED = """
    levels:
      dinas: {result: y, steps: {y: STEP}}
      indikator: {under: dinas, result: z, steps: {z: 1}}
"""
GIVEN = "indikator: [{id: a, history: {2018: {}, 2019: {}}}, {id: b}, {id: c}]"


@pytest.mark.parametrize(("step", "units"), [("2", 3 + 3 + 2), ("sum(indikator.z)", 3 * (1 + 3 * 2) + 3 * 3)])
def test_only_what_is_needed_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, units: int
) -> None:
    """A record whose year is not given is computed where a formula above ranges over it.

    An aggregate costs one unit, and for each row one and its argument; the number 1 costs one.
    """
    bodies = {"framework k": COUNTED.replace("STEP", step)}
    data = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, GIVEN))
    monkeypatch.setattr(tree, "UNITS", units)
    evaluate_report(data)
    monkeypatch.setattr(tree, "UNITS", units - 1)
    with pytest.raises(DataError) as caught:
        evaluate_report(data)
    assert [(one.key, one.place and one.place.line) for one in caught.value.diagnostics] == [
        ("file-too-large.units", 1)
    ]


def test_figures_of_a_report_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that are kept: of the years that are given, 3 of the root, 3 of `a`, 1 of `b` and `c`."""
    data = rules(
        tmp_path / "rules", {"framework k": COUNTED.replace("STEP", "sum(indikator.z)")}
    ).read_report(report(tmp_path, GIVEN))
    monkeypatch.setattr(tree, "FIGURES", 8)
    evaluate_report(data)
    monkeypatch.setattr(tree, "FIGURES", 7)
    with pytest.raises(DataError) as caught:
        evaluate_report(data)
    assert [one.key for one in caught.value.diagnostics] == ["file-too-large.figures"]


ROWS = "inputs: {baris: {each: {inputs: {x: {}, y: {default: 1}}, steps: {z: x + y}}}}"


@pytest.mark.parametrize(("limit", "found"), [(8, []), (7, ["file-too-large.figures"])])
def test_figures_of_a_record_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, found: list[str]
) -> None:
    """Before they are made: the collection itself, one step, and three in each of two rows."""
    monkeypatch.setattr(cost, "FIGURES", limit)
    bodies = {"framework k": f"levels: {{d: {{result: j, {ROWS[:-1]}}}, steps: {{j: sum(baris.z)}}}}}}"}
    data = rules(tmp_path / "rules", bodies).read_report(report(tmp_path, "baris: [{x: 1}, {x: 2}]"))
    told: list[tuple[str, object]] = []
    try:
        evaluate_report(data)
    except DataError as error:
        told = [(one.key, one.place and one.place.line) for one in error.diagnostics]
    assert told == [(key, 1) for key in found]


@pytest.mark.parametrize(("limit", "passes"), [(10, True), (9, False)])
def test_figures_of_a_rule_and_its_rows_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, passes: bool
) -> None:
    """Six of two rows, the collection, two of fixed rows, and the step that holds them."""
    monkeypatch.setattr(cost, "FIGURES", limit)
    body = f"{ROWS}\nsteps: {{t: {{rows: [{{n: 1}}, {{n: 2}}]}}}}\nformula: sum(baris.z) + sum(t.n)"
    rule = rules(tmp_path, {"index a": body}).rule("contoh/a", on=2020)
    with contextlib.nullcontext() if passes else pytest.raises(DataError, match="lebih dari 9 angka"):
        assert rule.evaluate(baris=[{"x": 1}, {"x": 2}]).exact == 8

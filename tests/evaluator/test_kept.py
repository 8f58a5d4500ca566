"""What is kept of a record shows what its computation showed, and all the rest can be computed again."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from tests.written import report, rules

from sakip_rules.evaluator import evaluate_every_year, evaluate_report
from sakip_rules.evaluator.kept import KeptYear
from sakip_rules.evaluator.trampoline import run
from sakip_rules.reader import ReportData
from sakip_rules.results import Figure, report_diagnostics

BODIES = {
    "scale s": "bands: [{category: Rendah, below: 50}, {category: Tinggi, from: 50}]",
    "index i": """
        inputs: {a: {}, b: {}}
        formula: a / b
        rounding: {places: 0, carry: rounded}
        scale: contoh/s
        checks: [{expect: b > 1, severity: warning, message: kecil}]
    """,
    "framework k": """
        rounding: {places: 1, carry: rounded}
        levels:
          dinas:
            result: rata
            inputs: {batas: {default: 3}}
            steps:
              rata: {formula: mean(bagian.capaian), scale: contoh/s}
              naik: rata - tahun_lalu.rata
              semua: sum(riwayat.rata)
            checks: [{expect: rata < 90, message: tinggi}]
          bagian:
            under: dinas
            result: capaian
            inputs:
              realisasi: {from: rule}
              target: {}
              jangka: {type: range}
              nilai: {each: {inputs: {x: {}}, steps: {y: x * 2}}}
            steps:
              capaian: realisasi / target * 100
              jumlah: sum(nilai.y)
              dinilai: {rule: contoh/i, with: {a: capaian, b: target}}
    """,
}
BODY = """
    bagian:
      - {id: a, rule: contoh/i, data: {a: 7, b: 2}, target: 3, jangka: {min: 1, max: 2}, nilai: [{x: 5}]}
      - id: b
        realisasi: 1
        target: 0
        history:
          2018: {realisasi: 5, target: 7, capaian: 70}
          2019: {rule: contoh/i, data: {a: 2, b: 1}, target: 2}
      - {id: c, realisasi: 9, target: missing}
      - {id: d, realisasi: 9, target: 1, history: {2017: {realisasi: 1, target: 3}}}
"""


def untraced(figures: Mapping[str, Figure]) -> list[Figure]:
    """Figures as they are shown, those that stand behind them too."""
    return [
        figure._replace(trace=None, computed=figure.computed and figure.computed._replace(trace=None))
        for figure in figures.values()
    ]


def test_what_is_kept_is_what_was_computed(tmp_path: Path) -> None:
    """Every figure of every year, its diagnostics, and how it was computed: as where nothing is dropped."""
    data = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, BODY))
    tree, (whole, _) = evaluate_report(data), evaluate_every_year(data)
    years = 0
    for node, other in zip(tree.root.walk(), whole.root.walk(), strict=True):
        assert list(node.earlier) == list(other.earlier)
        for kept, full in zip(node.years, other.years, strict=True):
            years += 1
            assert isinstance(kept, KeptYear)
            assert not isinstance(full, KeptYear)
            assert (kept.year, kept.diagnostics) == (full.year, full.diagnostics)
            assert untraced(kept.figures) == untraced(full.figures)
            assert list(kept.figures) == list(full.figures)
            assert (kept.record, kept.indicator) == (full.record, full.indicator)
            assert kept.record is kept.record
    assert years == 4 + 1 + 3 + 1 + 2
    assert {found.code for found in report_diagnostics(tree)} >= {"check-failed", "division-by-zero"}
    assert report_diagnostics(tree) == report_diagnostics(whole)


def test_a_year_that_only_others_give_is_computed_for_them_again(tmp_path: Path) -> None:
    """In 2018 `c` is not given: its absent value is computed for the mean, and again for its explanation."""
    data = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, BODY))
    root = evaluate_report(data).root
    trace = root.earlier[2018].record.figures["rata"].trace
    assert trace is not None
    assert [row.values["capaian"] for row in trace.seen.names["bagian"].rows]  # type: ignore[union-attr]  # they are rows
    assert root.find("c").of_year(2018) is None  # type: ignore[union-attr]  # it is there


def test_threads_may_ask_for_what_is_computed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two that explain one report at the same moment do not take what the other computed for itself."""
    data = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, BODY))
    root = evaluate_report(data).root

    def slow(task: Any) -> Any:
        time.sleep(0.01)  # lets another thread in
        return run(task)

    monkeypatch.setattr("sakip_rules.evaluator.tree.run", slow)
    years = [root.earlier[2018], root.earlier[2019]]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda year: year.record.figures["rata"].value, years * 4))
    assert found == [year.figures["rata"].value for year in years] * 4


@pytest.mark.broad
def test_it_takes_a_fraction_of_the_memory(tmp_path: Path) -> None:
    """Twelve years of fifty records: what is kept takes less than a third of all that was computed."""
    past = "\n".join(f"          {2020 - year}: {{realisasi: {year}, target: 7}}" for year in range(1, 12))
    part = "      - id: pPLACE\n        realisasi: 3\n        target: 4\n        history:\n" + past
    body = "    bagian:\n" + "\n".join(part.replace("PLACE", str(place)) for place in range(50))
    data = rules(tmp_path / "rules", BODIES).read_report(report(tmp_path, body))
    kept, whole = (size_of(compute, data) for compute in (evaluate_report, evaluate_every_year))
    assert kept * 3 < whole


def size_of(compute: Callable[[ReportData], object], data: ReportData) -> int:
    """Bytes that a computed report takes beside its data; once before, for what is remembered of formulas."""
    compute(data)
    tracemalloc.start()
    try:
        found = compute(data)
        size, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found is not None
    return size

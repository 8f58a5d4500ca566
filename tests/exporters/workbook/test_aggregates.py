"""A law: whatever the rows hold, an aggregate in a cell gives what the engine gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.rule_sheets import RuleSheets, wrong

from sakip_rules.exporters.workbook import aggregates

Sheets = Callable[..., RuleSheets]

INPUTS = """
inputs:
  batas: {}
  baris: {each: {inputs: {x: {}, y: {}, ya: {type: truth}, jenis: {type: choice, choices: [A, B]}}}}
"""
FORMULAS = {
    **{
        name: f"{name}(baris.x)"
        for name in ("sum", "mean", "product", "min", "max", "count", "first", "last")
    },
    **{
        f"{name}-given": f"{name}(baris.x, where=given(baris.x))"
        for name in ("sum", "mean", "last", "geomean")
    },
    "rows": "count(baris)",
    "some": "count(baris, where=baris.ya)",
    "kind": "count(baris.jenis, where=baris.jenis == A)",
    "where": "mean(baris.x, where=baris.x > batas)",
    "expression": "sum(baris.x * baris.y - batas)",
    "ratio": "mean(baris.x / baris.y, where=given(baris.y) and baris.ya)",
    "weighted": "mean(baris.x, weight=baris.y)",
    "weighted-where": "mean(baris.x, weight=baris.y, where=baris.jenis != B)",
    "inside": "sum(baris.x) / count(baris) + max(baris.y)",
}


@pytest.fixture(scope="module")
def bodies() -> dict[str, str]:
    """A rule for each formula."""
    return {f"index {name}": f"{INPUTS}formula: {text}" for name, text in FORMULAS.items()}


@pytest.mark.broad
def test_aggregates(sheets: Sheets, bodies: dict[str, str]) -> None:
    """Every function, plain, with conditions, weights and expressions; with empty collections too."""
    made = sheets(bodies)
    assert {content.cause for content in made.cells.values()} == {None}
    assert wrong(made) == {}
    assert wrong(made, empty=True) == {}


def test_rows_of_rows(sheets: Sheets) -> None:
    """A path through two collections is one range; a row's steps are computed, and shielded by its checks."""
    body = """
        inputs:
          program:
            each:
              inputs:
                kegiatan:
                  each:
                    inputs: {x: {}, y: {}}
                    steps: {bagi: {formula: x / y}}
                    checks: [{expect: x <= 100, message: terlalu besar}]
              steps: {rata: {formula: "mean(kegiatan.bagi, where=given(kegiatan.bagi))"}}
        steps:
          semua: {formula: sum(program.kegiatan.x)}
          rata: {formula: mean(program.kegiatan.bagi)}
        formula: max(program.rata) + rata - semua
    """
    assert wrong(sheets({"index a": body})) == {}


def test_rows_that_a_rule_writes(sheets: Sheets) -> None:
    """Fixed rows are computed from their owner."""
    body = """
        inputs: {a: {}, b: {}}
        steps:
          unsur:
            rows:
              - {nilai: a / b, bobot: 2}
              - {nilai: b, bobot: a}
        formula: mean(unsur.nilai, weight=unsur.bobot)
    """
    assert wrong(sheets({"index a": body})) == {}


def test_a_bare_average_is_noticed(
    sheets: Sheets, bodies: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law can fail: without the test for missing rows, cells differ."""
    monkeypatch.setattr(
        aggregates.Aggregation, "folded", lambda self, found, _w, finish: finish(self.computed(found))
    )
    assert wrong(sheets({"index mean": bodies["index mean"]})) != {}


def test_the_first_of_many_rows_cannot_be_found(sheets: Sheets, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row takes a condition within another: of too many the cell is a value."""
    monkeypatch.setattr(aggregates, "MOST_ROWS", 1)
    made = sheets({"index a": f"{INPUTS}formula: first(baris.x)"})
    assert {content.cause for content in made.cells.values()} == {None, "first-row"}

"""Tests of the slips of whole rules."""

from __future__ import annotations

from typing import Any

from tests.mutation.conftest import Load

from sakip_rules.mutation.edits import Slip
from sakip_rules.mutation.slips import slips_of

SCALE = """\
unit: nilai
domain: {from: 0, up_to: 100}
rounding: {places: 2}
gaps: lower
bands:
  - {category: A, code: A, above: 75}
  - {category: B, code: B, from: 50, up_to: 75}
  - {category: C, code: C, below: 49}
  - {category: Kosong, status: missing}
examples: [{title: a, given: 80, category: A}]
"""
TABLE = """\
keys: [x]
unit: nilai
rows: {A: 1.5, B: null}
examples: [{title: a, given: A, result: 1.5}]
"""
FORMULA = """\
inputs:
  a: {}
  b: {default: 5}
  t: {type: truth, default: ya}
  k: {each: {inputs: {x: {}}, steps: {y: x * 2}}}
steps:
  bobot: {rows: [{w: 40}, {w: 60}]}
  s:
    formula: sum(k.y, where=given(k.y))
    rounding: {places: 1, mode: down, carry: rounded}
formula:
  - {when: a == 0 and t, then: {status: not_computable, reason: division-by-zero}}
  - {when: a > 10, then: a}
  - {otherwise: b / a + s + sum(bobot.w)}
unit: nilai
rounding: {places: 2}
checks: [{expect: a >= 0, message: Salah}]
examples: [{title: a, given: {a: 1, k: [{x: 1}]}, result: 107}]
"""


def kinds(load: Load, kind: str, body: str) -> dict[str, list[Slip]]:
    """The slips of a rule by their kind."""
    _, item = load(kind, "aturan", body)
    assert item.document is not None
    found: dict[str, list[Slip]] = {}
    data: dict[str, Any] = item.document.plain()
    for slip in slips_of(item.rule, data):
        found.setdefault(slip.kind, []).append(slip)
    return found


def test_a_scale_slips_at_ends_thresholds_bands_and_words(load: Load) -> None:
    """Ends open and close, thresholds move (a shared one in both bands), bands and words change."""
    found = kinds(load, "scale", SCALE)
    assert set(found) == {
        *("band-dropped", "end", "threshold", "categories", "status"),
        *("mode", "places", "rounding", "gaps"),
    }
    shared = [slip for slip in found["threshold"] if len(slip.edits) == 2]
    assert {slip.was for slip in shared} == {"75"}
    assert {slip.now.split()[0] for slip in shared} == {"74", "76"}
    assert len(found["band-dropped"]) == 4


def test_a_table_slips_in_its_cells(load: Load) -> None:
    """A number moves by one in its last place, an undefined cell becomes a number."""
    found = kinds(load, "table", TABLE)
    assert {(slip.was, slip.now) for slip in found["cell"]} == {("1.5", "1.6"), ("1.5", "1.4"), ("null", "0")}


def test_a_formula_rule_slips_in_every_part(load: Load) -> None:
    """Formulas, cases, defaults, rounding, checks and the cells of fixed rows are all changed."""
    found = kinds(load, "index", FORMULA)
    assert {"operator", "comparison", "constant", "names", "where", "function"} <= set(found)
    assert {"case-order", "case-dropped", "status", "default", "severity"} <= set(found)
    assert {"mode", "places", "carry", "rounding"} <= set(found)
    assert {slip.now for slip in found["default"]} == {"–", "6", "4", "tidak"}
    assert len(found["case-dropped"]) == 3
    assert [slip for slip in found["constant"] if slip.was in ("40", "60")]
    assert [slip for slip in found["constant"] if slip.was == "x * 2"]


def test_no_slip_is_made_twice(load: Load) -> None:
    """Kind, place and new text together occur once."""
    found = [slip for slips in kinds(load, "scale", SCALE).values() for slip in slips]
    assert len({(slip.kind, slip.path, slip.now) for slip in found}) == len(found)


def test_a_rule_called_by_a_case_slips_in_what_it_is_given(load: Load) -> None:
    """The formulas of its `with` are changed; the case itself as any other."""
    body = """\
inputs: {a: {}}
steps:
  s:
    - {when: a > 1, then: {rule: contoh/lain, with: {x: a + 1}}}
    - {otherwise: {rule: contoh/lain}}
formula: s
unit: nilai
examples: [{title: a, given: {a: 1}, result: 1}]
"""
    called = "inputs: {x: {default: 1}}\nformula: x\nunit: nilai\n"
    load("index", "lain", f"{called}examples: [{{title: a, given: {{x: 1}}, result: 1}}]\n")
    found = [slip for slips in kinds(load, "index", body).values() for slip in slips]
    at = ("steps", "s", 0, "then", "with", "x")
    assert {(slip.was, slip.now) for slip in found if slip.path == at} >= {
        ("a + 1", "a - 1"),
        ("a + 1", "a + 2"),
    }
    assert [slip.kind for slip in found if slip.path == ("steps", "s", 1)] == ["case-dropped"]

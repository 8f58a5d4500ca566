"""Examples of frameworks."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import Catalogue

BODY = """
rounding: {places: 1}
uses: {skala: contoh/s}
levels:
  d: {result: y, inputs: {x: {}}, steps: {y: {formula: x / 3, scale: contoh/s}, k: skala(x)}}
  i: {under: d, result: z, inputs: {z: {}}}
examples:
  - title: T
    report:
      year: 2020
      x: 7
      history: {2019: {x: 1}}
      i: [{id: a, z: not_due}]
    expect: EXPECT
"""
SCALE = (
    "bands: [{category: Baik, from: 2}, {category: Kurang, below: 2}]\n"
    "examples: [{title: T, given: 2, category: Baik}]"
)


@pytest.mark.parametrize(
    ("expect", "found"),
    [
        ('{".": {x: 7, y: 2.3, x@2019: 1, y@2020: 2.3}, a: {z: {status: not_due}}}', []),
        ('{".": {y: {value: 2.3, category: Baik}, y@2019: {value: 0.3, category: Kurang}}}', []),
        ('{".": {k: {category: Baik}, k@2019: {category: Kurang}}}', []),
        ('{".": {k: {category: Kurang}}}', ["example-differs"]),
        ("{a: {z: {status: not_due, reason: not_due}}}", []),
        ('{".": {y: 2.33}}', ["example-differs"]),
        ('{".": {y: {value: 2.4, category: Kurang}}}', ["example-differs", "example-differs"]),
        ('{".": {x: {category: Baik}}}', ["example-differs"]),
        ('{".": {x: {status: missing}}}', ["example-differs"]),
        ("{a: {z: 1}}", ["example-differs"]),
        ("{b: {z: 1}}", ["unknown-name"]),
        ('{".": {w: 1}}', ["unknown-name"]),
        ('{".": {y@2018: 1}}', ["unknown-name"]),
        ('{".": {y@19: 1}}', ["unknown-name"]),
        ('{".": {y@: 1}}', ["unknown-name"]),
        ('{".": {"y@²": 1}}', ["unknown-name"]),
        ("{a: {z@2019: 1}}", ["unknown-name"]),
        ('{".": {y: {}}}', ["missing-key"]),
        ('{".": {y: null}}', ["missing-key"]),
        ('{".": {y: [2.3]}}', ["missing-key"]),
        ('{".": {y: {reason: r}}}', ["missing-key"]),
        ('{".": {y: {value: null}}}', ["bad-value"]),
        ('{".": {y: {value: 2.3, valeu: 3}}}', ["unknown-key"]),
        ('{".": {y: {valeu: 3}}}', ["missing-key"]),
        ('{".": {y: satu}}', ["bad-value"]),
    ],
)
def test_expectations(tmp_path: Path, expect: str, found: list[str]) -> None:
    """Figures of this year and of earlier ones; an expectation that could not fail is a mistake."""
    write(tmp_path, "framework k", BODY.replace("EXPECT", expect))
    write(tmp_path, "scale s", SCALE)
    outcome = Catalogue.load(tmp_path).run_examples()[0]
    assert [one.code for one in outcome.diagnostics] == found
    assert {one.place.line for one in outcome.diagnostics if one.place} <= {19}

"""Examples of formula rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.written import write

from sakip_rules import Catalogue

BODY = """
inputs: {x: {}, o: {each: {inputs: {v: {}}}}}
steps:
  paruh: {formula: x / 2, rounding: {places: 0}}
  jumlah: sum(o.v)
  t: {rows: [{v: x}]}
formula: x / 3
scale: contoh/s
examples:
  - {title: T, EXAMPLE}
"""
SCALE = (
    "bands: [{category: Baik, from: 2}, {category: Kurang, below: 2}]\n"
    "examples: [{title: T, given: 2, category: Baik}]"
)


@pytest.mark.parametrize(
    ("example", "found"),
    [
        ("given: {x: 6}, result: 2, category: Baik", []),
        ("given: {x: 1}, result: 1 / 3, category: Kurang", []),
        ("given: {x: 1}, result: 0.33, rounding: {places: 2}", []),
        ("given: {x: 1}, result: 0.34, rounding: {places: 2, mode: up}", []),
        ("given: {x: 1}, result: 0.33", ["example-differs"]),
        ("given: {x: 6, o: [{v: 1}, {v: 2}]}, steps: {paruh: 3, jumlah: 3}", []),
        ("given: {x: 5}, steps: {paruh: 3}", []),
        ("given: {x: 5}, steps: {paruh: 2.5}", ["example-differs"]),
        ("given: {x: 5}, steps: {x: 5}", ["unknown-name"]),
        ("given: {x: 5}, steps: {t: 5}", ["unknown-name"]),
        ("given: {x: 5}, steps: {z: 5}", ["unknown-name"]),
        ("given: {x: 6}, result: 3, category: Kurang", ["example-differs", "example-differs"]),
        ("given: {}, status: missing", []),
        ("given: {}, status: missing, reason: not_given", []),
        ("given: {x: not_due}, status: missing", ["example-differs"]),
        ("given: {}, result: 1", ["example-differs"]),
        ("given: {x: 6}, status: missing", ["example-differs"]),
        ("given: {}, category: Baik", ["example-differs"]),
        ("given: {x: satu, z: 1}, result: 1", ["bad-value", "unknown-name"]),
    ],
)
def test_examples(tmp_path: Path, example: str, found: list[str]) -> None:
    """What is not as the example says is told; with wrong inputs nothing is computed."""
    write(tmp_path, "index a", BODY.replace("EXAMPLE", example))
    write(tmp_path, "scale s", SCALE)
    outcome = Catalogue.load(tmp_path).run_examples()[0]
    assert [one.code for one in outcome.diagnostics] == found
    assert {one.place.line for one in outcome.diagnostics if one.place} <= {16}

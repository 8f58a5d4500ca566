"""Plans built from their data: what formulas, scales and tables must be."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sakip_rules import RuleError
from sakip_rules.portable import read_plans

SKALA = """scale
unit: nilai
bands:
  - {category: Baik, code: B, from: 65}
  - {category: Kurang, code: K, below: 65}
  - {category: Belum, status: missing}
examples: [{title: a, given: 65, category: Baik}, {title: b, given: 64, category: Kurang}]
"""
TABEL = """table
keys: [satu, dua]
unit: nilai
rows: {A: {X: 1, Y: null}, "10": {X: 0.5, Y: 2}}
examples: [{title: a, given: {satu: "10", dua: X}, result: 0.5}]
"""
GARIS = """table
keys: [x]
interpolate: linear
outside: hold
unit: nilai
rows: {0: 0, 90: 100, 100: 120}
examples: [{title: a, given: 95, result: 110}]
"""


def refused(data: Any) -> str:
    """What is said of data that is refused, in English."""
    with pytest.raises(RuleError) as caught:
        read_plans(json.dumps(data))
    return caught.value.diagnostics[0].message("en")


def test_a_scale_is_proved_again(json_of: Callable[..., Any]) -> None:
    """Bands that leave a hole are no scale."""
    data = json_of(skala=SKALA)
    data["rules"][0]["scale"]["bands"][1]["span"]["high"] = "64"
    assert refused(data) == "At `rules/0`: Not every number has exactly one band."


def test_cuts_are_worked_out_again(json_of: Callable[..., Any]) -> None:
    """Those of another scale are refused where they differ first."""
    data = json_of(skala=SKALA)
    assert data["rules"][0]["scale"]["cuts"] == [[None, False, 1], ["65", False, 0]]
    data["rules"][0]["scale"]["cuts"][1][0] = "66"
    assert refused(data).startswith("At `rules/0/scale/cuts/1/0`: ")


def test_codes_keep_their_order(json_of: Callable[..., Any]) -> None:
    """Cells are pairs of CODEs and a number, not keys of an object."""
    data = json_of(tabel=TABEL)
    assert data["rules"][0]["table"]["cells"] == [
        [["A", "X"], "1"],
        [["A", "Y"], None],
        [["10", "X"], "0.5"],
        [["10", "Y"], "2"],
    ]


@pytest.mark.parametrize(
    ("rule", "key", "value"),
    [
        (TABEL, "cells", [[["A"], "1"]]),
        (TABEL, "cells", []),
        (GARIS, "points", [["0", "0"]]),
        (GARIS, "points", [["0", "0"], ["0", "1"]]),
    ],
)
def test_a_table_matches_its_keys(json_of: Callable[..., Any], rule: str, key: str, value: Any) -> None:
    """A cell has a CODE for each key; points ascend, and are two or more."""
    data = json_of(tabel=rule)
    data["rules"][0]["table"][key] = value
    assert refused(data).startswith("At `rules/0`: The cells or points of this table do not match")


def test_a_reference_means_a_plan_before_it(json_of: Callable[..., Any]) -> None:
    """Of the kind that is wanted: a rule is no alias, a table no scale."""
    index = "index\ninputs: {x: {}}\nuses: {koreksi: contoh/tabel}\nformula: koreksi(x)\n@end\n"
    data = json_of(tabel=GARIS, nilai=index)
    aliases = data["rules"][1]["record"]["aliases"]
    aliases["koreksi"] = "contoh/nilai@1.0.0"
    assert refused(data) == "At `rules/1`: `contoh/nilai@1.0.0` does not stand before it."
    aliases["koreksi"] = "contoh/tabel@1.0.0"
    data["rules"][1]["result"]["scale"] = "contoh/tabel@1.0.0"
    assert refused(data) == "At `rules/1`: `contoh/tabel@1.0.0` does not stand before it."

import json
from collections.abc import Callable

from sakip_rules.exporters import Look
from sakip_rules.exporters.mutants.json import export, mutants_object
from sakip_rules.mutation import RuleMutants

Fated = Callable[..., RuleMutants]


def test_the_object_holds_survivors_and_what_is_alike_with_the_reason(fated: Fated) -> None:
    """Programs get the same facts as people."""
    found = mutants_object([fated("survived", "alike")])
    assert found["summary"] == {"refused": 0, "killed": 0, "alike": 1, "survived": 1, "percent": "0.0"}
    assert found["survivors"][0] == {
        "rule": "contoh/a@1.0.0",
        "file": "contoh/a/1.0.0.yaml",
        "line": 12,
        "kind": "comparison",
        "was": "a <= b",
        "now": "a < b",
        "example": "given: {a: 1}, result: 1",
    }
    assert "masukan yang dicoba" in found["alike"][0]["why"]
    assert json.loads(export([fated("survived", "alike")], Look())) == found

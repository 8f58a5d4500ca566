"""What the tests of plans as JSON share: rules that stand in a test, as plans and as JSON."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sakip_rules import Catalogue
from sakip_rules.plans import AnyPlan
from sakip_rules.portable import plans_json

HEAD = """\
kind: {kind}
id: contoh/{name}
version: 1.0.0
title: {{id: Judul {name}, en: Title {name}}}
valid_from: 2021
legal_basis: [{{document: Contoh buatan, confidence: applied, note: Catatan}}]
"""
END = "unit: nilai\nexamples: [{title: kosong, given: {}, status: missing}]\n"


@pytest.fixture
def plan_of(tmp_path: Path) -> Callable[..., AnyPlan]:
    """Gives the plan of the last of some rules, written as `kind name` -> text."""

    def make(**rules: str) -> AnyPlan:
        for name, text in rules.items():
            kind, _, body = text.partition("\n")
            file = tmp_path / "contoh" / name / "1.0.0.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(HEAD.format(kind=kind, name=name) + body.replace("@end\n", END), "utf-8")
        catalogue = Catalogue.load(tmp_path)
        assert [str(found) for found in catalogue.check() if found.severity == "error"] == []
        return catalogue.rule(f"contoh/{name}@1.0.0").plan

    return make


@pytest.fixture
def json_of(plan_of: Callable[..., AnyPlan]) -> Callable[..., Any]:
    """Gives the JSON, parsed, of the plan of the last of some rules."""
    return lambda **rules: json.loads(plans_json(plan_of(**rules)))

"""A small rule and a small scale, written to a folder and checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.loader import LoadedRule, load_rules

HEAD = """\
version: 1.0.0
title: Contoh
valid_from: 2020
legal_basis: [{document: Contoh buatan, confidence: applied}]
"""

Load = Callable[[str, str, str], tuple[Checked, LoadedRule]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Gives a function from kind, name and body of a rule to the checked catalogue and the rule."""

    def load_rule(kind: str, name: str, body: str) -> tuple[Checked, LoadedRule]:
        file = tmp_path / "contoh" / name / "1.0.0.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"kind: {kind}\nid: contoh/{name}\n{HEAD}{body}", "utf-8")
        checked = check_catalogue(RuleCatalogue(load_rules([tmp_path])))
        assert [one for one in checked.diagnostics if one.severity == "error"] == []
        return checked, checked.catalogue.versions[f"contoh/{name}"][0]

    return load_rule

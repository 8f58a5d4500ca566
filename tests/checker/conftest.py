"""Small rule files, checked through the real loader."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.written import pointed_at

from sakip_rules.catalogue import RuleCatalogue
from sakip_rules.checker import Checked, check_catalogue
from sakip_rules.loader import load_rules

Files = Mapping[str, str]
HEAD = """\
id: contoh/{name}
version: {version}
title: Contoh
"""
DEFAULTS = {
    "kind": "kind: index",
    "legal_basis": "legal_basis: [{document: Contoh buatan, confidence: applied}]",
    "valid_from": "valid_from: 2020",
    "unit": "unit: nilai",
    "examples": "examples: [{title: contoh, given: {}, result: 1}]",
}


def _text(path: str, body: str) -> str:
    """Gives a whole rule file: the keys that every rule needs are added where the body lacks them."""
    name, _, version = path.partition("@")
    body = textwrap.dedent(body)
    stated = set(re.findall("^([a-z_]+):", body, re.MULTILINE))
    without = {"unit", "examples"} if "kind: framework" in body else set()
    missing = [line for key, line in DEFAULTS.items() if key not in stated | without]
    return HEAD.format(name=name, version=version or "1.0.0") + "\n".join([body.strip("\n"), *missing]) + "\n"


@pytest.fixture
def checked(tmp_path: Path) -> Callable[[Files], Checked]:
    """Checks rule files, named `name` or `name@x.y.z`; an owner's folder is made for them."""

    def run(files: Files) -> Checked:
        for path, body in files.items():
            name, _, version = path.partition("@")
            file = tmp_path / "contoh" / name / f"{version or '1.0.0'}.yaml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(_text(path, body), "utf-8")
        found = check_catalogue(RuleCatalogue(load_rules([tmp_path])))
        for diagnostic in found.diagnostics:
            pointed_at(diagnostic)  # its words are complete, in both languages
        return found

    return run


@pytest.fixture
def check(checked: Callable[[Files], Checked]) -> Callable[[Files], list[tuple[str, str]]]:
    """Checks rule files; gives the key of every diagnostic with the text that it points at."""
    return lambda files: [(one.key, pointed_at(one)) for one in checked(files).diagnostics]

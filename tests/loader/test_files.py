"""Tests of `sakip_rules.loader.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.loader.smallest import RULE

from sakip_rules.loader import BrokenFile, LoadedRule, RuleFile, load_rule

if TYPE_CHECKING:
    from pathlib import Path


def _loaded(root: Path, path: str, text: str) -> RuleFile:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return load_rule(file, root=root)


def test_a_whole_file_says_what_it_is(tmp_path: Path) -> None:
    """Id, version and validity of a rule without errors are its own."""
    found = _loaded(tmp_path, "contoh/nilai/1.0.0.yaml", RULE)
    assert isinstance(found, LoadedRule)
    assert found.usable
    assert found.ids == {"contoh/nilai"}
    assert [version for version in ("1.0.0", "2.0.0") if found.may_be(version)] == ["1.0.0"]
    assert found.validity is found.rule
    assert found.file == found.document.file


def test_a_rule_in_the_wrong_place_may_be_two(tmp_path: Path) -> None:
    """What it states, and what its path names."""
    found = _loaded(tmp_path, "contoh/lain/2.0.0.yaml", RULE)
    assert isinstance(found, LoadedRule)
    assert not found.usable
    assert found.ids == {"contoh/nilai", "contoh/lain"}
    assert [version for version in ("1.0.0", "2.0.0", "3.0.0") if found.may_be(version)] == ["1.0.0", "2.0.0"]
    assert found.validity is found.rule


@pytest.mark.parametrize(
    ("text", "ids", "versions"),
    [
        (RULE.replace("unit: nilai", "satuan: nilai"), {"contoh/nilai", "contoh/lain"}, {"1.0.0", "2.0.0"}),
        (RULE.replace("valid_from:", "berlaku:"), {"contoh/nilai", "contoh/lain"}, {"2.0.0"}),
        (RULE.replace("id: contoh/nilai", "id: nilai"), {"contoh/lain"}, {"2.0.0"}),
        (RULE.replace("id: contoh/nilai", "id: [a]"), {"contoh/lain"}, {"2.0.0"}),
        ("kind: [", {"contoh/lain"}, {"2.0.0"}),
    ],
)
def test_what_a_broken_file_may_be(tmp_path: Path, text: str, ids: set[str], versions: set[str]) -> None:
    """As much as it says of itself, and what its path names."""
    found = _loaded(tmp_path, "contoh/lain/2.0.0.yaml", text)
    assert isinstance(found, BrokenFile)
    assert found.ids == ids
    assert all(found.may_be(version) for version in versions)
    assert not found.may_be("3.0.0")


def test_a_path_that_names_no_rule(tmp_path: Path) -> None:
    """Folders may be called anything."""
    found = _loaded(tmp_path, "Folder Saya/x/satu.yaml", "kind: [")
    assert found.ids == frozenset()
    assert found.may_be("satu")
    assert not found.may_be("1.0.0")


@pytest.mark.parametrize(
    ("changed", "is_read"),
    [
        ("warna: merah", True),
        ("valid_to: 2030", True),
        ("supersedes: contoh/nilai@0.9.0", True),
        ("supersedes: contoh/nilai", False),
        ("valid_to: besok", False),
        ("valid_to: 1000", False),
        ("version: 1.0.0", False),
        ("valid_from: 2021", False),
    ],
)
def test_the_validity_of_a_broken_file(tmp_path: Path, changed: str, is_read: bool) -> None:
    """It is read if all that it says of that can be; a key that stands there twice says nothing."""
    found = _loaded(tmp_path, "contoh/nilai/1.0.0.yaml", f"{RULE}rasa: manis\n{changed}\n")
    assert isinstance(found, BrokenFile)
    assert (found.validity is not None) is is_read


def test_the_validity_of_a_rule_that_says_it_twice(tmp_path: Path) -> None:
    """The model takes the first; nobody knows which is meant."""
    found = _loaded(tmp_path, "contoh/nilai/1.0.0.yaml", RULE + "version: 1.0.0\n")
    assert isinstance(found, LoadedRule)
    assert found.validity is None

"""What rule files say of themselves, seen without reading them as YAML."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sakip_rules.loader import KnownRule, known_rule

NO_LINKS = os.name == "nt"


def write(root: Path, text: str, version: str = "1.0.0") -> Path:
    """Writes a version of `a/b` below a folder, and gives the file."""
    file = root / "a" / "b" / f"{version}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    return file


@pytest.mark.parametrize(
    ("text", "kinds", "names"),
    [
        ("kind: scale\nid: a/b\n", {"scale"}, set()),
        (
            "id: a/b\nkind:   index # nilai\nalso_called: [IKM, 'survei kepuasan']\n",
            {"index"},
            {"IKM", "survei kepuasan"},
        ),
        ('kind: index\nalso_called:\n  - IKM\n  - "SKM"\nunit: nilai\n', {"index"}, {"IKM", "SKM"}),
        ("kind: index\r\nalso_called:\r\n- IKM\r\n", {"index"}, {"IKM"}),
        ("inputs: {x: {}}\nsteps:\n  kind: scale\n", set(), set()),
        ("kind: [", set(), set()),
    ],
)
def test_what_a_file_says(tmp_path: Path, text: str, kinds: set[str], names: set[str]) -> None:
    """Kind and usual names, as they stand on lines of their own; what cannot be told is left out."""
    assert known_rule("a/b", tmp_path, [write(tmp_path, text)]) == KnownRule(
        "a/b", frozenset(kinds), frozenset(names)
    )


def test_all_versions_are_asked(tmp_path: Path) -> None:
    """A usual name of any version leads to the rule."""
    files = [write(tmp_path, "also_called: [A]\n"), write(tmp_path, "also_called: [B]\n", "2.0.0")]
    assert known_rule("a/b", tmp_path, files).also_called == {"A", "B"}


@pytest.mark.skipif(NO_LINKS, reason="links need rights there")
def test_a_link_out_of_the_rules_says_nothing(tmp_path: Path) -> None:
    """Nor does a file that is not there."""
    outside = tmp_path / "luar.yaml"
    outside.write_text("kind: scale\n", "utf-8")
    link = write(tmp_path / "rules", "")
    link.unlink()
    link.symlink_to(outside)
    assert known_rule("a/b", tmp_path / "rules", [link]) == KnownRule("a/b")
    assert known_rule("a/b", tmp_path, [tmp_path / "tiada.yaml"]) == KnownRule("a/b")


def test_a_rule_is_of_one_of_some_kinds() -> None:
    """One whose kind is not known may be of any; where any will do, all are."""
    scale = KnownRule("a/b", frozenset({"scale"}))
    assert [scale.is_one_of(kinds) for kinds in ((), ("scale", "table"), ("index",))] == [True, True, False]
    assert KnownRule("a/b").is_one_of(("index",))
    assert scale.name == "b"

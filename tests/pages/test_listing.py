"""The list of rules: each once, under its surest basis."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from sakip_rules import Catalogue
from sakip_rules.pages.listing import SECTIONS, page, section_of

ROOT = Path(__file__).parents[2]


def files() -> list[Any]:
    """Every rule file, read without the library."""
    paths = sorted((ROOT / "rules").rglob("*.yaml"))
    return [yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader) for path in paths]  # noqa: S506 - text only


@pytest.mark.parametrize("path", ["aturan/daftar.md", "en/rules/list.md"])
def test_the_list_has_every_rule_under_its_surest_basis(pages: dict[str, str], path: str) -> None:
    """Each rule stands once, with all its versions; as law only if every basis of its newest one was read."""
    newest: dict[str, Any] = {}
    versions: dict[str, set[str]] = {}
    for file in files():
        rule_id = file["id"]
        versions.setdefault(rule_id, set()).add(file["version"])
        known = newest.setdefault(rule_id, file)
        if numbers_of(file) > numbers_of(known):
            newest[rule_id] = file
    _, *sections = pages[path].split("\n## ")
    listed: dict[str, int] = {}
    for place, section in enumerate(sections[:5]):
        for line in section.splitlines():
            if not line.startswith("| [`"):
                continue
            rule_id = line.split("`")[1]
            assert rule_id not in listed
            listed[rule_id] = place
            assert all(f"{version} " in line for version in versions[rule_id])
    assert listed == {rule_id: place_of(file) for rule_id, file in newest.items()}


def numbers_of(file: Any) -> list[int]:
    """The three numbers of a rule's version."""
    return [int(part) for part in file["version"].split(".")]


def place_of(file: Any) -> int:
    """Which section a rule belongs to: law, partly law, practice, memory, claimed."""
    known = {basis["confidence"] for basis in file["legal_basis"]}
    if "quoted" in known:
        return int(len(known) > 1)
    return 2 if "applied" in known else 3 if "recalled" in known else 4


def test_a_section_is_named_after_the_surest_basis(bundled: Catalogue) -> None:
    """Law that was read in part only is a section of its own."""
    found = {section_of(item.rule) for item in bundled.rules.whole.values()}
    assert found <= set(SECTIONS)
    assert {"quoted", "partly", "applied", "recalled"} <= found


def test_words_of_strangers_are_plain_text(own: Catalogue) -> None:
    """A title cannot be mark-up, nor end its cell; sections without rules say so."""
    assert "| Serapan &lt;b&gt; |" in page(own.rules, "id")
    assert r"| Absorption \| of A |" in page(own.rules, "en")
    assert page(own.rules, "en").count("None.") == 4

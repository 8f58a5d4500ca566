"""What the search reads, seen on the site of an agency; how it finds is a test in the browser."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from sakip_rules.languages import LANGUAGES
from sakip_rules.site.search import DECISION, GUIDE
from sakip_rules.site.words import read_data


def held(site: Any, lang: str) -> dict[str, Any]:
    """What the script of a language holds."""
    script = (site.built / "search" / f"{lang}.js").read_text("utf-8")
    found = re.fullmatch(r"globalThis\.sakipSearch = (.*);\n", script, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def test_a_made_page_is_one_entry(agency: Any) -> None:
    """With its sentence, its kind, and what it is called elsewhere."""
    (rule,) = [entry for entry in held(agency, "id")["entries"] if entry["kind"] == "rule"]
    assert rule["title"] == "Serapan anggaran"
    assert rule["url"] == "rumus/dinas/serapan/"
    assert "dinas/serapan@1.0.0" in rule["words"]


def test_a_section_of_a_guide_is_an_entry(agency: Any) -> None:
    """It leads to the section, and is named with its page; titles are text."""
    urls = {entry["url"]: entry["title"] for entry in held(agency, "id")["entries"]}
    assert urls["panduan/"] == "Panduan"
    assert urls["panduan/#satu-dua"] == "Satu & dua · Panduan"


def test_each_language_is_searched_by_itself(agency: Any) -> None:
    """No entry leads to the other language."""
    assert all(not entry["url"].startswith("en/") for entry in held(agency, "id")["entries"])
    english = held(agency, "en")["entries"]
    assert english
    assert all(entry["url"].startswith("en/") for entry in english)


def test_an_older_version_is_not_found(small_site: Any) -> None:
    """The newest one is, and says what it takes the place of."""
    old = (small_site.folder / "rules/dinas/serapan/1.0.0.yaml").read_text("utf-8")
    new = old.replace("version: 1.0.0", "version: 2.0.0\nsupersedes: dinas/serapan@1.0.0")
    new = new.replace("valid_from: 2020", "valid_from: 2022")
    small_site.write(
        {
            "rules/dinas/serapan/1.0.0.yaml": old.replace(
                "valid_from: 2020", "valid_from: 2020\nvalid_to: 2021"
            ),
            "rules/dinas/serapan/2.0.0.yaml": new,
        }
    )
    small_site.build()
    urls = [entry["url"] for entry in held(small_site, "id")["entries"] if entry["kind"] == "rule"]
    assert urls == ["rumus/dinas/serapan/"]
    assert (small_site.built / "rumus/dinas/serapan/1.0.0/index.html").is_file()


def test_every_kind_of_entry_has_a_name_and_a_weight() -> None:
    """In both languages; a weight is a percentage."""
    data = read_data("search.yaml")
    assert data["kinds"].keys() == data["weights"].keys()
    assert {GUIDE, DECISION} <= data["kinds"].keys()
    assert all(set(names) == set(LANGUAGES) for names in data["kinds"].values())
    assert all(0 < int(weight) < 200 for weight in data["weights"].values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_synonyms_are_written_as_they_are_compared(lang: str) -> None:
    """In small letters, each group of at least two different words."""
    groups = read_data("search.yaml")["synonyms"][lang]
    assert groups
    assert [group for group in groups if len(set(group)) < 2 or len(set(group)) < len(group)] == []
    assert [word for group in groups for word in group if word != word.lower().strip()] == []

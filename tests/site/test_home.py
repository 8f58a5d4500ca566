"""Pages that every site has."""

from __future__ import annotations

import yaml

from sakip_rules.site.home import common_pages


def test_each_language_has_a_front_page_and_a_search() -> None:
    """Their titles stand before them as YAML, whatever the site is called."""
    pages = common_pages('Dinas "Contoh": satu')
    assert sorted(pages) == ["cari.md", "en/cari.md", "en/index.md", "index.md"]
    front = yaml.safe_load(pages["index.md"].split("---\n")[1])
    assert (front["title"], front["template"]) == ('Dinas "Contoh": satu', "home.html")
    assert yaml.safe_load(pages["en/cari.md"].split("---\n")[1])["title"] == "Search"

"""The plugin: two lines of settings and a folder of rules are a site."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.exceptions import Abort


def test_a_folder_of_rules_is_a_site(agency: Any) -> None:
    """Its rules have pages, its own pages stand beside them; a front page is there unwritten."""
    assert (agency.built / "index.html").is_file()
    assert (agency.built / "en" / "index.html").is_file()
    pages = "".join(file.read_text("utf-8") for file in agency.built.rglob("*.html"))
    assert "Serapan anggaran" in pages
    assert "Absorbed budget" in pages
    assert "lumajang/ketepatan-sasaran" not in pages


def test_a_page_of_ones_own_takes_the_place_of_a_made_one(small_site: Any) -> None:
    """So does a front page."""
    small_site.write({"docs/index.md": "# Selamat datang\n"})
    small_site.build()
    assert "Selamat datang" in small_site.page("")


def test_a_site_may_be_in_one_language(small_site: Any) -> None:
    """No page is made in the other, and no switch leads there."""
    small_site.build({"languages": ["id"]})
    assert not (small_site.built / "en").exists()
    assert "hreflang" not in small_site.page("")


def test_rules_with_errors_stop_the_build(small_site: Any, caplog: pytest.LogCaptureFixture) -> None:
    """With the message of `sakip check`."""
    small_site.write({"rules/dinas/salah/1.0.0.yaml": "kind: index\n"})
    with pytest.raises(Abort):
        small_site.build()
    assert "galat[missing-key]" in caplog.text

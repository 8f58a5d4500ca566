"""The plugin: two lines of settings and a folder of rules are a site."""

from __future__ import annotations

from typing import Any

import pytest
from mkdocs.exceptions import Abort

from sakip_rules import Catalogue
from sakip_rules.pages import make_pages


def test_a_folder_of_rules_is_a_site(agency: Any) -> None:
    """Its rules have pages, its own pages stand beside them; a front page is there unwritten."""
    assert (agency.built / "index.html").is_file()
    assert (agency.built / "en" / "index.html").is_file()
    pages = "".join(file.read_text("utf-8") for file in agency.built.rglob("*.html"))
    assert "Serapan anggaran" in pages
    assert "Absorbed budget" in pages
    assert "lumajang/ketepatan-sasaran" not in pages


@pytest.mark.slow
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


RIGHT = "# Judul\n\n## Bagian\n\nIsi.\n"
FAULTS = {
    "anchor": (RIGHT + '<a href="#x">a</a>\n', "tidak mempunyai `#x`"),
    "link": (RIGHT + '<a href="../y/">a</a>\n', "`../y/` tidak menuju halaman"),
    "asset": (RIGHT + '<img src="https://x.example/a.png" alt="a">\n', "dari luar situs"),
    "braces": (RIGHT + "\n{nama}\n", "`{nama}` tampak seperti"),
    "english": (RIGHT + "\nThe rule.\n", "kata Inggris di halaman Indonesia: The, rule"),
    "id": (RIGHT + '<p id="bagian"></p>\n', "id `bagian` dipakai 2 kali"),
    "headings": (RIGHT + "\n#### Dalam\n", "judul tingkat 4"),
}


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_a_strict_build_fails_on_a_fault(
    fault: str, small_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """And says which page, and what is wrong there."""
    text, told = FAULTS[fault]
    small_site.write({"docs/a.md": text, "docs/en/a.md": RIGHT})
    with pytest.raises(Abort):
        small_site.build(strict=True)
    assert "a.md: " in caplog.text
    assert told in caplog.text


@pytest.mark.slow
def test_a_strict_build_fails_on_a_page_without_a_translation(
    small_site: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """But for pages that the settings name."""
    small_site.write({"docs/a.md": RIGHT})
    with pytest.raises(Abort):
        small_site.build(strict=True)
    assert "a.md: belum ada halaman en/a.md" in caplog.text
    small_site.build({"one_language": "a.md"}, strict=True)


@pytest.mark.slow
def test_a_strict_build_fails_on_a_stale_page(small_site: Any, caplog: pytest.LogCaptureFixture) -> None:
    """`sakip docs` wrote it, and a rule has changed since; as it would be written today, it may stay."""
    rules, docs = small_site.folder / "rules", small_site.folder / "docs"
    made = make_pages(Catalogue.load(rules).checked, docs)
    small_site.write({f"docs/{path}": text for path, text in made.items()})
    small_site.build(strict=True)
    page = docs / "rumus/dinas/serapan.md"
    page.write_text(page.read_text("utf-8").replace("Serapan", "Sarapan"), "utf-8")
    with pytest.raises(Abort):
        small_site.build(strict=True)
    assert "rumus/dinas/serapan.md: dibuat dari aturan yang sudah berubah" in caplog.text


def test_a_right_site_passes(small_site: Any) -> None:
    """With a guide in both languages."""
    small_site.write({"docs/a.md": RIGHT, "docs/en/a.md": RIGHT})
    small_site.build(strict=True)

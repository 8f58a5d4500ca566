"""The search: what people type leads to what they look for."""

from __future__ import annotations

from typing import Any

import pytest

KS = "Ketepatan Sasaran (KS)"
TYPED = [
    ("ketepatan", KS),
    ("ketepatn", KS),
    ("KETEPATAN SASARAN", KS),
    ("tepat sasaran", KS),
    ("aki", "Angka kematian ibu"),
]


def suggestions(page: Any, text: str) -> list[str]:
    """The titles that are suggested for a text."""
    box = page.get_by_role("combobox")
    box.fill(text)
    page.wait_for_selector(".search__list [role=option]")
    return [str(title) for title in page.locator(".search__list .hit__title").all_inner_texts()]


@pytest.mark.parametrize(("text", "title"), TYPED)
def test_what_is_typed_finds_what_is_meant(visit: Any, text: str, title: str) -> None:
    """A word, a stem of it, a misspelling, an abbreviation."""
    page = visit.open("panduan/resep/")
    assert suggestions(page, text)[0].startswith(title)
    assert visit.errors == []


def test_a_derived_word_finds_its_stem(visit: Any) -> None:
    """`pencapaian` is not in the titles; `capaian` is."""
    found = suggestions(visit.open("panduan/resep/"), "pencapaian")
    assert sum("capaian" in title.lower() for title in found) >= 5


def test_a_regulation_is_found_by_its_number(visit: Any) -> None:
    """As it is cited, and as it is read aloud."""
    page = visit.open("panduan/resep/")
    for text in ("88/2021", "permenpanrb 88 tahun 2021"):
        assert "88/2021" in suggestions(page, text)[0] or "88 Tahun 2021" in suggestions(page, text)[0]


def test_the_scale_of_a_ministry_is_found(visit: Any) -> None:
    """Its rules are called otherwise: the words they are known by stand before their pages."""
    found = suggestions(visit.open("panduan/resep/"), "skala Permendagri")
    assert any("peringkat kinerja" in title for title in found[:4])


def test_an_abbreviation_is_not_another_one(visit: Any) -> None:
    """PMKS are people; PMK is a minister's regulation."""
    found = suggestions(visit.open("panduan/resep/"), "PMKS")
    assert all("PMKS" in title for title in found[:3])
    assert not any("PMK " in title for title in found)


def test_the_keyboard_is_enough(visit: Any) -> None:
    """Slash to the box, arrows in the list, Enter to the page."""
    page = visit.open("panduan/resep/")
    page.keyboard.press("/")
    page.keyboard.type("ketepatan")
    page.wait_for_selector(".search__list [role=option]")
    page.keyboard.press("ArrowDown")
    assert page.get_by_role("combobox").get_attribute("aria-activedescendant") == "saran-0-0"
    page.keyboard.press("Enter")
    page.wait_for_url("**/rumus/lumajang/ketepatan-sasaran/")


def test_each_language_finds_its_own_pages(visit: Any) -> None:
    """English pages lead to English ones."""
    page = visit.open("en/panduan/resep/")
    assert suggestions(page, "targeting accuracy")[0].startswith("Targeting accuracy")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/rumus/lumajang/ketepatan-sasaran/")


def test_nothing_is_loaded_before_the_first_use(visit: Any) -> None:
    """The documents of the search weigh more than a page."""
    page = visit.open("panduan/resep/")
    assert page.evaluate("typeof sakipSearch") == "undefined"


def test_results_have_an_address(visit: Any) -> None:
    """The page of the search shows them all, and says how many."""
    page = visit.open("cari/?q=ketepatan")
    page.wait_for_selector(".results li")
    assert page.locator(".results .hit__title").first.inner_text().startswith(KS)
    assert page.get_by_role("status").inner_text().endswith("hasil")


def test_without_script_the_search_says_how_else(browser: Any, address: str) -> None:
    """And leads to the lists."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}cari/?q=ketepatan")
    assert page.get_by_text("memerlukan JavaScript").is_visible()
    assert page.locator("#daftar").get_by_role("link", name="Semua rumus").is_visible()
    context.close()


STEMS = {
    "id": {
        "pencapaian": "capai", "capaian": "capai", "ketepatan": "tepat", "penyerapan": "serap",
        "terserap": "serap", "kemiskinan": "miskin", "pengukuran": "ukur", "pelajar": "ajar",
        "belajar": "ajar", "dibulatkan": "bulat", "bulatkan": "bulat", "penerima": "erima",
        "mempengaruhi": "ngaruh", "pemerintah": "perintah", "bukumu": "buku", "nilainya": "nila",
        "organisasi": "organisasi", "per": "per",
    },
    "en": {"indicators": "indicator", "rules": "rule", "categories": "category", "use": "use"},
}  # fmt: skip
"""What Snowball's own Indonesian stemmer gives, and a few English endings."""


def test_stems_are_those_of_snowball(visit: Any) -> None:
    """Words of the domain, computed with the reference implementation."""
    page = visit.open("panduan/resep/")
    page.add_script_tag(url=f"{visit.address}js/stem.js")
    for lang, pairs in STEMS.items():
        given = page.evaluate("([lang, words]) => words.map(sakipStems[lang])", [lang, list(pairs)])
        assert dict(zip(pairs, given, strict=True)) == pairs

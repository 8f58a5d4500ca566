"""A page of each kind: on a desk, on a phone, on paper, by keyboard, for a screen reader."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types

KINDS = {
    "front": "",
    "english front": "en/",
    "search": "cari/?q=ketepatan",
    "formula": "rumus/lumajang/ketepatan-sasaran/",
    "scale": "rumus/nasional/skala-permendagri-lantai/",
    "table": "rumus/nasional/bobot-sakip/",
    "framework": "rumus/lumajang/kerangka-pengukuran/",
    "rules": "rumus/",
    "regulations": "peraturan/",
    "readings": "tafsir/",
    "published": "contoh-terbit/",
    "report": "laporan/dinsos-lumajang-2020/",
    "guide": "panduan/resep/",
    "reference": "rujukan/bahasa-aturan/",
    "decision": "decisions/0020-own-theme/",
    "workbench": "coba/",
    "english formula": "en/rumus/lumajang/ketepatan-sasaran/",
}
"""One page of each kind."""
FETCHING = (KINDS["search"], KINDS["workbench"])
"""Pages that fetch more when they are there."""
VIOLATIONS = {"resultTypes": ["violations"]}
CONTRAST = {**VIOLATIONS, "runOnly": ["color-contrast"]}
"""All that changes with the colours; the names and roles are the same."""


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_of_each_kind(visit: Any, path: str) -> None:
    """It is whole and fetches nothing from elsewhere, and holds for a screen reader, on paper and on a phone.

    One visit answers all: loading a page takes longer than looking at it.
    """
    page = visit.open(path)
    if path in FETCHING:
        page.wait_for_load_state("networkidle")
    assert serious(page, "light", VIOLATIONS) == []
    assert serious(page, "dark", CONTRAST) == []
    _is_for_paper(page)
    page.emulate_media(media="screen", color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, (
        "wide things scroll in boxes of their own"
    )
    assert (visit.errors, visit.outside) == ([], [])


def serious(page: Any, scheme: str, options: dict[str, Any]) -> list[tuple[str, str]]:
    """Gives what axe finds in a colour scheme: rules and the elements that break them."""
    page.emulate_media(color_scheme=scheme)
    violations = Axe().run(page, options=options).response["violations"]
    return [
        (found["id"], node["html"][:200])
        for found in violations
        for node in found["nodes"]
        if found["impact"] in ("serious", "critical")
    ]


def _is_for_paper(page: Any) -> None:
    """No menu, no search, and the colours of paper."""
    page.emulate_media(media="print")
    assert not page.locator(".top").is_visible()
    assert page.locator("h1").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize(
    "name", ["nilai-sakip", "ikpa-kontraktual", "spbe-indeks/2.0.0", "capaian-keluaran-geometrik"]
)
def test_long_names_keep_to_a_phone(phone: Any, name: str) -> None:
    """In formulas that choose, in conditions, and in rows within rows of the calculator."""
    page = phone.open(f"rumus/nasional/{name}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_formulas_of_cases_are_seen_whole(visit: Any) -> None:
    """A formula beside its condition has room for both sides of its fraction: none is cut off on a desk."""
    page = visit.open("rumus/lumajang/capaian-kinerja/")
    formulas = page.locator(".cases .formula")
    cut = formulas.evaluate_all("all => all.filter(box => box.scrollWidth > box.clientWidth + 1).length")
    assert (formulas.count(), cut) == (2, 0)


def test_a_printed_rule_leaves_out_its_file(visit: Any) -> None:
    """The page says all that stands in it; the worked examples are unfolded."""
    page = visit.open("rumus/lumajang/ketepatan-sasaran/")
    page.emulate_media(media="print")
    assert not page.locator("#program details").first.is_visible()
    assert page.locator("#contoh details .steps").first.is_visible()


def test_the_keyboard_reaches_the_content_at_once(visit: Any) -> None:
    """The first stop leads past the menu."""
    page = visit.open("panduan/resep/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#isi"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"


def test_the_menu_folds_without_script(browser: Any, address: str) -> None:
    """It is there on a phone, closed, and opens."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}panduan/resep/")
    link = page.locator(".menu__panel").get_by_role("link", name="Pasang", exact=True)
    assert not link.is_visible()
    page.locator(".menu > summary").click()
    assert link.is_visible()
    context.close()


def test_dark_is_remembered(visit: Any) -> None:
    """From page to page, over the setting of the machine."""
    page = visit.open("")
    page.locator("[data-dark]").click()
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page = visit.open("panduan/resep/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"


def test_the_language_changes_from_page_to_page(visit: Any) -> None:
    """And back."""
    page = visit.open("rumus/lumajang/ketepatan-sasaran/")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url("**/en/rumus/lumajang/ketepatan-sasaran/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Bahasa Indonesia", exact=True).click()
    page.wait_for_url(f"{visit.address}rumus/lumajang/ketepatan-sasaran/")


def test_pages_open_from_a_folder(browser: Any, folder_site: Any) -> None:
    """As from a zip file: no server, and the search finds all the same."""
    context = browser.new_context()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder_site / "index.html").as_uri())
    page.get_by_role("combobox").fill("ketepatan")
    page.wait_for_selector(".search__list [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rumus/lumajang/ketepatan-sasaran.html")
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url("**/en/rumus/lumajang/ketepatan-sasaran.html")
    assert errors == []
    context.close()

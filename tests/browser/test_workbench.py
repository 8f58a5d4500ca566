"""The workbench: the engine itself in the browser, loaded on the first use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

ENGINE = Path(__file__).parents[2] / "build" / "workbench" / "engine.zip"
LONG = 90_000
"""Milliseconds that a busy machine may take to start the engine."""


@pytest.fixture
def page(visit: Any) -> Any:
    """The workbench, opened."""
    opened = visit.open("coba/")
    if not ENGINE.is_file() and not os.environ.get("CI"):
        pytest.skip("the engine of the workbench is not made: it needs npm and a network")
    opened.set_default_timeout(LONG)
    return opened


def test_a_typo_leads_to_its_mend(visit: Any, page: Any) -> None:
    """The word is marked, the message says what was meant, one click mends it, the examples pass."""
    page.get_by_role("button", name="Periksa").click()
    message = page.locator(".diagnostic")
    message.wait_for()
    assert "unknown-name" in message.inner_text()
    assert page.locator(".editor mark").inner_text() == "dibntu"
    page.get_by_role("button", name="Ganti dengan dibantu").click()
    page.locator(".workbench__fine").wait_for()
    assert "tepat / dibantu * 100" in page.locator(".editor__text").input_value()
    assert "cocok" in page.locator(".workbench__results").inner_text()
    assert visit.errors == []
    assert visit.outside == []


def test_the_report_of_2020_is_computed_explained_and_audited(page: Any) -> None:
    """187.92791 is shown as 187,93; the printed 187,92 is told as cut off."""
    page.get_by_role("button", name="Buka laporan contoh 2020").click()
    results = page.locator(".workbench__results")
    results.get_by_text("187,93").first.wait_for()
    assert "27 berbeda" in results.inner_text()
    results.get_by_role("button", name="Jelaskan").first.click()
    page.locator(".explanation__result").first.wait_for()
    assert "Rata-rata capaian sasaran" in page.locator(".workbench__explanation").inner_text()


def test_a_bundled_rule_is_a_start_and_a_link_shares_it(page: Any) -> None:
    """Open a rule, change it, share it: the link holds the text."""
    page.locator("#workbench-name").fill("nasional/sosial-ketepatan-sasaran")
    page.get_by_role("button", name="Buka", exact=True).click()
    page.locator(".workbench__fine").wait_for()
    page.get_by_role("button", name="Salin tautan").click()
    page.wait_for_function("location.hash.startsWith('#rule=')")
    shared = page.evaluate("location.href")
    page.goto("about:blank")
    page.goto(shared)
    page.wait_for_function(
        "document.querySelector('.editor__text').value.includes('sosial-ketepatan-sasaran')"
    )


def test_without_the_engine_the_page_says_so(visit: Any) -> None:
    """The rest of the page, and of the site, is whole."""
    visit.page.route("**/assets/workbench/**", lambda route: route.abort())
    page = visit.open("coba/")
    page.get_by_role("button", name="Periksa").click()
    page.get_by_text("tidak dipasang di situs ini").wait_for(timeout=LONG)
    assert page.locator(".editor__text").is_visible()

"""A report on the site: from a printed figure to its cause, from a number to how it came about."""

from __future__ import annotations

from typing import Any

import pytest


def test_a_printed_figure_leads_to_its_cause(visit: Any) -> None:
    """683,6 was computed with the achievement in place of the realised figure; its page explains 201,12."""
    page = visit.open("laporan/dinsos-lumajang-2020/")
    page.get_by_role("link", name="Lihat setiap angka tercetak").click()
    row = page.locator("tr", has_text="683,6").first
    assert "capaian dipakai sebagai realisasi" in row.inner_text()
    row.get_by_role("link").click()
    assert (
        page.locator("details[open]").first.inner_text().startswith("Capaian terhadap target akhir Renstra")
    )
    assert visit.errors == []


def test_a_number_of_a_table_opens_its_explanation(visit: Any) -> None:
    """267,71 per cent: the numbers that go in stand there."""
    page = visit.open("laporan/dinsos-lumajang-2020/")
    page.get_by_role("link", name="267,71", exact=True).first.click()
    assert "78,76 ÷ 29,42 × 100" in page.locator("details[open]").inner_text()


def test_pictures_have_names(visit: Any) -> None:
    """A screen reader says what each picture shows."""
    page = visit.open("laporan/dinsos-lumajang-2020/")
    pictures = page.get_by_role("img")
    assert pictures.count() >= 4
    assert page.get_by_role("img", name="Capaian dari tahun ke tahun").count() == 1


def test_tables_are_read_on_a_phone_without_scrolling_sideways(phone: Any) -> None:
    """Each record is a card: what it is, then each figure with its head beside it."""
    page = phone.open("laporan/dinsos-lumajang-2020/")
    boxes = page.locator(".wide")
    wide = boxes.evaluate_all("all => all.filter(box => box.scrollWidth > box.clientWidth + 1).length")
    assert (boxes.count() > 0, wide) == (True, 0)
    assert page.locator("td[data-label=Target]").first.is_visible()


@pytest.mark.parametrize("lang", ["", "en/"])
def test_a_report_is_no_wider_than_the_paper(visit: Any, lang: str) -> None:
    """The heads of its tables wrap, so that no column is cut."""
    page = visit.open(f"{lang}laporan/dinsos-lumajang-2020/")
    page.set_viewport_size({"width": 794, "height": 1123})
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 794


def test_printed_figures_are_read_on_a_phone_without_scrolling_sideways(phone: Any) -> None:
    """Each finding is a card, whose lines say what they are."""
    page = phone.open("laporan/dinsos-lumajang-2020/periksa/")
    box = page.locator(".wide").first
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
    assert page.locator("td[data-label=Sebab]").first.is_visible()

"""What templates are given, seen on built pages."""

from __future__ import annotations

from typing import Any


def test_a_page_says_its_language_and_leads_to_its_twin(agency: Any) -> None:
    """Switch and `hreflang` go from page to page."""
    page = agency.page("panduan")
    assert '<html lang="id"' in page
    assert '<link rel="canonical" href="https://dinas.example/panduan/">' in page
    assert '<link rel="alternate" hreflang="en" href="https://dinas.example/en/panduan/">' in page
    assert '<a class="tool" hreflang="en" lang="en" href="../en/panduan/">English</a>' in page
    english = agency.page("en/panduan")
    assert '<html lang="en"' in english
    assert 'hreflang="id" lang="id" href="../../panduan/">Bahasa Indonesia</a>' in english


def test_a_page_lists_its_sections(agency: Any) -> None:
    """Titles stand there as text."""
    contents = agency.page("panduan").partition("<main")[2]
    assert '<h2 id="satu-dua">Satu &amp; dua<a class="anchor"' in contents


def test_the_page_of_an_error_has_no_place(agency: Any) -> None:
    """It is found at any address, so its links begin at the top of the site."""
    page = (agency.built / "404.html").read_text("utf-8")
    assert 'href="/css/sakip.css"' in page
    assert "Halaman tidak ditemukan" in page
    assert '<div lang="en">' in page


def test_pages_lead_back_to_the_front(agency: Any) -> None:
    """The first crumb is the front page of the language."""
    assert '<li><a href="../../en/">Home</a></li>' in agency.page("en/panduan")


def test_the_front_page_counts_what_the_lists_lead_to(agency: Any) -> None:
    """In the language of the page; other pages do not."""
    assert '<a href="./rumus/">Semua rumus (1)</a>' in agency.page("")
    assert '<a href="../en/rumus/">All rules (1)</a>' in agency.page("en")
    assert "hero__lists" not in agency.page("panduan")

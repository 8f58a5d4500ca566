"""Checks of one page: each finds what it is for, and nothing on a page that is right."""

from __future__ import annotations

import pytest

from sakip_rules.site.checks import page as checks
from sakip_rules.site.checks import scan

RIGHT = """<main id="isi"><h1>Judul</h1><h2 id="a">Data</h2>
<p>Program dan target, <code>{rule}</code> https://x.example/the-rule</p><img src="b.png"></main>"""
WRONG = [
    (RIGHT.replace('id="a"', 'id="isi"'), checks.TWICE, ("isi", 2)),
    (RIGHT.replace("b.png", "//x.example/b.png"), checks.FETCHED, ("//x.example/b.png",)),
    (RIGHT.replace("b.png", "HTTPS://x.example/b.png"), checks.FETCHED, ("HTTPS://x.example/b.png",)),
    (RIGHT.replace("Program", "{nama}"), checks.UNFILLED, ("{nama}",)),
    (RIGHT.replace("Program", "{{ nama"), checks.UNFILLED, ("{{",)),
    (RIGHT.replace("Program", "The rule"), checks.ENGLISH, ("The, rule",)),
    (RIGHT.replace("<h1>Judul</h1>", ""), checks.TITLES, (0,)),
    (RIGHT.replace("h2", "h1"), checks.TITLES, (2,)),
    (RIGHT.replace("h2", "h3"), checks.SKIPPED, (1, 3)),
]


@pytest.mark.parametrize(("html", "pair", "parts"), WRONG, ids=[str(parts) for _, _, parts in WRONG])
def test_a_check_finds_what_it_is_for(html: str, pair: object, parts: object) -> None:
    """One mistake, one finding."""
    page = scan(html, "a/", "a.md", "id")
    assert [found for check in checks.CHECKS for found in check(page)] == [(pair, parts)]


def test_a_page_that_is_right_has_no_finding() -> None:
    """Code may hold braces and English."""
    page = scan(RIGHT, "a/", "a.md", "id")
    assert [found for check in checks.CHECKS for found in check(page)] == []


def test_english_pages_may_be_english() -> None:
    """The list is for Indonesian pages."""
    page = scan(RIGHT.replace("Program", "The rule"), "en/a/", "en/a.md", "en")
    assert list(checks.english_words(page)) == []

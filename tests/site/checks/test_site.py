"""Checks of a whole site: where links lead, in both styles of address, and which page has no twin."""

from __future__ import annotations

import pytest

from sakip_rules.site.checks import ScannedPage, findings_of, scan
from sakip_rules.site.checks.site import FROM_TOP, NO_ANCHOR, NO_TWIN, NOWHERE
from sakip_rules.site.places import language_of


def page(url: str, path: str, body: str = "") -> ScannedPage:
    """A page that is right, but for its body."""
    return scan(f'<main id="isi"><h1>A</h1>{body}</main>', url, path, language_of(path))


def found(body: str, url: str = "a/b/", path: str = "a/b.md") -> list[tuple[object, tuple[object, ...]]]:
    """What is found on a site of three pages, one of which has a body."""
    pages = [page(url, path, body), page("", "index.md"), page("c/", "c.md", '<p id="d"></p>')]
    return [(it.pair, it.parts) for it in findings_of(pages, {"css/sakip.css"}, lambda _: True)]


INSIDE = ["../../", "../../c/", "../../c/#d", "../../c/?q=1#d", "#isi", "", "../../css/sakip.css"]
OUTSIDE = ["https://x.example/", "mailto:a@b.example"]


@pytest.mark.parametrize("link", [*INSIDE, *OUTSIDE])
def test_a_link_that_leads_somewhere_is_right(link: str) -> None:
    """To a page, an anchor on it, a file, or out of the site."""
    assert found(f'<a href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("link", "pair", "parts"),
    [
        ("../../e/", NOWHERE, ("../../e/",)),
        ("../../c", NOWHERE, ("../../c",)),
        ("../../c.md", NOWHERE, ("../../c.md",)),
        ("../../../c/", NOWHERE, ("../../../c/",)),
        ("../../c/#e", NO_ANCHOR, ("../../c/#e", "e")),
        ("#e", NO_ANCHOR, ("#e", "e")),
        ("/c/", FROM_TOP, ("/c/",)),
    ],
)
def test_a_link_that_leads_nowhere_is_found(link: str, pair: object, parts: object) -> None:
    """Whatever it was written in: the built page is looked at."""
    assert found(f'<a href="{link}">x</a>') == [(pair, parts)]


def test_pages_may_be_files() -> None:
    """Links between `x.html` are followed as well."""
    pages = [
        page("a/b.html", "a/b.md", '<a href="../index.html">x</a><a href="c.html">y</a>'),
        page("index.html", "index.md"),
    ]
    assert [it.parts for it in findings_of(pages, (), lambda _: True)] == [("c.html",)]


def test_a_script_that_is_not_there_is_found() -> None:
    """What a page loads is followed like a link."""
    assert found('<script src="../../js/x.js"></script>') == [(NOWHERE, ("../../js/x.js",))]


def test_a_page_has_a_twin_or_may_be_alone() -> None:
    """In the other language, on the same path."""
    pages = [page("a/", "a.md"), page("b/", "b.md"), page("en/a/", "en/a.md"), page("en/c/", "en/c.md")]
    missing = [(it.page, it.pair, it.parts) for it in findings_of(pages, (), lambda path: path == "en/c.md")]
    assert missing == [("b.md", NO_TWIN, ("en/b.md",))]


def test_a_finding_is_told_in_both_languages() -> None:
    """With the page, so that one knows where to look."""
    (finding,) = findings_of([page("b/", "b.md")], (), lambda _: False)
    assert finding.told("id") == "b.md: belum ada halaman en/b.md untuk halaman ini"
    assert finding.told("en") == "b.md: there is no page en/b.md for this page"

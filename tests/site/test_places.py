"""Languages by path."""

from __future__ import annotations

import pytest

from sakip_rules.site.places import above, language_of, twin_of


@pytest.mark.parametrize(
    ("path", "lang", "twin"),
    [
        ("index.md", "id", "en/index.md"),
        ("en/index.md", "en", "index.md"),
        ("panduan/resep.md", "id", "en/panduan/resep.md"),
        ("en/panduan/resep.md", "en", "panduan/resep.md"),
        ("enau.md", "id", "en/enau.md"),
    ],
)
def test_a_path_says_the_language_and_the_twin(path: str, lang: str, twin: str) -> None:
    """English pages stand on the same path below `en/`."""
    assert language_of(path) == lang
    assert twin_of(path) == twin
    assert twin_of(twin) == path


def test_pages_above_a_page_are_those_that_there_are() -> None:
    """From the front page of the language downwards; a page is not above itself."""
    pages = {"index.md", "rumus/index.md", "en/index.md", "en/rumus/index.md"}
    assert list(above("rumus/nasional/ipm.md", pages)) == ["index.md", "rumus/index.md"]
    assert list(above("en/rumus/index.md", pages)) == ["en/index.md"]
    assert list(above("index.md", pages)) == []

"""Checks of one page: what it holds by itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from sakip_rules.site.words import read_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.languages import Pair
    from sakip_rules.site.checks.scan import ScannedPage

_OUTSIDE: Final = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_BRACES: Final = re.compile(r"\{\{|\{%|\{[^{}\n]*\}")
_ADDRESS: Final = re.compile(r"https?://\S+")
_WORD: Final = re.compile(r"[A-Za-z][\w-]*")

TWICE: Final[Pair] = ("id `{0}` dipakai {1} kali", "the id `{0}` is used {1} times")
FETCHED: Final[Pair] = ("mengambil `{0}` dari luar situs", "fetches `{0}` from outside the site")
UNFILLED: Final[Pair] = (
    "`{0}` tampak seperti tempat yang belum diisi",
    "`{0}` looks like a place that was not filled",
)
ENGLISH: Final[Pair] = ("kata Inggris di halaman Indonesia: {0}", "English words on an Indonesian page: {0}")
TITLES: Final[Pair] = (
    "halaman mempunyai {0} judul tingkat 1, seharusnya satu",
    "the page has {0} headings of level 1, not one",
)
SKIPPED: Final[Pair] = (
    "judul tingkat {1} langsung di bawah tingkat {0}",
    "a heading of level {1} directly below level {0}",
)


def repeated_ids(page: ScannedPage) -> Iterator[tuple[Pair, tuple[object, ...]]]:
    """Finds ids that are used more than once: a link leads only to the first."""
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield TWICE, (name, count)


def outside_assets(page: ScannedPage) -> Iterator[tuple[Pair, tuple[object, ...]]]:
    """Finds what a browser would fetch from elsewhere."""
    for address in sorted(page.assets):
        if _OUTSIDE.match(address):
            yield FETCHED, (address,)


def unfilled_places(page: ScannedPage) -> Iterator[tuple[Pair, tuple[object, ...]]]:
    """Finds braces in the text: of a template, or of a text into which nothing was put."""
    for found in sorted(set(_BRACES.findall(page.text))):
        yield UNFILLED, (found,)


def english_words(page: ScannedPage) -> Iterator[tuple[Pair, tuple[object, ...]]]:
    """Finds English words on an Indonesian page, those of a list."""
    if page.lang == "id":
        listed = _english()
        words = _WORD.findall(_ADDRESS.sub("", page.text))
        found = {word for word in words if word.lower() in listed and not word.isupper()}  # CODE is a name
        if found:
            yield ENGLISH, (", ".join(sorted(found)),)


def _english() -> frozenset[str]:
    return frozenset(word for words in read_data("english.yaml").values() for word in words.split())


def heading_order(page: ScannedPage) -> Iterator[tuple[Pair, tuple[object, ...]]]:
    """Finds a page without one title, and headings that skip a level."""
    if page.levels.count(1) != 1:
        yield TITLES, (page.levels.count(1),)
    for above, below in zip(page.levels, page.levels[1:], strict=False):
        if below > above + 1:
            yield SKIPPED, (above, below)
            return


CHECKS: Final = (repeated_ids, outside_assets, unfilled_places, english_words, heading_order)

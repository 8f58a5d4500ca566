"""Checks of a whole site: where links lead, which page has no twin; and all that the checks of pages find."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urldefrag, urlsplit

from sakip_rules.languages import say
from sakip_rules.site.checks.page import CHECKS
from sakip_rules.site.places import twin_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping

    from sakip_rules.languages import Language, Pair
    from sakip_rules.site.checks.scan import ScannedPage

NOWHERE: Final[Pair] = (
    "tautan `{0}` tidak menuju halaman atau berkas mana pun",
    "the link `{0}` leads to no page and no file",
)
NO_ANCHOR: Final[Pair] = (
    "tautan `{0}`: halaman itu tidak mempunyai `#{1}`",
    "the link `{0}`: that page has no `#{1}`",
)
FROM_TOP: Final[Pair] = (
    "tautan `{0}` dimulai dari puncak server; tulis tautan relatif",
    "the link `{0}` begins at the top of the server; write a relative one",
)
NO_TWIN: Final[Pair] = ("belum ada halaman {0} untuk halaman ini", "there is no page {0} for this page")


@dataclass(frozen=True, slots=True)
class SiteFinding:
    """Something that is wrong on a page."""

    page: str
    pair: Pair
    parts: tuple[object, ...]

    def told(self, lang: Language) -> str:
        """Gives the finding as a line."""
        return f"{self.page}: {say(self.pair, lang).format(*self.parts)}"


def findings_of(
    pages: Iterable[ScannedPage], files: Container[str], is_alone: Callable[[str], bool]
) -> Iterator[SiteFinding]:
    """Gives all that is wrong on the pages of a site.

    `files` are the paths of all that was built, from the top of the site; `is_alone` says of a page whether
    it may be there in one language only.
    """
    known = {page.url: page for page in pages}
    paths = {page.path for page in known.values()}
    for page in known.values():
        for check in CHECKS:
            for pair, parts in check(page):
                yield SiteFinding(page.path or page.url, pair, parts)
        yield from _links(page, known, files)
        twin = twin_of(page.path)
        if page.path and twin not in paths and not is_alone(page.path):
            yield SiteFinding(page.path, NO_TWIN, (twin,))


def _links(
    page: ScannedPage, pages: Mapping[str, ScannedPage], files: Container[str]
) -> Iterator[SiteFinding]:
    for link in sorted(page.links | page.assets):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        if link.startswith("/"):
            if page.path:  # the page of an error is shown at any address
                yield SiteFinding(page.path, FROM_TOP, (link,))
            continue
        address, anchor = urldefrag(unquote(link))
        target = _target(page.url, address.partition("?")[0])
        if target not in pages and target not in files:
            yield SiteFinding(page.path or page.url, NOWHERE, (link,))
        elif anchor and target in pages and anchor not in pages[target].ids:
            yield SiteFinding(page.path or page.url, NO_ANCHOR, (link, anchor))


def _target(here: str, address: str) -> str:
    """Gives where an address on a page leads, from the top of the site; a folder ends with a slash."""
    if not address:
        return here
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(here), address))
    is_folder = address.endswith("/") or address.rpartition("/")[2] in (".", "..")
    if joined == ".":
        return ""
    return f"{joined}/" if is_folder else joined

"""A built page as the checks see it, raw HTML and all: its ids, links, headings and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Final

from sakip_rules.site.content import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_ID: Final = re.compile(r'<[a-zA-Z][^<>]*?\sid="([^"]*)"')
_LINK: Final = re.compile(r'<a\b[^<>]*?\shref="([^"]*)"')
_ASSET: Final = re.compile(
    r'<(?:img|script|iframe|source|video|audio|embed|object|track|link)\b[^<>]*?\s(?:src|href|data)="([^"]*)"[^<>]*>'
)
_NAMED: Final = re.compile(r'\srel="(?:canonical|alternate)"')
"""Links that name an address and fetch nothing."""
_STYLE: Final = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)")
_HEADING: Final = re.compile(r"<h([1-6])\b")
_MAIN: Final = re.compile(r"<main\b.*?</main>", re.DOTALL)
_UNREAD: Final = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?</\1>", re.DOTALL)
_CODE: Final = re.compile(r"<(pre|code|kbd|samp|math|svg|textarea)\b.*?</\1>", re.DOTALL)
_ENGLISH: Final = re.compile(r'<(\w+)\b[^<>]*\slang="en"[^<>]*>.*?</\1>', re.DOTALL)
_BREAK: Final = re.compile(r"</(?:p|li|td|th|dt|dd|h[1-6]|div|summary|figcaption)>|<br>")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """What the checks need of a built page."""

    url: str
    """From the top of the site."""
    path: str
    """Of its source, below the folder of documents; nothing for a page without one."""
    lang: str
    ids: Sequence[str]
    links: frozenset[str]
    assets: frozenset[str]
    levels: Sequence[int]
    """Of the headings, in order."""
    text: str
    """The words of its content, without code and without what says that it is English; a line each block."""


def scan(html: str, url: str, path: str, lang: str) -> ScannedPage:
    """Gives what the checks need of a page."""
    read = _UNREAD.sub("", html)
    main = _MAIN.search(read)
    words = _ENGLISH.sub(" ", _CODE.sub(" ", main[0] if main else ""))
    return ScannedPage(
        url=url,
        path=path,
        lang=lang,
        ids=[unescape(found) for found in _ID.findall(read)],
        links=frozenset(unescape(found) for found in _LINK.findall(read)),
        assets=frozenset(_assets(html)),
        levels=[int(level) for level in _HEADING.findall(main[0] if main else "")],
        text="\n".join(line for block in _BREAK.split(words) if (line := plain(block))),
    )


def _assets(html: str) -> list[str]:
    tags = [found[1] for found in _ASSET.finditer(html) if not _NAMED.search(found[0])]
    styles = [first or second for first, second in _STYLE.findall(html)]
    return [unescape(address) for address in [*tags, *styles]]

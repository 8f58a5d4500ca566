"""Where a page stands: the menu of its language, the pages above it, those beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape, unescape
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from sakip_rules.languages import LANGUAGES
from sakip_rules.pages.addresses import path_in
from sakip_rules.site.places import FRONT, above, language_of
from sakip_rules.site.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mkdocs.structure import StructureItem
    from mkdocs.structure.nav import Navigation

    from sakip_rules.languages import Language


_FRONTS: Final = frozenset(path_in(lang, FRONT) for lang in LANGUAGES)


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page in a menu, under the name it has there."""

    title: str
    """As HTML."""
    url: str
    path: str


@dataclass(frozen=True, slots=True)
class MenuPart:
    """A part of a menu, with its pages; the first one is its door."""

    title: str
    entries: Sequence[MenuEntry]


def menus_of(nav: Navigation, pages: Mapping[str, Page]) -> Mapping[Language, Sequence[MenuPart]]:
    """Gives the menu of each language: the parts of the navigation, and made lists that it leaves out."""
    parts: dict[Language, list[MenuPart]] = {lang: [] for lang in LANGUAGES}
    for item in nav.items:
        entries = [entry for entry in _entries(item) if entry.path not in _FRONTS]
        if entries:
            parts[language_of(entries[0].path)].append(
                MenuPart(escape(item.title) if item.title else entries[0].title, entries)
            )
    for lang, known in parts.items():
        lists = [
            entry_of(page) for path, page in pages.items() if _is_list(page) and language_of(path) == lang
        ]
        left = [entry for entry in lists if part_of(entry.path, known) is None]
        if left:
            known.insert(0, MenuPart(words_in(lang)["rules"], left))
    return parts


def _entries(item: StructureItem) -> Iterator[MenuEntry]:
    if isinstance(item, Page):
        yield entry_of(item)
    for child in item.children if isinstance(item, Section) else ():
        yield from _entries(child)


def _is_list(page: Page) -> bool:
    return page.meta.get("kind") == "list" and page.file.src_uri.endswith(f"/{FRONT}")


def entry_of(page: Page) -> MenuEntry:
    """Gives a page as an entry."""
    return MenuEntry(escape(unescape(page.title or page.file.name)), page.url, page.file.src_uri)


def counted_lists(lang: Language, pages: Mapping[str, Page]) -> Sequence[tuple[MenuEntry, int]]:
    """Gives the made lists of a language, each with how many pages it leads to, older versions left out."""
    newest = (path for path in pages if f"{PurePosixPath(path).parent}.md" not in pages)
    led = Counter(_list_above(path, pages) for path in newest)
    lists = (page for path, page in pages.items() if _is_list(page) and language_of(path) == lang)
    return [(entry_of(page), led[page.file.src_uri]) for page in lists]


def _list_above(path: str, pages: Mapping[str, Page]) -> str:
    """The page right above a page; nothing above a front page."""
    return next(reversed([*above(path, pages)]), "")


def crumbs_of(path: str, pages: Mapping[str, Page]) -> Sequence[MenuEntry]:
    """Gives the pages above a page."""
    return [entry_of(pages[page]) for page in above(path, pages)]


def part_of(path: str, parts: Iterable[MenuPart]) -> MenuPart | None:
    """Gives the part of the menu in which a page stands."""
    return next((part for part in parts if any(entry.path == path for entry in part.entries)), None)


def neighbours(path: str, part: MenuPart | None) -> tuple[MenuEntry | None, MenuEntry | None]:
    """Gives the page before a page in its part of the menu, and the one after it."""
    if part is None:
        return None, None
    place = next(place for place, entry in enumerate(part.entries) if entry.path == path)
    before = part.entries[place - 1] if place > 0 else None
    after = part.entries[place + 1] if place + 1 < len(part.entries) else None
    return before, after

"""What the templates are given: the language of a page, the theme's words, and where the page stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from sakip_rules.pages.addresses import path_in
from sakip_rules.site.content import headings_of
from sakip_rules.site.menus import counted_lists, crumbs_of, menus_of, neighbours, part_of
from sakip_rules.site.places import FRONT, SEARCH, language_of, twin_of
from sakip_rules.site.words import words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from sakip_rules.languages import Language
    from sakip_rules.site.menus import MenuPart


class SiteView:
    """A site as its templates see it. The titles of pages are known when all of them were read."""

    def __init__(self, nav: Navigation, files: Files, config: MkDocsConfig) -> None:
        self._nav = nav
        self._files = files
        self._site_url = config.site_url or ""

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every page by its path."""
        return {
            file.src_uri: file.page for file in self._files.documentation_pages() if file.page is not None
        }

    @cached_property
    def urls(self) -> frozenset[str]:
        """Where everything is that was built, from the top of the site."""
        return frozenset(file.url for file in self._files)

    @cached_property
    def menus(self) -> Mapping[Language, Sequence[MenuPart]]:
        """The menu of each language."""
        return menus_of(self._nav, self.pages)

    def of_page(self, page: Page) -> Mapping[str, Any]:
        """Gives what the template of a page needs."""
        path = page.file.src_uri
        lang = language_of(path)
        part = part_of(path, self.menus[lang])
        twin = self.pages.get(twin_of(path))
        return {
            **self._everywhere(lang),
            "lang": page.meta.get("lang", lang),
            "crumbs": crumbs_of(path, self.pages),
            "part": part,
            "neighbours": neighbours(path, part),
            "contents": list(headings_of(page.content or "")),
            "lists": counted_lists(lang, self.pages) if path == path_in(lang, FRONT) else (),
            "twin": None if twin is None else twin.url,
            "alternates": {} if twin is None else self._alternates(page, twin, lang),
        }

    def of_no_page(self) -> Mapping[str, Any]:
        """Gives what a template needs that belongs to no page."""
        return {
            **self._everywhere("id"),
            "lang": "id",
            "crumbs": (),
            "contents": (),
            "twin": None,
            "alternates": {},
        }

    def _everywhere(self, lang: Language) -> Mapping[str, Any]:
        other: Language = "en" if lang == "id" else "id"
        return {
            "interface": lang,
            "other": other,
            "words": words_in(lang),
            "english": words_in("en"),
            "menu": self.menus[lang],
            "front": self._url(path_in(lang, FRONT)),
            "other_front": self._url(path_in(other, FRONT)),
            "search_page": self._url(path_in(lang, SEARCH)),
        }

    def _url(self, path: str) -> str | None:
        page = self.pages.get(path)
        return None if page is None else page.url

    def _alternates(self, page: Page, twin: Page, lang: Language) -> Mapping[str, str]:
        if not self._site_url:
            return {}
        urls = {lang: page.url, ("en" if lang == "id" else "id"): twin.url}
        return {name: urljoin(self._site_url, url) for name, url in urls.items()}

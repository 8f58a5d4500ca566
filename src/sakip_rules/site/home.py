"""Pages that every site has: the search, and a front page for a site that wrote none of its own."""

from __future__ import annotations

import json

from sakip_rules.languages import LANGUAGES
from sakip_rules.pages.addresses import path_in
from sakip_rules.site.places import FRONT, SEARCH
from sakip_rules.site.words import words_in


def common_pages(site_name: str) -> dict[str, str]:
    """Gives the search page and the front page in each language: path -> text."""
    pages = {}
    for lang in LANGUAGES:
        words = words_in(lang)
        pages[path_in(lang, SEARCH)] = _text(words["search"], words["search_label"], "search.html")
        pages[path_in(lang, FRONT)] = _text(site_name, words["front"], "home.html")
    return pages


def _text(title: str, description: str, template: str) -> str:
    front = {"title": title, "description": description, "template": template}
    return "---\n" + "".join(f"{key}: {json.dumps(said)}\n" for key, said in front.items()) + "---\n"

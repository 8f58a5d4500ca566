"""What the search reads: one entry a made page, one a section of other pages; a file a language."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.site.content import headings_of, plain
from sakip_rules.site.places import language_of
from sakip_rules.site.words import read_data, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from mkdocs.structure.pages import Page

    from sakip_rules.languages import Language

_SECTION: Final = re.compile(r"(?=<h2[ >])")
_TITLE: Final = re.compile(r"<h1.*?</h1>", re.DOTALL)
_FIRST: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_OLDER: Final = re.compile(r"/\d+\.\d+\.\d+\.md$")
"""The end of the path of an older version of a rule: its newest one is found instead."""
_OTHERWISE: Final = frozenset({"title", "description", "kind", "template", "made_by", "lang", "rule_kind"})
"""Keys before a page that an entry holds in another place, or that nobody looks for."""
_ABOUT: Final = 160
_TEXT: Final = 3000
GUIDE: Final = "guide"
DECISION: Final = "decision"
_DECISIONS: Final = "decisions/"


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """A page, or a section of one, as the search knows it."""

    title: str
    url: str
    kind: str
    about: str
    """A sentence that is shown."""
    words: str
    """What else it is found by: ids, other names, numbers of regulations."""
    text: str


def entries_of(page: Page) -> Iterator[SearchEntry]:
    """Gives the entries of a page: none for an older version of a rule, or for a page that says nothing."""
    path, content = page.file.src_uri, page.content or ""
    if _OLDER.search(path) or not content.strip():
        return
    about, kind = page.meta.get("description"), page.meta.get("kind")
    title, words = plain(str(page.title)), _words(page.meta)
    if kind is not None:
        yield SearchEntry(title, page.url, kind, about or "", words, "")
        return
    kind = DECISION if _DECISIONS in path else GUIDE
    head, *sections = _SECTION.split(content)
    yield SearchEntry(title, page.url, kind, about or _first(head), words, _text(head))
    for section in sections:
        for heading in headings_of(section, [2]):
            url = f"{page.url}#{heading.anchor}"
            name = f"{heading.title} · {title}"
            yield SearchEntry(name, url, kind, _first(section), "", _text(section))


def _words(front: Mapping[str, Any]) -> str:
    stated = (value for key, value in front.items() if key not in _OTHERWISE)
    return " ".join(str(word) for value in stated for word in (value if isinstance(value, list) else [value]))


def _text(html: str) -> str:
    return plain(_TITLE.sub("", html))[:_TEXT]


def _first(html: str) -> str:
    found = _FIRST.search(html)
    said = plain(found[1]) if found else ""
    return said if len(said) <= _ABOUT else said[:_ABOUT].rsplit(" ", 1)[0] + " …"


def search_script(pages: Iterable[Page], lang: Language) -> str:
    """Gives a script that holds all that the search of a language needs: a folder on a disk can load it."""
    data = read_data("search.yaml")
    own = (page for page in pages if language_of(page.file.src_uri) == lang)
    said = words_in(lang)
    holds = {
        "entries": [asdict(entry) for page in own for entry in entries_of(page)],
        "kinds": {kind: words[lang] for kind, words in data["kinds"].items()},
        "weights": {kind: int(weight) for kind, weight in data["weights"].items()},
        "synonyms": data["synonyms"][lang],
        "stop": data["stop"][lang].split(),
        "words": {"none": said["search_none"], "count": said["search_count"]},
    }
    return f"globalThis.sakipSearch = {json.dumps(holds, ensure_ascii=False, separators=(',', ':'))};\n"

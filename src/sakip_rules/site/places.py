"""Which language a page is in, and where the same page stands in the other: said by its path alone."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sakip_rules.pages.addresses import path_in

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from sakip_rules.languages import Language

_ENGLISH: Final = "en/"
FRONT: Final = "index.md"
SEARCH: Final = "cari.md"


def language_of(path: str) -> Language:
    """Gives the language of the page on a path: English pages stand below `en/`."""
    return "en" if path.startswith(_ENGLISH) else "id"


def twin_of(path: str) -> str:
    """Gives the path of the same page in the other language."""
    return path.removeprefix(_ENGLISH) if language_of(path) == "en" else _ENGLISH + path


def above(path: str, pages: Container[str]) -> Iterator[str]:
    """Gives the pages above a page, from the front page of its language downwards: those that there are."""
    lang = language_of(path)
    inner = PurePosixPath(path.removeprefix(_ENGLISH))
    for folder in reversed(inner.parents):
        page = path_in(lang, (folder / FRONT).as_posix())
        if page != path and page in pages:
            yield page

"""Where pages stand, and how one links to another: one rule for both languages and both styles of address."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final, Literal, TypeAlias
from urllib.parse import quote

from sakip_rules.languages import Language, Pair, say

AddressStyle: TypeAlias = Literal["directories", "files"]
"""`rumus/nasional/ipm/` of a site that is served, or `rumus/nasional/ipm.html` of a folder on a disk."""

INDEX: Final = "index"
_OTHER: Final = re.compile(r"[^a-z0-9]+")


def path_in(lang: Language, path: str) -> str:
    """Gives the path of a page in a language: English pages stand on the same path below `en/`."""
    return path if lang == "id" else f"en/{path}"


def rule_path(rule_id: str, version: str | None = None) -> str:
    """Gives the path of a rule's page: that of its newest version, or of an older one."""
    return f"rumus/{rule_id}.md" if version is None else f"rumus/{rule_id}/{version}.md"


def document_path(document: str) -> str:
    """Gives the path of the page of a regulation, or of another document that rules rest on."""
    return f"peraturan/{slug(document)}.md"


def slug(text: str) -> str:
    """Gives a text as part of an address: `PermenPANRB 88/2021` is `permenpanrb-88-2021`."""
    return _OTHER.sub("-", text.casefold()).strip("-") or "lain"


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A page as those that write on it see it: its language, where it stands, how links look from there."""

    path: str
    """Without the folder of its language."""
    lang: Language
    style: AddressStyle
    known: Container[str] = ()
    """Paths of pages written by hand that may be linked to, with the folder of their language."""

    def say(self, pair: Pair) -> str:
        """Gives a text in the page's language."""
        return say(pair, self.lang)

    def href(self, target: str, anchor: str = "") -> str:
        """Gives the relative link to a page of the same language, by its path without the language."""
        return self.link_to(path_in(self.lang, target), anchor)

    def link_to(self, target: str, anchor: str = "") -> str:
        """Gives the relative link to any page, by its whole path."""
        here = _address(path_in(self.lang, self.path), self.style)
        there = _address(target, self.style)
        behind = f"#{quote(anchor)}" if anchor else ""
        if here == there and behind:
            return behind
        return _relative(here, there) + behind

    def has(self, target: str) -> bool:
        """Says whether there is a page written by hand in the page's language."""
        return path_in(self.lang, target) in self.known


def _address(path: str, style: AddressStyle) -> str:
    """Gives where a page is fetched: a folder ends with a slash."""
    stem = PurePosixPath(path).with_suffix("")
    if style == "files":
        return f"{stem}.html"
    folder = stem.parent if stem.name == INDEX else stem
    return "" if str(folder) == "." else f"{folder}/"


def _relative(here: str, there: str) -> str:
    own, other = here.split("/")[:-1], there.split("/")
    shared = 0
    while shared < min(len(own), len(other) - 1) and own[shared] == other[shared]:
        shared += 1
    return "../" * (len(own) - shared) + "/".join(other[shared:]) or "./"

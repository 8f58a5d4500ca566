"""Pages made from rules, as the builder of a site takes them: what stands before the HTML, and the HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from sakip_rules.api import Catalogue
from sakip_rules.diagnostics import render_all
from sakip_rules.pages import MADE_BY, make_pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sakip_rules.pages import AddressStyle

_FRONT: Final = re.compile(r"---\n(?P<front>.*?)^---\n\s*", re.DOTALL | re.MULTILINE)
_BLOCK: Final = '<div class="sakip'
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast one, where PyYAML was built with it: there are a thousand pages."""


class RulesHaveErrorsError(Exception):
    """No site is made from rules with errors; the message is what `sakip check` says."""


@dataclass(frozen=True, slots=True)
class MadeSource:
    """A page that is one block of HTML: it is not read as Markdown, which would take most of a build."""

    front: Mapping[str, Any]
    html: str


def made_texts(folders: Sequence[str], out: Path, style: AddressStyle, *, bundled: bool) -> dict[str, str]:
    """Gives the pages about the rules of some folders: path -> text. Raises `RulesHaveErrorsError`.

    They link to the pages written by hand that stand in the folder `out`.
    """
    checked = (Catalogue.bundled(*folders) if bundled else Catalogue.load(*folders)).checked
    wrong = [diagnostic for diagnostic in checked.diagnostics if diagnostic.severity == "error"]
    if wrong:
        raise RulesHaveErrorsError(render_all(wrong, "id"))
    return make_pages(checked, out, style)


def is_made(text: str) -> bool:
    """Says whether a page says of itself that it was made: `sakip docs` wrote it into a folder."""
    front = _FRONT.match(text)
    return front is not None and f"\n{MADE_BY}:" in front["front"]


def read_made(text: str) -> MadeSource | None:
    """Gives a page that is one block of HTML; None for any other, which is Markdown."""
    front = _FRONT.match(text)
    if front is None or not text.startswith(_BLOCK, front.end()):
        return None
    stated = yaml.load(front["front"], _LOADER)  # noqa: S506 - both are safe loaders
    return MadeSource(stated or {}, text[front.end() :])

"""Pages made from rules, as the builder of a site takes them: what stands before the HTML, and the HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from sakip_rules.api import Catalogue
from sakip_rules.diagnostics import DataError, render_all
from sakip_rules.pages import MADE_BY, ReportBook, make_pages

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sakip_rules.pages import AddressStyle

_FRONT: Final = re.compile(r"---\n(?P<front>.*?)^---\n\s*", re.DOTALL | re.MULTILINE)
_BLOCK: Final = '<div class="sakip'
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The fast one, where PyYAML was built with it: there are a thousand pages."""


class RulesHaveErrorsError(Exception):
    """No site is made from rules or reports with errors; the message is what `sakip check` says."""


@dataclass(frozen=True, slots=True)
class MadeSource:
    """A page that is one block of HTML: it is not read as Markdown, which would take most of a build."""

    front: Mapping[str, Any]
    html: str


def made_texts(
    folders: Sequence[str], out: Path, style: AddressStyle, *, bundled: bool, reports: Sequence[str] = ()
) -> dict[str, str]:
    """Gives the pages about the rules of some folders, and about reports: path -> text.

    They link to the pages written by hand that stand in the folder `out`. Raises `RulesHaveErrorsError`.
    """
    catalogue = Catalogue.bundled(*folders) if bundled else Catalogue.load(*folders)
    wrong = [diagnostic for diagnostic in catalogue.checked.diagnostics if diagnostic.severity == "error"]
    if wrong:
        raise RulesHaveErrorsError(render_all(wrong, "id"))
    try:
        books = [_book(catalogue, Path(report)) for report in reports]
    except DataError as error:
        raise RulesHaveErrorsError(render_all(error.diagnostics, "id")) from error
    return make_pages(catalogue.checked, out, style, books)


def _book(catalogue: Catalogue, file: Path) -> ReportBook:
    """A report, computed and audited; raises `DataError` for one with errors."""
    tree = catalogue.evaluate_report(file).tree
    return ReportBook(file.stem, tree, catalogue.audit_report(file))


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

"""Every page of a catalogue in both languages, and where each stands below a folder of documents."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from sakip_rules.languages import LANGUAGES
from sakip_rules.pages.addresses import AddressStyle, PagePlace
from sakip_rules.pages.rule.calculator import calculator_section
from sakip_rules.pages.rule.sheet import rule_page
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from sakip_rules.checker import Checked
    from sakip_rules.languages import Language
    from sakip_rules.pages.paper import MadePage


def make_pages(
    checked: Checked, out: Path | None = None, style: AddressStyle = "directories"
) -> dict[str, str]:
    """Gives every page: its path below the folder `out`, and its text.

    Pages written by hand that stand in `out` already are linked to.
    """
    sources = SiteSources(checked)
    known = _written_by_hand(out)
    pages = (page for lang in LANGUAGES for page in _pages(sources, lang, style, known))
    return {page.path: page.text() for page in pages}


def _written_by_hand(out: Path | None) -> frozenset[str]:
    files = () if out is None or not out.is_dir() else out.rglob("*.md")
    return frozenset(file.relative_to(out).as_posix() for file in files if out is not None)


def _pages(
    sources: SiteSources, lang: Language, style: AddressStyle, known: Container[str]
) -> Iterator[MadePage]:
    for subject in sources.subjects:
        place = PagePlace(subject.path, lang, style, known)
        view = RuleView(place, partial(sources.meant, subject.rule), sources.path_of)
        yield rule_page(subject, view, calculator_section(subject, sources, view))

"""Every page of a catalogue in both languages, and where each stands below a folder of documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, islice, takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from sakip_rules.atomic import replace_file
from sakip_rules.languages import LANGUAGES
from sakip_rules.pages import published, readings, regulations, rule_list
from sakip_rules.pages.addresses import AddressStyle, PagePlace, document_path
from sakip_rules.pages.data import read
from sakip_rules.pages.language.making import language_pages
from sakip_rules.pages.paper import MADE_BY
from sakip_rules.pages.reports.making import report_pages
from sakip_rules.pages.rule.sheet import rule_page
from sakip_rules.pages.rule.view import RuleView
from sakip_rules.pages.sources import SiteSources

if TYPE_CHECKING:
    from collections.abc import Container
    from pathlib import Path

    from sakip_rules.checker import Checked
    from sakip_rules.languages import Language
    from sakip_rules.models import AnyRule, Reference
    from sakip_rules.pages.paper import MadePage
    from sakip_rules.pages.reports.book import ReportBook

FENCE: Final = "---\n"
FIRST_LINES: Final = 20
"""Among so many lines of a page stands who made it."""


def make_pages(
    checked: Checked,
    out: Path | None = None,
    style: AddressStyle = "directories",
    reports: Sequence[ReportBook] = (),
) -> dict[str, str]:
    """Gives every page about rules and reports: its path below the folder `out`, and its text.

    Pages written by hand that stand in `out` already are linked to.
    """
    sources = SiteSources(checked)
    maker = _Maker(sources, style, _written_by_hand(out))
    made = {}
    for lang in LANGUAGES:
        of_reports = report_pages(reports, lang, style, sources.path_of_source)
        made.update({page.path: page.text() for page in chain(maker.pages(lang), of_reports)})
    return made


def _written_by_hand(out: Path | None) -> frozenset[str]:
    files = () if out is None or not out.is_dir() else out.rglob("*.md")
    return frozenset(file.relative_to(out).as_posix() for file in files if out is not None)


class _Maker:
    """Makes the pages of a catalogue, each with a view of its own."""

    def __init__(self, sources: SiteSources, style: AddressStyle, known: Container[str]) -> None:
        self.sources = sources
        self.style = style
        self.known = known

    def pages(self, lang: Language) -> Iterator[MadePage]:
        for subject in self.sources.subjects:
            yield rule_page(subject, self.sources, self._view(subject.path, lang, subject.rule))
        yield rule_list.rules_page(self.sources, self._view(rule_list.INDEX, lang))
        yield from self._regulations(lang)
        yield from self._questions(lang)
        yield from self._published(lang)
        yield from language_pages(self.sources.language_uses, lambda path: self._view(path, lang))

    def _regulations(self, lang: Language) -> Iterator[MadePage]:
        known = self.sources.regulations
        yield regulations.regulations_page(known, self._view(regulations.INDEX, lang))
        for regulation in known:
            view = self._view(document_path(regulation.document), lang)
            yield regulations.regulation_page(regulation, self.sources, view)

    def _questions(self, lang: Language) -> Iterator[MadePage]:
        known = self.sources.questions
        if known:
            yield readings.questions_page(known, self._view(readings.INDEX, lang))
        for question in known:
            view = self._view(readings.question_path(question), lang)
            yield readings.question_page(question, self.sources, view)

    def _published(self, lang: Language) -> Iterator[MadePage]:
        computed = self.sources.published
        known = [stated for stated in read("published")["tables"] if computed[stated["id"]]]
        if known:
            yield published.sources_page(known, computed, self._view(published.INDEX, lang))
        for stated in known:
            view = self._view(published.source_path(stated["id"]), lang)
            yield published.source_page(stated, computed[stated["id"]], view)

    def _view(self, path: str, lang: Language, rule: AnyRule | None = None) -> RuleView:
        """The view of a page; references on a page of no rule mean the newest version."""
        meant = self._newest if rule is None else partial(self.sources.meant, rule)
        return RuleView(PagePlace(path, lang, self.style, self.known), meant, self.sources.path_of)

    def _newest(self, reference: Reference) -> AnyRule | None:
        return self.sources.newest.get(reference.id)


def write_pages(checked: Checked, out: Path) -> list[str]:
    """Writes every page below a folder, and removes those it once wrote that no rule needs any more.

    Gives their paths. Raises `OSError` where a file cannot be written.
    """
    made = make_pages(checked, out)
    for path in written(out) - made.keys():
        (out / path).unlink()
    for path, text in made.items():
        target = out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, text.encode())
    return sorted(made)


def written(out: Path) -> set[str]:
    """Gives the paths of the pages in a folder that were made, not written by hand."""
    files = (file for file in out.rglob("*.md") if _is_made(file))
    return {PurePosixPath(file.relative_to(out)).as_posix() for file in files}


def _is_made(file: Path) -> bool:
    """Whether the front matter of a page says who made it."""
    with file.open(encoding="utf-8", errors="replace") as lines:
        if next(lines, "") != FENCE:
            return False
        front = takewhile(lambda line: line != FENCE, islice(lines, FIRST_LINES))
        return any(line.startswith(f"{MADE_BY}:") for line in front)

"""What the tags of a template name: `jalur:angka@tahun`, `angka.kategori`, `judul`, `indikator[]:capaian`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import diagnose, quoted
from sakip_rules.diagnostics.core import clean, did_you_mean
from sakip_rules.exporters.report.chapter.cells import Writer, short_words
from sakip_rules.results import ROOT
from sakip_rules.wording.values import short_unit

if TYPE_CHECKING:
    from sakip_rules.diagnostics import Diagnostic, Place
    from sakip_rules.languages import Language
    from sakip_rules.results import Figure, ReportNode, ReportTree

EVERY: Final = "[]"
_CATEGORY: Final = ".kategori"
_UNIT: Final = ".satuan"
_OF_REPORT: Final = ("laporan", "organisasi", "tahun", "periode")


class ReportTags:
    """Answers the tags of a template from a computed report; notes those that name nothing."""

    def __init__(self, tree: ReportTree, lang: Language, place: Place) -> None:
        self.writer = Writer(tree, lang)
        self.lang: Language = lang
        self.place = place
        self.by_path = {node.path: node for node in self.writer.nodes}
        self.mistakes: list[Diagnostic] = []
        self._collections: dict[str, list[ReportNode]] = {}

    def collection(self, tag: str) -> str | None:
        """Gives what a tag goes through: `indikator[]`, or `sasaran-1/indikator[]` below one record."""
        head, found, _ = tag.partition(f"{EVERY}:")
        return head + EVERY if found else None

    def count(self, collection: str) -> int:
        """Gives how many records there are of a level, of the whole report or below one record."""
        return len(self._records(collection))

    def text(self, tag: str, record: int | None = None) -> str:
        """Gives the text for a tag; nothing, and a note, where it names nothing."""
        if record is None:
            head, found, name = tag.rpartition(":")
            node = self.by_path.get(head if found else ROOT)
        else:
            _, _, name = tag.partition(f"{EVERY}:")
            node = self._records(self.collection(tag) or "")[record]
        shown = self._of_report(name) if node is None or node.path == ROOT else None
        shown = self._of_record(node, name) if shown is None and node is not None else shown
        if shown is None:
            self.wrong("template-tag.unknown", tag)
        return shown or ""

    def wrong(self, key: str, tag: str) -> None:
        """Notes what is wrong with a tag, once."""
        near = {"near": did_you_mean(tag, self._known)} if key == "template-tag.unknown" else {}
        found = diagnose(key, self.place, tag=quoted(tag), **near)
        if found not in self.mistakes:
            self.mistakes.append(found)

    def _records(self, collection: str) -> list[ReportNode]:
        """The records of a level below one; of a level that nobody has, none, and a note."""
        if collection in self._collections:
            return self._collections[collection]
        above, _, level = collection.removesuffix(EVERY).rpartition("/")
        top = self.by_path.get(above or ROOT)
        below = [] if top is None else [node for child in top.children for node in child.walk()]
        found = [node for node in below if node.level == level]
        if not found and (top is None or level not in self._levels):
            self.wrong("template-tag.unknown", f"{collection}:…")
        self._collections[collection] = found
        return found

    @cached_property
    def _levels(self) -> set[str]:
        return {node.level for node in self.writer.nodes}

    @cached_property
    def _known(self) -> list[str]:
        """Every tag that names something: of records, and of levels."""
        known = [*_OF_REPORT]
        for node in self.writer.nodes:
            lead = "" if node.path == ROOT else f"{node.path}:"
            names = ["judul", *node.now.figures]
            known += [f"{lead}{name}" for name in names] + [f"{node.level}{EVERY}:{name}" for name in names]
        return list(dict.fromkeys(known))

    def _of_report(self, name: str) -> str | None:
        tree = self.writer.tree
        period = "" if tree.period is None else self.writer.say(tree.period)
        told = dict(zip(_OF_REPORT, (tree.title, tree.organization, str(tree.year), period), strict=True))
        return clean(told[name]) if name in told else None

    def _of_record(self, node: ReportNode, name: str) -> str | None:
        """A figure in words, its category or unit, or the title of the record."""
        name, _, year = name.partition("@")
        if name == "judul":
            return self.writer.title(node)
        if year and not year.isdecimal():
            return None
        asked, part = next(
            ((name.removesuffix(end), end) for end in (_CATEGORY, _UNIT) if name.endswith(end)), (name, "")
        )
        figure = node.figure(asked, int(year) if year else None)
        return None if figure is None else self._shown(node, figure, part)

    def _shown(self, node: ReportNode, figure: Figure, part: str) -> str:
        if part == _CATEGORY:
            return self.writer.category(node, figure).text
        if part == _UNIT:
            return short_unit(figure.unit, self.lang) if figure.unit else ""
        return short_words(figure, self.lang)

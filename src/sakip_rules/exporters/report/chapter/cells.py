"""Cells and columns of a chapter's tables, made from figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.report.chapter.model import ChapterCell, ChapterColumn
from sakip_rules.exporters.report.figures import title_of, unit_of
from sakip_rules.exporters.report.roles import part
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import ABSENT_WORDS
from sakip_rules.wording.values import figure_words, safe, short_unit, unit_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sakip_rules.exporters.report.chapter.model import ChapterRow
    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure, ReportNode, ReportTree

COLUMNS: Final[dict[str, Pair]] = {
    "path": ("Jalur", "Path"),
    "level": ("Tingkat", "Level"),
    "of": ("Bagian dari", "Part of"),
    "item": ("Uraian", "Item"),
    "unit": ("Satuan", "Unit"),
    "target": ("Target", "Target"),
    "realised": ("Realisasi", "Realised"),
    "achievement": ("Capaian", "Achievement"),
    "category": ("Kategori", "Category"),
    "value": ("Nilai", "Value"),
    "budget": ("Pagu", "Budget"),
    "spent": ("Realisasi anggaran", "Spent"),
    "absorbed": ("Serapan", "Absorbed"),
    "compared": ("Serapan", "Absorbed"),
    "efficiency": ("Efisiensi", "Efficiency"),
    "end_target": ("Target akhir rencana", "End-of-plan target"),
    "end_achievement": ("Capaian terhadap target akhir", "Achievement of the end-of-plan target"),
}
_TEXTS: Final = ("path", "level", "of", "item", "unit", "category")
_MEASURED: Final = ("target", "realised", "end_target")
"""What each record has in a unit of its own, that stands beside it."""

_SIGNS: Final[dict[str, Pair]] = {
    "persen": ("%", "%"),
    "rupiah": ("Rp", "Rp"),
    "poin persen": ("poin persen", "percentage points"),
}
"""Units of whole columns, as heads of tables print them."""


class Writer:
    """Makes cells and columns in a language; knows the titles of a report's records."""

    def __init__(self, tree: ReportTree, lang: Language) -> None:
        self.tree = tree
        self.lang: Language = lang
        self.nodes: list[ReportNode] = list(tree.root.walk())
        self.parents: dict[str, ReportNode] = {
            child.path: node for node in self.nodes for child in node.children
        }

    def say(self, pair: Pair) -> str:
        """Gives a text in the language."""
        return say(pair, self.lang)

    def title(self, node: ReportNode) -> str:
        """Gives the title of a record."""
        return title_of(node, self.tree.organization, self.lang)

    def level(self, node: ReportNode) -> str:
        """Gives the title of the level of a record."""
        return safe(node.level_title, self.lang)

    def named(self, node: ReportNode) -> ChapterCell:
        """Gives the cell that names a record."""
        return ChapterCell(self.title(node), path=node.path)

    def figure(self, node: ReportNode, figure: Figure | None, year: int | None = None) -> ChapterCell:
        """Gives the cell of a figure; an empty one where the record has none."""
        if figure is None:
            return ChapterCell()
        shown_year = node.now.year if year is None else year
        return ChapterCell(short_words(figure, self.lang), figure, node.path, shown_year)

    def parts(self, node: ReportNode, roles: Iterable[Role]) -> list[ChapterCell]:
        """Gives the cells of the figures that play parts in a record's own year."""
        return [self.figure(node, part(role, node.now)) for role in roles]

    def unit(self, node: ReportNode) -> ChapterCell:
        """Gives the unit in which target and realised figure of a record are measured."""
        figures = (part(role, node.now) for role in ("realised", "target"))
        units = (unit_of(node, figure) for figure in figures if figure is not None)
        unit = next(filter(None, units), "")
        return ChapterCell(unit_name(unit, self.lang) if unit else "")

    def category(self, node: ReportNode, figure: Figure | None) -> ChapterCell:
        """Gives the category of a figure, with the figure behind it."""
        category = None if figure is None else figure.in_category
        if category is None:
            return ChapterCell()
        return ChapterCell(clean(category.label), figure, node.path, node.now.year, is_category=True)

    def columns(self, keys: Sequence[str], rows: Sequence[ChapterRow]) -> tuple[ChapterColumn, ...]:
        """Gives the columns of a table; a unit that all figures of a column have stands in its head."""
        return tuple(
            self.column(key, [row.cells[place] for row in rows], self.say(COLUMNS[key]))
            for place, key in enumerate(keys)
        )

    def column(
        self, key: str, cells: Iterable[ChapterCell], title: str, group: str = "", year: int | None = None
    ) -> ChapterColumn:
        """Gives a column of some cells."""
        if key in _TEXTS:
            return ChapterColumn(key, title)
        unit = _unit(cells)
        sign = "" if key in _MEASURED or unit not in _SIGNS else f"({self.say(_SIGNS[unit])})"
        return ChapterColumn(key, title, is_number=True, group=group, year=year, unit=unit, sign=sign)

    def years_of(
        self, role: Role, years: Sequence[int], rows: Sequence[ChapterRow], first: int
    ) -> list[ChapterColumn]:
        """Gives the columns of a part in some years; their cells begin at a place of the rows."""
        cells = [cell for row in rows for cell in row.cells[first : first + len(years)]]
        return [self.column(role, cells, str(year), self.say(COLUMNS[role]), year) for year in years]


def _unit(cells: Iterable[ChapterCell]) -> str:
    """The unit of figures that all have the same one."""
    units = {cell.figure.unit for cell in cells if cell.figure is not None}
    return (units.pop() or "") if len(units) == 1 else ""


def short_words(figure: Figure, lang: Language) -> str:
    """Gives a figure for a cell: why it is absent in a word or two, whole rupiah without decimals."""
    if figure.absent is not None:
        return say(ABSENT_WORDS[figure.absent.word], lang)
    words = figure_words(figure, lang)
    return words[:-3] if figure.unit == "rupiah" and words.endswith((",00", ".00")) else words


def told(figure: Figure, lang: Language) -> str:
    """Gives a figure with the sign of its unit and its category, for a sentence: `267,71 % (Baik Sekali)`.

    No line ends between a number and its unit.
    """
    words = short_words(figure, lang)
    if figure.absent is None and figure.unit:
        words = f"{words}\u00a0{short_unit(figure.unit, lang)}"
    return words if figure.category is None else f"{words} ({clean(figure.category.label)})"

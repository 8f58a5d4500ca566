"""A computed report as text for a terminal: one heading a record, one line a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.dataclass import dataclass, field, replace
from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Paint, Style, wrapped
from sakip_rules.exporters.columns import INDENT, Cell, Labelled, Layout, beside, painted
from sakip_rules.exporters.look import Look
from sakip_rules.exporters.report.figures import ordered, remark, title_of, unit_of
from sakip_rules.languages import Language, say
from sakip_rules.numbers import decimal_text
from sakip_rules.values import Absent, Range, is_number
from sakip_rules.vocabulary import POLARITIES, Word
from sakip_rules.wording.terms import ABSENT_WORDS, UNIT_SIGNS
from sakip_rules.wording.values import figure_words, number, safe, short_unit, unit_name

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.results import Figure, NodeYear, ReportNode, ReportTree

DEFAULT_POLARITY: Final = "higher_is_better"
LARGE: Final = 1000
"""A whole number that is larger is an amount: it is shown without `,00`."""

LONGEST_UNIT: Final = 8
"""A longer unit, such as `per 100.000 penduduk`, stands among the remarks."""

_YEAR: Final[Pair] = ("tahun", "year")


def export(tree: ReportTree, look: Look) -> str:
    """Gives a computed report as lines as wide as the look allows, where the figures allow it."""
    records = [
        _Record.of(node, title_of(node, tree.organization, look.lang), look.lang) for node in tree.root.walk()
    ]
    years = sorted({year for record in records for year in record.years}, reverse=True)
    entries = [entry for record in records for entry in record.entries(years)]
    layout = Layout.of(entries, [str(year) for year in years], look.width)
    lines = _heading(tree, look)
    bare = False
    for record in records:
        below = list(record.lines(layout, years, look.paint))
        if below or not bare:
            lines.append("")
        bare = not below
        lines += [*record.heading(look.width, look.paint), *below]
    return "\n".join(lines) + "\n"


def _heading(tree: ReportTree, look: Look) -> list[str]:
    period = [clean(say(tree.period, look.lang))] if tree.period is not None else []
    facts = " · ".join([*period, f"{say(_YEAR, look.lang)} {tree.year}", tree.framework.reference])
    title = painted(clean(tree.title), "title", look.width, look.paint)
    return [*title, *painted(facts, "quiet", look.width, look.paint)]


@dataclass(slots=True)
class _Record:
    """What is shown of a record: figures with a cell for each of its years, and the names of absent ones."""

    node: ReportNode
    title: str
    lang: Language
    cells: dict[str, dict[int, Cell]] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    silent: dict[Word, list[str]] = field(default_factory=dict)
    told: set[Pair] = field(default_factory=set)
    """Notes on absent values that were shown: what is computed from them need not repeat them."""

    @classmethod
    def of(cls, node: ReportNode, title: str, lang: Language) -> _Record:
        """Gives what there is to say about a record."""
        record = cls(node, title, lang)
        for year in node.years:
            for figure in ordered(year.figures.values()):
                record.add(year, figure)
        return record

    @property
    def years(self) -> set[int]:
        """The years of which there is something to show, and the report's own."""
        return {self.node.now.year, *(year for cells in self.cells.values() for year in cells)}

    def add(self, year: NodeYear, figure: Figure) -> None:
        """Adds a figure of a year, if it says something that a reader does not take for granted."""
        label = safe(figure.title, self.lang) or figure.name
        now = year.year == self.node.now.year
        if _is_silent(figure):
            if now and figure.absent is not None:
                self.silent.setdefault(figure.absent.word, []).append(label)
        elif not _is_plumbing(figure, now=now):
            self.labels.setdefault(figure.name, label)
            self.cells.setdefault(figure.name, {})[year.year] = self.cell(figure)

    def cell(self, figure: Figure) -> Cell:
        """Gives the value of a figure, split at its decimal point, and what is said of it."""
        if figure.absent is not None:
            return self.absent(figure, figure.absent)
        shown, said = figure_words(figure, self.lang), remark(figure, self.lang)
        if not is_number(figure.value) and not isinstance(figure.value, Range):
            return Cell("", "", said if said.startswith(shown) else "; ".join(filter(None, [shown, said])))
        unit = unit_of(self.node, figure)
        if len(unit) > LONGEST_UNIT and unit not in UNIT_SIGNS:
            unit, said = "", "; ".join(filter(None, [unit_name(unit, self.lang), said]))
        if is_number(figure.value):
            return Cell(*_split(figure, unit, self.lang), said)
        return Cell(shown, _unit(unit, self.lang), said)

    def absent(self, figure: Figure, absent: Absent) -> Cell:
        """Gives a dash and why there is no value; a note that was told is not told again."""
        if absent.note in self.told:
            figure = figure._replace(value=replace(absent, note=None))
        elif absent.note is not None:
            self.told.add(absent.note)
        style: Style = "warning" if absent.word == "not_computable" else "text"
        return Cell("–", "", remark(figure, self.lang), style)

    def entries(self, years: Sequence[int]) -> list[Labelled]:
        """Gives the figures with a cell for each year of the report, empty where there is nothing."""
        return [
            Labelled(self.labels[name], tuple(cells.get(year, Cell()) for year in years))
            for name, cells in self.cells.items()
        ]

    def heading(self, width: int, paint: Paint) -> list[str]:
        """Gives title, level and path, on one line if they fit; without a title the level stands for it."""
        level, path = safe(self.node.level_title, self.lang), clean(self.node.path)
        quiet = [path] if self.title == self.node.id else [f"{level} · {path}"]
        title = level if self.title == self.node.id else self.title
        if len(quiet[0]) > width and quiet[0] != path:
            quiet = [level, path]
        return beside([(title, "title"), *((text, "quiet") for text in quiet)], width, paint)

    def lines(self, layout: Layout, years: Sequence[int], paint: Paint) -> Iterator[str]:
        """Gives the lines below the heading."""
        if len(self.years) > 1:
            yield from layout.heading(paint)
        for entry in self.entries(years):
            yield from layout.lines(entry, paint)
        for word, labels in self.silent.items():
            said = f"{say(ABSENT_WORDS[word], self.lang).capitalize()}: {', '.join(labels)}."
            for part in wrapped(said, layout.total - len(INDENT)):
                yield INDENT + paint(part, "quiet")


def _is_silent(figure: Figure) -> bool:
    """Says whether nothing is known of a figure but that it is absent: those are told together."""
    absent = figure.absent
    if absent is None or figure.category is not None or absent.word == "not_computable":
        return False
    return absent.note is None and absent.reason is None


def _is_plumbing(figure: Figure, *, now: bool) -> bool:
    """Says whether a figure tells nothing: the usual polarity, or in an earlier year what only repeats."""
    if isinstance(figure.value, str) and figure.value in POLARITIES:
        return not now or figure.value == DEFAULT_POLARITY
    return not now and figure.origin == "default"


def _unit(unit: str, lang: Language) -> str:
    return f" {short_unit(unit, lang)}" if unit else ""


def _split(figure: Figure, unit: str, lang: Language) -> tuple[str, str]:
    """Gives a number in two parts, the second beginning with the decimal point, its unit behind it."""
    exact = figure.fraction
    text = figure.text or ""
    if exact is not None and exact.denominator == 1 and (unit == "rupiah" or abs(exact) >= LARGE):
        text = decimal_text(exact, 0) if unit not in UNIT_SIGNS else text
    # Grouped as a whole, then split: the separators of a language depend on all digits before the point.
    whole, point, places = text.partition(".")
    shown = number(f"{whole}{point}{places}", lang)
    behind = shown[len(shown) - len(point + places) :] if point else ""
    return shown[: len(shown) - len(behind)], behind + _unit(unit, lang)

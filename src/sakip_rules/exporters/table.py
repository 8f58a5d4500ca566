"""A computed report as text for a terminal: records by path, figures in aligned columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Paint, Style, unpainted, wrapped
from sakip_rules.exporters.figures import ordered, remark, shown, title_of, unit_of
from sakip_rules.values import Range, is_number

if TYPE_CHECKING:
    from sakip_rules.plans import Pair
    from sakip_rules.results import Figure, Node, ReportTree

WIDTH: Final = 80
INDENT: Final = "  "
WIDEST_NAME: Final = 36
LONGEST_VALUE: Final = 22

_YEAR: Final[Pair] = ("tahun", "year")


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as it is shown: name, value, unit, remark."""

    name: str
    value: str
    unit: str
    remark: str


def report_table(tree: ReportTree, lang: str = "id", *, width: int = WIDTH, paint: Paint = unpainted) -> str:
    """Gives a computed report as lines of at most `width` characters, where the figures allow it."""
    lines = _heading(tree, lang, width, paint)
    rows = {node.path: _rows(node, lang) for node in tree.root.walk()}
    columns = Columns.of((row for each in rows.values() for row in each), width)
    for node in tree.root.walk():
        lines.append("")
        lines += _title(node, title_of(node, tree.organization, lang), width, paint)
        for row in rows[node.path]:
            lines += columns.lines(row, paint)
    return "\n".join(lines) + "\n"


def _heading(tree: ReportTree, lang: str, width: int, paint: Paint) -> list[str]:
    facts = f"{_YEAR[lang == 'en']} {tree.year} · {tree.framework.reference}"
    return [*painted(clean(tree.title), "title", width, paint), *painted(facts, "quiet", width, paint)]


def painted(text: str, style: Style, width: int, paint: Paint) -> list[str]:
    """Gives a text as lines in one style."""
    return [paint(line, style) for line in wrapped(text, width)]


def _title(node: Node, title: str, width: int, paint: Paint) -> list[str]:
    """Gives the path of a record and its title: on one line if both fit."""
    path = clean(node.path)
    if len(path) + len(INDENT) + len(title) <= width:
        return [f"{paint(path, 'quiet')}{INDENT}{paint(title, 'title')}"]
    return [*painted(path, "quiet", width, paint), *painted(f"{INDENT}{title}", "title", width, paint)]


def _rows(node: Node, lang: str) -> list[Row]:
    rows = [_row(node, figure, figure.name, lang) for figure in ordered(node.now)]
    for year in sorted(node.earlier, reverse=True):
        own = [figure for figure in ordered(node.earlier[year]) if figure.absent is None]
        rows += [_row(node, figure, f"{figure.name}@{year}", lang) for figure in own if _worth(figure)]
    return rows


def _worth(figure: Figure) -> bool:
    """Says whether an earlier year's figure is shown: what was not merely repeated from a default."""
    return figure.origin != "default"


def _row(node: Node, figure: Figure, name: str, lang: str) -> Row:
    if figure.absent is not None:
        return Row(name, shown(figure, lang), "", remark(figure, lang))
    if not is_number(figure.value) and not isinstance(figure.value, Range):
        words = [shown(figure, lang), remark(figure, lang)]
        return Row(name, "", "", "; ".join(word for word in words if word))
    return Row(name, shown(figure, lang), unit_of(node, figure), remark(figure, lang))


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns of names, values and units are."""

    name: int
    value: int
    unit: int
    total: int

    @classmethod
    def of(cls, rows: Iterable[Row], total: int) -> Columns:
        """Gives columns that hold all rows, as far as they fit; a longer name or value has its own way."""
        every = list(rows)
        name = min(max((len(row.name) for row in every), default=0), WIDEST_NAME, total // 2)
        value = max((len(row.value) for row in every if _is_short(row.value)), default=0)
        unit = max((len(row.unit) for row in every), default=0)
        return cls(name, min(value, total // 3), min(unit, total // 5), total)

    def lines(self, row: Row, paint: Paint) -> Iterator[str]:
        """Gives a row as one line, or as several where a part does not fit."""
        first = f"{INDENT}{row.name.ljust(self.name)}"
        body = f"{INDENT}{row.value.rjust(self.value)}"
        if len(first) > len(INDENT) + self.name and len(first) + len(body) > self.total:
            yield first.rstrip()
            first = f"{INDENT}{' ' * self.name}"
        start = paint(first, "quiet") + paint(body, "text")
        behind = f"{INDENT}{row.unit.ljust(self.unit)}{INDENT}{row.remark}".rstrip()
        if len(first) + len(body) + len(behind) <= self.total:
            yield (start + paint(behind, "text")).rstrip() if behind else start.rstrip()
            return
        yield start.rstrip()
        place = f"{INDENT * 2}"
        rest = f"{row.unit} {row.remark}".strip()
        yield from (f"{place}{part}" for part in wrapped(rest, self.total - len(place)))


def _is_short(value: str) -> bool:
    """Says whether a value shapes its column: a number of fifty digits does not."""
    return len(value) <= LONGEST_VALUE

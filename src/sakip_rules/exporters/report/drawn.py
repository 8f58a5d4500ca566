"""The pictures of a report's tables: achievements on their scale, by year, with money, to the plan's end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.explainer.stretches import stretches
from sakip_rules.exporters.report.chapter.model import ChapterCell
from sakip_rules.languages import say
from sakip_rules.pictures.bars import Bands, Bar, BarGroup, Shade, bar_picture
from sakip_rules.pictures.scale import colour
from sakip_rules.pictures.years import SERIES, Series, years_picture
from sakip_rules.wording.values import exact_words

if TYPE_CHECKING:
    from sakip_rules.exporters.report.chapter.model import ChapterRow, ChapterTable, TableKey
    from sakip_rules.languages import Language, Pair
    from sakip_rules.markup import Markup
    from sakip_rules.plans import ScalePlan

MOST_GROUPS: Final = 12
"""So many labels with their bars stand on one page; more are drawn as several pictures."""

_TITLES: Final[dict[TableKey, Pair]] = {
    "indicators": (
        "Capaian pada skalanya, garis di 100 persen",
        "Achievements on their scale, a line at 100 per cent",
    ),
    "years": ("Capaian dari tahun ke tahun", "Achievements year by year"),
    "end": (
        "Realisasi terhadap target akhir rencana, garis di 100 persen",
        "Realised figures against end-of-plan targets, a line at 100 per cent",
    ),
    "efficiency": (
        "Capaian dibandingkan serapan anggaran, garis di 100 persen",
        "Achievement against absorbed budget, a line at 100 per cent",
    ),
}
_PART: Final[Pair] = (" ({part} dari {parts})", " ({part} of {parts})")


class Drawn(NamedTuple):
    """A picture: its title, all that it shows in words, and itself as SVG."""

    title: str
    description: str
    svg: Markup


def pictures_of(table: ChapterTable, key: str, lang: Language) -> list[Drawn]:
    """Gives the pictures of a table, if it has something to draw; `key` makes ids that nobody else has."""
    if table.key not in _TITLES:
        return []
    title = f"{say(_TITLES[table.key], lang)}: {table.level}"
    return list(_PICTURES[table.key](table, key, title, lang))


def _achievements(table: ChapterTable, key: str, title: str, lang: Language) -> Iterator[Drawn]:
    """The achievement of each record, on the bands of the scale that all are measured by."""
    rows = [row for row in table.rows if row.kind == "record"]
    cells = [table.cell(row, "achievement") for row in rows]
    bands = _bands(cells, lang)
    groups = [
        BarGroup(row.cells[0].text, [_graded(cell, table.cell(row, "category"), has_scale=bands is not None)])
        for row, cell in zip(rows, cells, strict=True)
    ]
    return _bars(groups, key, title, lang, bands=bands)


def _progress(table: ChapterTable, key: str, title: str, lang: Language) -> Iterator[Drawn]:
    rows = [row for row in table.rows if row.kind == "record"]
    groups = [BarGroup(row.cells[0].text, [_bar(table.cell(row, "end_achievement"))]) for row in rows]
    return _bars(groups, key, title, lang)


def _money(table: ChapterTable, key: str, title: str, lang: Language) -> Iterator[Drawn]:
    """Two bars a record; which is which stands above them."""
    roles = (("achievement", "one"), ("compared", "two"))
    groups = [
        BarGroup(row.cells[0].text, [_bar(table.cell(row, role), series) for role, series in roles])
        for row in table.rows
    ]
    heads = {column.key: column.title for column in table.columns}
    return _bars(groups, key, title, lang, legend=[(series, heads[role]) for role, series in roles])


def _years(table: ChapterTable, key: str, title: str, _lang: Language) -> Iterator[Drawn]:
    """A line a record; where there are too many, one for each group."""
    lines = [_series(row.cells[0].text, row, table) for row in table.rows if row.kind == "record"]
    if len(lines) > SERIES:
        lines = list(_of_groups(table))[:SERIES]
    lines = [line for line in lines if line.points]
    if lines:
        told = "; ".join(f"{line.name}: {_told(line)}" for line in lines)
        yield Drawn(title, told, years_picture(f"{key}-1", lines, title, told))


def _of_groups(table: ChapterTable) -> Iterator[Series]:
    name = ""
    for row in table.rows:
        name = row.cells[0].text if row.kind == "group" else name
        if row.kind == "summary":
            yield _series(name, row, table)


def _series(name: str, row: ChapterRow, table: ChapterTable) -> Series:
    cells = [
        (column.year, cell)
        for column, cell in zip(table.columns, row.cells, strict=True)
        if column.key == "achievement" and column.year is not None and cell.figure is not None
    ]
    points = {year: (cell.figure.fraction, cell.text) for year, cell in cells if cell.figure}
    known = {year: (value, text) for year, (value, text) in points.items() if value is not None}
    return Series(name, known, {year: cell.text for year, cell in cells if year not in known})


def _told(line: Series) -> str:
    """The values of a line, and why it has none, year by year."""
    texts = {**{year: text for year, (_, text) in line.points.items()}, **line.gaps}
    return ", ".join(f"{year} {texts[year]}" for year in sorted(texts))


def _bars(
    groups: Sequence[BarGroup],
    key: str,
    title: str,
    lang: Language,
    *,
    legend: Sequence[tuple[str, str]] = (),
    bands: Bands | None = None,
) -> Iterator[Drawn]:
    """Pictures of a page's height each; nothing where no bar has a value."""
    if not any(bar.value is not None for group in groups for bar in group.bars):
        return
    pages = [groups[at : at + MOST_GROUPS] for at in range(0, len(groups), MOST_GROUPS)]
    for place, page in enumerate(pages, 1):
        counted = say(_PART, lang).format(part=place, parts=len(pages)) if len(pages) > 1 else ""
        told = "; ".join(f"{group.label}: {', '.join(bar.text for bar in group.bars)}" for group in page)
        drawn = bar_picture(f"{key}-{place}", page, title + counted, told, legend=legend, bands=bands)
        yield Drawn(title + counted, told, drawn)


def _bar(cell: ChapterCell, series: str = "one") -> Bar:
    return Bar(None if cell.figure is None else cell.figure.fraction, cell.text, series)


def _graded(cell: ChapterCell, category: ChapterCell, *, has_scale: bool) -> Bar:
    told = f"{cell.text} {category.text}".rstrip()
    value = None if cell.figure is None else cell.figure.fraction
    return Bar(value, told, "measure" if has_scale else "one")


def _bands(cells: Sequence[ChapterCell], lang: Language) -> Bands | None:
    """The bands of the scale that all figures were graded by; none where there are several scales."""
    scales: dict[str, ScalePlan] = {
        cell.figure.scale.source.reference: cell.figure.scale
        for cell in cells
        if cell.figure is not None and cell.figure.scale is not None
    }
    if len(scales) != 1:
        return None
    (plan,) = scales.values()
    bands = plan.scale.bands
    shades = [
        Shade(part.span.low, part.span.high, colour(part.band, bands.index(part.band)), part.band.category)
        for part in stretches(plan.scale)
        if part.band is not None and part.span.low != part.span.high
    ]
    ends = {end for shade in shades for end in (shade.low, shade.high) if end is not None}
    return Bands(shades, {end: exact_words(end, lang) for end in ends})


_PICTURES: Final[dict[TableKey, Callable[[ChapterTable, str, str, Language], Iterator[Drawn]]]] = {
    "indicators": _achievements,
    "years": _years,
    "end": _progress,
    "efficiency": _money,
}

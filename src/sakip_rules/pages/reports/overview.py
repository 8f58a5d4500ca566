"""The first page of a report: its indicators, its budget, its years, as tables and as pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from sakip_rules.exporters.audit.words import counted
from sakip_rules.exporters.report.chapter.cells import short_words
from sakip_rules.exporters.report.figures import title_of, unit_of
from sakip_rules.exporters.report.roles import has_value, part
from sakip_rules.markup import NOTHING, Markup, joined, link, table, tag
from sakip_rules.pages.addresses import path_in
from sakip_rules.pages.paper import MadePage
from sakip_rules.pictures.bars import Bar, BarGroup, bar_picture
from sakip_rules.pictures.years import Series, years_picture
from sakip_rules.results import Figure, ReportNode
from sakip_rules.wording.values import figure_words, safe, with_unit

if TYPE_CHECKING:
    from sakip_rules.exporters.report.roles import Role
    from sakip_rules.languages import Pair
    from sakip_rules.pages.addresses import PagePlace
    from sakip_rules.pages.reports.book import ReportBook

_TABLE: Final[dict[str, Pair]] = {
    "item": ("Uraian", "Item"),
    "unit": ("Satuan", "Unit"),
    "target": ("Target", "Target"),
    "realised": ("Realisasi", "Realised"),
    "achievement": ("Capaian (%)", "Achievement (%)"),
    "category": ("Kategori", "Category"),
    "budget": ("Pagu", "Budget"),
    "spent": ("Realisasi anggaran", "Spent"),
    "absorbed": ("Serapan (%)", "Absorbed (%)"),
    "end_target": ("Target akhir rencana", "End-of-plan target"),
    "end_achievement": ("Terhadap target akhir (%)", "Against the end-of-plan target (%)"),
}
_HEADINGS: Final[dict[str, Pair]] = {
    "indicators": ("Target, realisasi, dan capaian", "Targets, realised figures and achievements"),
    "budget": ("Anggaran", "Budget"),
    "years": ("Dari tahun ke tahun", "Year by year"),
    "end": ("Kemajuan menuju akhir rencana", "Progress to the end of the plan"),
    "printed": ("Angka yang tercetak", "The printed figures"),
}
_PICTURES: Final[dict[str, Pair]] = {
    "achievement": (
        "Capaian setiap indikator, garis di 100 persen",
        "The achievement of each indicator, a line at 100 per cent",
    ),
    "budget": (
        "Capaian dibandingkan serapan anggaran, dalam persen",
        "Achievement against absorbed budget, in per cent",
    ),
    "years": ("Capaian dari tahun ke tahun, dalam persen", "Achievements year by year, in per cent"),
    "end": (
        "Realisasi terhadap target akhir rencana, dalam persen",
        "Realised figures against end-of-plan targets, in per cent",
    ),
}
_OF_YEAR: Final[Pair] = ("tahun", "year")
_COMPUTED_BY: Final[Pair] = ("dihitung dengan", "computed with")
_EXPLAINED: Final[Pair] = (
    "Setiap angka mengarah ke penjelasannya: rumus, angka yang masuk, dan langkah-langkahnya.",
    "Every figure leads to its explanation: the formula, the numbers that go in, and the steps.",
)
_AUDIT: Final[Pair] = (
    "Lihat setiap angka tercetak di samping hitungannya",
    "See every printed figure beside the recomputed one",
)


def overview_page(book: ReportBook, place: PagePlace) -> MadePage:
    """Gives the first page of a report."""
    writer = _Overview(book, place)
    body = joined([writer.head(), *writer.sections()])
    about = f"{book.tree.organization}, {place.say(_OF_YEAR)} {book.tree.year}"
    facts = {"search": [book.tree.organization, str(book.tree.year)]}
    return MadePage(path_in(place.lang, book.path), "report", book.tree.title, about, body, facts)


class _Overview:
    """Writes the sections of a report's first page."""

    def __init__(self, book: ReportBook, place: PagePlace) -> None:
        self.book = book
        self.place = place
        self.lang = place.lang
        self.parents = {child.path: node for node in book.nodes for child in node.children}

    def head(self) -> Markup:
        """Title, organization and year, and what the headline of the root says."""
        tree = self.book.tree
        headline = tree.root.headline_figure
        facts = [
            tree.organization,
            f"{self.place.say(_OF_YEAR)} {tree.year}",
            f"{self.place.say(_COMPUTED_BY)} {tree.framework.reference}",
        ]
        answer = NOTHING
        if headline is not None:
            answer = tag(
                "p",
                f"{safe(headline.title, self.lang)}: ",
                tag("strong", with_unit(short_words(headline, self.lang), headline.unit)),
                class_="answer",
            )
        return tag(
            "header",
            tag("h1", tree.title),
            answer,
            tag("p", " · ".join(facts), class_="facts"),
            tag("p", self.place.say(_EXPLAINED)),
        )

    def sections(self) -> Iterator[Markup]:
        """What there is to show, in the order of a report."""
        yield self.section("indikator", "indicators", [*self.indicators()])
        yield self.section("anggaran", "budget", [*self.budget()])
        yield self.section("tahun", "years", [*self.years()])
        yield self.section("akhir", "end", [*self.end()])
        yield self.section("tercetak", "printed", self.printed())

    def section(self, key: str, heading: str, content: Sequence[Markup]) -> Markup:
        if not content:
            return NOTHING
        return tag("section", tag("h2", self.place.say(_HEADINGS[heading])), *content, id=key)

    def title(self, node: ReportNode) -> str:
        return title_of(node, self.book.tree.organization, self.lang)

    def value(self, node: ReportNode, figure: Figure | None) -> Markup:
        """A figure in a cell, leading to its explanation; nothing where the record has none."""
        if figure is None:
            return NOTHING
        href = self.place.href(self.book.record_path(node.path), f"angka-{figure.name}")
        words = short_words(figure, self.lang)
        return link(href, tag("em", words) if figure.absent is not None else words)

    def heads(self, *keys: str) -> list[str]:
        return [self.place.say(_TABLE[key]) for key in keys]

    def indicators(self) -> Iterator[Markup]:
        """A table a level of records with a target and a realised figure, and the picture of the first."""
        shown = [node for node in self.book.nodes if part("target", node.now) and part("realised", node.now)]
        for place, level in enumerate(dict.fromkeys(node.level for node in shown)):
            nodes = [node for node in shown if node.level == level]
            yield tag("h3", safe(nodes[0].level_title, self.lang))
            heads = self.heads("item", "unit", "target", "realised", "achievement", "category")
            yield table(heads, [self.indicator(node) for node in nodes], class_="report")
            if place == 0:
                yield self.achievements(nodes)

    def indicator(self, node: ReportNode) -> list[str]:
        target, realised, achievement = (
            part(role, node.now) for role in ("target", "realised", "achievement")
        )
        unit = "" if realised is None else unit_of(node, realised)
        category = "" if achievement is None or achievement.category is None else achievement.category.label
        return [
            joined([self.record(node), self.of(node)]), unit,
            self.value(node, target), self.value(node, realised), self.value(node, achievement), category,
        ]  # fmt: skip

    def of(self, node: ReportNode) -> Markup:
        """What a record is part of, in small below its title."""
        parent = self.parents.get(node.path)
        return NOTHING if parent is None else tag("small", self.title(parent), class_="of")

    def record(self, node: ReportNode) -> Markup:
        return link(self.place.href(self.book.record_path(node.path)), self.title(node))

    def achievements(self, nodes: Sequence[ReportNode]) -> Markup:
        """The achievement of each indicator as a bar in the colour of its band."""
        groups = []
        for node in nodes:
            figure = part("achievement", node.now)
            if figure is not None:
                groups.append(BarGroup(self.title(node), [self.bar(figure, colour=_colour(figure))]))
        return self.bars("capaian", "achievement", groups)

    def bar(self, figure: Figure, series: str = "one", colour: str | None = None) -> Bar:
        words = short_words(figure, self.lang)
        told = words if figure.category is None else f"{words} {figure.category.label}"
        return Bar(figure.fraction, told, series, colour)

    def bars(
        self, key: str, picture: str, groups: Sequence[BarGroup], legend: Sequence[tuple[str, str]] = ()
    ) -> Markup:
        if not any(bar.value is not None for group in groups for bar in group.bars):
            return NOTHING
        told = "; ".join(f"{group.label}: {', '.join(bar.text for bar in group.bars)}" for group in groups)
        title = self.place.say(_PICTURES[picture])
        drawn = bar_picture(f"gambar-{key}", groups, title, told, legend=legend)
        return tag("figure", drawn, tag("figcaption", title), class_="picture")

    def budget(self) -> Iterator[Markup]:
        """Budget, spent and absorbed, and achievement beside absorption."""
        shown = [node for node in self.book.nodes if has_value(part("budget", node.now))]
        if not shown:
            return
        rows = [
            [
                self.record(node),
                *(self.value(node, part(role, node.now)) for role in ("budget", "spent", "absorbed")),
            ]
            for node in shown
        ]
        yield table(self.heads("item", "budget", "spent", "absorbed"), rows, class_="report")
        groups = []
        for node in self.book.nodes:
            both = [part("achievement", node.now), part("absorbed", node.now)]
            if all(has_value(figure) for figure in both):
                bars = [
                    self.bar(figure, series)
                    for figure, series in zip(both, ("one", "two"), strict=True)
                    if figure is not None
                ]
                groups.append(BarGroup(self.title(node), bars))
        legend = [
            (series, self.place.say(_TABLE[role]))
            for series, role in (("one", "achievement"), ("two", "absorbed"))
        ]
        yield self.bars("anggaran", "budget", groups, legend)

    def years(self) -> Iterator[Markup]:
        """Realised figures and achievements of the years that the report gives."""
        shown = [node for node in self.book.nodes if len(node.years) > 1 and part("achievement", node.now)]
        years = sorted({of_year.year for node in shown for of_year in node.years})
        if len(years) < 2:  # noqa: PLR2004 - one year is no series
            return
        rows = []
        for node in shown:
            for role in ("realised", "achievement"):
                figures = {of_year.year: part(role, of_year) for of_year in node.years}
                if any(figures.values()):
                    cells = [self.value(node, figures.get(year)) for year in years]
                    rows.append([self.record(node), self.place.say(_TABLE[role]), *cells])
        yield table([*self.heads("item"), "", *map(str, years)], rows, class_="report")
        top = [node for node in shown if node.path == "." or "/" not in node.path]
        yield self.lines([series for node in top if (series := self.series(node)).points])

    def series(self, node: ReportNode) -> Series:
        figures = {of_year.year: part("achievement", of_year) for of_year in node.years}
        points = {
            year: (figure.fraction, figure_words(figure, self.lang))
            for year, figure in figures.items()
            if figure is not None and figure.fraction is not None
        }
        return Series(self.title(node), points)

    def lines(self, series: Sequence[Series]) -> Markup:
        if not series:
            return NOTHING
        title = self.place.say(_PICTURES["years"])
        told = "; ".join(
            f"{line.name}: {', '.join(f'{year} {text}' for year, (_, text) in sorted(line.points.items()))}"
            for line in series
        )
        drawn = years_picture("gambar-tahun", series, title, told)
        return tag("figure", drawn, tag("figcaption", title), class_="picture")

    def end(self) -> Iterator[Markup]:
        """How far each indicator has come on its way to the end of the plan."""
        shown = [
            node
            for node in self.book.nodes
            if has_value(part("end_achievement", node.now)) and part("realised", node.now)
        ]
        if not shown:
            return
        roles: tuple[Role, ...] = ("realised", "end_target", "end_achievement")
        rows = [
            [self.record(node), *(self.value(node, part(role, node.now)) for role in roles)] for node in shown
        ]
        yield table(self.heads("item", *roles), rows, class_="report")
        figures = [(node, part("end_achievement", node.now)) for node in shown]
        yield self.bars(
            "akhir",
            "end",
            [
                BarGroup(self.title(node), [self.bar(figure)])
                for node, figure in figures
                if figure is not None
            ],
        )

    def printed(self) -> list[Markup]:
        if not self.book.audit.findings:
            return []
        way = link(self.place.href(self.book.audit_path), self.place.say(_AUDIT))
        return [tag("p", counted(self.book.audit, self.lang), "."), tag("p", way, ".")]


def _colour(figure: Figure) -> str | None:
    """The colour of the band that a figure is in, if its scale states one."""
    if figure.category is None or figure.scale is None:
        return None
    bands = figure.scale.scale.bands
    return next((band.color for band in bands if band.category == figure.category.label), None)

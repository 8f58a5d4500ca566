"""A whole explanation: a figure, then everything it is made of, called rules nested, each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.computed import figure_lines
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.sources import basis_lines
from sakip_rules.explainer.spots import Spot, formulas_of
from sakip_rules.expression.tree import LAST_YEAR
from sakip_rules.languages import Language, say
from sakip_rules.results import Figure, RecordResult, ReportNode, RowResult, RuleResult
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.languages import Pair
    from sakip_rules.plans import Source

_HEADINGS: Final[dict[str, Pair]] = {
    "basis": ("Dasar hukum", "Legal basis"),
    "warnings": ("Yang perlu diperhatikan", "To be noted"),
}


def explain_record(record: RuleResult, lang: Language = "id") -> list[Line]:
    """Gives the lines that explain the result of a rule, with its inputs, steps and legal basis."""
    source = record.source
    heading = [Line(0, source.reference, "quiet"), Line(0, safe(source.title, lang), "title"), Line(0, "")]
    walk = _Walk(lang)
    body = list(walk.lines([record.result], Spot(record)))
    return [*heading, *body, *_warnings([record], lang), *_basis(walk, lang)]


def result_lines(record: RuleResult, lang: Language = "id") -> list[Line]:
    """Gives the lines of the result and of all that it is made of, without heading and legal basis."""
    return list(_Walk(lang).lines([record.result], Spot(record)))


def explain_node(
    node: ReportNode,
    framework: Source,
    *,
    figure: str | None = None,
    year: int | None = None,
    lang: Language = "id",
) -> list[Line]:
    """Gives the lines that explain a figure of a record of a report, or its headline, for a year.

    `framework` is the report's: its legal basis is told, too.
    Raises `KeyError` if the record has no such figure or the year is not given for it.
    """
    name = node.headline if figure is None else figure
    when = node.now.year if year is None else year
    of_year = node.of_year(when)
    explained = of_year.record.figures.get(name) if of_year is not None and name is not None else None
    if of_year is None or name is None or explained is None:
        raise KeyError(name)
    walk = _Walk(lang)
    body = list(walk.lines([explained], Spot(of_year.record, node, when, framework)))
    records = [record for record in (of_year.record, of_year.indicator) if record is not None]
    return [
        *_heading(node, name, when, lang),
        *body,
        *_note(node),
        *_warnings(records, lang),
        *_basis(walk, lang),
    ]


def _heading(node: ReportNode, name: str, year: int, lang: Language) -> Iterator[Line]:
    yield Line(0, f"{clean(node.path)} · {name} · {year}", "quiet")
    yield Line(0, clean(node.title) if node.title is not None else safe(node.title_pair, lang), "title")
    yield Line(0, safe(node.level_title, lang), "quiet")
    yield Line(0, "")


def _note(node: ReportNode) -> Iterator[Line]:
    if node.note:
        yield from (Line(0, ""), Line(0, clean(node.note), "quiet"))


def _warnings(records: Iterable[RecordResult], lang: Language) -> Iterator[Line]:
    found = list(dict.fromkeys(diagnostic for record in records for diagnostic in record.diagnostics))
    if found:
        yield from (Line(0, ""), Line(0, say(_HEADINGS["warnings"], lang), "title"))
    for diagnostic in found:
        yield Line(1, diagnostic.message(lang), "warning")


def _basis(walk: _Walk, lang: Language) -> Iterator[Line]:
    if walk.used:
        yield from (Line(0, ""), Line(0, say(_HEADINGS["basis"], lang), "title"))
    for source in walk.used.values():
        yield from basis_lines(source.reference, source.title, source.basis, lang)


Task = tuple[Figure, Spot, int]


@dataclass(slots=True)
class _Walk:
    """Explains figures with an agenda: a chain of called rules may be as long as the language allows."""

    lang: Language
    used: dict[str, Source] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def lines(self, figures: Iterable[Figure], spot: Spot) -> Iterator[Line]:
        """Gives each figure, then what it is made of, from the result down to the data."""
        agenda: list[Task] = [(figure, spot, 0) for figure in figures]
        agenda.reverse()
        while agenda:
            figure, here, depth = agenda.pop()
            if id(figure) in self.seen:  # the same figure, not an equal one: several formulas may use it
                continue
            self.seen.add(id(figure))
            self._remember(figure, here)
            yield from figure_lines(figure, here, depth, self.lang)
            agenda.extend(reversed(list(self._parts(figure, here, depth))))

    def _parts(self, figure: Figure, spot: Spot, depth: int) -> Iterator[Task]:
        """What a figure is made of: the figures that its formula names, or that an input is bound to."""
        for name, where in spot.read_by(figure):
            part, home = _home(name, where)
            if part is not None:
                yield part, home, depth + 1

    def _remember(self, figure: Figure, spot: Spot) -> None:
        """Keeps the rules that stand behind a figure, for their legal basis: those of its rows too."""
        self._keep(figure, spot)
        trace, where = spot.made_by(figure)
        for read in (read for formula in formulas_of(trace) for read in formula.reads.names):
            rows = [] if read.rows in ((), (LAST_YEAR,)) else where.along(read.rows)
            field = rows[0].figure(read.field) if rows else None
            if field is not None and isinstance(rows[0].record, RowResult):
                self._keep(field, rows[0])

    def _keep(self, figure: Figure, spot: Spot) -> None:
        called = spot.called_by(figure)
        behind = called if called is not None else spot if figure.trace is not None else None
        scale = figure.scale.source if figure.scale is not None else None
        sources = [behind.source if behind is not None else None, scale]
        for trace in (figure.trace, spot.made_by(figure)[0]):
            aliases = [alias for formula in formulas_of(trace) for alias in formula.reads.aliases]
            sources += [trace.seen.aliases[alias].source for alias in aliases if trace is not None]
        self.used |= {source.reference: source for source in sources if source is not None}


def _home(name: str, spot: Spot) -> tuple[Figure | None, Spot]:
    """Gives a named figure where it was made: an input that is bound to a name is the caller's figure."""
    figure = spot.figure(name)
    while figure is not None and spot.caller is not None and spot.bound_to(figure) == name:
        above = spot.caller.figure(name)
        if above is None:
            break
        figure, spot = above, spot.caller
    return figure, spot

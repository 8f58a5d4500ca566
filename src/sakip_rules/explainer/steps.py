"""A whole explanation: a figure, then everything it is made of, called rules nested, each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.computed import Spot, figure_lines, names_used
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.sources import basis_lines
from sakip_rules.explainer.words import say
from sakip_rules.results import Figure, Node, RecordResult

if TYPE_CHECKING:
    from sakip_rules.explainer.sources import Rules
    from sakip_rules.models import AnyRule
    from sakip_rules.plans import Pair

_HEADINGS: Final[dict[str, Pair]] = {
    "basis": ("Dasar hukum", "Legal basis"),
    "warnings": ("Peringatan", "Warnings"),
}


def explain_record(record: RecordResult, rules: Rules, lang: str = "id") -> list[Line]:
    """Gives the lines that explain the result of a rule, with its inputs, steps and legal basis."""
    heading = [Line(0, _reference(record), "quiet"), Line(0, say(record.title, lang), "title"), Line(0, "")]
    walk = _Walk(rules, lang)
    figures = [record.result] if record.result is not None else list(record.figures.values())
    body = list(walk.lines(figures, walk.spot(record)))
    return [*heading, *body, *_warnings([record], lang), *_basis(walk, lang)]


def explain_node(
    node: Node, name: str, year: int, framework: AnyRule | None, rules: Rules, lang: str = "id"
) -> list[Line]:
    """Gives the lines that explain a figure of a record of a report for a year.

    Raises `KeyError` if the record has no such figure or the year is not given for it.
    """
    found = node.of_year(year)
    figure = found.record.figures.get(name) if found is not None else None
    if found is None or figure is None:
        raise KeyError(name)
    title = node.title or say(node.title_pair, lang)
    heading = [
        Line(0, f"{clean(node.path)} · {name} · {year}", "quiet"),
        Line(0, clean(title), "title"),
        Line(0, say(node.level_title, lang), "quiet"),
        Line(0, ""),
    ]
    walk = _Walk(rules, lang)
    body = list(walk.lines([figure], Spot(found.record, node, year, framework)))
    records = [record for record in (found.record, found.indicator) if record is not None]
    return [*heading, *body, *_note(node), *_warnings(records, lang), *_basis(walk, lang)]


def _reference(record: RecordResult) -> str:
    return record.source.reference if record.source is not None else ""


def _note(node: Node) -> Iterator[Line]:
    if node.note:
        yield from (Line(0, ""), Line(0, clean(node.note), "quiet"))


def _warnings(records: Iterable[RecordResult], lang: str) -> Iterator[Line]:
    found = list(dict.fromkeys(diagnostic for record in records for diagnostic in record.diagnostics))
    if found:
        yield from (Line(0, ""), Line(0, say(_HEADINGS["warnings"], lang), "title"))
    for diagnostic in found:
        yield Line(1, diagnostic.message(lang), "warning")


def _basis(walk: _Walk, lang: str) -> Iterator[Line]:
    if walk.used:
        yield from (Line(0, ""), Line(0, say(_HEADINGS["basis"], lang), "title"))
        yield from basis_lines(walk.used.values(), lang)


Task = tuple[Figure, Spot, int]


@dataclass(slots=True)
class _Walk:
    """Explains figures with an agenda, so that a chain of called rules may be as long as the language allows."""

    rules: Rules
    lang: str
    used: dict[str, AnyRule] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)

    def lines(self, figures: Iterable[Figure], spot: Spot) -> Iterator[Line]:
        """Gives each figure, then what it is made of, from the result down to the data."""
        agenda: list[Task] = [(figure, spot, 0) for figure in figures]
        agenda.reverse()
        while agenda:
            figure, here, depth = agenda.pop()
            if id(figure) in self.seen:
                continue
            self.seen.add(id(figure))
            self._remember(figure, here)
            yield from figure_lines(figure, here, self.rules, depth, self.lang)
            agenda.extend(reversed(list(self._parts(figure, here, depth))))

    def _parts(self, figure: Figure, spot: Spot, depth: int) -> Iterator[Task]:
        """What a figure is made of: the result of the rule it calls, or the figures its formula names."""
        trace = figure.trace
        if trace is None:
            return
        if trace.called is not None and trace.called.result is not None:
            yield trace.called.result, self.spot(trace.called), depth + 1
        for name in names_used(trace.formula) if trace.formula is not None else []:
            part = spot.figure(name)
            if part is not None:
                yield part, spot, depth + 1

    def spot(self, record: RecordResult) -> Spot:
        """Gives the place of a rule's record, with the file of the rule."""
        return Spot(record, rule=self.rules.get(_reference(record)))

    def _remember(self, figure: Figure, spot: Spot) -> None:
        """Keeps the rules that stand behind a figure, for their legal basis."""
        for reference in (_reference(spot.record), figure.scale):
            rule = self.rules.get(reference or "")
            if rule is not None:
                self.used[rule.reference] = rule


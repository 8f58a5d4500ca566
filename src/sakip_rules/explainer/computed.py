"""One figure, explained: where it comes from, the formula with its numbers, rows, rounding, category."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.sources import band_of_category, band_words, case_of
from sakip_rules.explainer.words import (
    exact_text,
    figure_words,
    rounding_words,
    say,
    value_words,
    with_unit,
)
from sakip_rules.expression.text import to_text, to_words
from sakip_rules.expression.tree import HISTORY, LAST_YEAR, YEAR, Aggregate, Dotted, Formula, Name
from sakip_rules.numbers import Interval, shortest_text
from sakip_rules.values import Absent, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.explainer.sources import Rules
    from sakip_rules.expression import RowsUsed
    from sakip_rules.models import AnyRule
    from sakip_rules.plans import Pair
    from sakip_rules.results import Figure, Node, RecordResult, Trace

ROWS_SHOWN: Final = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A record that is explained: its figures, and in a report its node and year."""

    record: RecordResult
    node: Node | None = None
    year: int | None = None
    rule: AnyRule | None = None
    """The file that the record's formulas stand in, if it is known."""

    def figure(self, name: str) -> Figure | None:
        """Gives a figure of the record; `result` is the rule's result."""
        if name == "result" and self.record.result is not None:
            return self.record.result
        return self.record.figures.get(name)

    def below(self, name: str) -> list[Spot]:
        """Gives the rows of a collection, or in a report the records of a level below."""
        if name in self.record.rows:
            return [Spot(row) for row in self.record.rows[name]]
        if self.node is None or self.year is None:
            return []
        below = [(child, child.of_year(self.year)) for child in self.node.children if child.level == name]
        return [Spot(found.record, child, self.year) for child, found in below if found is not None]

    @property
    def label(self) -> str:
        """What a row is called: its id, else nothing."""
        return clean(self.node.id if self.node is not None else self.record.row_id or "")


def figure_lines(figure: Figure, spot: Spot, rules: Rules, depth: int, lang: str) -> Iterator[Line]:
    """Gives everything about one figure but what it is made of."""
    yield _headline(figure, depth, lang)
    title = say(figure.title, lang)
    if title != figure.name:
        yield Line(depth + 1, title, "quiet")
    yield from _origin(figure, spot, depth + 1, lang)
    if figure.trace is not None:
        yield from _computation(figure, figure.trace, spot, depth + 1, lang)
    yield from _rounding(figure, depth + 1, lang)
    yield from _category(figure, rules, depth + 1, lang)
    for diagnostic in figure.diagnostics:
        yield Line(depth + 1, f"! {diagnostic.message(lang)}", "warning")


def _headline(figure: Figure, depth: int, lang: str) -> Line:
    shown = with_unit(figure_words(figure, lang), None if figure.absent else figure.unit)
    category = f" [{clean(figure.category.label)}]" if figure.category is not None else ""
    return Line(depth, f"{figure.name} = {shown}{category}", "result")


# ---------------------------------------------------------------- where it comes from

_ORIGINS: Final[dict[str, Pair]] = {
    "given": ("dari data", "from the data"),
    "default": (
        "data tidak memberikannya; nilai bawaan aturan",
        "the data does not give it; the rule's default",
    ),
    "stated": ("dinyatakan oleh laporan, tidak dihitung", "stated by the report, not computed"),
}


def _origin(figure: Figure, spot: Spot, depth: int, lang: str) -> Iterator[Line]:
    called = figure.trace.called if figure.trace is not None else None
    source = called.source if called is not None else None
    if figure.origin in _ORIGINS and not (figure.absent and figure.origin == "given"):
        yield Line(depth, say(_ORIGINS[figure.origin], lang) + _document(figure, spot, lang))
    elif source is not None:
        by = say(("dihitung dengan aturan", "computed by rule"), lang)
        yield Line(depth, f"{by} {source.reference}")


def _document(figure: Figure, spot: Spot, lang: str) -> str:
    """Where a datum of the report's year stands."""
    document = spot.node.documents.get(figure.name) if spot.node is not None else None
    if not document or spot.node is None or spot.year != spot.node.now.year:
        return ""
    return f" ({say(('tercantum di', 'stands in'), lang)} {clean(document)})"


# ---------------------------------------------------------------- how it is computed


def _computation(figure: Figure, trace: Trace, spot: Spot, depth: int, lang: str) -> Iterator[Line]:
    for name, bound in trace.bound:
        if name != bound:
            yield Line(depth, f"{name} ← {clean(bound)}", "quiet")
    if trace.case is not None:
        yield Line(depth, _case(figure, trace, trace.case, spot, lang))
    if trace.formula is not None:
        yield from _formula(trace.formula, spot, depth, lang)
    for used in trace.rows:
        yield Line(depth, _rows_used(used, lang))
    if trace.formula is not None:
        yield from _rows(trace.formula, spot, depth + 1, lang)


def _case(figure: Figure, trace: Trace, index: int, spot: Spot, lang: str) -> str:
    """Says which case applied, its condition and its note; or which condition could not be decided."""
    level = spot.node.level if spot.node is not None else None
    case = case_of(spot.rule, level, figure.name, index)
    when = case.when if case is not None else None
    undecided = trace.formula is not None and trace.formula.text == when
    said = say(_UNDECIDED if undecided else _APPLIES, lang).format(place=index + 1)
    if when is not None and not undecided:
        said += f" ({when})"
    return said if trace.note is None else f"{said}: {say(trace.note, lang)}"


_APPLIES: Final[Pair] = ("berlaku kasus ke-{place}", "case {place} applies")
_UNDECIDED: Final[Pair] = ("syarat kasus ke-{place} tidak dapat diputuskan", "case {place} cannot be decided")


def _formula(formula: Formula, spot: Spot, depth: int, lang: str) -> Iterator[Line]:
    yield Line(depth, f"{say(('rumus:', 'formula:'), lang)} {to_text(formula)}")
    if formula.is_constant:
        return
    titles = _titles(formula, spot, lang)
    if titles:
        yield Line(depth, f"{say(('artinya:', 'meaning:'), lang)} {to_words(formula, titles, lang)}")
    values = _values(formula, spot, lang)
    if values:
        yield Line(depth, f"{say(('angkanya:', 'numbers:'), lang)} {to_words(formula, values, lang)}")


def _titles(formula: Formula, spot: Spot, lang: str) -> dict[str, str]:
    """The titles of the figures of this record that a formula names, where they say more than the name."""
    named = ((name, spot.figure(name)) for name in names_used(formula))
    titles = {name: say(figure.title, lang) for name, figure in named if figure is not None}
    return {name: title for name, title in titles.items() if title != name}


def _values(formula: Formula, spot: Spot, lang: str) -> dict[str, str]:
    """What stands for each name of this record in a formula; for rows there is no one value."""
    values: dict[str, str] = {}
    for node in formula.nodes:
        name = node.name if isinstance(node, Name) else ".".join(node.path) if isinstance(node, Dotted) else None
        if name is not None and (shown := _value_of(name, spot, lang)):
            values[name] = f"({shown})" if shown.startswith("-") or " " in shown else shown
    return values


def _value_of(name: str, spot: Spot, lang: str) -> str | None:
    if name == YEAR and spot.year is not None:
        return str(spot.year)
    first, _, field = name.partition(".")
    if first == LAST_YEAR and spot.node is not None and spot.year is not None:
        figure = spot.node.figure(field, spot.year - 1)
        return figure_words(figure, lang) if figure is not None else None
    figure = spot.figure(first)
    if figure is None:
        return None
    if not field:
        return inside_words(figure, lang)
    if isinstance(figure.inside, Range) and field in ("min", "max"):
        return exact_text(figure.inside.low if field == "min" else figure.inside.high, lang)
    return None


def inside_words(figure: Figure, lang: str) -> str:
    """Gives the value that the record's own formulas saw: unrounded where the exact number is carried."""
    value = figure.inside
    if isinstance(value, Fraction) and value != figure.value:
        return exact_text(value, lang)
    if isinstance(value, Fraction) and shortest_text(value) is not None:
        return exact_text(value, lang) or figure_words(figure, lang)
    return value_words(value, figure.text, lang)


# ---------------------------------------------------------------- rows


def names_used(formula: Formula) -> list[str]:
    """Gives the bare names of a formula, each once, in the order of reading; of `x.min` the `x`."""
    found = sorted((node for node in formula.nodes if isinstance(node, Name | Dotted)), key=lambda node: node.start)
    names = [node.name if isinstance(node, Name) else node.path[0] for node in found]
    return list(dict.fromkeys(names))


_LEFT: Final[dict[str, Pair]] = {
    "where": ("syarat tidak dipenuhi", "condition not met"),
    "not_applicable": ("tidak berlaku", "not applicable"),
    "not_due": ("belum waktunya", "not due yet"),
}


def _rows_used(used: RowsUsed, lang: str) -> str:
    said = say((f"{used.function}: {used.counted} baris dihitung", f"{used.function}: {used.counted} rows counted"), lang)
    if not used.left:
        return said
    left = "; ".join(f"{clean(row)} ({say(_LEFT.get(why, (why, why)), lang)})" for row, why in used.left)
    more = say((f" dan {used.left_more} lagi", f" and {used.left_more} more"), lang) if used.left_more else ""
    return f"{said}; {say(('tidak ikut:', 'left out:'), lang)} {left}{more}"


def _rows(formula: Formula, spot: Spot, depth: int, lang: str) -> Iterator[Line]:
    """Gives the rows that the aggregates of a formula range over, with the fields they read."""
    for path, fields in _fields(formula).items():
        spots = [(spot, "")]
        for name in path:
            spots = [(row, _joined(label, row, place)) for above, label in spots for place, row in _numbered(above, name)]
        for row, label in spots[:ROWS_SHOWN]:
            yield Line(depth, f"{label}: {', '.join(_fields_of(row, fields, lang))}")
        if len(spots) > ROWS_SHOWN:
            more = len(spots) - ROWS_SHOWN
            yield Line(depth, say((f"dan {more} baris lagi", f"and {more} more rows"), lang))


def _numbered(above: Spot, name: str) -> list[tuple[int, Spot]]:
    return list(enumerate(above.below(name), 1))


def _joined(label: str, row: Spot, place: int) -> str:
    own = row.label or str(place)
    return f"{label}/{own}" if label else own


def _fields(formula: Formula) -> Mapping[tuple[str, ...], list[str]]:
    """The fields that the aggregates of a formula read, by the path of their rows."""
    fields: dict[tuple[str, ...], list[str]] = {}
    for node in formula.nodes:
        if isinstance(node, Aggregate) and node.rows and node.rows[0] != HISTORY:
            fields.setdefault(node.rows, [])
    for node in formula.nodes:
        if isinstance(node, Dotted) and node.rows in fields:
            name = node.path[len(node.rows)]
            if name not in fields[node.rows]:
                fields[node.rows].append(name)
    return fields


def _fields_of(row: Spot, fields: list[str], lang: str) -> Iterator[str]:
    for name in fields:
        figure = row.figure(name)
        if figure is not None:
            category = f" [{clean(figure.category.label)}]" if figure.category is not None else ""
            yield f"{name} {figure_words(figure, lang)}{category}"


# ---------------------------------------------------------------- rounding and category


def _rounding(figure: Figure, depth: int, lang: str) -> Iterator[Line]:
    """Gives the exact value where the shown one is not it, and the rounding that applies."""
    if isinstance(figure.exact, Interval):
        low, high = (shortest_text(end) for end in (figure.exact.low, figure.exact.high))
        if low is not None and high is not None:
            yield Line(depth, _between(low, high, lang))
    elif isinstance(figure.exact, Fraction) and _differs(figure):
        exact = exact_text(figure.exact, lang)
        yield Line(depth, f"{say(('tepatnya', 'exactly'), lang)} {exact}" if exact else _too_long(lang))
    if figure.rounding is not None and isinstance(figure.exact, Fraction | Interval):
        yield Line(depth, rounding_words(figure.rounding, lang))


def _between(low: str, high: str, lang: str) -> str:
    return say((f"mendekati: antara {low} dan {high}", f"approximate: between {low} and {high}"), lang)


def _too_long(lang: str) -> str:
    return say(("nilai tepatnya terlalu panjang untuk dicetak", "its exact value is too long to print"), lang)


def _differs(figure: Figure) -> bool:
    return figure.text is not None and figure.exact != Fraction(figure.text)


def _category(figure: Figure, rules: Rules, depth: int, lang: str) -> Iterator[Line]:
    if figure.category is None:
        return
    band = band_of_category(rules, figure.scale, figure.category)
    by = f" ({say(('skala', 'scale'), lang)} {figure.scale})" if figure.scale else ""
    words = f": {band_words(band, lang)}" if band is not None and not isinstance(figure.value, Absent) else ""
    yield Line(depth, f"{say(('kategori', 'category'), lang)} {clean(figure.category.label)}{words}{by}")

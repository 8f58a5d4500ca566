"""One figure, explained: where it comes from, the formula with its numbers, rows, rounding, category."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.aliases import alias_lines
from sakip_rules.explainer.cases import case_lines
from sakip_rules.explainer.effective import band_interval
from sakip_rules.explainer.lines import Line
from sakip_rules.explainer.ranged import ranged_lines
from sakip_rules.explainer.reckoning import rounds
from sakip_rules.expression import Formula
from sakip_rules.expression.parts import Parts
from sakip_rules.expression.text import to_text
from sakip_rules.expression.tree import Aggregate
from sakip_rules.expression.words import to_words
from sakip_rules.languages import Language, say
from sakip_rules.numbers import Interval, shortest_text
from sakip_rules.results import Trace
from sakip_rules.scales import Band
from sakip_rules.values import Absent, Category, is_number
from sakip_rules.wording.rules import rounding_words
from sakip_rules.wording.terms import ORIGIN_WORDS, POLARITY_WORDS
from sakip_rules.wording.values import (
    exact_words,
    figure_words,
    number,
    safe,
    with_unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sakip_rules.diagnostics import Diagnostic
    from sakip_rules.explainer.spots import Spot
    from sakip_rules.plans import ScalePlan
    from sakip_rules.results import Figure


def figure_lines(figure: Figure, spot: Spot, depth: int, lang: Language) -> Iterator[Line]:
    """Gives everything about one figure but what it is made of; one line, if it is simply given."""
    title = safe(figure.title, lang)
    # Above the result of a rule stands its title already.
    facts = [title] if title not in (figure.name, "") and (depth or figure is not spot.result) else []
    origin = _origin(figure, spot, lang)
    if depth and _is_simple(figure, spot):
        facts += [origin] if origin else []
        behind = f" ({'; '.join(facts)})" if facts else ""
        yield Line(depth, _headline(figure, lang) + behind, about="figure")
        return
    yield Line(depth, _headline(figure, lang), "result", "figure")
    yield from (Line(depth + 1, fact, "quiet", "title") for fact in facts)
    if figure.trace is not None and figure.trace.called is not None:
        yield from case_lines(figure.trace, spot.parts(figure.trace), depth + 1, lang)
    if origin:
        yield Line(depth + 1, origin, about="origin")
    yield from _computation(*spot.made_by(figure), depth + 1, lang)
    yield from _rounding(figure, depth + 1, lang)
    yield from _category(figure, depth + 1, lang)
    for diagnostic in _messages(figure):
        yield Line(depth + 1, f"! {diagnostic.message(lang)}", "warning", "warning")


def _is_simple(figure: Figure, spot: Spot) -> bool:
    """Says whether one line tells a figure: nothing computed it, or one formula without rows and cases."""
    bound = spot.bound_to(figure)
    plain = not isinstance(bound, Trace) or (bound.case is None and not bound.rows)
    return plain and figure.trace is None and not figure.diagnostics


def _messages(figure: Figure) -> list[Diagnostic]:
    """Gives what is wrong with a figure, or with the rule that gives it, each once."""
    called = figure.trace.called if figure.trace is not None else None
    theirs = () if called is None else (*called.diagnostics, *called.result.diagnostics)
    return list(dict.fromkeys((*theirs, *figure.diagnostics)))


def _headline(figure: Figure, lang: Language) -> str:
    shown = with_unit(figure_words(figure, lang), None if figure.absent else figure.unit, lang)
    category = f" [{clean(figure.category.label)}]" if figure.category is not None else ""
    return f"{figure.name} = {shown}{category}"


def _origin(figure: Figure, spot: Spot, lang: Language) -> str:
    """Says where a figure comes from, where its formula does not say it."""
    called = figure.trace.called if figure.trace is not None else None
    if called is not None:
        return f"{say(('dihitung dengan aturan', 'computed by rule'), lang)} {called.source.reference}"
    bound = spot.bound_to(figure)
    if bound is not None:
        return _binding(bound, lang)
    # An absent value gives its own reason: that it was so given, or is simply missing, adds nothing.
    if figure.origin not in ORIGIN_WORDS or (figure.absent is not None and figure.origin == "given"):
        return ""
    if figure.absent is not None and figure.absent.word == "missing":
        return ""
    return say(ORIGIN_WORDS[figure.origin], lang) + _document(figure, spot, lang)


def _binding(bound: str | Trace, lang: Language) -> str:
    """Says what the calling record binds an input to; of cases, only that it does."""
    if isinstance(bound, Trace) and (bound.case is not None or bound.formula is None):
        return say(("diisi oleh yang memanggil", "bound by the caller"), lang)
    text = str(bound.formula.text if isinstance(bound, Trace) and bound.formula is not None else bound)
    said = safe(POLARITY_WORDS.get(text, (text, text)), lang)
    return f"{say(('diisi dengan', 'bound to'), lang)} {said}"


def _document(figure: Figure, spot: Spot, lang: Language) -> str:
    """Where a datum of the report's year stands."""
    document = spot.node.documents.get(figure.name) if spot.node is not None else None
    if not document or spot.node is None or spot.year != spot.node.now.year:
        return ""
    return f", {say(('tercantum di', 'stands in'), lang)} {clean(document)}"


def _computation(trace: Trace | None, spot: Spot, depth: int, lang: Language) -> Iterator[Line]:
    """Gives the cases, the formula with its numbers, and what its rows and its scales and tables gave."""
    if trace is None:
        return
    parts = spot.parts(trace)
    yield from case_lines(trace, parts, depth, lang)
    if trace.formula is not None:
        yield from _formula(trace.formula, spot, parts, depth, lang)
        yield from ranged_lines(trace.formula, spot, parts, depth, lang)
        yield from alias_lines(trace.formula, trace.seen.aliases, parts, depth, lang)


def _formula(formula: Formula, spot: Spot, parts: Parts, depth: int, lang: Language) -> Iterator[Line]:
    yield Line(depth, f"{say(('rumus:', 'formula:'), lang)} {to_text(formula)}", about="formula")
    if formula.is_constant:  # its own text says it all
        return
    titles = _titles(formula, spot, lang)
    if titles:
        words = to_words(formula, titles, lang)
        yield Line(depth, f"{say(('artinya:', 'meaning:'), lang)} {words}", about="meaning")
    if isinstance(formula.root, Aggregate):  # its value is all that there is
        return
    numbers, *further = rounds(formula, parts.value, lang)
    yield Line(depth, f"{say(('angkanya:', 'numbers:'), lang)} {numbers}", about="numbers")
    for text in further:
        yield Line(depth + 1, f"= {text}", about="numbers")


def _titles(formula: Formula, spot: Spot, lang: Language) -> dict[str, str]:
    """The titles of what a formula names, of rows those of the first, where they say more than the name."""
    titles: dict[str, str] = {}
    for read in formula.reads.names:
        where: Spot | None = spot
        for collection in read.rows:
            where = next(iter(where.below(collection)), None) if where is not None else None
        figure = where.figure(read.field) if where is not None else None
        if figure is not None and (title := safe(figure.title, lang)) not in (read.field, ""):
            titles[".".join((*read.rows, read.field))] = title
    return titles


def _rounding(figure: Figure, depth: int, lang: Language) -> Iterator[Line]:
    """Gives the exact value where the shown one is not it, and the rounding that applies."""
    if isinstance(figure.exact, Interval):
        low, high = (shortest_text(end) for end in (figure.exact.low, figure.exact.high))
        if low is not None and high is not None:
            yield Line(depth, _between(number(low, lang), number(high, lang), lang), about="exact")
    elif isinstance(figure.exact, Fraction) and _differs(figure):
        exact = exact_words(figure.exact, lang)
        told = f"{say(('tepatnya', 'exactly'), lang)} {exact}" if exact else _too_long(lang)
        yield Line(depth, told, about="exact")
    if figure.rounding is not None and isinstance(figure.exact, Fraction | Interval):
        yield Line(depth, rounding_words(figure.rounding, lang), about="rounding")


def _between(low: str, high: str, lang: Language) -> str:
    return say((f"mendekati: antara {low} dan {high}", f"approximate: between {low} and {high}"), lang)


def _too_long(lang: Language) -> str:
    return say(("nilai tepatnya terlalu panjang untuk dicetak", "its exact value is too long to print"), lang)


def _differs(figure: Figure) -> bool:
    return figure.text is not None and figure.exact != Fraction(figure.text)


def _category(figure: Figure, depth: int, lang: Language) -> Iterator[Line]:
    if figure.category is None:
        return
    named = f"{say(('kategori', 'category'), lang)} {clean(figure.category.label)}"
    if figure.scale is not None:
        named += _interval(figure, figure.scale, lang)
        named += f" ({say(('skala', 'scale'), lang)} {figure.scale.source.reference})"
    yield Line(depth, named, about="category")


def _interval(figure: Figure, scale: ScalePlan, lang: Language) -> str:
    """Gives the interval of a number's band; an absent value has its category from its status."""
    value = figure.value
    bands = [band for band in scale.scale.bands if Category(band.category, band.code) == figure.category]
    if isinstance(value, Absent) or not bands:
        return ""
    # Two bands may have one category. That of the value is meant, unless a rounding has put it elsewhere.
    own = scale.scale.classify(value) if is_number(value) else None
    return (
        f": {band_interval(scale.scale, own if isinstance(own, Band) and own in bands else bands[0], lang)}"
    )

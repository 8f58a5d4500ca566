"""Scales, tables and inputs as plain data, built from the models of their files."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from sakip_rules.expression import RANGE, TRUTH, UNKNOWN, Alias, Entry, Type
from sakip_rules.expression.scope import NUMBER
from sakip_rules.languages import Pair
from sakip_rules.loader import LoadedRule
from sakip_rules.models import Domain, Input, ScaleRule, TableRule, Text, WrittenBand
from sakip_rules.numbers import read_plain
from sakip_rules.plans import InputPlan, ScalePlan, Source, TablePlan
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.tables import Curve, Table
from sakip_rules.vocabulary import POLARITIES


def source_of(item: LoadedRule) -> Source:
    """Gives what results say of a rule file."""
    rule = item.rule
    return Source(rule.id, rule.version, item.document.sha256, rule.title.pair, rule.legal_basis)


def pair(text: Text | None, otherwise: str) -> Pair:
    """Gives a text in both languages, or a name in its place."""
    return (otherwise, otherwise) if text is None else text.pair


def scale_plan(item: LoadedRule) -> ScalePlan:
    """Gives the scale of a file."""
    rule = item.rule
    if not isinstance(rule, ScaleRule):
        raise TypeError(rule.reference)
    scale = scale_of(rule)
    of_absent = {(band.status, band.reason): band for band in scale.bands if band.status is not None}
    return ScalePlan(source_of(item), rule.title.pair, rule.unit, scale, of_absent)


def scale_of(rule: ScaleRule) -> Scale:
    """Gives the intervals of a scale's model."""
    places = rule.rounding.places if rule.rounding else None
    mode = rule.rounding.mode if rule.rounding else "half_up"
    domain = Span() if rule.domain is None else span_of(rule.domain)
    codes = {band.category: band.code for band in rule.bands if band.code is not None}
    bands = tuple(band_of(band, codes.get(band.category)) for band in rule.bands)
    return Scale(bands, domain, places, mode, rule.gaps)


def band_of(band: WrittenBand, code: str | None) -> Band:
    """Gives one band of a scale's model; `code` is the one of its category, which several bands may share."""
    span = None
    if band.status is None:
        point = band.exactly
        span = span_of(band) if point is None else Span(point, low_closed=True, high=point, high_closed=True)
    return Band(band.category, code, span, band.status, band.words, band.color, band.reason)


def span_of(ends: Domain | WrittenBand) -> Span:
    """Gives the interval between stated ends: `from`/`up_to` closed, `above`/`below` open."""
    low = ends.from_ if ends.from_ is not None else ends.above
    high = ends.up_to if ends.up_to is not None else ends.below
    return Span(low, ends.from_ is not None, high, ends.up_to is not None)


def table_plan(item: LoadedRule) -> TablePlan:
    """Gives the table or curve of a file."""
    rule = item.rule
    if not isinstance(rule, TableRule):
        raise TypeError(rule.reference)
    return TablePlan(source_of(item), rule.title.pair, rule.unit, table_of(rule))


def table_of(rule: TableRule) -> Table | Curve:
    """Gives the cells of a table's model, or its points if it interpolates."""
    cells = cells_of(rule)
    if rule.interpolate is None:
        return Table(tuple(rule.keys), cells)
    points = ((rule.point(code), cell) for (code,), cell in cells.items() if cell is not None)
    return Curve(tuple(points), rule.outside)


def cells_of(rule: TableRule) -> dict[tuple[str, ...], Fraction | None]:
    """Gives the number, or the undefined cell, of every combination of keys that is written."""
    cells: dict[tuple[str, ...], Fraction | None] = {}
    stack: list[tuple[tuple[str, ...], object]] = [((), rule.rows)]
    while stack:
        path, node = stack.pop()
        if isinstance(node, Mapping):
            stack.extend(((*path, code), node[code]) for code in reversed(list(node)))
        else:
            cells[path] = read_plain(node) if isinstance(node, str) else None
    return cells


def codes_of_scale(rule: ScaleRule) -> Type:
    """Gives the type of a category of a scale: the codes of its bands."""
    codes = frozenset(band.code for band in rule.bands if band.code is not None)
    lacking = tuple(band.category for band in rule.bands if band.code is None)
    return Type("choice", codes, lacking=lacking)


def codes_of_table(rule: TableRule) -> tuple[frozenset[str], ...]:
    """Gives the CODEs of each key of a table; none for one that interpolates."""
    if rule.interpolate is not None:
        return (frozenset(),)
    cells = cells_of(rule)
    return tuple(frozenset(path[key] for path in cells) for key in range(len(rule.keys)))


def code_table(item: LoadedRule) -> dict[str, Fraction]:
    """Gives the numbers that the CODEs of a one-key table stand for."""
    rule = item.rule
    cells = cells_of(rule) if isinstance(rule, TableRule) else {}
    return {path[0]: number for path, number in cells.items() if number is not None}


def alias_of(item: LoadedRule | None) -> Alias:
    """Gives what formulas may know of a scale or table that they call; nothing of one that is not there."""
    if item is None:
        return Alias("unknown", Entry(UNKNOWN))
    rule = item.rule
    if isinstance(rule, ScaleRule):
        return Alias("scale", Entry(codes_of_scale(rule)), unit=rule.unit)
    if not isinstance(rule, TableRule):
        raise TypeError(rule.reference)
    found = Entry(NUMBER, rule.unit)
    if rule.interpolate is not None:
        return Alias("curve", found)
    return Alias("table", found, codes_of_table(rule))


def entry_of(declared: InputPlan) -> Entry:
    """Gives the type and unit under which formulas see an input."""
    match declared.type:
        case "truth":
            return Entry(TRUTH)
        case "choice":
            return Entry(Type("choice", frozenset(declared.choices)))
        case "polarity":
            return Entry(Type("choice", frozenset(POLARITIES)))
        case "range":
            return Entry(RANGE, declared.unit)
    return Entry(NUMBER, declared.unit)


def choices_of(item: LoadedRule) -> tuple[str, ...]:
    """Gives the CODEs that a scale or one-key table offers as choices."""
    rule = item.rule
    if isinstance(rule, ScaleRule):
        return tuple(band.code for band in rule.bands if band.code is not None)
    return tuple(path[0] for path in cells_of(rule)) if isinstance(rule, TableRule) else ()


def bare_input(name: str, declared: Input) -> InputPlan:
    """Gives an input without what its references add: choices, codes, default, rows."""
    choices = declared.choices if isinstance(declared.choices, tuple) else ()
    from_rule = declared.from_ == "rule"
    title = pair(declared.title, name)
    return InputPlan(name, title, declared.type, declared.unit, choices, from_rule=from_rule)

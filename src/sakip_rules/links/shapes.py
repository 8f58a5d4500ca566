"""Scales and tables as plain data, built from the models of their files."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from sakip_rules.expression import NUMBER, UNKNOWN, Alias, Entry, Type
from sakip_rules.languages import Pair
from sakip_rules.loader import LoadedRule
from sakip_rules.models import AliasRule, Domain, ScaleRule, TableRule, Text, WrittenBand
from sakip_rules.numbers import read_plain
from sakip_rules.plans import ScalePlan, Source, TablePlan
from sakip_rules.scales import Band, Scale, Span
from sakip_rules.tables import Curve, Table


def source_of(loaded: LoadedRule) -> Source:
    """Gives what results say of a rule file."""
    rule = loaded.rule
    return Source(
        id=rule.id,
        version=rule.version,
        sha256=loaded.document.sha256,
        title=rule.title.pair,
        basis=rule.legal_basis,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        supersedes=None if rule.supersedes is None else rule.supersedes.version,
    )


def pair(text: Text | None, otherwise: str) -> Pair:
    """Gives a text in both languages, or a name in its place."""
    return (otherwise, otherwise) if text is None else text.pair


def alias_plan(rule: AliasRule, source: Source) -> ScalePlan | TablePlan:
    """Gives what formulas call by an alias: the scale, or the table, of a file."""
    match rule:
        case ScaleRule():
            scale = scale_of(rule)
            of_absent = {(band.status, band.reason): band for band in scale.bands if band.status is not None}
            return ScalePlan(source, rule.unit, scale, of_absent)
        case TableRule():
            return TablePlan(source, rule.unit, table_of(rule))
        case _:
            assert_never(rule)


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
    return Type("choice", codes, lacking=lacking, is_category=True)


def codes_of_table(rule: TableRule) -> tuple[frozenset[str], ...]:
    """Gives the CODEs of each key of a table; none for one that interpolates."""
    if rule.interpolate is not None:
        return (frozenset(),)
    cells = cells_of(rule)
    return tuple(frozenset(path[key] for path in cells) for key in range(len(rule.keys)))


def code_table(rule: TableRule) -> dict[str, Fraction]:
    """Gives the numbers that the CODEs of a one-key table stand for."""
    return {path[0]: number for path, number in cells_of(rule).items() if number is not None}


def alias_of(rule: AliasRule | None) -> Alias:
    """Gives what formulas may know of a scale or table that they call; nothing of one that is not there."""
    match rule:
        case None:
            return Alias("unknown", Entry(UNKNOWN))
        case ScaleRule():
            return Alias("scale", Entry(codes_of_scale(rule)), unit=rule.unit)
        case TableRule(interpolate=None):
            return Alias("table", Entry(NUMBER, rule.unit), codes_of_table(rule))
        case TableRule():
            return Alias("curve", Entry(NUMBER, rule.unit))
        case _:
            assert_never(rule)


def codes_of(rule: AliasRule) -> frozenset[str]:
    """Gives all CODEs that formulas may name because they use a scale or table."""
    match rule:
        case ScaleRule():
            return codes_of_scale(rule).codes
        case TableRule():
            return frozenset(code for codes in codes_of_table(rule) for code in codes)
        case _:
            assert_never(rule)


def choices_of(rule: AliasRule) -> tuple[str, ...]:
    """Gives the CODEs that a scale or one-key table offers as choices, in the order of the file."""
    match rule:
        case ScaleRule():
            return tuple(band.code for band in rule.bands if band.code is not None)
        case TableRule():
            return tuple(path[0] for path in cells_of(rule))
        case _:
            assert_never(rule)

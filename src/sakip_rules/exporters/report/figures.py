"""What every format for people shows of a record: which figures, in which order, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, TypeVar

from sakip_rules.diagnostics.core import clean
from sakip_rules.languages import Language, say
from sakip_rules.results import ROOT
from sakip_rules.values import Category
from sakip_rules.wording.terms import STATED
from sakip_rules.wording.values import figure_words, safe

if TYPE_CHECKING:
    from sakip_rules.exporters.seen import FigureValue
    from sakip_rules.results import Figure, ReportNode

FIRST: Final = ("realisasi", "target", "capaian")
"""Figures that readers of a report look for first."""


F = TypeVar("F", "Figure", "FigureValue")


def ordered(figures: Iterable[F]) -> list[F]:
    """Gives the figures of a record: realisasi, target and capaian first, then as the framework has them."""
    places = {name: place for place, name in enumerate(FIRST)}
    return sorted(figures, key=lambda figure: places.get(figure.name, len(places)))


def title_of(node: ReportNode, organization: str, lang: Language) -> str:
    """Gives the title of a record, safe to show; the root is the organization."""
    if node.path == ROOT:
        return clean(organization)
    return clean(node.title) if node.title is not None else safe(node.title_pair, lang)


def shown(figure: Figure, lang: Language) -> str:
    """Gives the value of a figure for a column of values; `–` where it is absent, nothing for a category."""
    if figure.absent is not None:
        return "–"
    return "" if isinstance(figure.value, Category) else figure_words(figure, lang)


def remark(figure: Figure, lang: Language) -> str:
    """Gives what stands beside a value: its category, why it is absent, that the report states it."""
    category = figure.in_category
    parts = [clean(category.label)] if category is not None else []
    if figure.absent is not None:
        parts.append(figure_words(figure, lang))
    if figure.origin == "stated":
        parts.append(say(STATED, lang))
    return "; ".join(parts)


def unit_of(node: ReportNode, figure: Figure) -> str:
    """Gives the unit of a figure; a record's own unit stands in for its realisasi and target."""
    unit = figure.unit
    if unit is None and figure.name in FIRST[:2]:
        unit = node.unit
    return clean(unit) if unit is not None else ""

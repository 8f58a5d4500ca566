"""Figures that get their category from a scale, or all that they are from a called rule."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.values import categorize, hazards, own_failure, settle
from sakip_rules.languages import Pair
from sakip_rules.models import Rounding
from sakip_rules.plans import RulePlan, ScalePlan
from sakip_rules.results import Figure, Origin, RecordResult, Trace
from sakip_rules.values import Absent, Category


@dataclass(frozen=True, slots=True)
class Called:
    """A rule, and what it gave."""

    rule: RulePlan
    record: RecordResult

    @property
    def result(self) -> Figure:
        """The figure of the rule's result."""
        figure = self.record.result
        assert figure is not None  # noqa: S101 - only rules are called, and a rule has a result
        return figure


class Declared(NamedTuple):
    """Of a figure that a called rule gives: what the caller says of it."""

    name: str
    title: Pair
    unit: str | None
    origin: Origin
    diagnostics: tuple[Diagnostic, ...] = ()


def banded(figure: Figure, scale: ScalePlan) -> Figure:
    """Gives the figure with the category that a scale gives its carried value."""
    category, found = categorize(figure.name, figure.value, scale)
    if figure.origin != "stated":
        found += hazards(figure, category, scale)
    reference = scale.source.reference
    return replace(figure, category=category, scale=reference, diagnostics=(*figure.diagnostics, *found))


def of_rule(declared: Declared, called: Called, rounding: Rounding | None, scale: ScalePlan | None) -> Figure:
    """Gives the figure with the value of a called rule, and the category of `scale`, else the rule's.

    `rounding` is the step's own, or the framework's: it holds where the called rule states none.
    """
    found = called.result
    exact, carried = found.exact, found.value
    if isinstance(carried, Absent):
        exact = carried
    elif found.rounding is None:
        exact, carried = settle(carried, rounding)
    failure = () if carried is found.value else own_failure(declared.name, carried, ())
    figure = Figure(
        declared.name,
        declared.title,
        declared.unit,
        declared.origin,
        carried,
        carried,
        exact,
        found.rounding or rounding,
        found.category,
        found.scale,
        Trace(called=called.record),
        (*declared.diagnostics, *failure),
    )
    if scale is not None:
        return banded(figure, scale)
    theirs = called.rule.result.scale
    return figure if theirs is None else _inherited(figure, found, theirs)


def _inherited(figure: Figure, found: Figure, scale: ScalePlan) -> Figure:
    """The figure with the category of the called rule, which another rounding may belie."""
    if isinstance(figure.value, Absent):
        category, _ = categorize(figure.name, figure.value, scale)
        return replace(figure, category=category)
    if any(one.code == "display-hazard" for one in found.diagnostics):
        return figure
    warnings = hazards(figure, figure.category, scale)
    return replace(figure, diagnostics=(*figure.diagnostics, *warnings)) if warnings else figure


def failed(figure: Figure, failure: Absent, scale: ScalePlan | None) -> Figure:
    """Gives the figure as it is seen from outside after a failed check; a scale may have a band for that."""
    category: Category | None = None
    if scale is not None:
        category, _ = categorize(figure.name, failure, scale)
    return replace(figure, value=failure, category=category)

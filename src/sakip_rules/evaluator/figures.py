"""Figures that get their category from a scale, or all that they are from a called rule."""

from __future__ import annotations

from typing import Final

from sakip_rules.diagnostics import Diagnostic
from sakip_rules.evaluator.values import categorize, hazards, own_failure
from sakip_rules.models import Rounding
from sakip_rules.plans import InputPlan, ScalePlan, StepPlan
from sakip_rules.results import Figure, Origin, RuleResult, Trace, settle
from sakip_rules.values import Absent, Value

NO_TRACE: Final = Trace()


def as_it_is(declared: InputPlan | StepPlan, value: Value, origin: Origin) -> Figure:
    """Gives the figure of a value that was not computed here."""
    return Figure(
        name=declared.name,
        title=declared.title,
        unit=declared.unit,
        origin=origin,
        value=value,
        inside=value,
        exact=value,
    )


def banded(figure: Figure, scale: ScalePlan) -> Figure:
    """Gives the figure with the category that a scale gives its carried value."""
    category, warnings = categorize(figure.name, figure.value, scale)
    if figure.origin != "stated":
        warnings += hazards(figure, category, scale)
    return figure._replace(category=category, scale=scale, diagnostics=figure.diagnostics + warnings)


def of_rule(
    declared: InputPlan | StepPlan,
    called: RuleResult,
    rounding: Rounding | None,
    failures: tuple[Diagnostic, ...] = (),
    trace: Trace = NO_TRACE,
) -> Figure:
    """Gives an input or step with the value of a called rule, and the step's category, else the rule's.

    `rounding` is the step's own, or the framework's: it holds where the called rule states none. `trace`
    says which case called it, if one did, and what its inputs are bound to.
    """
    theirs = called.result
    exact, carried = theirs.exact, theirs.value
    if isinstance(carried, Absent):
        exact = carried
    elif theirs.rounding is None:
        exact, carried = settle(carried, rounding)
    if carried is not theirs.value:
        failures += own_failure(declared.name, carried, ())
    figure = Figure(
        name=declared.name,
        title=declared.title,
        unit=declared.unit or theirs.unit,
        origin="computed" if isinstance(declared, StepPlan) else "rule",
        value=carried,
        inside=carried,
        exact=exact,
        rounding=theirs.rounding or rounding,
        scale=theirs.scale,
        category=theirs.category,
        trace=trace._replace(called=called),
        diagnostics=failures,
    )
    if isinstance(declared, StepPlan) and declared.scale is not None:
        return banded(figure, declared.scale)
    return figure if theirs.scale is None else _inherited(figure, theirs, theirs.scale)


def _inherited(figure: Figure, theirs: Figure, scale: ScalePlan) -> Figure:
    """The figure with the category of the called rule, which another rounding may belie."""
    if isinstance(figure.value, Absent):
        category, _ = categorize(figure.name, figure.value, scale)
        return figure._replace(category=category)
    if any(diagnostic.code == "display-hazard" for diagnostic in theirs.diagnostics):
        return figure
    return figure._replace(diagnostics=figure.diagnostics + hazards(figure, figure.category, scale))


def failed(figure: Figure, failure: Absent) -> Figure:
    """Gives the figure as it is seen from outside after a failed check; a scale may have a band for that."""
    scale = figure.scale
    category = None if scale is None else categorize(figure.name, failure, scale)[0]
    return figure._replace(value=failure, category=category)

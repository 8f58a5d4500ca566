"""The figures that the published report prints, as a record writes them down."""

from __future__ import annotations

import dataclasses

from pydantic import ValidationError

from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.loader import diagnostics_of
from sakip_rules.models import Printed
from sakip_rules.plans import InputPlan, LevelPlan
from sakip_rules.reader.reading import Reading
from sakip_rules.results import PrintedFigure

NUMBER_TYPES = ("number", "count", "range")


def printed_figures(
    reading: Reading, written: object, level: LevelPlan, unit: str | None, at: Path
) -> tuple[PrintedFigure, ...]:
    """Gives the printed figures of a record; `unit` is the one that it lends to figures without."""
    if written is None:
        return ()
    if not isinstance(written, list):
        reading.report("bad-value.printed", at)
        return ()
    figures = (_printed(reading, entry, level, unit, (*at, index)) for index, entry in enumerate(written))
    return tuple(figure for figure in figures if figure is not None)


def _printed(
    reading: Reading, written: object, level: LevelPlan, unit: str | None, at: Path
) -> PrintedFigure | None:
    try:
        printed = Printed.model_validate(written)
    except ValidationError as error:
        reading.mistakes += diagnostics_of(error, Printed, reading.document, (*reading.begin, *at))
        return None
    names = {*level.record.inputs, *(step.name for step in level.record.steps)}
    if printed.figure not in names:
        near = did_you_mean(printed.figure, names)
        reading.report("unknown-name.figure", (*at, "figure"), name=quoted(printed.figure), near=near)
        return None
    declared = _declared(printed.figure, level, unit)
    if not _is_number(reading, printed, declared, at):
        return None
    year = reading.year if printed.year is None else printed.year
    return PrintedFigure(printed, year, reading.place((*at, "value")), declared.unit)


def _declared(figure: str, level: LevelPlan, unit: str | None) -> InputPlan:
    """The input as which a printed figure is read: with its own unit, else the one that its record lends."""
    steps = {step.name: step.unit for step in level.record.steps}
    declared = level.record.inputs.get(figure)
    if declared is None or declared.type not in NUMBER_TYPES:
        declared = InputPlan(figure, ("", ""), "number", steps.get(figure))
    return declared if declared.unit is not None else dataclasses.replace(declared, unit=unit)


def _is_number(reading: Reading, printed: Printed, declared: InputPlan, at: Path) -> bool:
    """Says whether a printed value, if there is one, reads as a number of its figure's unit.

    A count that is printed wrongly is a finding and no mistake of the file; and of two readings of dot or
    comma the audit finds the one that is meant.
    """
    if printed.value is None:
        return True
    try:
        read_literal(printed.value, declared)
    except LiteralError as error:
        if error.key in ("bad-value.count", "ambiguous-number"):
            return True
        reading.report(error.key, (*at, "value"), **error.texts)
        return False
    return True

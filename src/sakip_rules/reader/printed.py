"""The figures that the published report prints, as a record writes them down."""

from __future__ import annotations

from collections.abc import Callable

from pydantic_core import ValidationError

from sakip_rules.dataclass import replace
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.loader import diagnostics_of
from sakip_rules.models import Printed
from sakip_rules.plans import InputPlan, LevelPlan, number_input
from sakip_rules.reader.reading import Reading
from sakip_rules.results import PrintedFigure
from sakip_rules.values import MISSING, Value

Lent = Callable[[InputPlan], InputPlan]
"""Gives an input with what its record lends to it."""


def printed_figures(
    reading: Reading, written: object, level: LevelPlan, lent: Lent, at: Path
) -> tuple[PrintedFigure, ...]:
    """Gives the printed figures of a record, which lends its unit and its CODEs to them."""
    if written is not None and not isinstance(written, list):
        reading.report("bad-value.printed", at)
    entries = written if isinstance(written, list) else []
    figures = (_printed(reading, entry, level, lent, (*at, index)) for index, entry in enumerate(entries))
    return tuple(figure for figure in figures if figure is not None)


def _printed(
    reading: Reading, written: object, level: LevelPlan, lent: Lent, at: Path
) -> PrintedFigure | None:
    try:
        printed = Printed.read(written)
    except ValidationError as error:
        reading.mistakes += diagnostics_of(error, Printed, reading.document, (*reading.begin, *at))
        return None
    ranges = (name for name, entry in level.record.inputs.items() if entry.type == "range")
    ends = (f"{name}.{end}" for name in ranges for end in ("min", "max"))
    names = {*level.record.inputs, *(step.name for step in level.record.steps), *ends}
    if printed.figure not in names:
        near = did_you_mean(printed.figure, names)
        reading.report("unknown-name.figure", (*at, "figure"), name=quoted(printed.figure), near=near)
        return None
    declared = _declared(printed.figure, level, lent)
    value = _read(reading, printed, declared, at)
    if value is None:
        return None
    year = reading.year if printed.year is None else printed.year
    is_code = declared.codes is not None and printed.text in declared.codes
    is_stated = is_code or isinstance(printed.value, dict) or isinstance(value, str | bool)
    place = reading.place((*at, "value"))
    return PrintedFigure(printed, year, place, declared.unit, value if is_stated else None)


def _declared(figure: str, level: LevelPlan, lent: Lent) -> InputPlan:
    """The input as which a printed figure is read: with its own unit, else the one that its record lends.

    A step takes no CODEs: what it gives is computed.
    """
    declared = level.record.inputs.get(figure)
    if declared is not None:
        return lent(declared)
    return replace(lent(_of_end_or_step(figure, level)), codes=None)


def _of_end_or_step(figure: str, level: LevelPlan) -> InputPlan:
    """The input as which an end of a range, or a step, is read: a category as its code, or its words."""
    step = next((step for step in level.record.steps if step.name == figure), None)
    if step is None:
        return number_input(figure, level.record.inputs[figure.partition(".")[0]].unit)
    return step.as_given


def _read(reading: Reading, printed: Printed, declared: InputPlan, at: Path) -> Value | None:
    """Gives a printed value as data of its figure; nothing where it is a mistake.

    A count that is printed wrongly is a finding and no mistake of the file; and of two readings of dot or
    comma the audit finds the one that is meant.
    """
    try:
        return read_literal(printed.value, declared)
    except LiteralError as error:
        if error.key in ("bad-value.count", "ambiguous-number", "ambiguous-number.count"):
            return MISSING
        reading.report(error.key, (*at, "value", *error.path), **error.texts)
        return None

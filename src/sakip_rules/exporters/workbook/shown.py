"""A figure as it is printed: its number rounded as it is shown, and the formula that rounds its cell so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sakip_rules.exporters.workbook.refusals import NotAFormulaError
from sakip_rules.exporters.workbook.rounding import rounded
from sakip_rules.numbers.printing import DISPLAY_PLACES
from sakip_rules.results import shown_number
from sakip_rules.values import Value, is_number

if TYPE_CHECKING:
    from sakip_rules.results import Figure
    from sakip_rules.vocabulary import Mode

AS_WRITTEN = ("given", "default", "stated")


def shown_value(figure: Figure) -> Value:
    """Gives the number of a figure as it is printed; what is no number as it is."""
    if not is_number(figure.value) or not is_number(figure.exact):
        return figure.value
    shown = shown_number(figure.exact, figure.rounding, given=figure.origin in AS_WRITTEN)
    return figure.value if shown is None else shown


def shown_formula(cell: str, figure: Figure) -> str:
    """Gives the formula that takes over a cell with a figure, rounded as it is printed."""
    exact, rounding = figure.exact, figure.rounding
    if figure.origin in AS_WRITTEN or (rounding is not None and rounding.carry == "rounded"):
        return cell
    places, mode = _rounding(figure)
    try:
        text = rounded(cell, places, mode, exact if is_number(exact) else None)
    except NotAFormulaError:  # the number stands there unrounded, and is only shown with so many places
        return cell
    return f"IF(ISNUMBER({cell}),{text},{cell})"


def _rounding(figure: Figure) -> tuple[int, Mode]:
    if figure.rounding is None:
        return DISPLAY_PLACES, "half_up"
    return figure.rounding.places, figure.rounding.mode

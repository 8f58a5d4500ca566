"""The rows that aggregates range over: which counted, which left and why, and what was read of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics.core import clean
from sakip_rules.explainer.lines import Line
from sakip_rules.languages import Language, say
from sakip_rules.wording.terms import ABSENT_WORDS
from sakip_rules.wording.values import figure_words, safe

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sakip_rules.explainer.spots import Spot
    from sakip_rules.expression import Formula, RowsUsed
    from sakip_rules.languages import Pair

ROWS_SHOWN: Final = 12

_LEFT: Final[dict[str, Pair]] = {
    "where": ("syarat tidak dipenuhi", "condition not met"),
    "not_applicable": ABSENT_WORDS["not_applicable"],
    "not_due": ABSENT_WORDS["not_due"],
}


def rows_used(used: RowsUsed, lang: Language) -> str:
    """Gives how many rows an aggregate counted, and which were left out for which reason."""
    said = say(
        (f"{used.function}: {used.counted} baris dihitung", f"{used.function}: {used.counted} rows counted"),
        lang,
    )
    if not used.left:
        return said
    left = "; ".join(f"{clean(row)} ({safe(_LEFT.get(why, (why, why)), lang)})" for row, why in used.left)
    more = say((f" dan {used.left_more} lagi", f" and {used.left_more} more"), lang) if used.left_more else ""
    return f"{said}; {say(('tidak ikut:', 'left out:'), lang)} {left}{more}"


def row_lines(formula: Formula, spot: Spot, depth: int, lang: Language) -> Iterator[Line]:
    """Gives the rows that the aggregates of a formula range over, with the fields they read."""
    for path, fields in _fields(formula).items():
        spots = [(spot, "")]
        for name in path:
            spots = [
                (row, _joined(label, row, place))
                for above, label in spots
                for place, row in _numbered(above, name)
            ]
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
    of_rows = [(read.rows, read.field) for read in formula.reads.names]
    return {
        path: list(dict.fromkeys(name for rows, name in of_rows if rows == path))
        for path in formula.reads.ranged
    }


def _fields_of(row: Spot, fields: list[str], lang: Language) -> Iterator[str]:
    for name in fields:
        figure = row.figure(name)
        if figure is not None:
            category = f" [{clean(figure.category.label)}]" if figure.category is not None else ""
            yield f"{name} {figure_words(figure, lang)}{category}"

"""What is said of a check that is false: its message, what it compares, and which rows were counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.expression.tree import Aggregate
from sakip_rules.languages import Pair
from sakip_rules.plans import CheckPlan
from sakip_rules.results import Figure
from sakip_rules.values import Rows, Value
from sakip_rules.wording.values import sides_words

_NAMED: Final = 5
"""So many counted rows are named; of more the number is said."""


def unmet(
    check: CheckPlan,
    sides: Sequence[tuple[str, Value]],
    row: str = "",
    named: Iterable[tuple[str, Sequence[str]]] = (),
) -> Diagnostic:
    """Gives the diagnostic of a check that is false, with what it compares.

    `row` is the row it is of; `named` are the rows that some of its sides counted.
    """
    make = diagnose if check.severity == "error" else warn
    sentences = [sides_words(sides), *(_listed(side, rows) for side, rows in named if rows)]
    indonesian, english = (
        " ".join(f"{words}." for words in said if words) for said in zip(*sentences, strict=True)
    )
    texts: dict[str, Pair] = {"message": check.message, "values": (indonesian, english)}
    if row:
        return make("check-failed.row", None, row=quoted(row), **texts)
    return make("check-failed", None, **texts)


def counted(figure: Figure | None, names: Mapping[str, Value]) -> tuple[str, ...]:
    """Gives the rows that a figure counted by `count(…, where=…)`; none where not all of them are known."""
    trace = None if figure is None else figure.trace
    root = None if trace is None or trace.formula is None else trace.formula.root
    if trace is None or not isinstance(root, Aggregate) or root.function != "count" or root.where is None:
        return ()
    rows = names.get(root.rows[0]) if len(root.rows) == 1 else None
    used = next((used for used in trace.rows if used.start == root.start), None)
    if not isinstance(rows, Rows) or used is None or used.left_more:
        return ()
    left = {label for label, _ in used.left}
    labels = (str(place if row.id is None else row.id) for place, row in enumerate(rows.rows, 1))
    return tuple(label for label in labels if label not in left)


def _listed(side: str, rows: Sequence[str]) -> Pair:
    first, more = ", ".join(map(quoted, rows[:_NAMED])), len(rows) - _NAMED
    indonesian, english = (f", dan {more} lagi", f", and {more} more") if more > 0 else ("", "")
    return (
        f"Yang terhitung di {quoted(side)}: {first}{indonesian}",
        f"Counted in {quoted(side)}: {first}{english}",
    )

"""Rows that add up others and do not say so: their figures tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from sakip_rules.diagnostics import Diagnostic, quoted, warn
from sakip_rules.importer.drafts import Draft
from sakip_rules.numbers import read_plain

_BARE: Final = re.compile(
    r"(?:sub\s*|grand\s*)?(?:jumlah|total)(?:\s+(?:jumlah|total|keseluruhan|seluruh(?:nya)?|semua(?:nya)?|umum))?",
    re.IGNORECASE,
)


def drop_totals(root: Draft) -> list[Diagnostic]:
    """Takes rows that are sums of others out of a report, and gives what is to be said of them.

    Those named just `Jumlah`, with a unit as indicators have it, and programmes that add up those below them.
    """
    notes = [*_drop_programs(root)]
    before: list[Draft] = []
    for parent in list(root.walk()):
        beside: list[Draft] = []
        for draft in [child for child in parent.children if child.level == "indikator"]:
            if not _BARE.fullmatch(draft.title):
                beside.append(draft)
                continue
            rows = next((rows for rows in (beside, [*before, *beside]) if _adds_up(draft, rows)), None)
            if rows is None:
                notes.append(warn("taken-as.total", draft.place, title=quoted(draft.title)))
            else:
                parent.children.remove(draft)
                texts = {"title": quoted(draft.title), "count": str(len(rows))}
                notes.append(warn("not-imported.sum", draft.place, **texts))
        before += beside
    return notes


def _drop_programs(root: Draft) -> Iterator[Diagnostic]:
    """A programme without activities that adds up all below it heads them: `Belanja langsung`."""
    for parent in list(root.walk()):
        programs = [child for child in parent.children if child.level == "program"]
        for at, program in enumerate(programs):
            below = programs[at + 1 :]
            if not program.children and _adds_up(program, below):
                parent.children.remove(program)
                texts = {"title": quoted(program.title), "count": str(len(below))}
                yield warn("not-imported.sum-below", program.place, **texts)


def _adds_up(total: Draft, rows: Sequence[Draft]) -> bool:
    """Whether every figure of a row is the sum of those above it."""
    figures = _figures(total)
    parts = [_figures(row) for row in rows]
    return (
        len(rows) > 1
        and bool(figures)
        and all(
            sum(part.get(name, Fraction(0)) for part in parts) == number for name, number in figures.items()
        )
    )


def _figures(draft: Draft) -> dict[str, Fraction]:
    read = {name: read_plain(datum) for name, datum in draft.data.items() if isinstance(datum, str)}
    return {name: number for name, number in read.items() if number is not None}

"""Rows that add up others and do not say so: their figures tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from sakip_rules.diagnostics import Diagnostic, quoted, warn
from sakip_rules.importer.drafts import Draft
from sakip_rules.numbers import read_plain

_BARE: Final = re.compile(
    r"(?:sub\s*|grand\s*)?(?:jumlah|total)(?:\s+(?:jumlah|total|keseluruhan|seluruh(?:nya)?|semua(?:nya)?|umum))?",
    re.IGNORECASE,
)


class _Sum:
    """The figures of rows, added up as they come."""

    def __init__(self) -> None:
        self.count = 0
        self._figures: dict[str, Fraction] = {}

    def add(self, figures: Mapping[str, Fraction]) -> None:
        """Adds a row."""
        self.count += 1
        for name, number in figures.items():
            self._figures[name] = self._figures.get(name, Fraction(0)) + number

    def is_that(self, figures: Mapping[str, Fraction]) -> bool:
        """Says whether every figure of a row is the sum of those of several."""
        return (
            self.count > 1
            and bool(figures)
            and all(self._figures.get(name) == number for name, number in figures.items())
        )


def drop_totals(root: Draft) -> list[Diagnostic]:
    """Takes rows that are sums of others out of a report, and gives what is to be said of them.

    Those named just `Jumlah`, with a unit as indicators have it, and programmes that add up those below them.
    """
    notes: list[Diagnostic] = []
    above = _Sum()
    for parent in list(root.walk()):
        levels = Counter(child.level for child in parent.children)
        dropped = [*_sums(parent, above, notes)] if levels["indikator"] else []
        dropped += [*_heads(parent, notes)] if levels["program"] else []
        if dropped:
            left = {id(draft) for draft in dropped}
            parent.children = [child for child in parent.children if id(child) not in left]
    return notes


def _sums(parent: Draft, above: _Sum, notes: list[Diagnostic]) -> Iterator[Draft]:
    """The indicators that add up those beside them, or all above them."""
    beside = _Sum()
    for draft in parent.children:
        if draft.level != "indikator":
            continue
        figures = _figures(draft)
        if not _BARE.fullmatch(draft.title):
            beside.add(figures)
            above.add(figures)
            continue
        found = next((rows for rows in (beside, above) if rows.is_that(figures)), None)
        if found is None:
            notes.append(warn("taken-as.total", draft.place, title=quoted(draft.title)))
        else:
            texts = {"title": quoted(draft.title), "count": str(found.count)}
            notes.append(warn("not-imported.sum", draft.place, **texts))
            yield draft


def _heads(parent: Draft, notes: list[Diagnostic]) -> Iterator[Draft]:
    """The programmes without activities that add up all below them: `Belanja langsung`."""
    below = _Sum()
    for draft in reversed(parent.children):
        if draft.level != "program":
            continue
        figures = _figures(draft)
        if not draft.children and below.is_that(figures):
            texts = {"title": quoted(draft.title), "count": str(below.count)}
            notes.append(warn("not-imported.sum-below", draft.place, **texts))
            yield draft
        else:
            below.add(figures)


def _figures(draft: Draft) -> dict[str, Fraction]:
    read = {name: read_plain(datum) for name, datum in draft.data.items() if isinstance(datum, str)}
    return {name: number for name, number in read.items() if number is not None}

"""What a column means that its heading alone does not say: seen beside the others."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from itertools import islice
from typing import Final

from sakip_rules.importer.headings import BUDGET, SPENT, TITLES, Heading

_ONLY_YEAR: Final = re.compile(r"(?:tahun|thn|ta|th)?[\s.]*(?:19|20)\d\d(?:\s*\*+\)?|[¹²³])?", re.IGNORECASE)
_LETTER: Final = re.compile(r"(?:.*[\s\d])?([trc])", re.IGNORECASE)
_LETTERS: Final = {"t": "target", "r": "realisasi", "c": "capaian"}
_BASE: Final = re.compile(r"\b(?:baseline|base\s?line|kondisi awal)\b", re.IGNORECASE)
_NAME: Final = re.compile(
    r"(?:uraian|nama|rincian|kinerja|description|item)\b(?: (?:indikator|kinerja))?", re.IGNORECASE
)
_ACHIEVED: Final = re.compile(r"capaian|kinerja", re.IGNORECASE)
_PERCENT: Final = re.compile(r"%|persen|prosen", re.IGNORECASE)
_MEAN: Final = re.compile(r"rata|rerata|mean|average", re.IGNORECASE)

Columns = Mapping[int, Heading]


def is_base(heading: Heading) -> bool:
    """Says whether a column holds where a plan began: its year is not whose report the table is."""
    return _BASE.search(heading.text) is not None


def letters(columns: Columns) -> dict[str, list[int]]:
    """Gives the columns of `T`, `R` and `C` by their figures: where T and R stand together."""
    found: dict[str, list[int]] = {}
    for column, heading in columns.items():
        letter = _LETTER.fullmatch(heading.text.strip())
        if letter is not None and not heading.what:
            found.setdefault(_LETTERS[letter[1].lower()], []).append(column)
    return found if {"target", "realisasi"} <= found.keys() else {}


def means(columns: Columns) -> list[int]:
    """Gives the columns of means: of two that read the same, the one that is no figure of its row."""
    whats = [(heading.what, heading.year) for heading in columns.values()]
    return [
        column
        for column, heading in columns.items()
        if whats.count((heading.what, heading.year)) > 1 and _MEAN.match(heading.text.strip())
    ]


def meaning(column: int, columns: Columns, whats: Collection[str]) -> str:
    """Gives the figure or name that a column is of; nothing where its heading says it all.

    `whats` are what the headings alone said; those on the left may be taken as something since.
    """
    heading = columns[column]
    match heading.what:
        case "%":
            budget_only = "pagu" in whats and "realisasi" not in whats
            is_money = budget_only or "capaian" in whats or _before(column, columns) == SPENT
            return "serapan" if is_money else "capaian"
        case "capaian":
            return _of_achievement(column, columns, whats)
        case "realisasi":
            return _of_realised(column, columns, whats)
        case "pagu" if frozenset(TITLES).isdisjoint(whats):
            return "pagu"
        case "":
            return _of_unknown(heading, columns, whats)
    return ""


def _of_achievement(column: int, columns: Columns, whats: Collection[str]) -> str:
    """A percentage of what was spent, or what was achieved beside how much that is in percent."""
    if not _ACHIEVED.search(columns[column].text) and _before(column, columns) == SPENT:
        return "serapan"
    return "realisasi" if "realisasi" not in whats and _has_percent_beside(column, columns) else ""


def _of_realised(column: int, columns: Columns, whats: Collection[str]) -> str:
    """What was spent, or how much of it in percent, where the budget stands beside it or alone."""
    if _is_of_budget(column, columns):
        return SPENT
    if "pagu" not in whats or "target" in whats or "indikator" in whats:
        return ""
    return "serapan" if columns[column].unit == "persen" else SPENT


def _of_unknown(heading: Heading, columns: Columns, whats: Collection[str]) -> str:
    """A bare year, a base year, or the only description among figures of performance."""
    text = heading.text.strip()
    if _ONLY_YEAR.fullmatch(text) and "realisasi" not in whats:
        return "realisasi"
    if heading.year and _BASE.search(text):
        return "realisasi"
    has_names = not frozenset((*TITLES, *BUDGET)).isdisjoint(whats)
    has_figures = "target" in whats or "realisasi" in whats
    if not has_figures or has_names or not _NAME.fullmatch(text):
        return ""
    names = (one for one in columns.values() if not one.what and _NAME.fullmatch(one.text.strip()))
    return (
        "indikator" if list(islice(names, 2)) == [heading] else ""
    )  # of a second the others need not be seen


def _has_percent_beside(column: int, columns: Columns) -> bool:
    """Whether what was achieved stands beside how much that is in percent: `Target, Capaian, % Capaian`."""
    percents = [
        at
        for at, one in columns.items()
        if one.what == "capaian" and (one.unit == "persen" or _PERCENT.search(one.text))
    ]
    return bool(percents) and column not in percents


def _before(column: int, columns: Columns) -> str:
    """What the column on the left of one holds."""
    left = [at for at in columns if at < column]
    return columns[max(left)].what if left else ""


def _is_of_budget(column: int, columns: Columns) -> bool:
    """Whether the second of two columns of what was realised stands right behind the budget."""
    heading = columns[column]
    wanted = ("realisasi", heading.year, heading.period)
    others = [at for at, one in columns.items() if at < column and (one.what, one.year, one.period) == wanted]
    return bool(others) and _before(column, columns) == "pagu"

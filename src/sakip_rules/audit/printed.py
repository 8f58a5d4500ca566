"""The report as its printed figures have it: every printed figure stands as a given one.

What such a report gives for a figure follows from the figures printed before it, through steps, called rules
and records that print nothing: one misprint is one error, and not one in each figure after it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from sakip_rules.audit.book import Book, Key, Print, exact_number
from sakip_rules.audit.digits import ending, mode_of
from sakip_rules.evaluator import evaluate_report
from sakip_rules.reader import RecordData, YearData
from sakip_rules.reader.records import Stated
from sakip_rules.results import ReportTree
from sakip_rules.values import Value

Chosen = Mapping[Key, Print]
"""For each printed figure the printing that stands for it."""


def printed_worlds(book: Book) -> list[ReportTree]:
    """Gives the report computed from its wrong printings, and from all of them; at most two reports."""
    wrong = {key: found for key, prints in book.prints.items() if (found := _first_wrong(book, key, prints))}
    every = {key: wrong.get(key, prints[0]) for key, prints in book.prints.items()}
    worlds = [wrong] if wrong == every else [wrong, every]
    return [_computed(book, chosen) for chosen in worlds if chosen]


def _first_wrong(book: Book, key: Key, prints: list[Print]) -> Print | None:
    """Gives the first printing that is not the recomputed value, rounded or cut off."""
    figure = book.figure(key)
    exact = exact_number(figure)
    if exact is None:
        return prints[0]
    assert figure is not None  # noqa: S101 - its number is there
    mode = mode_of(figure.rounding)
    return next((found for found in prints if ending(exact, found.number, mode) is None), None)


def _computed(book: Book, chosen: Chosen) -> ReportTree:
    by_record: dict[str, dict[Key, Print]] = {}
    for key, found in chosen.items():
        by_record.setdefault(key.path, {})[key] = found
    made: dict[str, RecordData] = {}
    for record in reversed(list(book.report.root.walk())):
        children = tuple(made[child.path] for child in record.children)
        years = _years(record, by_record.get(record.path, {}))
        made[record.path] = dataclasses.replace(record, children=children, years=years)
    return evaluate_report(dataclasses.replace(book.report, root=made[book.report.root.path]))


def _years(record: RecordData, prints: Mapping[Key, Print]) -> dict[int, YearData]:
    """Gives the years of a record with its printed figures in the place of data and steps."""
    years = dict(record.years)
    for key, printed in prints.items():
        year = years.get(key.year)
        if year is None:
            continue
        declared = record.level.record.inputs.get(key.figure)
        if declared is None:
            stated = {**year.stated, key.figure: Stated(printed.number.number, printed.number.places)}
            years[key.year] = dataclasses.replace(year, stated=stated)
        elif declared.type in ("number", "count"):
            values: dict[str, Value] = {**year.values, key.figure: printed.number.number}
            data = None if declared.from_rule else year.data
            years[key.year] = dataclasses.replace(year, values=values, data=data)
    return years

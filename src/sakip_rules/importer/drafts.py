"""The records of a report while it is made from a table, and their text as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.diagnostics import Place

_PLAIN: Final = re.compile(r"[A-Za-z][\w /().%&+–-]*", re.ASCII)
_NUMBER: Final = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_WORD: Final = re.compile(r"[a-z0-9]+")
_RESERVED: Final = ("null", "missing", "not_applicable", "not_due")
ID_LENGTH: Final = 40
INDENT: Final = "  "


@dataclass(frozen=True, slots=True)
class AbsentDatum:
    """A value that is not there, and what the table says of it."""

    word: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class RangeDatum:
    """A range, by its ends as data are written."""

    low: str
    high: str


Datum = str | AbsentDatum | RangeDatum


@dataclass(slots=True)
class PrintedDatum:
    """A figure as the table prints it."""

    figure: str
    year: int | None
    value: str = ""
    category: str = ""
    where: str = ""


@dataclass(slots=True)
class Draft:
    """A record: what it is, what is given for it, and the records below."""

    level: str
    title: str
    place: Place | None = None
    short: str = ""
    """Its own words, where its title begins with those of a heading: its id is made of them."""

    unit: str | None = None
    note: str = ""
    data: dict[str, Datum] = field(default_factory=dict)
    cells: dict[tuple[int | None, str], Place] = field(default_factory=dict)
    """Where each datum stands in the table, by year and name."""

    history: dict[int, dict[str, Datum]] = field(default_factory=dict)
    printed: list[PrintedDatum] = field(default_factory=list)
    children: list[Draft] = field(default_factory=list)

    def of_year(self, year: int | None) -> dict[str, Datum]:
        """Gives what is given for a year; `None` is the report's own."""
        return self.data if year is None else self.history.setdefault(year, {})

    def print_category(self, figure: str, year: int | None, category: str, where: str) -> None:
        """Notes a category beside its figure, or alone."""
        beside = next((item for item in self.printed if (item.figure, item.year) == (figure, year)), None)
        if beside is None:
            beside = PrintedDatum(figure, year, where=where)
            self.printed.append(beside)
        beside.category = category

    def walk(self) -> Iterator[Draft]:
        """Gives this record and all below it."""
        stack = [self]
        while stack:
            draft = stack.pop()
            yield draft
            stack.extend(reversed(draft.children))


def record_id(title: str, taken: dict[str, int]) -> str:
    """Gives a short name for a record, unlike the others beside it: its words, without marks.

    `taken` are the names so far, each with the last number that was put behind it.
    """
    made = ""
    for word in _WORD.findall(title.lower()):
        longer = f"{made}-{word}" if made else word
        if len(longer) > ID_LENGTH:
            break
        made = longer
    base = made or "rekaman"
    name, count = base, taken.get(base, 1)
    while name in taken:
        count += 1
        name = f"{base}-{count}"
    taken[name] = 1
    taken[base] = count
    return name


def report_text(head: list[tuple[str, str, str]], root: Draft) -> str:
    """Gives the text of a report: its own keys, each with a comment or none, and all records."""
    lines = [f"{key}: {scalar(value)}" + (f"  # {about}" if about else "") for key, value, about in head]
    lines += _body(root, "")
    return "\n".join(lines) + "\n"


def _body(draft: Draft, indent: str) -> Iterator[str]:
    """What stands in a record, and the records below it, level by level."""
    for name, datum in draft.data.items():
        yield f"{indent}{name}: {_datum(datum)}"
    if draft.history:
        yield f"{indent}history:"
        for year in sorted(draft.history):
            given = ", ".join(f"{name}: {_datum(datum)}" for name, datum in draft.history[year].items())
            yield f"{indent}{INDENT}{year}: {{{given}}}"
    if draft.printed:
        yield f"{indent}printed:"
        yield from (f"{indent}{INDENT}- {_printed(item)}" for item in draft.printed)
    levels: dict[str, list[Draft]] = {}
    for child in draft.children:
        levels.setdefault(child.level, []).append(child)
    taken: dict[str, int] = {}
    for level, drafts in levels.items():
        yield f"{indent}{level}:"
        for child in drafts:
            yield f"{indent}{INDENT}- id: {record_id(child.short or child.title, taken)}"
            yield from _record(child, indent + 2 * INDENT)


def _record(draft: Draft, indent: str) -> Iterator[str]:
    yield f"{indent}title: {scalar(draft.title)}"
    if draft.unit:
        yield f"{indent}unit: {scalar(draft.unit)}"
    if draft.note:
        yield f"{indent}note: {scalar(draft.note)}"
    yield from _body(draft, indent)


def _datum(datum: Datum) -> str:
    if isinstance(datum, str):
        return datum if datum in _RESERVED else scalar(datum)
    if isinstance(datum, RangeDatum):
        return f"{{min: {scalar(datum.low)}, max: {scalar(datum.high)}}}"
    note = f", note: {json.dumps(datum.note, ensure_ascii=False)}" if datum.note else ""
    return f"{{status: {datum.word}{note}}}" if note else datum.word


def _printed(item: PrintedDatum) -> str:
    parts = [f"figure: {item.figure}"]
    parts += [f"year: {item.year}"] if item.year is not None else []
    parts += [f"value: {scalar(item.value)}"] if item.value else []
    parts += [f"category: {json.dumps(item.category, ensure_ascii=False)}"] if item.category else []
    parts += [f"where: {json.dumps(item.where, ensure_ascii=False)}"] if item.where else []
    return "{" + ", ".join(parts) + "}"


def scalar(text: str) -> str:
    """Gives a text as YAML reads it back: plain where that is safe, else between quotes."""
    if _NUMBER.fullmatch(text) or (_PLAIN.fullmatch(text) and text not in _RESERVED and text == text.strip()):
        return text
    return json.dumps(text, ensure_ascii=False)

"""A report's tree of records, each read against its level (language reference 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from sakip_rules.dataclass import dataclass, field
from sakip_rules.diagnostics import Path, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.models import HEADER_KEYS, RECORD_KEYS, ROOT_KEYS
from sakip_rules.models.numerals import unit_fault
from sakip_rules.plans import LevelPlan
from sakip_rules.reader.indicators import codes_of, rule_of
from sakip_rules.reader.printed import printed_figures
from sakip_rules.reader.reading import Reading
from sakip_rules.reader.records import RecordData
from sakip_rules.reader.years import YearReader, years_of
from sakip_rules.results import ROOT

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(slots=True)
class _WrittenRecord:
    """A record as it is written: at which path of the file, and at which path of ids."""

    written: Mapping[str, object]
    level: LevelPlan
    at: Path
    id: str
    path: str
    below: list[_WrittenRecord] = field(default_factory=list)


def read_tree(reading: Reading, written: Mapping[str, object], organization: str) -> RecordData:
    """Gives the root record, which is the report itself, with all records below it."""
    level = reading.framework.levels[reading.framework.root]
    records = [_WrittenRecord(written, level, (), ROOT, ROOT)]
    for record in records:  # grows meanwhile
        record.below = list(_below(reading, record))
        records += record.below
    made: dict[str, RecordData] = {}
    for record in reversed(records):  # from the leaves up, so that what stands below is made already
        title = organization if record.path == ROOT else reading.text(record.written, "title", record.at)
        made[record.path] = _record(reading, record, title, tuple(made[below.path] for below in record.below))
    return made[ROOT]


def _below(reading: Reading, record: _WrittenRecord) -> Iterator[_WrittenRecord]:
    """Gives the records directly below one, level by level."""
    seen: dict[str, Path] = {}  # over all levels below: paths hold ids only, not levels
    for name in record.level.below:
        listed = record.written.get(name)
        if listed is None:
            continue
        if not isinstance(listed, list):
            reading.report("bad-value.records", (*record.at, name), name=quoted(name))
            continue
        for index, written in enumerate(listed):
            at = (*record.at, name, index)
            record_id = _identity(reading, written, at, seen)
            if record_id is not None:
                path = record_id if record.path == ROOT else f"{record.path}/{record_id}"
                yield _WrittenRecord(written, reading.framework.levels[name], at, record_id, path)


def _identity(reading: Reading, written: object, at: Path, seen: dict[str, Path]) -> str | None:
    """Gives the id of a record: required, and unique among all directly below the same one."""
    if not isinstance(written, Mapping):
        reading.report("bad-value.record", at)
        return None
    record_id = written.get("id")
    if record_id is None:
        reading.report("missing-key", at, name=quoted("id"))
        return None
    if not isinstance(record_id, str) or not _ID.fullmatch(record_id):
        shown = record_id if isinstance(record_id, str) else "…"
        reading.report("bad-value.record-id", (*at, "id"), written=quoted(shown))
        return None
    if record_id in seen:
        first = reading.place((*seen[record_id], "id"))
        texts = {"line": str(first.line)} if first.line else {"first": quoted(first.pointer)}
        key = "duplicate-id" if first.line else "duplicate-id.data"
        reading.report(key, (*at, "id"), id=quoted(record_id), **texts)
        return None
    seen[record_id] = at
    return str(record_id)


def _record(
    reading: Reading, record: _WrittenRecord, title: str | None, children: tuple[RecordData, ...]
) -> RecordData:
    written, level, at = record.written, record.level, record.at
    _hold_to_keys(reading, record)
    rule = rule_of(reading, written, level, at)
    unit = _unit(reading, written, at) if record.path != ROOT else None
    reader = YearReader(reading, level, rule, codes_of(reading, written, at), unit)
    years = years_of(reader, written, at)
    reading.years.update(years)
    reading.records += 1
    printed = printed_figures(reading, written.get("printed"), level, reader.lent, (*at, "printed"))
    return RecordData(
        path=record.path,
        level=level,
        id=record.id,
        title=title,
        note=reading.text(written, "note", at),
        unit=unit,
        rule=rule,
        years=years,
        documents=_documents(written, level),
        printed=printed,
        children=children,
        place=reading.place(at) if record.path == ROOT else reading.key_place((*at, "id")),
    )


def _unit(reading: Reading, written: Mapping[str, object], at: Path) -> str | None:
    unit = reading.text(written, "unit", at)
    fault = unit_fault(unit) if unit is not None else None
    if fault is not None:
        reading.report(
            fault[0], (*at, "unit"), **{name: quoted(str(text)) for name, text in fault[1].items()}
        )
    return unit


def _hold_to_keys(reading: Reading, record: _WrittenRecord) -> None:
    """Any key that is neither a record's own, nor an input, nor a level below, is a mistake."""
    level = record.level
    own = (*ROOT_KEYS, *HEADER_KEYS) if record.path == ROOT else RECORD_KEYS
    known = {*own, *level.record.inputs, *level.below}
    if record.written.keys() <= known:
        return
    steps = {step.name for step in level.record.steps}
    for name in record.written:
        if name in known:
            continue
        texts = {"name": quoted(name), "level": quoted(level.name)}
        if name in steps:
            reading.at_key("unknown-name.computed", (*record.at, name), **texts)
        else:
            reading.at_key("unknown-name.key", (*record.at, name), near=did_you_mean(name, known), **texts)


def _documents(written: Mapping[str, object], level: LevelPlan) -> dict[str, str]:
    """Gives for inputs written as `{value, document, year}` where they stand."""
    documents: dict[str, str] = {}
    for name in level.record.inputs:
        datum = written.get(name)
        if isinstance(datum, Mapping) and isinstance(datum.get("document"), str):
            year = datum.get("year")
            documents[name] = datum["document"] if year is None else f"{datum['document']} ({year})"
    return documents

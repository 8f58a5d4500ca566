"""A report file -> a tree of records (language reference 8 and 9).

Every record is read against its level; mistakes are collected, and only a report without any is
given back.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

from pydantic import ValidationError

from sakip_rules.catalogue import last_day_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import DataError, Diagnostic, Place, RuleError, diagnose, quoted
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.loader import Document, diagnostics_of
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.models import (
    HEADER_KEYS,
    RECORD_KEYS,
    ROOT_KEYS,
    Printed,
    Reference,
    ReportHeader,
)
from sakip_rules.plans import (
    CallPlan,
    FrameworkPlan,
    InputPlan,
    LevelPlan,
    RecordPlan,
    RulePlan,
    TablePlan,
)
from sakip_rules.reader.records import RecordData, ReportData, YearData
from sakip_rules.reader.values import InputReader, Path
from sakip_rules.resolver import Resolver
from sakip_rules.results import PrintedFigure
from sakip_rules.tables import Table
from sakip_rules.values import Value

MAX_YEARS: Final = 30
ROOT: Final = "."
INDICATOR_KINDS: Final = ("indicator", "index")
HELD_TYPES: Final = ("polarity", "choice")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(slots=True)
class Places:
    """Where things stand: the document, and the path in it at which the report begins."""

    document: Document | None
    begin: Path = ()

    def of(self, path: Path) -> Place | None:
        return self.document.place((*self.begin, *path)) if self.document else None

    def of_key(self, path: Path) -> Place | None:
        return self.document.key_place((*self.begin, *path)) if self.document else None


@dataclass(slots=True)
class ReportReader:
    """Reads one report with the plans of one day; `found` collects everything that is wrong."""

    resolver: Resolver
    framework: FrameworkPlan
    year: int
    places: Places
    found: list[Diagnostic] = field(default_factory=list)
    years: set[int] = field(default_factory=set)

    def report(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        self.found.append(diagnose(key, self.places.of(at), **texts))

    def at_key(self, key: str, at: Path, /, **texts: str | tuple[str, str]) -> None:
        self.found.append(diagnose(key, self.places.of_key(at), **texts))

    def guarded(self, reference_text: Any, path: Path, make: Callable[[Reference, Place | None], Any]) -> Any:
        """Gives what a reference means; one that is no reference, or means nothing, is a mistake."""
        reference = Reference.parse(reference_text) if isinstance(reference_text, str) else None
        if reference is None:
            self.report("bad-value.reference", path, written=quoted(str(reference_text or "")))
            return None
        try:
            return make(reference, self.places.of(path))
        except RuleError as error:
            self.found += error.diagnostics
            return None

    # records

    def root(self, written: Mapping[str, Any], organization: str) -> RecordData:
        """The report itself is the root record."""
        level = self.framework.levels[self.framework.root]
        keys = {name: written[name] for name in written if name not in HEADER_KEYS}
        return self.record({**keys, "title": organization}, level, (), ROOT, ROOT, ROOT_KEYS)

    def record(
        self,
        written: Mapping[str, Any],
        level: LevelPlan,
        at: Path,
        record_id: str,
        path: str,
        keys: tuple[str, ...] = RECORD_KEYS,
    ) -> RecordData:
        self.known_keys(written, level, at, {*keys, "title"} if path == ROOT else set(keys))
        rule = self.rule(written, level, at)
        codes = self.codes(written.get("codes"), rule, (*at, "codes"))
        years = {self.year: self.year_data(written, level, rule, codes, at, {})}
        held = years[self.year].values
        for year, entry, place in self.history(written.get("history"), (*at, "history")):
            years[year] = self.earlier(entry, level, rule, codes, place, held)
        self.years.update(years)
        self.supported(years, level, at)
        return RecordData(
            path,
            level,
            record_id,
            self.text(written, "title", at),
            self.text(written, "note", at),
            self.text(written, "unit", at),
            rule,
            years,
            _documents(written, level),
            tuple(self.printed(written.get("printed"), level, (*at, "printed"))),
            tuple(self.children(written, level, at, path)),
            self.places.of_key((*at, "id")) if path != ROOT else self.places.of(at),
        )

    def known_keys(self, written: Mapping[str, Any], level: LevelPlan, at: Path, keys: set[str]) -> None:
        known = keys | set(level.record.inputs) | set(level.below)
        for name in written:
            if name in known:
                continue
            texts = {"name": quoted(name), "level": quoted(level.name)}
            if name in {step.name for step in level.record.steps}:
                self.at_key("unknown-name.computed", (*at, name), **texts)
            else:
                self.at_key("unknown-name.key", (*at, name), near=did_you_mean(name, known), **texts)

    def text(self, written: Mapping[str, Any], key: str, at: Path) -> str | None:
        value = written.get(key)
        if value is None or isinstance(value, str):
            return value
        if key == "note" and isinstance(value, Mapping) and isinstance(value.get("id"), str):
            return str(value["id"])
        self.report("bad-value.text", (*at, key))
        return None

    def children(self, written: Mapping[str, Any], level: LevelPlan, at: Path, path: str) -> list[RecordData]:
        found: list[RecordData] = []
        seen: set[str] = set()
        for name in level.below:
            records = written.get(name)
            if records is None:
                continue
            if not isinstance(records, list):
                self.report("bad-value.records", (*at, name), name=quoted(name))
                continue
            for index, entry in enumerate(records):
                place = (*at, name, index)
                record_id = self.identity(entry, place, seen)
                if record_id is None:
                    continue
                below = record_id if path == ROOT else f"{path}/{record_id}"
                found.append(self.record(entry, self.framework.levels[name], place, record_id, below))
        return found

    def identity(self, entry: Any, at: Path, seen: set[str]) -> str | None:
        """Gives the id of a record: required, and unique among all directly below the same one."""
        if not isinstance(entry, Mapping):
            self.report("bad-value.record", at)
            return None
        record_id = entry.get("id")
        if record_id is None:
            self.report("missing-key", at, name=quoted("id"))
            return None
        if not isinstance(record_id, str) or not _ID.fullmatch(record_id):
            self.report("bad-value.record-id", (*at, "id"), written=quoted(str(record_id)))
            return None
        if record_id in seen:
            self.report("duplicate-id", (*at, "id"), id=quoted(record_id))
            return None
        seen.add(record_id)
        return record_id

    # the indicator rule of a record

    def rule(self, written: Mapping[str, Any], level: LevelPlan, at: Path) -> RulePlan | None:
        if level.from_rule is None:
            for key in ("rule", "data"):
                if written.get(key) is not None:
                    self.at_key("rule-not-expected", (*at, key), level=quoted(level.name))
            return None
        if written.get("rule") is None:
            if written.get("data") is not None:
                self.at_key("missing-key.record-rule", (*at, "data"))
            return None
        plan = self.guarded(written["rule"], (*at, "rule"), self.resolver.plan)
        if plan is not None and (not isinstance(plan, RulePlan) or plan.kind not in INDICATOR_KINDS):
            name = quoted(plan.source.reference)
            kind = plan.kind if isinstance(plan, RulePlan) else "scale/table/framework"
            self.report("unknown-rule.kind", (*at, "rule"), name=name, kind=kind, wanted="indicator, index")
            return None
        return plan if isinstance(plan, RulePlan) else None

    def codes(self, reference: Any, rule: RulePlan | None, at: Path) -> Mapping[str, Fraction] | None:
        """Gives the numbers of the CODEs that the record's data may give."""
        if reference is None:
            return rule.codes if rule is not None else None
        plan = self.guarded(reference, at, self.resolver.plan)
        if plan is None:
            return None
        if not isinstance(plan, TablePlan) or not isinstance(plan.table, Table) or len(plan.table.keys) != 1:
            self.report("unknown-rule.one-key", at, name=quoted(plan.source.reference))
            return None
        return {code[0]: number for code, number in plan.table.cells.items() if number is not None}

    # years

    def year_data(
        self,
        written: Mapping[str, Any],
        level: LevelPlan,
        rule: RulePlan | None,
        codes: Mapping[str, Fraction] | None,
        at: Path,
        held: Mapping[str, Value],
    ) -> YearData:
        """Reads the inputs of one year; `held` are values that hold for all years."""
        reader = InputReader(self.report)
        values: dict[str, Value] = dict(held)
        for name, declared in level.record.inputs.items():
            if name in written:
                value = reader.input(written[name], _with_codes(declared, codes), (*at, name))
                if value is not None:
                    values[name] = value
        if rule is not None and rule.polarity is not None and level.polarity is not None:
            values.setdefault(level.polarity.name, rule.polarity)
        return YearData(values, self.data(written, level, rule, values, at), {}, rule)

    def data(
        self,
        written: Mapping[str, Any],
        level: LevelPlan,
        rule: RulePlan | None,
        values: Mapping[str, Value],
        at: Path,
    ) -> Mapping[str, Value] | None:
        data = written.get("data")
        if data is None or rule is None:
            return None
        if level.from_rule is not None and level.from_rule.name in values:
            self.at_key("given-twice", (*at, "data"), name=quoted(level.from_rule.name))
        if not isinstance(data, Mapping):
            self.report("bad-value.data", (*at, "data"))
            return None
        return InputReader(self.report).record(data, rule.record, (*at, "data"))

    def history(self, written: Any, at: Path) -> list[tuple[int, Mapping[str, Any], Path]]:
        if written is None:
            return []
        if not isinstance(written, Mapping):
            self.report("bad-value.history", at)
            return []
        found = []
        for key, entry in written.items():
            if not _YEAR.fullmatch(str(key)) or int(key) == 0:
                self.at_key("bad-date.year", (*at, key), written=quoted(str(key)))
            elif int(key) >= self.year:
                self.at_key("bad-date.history", (*at, key), written=quoted(str(key)), year=str(self.year))
            elif entry is not None and not isinstance(entry, Mapping):
                self.report("bad-value.history", (*at, key))
            else:
                found.append((int(key), entry or {}, (*at, key)))
        return found

    def earlier(
        self,
        written: Mapping[str, Any],
        level: LevelPlan,
        rule: RulePlan | None,
        codes: Mapping[str, Fraction] | None,
        at: Path,
        held: Mapping[str, Value],
    ) -> YearData:
        """Reads an earlier year: inputs, data, and steps of which only the result is known."""
        if written.get("rule") is not None:
            rule = self.rule(written, level, at)
        if written.get("codes") is not None:
            codes = self.codes(written["codes"], rule, (*at, "codes"))
        inputs = level.record.inputs
        kept = {name: value for name, value in held.items() if inputs[name].type in HELD_TYPES}
        year = self.year_data(written, level, rule, codes, at, kept)
        steps = {step.name: step for step in level.record.steps}
        stated: dict[str, Value] = {}
        for name, datum in written.items():
            if name in steps:
                declared = InputPlan(name, steps[name].title, "number", steps[name].unit)
                value = InputReader(self.report).input(datum, declared, (*at, name))
                if value is not None:
                    stated[name] = value
            elif name not in inputs and name not in ("data", "rule", "codes", "note"):
                texts = {"name": quoted(name), "level": quoted(level.name)}
                near = did_you_mean(name, {*inputs, *steps, "data"})
                self.at_key("unknown-name.key", (*at, name), near=near, **texts)
        return dataclasses.replace(year, stated=stated)

    def supported(self, years: Mapping[int, YearData], level: LevelPlan, at: Path) -> None:
        """A polarity that no case of a called rule can treat is a mistake of the record."""
        declared = level.polarity
        if declared is None:
            return
        for year, data in years.items():
            polarity = data.values.get(declared.name, declared.default)
            refusing = _refusing(level.record, declared.name, polarity)
            if refusing is not None:
                path = at if year == self.year else (*at, "history", str(year))
                at_place = (*path, declared.name) if self._written(path, declared.name) else (*path, "rule")
                texts = {"polarity": quoted(str(polarity)), "rule": quoted(refusing)}
                self.report("polarity-not-supported", at_place, **texts)

    def _written(self, path: Path, name: str) -> bool:
        document = self.places.document
        return document is None or document.has((*self.places.begin, *path, name))

    # printed figures

    def printed(self, written: Any, level: LevelPlan, at: Path) -> list[PrintedFigure]:
        if written is None:
            return []
        if not isinstance(written, list):
            self.report("bad-value.printed", at)
            return []
        found = []
        names = {*level.record.inputs, *(step.name for step in level.record.steps)}
        for index, entry in enumerate(written):
            place = (*at, index)
            try:
                printed = Printed.model_validate(entry)
            except ValidationError as error:
                self.found += self._model_faults(error, place)
                continue
            if printed.figure not in names:
                near = did_you_mean(printed.figure, names)
                self.report("unknown-name.figure", (*place, "figure"), name=quoted(printed.figure), near=near)
                continue
            if not self.is_printed_number(printed, level, place):
                continue
            year = self.year if printed.year is None else printed.year
            found.append(PrintedFigure(printed, year, self.places.of((*place, "value"))))
        return found

    def is_printed_number(self, printed: Printed, level: LevelPlan, at: Path) -> bool:
        """Says whether a printed value, if there is one, reads as a number of its figure's unit."""
        if printed.value is None:
            return True
        steps = {step.name: step.unit for step in level.record.steps}
        declared = level.record.inputs.get(printed.figure)
        if declared is None or declared.type not in ("number", "count", "range"):
            declared = InputPlan(printed.figure, ("", ""), "number", steps.get(printed.figure))
        try:
            read_literal(printed.value, declared)
        except LiteralError as error:
            self.report(error.key, (*at, "value"), **error.texts)
            return False
        return True

    def _model_faults(self, error: ValidationError, at: Path) -> list[Diagnostic]:
        document = self.places.document
        if document is None:
            return [diagnose("bad-value.printed", None)]
        return diagnostics_of(error, Printed, document, (*self.places.begin, *at))


def _with_codes(declared: InputPlan, codes: Mapping[str, Fraction] | None) -> InputPlan:
    if codes is None or declared.type not in ("number", "range"):
        return declared
    return dataclasses.replace(declared, codes=codes)


def _documents(written: Mapping[str, Any], level: LevelPlan) -> dict[str, str]:
    """Gives for inputs written as `{value, document, year}` where they stand."""
    found: dict[str, str] = {}
    for name in level.record.inputs:
        datum = written.get(name)
        if isinstance(datum, Mapping) and isinstance(datum.get("document"), str):
            year = datum.get("year")
            found[name] = f"{datum['document']} ({year})" if isinstance(year, str) else datum["document"]
    return found


def _refusing(record: RecordPlan, name: str, polarity: Value | None) -> str | None:
    """Gives the called rule that cannot treat the polarity of input `name`, if there is one."""
    for step in record.steps:
        if isinstance(step.how, CallPlan):
            for entry, bound in step.how.bindings:
                if bound == name and polarity in step.how.rule.refused.get(entry, ()):
                    return step.how.rule.source.reference
    return None


def read_report(document: Document, checked: Checked) -> ReportData:
    """Gives a report, read against its framework; raises `DataError` with everything that is wrong."""
    written: Mapping[str, Any] = document.plain()
    header = _header(document, written)
    resolver = Resolver(checked, last_day_of(header.year))
    place = document.place(("framework",))
    try:
        framework = resolver.plan(header.framework, place)
    except RuleError as error:
        raise DataError(error.diagnostics) from None
    if not isinstance(framework, FrameworkPlan):
        texts = {"name": quoted(str(header.framework)), "kind": "–", "wanted": "framework"}
        raise DataError([diagnose("unknown-rule.kind", place, **texts)])
    reader = ReportReader(resolver, framework, header.year, Places(document))
    root = reader.root(written, header.organization)
    return finish(reader, root, header.report, header.organization)


def finish(reader: ReportReader, root: RecordData, title: str, organization: str) -> ReportData:
    """Gives the report if nothing in it is wrong; raises `DataError` otherwise."""
    if len(reader.years) > MAX_YEARS:
        limit = str(MAX_YEARS)
        reader.report("file-too-large.years", (), limit=limit, found=str(len(reader.years)))
    if reader.found:
        raise DataError(sorted(reader.found, key=Diagnostic.sort_key))
    resolver = reader.resolver
    sources = tuple(sorted(resolver.sources.values(), key=lambda source: source.reference))
    warnings = tuple(resolver.warnings)
    return ReportData(title, organization, reader.year, reader.framework, sources, root, warnings)


def _header(document: Document, written: Mapping[str, Any]) -> ReportHeader:
    """The report's own keys; without them nothing else can be read."""
    try:
        return ReportHeader.model_validate({key: written[key] for key in HEADER_KEYS if key in written})
    except ValidationError as error:
        raise DataError(diagnostics_of(error, ReportHeader, document)) from None

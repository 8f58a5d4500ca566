"""A report file, or the report of a framework's example -> a tree of records with typed values.

Mistakes are collected; only a report without any is given back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from pydantic_core import ValidationError

from sakip_rules.catalogue import last_day_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import DataError, Diagnostic, Path, RuleError, diagnose, quoted
from sakip_rules.diagnostics.core import likeliest
from sakip_rules.languages import Pair
from sakip_rules.links.alike import with_owner
from sakip_rules.loader import Document, LoadedRule, diagnostics_of
from sakip_rules.loader.collecting import without_collecting
from sakip_rules.models import HEADER_KEYS, FrameworkExample, ReportHeader
from sakip_rules.numbers import grouped
from sakip_rules.plans import FrameworkPlan
from sakip_rules.reader.reading import Reading
from sakip_rules.reader.records import ReportData
from sakip_rules.reader.tree import read_tree
from sakip_rules.resolver import Resolver

MAX_YEARS: Final = 30
MAX_RECORD_YEARS: Final = 200_000
"""The records of a report, times the years that occur anywhere in it."""


def read_report(document: Document, checked: Checked) -> ReportData:
    """Gives a report, read against its framework; raises `DataError` with everything that is wrong."""
    written = document.plain()
    try:
        header = _header(document, written, ())
    except DataError as error:
        raise DataError(with_owner(found, checked.catalogue) for found in error.diagnostics) from None
    resolver = Resolver(checked, last_day_of(header.year))
    place = document.place(("framework",))
    try:
        framework = resolver.plan(header.framework, place, ("framework",))
    except RuleError as error:
        raise DataError(error.diagnostics) from None
    if not isinstance(framework, FrameworkPlan):
        texts = {"name": quoted(str(header.framework)), "kind": framework.kind, "wanted": "framework"}
        raise DataError([diagnose("unknown-rule.kind", place, **texts)])
    return _read(Reading(resolver, framework, header.year, document), written, header)


def read_example_report(
    example: FrameworkExample, loaded: LoadedRule, path: Path, resolver_of: Callable[[int], Resolver]
) -> ReportData:
    """Gives the report of a framework's example, which stands at `path` of the framework's own file.

    `report`, `organization` and `framework` may be left out of it. `resolver_of` gives the resolver of
    a year. Raises `DataError` with everything that is wrong in it.
    """
    document = loaded.document
    title = example.title.id
    defaults = {"report": title, "organization": title, "framework": loaded.rule.reference}
    written = {**defaults, **example.report}
    header = _header(document, written, path)
    resolver = resolver_of(header.year)
    framework = resolver.plan_of(loaded)
    assert isinstance(framework, FrameworkPlan)  # noqa: S101 - only frameworks have such examples
    return _read(Reading(resolver, framework, header.year, document, path), written, header)


def _header(document: Document, written: Mapping[str, object], begin: Path) -> ReportHeader:
    """The report's own keys; without them nothing else can be read."""
    fields = ReportHeader.fields()
    missing = [key for key, field in fields.items() if field.is_required and key not in written]
    # A key that is missing may be written under another name: the model says so.
    own = {key: value for key, value in written.items() if key in HEADER_KEYS or likeliest(key, missing)}
    try:
        return ReportHeader.read(own)
    except ValidationError as error:
        raise DataError(diagnostics_of(error, ReportHeader, document, begin)) from None


def _read(reading: Reading, written: Mapping[str, object], header: ReportHeader) -> ReportData:
    with without_collecting():  # a large report is one tree, of which nothing becomes garbage
        root = read_tree(reading, written, header.organization)
    _hold_to_limits(reading)
    if reading.mistakes:
        raise DataError(sorted(reading.mistakes, key=Diagnostic.sort_key))
    sources = sorted(reading.resolver.sources.values(), key=lambda source: source.reference)
    warnings = tuple(reading.resolver.warnings)
    framework = reading.framework
    period = header.period.pair if header.period is not None else None
    own = (header.report, header.organization, header.year)
    return ReportData(*own, framework, tuple(sources), root, warnings, period, written)


def _hold_to_limits(reading: Reading) -> None:
    """Says that the years, or the records in all years, are too many."""
    years = len(reading.years)
    if years > MAX_YEARS:
        reading.report("file-too-large.years", (), limit=str(MAX_YEARS), found=str(years))
    elif reading.records * years > MAX_RECORD_YEARS:
        texts: dict[str, str | Pair] = {"limit": grouped(MAX_RECORD_YEARS), "years": str(years)}
        reading.report("file-too-large.record-years", (), records=grouped(reading.records), **texts)

"""The report of a framework's example: read with the framework of its own file."""

from __future__ import annotations

from collections.abc import Mapping

from sakip_rules.catalogue import last_day_of, rule_of
from sakip_rules.checker import Checked
from sakip_rules.diagnostics import DataError, diagnose, quoted
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FrameworkExample
from sakip_rules.plans import FrameworkPlan
from sakip_rules.reader.records import ReportData
from sakip_rules.reader.report import Places, ReportReader, finish
from sakip_rules.reader.values import Path
from sakip_rules.resolver import Resolver


def read_example_report(
    example: FrameworkExample, item: LoadedRule, path: Path, checked: Checked
) -> ReportData:
    """Gives the report of an example; `report`, `organization` and `framework` may be left out.

    Raises `DataError` with everything that is wrong in it.
    """
    written: Mapping[str, object] = example.report
    place = item.document.place(path) if item.document else None
    year = written.get("year")
    if (
        not isinstance(year, str)
        or not (year.isascii() and year.isdigit() and len(year) == 4)
        or year == "0000"
    ):  # noqa: PLR2004 - a year
        raise DataError([diagnose("bad-date.year", place, written=quoted(str(year)))])
    resolver = Resolver(checked, last_day_of(int(year)))
    framework = resolver.plan_of(item)
    if not isinstance(framework, FrameworkPlan):
        raise TypeError(rule_of(item).reference)
    title = str(written.get("report") or example.title.id)
    organization = str(written.get("organization") or title)
    reader = ReportReader(resolver, framework, int(year), Places(item.document, path))
    return finish(reader, reader.root(written, organization), title, organization)

"""The lines of a report: its records by level, joined to those below, to the year before, to their rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sakip_rules.diagnostics.core import clean
from sakip_rules.exporters.workbook.building import (
    DATA_SHEET,
    LineBuilder,
    LineGroup,
    can_fail,
    rule_line,
)
from sakip_rules.exporters.workbook.history import add_history
from sakip_rules.exporters.workbook.lines import Given, Reported, SheetLine
from sakip_rules.languages import Language, say
from sakip_rules.plans import FrameworkPlan, LevelPlan
from sakip_rules.results import ROOT, RuleResult
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.evaluator import EveryYear
    from sakip_rules.reader import RecordData, ReportData, YearData


def report_groups(
    report: ReportData, years: EveryYear, lang: Language, taken: Iterable[str] = ()
) -> list[LineGroup]:
    """Gives the lines of a report: by level, the latest year first, children of one record side by side.

    `taken` are names of other sheets. Raises `DataError` where there are too many lines.
    """
    builder = LineBuilder(lang, every=years)
    for name in taken:
        builder.names.name(name)
    records = {record.path: record for record in report.root.walk()}
    made: dict[tuple[str, int], SheetLine] = {}
    order = _by_level(report.root)
    for level in _from_the_root(report.framework):
        title = safe(level.title, lang)
        group = builder.group(level.name, title, title, upright=level.name == report.framework.root)
        for year in reversed(report.years):
            for record in order.get(level.name, ()):
                if year not in years[record.path]:
                    continue
                made[record.path, year] = builder.add(
                    group, _level_line(record, year, report, years, group, lang)
                )
    data = builder.group("data", say(DATA_SHEET, lang), say(DATA_SHEET, lang), upright=True)
    for (path, year), line in made.items():
        _join(builder, line, records[path], year, made, data)
    return builder.finish()


def _from_the_root(framework: FrameworkPlan) -> list[LevelPlan]:
    """Gives the levels of a framework, each after those that it stands below."""
    names = [framework.root]
    for name in names:  # grows meanwhile
        names += [below for below in framework.levels[name].below if below not in names]
    return [framework.levels[name] for name in names]


def _level_line(
    record: RecordData, year: int, report: ReportData, years: EveryYear, group: LineGroup, lang: Language
) -> SheetLine:
    level = record.level
    given = record.years.get(year) or record.not_given(report.year)
    title = report.organization if record.path == ROOT else _title(record, lang)
    shields = (level.result,) if level.result is not None and can_fail(level.record) else ()
    line = SheetLine(
        level.record,
        years[record.path][year].record,
        group.sheet,
        clean(title),
        {name: Given(given.values.get(name)) for name in level.record.inputs},
        year=year,
        path=record.path,
        unit=record.unit,
        rounding=report.framework.rounding,
        shields=shields,
    )
    line.id, line.shown_year, line.is_given = record.id, year, year in record.years
    line.documents = record.documents if year == report.year else {}
    return line


def _title(record: RecordData, lang: Language) -> str:
    """The record's own title, else that of its rule, else its id."""
    if record.title is not None or record.rule is None:
        return record.title or record.id
    return safe(record.rule.source.title, lang)


def _join(
    builder: LineBuilder,
    line: SheetLine,
    record: RecordData,
    year: int,
    made: Mapping[tuple[str, int], SheetLine],
    data: LineGroup,
) -> None:
    """Joins the line of a record to those below it, to the year before and to its indicator rule."""
    for level in record.level.below:
        line.rows[level] = [
            made[child.path, year]
            for child in record.children
            if child.level.name == level and (child.path, year) in made
        ]
    earlier = made.get((record.path, year - 1))
    line.before = earlier if earlier is not None and _is_given(record, year - 1) else None
    years = [made[record.path, at] for at in sorted(builder.every[record.path]) if at <= year]
    add_history(builder, record.level, line, [one for one in years if _is_given(record, one.year or year)])
    given: YearData | None = record.years.get(year)
    if given is None or given.rule is None or given.data is None:
        return
    result = builder.every[record.path][year].indicator
    if result is None:
        return
    line.indicator = _indicator(builder, line, given, result, data)
    from_rule = record.level.from_rule
    if from_rule is not None:
        line.origins = {**line.origins, from_rule.name: Reported(line.indicator)}


def _indicator(
    builder: LineBuilder, line: SheetLine, given: YearData, result: RuleResult, data: LineGroup
) -> SheetLine:
    assert given.rule is not None  # noqa: S101 - the caller has looked
    values = given.data or {}
    origins = {name: Given(values.get(name)) for name in given.rule.record.inputs}
    made = rule_line(given.rule, result, data.sheet, line.title, origins)
    made.path, made.shown_year, made.rule = line.path, line.shown_year, given.rule
    return builder.add(data, made)


def _is_given(record: RecordData, year: int) -> bool:
    """Says whether a year is given for a record, or for one below it."""
    return any(year in below.years for below in record.walk())


def _by_level(root: RecordData) -> dict[str, list[RecordData]]:
    """Gives the records of each level so that those below one record stand side by side.

    Records of a level may stand under several others: they are sorted by the levels above them first.
    """
    found: dict[str, list[tuple[tuple[str, ...], RecordData]]] = {}
    stack: list[tuple[tuple[str, ...], RecordData]] = [((), root)]
    while stack:
        chain, record = stack.pop()
        found.setdefault(record.level.name, []).append((chain, record))
        stack.extend(((*chain, record.level.name), child) for child in reversed(record.children))
    order = {name: list(dict.fromkeys(chain for chain, _ in records)) for name, records in found.items()}
    return {
        name: [record for _, record in sorted(records, key=lambda entry: order[name].index(entry[0]))]
        for name, records in found.items()
    }

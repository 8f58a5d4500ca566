"""What a framework gives for the rows of one report, as lines of a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.batch.reports.grouping import ReportRows
from sakip_rules.batch.reports.sources import ReportTable
from sakip_rules.batch.reports.versions import FrameworkVersions
from sakip_rules.diagnostics import DataError, Diagnostic, SakipRulesError, diagnose
from sakip_rules.exporters.report.tidy import COLUMNS
from sakip_rules.importer import ReportObject, TableAnswers, TableImport
from sakip_rules.results import ROOT

if TYPE_CHECKING:
    from sakip_rules.api import Report
    from sakip_rules.languages import Language

REPORT_COLUMNS: Final = ("organization", "report_year", *COLUMNS, "diagnostics")
"""The columns of the output: a line for each figure of each record and year."""

LOST: Final = tuple(f"not-imported.{why}" for why in ("row", "level", "no-figure", "again"))
"""Of what an import would leave out: what a report cannot be computed without."""

Line = list[str | None]


class ReportAnswer(NamedTuple):
    """What a report got: its lines, what is wrong with it, and what is to be said beside that."""

    lines: list[Line]
    mistakes: tuple[Diagnostic, ...] = ()
    notes: tuple[Diagnostic, ...] = ()
    unsaid: int = 0
    """How many of its records were taken as better when higher."""


class ReportAnswers:
    """Computes the reports of one table."""

    def __init__(
        self, table: ReportTable, versions: FrameworkVersions, answers: TableAnswers, made: Sequence[str]
    ) -> None:
        self.table = table
        self.versions = versions
        self.answers = answers
        self.made = made

    def answer(self, rows: ReportRows, lang: Language) -> ReportAnswer:
        """Computes a report; one that is wrong is one line, with the codes of all its mistakes."""
        try:
            report, notes, unsaid = self._computed(rows)
        except SakipRulesError as error:
            return ReportAnswer([self.refused(rows, error.diagnostics)], tuple(error.diagnostics))
        lines = [self._line(cells) for cells in _cells(report, notes, lang)]
        return ReportAnswer(lines, notes=tuple(notes), unsaid=unsaid)

    def refused(self, rows: ReportRows, mistakes: Sequence[Diagnostic]) -> Line:
        """Gives the line of a report that cannot be computed."""
        codes = " ".join(dict.fromkeys(mistake.code for mistake in mistakes))
        year = rows.owner.year or str(self.versions.year or "")
        own = {"organization": rows.owner.agency, "report_year": year or None, "path": ROOT}
        return self._line({**own, "status": "error", "diagnostics": codes})

    def _line(self, cells: dict[str, str | None]) -> Line:
        return [cells.get(name) for name in self.made]

    def _computed(self, rows: ReportRows) -> tuple[Report, list[Diagnostic], int]:
        mistakes = list(rows.mistakes)
        if rows.rows and not rows.owner.agency:
            mistakes.append(diagnose("table-unclear.no-agency", rows.place))
        if not (rows.owner.agency and rows.is_whole):
            raise DataError(mistakes)
        version = self.versions.of(rows)
        decided = replace(version.decided, agency=rows.owner.agency)
        layout = replace(self.table.layout, above=(), body=tuple(rows.rows))
        work = TableImport(self.table.sheet, version.plan, layout, decided, self.answers, strict=True)
        work.read()
        notes = [*rows.notes, *work.notes, *work.values.notes]
        mistakes += [*work.values.mistakes, *work.values.questions]
        mistakes += [replace(note, severity="error") for note in notes if note.key in LOST]
        if mistakes:
            raise DataError(mistakes)
        made = ReportObject(work.head(self.versions.reference), work.root)
        try:
            return self.versions.catalogue.evaluate_report(made.data), notes, work.unsaid
        except DataError as error:
            raise DataError(_placed(one, made) for one in error.diagnostics) from None


def _placed(mistake: Diagnostic, made: ReportObject) -> Diagnostic:
    """A mistake of a report's datum, at the cell that it came from."""
    place = made.place(mistake.place.path if mistake.place is not None else ())
    return replace(mistake, place=place, argument=()) if place is not None else mistake


def _cells(report: Report, notes: Sequence[Diagnostic], lang: Language) -> Iterator[dict[str, str | None]]:
    codes: dict[str, list[str]] = defaultdict(list)
    codes[ROOT] += (note.code for note in notes)
    for record in report.records:
        codes[record.path] += (one.code for one in record.diagnostics)
    own = {"organization": report.organization, "report_year": str(report.year)}
    for row in report.rows(lang):
        cells = {name: None if value is None else str(value) for name, value in row.items()}
        found = codes[row["path"]] if row["year"] == report.year else []
        yield {**own, **cells, "diagnostics": " ".join(dict.fromkeys(found)) or None}

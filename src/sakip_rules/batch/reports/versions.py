"""The framework of each report's year, and what the columns of the table are in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from sakip_rules.batch.reports.grouping import ReportRows
from sakip_rules.batch.reports.sources import ReportTable
from sakip_rules.diagnostics import (
    DataError,
    Diagnostic,
    Place,
    SakipRulesError,
    UsageError,
    diagnose,
    quoted,
    warn,
)
from sakip_rules.importer import TableAnswers, decide_columns
from sakip_rules.importer.columns import DecidedColumns
from sakip_rules.importer.headings import BESIDE, YEAR
from sakip_rules.importer.owners import OwnerColumns
from sakip_rules.plans import FrameworkPlan

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue

_YEAR: Final = re.compile(r"[1-9][0-9]{3}")
LATEST: Final = 9999
"""No column is of a later year than this."""


class FrameworkVersion(NamedTuple):
    """A framework as of one year, and the columns as it takes them."""

    plan: FrameworkPlan
    decided: DecidedColumns
    receipt: dict[str, object]


class FrameworkVersions:
    """The versions of a framework, each linked when the first report asks for it."""

    def __init__(
        self,
        catalogue: Catalogue,
        reference: str,
        newest: FrameworkPlan,
        table: ReportTable,
        answers: TableAnswers,
    ) -> None:
        """Raises `UsageError` with all questions that the headings leave open."""
        self.catalogue = catalogue
        self.reference = reference
        self.table = table
        self.answers = answers
        self.notes: dict[tuple[str, Place | None], Diagnostic] = {}
        """What is to be said of the columns, once of each."""

        self._of_year: dict[str, FrameworkVersion | SakipRulesError] = {}
        has_years = YEAR in answers.columns or YEAR in [one.what for one in table.layout.columns.values()]
        asked = replace(answers, year=LATEST) if has_years else answers
        first = decide_columns(table.sheet, table.layout, newest, asked)
        self.columns = first.columns
        self.owners = OwnerColumns(first.columns)
        self.year = None if has_years else first.year
        questions = [*first.questions, *self._questions()]
        if questions:
            raise UsageError(questions)

    def _questions(self) -> list[Diagnostic]:
        """What only a table of many reports is asked."""
        sheet = self.table.sheet
        questions = []
        if self.owners.agency is None:
            questions.append(diagnose("table-unclear.agency", Place(sheet.file, sheet=sheet.name)))
        if self.owners.year is not None and self.answers.year is not None:
            place = sheet.place(self.table.layout.heads[-1], self.owners.year)
            questions.append(diagnose("table-unclear.two-years", place, year=str(self.answers.year)))
        return questions

    def of(self, rows: ReportRows) -> FrameworkVersion:
        """Gives the version of a report; raises `SakipRulesError`, at its year, where there is none."""
        year = rows.owner.year
        if self.owners.year is not None and not _YEAR.fullmatch(year):
            raise DataError(
                [*rows.mistakes, diagnose("bad-date.year", self._place(rows), written=quoted(year))]
            )
        found = self._of_year.get(year)
        if found is None:
            found = self._of_year[year] = self._decided(rows)
        if isinstance(found, FrameworkVersion):
            return found
        raise DataError(replace(one, place=self._place(rows), argument=()) for one in found.diagnostics)

    def receipts(self) -> dict[str, dict[str, object]]:
        """Gives the receipts of all versions used so far, by the year that asked for them."""
        found = self._of_year.items()
        return {year: one.receipt for year, one in found if isinstance(one, FrameworkVersion)}

    def receipt_of(self, year: str) -> dict[str, object]:
        """Gives the receipt of the framework of a year; raises `SakipRulesError` where there is none."""
        rule = self.catalogue.rule(self.reference, on=int(year) if year else self.year)
        return rule.receipt.to_dict()

    def _place(self, rows: ReportRows) -> Place:
        column = self.owners.year
        return rows.place if column is None else self.table.sheet.place(rows.rows[0], column)

    def _decided(self, rows: ReportRows) -> FrameworkVersion | SakipRulesError:
        try:
            return self._linked(rows)
        except SakipRulesError as error:
            return error

    def _linked(self, rows: ReportRows) -> FrameworkVersion:
        year = int(rows.owner.year) if rows.owner.year else self.year
        plan = self.catalogue.rule(self.reference, on=year).plan
        assert isinstance(plan, FrameworkPlan)  # noqa: S101 - its newest version is one
        layout = replace(self.table.layout, body=tuple(rows.rows))
        decided = decide_columns(self.table.sheet, layout, plan, replace(self.answers, year=year))
        if decided.questions:
            raise DataError(decided.questions)
        self._leave_out(plan, decided)
        for note in decided.notes:
            self.notes.setdefault((note.key, note.place), note)
        return FrameworkVersion(plan, decided, self.receipt_of(rows.owner.year))

    def _leave_out(self, plan: FrameworkPlan, decided: DecidedColumns) -> None:
        """Figures that the framework computes are not read: what a table prints of them is for an audit."""
        inputs = {name for level in plan.levels.values() for name in level.record.inputs}
        for column, heading in list(decided.columns.items()):
            if heading.what not in (*BESIDE, "arah", *inputs):
                del decided.columns[column]
                place = self.table.sheet.place(self.table.layout.heads[-1], column)
                decided.notes.append(warn("not-imported.computed", place, heading=quoted(heading.text)))

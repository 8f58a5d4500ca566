"""A run over many reports: rows in, a line of the partial file out for each report."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.batch.reports.answers import REPORT_COLUMNS, ReportAnswer, ReportAnswers
from sakip_rules.batch.reports.grouping import ReportRows, report_rows
from sakip_rules.batch.reports.partial import APART, ReportPartial, key_of
from sakip_rules.batch.reports.sources import open_reports
from sakip_rules.batch.reports.versions import FrameworkVersions
from sakip_rules.batch.running import CHUNK, RulesChangedError
from sakip_rules.diagnostics import Diagnostic, diagnose, quoted
from sakip_rules.importer import TableAnswers
from sakip_rules.importer.polarities import UNSAID, told_together

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue
    from sakip_rules.languages import Language
    from sakip_rules.plans import FrameworkPlan

EXACT: Final = "exact"


@dataclass(frozen=True, slots=True)
class ReportJob:
    """What is computed from what."""

    catalogue: Catalogue
    reference: str
    newest: FrameworkPlan
    path: str
    sheet: str | None
    answers: TableAnswers
    lang: Language
    exact: bool = False

    @property
    def made(self) -> tuple[str, ...]:
        """The columns of the output."""
        return tuple(name for name in REPORT_COLUMNS if self.exact or name != EXACT)

    def head(self, sha256: str, engine: str) -> dict[str, object]:
        """Gives what makes another run the same work."""
        said = self.answers
        asked: dict[str, object] = {
            "framework": self.reference,
            "on": said.year,
            "sheet": self.sheet,
            "decimal": said.decimal,
            "dash": said.dash,
            "period": said.period,
            "columns": dict(said.columns),
            "lang": self.lang,
        }
        return {"input": sha256, **asked, "made": list(self.made), "engine": engine}


def run_reports(
    job: ReportJob,
    partial: ReportPartial,
    say: Callable[[Sequence[Diagnostic]], None],
    tell: Callable[[int], None],
) -> None:
    """Computes the reports that are not done; `say` gets what is wrong, `tell` how many rows are done.

    Raises `UsageError` with all that the headings leave open, `DataError` for a file that cannot be read,
    `RulesChangedError` where an earlier run does not fit this one.
    """
    table = open_reports(job.path, job.sheet, job.newest, job.answers)
    with table.book or contextlib.nullcontext():
        versions = FrameworkVersions(job.catalogue, job.reference, job.newest, table, job.answers)
        if any(versions.receipt_of(year) != made for year, made in partial.state.receipts.items()):
            raise RulesChangedError
        say(table.notes)
        work = _Run(job, partial, ReportAnswers(table, versions, job.answers, job.made))
        groups = report_rows(table, versions.columns)
        for mistakes in work.chunks(groups):
            say(mistakes)
            tell(partial.state.rows)
    say([*versions.notes.values(), *told_together(work.unsaid, table.sheet)])


class _Run:
    """One run, while it goes on."""

    def __init__(self, job: ReportJob, partial: ReportPartial, answers: ReportAnswers) -> None:
        self.job = job
        self.partial = partial
        self.answers = answers
        self._waiting: dict[str, int] = {}
        """The line on which each report began that is not written down yet."""
        self.unsaid = 0
        """How many records of all reports were taken as better when higher."""

    def chunks(self, groups: Iterator[ReportRows]) -> Iterator[list[Diagnostic]]:
        """Computes and writes down some reports after the others; gives what was wrong in each chunk."""
        done = self.partial.state.rows
        entries: list[Any] = []
        said: list[Diagnostic] = []
        waiting = 0
        for rows in groups:
            done -= rows.count
            if done >= 0:
                continue  # an earlier run has it
            entry, found = self._entry(rows)
            entries.append(entry)
            said += found
            waiting += rows.count
            if waiting >= CHUNK:
                self._write(entries)
                yield said
                entries, said, waiting = [], [], 0
        if entries:
            self._write(entries)
            yield said

    def _entry(self, rows: ReportRows) -> tuple[dict[str, Any], list[Diagnostic]]:
        key = key_of(rows.owner)
        made, line = self._answer(rows, key), rows.place.line
        entry = {"report": key, "line": line, "rows": rows.count, "lines": made.lines}
        self.unsaid += made.unsaid
        told = (note for note in made.notes if note.key != UNSAID)
        return {**entry, "refused": bool(made.mistakes)}, [*made.mistakes, *told]

    def _answer(self, rows: ReportRows, key: str) -> ReportAnswer:
        first = self.partial.state.seen.get(key, self._waiting.get(key))
        if first is None:
            self._waiting[key] = rows.place.line
            return self.answers.answer(rows, self.job.lang)
        name = quoted(" ".join(filter(None, rows.owner)))
        return ReportAnswer([], (diagnose(f"{APART}.report", rows.place, name=name, line=str(first)),))

    def _write(self, entries: list[Any]) -> None:
        known = self.partial.state.receipts
        new = {year: made for year, made in self.answers.versions.receipts().items() if year not in known}
        receipts = [{"year": year, "receipt": made} for year, made in new.items()]
        self.partial.add([*receipts, *entries])
        self._waiting.clear()

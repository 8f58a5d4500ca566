"""Rows -> the reports that they belong to: rows of one agency and year stand together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.batch.reports.sources import ReportTable, TableRow, place_of
from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.importer.headings import Heading
from sakip_rules.importer.owners import Owner, OwnerColumns
from sakip_rules.numbers import grouped
from sakip_rules.sheets import SheetRow

ROWS: Final = 20_000
"""Rows of one report: more are not kept."""


@dataclass(slots=True)
class ReportRows:
    """The rows of one report, as they stand together."""

    owner: Owner
    place: Place
    """Where they begin."""

    rows: list[SheetRow] = field(default_factory=list)
    """Those that can be read; at most `ROWS` of them."""

    count: int = 0
    """How many rows of the file they are."""

    mistakes: list[Diagnostic] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether all rows are here that can be read."""
        return self.count <= ROWS


def report_rows(table: ReportTable, columns: Mapping[int, Heading]) -> Iterator[ReportRows]:
    """Gives the rows of one report after another; a blank agency or year is that of the row above.

    A row that cannot be read may belong to the report before it or to the one behind: it spoils both.
    """
    owners = OwnerColumns(columns)
    now: ReportRows | None = None
    unread: list[Diagnostic] = []
    for read in table.rows:
        above = now.owner if now is not None else Owner()
        owner = owners.of(read.row, above)
        if now is None or (owner != above and now.rows):
            if now is not None:
                yield now
            now = ReportRows(owner, place_of(table, read.row), mistakes=unread)
        now.owner = owner
        _add(now, read, table)
        if read.row.cells and not now.notes and owner != owners.of(read.row, Owner()):
            named = quoted(" ".join(filter(None, owner)))
            now.notes.append(warn("taken-as.owner", place_of(table, read.row), name=named))
        unread = [] if read.row.cells else list(read.mistakes)
    if now is not None:
        yield now


def _add(report: ReportRows, read: TableRow, table: ReportTable) -> None:
    report.count += 1
    report.mistakes += read.mistakes
    if report.count == ROWS + 1:
        place = place_of(table, read.row)
        report.mistakes.append(diagnose("file-too-large.report-rows", place, limit=grouped(ROWS)))
    if report.is_whole and read.row.cells:
        report.rows.append(read.row)

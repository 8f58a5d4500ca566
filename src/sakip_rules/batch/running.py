"""A run: rows in, lines of the partial file out, a chunk at a time."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.batch.answers import RowAnswer, made_columns
from sakip_rules.batch.partial import Partial
from sakip_rules.batch.signs import DecimalSigns
from sakip_rules.batch.sources import BatchRow, BatchSource, open_source, written
from sakip_rules.batch.together import answers_of
from sakip_rules.batch.versions import YEARS, Versions
from sakip_rules.diagnostics import DataError, Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.diagnostics.core import did_you_mean
from sakip_rules.numbers import grouped

if TYPE_CHECKING:
    import datetime

    from sakip_rules.api import Catalogue
    from sakip_rules.importer.figures import DecimalSign
    from sakip_rules.vocabulary import RuleKind

CHUNK: Final = 1_000
"""Rows between two writes: what is computed again after a run was cut off."""

COLUMNS: Final = 16_384
"""Columns of JSON lines: each row is as wide as all of them, so there are no more than in a sheet."""


@dataclass(frozen=True, slots=True)
class BatchJob:
    """What is computed from what."""

    catalogue: Catalogue
    reference: str
    kind: RuleKind
    path: str
    on: int | datetime.date | None = None
    sheet: str | None = None
    decimal: DecimalSign | None = None
    exact: bool = False

    @property
    def made(self) -> tuple[str, ...]:
        """The columns that are added."""
        return made_columns(self.kind, exact=self.exact)

    def head(self, sha256: str, engine: str) -> dict[str, object]:
        """Gives what makes another run the same work."""
        on = None if self.on is None else str(self.on)
        asked = {"rule": self.reference, "on": on, "sheet": self.sheet, "decimal": self.decimal}
        return {"input": sha256, **asked, "made": list(self.made), "engine": engine}


class RulesChangedError(Exception):
    """The earlier run computed with rules that have changed since."""


def run_batch(
    job: BatchJob,
    partial: Partial,
    say: Callable[[Sequence[Diagnostic]], None],
    tell: Callable[[int], None],
) -> None:
    """Computes the rows that are not done; `say` gets what is wrong, `tell` how many rows are done.

    Raises `DataError` for a file that cannot be read and for columns that are missing, `RulesChangedError`
    where an earlier run does not fit this one.
    """
    source = open_source(job.path, job.sheet)
    _must_not_clash(job, [(name, source.head(name)) for name in source.columns])
    signs = DecimalSigns(job.path, job.sheet, job.decimal)
    versions = Versions(job.catalogue, job.reference, job.on, source, signs)
    for year, receipt in partial.state.receipts.items():
        if versions.receipt_of(year) != receipt:
            raise RulesChangedError
    say(source.notes)
    work = _Run(job, partial, source, versions)
    with source.book or contextlib.nullcontext():
        for mistakes in work.chunks():
            say(mistakes)
            tell(partial.state.rows)
    say([*signs.notes, *work.unknown_columns()])


class _Run:
    """One run, while it goes on."""

    def __init__(self, job: BatchJob, partial: Partial, source: BatchSource, versions: Versions) -> None:
        self.job = job
        self.partial = partial
        self.source = source
        self.versions = versions

    def chunks(self) -> Iterator[list[Diagnostic]]:
        """Computes and writes down one chunk after the other; gives what was wrong in each."""
        if not self.partial.state.columns and self.source.columns:
            self.partial.add([{"columns": self.source.columns}])
        rows = itertools.islice(self.source.rows, self.partial.state.rows, None)
        while chunk := list(itertools.islice(rows, CHUNK)):
            yield self._chunk(chunk)

    def _chunk(self, chunk: list[BatchRow]) -> list[Diagnostic]:
        if self.source.is_open:
            self._add_columns(chunk)
        answers = answers_of(self.versions, chunk)
        known = self.partial.state.receipts
        receipts = self.versions.receipts() if len(self.versions.linked()) > len(known) else {}
        entries: list[Any] = [
            {"year": year, "receipt": made} for year, made in receipts.items() if year not in known
        ]
        entries += [self._entry(row, made) for row, made in zip(chunk, answers, strict=True)]
        self.partial.add(entries)
        return [mistake for made in answers for mistake in made.mistakes]

    def _entry(self, row: BatchRow, made: RowAnswer) -> list[Any]:
        given = [written(row.data.get(name)) for name in self.partial.state.columns]
        return [given, [made.cells.get(name) for name in self.job.made]]

    def _add_columns(self, chunk: list[BatchRow]) -> None:
        """Adds the columns of JSON lines that none of the rows before had."""
        known = dict.fromkeys(self.partial.state.columns)
        new = {name: row.place(name) for row in chunk for name in row.data if name not in known}
        if len(known) + len(new) > COLUMNS:
            texts = {"limit": grouped(COLUMNS)}
            raise DataError([diagnose("file-too-large.columns", next(iter(new.values())), **texts)])
        if new:
            _must_not_clash(self.job, new.items())
            self.partial.add([{"columns": list(new)}])

    def unknown_columns(self) -> list[Diagnostic]:
        """Columns that no version used, said once, at their heading."""
        versions = self.versions.linked()
        inputs = sorted({each.name for version in versions for each in version.rule.inputs})
        asked = () if self.versions.one is not None else YEARS
        return [
            warn("unknown-column", self.source.head(name), name=quoted(name), near=did_you_mean(name, inputs))
            for name in self.partial.state.columns
            if versions and name not in asked and not any(version.reader.uses(name) for version in versions)
        ]


def _must_not_clash(job: BatchJob, columns: Iterable[tuple[str, Place]]) -> None:
    """A column that the rule would add must not be there already."""
    clash = [(name, place) for name, place in columns if name in job.made]
    if clash:
        raise DataError(diagnose("duplicate-key.column", place, name=quoted(name)) for name, place in clash)

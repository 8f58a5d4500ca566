"""The columns of a table decided: which year and period each is of, and what stays unclear is asked."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sakip_rules.diagnostics import Diagnostic, Place, diagnose, quoted, warn
from sakip_rules.diagnostics.core import command, did_you_mean
from sakip_rules.importer.headings import BUDGET, NAMES, OWNER, SKIPPED, Heading, read_heading
from sakip_rules.importer.layout import TableLayout
from sakip_rules.importer.meanings import is_base, letters, meaning, means
from sakip_rules.importer.misspelt import meant_by
from sakip_rules.importer.money import budgets, footnotes
from sakip_rules.importer.owners import OwnerColumns
from sakip_rules.sheets import Sheet

_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_REGULATION: Final = re.compile(
    r"\b(?:nomor|no|uu|pp|perpres|inpres|permen\w*|kepmen\w*|perda|pergub|perbup|perwali?)[\s.]*\d+[\s.]*"
    r"(?:tahun|thn|th|/)[\s.]*(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A regulation is named by its year, which is none of the table."""

_SAID_YEAR: Final = re.compile(
    r"\b(?:tahun|thn|ta|th)\b[\s.]*((?:19|20)\d\d)(?!\d|\s*[-–/]\s*\d)", re.IGNORECASE
)
_LAST_YEAR: Final = re.compile(
    r"\b(?:tahun|thn|th)\b[\s.]*(?:yang\s+)?(?:lalu|sebelumnya)\b|\bn\s*[-–]\s*1\b"
    r"|\b(?:last|previous) year\b",
    re.IGNORECASE,
)
SHOWN: Final = 3
"""Reports that are named where a table holds several."""

PERFORMANCE: Final = ("realisasi", "capaian", "target", "realisasi_anggaran", "pagu")
"""Figures whose years say which year the report is of, the surest first."""


def _one_year(text: str) -> str | None:
    """The year that a title says; of several the one that it calls so: `Renstra 2021-2026, Tahun 2023`."""
    text = _REGULATION.sub(" ", text)
    years = set(_YEAR.findall(text)) if len(set(_YEAR.findall(text))) == 1 else set(_SAID_YEAR.findall(text))
    return years.pop() if len(years) == 1 else None


def _own(heading: Heading) -> int | None:
    """The year of a column, unless a plan began there."""
    return None if is_base(heading) else heading.year


def _period_of(wanted: str) -> str:
    """A period as headings are read: `TW 3` is `Triwulan III`; any other text is itself."""
    return read_heading(wanted, {}).period or wanted


@dataclass(slots=True)
class DecidedColumns:
    """The columns that are taken, the year and period of the report, and what is said and asked of them."""

    columns: dict[int, Heading]
    year: int | None = None
    period: str | None = None
    agency: str = ""
    """Whose report it is, where a column says that."""

    feet: set[int] = field(default_factory=set)
    """The lines below the table that say in what its money is counted."""

    notes: list[Diagnostic] = field(default_factory=list)
    questions: list[Diagnostic] = field(default_factory=list)


class ColumnDecision:
    """Decides the columns of one table."""

    def __init__(
        self, sheet: Sheet, layout: TableLayout, known: Mapping[str, str], names: Sequence[str] = ()
    ) -> None:
        self.sheet = sheet
        self.layout = layout
        self.known = known
        self.names = names
        """The names of the sheet and its file: they may say a year and a period that the table does not."""

        self.made = DecidedColumns(dict(layout.columns))

    def decide(self, named: Mapping[str, str], year: int | None, period: str | None) -> DecidedColumns:
        """Gives the columns, of the year and period that the user says, or else the table."""
        self._take_named(named)
        self._take_seen()
        if self._take_owner(year):
            self.made.year = year or self.made.year or self._year()
        self._take_last_year()
        self._decide_period(period)
        self._refuse_twice()
        self._leave_out()
        self._say_nameless()
        self._take_money()
        return self.made

    def place(self, column: int) -> Place:
        """Gives the place of a heading."""
        head = next(
            (row for row in reversed(self.layout.heads) if column in row.cells), self.layout.heads[-1]
        )
        return self.sheet.place(head, column)

    def _take_named(self, named: Mapping[str, str]) -> None:
        """What the user says of a column holds, whatever its heading says."""
        for what, text in named.items():
            if not self._is_known(what):
                continue
            column = self._called(text)
            if column is None:
                known = ", ".join(quoted(heading.text) for heading in self.made.columns.values())
                place = Place(self.sheet.file, sheet=self.sheet.name)
                self.made.questions.append(
                    diagnose("table-unclear.no-column", place, name=quoted(text), known=known)
                )
                continue
            figure, _, year = what.partition("@")
            heading = dataclasses.replace(self.made.columns[column], what=figure, levels=())
            self.made.columns[column] = dataclasses.replace(heading, year=int(year)) if year else heading

    def _is_known(self, what: str) -> bool:
        """Whether a word is what a column can be, with a year behind `@` or without; else it is asked."""
        figure, at, year = what.partition("@")
        known = {*NAMES, *BUDGET, *self.known.values()}
        if figure in known and (not at or _YEAR.fullmatch(year)):
            return True
        place = Place(self.sheet.file, sheet=self.sheet.name)
        near = did_you_mean(figure, known)
        self.made.questions.append(diagnose("table-unclear.what", place, name=quoted(what), near=near))
        return False

    def _called(self, text: str) -> int | None:
        wanted = " ".join(text.lower().split())
        for column, heading in self.made.columns.items():
            if " ".join(heading.text.lower().split()) == wanted:
                return column
        return None

    def _take_seen(self) -> None:
        """Columns that mean something beside the others are taken, and said once of each figure."""
        columns = self.made.columns
        for letter, places in letters(columns).items():
            self._take(places, letter)
        whats = frozenset(heading.what for heading in columns.values())
        found: dict[str, list[int]] = {}
        for column, heading in list(columns.items()):
            if heading.what == "target_akhir":  # its year is when the plan ends, not whose figure it is
                columns[column] = dataclasses.replace(heading, year=None)
            meant = meaning(column, columns, whats)
            if meant:
                columns[column] = dataclasses.replace(heading, what=meant)
                found.setdefault(meant, []).append(column)
        for meant, places in found.items():
            self._take(places, meant)
        for column in means(columns):
            columns[column] = dataclasses.replace(columns[column], what="")

    def _take(self, columns: Sequence[int], what: str) -> None:
        """Takes columns as one figure, and says so once."""
        headings = ", ".join(quoted(self.made.columns[column].text) for column in columns)
        for column in columns:
            self.made.columns[column] = dataclasses.replace(self.made.columns[column], what=what)
        several = len(columns) > 1
        key, name = ("taken-as.columns", "headings") if several else ("taken-as.column", "heading")
        self.made.notes.append(warn(key, self.place(columns[0]), **{name: headings, "figure": quoted(what)}))

    def _take_owner(self, year: int | None) -> bool:
        """Takes agency and year from the columns that say them; says whether all rows are of one report."""
        owners = list(dict.fromkeys(OwnerColumns(self.made.columns).walk(self.layout.body)))
        if not owners:
            return True
        stated = int(owners[0].year) if _YEAR.fullmatch(owners[0].year) else None
        if len(owners) == 1 and (year is None or stated in (None, year)):
            self.made.agency, self.made.year = owners[0].agency, stated
            return True
        place = self.place(min(at for at, heading in self.made.columns.items() if heading.what in OWNER))
        known = ", ".join(quoted(" ".join(filter(None, owner))) for owner in owners[:SHOWN])
        self.made.questions.append(diagnose("table-unclear.several", place, known=known))
        return False

    def _year(self) -> int | None:
        """The year of the report: of the figures that say it, of a title, or none, and then it is asked."""
        years: list[int] = []
        for what in PERFORMANCE:
            heads = [head for head in self.made.columns.values() if head.what == what]
            years = [own for head in heads if (own := _own(head)) is not None]
            if years and (what != "target" or len(set(years)) == 1):
                return max(years)
            if years:
                break  # targets of a plan: the report is of one of its years
        for place, text in self._titles():
            year = _one_year(text)
            if year is not None:
                self.made.notes.append(warn("taken-as.year", place, year=year))
                return int(year)
        for name in self.names:
            year = _one_year(name)
            if year is not None:
                place = Place(self.sheet.file, sheet=self.sheet.name)
                self.made.notes.append(warn("taken-as.year-name", place, year=year, name=quoted(name)))
                return int(year)
        place = Place(self.sheet.file, sheet=self.sheet.name)
        known = ", ".join(str(year) for year in sorted(set(years)))
        key = "table-unclear.years" if known else "table-unclear.year"
        self.made.questions.append(diagnose(key, place, **({"known": known} if known else {})))
        return None

    def _take_last_year(self) -> None:
        """A column of `tahun lalu` is of the year before the report's."""
        if self.made.year is None:
            return
        for column, heading in self.made.columns.items():
            if heading.year is None and _LAST_YEAR.search(heading.text):
                self.made.columns[column] = dataclasses.replace(heading, year=self.made.year - 1)

    def _titles(self) -> list[tuple[Place, str]]:
        """The cells above the table, with their places."""
        return [
            (self.sheet.place(row, column), row.text(column))
            for row in self.layout.above
            for column in row.cells
        ]

    def _decide_period(self, wanted: str | None) -> None:
        periods = {heading.period: column for column, heading in self.made.columns.items() if heading.period}
        if wanted is not None and (not periods or _period_of(wanted) in periods):
            self.made.period = _period_of(wanted)
        elif wanted is None and len(periods) == 1:
            self.made.period = next(iter(periods))
        elif wanted is not None or (periods and not self._take_period(periods.keys())):
            listed = ", ".join(quoted(period) for period in sorted(filter(None, periods)))
            column = next(iter(periods.values()))
            self.made.questions.append(diagnose("table-unclear.period", self.place(column), known=listed))

    def _take_period(self, periods: Collection[str | None]) -> bool:
        """Takes the one of several periods that a title, the sheet's name or its file's says."""
        place = Place(self.sheet.file, sheet=self.sheet.name)
        for at, text in (*self._titles(), *((place, name) for name in self.names)):
            period = read_heading(text, {}).period
            if period in periods and period is not None:
                self.made.period = period
                self.made.notes.append(warn("taken-as.period", at, period=quoted(period), name=quoted(text)))
                return True
        return False

    def _refuse_twice(self) -> None:
        """Two columns that seem to be the same: which one is meant is asked."""
        seen: dict[tuple[str, int | None], int] = {}
        for column, heading in self._of_period().items():
            key = (heading.what, heading.year or self.made.year)
            if heading.what in ("", SKIPPED, "keterangan", "nomor"):
                continue
            if key in seen:
                texts = {
                    "first": quoted(self.made.columns[seen[key]].text),
                    "second": quoted(heading.text),
                    "figure": quoted(heading.what),
                }
                self.made.questions.append(diagnose("table-unclear.twice", self.place(column), **texts))
            seen.setdefault(key, column)

    def _of_period(self) -> dict[int, Heading]:
        """The columns of the period, and those of no period that has no column of its own."""
        own = [heading for heading in self.made.columns.values() if heading.period is not None]
        taken = {(heading.what, heading.year) for heading in own if heading.period == self.made.period}
        return {
            column: heading
            for column, heading in self.made.columns.items()
            if heading.period == self.made.period
            or (heading.period is None and (heading.what, heading.year) not in taken)
        }

    def _leave_out(self) -> None:
        """Columns of other periods, of later years, and those that nothing is known of, are said and left."""
        of_period = self._of_period()
        others = [column for column in self.made.columns if column not in of_period]
        self._leave_together(others, "not-imported.period")
        year = self.made.year
        later = [at for at, head in self.made.columns.items() if year and head.year and head.year > year]
        self._leave_together(later, "not-imported.later-year", year=str(year))
        for column, heading in list(self.made.columns.items()):
            texts = {"heading": quoted(heading.text)}
            if heading.what == SKIPPED:
                del self.made.columns[column]
            elif heading.what not in (*NAMES, *BUDGET) and heading.what not in self.known.values():
                option = meant_by(heading, self.known, year)
                if option is None:
                    self._leave(column, "not-imported.column", **texts)
                else:
                    self._leave(column, "not-imported.column-like", option=command(option), **texts)

    def _leave_together(self, columns: Sequence[int], key: str, **texts: str) -> None:
        """Columns that are left for one reason are said together: several by the key of one with an `s`."""
        filled = [at for at in columns if any(at in row.cells for row in self.layout.body)]
        headings = {at: quoted(self.made.columns.pop(at).text) for at in columns}
        if len(filled) == 1:
            self.made.notes.append(warn(key, self.place(filled[0]), heading=headings[filled[0]], **texts))
        elif filled:
            told = ", ".join(headings[at] for at in filled)
            self.made.notes.append(warn(f"{key}s", self.place(filled[0]), headings=told, **texts))

    def _take_money(self) -> None:
        """Budgets in thousands or millions are taken in full, and that is said once."""
        feet = footnotes(self.layout.body)
        found = budgets(self.made.columns, (text for _, text in self._titles()), feet)
        self.made.feet = {foot.line for foot in feet if foot.said in found.values()}
        for column, (_, zeros) in found.items():
            self.made.columns[column] = dataclasses.replace(self.made.columns[column], zeros=zeros)
        if found:
            headings = ", ".join(quoted(self.made.columns[column].text) for column in found)
            words = ", ".join(dict.fromkeys(quoted(word) for word, _ in found.values()))
            place = self.place(min(found))
            self.made.notes.append(warn("taken-as.money", place, headings=headings, word=words))

    def _say_nameless(self) -> None:
        """A column without a heading is left; where it holds something, that is said at its first cell."""
        said: set[int] = set()
        for row in self.layout.body:
            strange = row.cells.keys() - self.layout.columns.keys()
            for column in sorted(strange - said if strange < row.cells.keys() else ()):  # else: a remark
                said.add(column)
                place, text = self.sheet.place(row, column), quoted(row.text(column))
                self.made.notes.append(warn("not-imported.nameless", place, text=text))

    def _leave(self, column: int, key: str, **texts: str) -> None:
        del self.made.columns[column]
        if any(column in row.cells for row in self.layout.body):
            self.made.notes.append(warn(key, self.place(column), **texts))

"""Rows of a table -> the records of a report; what is left out or taken as something is said."""

from __future__ import annotations

import re
from typing import Final

from sakip_rules.diagnostics import Diagnostic, quoted, warn
from sakip_rules.importer.above import names_group, parted, titles_of
from sakip_rules.importer.answers import TableAnswers
from sakip_rules.importer.columns import DecidedColumns
from sakip_rules.importer.drafts import Draft
from sakip_rules.importer.figures import decimal_sign, seen, unit_in, unit_word
from sakip_rules.importer.headings import BESIDE, OWNER, TITLES
from sakip_rules.importer.layout import TableLayout
from sakip_rules.importer.lines import is_remark
from sakip_rules.importer.parents import HeadingRows
from sakip_rules.importer.polarities import fill_polarities, told_together
from sakip_rules.importer.rows import (
    Named,
    clean_title,
    code_depths,
    depth_of,
    is_mean,
    is_total,
    names_of,
    stated_level,
)
from sakip_rules.importer.totals import drop_totals
from sakip_rules.importer.values import ValueWriter
from sakip_rules.languages import Pair
from sakip_rules.plans import FrameworkPlan, LevelPlan
from sakip_rules.sheets import Sheet, SheetRow

ROOT_TITLE: Final = "Nama perangkat daerah"


class TableImport:
    """The records of one report, made from the rows of its table.

    `strict` is for data: what cannot be read stays as it is written, and whoever reads the report refuses it.
    """

    def __init__(
        self,
        sheet: Sheet,
        plan: FrameworkPlan,
        layout: TableLayout,
        decided: DecidedColumns,
        answers: TableAnswers,
        *,
        strict: bool = False,
    ) -> None:
        self.sheet = sheet
        self.plan = plan
        self.layout = layout
        self.decided = decided
        self.root = Draft(plan.root, ROOT_TITLE)
        self.notes: list[Diagnostic] = []
        figures = {at for at, heading in decided.columns.items() if heading.what not in BESIDE}
        cells = (cell for row in layout.body for at, cell in row.cells.items() if at in figures)
        decimal = answers.decimal if strict else answers.decimal or decimal_sign(cells)
        self.values = ValueWriter(sheet, plan, decided, decimal, answers.dash, strict=strict)
        self.open: dict[str, Draft] = {}
        """The records that stand open, by level."""
        self.waiting: SheetRow | None = None
        """A line of words alone: the name of a group if a record follows it."""
        numbers = (column for column, heading in decided.columns.items() if heading.what == "nomor")
        self.depths = code_depths(layout.body, next(numbers, None))
        self.above, self.group = parted(layout.above, plan.levels)
        self.parents = HeadingRows(() if strict else layout.body, decided.columns)
        self.last = ""
        """The level of the record in the row above."""

        self.previous: SheetRow | None = None
        self.said: set[tuple[int, str]] = set()
        """Columns of figures that a level does not have, and the level."""

        self.unsaid = 0
        """How many records were taken as better when higher."""
        self.titled: list[Draft] = []
        """The records whose unit stands in their title."""

    def head(self, reference: str) -> list[tuple[str, str, str]]:
        """Gives the report's own keys, with what is still to be filled in."""
        above, title = titles_of(self.above)
        agency = self.decided.agency or above
        year = str(self.decided.year)
        head = [
            ("report", title or f"LKjIP {year}", ""),
            ("organization", agency or ROOT_TITLE, "" if agency else "ganti dengan nama instansi"),
            ("year", year, ""),
            ("framework", reference, ""),
        ]
        return [*head, ("period", self.decided.period, "")] if self.decided.period else head

    def read(self) -> None:
        """Reads all rows, and says what is left open at the end."""
        self.read_rows()
        self.finish()

    def read_rows(self) -> None:
        """Reads all rows; what is no record is said."""
        for row in self.layout.numbering:
            self._say("not-imported.numbering", row)
        for at, row in enumerate(self.above):
            if at > 1 or names_group(row):
                self._say("not-imported.line", row)
        if self.group is not None:
            self._line(self.group)
        for row in self.layout.body:
            self._row(row)
            self.previous = row
        self._drop_waiting()

    def finish(self, *, has_budget_below: bool = False) -> None:
        """Says what of another table is not read, if it is no budget, and what was taken as something."""
        if self.layout.other and not has_budget_below:
            self._say("not-imported.table", self.layout.other[0])
        if not self.values.strict:
            self.notes += drop_totals(self.root)
        notes, self.unsaid = fill_polarities(self.root, self.plan)
        self.notes += [*notes, *told_together(self.unsaid, self.sheet)]
        if self.titled:
            first = self.titled[0]
            texts = {
                "count": str(len(self.titled)),
                "unit": quoted(first.unit or ""),
                "title": quoted(first.title),
            }
            self.notes.append(warn("taken-as.units", first.place, **texts))

    def _row(self, row: SheetRow) -> None:
        texts = [row.text(column) for column in sorted(row.cells) if self._what(column) not in OWNER]
        if texts and texts in [[head.text(at) for at in sorted(head.cells)] for head in self.layout.heads]:
            self._say("not-imported.heading", row)
        elif self._is_total(row, texts):
            self._total(row, texts)
        elif row.line in self.parents.headings:
            self._heading(row)
        elif self._continues(row):
            self._continue(row)
        elif self._is_line(row):
            self._line(row)
        else:
            self._record(row)

    def _is_total(self, row: SheetRow, texts: list[str]) -> bool:
        whats = [self._what(column) for column in row.cells]
        named = [what for what in whats if what in TITLES]
        words = [text for text in texts if not re.fullmatch(r"[\d.]+", text)]
        return is_total(words, names_indicator=named == ["indikator"], has_unit="satuan" in whats)

    def _is_line(self, row: SheetRow) -> bool:
        """Whether a row holds words alone: a name and perhaps a number, and no figure."""
        words = [at for at in row.cells if self._what(at) not in (*OWNER, "nomor")]
        number = next((row.text(at) for at in row.cells if self._what(at) == "nomor"), "")
        if len(words) != 1 or self._what(words[0]) == "sasaran":
            return not words
        if self._what(words[0]) in TITLES and not self.decided.columns[words[0]].levels:
            return depth_of(number) in (None, 0)
        return self._what(words[0]) not in TITLES

    def _what(self, column: int) -> str:
        heading = self.decided.columns.get(column)
        return heading.what if heading is not None else ""

    # groups and totals

    def _line(self, row: SheetRow) -> None:
        """A line of words: a group that says its level, a remark, or a name that waits for records."""
        self._drop_waiting()
        text = row.text(self._longest(row))
        level = stated_level(text)
        if level in self.plan.levels and level is not None:
            self._open(Named(level, max(row.cells), clean_title(text)), row)
        elif row.line in self.decided.feet:
            return  # what it says of money is said
        elif self._is_remark(row):
            self._say("not-imported.line", row)
        else:
            self.waiting = row

    def _continues(self, row: SheetRow) -> bool:
        """Whether a row is the rest of the names right above it: in their columns, and each begins small."""
        if self.values.strict or self.last != "indikator" or not row.cells:
            return False
        above = self.previous
        is_rest = all(
            self._what(at) in TITLES and row.text(at)[:1].islower() and above is not None and above.text(at)
            for at in row.cells
        )
        return is_rest and not self._is_remark(row)

    def _continue(self, row: SheetRow) -> None:
        for column in row.cells:
            draft = self.open[self._what(column)]
            draft.title = f"{draft.title} {row.text(column)}"
            place = self.sheet.place(row, column)
            self.notes.append(warn("taken-as.continued", place, title=quoted(draft.title)))

    def _is_remark(self, row: SheetRow) -> bool:
        return is_remark(row, row.text(self._longest(row)), self.layout.above)

    def _longest(self, row: SheetRow) -> int:
        """The column of the words of a line."""
        return max(row.cells, key=lambda at: (self._what(at) not in OWNER, len(row.text(at))))

    def _drop_waiting(self) -> None:
        if self.waiting is not None:
            self._say("not-imported.line", self.waiting)
            self.waiting = None

    def _take_waiting(self) -> None:
        """The line above records names their group: an objective, where the table has no column for it."""
        row = self.waiting
        has_column = any(heading.what == "sasaran" for heading in self.decided.columns.values())
        if row is None or has_column or "sasaran" not in self.plan.levels:
            self._drop_waiting()
            return
        self.waiting = None
        column = self._longest(row)
        title = clean_title(row.text(column))
        self._open(Named("sasaran", column, title), row)
        self.notes.append(warn("taken-as.group", self.sheet.place(row, column), title=quoted(title)))

    def _total(self, row: SheetRow, texts: list[str]) -> None:
        """A sum of budgets is printed at the top; any other total would be a guess at how it was made."""
        self._drop_waiting()
        level = self.plan.levels[self.plan.root]
        left = False
        for column, heading in self.decided.columns.items():
            if heading.what in BESIDE or column not in row.cells:
                continue
            if not is_mean(texts) and self.values.is_sum(level, heading.what):
                self.values.write(self.root, level, row, column)
            else:
                left = True
        if left:
            self._say("not-imported.total", row)

    # records

    def _heading(self, row: SheetRow) -> None:
        """A row that heads others opens no indicator; what else it names, it does."""
        heading = self.parents.headings[row.line]
        names = names_of(row, self.decided.columns, self.depths)
        self._take_waiting()
        for name in names:
            if name.level != "indikator":
                self._open(name, row)
        at = next(name.column for name in names if name.level == "indikator")
        texts = {"title": quoted(heading.title), "count": str(heading.count)}
        self.notes.append(warn("taken-as.parent", self.sheet.place(row, at), **texts))
        self.last = ""

    def _record(self, row: SheetRow) -> None:
        names = names_of(row, self.decided.columns, self.depths)
        self._take_waiting()
        opened = [draft for name in names if (draft := self._open(name, row)) is not None]
        if names and not opened:
            return  # said already: none of its names has a place
        if not self.open:
            self._say("not-imported.row", row)
            return
        self.last = opened[-1].level if opened else ""
        self.values.describe(opened or list(self.open.values())[-1:], row)
        if self.last == "indikator":
            self._complete(opened[-1], row)
        for column, heading in self.decided.columns.items():
            if column in row.cells and heading.what not in BESIDE:
                self._figure(row, column, heading.what, opened, is_whole=len(opened) == len(names))

    def _complete(self, draft: Draft, row: SheetRow) -> None:
        """What stands elsewhere of an indicator: in the row that heads it, or its unit in its own title."""
        heading = self.parents.above.get(row.line)
        if heading is not None:
            draft.short, draft.title = draft.title, f"{heading.title}: {draft.title}"
            draft.unit = draft.unit or unit_word(heading.unit) or None
        named = unit_in(draft.short or draft.title) or unit_in(heading.title if heading else "")
        if draft.unit is None and named is not None:
            draft.unit = named
            self.titled.append(draft)

    def _figure(self, row: SheetRow, column: int, what: str, opened: list[Draft], *, is_whole: bool) -> None:
        """Gives a figure to the lowest record that has one of that name: of this row, else of those open."""
        # Where a name of the row has no place, the figure may be of that, and of nobody around.
        around = [draft for draft in self.open.values() if draft not in opened] if is_whole else []
        for draft in (*reversed(opened), *reversed(around)):
            if self.values.has(self._level(draft), what):
                self.values.write(draft, self._level(draft), row, column)
                return
        self._say_no_figure(row, column, what, (opened or around)[-1])

    def _say_no_figure(self, row: SheetRow, column: int, what: str, draft: Draft) -> None:
        """A figure that a level does not have is said once of its column; of data, at each cell."""
        place = self.sheet.place(row, column)
        if self.values.strict:
            texts = {"text": quoted(row.text(column)), "figure": quoted(what)}
            self.notes.append(warn("not-imported.no-figure", place, **texts))
        elif (column, draft.level) not in self.said:
            self.said.add((column, draft.level))
            heading = quoted(self.decided.columns[column].text)
            told: dict[str, str | Pair] = {
                "heading": heading,
                "figure": quoted(what),
                "level": self._level(draft).title,
            }
            self.notes.append(warn("not-imported.no-figures", place, **told))

    def _level(self, draft: Draft) -> LevelPlan:
        return self.plan.levels[draft.level]

    def _open(self, name: Named, row: SheetRow) -> Draft | None:
        """Gives the record of a name: the one that is open, or a new one below those that may hold it."""
        standing = self.open.get(name.level)
        if standing is not None and standing.title == name.title and name.level != "indikator":
            return standing
        place = self.sheet.place(row, name.column)
        parent = self._parent(name.level)
        if parent is None:
            texts = {"title": quoted(name.title), "level": quoted(name.level or "?")}
            self.notes.append(warn("not-imported.level", place, **texts))
            return None
        draft = Draft(name.level, name.title, place)
        parent.children.append(draft)
        deeper = TITLES[TITLES.index(name.level) :]
        self.open = {level: record for level, record in self.open.items() if level not in deeper}
        self.open[name.level] = draft
        return draft

    def _parent(self, level: str) -> Draft | None:
        """The lowest open record that may hold records of a level: never one of a deeper level."""
        if level not in self.plan.levels:
            return None
        higher = TITLES[: TITLES.index(level)]
        around = [draft for name, draft in self.open.items() if name in higher]
        lowest = sorted(around, key=lambda one: TITLES.index(one.level), reverse=True)
        for draft in (*lowest, self.root):
            if level in self._level(draft).below:
                return draft
        return None

    def _say(self, key: str, row: SheetRow) -> None:
        column = min(row.cells)
        indonesian, english = zip(*(seen(row.cells[at]) for at in sorted(row.cells)), strict=True)
        text = quoted(" ".join(indonesian)), quoted(" ".join(english))
        self.notes.append(warn(key, self.sheet.place(row, column), text=text))

"""Figures of a row -> data and printed figures of a record, each as its level asks for it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Final

from sakip_rules.diagnostics import Diagnostic, diagnose, quoted, warn
from sakip_rules.importer.columns import DecidedColumns
from sakip_rules.importer.drafts import AbsentDatum, Datum, Draft, PrintedDatum, RangeDatum
from sakip_rules.importer.figures import (
    DecimalSign,
    FigureReading,
    is_dash,
    is_other_unit,
    read_figure,
    reason_word,
    unit_word,
    unmistakable,
)
from sakip_rules.importer.headings import BUDGET, MONEY, Heading
from sakip_rules.importer.money import in_full
from sakip_rules.importer.notations import in_brackets
from sakip_rules.languages import Pair
from sakip_rules.numbers import indonesian, read_plain
from sakip_rules.plans import FrameworkPlan, InputPlan, LevelPlan
from sakip_rules.sheets import Sheet, SheetRow

_FALLING: Final = re.compile(r"rendah|minim|negatif|urun\b|kecil|lower|\bmin\b|\(-\)|^[-−–↓]$", re.IGNORECASE)
_RISING: Final = re.compile(
    r"tinggi|ma(?:ks|x)im|positif|naik|ningkat|besar|higher|\bmax\b|\bmaks\b|\(\+\)|^[+↑]$", re.IGNORECASE
)
_NEAR: Final = re.compile(r"stabil|dekat|tepat|closer", re.IGNORECASE)
_SIDES: Final = {"most": "lower_is_better", "least": "higher_is_better"}
_REACHED: Final = re.compile(
    r"(?:(?:tidak|belum|sudah|telah)\s+)?(?:tercapai|terpenuhi|melampaui(?:\s+target)?|terlampaui)\.?"
    r"|o(?:n|ff) track",
    re.IGNORECASE,
)
"""Words beside figures that are no category of a scale."""

_DIGIT: Final = re.compile(r"\d")
PERCENT: Final = "persen"
PERCENTS: Final = (PERCENT, "poin persen")
WORDS: Final = ("choice", "truth", "polarity")
"""Types whose values are words."""


class ValueWriter:
    """Writes the figures of rows into records, and notes what could not be written."""

    def __init__(
        self,
        sheet: Sheet,
        plan: FrameworkPlan,
        decided: DecidedColumns,
        decimal: DecimalSign | None,
        dash: str | None,
        *,
        strict: bool = False,
    ) -> None:
        self.sheet = sheet
        self.plan = plan
        self.decided = decided
        self.decimal = decimal
        self.dash = dash
        self.strict = strict
        self.notes: list[Diagnostic] = []
        self.questions: list[Diagnostic] = []
        self.mistakes: list[Diagnostic] = []

    def has(self, level: LevelPlan, what: str) -> bool:
        """Says whether the records of a level have a figure, or what a column beside figures says of them."""
        if what == "kategori":
            return level.result is not None
        if what == "arah":
            return level.polarity is not None
        return what in level.record.inputs or self.is_step(level, what)

    def is_step(self, level: LevelPlan, what: str) -> bool:
        """Says whether a figure is computed at a level: what a table says of it is printed."""
        return any(step.name == what for step in level.record.steps)

    def is_sum(self, level: LevelPlan, what: str) -> bool:
        """Says whether a total of a table is this figure of a level: money, or how much of it was spent."""
        steps = {step.name: step for step in level.record.steps}
        return what in steps and (what in BUDGET or steps[what].unit == "rupiah")

    def describe(self, drafts: Sequence[Draft], row: SheetRow) -> None:
        """Writes unit and remark of a row into its lowest record."""
        for column, heading in self.decided.columns.items():
            text = row.text(column)
            if not text or not drafts:
                continue
            if heading.what == "satuan":
                drafts[-1].unit = unit_word(text)
            elif heading.what == "keterangan":
                drafts[-1].note = " ".join(filter(None, (drafts[-1].note, text)))

    def write(self, draft: Draft, level: LevelPlan, row: SheetRow, column: int) -> None:
        """Writes one figure into a record."""
        heading = self.decided.columns[column]
        year = heading.year if heading.year != self.decided.year else None
        declared = level.record.inputs.get(heading.what)
        if declared is not None:
            draft.cells.setdefault((year, declared.name), self.sheet.place(row, column))
        if heading.what == "kategori" and is_dash(row.text(column)):
            return  # it prints no category
        if heading.what == "kategori" and _REACHED.fullmatch(row.text(column)):
            draft.note = " ".join(filter(None, (draft.note, row.text(column))))
        elif heading.what == "kategori" and level.result is not None:
            draft.print_category(level.result, year, row.text(column), self._where(row, column))
        elif heading.what == "arah" and level.polarity is not None:
            self._polarity(draft, level.polarity, row, column)
        elif declared is not None and declared.type in WORDS:
            draft.of_year(year)[heading.what] = row.text(column)
        elif declared is not None:
            self._input(draft, declared, heading, (row, column), year)
        else:
            self._printed(draft, level, heading, (row, column), year)

    def _read(
        self, draft: Draft, unit: str | None, heading: Heading, at: tuple[SheetRow, int]
    ) -> FigureReading:
        row, column = at
        cell = row.cells.get(column)
        reading = read_figure(cell, unit or heading.unit or draft.unit, self.decimal)
        if unit == "rupiah" and not (cell is not None and cell.scaled):
            reading = in_full(reading, heading.zeros)
        if reading.is_bracketed and reading.kind == "number":
            reading = self._out_of_brackets(reading, heading, at)
        if reading.mark and reading.kind == "number" and reading.bound is None:
            self._note("taken-as.mark", at, text=quoted(reading.mark), number=_shown(reading.text))
        return reading

    def _out_of_brackets(
        self, reading: FigureReading, heading: Heading, at: tuple[SheetRow, int]
    ) -> FigureReading:
        """A number in brackets is negative, once; not where a budget stands in them, too: that is none."""
        if self.strict:
            return FigureReading(reading.mark, kind="unclear")
        row, _ = at
        budgets = (place for place, one in self.decided.columns.items() if one.what in MONEY)
        is_signed = reading.text.startswith("-") or read_plain(reading.text) == 0
        if is_signed or heading.what in BUDGET or any(in_brackets(row.text(place)) for place in budgets):
            return reading
        return dataclasses.replace(reading, text=f"-{reading.text}")

    # data

    def _input(
        self, draft: Draft, declared: InputPlan, heading: Heading, at: tuple[SheetRow, int], year: int | None
    ) -> None:
        row, column = at
        reading = self._read(draft, declared.unit, heading, at)
        given = draft.of_year(year)
        if declared.name in given and reading.kind != "blank":
            self._note("not-imported.again", at, text=quoted(row.text(column)), figure=quoted(declared.name))
            return
        datum = self._datum(reading, draft, declared, at)
        if datum is not None:
            given[declared.name] = datum

    def _datum(
        self, reading: FigureReading, draft: Draft, declared: InputPlan, at: tuple[SheetRow, int]
    ) -> Datum | None:
        """Gives what is written for an input; nothing where that is asked, or a mistake."""
        row, column = at
        match reading.kind:
            case "number":
                return self._number(reading, draft, declared, at)
            case "word":
                return AbsentDatum(reading.text)
            case "dash":
                return self._dash(draft, at)
            case "range" if declared.type == "range":
                return RangeDatum(unmistakable(reading.text), unmistakable(reading.high))
            case "ambiguous":
                self._ask("table-unclear.decimal", at, text=quoted(row.text(column)))
            case "refused":
                place = self.sheet.place(row, column)
                self.mistakes.append(diagnose(reading.text, place, text=quoted(row.text(column))))
            case "unclear" | "range" | "reference":
                return self._unclear(reading, declared, at)
        return None

    def _unclear(self, reading: FigureReading, declared: InputPlan, at: tuple[SheetRow, int]) -> Datum:
        """Says why a cell is no number; of data whoever reads the report says what is wrong with it."""
        row, column = at
        text = row.text(column)
        if self.strict:
            return text
        reason = reason_word(text) if reading.kind == "unclear" else None
        if reason is not None:
            return AbsentDatum(reason, text)
        figure = quoted(declared.name)
        if reading.bound is not None:
            self._note("not-imported.bound", at, text=quoted(text), figure=figure)
        elif reading.kind == "range":
            self._note("not-imported.range", at, text=quoted(text), figure=figure, end=_shown(reading.text))
        elif reading.kind == "reference":
            self._note("not-imported.brackets", at, text=quoted(text), number=reading.text.strip("()% "))
        else:  # a grade such as `WTP` is no number that is written oddly
            key = "not-imported.value" if _DIGIT.search(text) else "not-imported.word"
            self._note(key, at, text=quoted(text))
        return AbsentDatum("missing", f"tertulis: {text}")

    def _number(
        self, reading: FigureReading, draft: Draft, declared: InputPlan, at: tuple[SheetRow, int]
    ) -> Datum | None:
        row, column = at
        if reading.bound is not None and (self.strict or not declared.name.startswith("target")):
            return self._unclear(reading, declared, at)
        if reading.bound is not None:
            self._bound(reading, draft, at)
        known = declared.unit or draft.unit
        if reading.unit == PERCENT and row.text(column).endswith("%") and known not in (None, *PERCENTS):
            texts = {"text": quoted(row.text(column)), "name": quoted(declared.name), "unit": quoted(known)}
            self.mistakes.append(diagnose("bad-value.number-percent", self.sheet.place(row, column), **texts))
            return None
        if row.cells[column].percent and known not in (None, *PERCENTS):
            texts = {
                "shown": reading.text,
                "text": quoted(row.cells[column].text),
                "name": quoted(declared.name),
            }
            self.mistakes.append(diagnose("bad-cell.percent", self.sheet.place(row, column), **texts))
            return None
        if known is None and reading.unit is not None:
            draft.unit = reading.unit
        elif is_other_unit(row.text(column), reading.unit, known):
            texts = {"text": quoted(row.text(column)), "unit": quoted(known or "")}
            self._note("taken-as.other-unit", at, number=_shown(reading.text), **texts)
        if reading.stored and read_plain(reading.stored) != read_plain(reading.text):
            self._note("odd-cell.shown", at, shown=_shown(reading.text), text=_shown(reading.stored))
        return unmistakable(reading.stored or reading.text)

    def _bound(self, reading: FigureReading, draft: Draft, at: tuple[SheetRow, int]) -> None:
        """A target that is a bound says the polarity, too, where no column does."""
        row, column = at
        polarity = self.plan.levels[draft.level].polarity
        word = _SIDES.get(reading.bound or "about")
        key = "taken-as.mark"
        is_said = any(heading.what == "arah" for heading in self.decided.columns.values())
        if polarity is not None and word is not None and not is_said:
            draft.data[polarity.name] = word
            key = "taken-as.least" if word == "higher_is_better" else "taken-as.most"
        self._note(key, at, text=quoted(row.text(column)), number=_shown(reading.text))

    def _dash(self, draft: Draft, at: tuple[SheetRow, int]) -> Datum | None:
        """A dash is what its remark says, else what the user says; without either it is asked."""
        row, column = at
        word = reason_word(draft.note) or self.dash
        if word is None:
            self._ask("table-unclear.dash", at, text=quoted(row.text(column)))
            return None
        return AbsentDatum(word, draft.note)

    # printed figures

    def _printed(
        self, draft: Draft, level: LevelPlan, heading: Heading, at: tuple[SheetRow, int], year: int | None
    ) -> None:
        row, column = at
        step = next(step for step in level.record.steps if step.name == heading.what)
        text = row.text(column)
        reading = self._read(draft, step.unit, heading, at)
        match reading.kind:
            case "number":
                where = self._where(row, column)
                draft.printed.append(PrintedDatum(step.name, year, reading.text, where=where))
            case "dash" | "word":
                self._note("not-imported.dash", at, text=quoted(text))
            case "refused":
                self._note("not-imported.cell", at, text=quoted(text))
            case "unclear" if not _DIGIT.search(text):
                self._note("not-imported.word-printed", at, text=quoted(text), figure=quoted(step.name))
            case "unclear" | "ambiguous" | "range" | "reference":
                self._note("not-imported.value", at, text=quoted(text))

    def _polarity(self, draft: Draft, declared: InputPlan, row: SheetRow, column: int) -> None:
        text = row.text(column)
        for pattern, word in (
            (_FALLING, "lower_is_better"),
            (_RISING, "higher_is_better"),
            (_NEAR, "closer_is_better"),
        ):
            if pattern.search(text):
                draft.data[declared.name] = word
                return
        self._note("not-imported.polarity", (row, column), text=quoted(text))

    def _where(self, row: SheetRow, column: int) -> str:
        place = self.sheet.place(row, column)
        return f"{PurePath(place.file).name}:{place.within}"

    def _note(self, key: str, at: tuple[SheetRow, int], **texts: str | Pair) -> None:
        self.notes.append(warn(key, self.sheet.place(*at), **texts))

    def _ask(self, key: str, at: tuple[SheetRow, int], **texts: str) -> None:
        """Asks once for a table: the answer holds for all its cells."""
        if not any(question.key == key for question in self.questions):
            self.questions.append(diagnose(key, self.sheet.place(*at), **texts))


def _shown(number: str) -> Pair:
    """Gives a plain number as messages show it in each language."""
    return quoted(indonesian(number)), quoted(number)

"""A sheet -> the text of a report; everything that is left out, taken as something, or asked."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from sakip_rules.diagnostics import DataError, Diagnostic, Place, UsageError, diagnose, quoted
from sakip_rules.importer.answers import TableAnswers
from sakip_rules.importer.asking import last_known, together
from sakip_rules.importer.columns import ColumnDecision, DecidedColumns
from sakip_rules.importer.drafts import report_text
from sakip_rules.importer.headings import BUDGET, TITLES
from sakip_rules.importer.layout import TableLayout, find_layout
from sakip_rules.importer.markdown import plain
from sakip_rules.importer.reading import TableImport
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import Sheet
from sakip_rules.sheets.book import oddities


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a report, and what is to be said of how it came out of its table."""

    text: str
    notes: tuple[Diagnostic, ...]
    records: int
    year: int
    is_printed: bool
    """Whether the table printed a figure that can be audited."""


def choose_sheets(sheets: Sequence[Sheet], plan: FrameworkPlan, answers: TableAnswers) -> list[Sheet]:
    """Gives the only sheet that is shown, or those of several that have a table."""
    shown = [sheet for sheet in sheets if not sheet.hidden]
    if len(shown) == 1:
        return shown
    return [sheet for sheet in shown if find_layout(plain(sheet), _known(plan, answers)) is not None]


def import_sheet(sheet: Sheet, plan: FrameworkPlan, reference: str, answers: TableAnswers) -> Imported:
    """Gives a table as a report of a framework.

    Raises `UsageError` with all questions that the table leaves open, `DataError` for cells that lie and for
    a sheet in which no table is found.
    """
    sheet = plain(sheet)
    layout = layout_of(sheet, plan, answers)
    decided = decide_columns(sheet, layout, plan, answers, (sheet.name, PurePath(sheet.file).stem))
    work = TableImport(sheet, plan, layout, decided, answers)
    work.read_rows()
    budget = _budget_below(work, answers)
    work.finish(has_budget_below=budget is not None)
    works = [work] if budget is None else [work, budget]
    mistakes = [mistake for each in works for mistake in each.values.mistakes]
    if mistakes:
        raise DataError(mistakes)
    questions = [*decided.questions, *_nameless(sheet, layout, decided), *_placeless(work)]
    questions += [question for each in works for question in each.values.questions]
    questions += budget.decided.questions if budget is not None else []
    if questions:
        raise UsageError(together([*questions, *_behind(sheet, plan, answers, questions)], sheet))
    notes = oddities(sheet)
    for each in works:
        notes += [*each.decided.notes, *each.notes, *each.values.notes]
    drafts = list(work.root.walk())
    is_printed = any(draft.printed for draft in drafts)
    assert decided.year is not None  # noqa: S101 - else it was asked
    text = report_text(work.head(reference), work.root)
    return Imported(text, tuple(notes), len(drafts) - 1, decided.year, is_printed)


def _budget_below(work: TableImport, answers: TableAnswers) -> TableImport | None:
    """Reads the table of programmes below one of indicators, as agreements have it, into the same report.

    Any other second table is left: the same indicators may stand in it once more.
    """
    if not work.layout.other or work.decided.year is None:
        return None
    sheet = dataclasses.replace(work.sheet, rows=work.layout.other)
    answers = dataclasses.replace(answers, columns={}, year=work.decided.year)
    layout = find_layout(sheet, _known(work.plan, answers))
    if layout is None:
        return None
    decided = decide_columns(sheet, layout, work.plan, answers)
    whats = {heading.what for heading in decided.columns.values()}
    first = {heading.what for heading in work.decided.columns.values()}
    is_budget = (
        "program" in whats and not whats.isdisjoint(BUDGET) and whats.isdisjoint(("target", "realisasi"))
    )
    if not is_budget or "indikator" not in first or not first.isdisjoint((*BUDGET, "program")):
        return None
    budget = TableImport(sheet, work.plan, layout, decided, answers)
    budget.root = work.root
    budget.read_rows()
    return budget


def _nameless(sheet: Sheet, layout: TableLayout, decided: DecidedColumns) -> list[Diagnostic]:
    """A table in which no column names records is asked which one does: no row of it would be imported."""
    whats = {heading.what for heading in decided.columns.values()}
    if not whats.isdisjoint(TITLES):
        return []
    what = "indikator" if whats.isdisjoint(BUDGET) else "program"
    headings = [heading.text for heading in layout.columns.values()]
    unknown = (heading.text for heading in layout.columns.values() if not heading.what)
    texts = {"known": ", ".join(map(quoted, headings)), "option": f"{what}={next(unknown, headings[0])}"}
    return [diagnose("table-unclear.names", Place(sheet.file, sheet=sheet.name), **texts)]


def _placeless(work: TableImport) -> list[Diagnostic]:
    """A table whose rows all lack the record that would hold them is asked what they are."""
    left = [note for note in work.notes if note.key == "not-imported.level"]
    named = [one for one in work.decided.columns.values() if one.what in work.plan.levels and not one.levels]
    above = [
        name
        for one in named
        for name, level in work.plan.levels.items()
        if one.what in level.below and name in TITLES
    ]
    if work.root.children or not left or not above:
        return []
    heading = named[0].text
    texts = {"heading": quoted(heading), "above": quoted(above[0]), "option": f"{above[0]}={heading}"}
    return [diagnose("table-unclear.placeless", left[0].place, **texts)]


def _behind(
    sheet: Sheet, plan: FrameworkPlan, answers: TableAnswers, questions: Sequence[Diagnostic]
) -> list[Diagnostic]:
    """What would be asked once the period is said, so that it is asked at once: of the last period."""
    period = next((last_known(one) for one in questions if one.key == "table-unclear.period"), None)
    if period is None:
        return []
    of_period = dataclasses.replace(answers, period=period)
    layout = layout_of(sheet, plan, of_period)
    work = TableImport(sheet, plan, layout, decide_columns(sheet, layout, plan, of_period), of_period)
    work.read()
    asked = {question.key for question in questions}
    return [question for question in work.values.questions if question.key not in asked]


def layout_of(sheet: Sheet, plan: FrameworkPlan, answers: TableAnswers) -> TableLayout:
    """Gives where the table stands in a sheet; raises `DataError` where no row reads as headings."""
    layout = find_layout(sheet, _known(plan, answers))
    if layout is None:
        key = "table-unclear.no-headings" if any(row.cells for row in sheet.rows) else "table-unclear.empty"
        raise DataError([diagnose(key, Place(sheet.file, sheet=sheet.name))])
    return layout


def _known(plan: FrameworkPlan, answers: TableAnswers) -> dict[str, str]:
    """The figures of all levels, and the headings that the user names."""
    said = {" ".join(text.lower().split()): what.partition("@")[0] for what, text in answers.columns.items()}
    return _figures(plan) | said


def decide_columns(
    sheet: Sheet,
    layout: TableLayout,
    plan: FrameworkPlan,
    answers: TableAnswers,
    names: Sequence[str] = (),
) -> DecidedColumns:
    """Gives what the columns of a table are, with all that is asked and said of them.

    `names` may say the year and period that the table does not: those of its sheet and file.
    """
    decision = ColumnDecision(sheet, layout, _figures(plan), names)
    return decision.decide(answers.columns, answers.year, answers.period)


def _figures(plan: FrameworkPlan) -> dict[str, str]:
    """The figures of all levels, by their names and titles in small letters."""
    found: dict[str, str] = {}
    for level in plan.levels.values():
        titles = {entry.name: entry.title for entry in level.record.inputs.values()}
        titles |= {step.name: step.title for step in level.record.steps}
        for name, title in titles.items():
            for word in (name, name.replace("_", " "), *title):
                found.setdefault(" ".join(word.lower().split()), name)
    return {word: name for word, name in found.items() if word not in TITLES}


def default_name(file: str) -> str:
    """Gives the name of the report that a table becomes."""
    return PurePath(file).with_suffix(".yaml").name

"""Rules as sheets with data as rows: what a live workbook can say of them, and whether it is right."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from tests.bundled import bundled
from tests.spreadsheets import Cell as Written
from tests.spreadsheets import Held, cell_value, same

from sakip_rules.evaluator import evaluate_rule
from sakip_rules.examples.comparison import Comparison
from sakip_rules.examples.outcome import ExampleOutcome
from sakip_rules.examples.runner import resolvers
from sakip_rules.exporters.workbook.absence import Absence
from sakip_rules.exporters.workbook.building import HEAD, LineBuilder, LineGroup, rule_line
from sakip_rules.exporters.workbook.cells import CellWriter, Content
from sakip_rules.exporters.workbook.grid import BookSheet, CellPlace, quoted_sheet
from sakip_rules.exporters.workbook.layout import TITLES, lay_out
from sakip_rules.exporters.workbook.lines import Given
from sakip_rules.exporters.workbook.refusals import Cause
from sakip_rules.expression import Type, parse
from sakip_rules.expression.tree import YEAR
from sakip_rules.extras import needed
from sakip_rules.literals import read_banded, read_code, read_literal
from sakip_rules.loader import LoadedRule
from sakip_rules.models import FormulaRule, ScaleRule, TableRule
from sakip_rules.plans import (
    InputPlan,
    RecordPlan,
    RulePlan,
    ScalePlan,
    StepPlan,
    TablePlan,
    number_input,
)
from sakip_rules.reader.values import InputReader
from sakip_rules.tables import Table
from sakip_rules.values import MISSING, Value
from sakip_rules.vocabulary import WORDS
from sakip_rules.wording.terms import ABSENT_WORDS

ABOUT: Final = "Keterangan"
ON_A_SHEET: Final = 40
"""So many rules share a sheet."""

Example = tuple[str, RulePlan, Mapping[str, Value]]
"""A title, a rule, and what its inputs are given."""


@dataclass(frozen=True)
class RuleSheets:
    """The sheets of rules, what stands in their cells, and which reference each group of lines is of."""

    groups: list[LineGroup]
    cells: dict[CellPlace, Content]
    helpers: dict[CellPlace, tuple[str, Value | str]]
    rules: list[str]

    def causes(self) -> dict[str, set[Cause]]:
        """Gives the rules of which a cell is a value, with what stands in its way."""
        found: dict[str, set[Cause]] = {}
        for line in (line for group in self.groups for line in group.lines):
            for content in (self.cells.get(line.place(key)) for key in line.offsets if key != YEAR):
                if content is not None and content.cause is not None:
                    found.setdefault(line.path, set()).add(content.cause)
        return found

    @property
    def sheets(self) -> list[BookSheet]:
        """Gives the sheets, each once."""
        return list(dict.fromkeys(group.sheet for group in self.groups))

    def formulas(self) -> dict[CellPlace, tuple[str, Held]]:
        """Gives every formula with what it must come to."""
        computed = {
            place: (content.formula, cell_value(content.value))
            for place, content in self.cells.items()
            if content.formula is not None
        }
        return computed | {place: (text, cell_value(value)) for place, (text, value) in self.helpers.items()}


class SharedSheets(LineBuilder):
    """Builds lines of which those of many rules share a sheet; rows of a collection keep one of their own.

    A spreadsheet takes longer to open four hundred sheets than to compute what stands in them.
    """

    def group(self, key: object, name: str, title: str, *, upright: bool = False) -> LineGroup:
        """Gives the group of a key; the key of a rule is its reference."""
        if key in self.groups or not isinstance(key, str):
            return super().group(key, name, title, upright=upright)
        of_rules = [group for known, group in self.groups.items() if isinstance(known, str)]
        is_full = len(of_rules) % ON_A_SHEET == 0
        number = len(of_rules) // ON_A_SHEET + 1
        sheet = BookSheet(self.names.name(f"Aturan {number}"), rows=HEAD) if is_full else of_rules[-1].sheet
        self.groups[key] = LineGroup(sheet, title, [], upright)
        return self.groups[key]


def bundled_sheets(examples: int | None = None) -> RuleSheets:
    """Gives the sheets of all bundled rules but frameworks, with so many examples of each, or all."""
    resolver_of = resolvers(bundled().checked)
    rows: list[Example] = []
    rules: list[str] = []
    for loaded in bundled().checked.usable:
        plan = resolver_of(loaded.rule.valid_from.year).plan_of(loaded)
        given = list(_given(loaded, plan))[:examples]
        rules += [loaded.rule.reference] if given else []
        rows += given
    return sheets_of(rows, rules)


def sheets_of(rows: Iterable[Example], rules: Sequence[str] = ()) -> RuleSheets:
    """Gives the sheets of rules, each with inputs as rows."""
    builder = SharedSheets("id")
    builder.names.name(ABOUT)
    for title, plan, values in rows:
        group = builder.group(plan.source.reference, plan.source.id.rpartition("/")[2], "")
        origins = {name: Given(values.get(name)) for name in plan.record.inputs}
        line = rule_line(plan, evaluate_rule(plan, values), group.sheet, title, origins)
        line.path = plan.source.reference  # what it calls and holds has the same
        builder.add(group, line)
    groups = builder.finish()
    columns = lay_out(groups)
    for number, group in enumerate(groups):  # helpers stand behind the columns of all that share a sheet
        group.sheet.width = max(group.sheet.width, TITLES + len(columns[number]))
    writer = CellWriter(Absence("id", f"'{ABOUT}'!$A$1:$A$4"))
    writer.groups(groups)
    helpers = {line.helper_place(key): made for (line, key), made in writer.helpers.items()}
    return RuleSheets(groups, writer.cells, helpers, list(rules))


def wrong(sheets: RuleSheets, *, empty: bool = False) -> dict[str, tuple[Held, Held]]:
    """Gives the cells whose formula does not come to what the engine gives, with both values."""
    found, wanted = recalculated(sheets, empty=empty), sheets.formulas()
    return {
        named(place): (found[place], value)
        for place, (text, value) in wanted.items()
        if not same(Written(text, value), found[place])
    }


def _given(loaded: LoadedRule, plan: object) -> Iterator[Example]:
    """The examples of a rule; a scale or table is called by a small one."""
    rule = loaded.rule
    if isinstance(rule, FormulaRule) and isinstance(plan, RulePlan):
        for number, example in enumerate(rule.examples):
            comparison = Comparison(loaded.document, ("examples", number), ExampleOutcome("", ("", "")))
            values = InputReader(comparison.report).record(example.given, plan.record, ("given",))
            yield example.title.id, plan, values
    elif isinstance(rule, ScaleRule) and isinstance(plan, ScalePlan):
        called = _calling(plan, {"nilai": number_input("nilai", plan.unit)})
        for one in rule.examples:
            yield one.title.id, called, {"nilai": read_banded(one.given, called.record.inputs["nilai"])}
    elif isinstance(rule, TableRule) and isinstance(plan, TablePlan):
        called = _calling(plan, {key: _key(plan, key) for key in rule.keys})
        read = read_code if isinstance(plan.table, Table) else partial(read_literal, declared=_key(plan, ""))
        for entry in rule.examples:
            written = entry.given if isinstance(entry.given, dict) else {rule.keys[0]: entry.given}
            yield entry.title.id, called, {key: read(written[key]) for key in rule.keys}


def _key(plan: TablePlan, name: str) -> InputPlan:
    if isinstance(plan.table, Table):
        return InputPlan(name, (name, name), "choice")
    return number_input(name, plan.unit)


def _calling(plan: ScalePlan | TablePlan, inputs: dict[str, InputPlan]) -> RulePlan:
    """A rule whose formula calls a scale or table with its inputs."""
    kind = Type("choice", is_category=True) if isinstance(plan, ScalePlan) else Type("number")
    formula = parse(f"daftar({', '.join(inputs)})")
    record = RecordPlan(inputs, (), (), {"daftar": plan})
    result = StepPlan("result", ("Hasil", "Result"), kind, None, formula)
    return RulePlan(plan.source, "index", record, result)


def book_of(sheets: RuleSheets) -> bytes:
    """Gives the sheets of rules as a workbook."""
    xlsxwriter = needed("xlsxwriter", "excel")

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    about = book.add_worksheet(ABOUT)
    for row, word in enumerate(WORDS):
        about.write_string(row, 0, ABSENT_WORDS[word][0])
    written = {sheet: book.add_worksheet(sheet.name) for sheet in sheets.sheets}
    formulas = sheets.formulas()
    for place, content in sheets.cells.items():
        if place not in formulas:
            written[place.sheet].write(place.row, place.column, cell_value(content.value))
    for place, (text, value) in formulas.items():
        stored = "" if value is None else value
        written[place.sheet].write_formula(place.row, place.column, f"={text}", None, stored)
    book.close()
    return out.getvalue()


def recalculated(sheets: RuleSheets, *, empty: bool = False) -> dict[CellPlace, Held]:
    """Gives what IronCalc makes of every formula; it is given the inputs and nothing else.

    With `empty` what is missing among the inputs is not written: its cells are empty.
    """
    import ironcalc  # noqa: PLC0415 - most tests need no spreadsheet

    model = ironcalc.create("aturan", "en", "UTC")
    model.rename_sheet(0, ABOUT)
    for row, word in enumerate(WORDS, 1):
        model.update_cell_with_text(0, row, 1, ABSENT_WORDS[word][0])
    places = {}
    for number, sheet in enumerate(sheets.sheets, 1):
        model.add_sheet(sheet.name)
        places[sheet] = number
    formulas = sheets.formulas()
    for place, content in sheets.cells.items():
        at = (places[place.sheet], place.row + 1, place.column + 1)
        value = cell_value(content.value)
        if place in formulas or (empty and content.role == "given" and content.value == MISSING):
            continue
        if isinstance(value, bool):
            model.update_cell_with_bool(*at, value)
        elif isinstance(value, str):
            model.update_cell_with_text(*at, value)
        elif value is not None:
            model.update_cell_with_number(*at, value)
    for place, (text, _) in formulas.items():
        model.set_user_input(places[place.sheet], place.row + 1, place.column + 1, f"={text}")
    model.evaluate()
    return {
        place: model.get_cell_value(places[place.sheet], place.row + 1, place.column + 1)
        for place in formulas
    }


def named(place: CellPlace) -> str:
    """Gives a cell as a person finds it."""
    return f"{quoted_sheet(place.sheet)}!{place.cell}"

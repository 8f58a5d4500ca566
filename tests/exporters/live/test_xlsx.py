"""The live workbook: its formulas give the engine's digits in a spreadsheet that has only the formulas."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.bundled import bundled
from tests.perturbed import perturbed
from tests.spreadsheets import Address, Cell, Recalculation, cell_value, cells_of, differences, recalculated

from sakip_rules.evaluator import evaluate_every_year
from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook import about, rounding
from sakip_rules.exporters.workbook.absence import Absence
from sakip_rules.exporters.workbook.cells import CellWriter
from sakip_rules.exporters.workbook.layout import lay_out
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.reader import ReportData

COPIES = 20
EXAMPLE = Path(__file__).parents[3] / "examples" / "dinsos-lumajang-2020.yaml"


@cache
def report() -> ReportData:
    """The report of 2020."""
    return bundled().read_report(EXAMPLE)


def live(data: ReportData) -> bytes:
    """Gives the live workbook of a report."""
    made = export("live", "xlsx", LiveReport(data, *evaluate_every_year(data)), Look("id"))
    assert isinstance(made, bytes)
    return made


@cache
def workbook() -> bytes:
    """The live workbook of the report of 2020."""
    return live(report())


def test_formulas_give_the_engine_s_digits() -> None:
    """Every formula of the report of 2020, recalculated, gives the value that the engine stored beside it."""
    written = cells_of(workbook())
    assert sum(cell.formula is not None for cell in written.values()) > 1_500
    assert differences(written, recalculated(workbook())) == {}


def computed(data: ReportData) -> dict[Address, Cell]:
    """Gives what the workbook of a report holds of its records, rules and data, without writing it."""
    groups = report_groups(data, evaluate_every_year(data)[1], "id")
    lay_out(groups)
    writer = CellWriter(Absence("id", about.words_range("id")))
    writer.groups(groups)
    made = {place: (content.formula, content.value) for place, content in writer.cells.items()}
    made |= {line.helper_place(key): helper for (line, key), helper in writer.helpers.items()}
    return {
        (place.sheet.name, place.cell): Cell(formula, cell_value(value))
        for place, (formula, value) in made.items()
    }


@pytest.mark.slow
def test_formulas_follow_their_inputs() -> None:
    """With the inputs of other reports, the workbook of 2020 gives what the engine gives for those."""
    original, spreadsheet = computed(report()), Recalculation(workbook())
    assert original.items() <= cells_of(workbook()).items()
    formulas = {place: cell.formula for place, cell in original.items() if cell.formula is not None}
    for seed in range(COPIES):
        copy = computed(perturbed(report(), seed))
        assert original.keys() == copy.keys()
        inputs = {place: cell.value for place, cell in copy.items() if place not in formulas}
        spreadsheet.change(inputs)
        assert sum(value != original[place].value for place, value in inputs.items()) > 30
        expected = {place: Cell(formula, copy[place].value) for place, formula in formulas.items()}
        assert differences(expected, spreadsheet.values(formulas)) == {}


@pytest.mark.slow
def test_a_wrong_rounding_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison can fail: with the half taken down instead of up, figures differ."""
    monkeypatch.setitem(rounding._FORMS, "half_up", "TRUNC({0})")  # noqa: SLF001 - the mistake is planted here
    wrong = live(report())
    assert len(differences(cells_of(wrong), recalculated(wrong))) > 50

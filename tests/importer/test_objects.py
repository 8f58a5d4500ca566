"""Records as objects."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from tests.importer.test_importing import FOLDER, FRAMEWORK, TABLES

from sakip_rules import Catalogue
from sakip_rules.diagnostics import Place
from sakip_rules.importer import ReportObject, TableAnswers, TableImport, decide_columns, layout_of
from sakip_rules.importer.drafts import AbsentDatum, Draft, RangeDatum, report_text
from sakip_rules.plans import FrameworkPlan
from sakip_rules.sheets import open_book


@pytest.mark.parametrize("name", TABLES)
def test_objects_are_what_the_text_says(name: str, bundled: Catalogue) -> None:
    """But for printed figures, which only an audit needs."""
    with open_book(FOLDER / name) as book:
        sheet = book.sheet().whole()
    plan = bundled.rule(FRAMEWORK, on=2020).plan
    assert isinstance(plan, FrameworkPlan)
    answers = TableAnswers(**TABLES[name])
    layout = layout_of(sheet, plan, answers)
    work = TableImport(sheet, plan, layout, decide_columns(sheet, layout, plan, answers), answers)
    work.read()
    head = work.head(FRAMEWORK)
    for draft in work.root.walk():
        draft.printed.clear()
    text = bundled.evaluate_report(io.StringIO(report_text(head, work.root)))
    assert bundled.evaluate_report(ReportObject(head, work.root).data).rows() == text.rows()


def test_a_datum_has_its_cell_and_a_record_its_row() -> None:
    """Of this year and of earlier ones; what has none has that of what it stands in."""
    title, now, before = (Place(str(Path("t.csv")), 2, at) for at in (1, 5, 9))
    child = Draft(
        "indikator",
        "Satu",
        title,
        data={"target": "1"},
        history={2019: {"target": AbsentDatum("missing", "x")}},
    )
    child.cells = {(None, "target"): now, (2019, "target"): before}
    made = ReportObject([("year", "2020", "")], Draft("dinas", "A", children=[child]))
    assert made.data == {
        "year": "2020",
        "indikator": [
            {
                "id": "satu",
                "title": "Satu",
                "target": "1",
                "history": {"2019": {"target": {"status": "missing", "note": "x"}}},
            }
        ],
    }
    assert made.place(("indikator", 0, "target")) == now
    assert made.place(("indikator", 0, "history", "2019", "target", "status")) == before
    assert made.place(("indikator", 0, "realisasi")) == title
    assert made.place(("framework",)) is None


def test_a_range_is_its_ends() -> None:
    """As a report is given by programs."""
    root = Draft("instansi", "Dinas", data={"batas": RangeDatum("1.5", "2")})
    assert ReportObject([], root).data["batas"] == {"min": "1.5", "max": "2"}

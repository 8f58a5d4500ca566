"""The workbook of an empty report: it can be read as it is, and says what may stand in it."""

from __future__ import annotations

from pathlib import Path

import openpyxl  # type: ignore[import-untyped]  # a second reader, for tests only
import pytest
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.exporters.workbook.form import form_workbook
from sakip_rules.forms.layout import LEVEL_MARK
from sakip_rules.plans import FrameworkPlan


def written(catalogue: Catalogue, framework: str, folder: Path) -> Path:
    """The workbook of a framework."""
    plan = catalogue.rule(framework, on=2024).plan
    assert isinstance(plan, FrameworkPlan)
    file = folder / "laporan.xlsx"
    file.write_bytes(form_workbook(plan, framework, 2024, "id"))
    return file


@pytest.mark.parametrize("framework", ["nasional/kerangka-lkjip", "lumajang/kerangka-pengukuran"])
def test_an_empty_form_is_a_report_that_can_be_computed(
    framework: str, tmp_path: Path, bundled: Catalogue
) -> None:
    """Nothing is given yet, and nothing is wrong."""
    report = bundled.evaluate_report(written(bundled, framework, tmp_path))
    assert [node.path for node in report.tree.root.walk()] == ["."]


def test_every_level_has_its_sheet_with_units_lists_and_notes(tmp_path: Path, bundled: Catalogue) -> None:
    """As another program sees them; cells to fill in are not locked, all others are."""
    book = openpyxl.load_workbook(written(bundled, "nasional/kerangka-lkjip", tmp_path))
    levels = {"sasaran", "indikator", "program", "kegiatan", "subkegiatan"}
    assert book.sheetnames[:2] == ["Petunjuk", "Laporan"]
    assert book.sheetnames[-2:] == ["Data", "Tercetak"]
    assert set(book.sheetnames[2:-2]) == levels
    assert book.sheetnames.index("program") < book.sheetnames.index("kegiatan")
    sheet = book["program"]
    assert [sheet["A1"].value, sheet["B1"].value] == [LEVEL_MARK, "program"]
    keys = {cell.value: cell.column for cell in sheet[2]}
    assert sheet.cell(4, keys["pagu"]).value == "rupiah"
    lists = [
        rule.formula1 for rule in book["indikator"].data_validations.dataValidation if rule.type == "list"
    ]
    words = ("makin tinggi makin baik", "makin rendah makin baik", "makin dekat ke target makin baik")
    assert lists[0] == f'"{",".join(words)}"'
    assert sheet.protection.sheet
    assert sheet["A2"].protection.locked


def test_ranges_have_two_columns_and_collections_stand_among_the_data(tmp_path: Path) -> None:
    """Also those of the report itself."""
    body = """
      levels:
        dinas:
          inputs: {target: {type: range}, buka: {type: truth}}
          steps: {capaian: target.max - target.min if buka else 0}
        seksi:
          under: dinas
          inputs: {triwulan: {each: {inputs: {nilai: {}}}}, mutu: {type: choice, choices: [A, B]}}
          result: jumlah
          steps: {jumlah: sum(triwulan.nilai)}
    """
    catalogue = rules(tmp_path, {"framework a": body})
    book = openpyxl.load_workbook(written(catalogue, "contoh/a", tmp_path))
    assert [row[0].value for row in book["Laporan"].iter_rows()][-3:] == ["target.min", "target.max", "buka"]
    assert [cell.value for cell in book["seksi"][2]][-1] == "mutu"

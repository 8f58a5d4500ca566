"""Names of cells."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction

import pytest
from tests.spreadsheets import cells_of

from sakip_rules.exporters import Look, export
from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.naming import name_of


@pytest.mark.parametrize(
    ("figure", "path", "name"),
    [
        ("capaian", ".", "capaian"),
        ("capaian", "tata-kelola/nilai-sakip", "capaian.tata_kelola.nilai_sakip"),
        ("tw1", "a", "tw1.a"),
        ("tw1", ".", None),
        ("r1", ".", None),
        ("c", ".", None),
        ("r1c1", ".", None),
        ("x", "y" * 254, None),
        ("print_area", ".", None),
        ("print_area", "a", "print_area.a"),
        ("true", ".", None),
    ],
)
def test_a_name_is_figure_and_path(figure: str, path: str, name: str | None) -> None:
    """Unless a spreadsheet would take it for a cell, or keeps it for itself, or it is too long."""
    assert name_of(figure, path) == name


def test_names_lead_to_the_cells_of_the_report_s_year(small: LiveReport) -> None:
    """Of inputs and results; each where the figure of that record stands."""
    made = export("live", "xlsx", small, Look("id"))
    assert isinstance(made, bytes)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        text = archive.read("xl/workbook.xml").decode()
    named = dict(re.findall(r'<definedName name="([a-z][^"]*)">([^<]+)<', text))
    cells = cells_of(made)
    checked = 0
    for node in small.tree.root.walk():
        for figure in node.now.record.figures.values():
            name = name_of(figure.name, node.path)
            if name is None or not isinstance(figure.value, Fraction):
                continue
            sheet, _, cell = named[name].replace("'", "").replace("$", "").partition("!")
            held = cells[sheet, cell].value
            assert isinstance(held, float)
            assert abs(Fraction(held) - figure.value) < Fraction(1, 10**9)
            checked += 1
    assert checked > 5

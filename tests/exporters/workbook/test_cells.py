from fractions import Fraction

from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.absence import Absence
from sakip_rules.exporters.workbook.cells import CellWriter, category_key
from sakip_rules.exporters.workbook.layout import lay_out
from sakip_rules.exporters.workbook.names import outward
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.values import MISSING


def test_every_figure_has_a_cell_with_its_value(small: LiveReport) -> None:
    """Inputs are given, all else is computed; a range has two cells, a figure with a scale its category."""
    groups = report_groups(small.data, small.years, "id")
    lay_out(groups)
    writer = CellWriter(Absence("id", "X!A1:A4"))
    writer.groups(groups)
    a, b = groups[1].lines[:2]
    found = {key: writer.cells[a.place(key)] for key in a.offsets if a.place(key) in writer.cells}
    assert found["target"].role == "given"
    assert found["target"].value == Fraction(50)
    assert (found["batas.min"].value, found["batas.max"].value) == (Fraction(40), Fraction(50))
    assert found["realisasi"].role == found["capaian"].role == "computed"
    assert found[category_key("capaian")].value == "Rendah"
    assert writer.cells[b.place("realisasi")].value == MISSING
    assert {content.cause for content in writer.cells.values()} == {None}
    assert outward("hasil") not in a.offsets

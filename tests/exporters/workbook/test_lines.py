from fractions import Fraction

from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.layout import lay_out
from sakip_rules.exporters.workbook.lines import UPRIGHT, UPRIGHT_YEAR
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.expression import parse
from sakip_rules.expression.tree import YEAR


def test_a_line_knows_its_places_rows_and_values(small: LiveReport) -> None:
    """What stands below one another is in the column of values; parts of formulas have their value."""
    groups = report_groups(small.data, small.years, "id")
    lay_out(groups)
    root, indicator = groups[0].lines[0], groups[1].lines[0]
    assert root.place("capaian")[1:] == (root.at + 1, UPRIGHT)
    assert root.place(YEAR)[1:] == (root.at, UPRIGHT_YEAR)
    assert indicator.helper_place("x").column == groups[1].sheet.width
    rows = root.flattened(("indikator",))
    assert rows is not None
    assert [row.path for row in rows] == ["a", "b", "c"]
    assert root.value(parse("year + 1").root) == Fraction(2021)
    assert indicator.value(parse("target / 2").root) == Fraction(25)
    assert root.value(parse("indikator.target").root, indicator, ("indikator",)) == Fraction(50)

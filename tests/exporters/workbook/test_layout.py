from sakip_rules.exporters.subjects import LiveReport
from sakip_rules.exporters.workbook.layout import TITLES, columns_of, lay_out
from sakip_rules.exporters.workbook.records import report_groups
from sakip_rules.expression.tree import YEAR


def test_figures_of_a_level_stand_in_the_same_columns(small: LiveReport) -> None:
    """Inputs, then steps, each with its category behind it; helpers stand behind them all."""
    groups = report_groups(small.data, small.years, "id")
    columns = lay_out(groups)
    keys = [column.key for column in columns[1]]
    assert keys == [
        *("realisasi", "target", "batas.min", "batas.max", "aktif", "arah"),
        *("capaian", "capaian#", "akar", "predikat"),
    ]
    group = groups[1]
    assert all(line.offsets == group.lines[0].offsets for line in group.lines)
    assert group.lines[0].offsets["realisasi"] == TITLES
    assert group.lines[0].offsets[YEAR] == TITLES - 1
    assert group.sheet.width == TITLES + len(keys) + 1
    assert columns[1][7].is_category


def test_upright_lines_have_a_block_each(small: LiveReport) -> None:
    """The root, and the data of indicators: one value below another, a heading above."""
    groups = report_groups(small.data, small.years, "id")
    lay_out(groups)
    first, second = groups[0].lines
    assert first.upright
    assert list(first.offsets.values()) == [1, 2]
    assert second.at == first.at + len(columns_of(first)) + 2

import pytest

from sakip_rules.explainer.lines import unpainted
from sakip_rules.exporters.columns import EMPTY, Cell, Layout, Row

ROWS = [
    Row("Capaian", (Cell("267", ",71 %", "Baik Sekali"), Cell("98", ",8 %", "Baik"))),
    Row("Pagu", (Cell("5.085.713.014"), EMPTY)),
]


def shown(rows: list[Row], total: int, years: tuple[int, ...] = (2020, 2019)) -> list[str]:
    """The rows as lines, the years above them."""
    layout = Layout.of(rows, years, total)
    return [*layout.heads(unpainted), *(line for row in rows for line in layout.lines(row, unpainted))]


def test_years_stand_side_by_side_where_they_fit() -> None:
    """One line a figure, decimal points under each other, the years above."""
    assert shown(ROWS, 80) == [
        "                    2020                    2019",
        "  Capaian            267,71 %  Baik Sekali  98,8 %  Baik",
        "  Pagu     5.085.713.014",
    ]


def test_earlier_years_stand_below_where_they_do_not_fit() -> None:
    """Then each year with a value has a line, named by the year."""
    assert shown(ROWS, 45) == [
        "  Capaian            267,71 %  Baik Sekali",
        "    2019              98,8 %   Baik",
        "  Pagu     5.085.713.014",
    ]


def test_a_large_amount_reaches_to_the_left_where_room_is_scarce() -> None:
    """It does not widen the column; where the label is in its way, it stands below."""
    wide = Row("Realisasi anggaran dan belanja", (Cell("4.929.914.273"), EMPTY))
    assert shown([*ROWS, wide], 50)[2:] == [
        "  Pagu             5.085.713.014",
        "  Realisasi anggaran dan",
        "    belanja",
        "    4.929.914.273",
    ]


def test_a_long_remark_stands_below_with_its_year() -> None:
    """It is wrapped there, and shapes no column."""
    row = Row(
        "Capaian", (Cell("1", "", "x"), Cell("–", "", "belum ada karena survei baru dimulai tahun ini"))
    )
    assert shown([row], 50) == [
        "           2020  2019",
        "  Capaian  1  x  –",
        "    2019: belum ada karena survei baru dimulai",
        "      tahun ini",
    ]


@pytest.mark.parametrize("total", [30, 40, 60, 120])
def test_no_text_is_lost_at_any_width(total: int) -> None:
    """Every word of every cell is there."""
    words = " ".join(shown(ROWS, total)).split()
    assert {"267,71", "Sekali", "98,8", "Baik", "5.085.713.014", "Capaian", "Pagu"} <= set(words)


def test_what_no_column_can_hold_stands_below() -> None:
    """A number of fifty digits is whole even on the narrowest screen."""
    long = "1" * 50
    assert shown([Row("Capaian", (Cell(long, ",5", "x"),))], 20, (2020,)) == [
        "  Capaian",
        f"    {long},5",
        "    x",
    ]
    wide = Row("Pagu", (Cell("1.111.111", ",123456789012 rupiah"),))
    assert shown([wide], 20, (2020,)) == ["  Pagu", "    1.111.111,123456789012 rupiah"]

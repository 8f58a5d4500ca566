import pytest

from sakip_rules.explainer.lines import Paint, Style, unpainted
from sakip_rules.exporters.columns import EMPTY, Cell, Labelled, Layout, beside, painted

ENTRIES = [
    Labelled("Capaian", (Cell("267", ",71 %", "Baik Sekali"), Cell("98", ",8 %", "Baik"))),
    Labelled("Pagu", (Cell("5.085.713.014"), EMPTY)),
]


def shown(entries: list[Labelled], total: int, heads: tuple[str, ...] = ("2020", "2019")) -> list[str]:
    """The entries as lines, the heads above them."""
    layout = Layout.of(entries, heads, total)
    return [
        *layout.heading(unpainted),
        *(line for entry in entries for line in layout.lines(entry, unpainted)),
    ]


def test_years_stand_side_by_side_where_they_fit() -> None:
    """One line a figure, decimal points under each other, the years above."""
    assert shown(ENTRIES, 80) == [
        "                    2020                    2019",
        "  Capaian            267,71 %  Baik Sekali  98,8 %  Baik",
        "  Pagu     5.085.713.014",
    ]


def test_earlier_years_stand_below_where_they_do_not_fit() -> None:
    """Then each year with a value has a line, named by the year."""
    assert shown(ENTRIES, 45) == [
        "  Capaian            267,71 %  Baik Sekali",
        "    2019              98,8 %   Baik",
        "  Pagu     5.085.713.014",
    ]


def test_a_large_amount_reaches_to_the_left_where_room_is_scarce() -> None:
    """It does not widen the column; where the label is in its way, it stands below."""
    wide = Labelled("Realisasi anggaran dan belanja", (Cell("4.929.914.273"), EMPTY))
    assert shown([*ENTRIES, wide], 50)[2:] == [
        "  Pagu             5.085.713.014",
        "  Realisasi anggaran dan",
        "    belanja",
        "    4.929.914.273",
    ]


def test_a_long_remark_stands_below_with_its_year() -> None:
    """It is wrapped there, and shapes no column."""
    entry = Labelled(
        "Capaian", (Cell("1", "", "x"), Cell("–", "", "belum ada karena survei baru dimulai tahun ini"))
    )
    assert shown([entry], 50) == [
        "           2020  2019",
        "  Capaian  1  x  –",
        "    2019: belum ada karena survei baru dimulai",
        "      tahun ini",
    ]


@pytest.mark.parametrize("total", [30, 40, 60, 120])
def test_no_text_is_lost_at_any_width(total: int) -> None:
    """Every word of every cell is there."""
    words = " ".join(shown(ENTRIES, total)).split()
    assert {"267,71", "Sekali", "98,8", "Baik", "5.085.713.014", "Capaian", "Pagu"} <= set(words)


def test_what_no_column_can_hold_stands_below() -> None:
    """A number of fifty digits is whole even on the narrowest screen."""
    long = "1" * 50
    assert shown([Labelled("Capaian", (Cell(long, ",5", "x"),))], 20, ("2020",)) == [
        "  Capaian",
        f"    {long},5",
        "    x",
    ]
    wide = Labelled("Pagu", (Cell("1.111.111", ",123456789012 rupiah"),))
    assert shown([wide], 20, ("2020",)) == ["  Pagu", "    1.111.111,123456789012", "      rupiah"]


SIDES = [Labelled("capaian@2020", (Cell("267,70"), Cell("267,71"))), Labelled("pagu", (Cell("1"), Cell("–")))]


def test_even_columns_stand_behind_the_longest_label() -> None:
    """All as wide as the widest value or head, and the title beside the heads where there is room."""
    layout = Layout.even(SIDES, ("tercetak", "dihitung"), 60)
    lines = [*layout.heading(unpainted, "Dipotong"), *layout.lines(SIDES[0], unpainted)]
    assert lines == ["Dipotong        tercetak  dihitung", "  capaian@2020    267,70    267,71"]
    assert list(layout.heading(unpainted, "Tidak dapat dihitung")) == [
        "Tidak dapat dihitung",
        "                tercetak  dihitung",
    ]


def test_a_value_wider_than_its_column_stands_below_with_its_head() -> None:
    """A quarter of the line is the most that a column takes."""
    wide = Labelled("predikat", (Cell("Baik"), Cell("Sangat Baik Sekali")))
    layout = Layout.even([wide], ("cetak", "hitung"), 40)
    assert list(layout.lines(wide, unpainted)) == ["  predikat       Baik", "    hitung Sangat Baik Sekali"]


def test_texts_stand_beside_each_other_where_they_fit() -> None:
    """Else below each other, the later ones indented; the first is never cut."""
    texts: list[tuple[str, Style]] = [("contoh/skala@1.0.0", "result"), ("skala · sejak 2018", "quiet")]
    assert beside(texts, 38, unpainted) == ["contoh/skala@1.0.0  skala · sejak 2018"]
    assert beside(texts, 37, unpainted, "  ") == ["contoh/skala@1.0.0", "  skala · sejak 2018"]


def test_every_line_of_a_text_is_painted() -> None:
    """A colour ends at the end of its line."""
    paint: Paint = lambda text, style: f"<{style}>{text}</>"  # noqa: E731 - shorter than a function
    assert painted("satu dua tiga empat lima enam", "quiet", 24, paint) == [
        "<quiet>satu dua tiga empat lima</>",
        "<quiet>  enam</>",
    ]

"""Bars to one scale."""

import re
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from sakip_rules.pictures.bars import Bands, Bar, BarGroup, Shade, bar_picture

VALUES = st.fractions(min_value=0, max_value=200, max_denominator=100)


def widths(values: list[Fraction | None]) -> list[float]:
    """How long the bars of values are drawn."""
    groups = [BarGroup("baris", [Bar(value, "angka")]) for value in values]
    drawn = bar_picture("gambar", groups, "judul", "isi")
    return [float(width) for width in re.findall(r'<rect[^>]* width="([0-9.]+)"', drawn)]


@given(VALUES, VALUES)
def test_bars_are_as_long_as_their_values(one: Fraction, other: Fraction) -> None:
    """The longer bar is that of the larger value, in the same proportion, to a unit of the drawing."""
    first, second, whole = widths([one, other, Fraction(100)])
    assert abs(first - float(one) / 100 * whole) <= 1
    assert abs(second - float(other) / 100 * whole) <= 1


def test_a_bar_that_is_too_long_goes_on_with_an_arrow() -> None:
    """451 per cent is drawn to the edge, and its number says how much it is."""
    drawn = bar_picture("gambar", [BarGroup("IKU", [Bar(Fraction(451), "451,09")])], "judul", "isi")
    assert drawn.count("<polygon") == 1
    assert ">451,09<" in drawn


def test_a_value_that_is_not_there_has_no_bar() -> None:
    """Its words stand where the bar would begin."""
    drawn = bar_picture("gambar", [BarGroup("KS", [Bar(None, "tidak berlaku")])], "judul", "isi")
    assert "<rect" not in drawn
    assert ">tidak berlaku<" in drawn


def test_long_labels_stand_on_several_lines() -> None:
    """Nothing of the name of an indicator is lost, and the bar stands below its last line."""
    name = "Persentase PMKS yang kesejahteraan sosialnya meningkat setelah mendapatkan bantuan"
    drawn = bar_picture("gambar", [BarGroup(name, [Bar(Fraction(50), "50")])], "judul", "isi")
    lines = re.findall(r'<text x="2" y="([0-9.]+)"[^>]*>([^<]+)<', drawn)
    assert " ".join(text for _, text in lines) == name
    bar = re.search(r'<rect[^>]* y="([0-9.]+)"', drawn)
    assert bar is not None
    assert float(bar[1]) > max(float(y) for y, _ in lines)


def test_names_of_bands_do_not_run_into_the_colour_of_the_next() -> None:
    """A letter of the widest words takes two thirds of its height of 12 units."""
    shades = [Shade(Fraction(at), Fraction(at + 1), "aa0000", "Memuaskan") for at in range(3)]
    bars = [BarGroup("a", [Bar(Fraction(1), "1")])]
    drawn = bar_picture("g", bars, "judul", "isi", bands=Bands(shades, {}))
    names = [float(x) for x in re.findall(r'<text x="([0-9.]+)" y="13"[^>]*>Memuaskan<', drawn)]
    colours = [float(x) for x in re.findall(r'<rect x="([0-9.]+)" y="4"', drawn)]
    assert len(names) == 3
    assert all(after - name >= 12 * 0.67 * 9 for name, after in zip(names, colours[1:], strict=False))


def test_bands_are_shaded_behind_the_bars_and_named() -> None:
    """From end to end of the drawing, where a band has no end of its own; numbers stand behind them all."""
    shades = [
        Shade(None, Fraction(50), "aa0000", "Kurang"),
        Shade(Fraction(50), Fraction(300), "00aa00", "Baik"),
        Shade(Fraction(300), None, "0000aa", "Luar biasa"),
    ]
    groups = [BarGroup("satu", [Bar(Fraction(25), "25")]), BarGroup("dua", [Bar(Fraction(75), "75")])]
    drawn = bar_picture(
        "g", groups, "judul", "isi", bands=Bands(shades, {Fraction(50): "50", Fraction(300): "300"})
    )
    assert drawn.count('style="fill:#aa0000"') == 3
    assert drawn.count('style="fill:#0000aa"') == 1
    assert [name for name in ("Kurang", "Baik", "Luar biasa", "50", "100") if f">{name}<" not in drawn] == []
    assert ">300<" not in drawn
    places = re.findall(r'<text x="([0-9.]+)"[^>]*>(?:25|75)<', drawn)
    assert len(set(places)) == 1


def test_names_of_bands_go_on_below() -> None:
    """Ten long names need more than one line."""
    shades = [Shade(Fraction(at), Fraction(at + 1), "aa0000", "kategori panjang") for at in range(10)]
    drawn = bar_picture(
        "g", [BarGroup("a", [Bar(Fraction(1), "1")])], "judul", "isi", bands=Bands(shades, {})
    )
    heights = set(re.findall(r'<text x="[0-9.]+" y="([0-9.]+)"[^>]*>kategori panjang<', drawn))
    assert len(heights) > 1

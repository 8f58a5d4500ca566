"""Lines from year to year."""

import re
from fractions import Fraction
from itertools import pairwise

from sakip_rules.pictures.years import Series, years_picture


def drawn(*series: Series) -> str:
    """A picture of some lines."""
    return years_picture("gambar", series, "judul", "isi")


def line(name: str, **points: int) -> Series:
    """A line through whole numbers, by `y2019=…`."""
    return Series(name, {int(year[1:]): (Fraction(value), str(value)) for year, value in points.items()})


def test_a_year_without_a_value_breaks_the_line() -> None:
    """Two years, a gap, two years: two pieces, four dots; a lone year is a dot."""
    made = drawn(line("a", y2018=1, y2019=2, y2021=3, y2022=4), line("b", y2020=5))
    assert made.count("<polyline") - made.count("sign") == 2
    assert made.count("<circle") == 5


def test_higher_values_stand_higher() -> None:
    """On a drawing, up is less."""
    made = drawn(line("a", y2019=10, y2020=40))
    low, high = (float(y) for y in re.findall(r'<circle[^>]* cy="([0-9.]+)"', made))
    assert high < low


def test_numbers_of_a_year_do_not_cover_one_another() -> None:
    """Three values that are nearly the same stand apart, and the same value is told once."""
    made = drawn(line("a", y2019=99), line("b", y2019=100), line("c", y2019=101), line("d", y2019=101))
    heights = sorted(
        float(y) for y in re.findall(r'<text x="[0-9.]+" y="(-?[0-9.]+)"[^>]*>(?:99|100|101)<', made)
    )
    assert len(heights) == 3
    assert min(high - low for low, high in pairwise(heights)) >= 11


def test_a_year_that_nobody_names_breaks_the_line() -> None:
    """2018 and 2020 are not neighbours."""
    made = drawn(line("a", y2018=1, y2020=2))
    assert made.count("<polyline") - made.count("sign") == 0
    assert made.count("<circle") == 2


def test_why_there_is_no_value_stands_in_its_year() -> None:
    """Each reason once; the year has its place on the axis."""
    gaps = {2019: "belum ada"}
    made = drawn(Series("a", {2020: (Fraction(1), "1")}, gaps), Series("b", {2020: (Fraction(2), "2")}, gaps))
    assert made.count(">belum ada<") == 1
    assert ">2019<" in made


def test_no_number_stands_outside_the_picture() -> None:
    """However many lines end near the highest value."""
    made = drawn(*(line(f"seri {at}", y2019=1, y2020=100 + at) for at in range(6)))
    heights = [float(y) for y in re.findall(r'<text x="[0-9.]+" y="(-?[0-9.]+)"', made)]
    assert min(heights) >= 9


def test_lines_of_high_values_are_told_apart() -> None:
    """From 72 to 107 the line rises by half of the drawing; from 1 on, by all of it."""
    for low, share in ((72, 0.5), (1, 0.99)):
        made = drawn(line("a", y2019=low, y2020=107))
        first, last = (float(y) for y in re.findall(r'<circle[^>]* cy="([0-9.]+)"', made))
        (foot,) = (float(y) for y in re.findall(r'y1="([0-9.]+)"[^>]*class="chart__axis"', made))
        assert (first - last) / (foot - last) >= share


def test_long_names_of_lines_stand_whole() -> None:
    """On as many lines as they need, within the picture."""
    name = "Prevalensi stunting pada anak di bawah lima tahun menurut Survei Status Gizi Indonesia"
    made = drawn(line(name, y2019=1, y2020=2), line("b", y2019=3))
    lines = re.findall(r'<text x="36" y="([0-9.]+)"[^>]*>([^<]+)<', made)
    assert " ".join(text for _, text in lines) == f"{name} b"
    height = re.search(r'viewBox="0 0 360 ([0-9.]+)"', made)
    assert height is not None
    assert max(float(y) for y, _ in lines) < float(height[1])

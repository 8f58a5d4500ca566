"""Expected values of the rules by which other offices rate a government: classes, and some formulas.

Each is computed here a second time, from what its source says, with fractions of the standard library.
Nothing of sakip_rules is imported, so a mistake of the engine cannot hide in an expected value. The examples
in the rule files are read only for what is given and what is expected.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction

from tests.independent.ikpa import Answer, Given, half_up, lower_closed, scale, upper_closed

# A class and the value where it begins, from the top; the ends belong to the class above them.
FROM = """
spi-kategori@1.0.0: Terjaga 78, Waspada 73, Rentan 0
statistik-sektoral-predikat@1.0.0: Memuaskan 4.2, Sangat Baik 3.5, Baik 2.6, Cukup 1.8, Kurang 1
"""
# The same where the value at an end belongs to the class below it; the lowest begins below everything.
ABOVE = """
mcp-kategori@1.0.0: Hijau 75, Biru 50, Kuning 25, Merah -1
kearsipan-kategori@1.0.0: Sangat Memuaskan 90, Memuaskan 80, Sangat Baik 70, Baik 60, \
Cukup 50, Kurang 30, Sangat Kurang -1
desa-status-idm@1.0.0: Mandiri 0.8155, Maju 0.7072, Berkembang 0.5989, Tertinggal 0.4907, Sangat Tertinggal -1
"""
# From, after rounding half up to two places.
ROUNDED = """
inovasi-daerah-predikat@1.0.0: Sangat Inovatif 60.01, Inovatif 35, Kurang Inovatif 0.01, Tidak Dapat Dinilai 0
"""


def classes(text: str) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """The scales of a list: reference, and its bands from the top as pairs of beginning and name."""
    for line in filter(None, text.splitlines()):
        reference, _, bands = line.partition(": ")
        pairs = (band.rpartition(" ") for band in bands.split(", "))
        yield reference, [(low, name) for name, _, low in pairs]


CLASS: dict[str, Callable[[Fraction], str]] = {
    **{reference: lower_closed(*bands) for reference, bands in classes(FROM + ROUNDED)},
    **{reference: upper_closed(*bands) for reference, bands in classes(ABOVE)},
}


def innovation(given: Given) -> Answer:
    """Points of the unit and of its innovations, these divided by ten at least, in percent of all points."""
    mature = [Fraction(row["kematangan"]) for row in given["inovasi"]]
    points = sum(mature, Fraction(0)) / max(10, len(mature)) + Fraction(given["skor_jumlah"])
    result = half_up((Fraction(given["spd"]) + points) / Fraction(given["skor_maksimum"]) * 100)
    return {"sid": points, "result": result, "category": CLASS["inovasi-daerah-predikat@1.0.0"](result)}


PLACES = {reference: 2 for reference, _ in classes(ROUNDED)}
COMPUTE: dict[str, Callable[[Given], Answer]] = {
    **{reference: scale(classify, PLACES.get(reference)) for reference, classify in CLASS.items()},
    "inovasi-daerah-indeks@1.0.0": innovation,
}

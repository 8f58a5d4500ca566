"""LKjIP Dinas Sosial Kabupaten Lumajang 2020, calculated a second time by plain arithmetic.

Nothing of the package is imported. The raw counts, targets and budgets stand here, copied from the printed
report; its report file is read only for the list of printed figures. Each computed figure is rounded half up
to two places and the rounded figure is used by the next one, as the agency's framework says.

Run it to write `lumajang-expected.csv` beside it and print the table. It stops if a cause that is named below
does not give the printed digits, so the causes are calculated too, except misprints and categories.
"""

import csv
import io
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from tests.plain import plain

HERE = Path(__file__).parent
REPORT = HERE.parent.parent / "examples" / "dinsos-lumajang-2020.yaml"
TABLE = HERE / "lumajang-expected.csv"
LEVELS = ("sasaran", "indikator", "mata_anggaran", "program", "kegiatan", "perhitungan")
COLUMNS = ("path", "figure", "year", "where", "printed", "recomputed", "verdict", "kind", "cause")

Key = tuple[str, str, int]
Row = dict[str, str]


class Activity(NamedTuple):
    """What the report prints of one activity."""

    target: str | None
    fractions: list[tuple[int, int]]
    budget: int
    spent: int


ROOT = "."
PMKS, PSKS = "kesejahteraan-pmks", "jumlah-peran-psks"
SERVED, BETTER, SUPPORTED = (
    f"{PMKS}/penanganan",
    f"{PMKS}/kesejahteraan-meningkat",
    f"{PSKS}/peningkatan-psks",
)
REGENT, ACCURACY = "iku-bupati", "ketepatan-sasaran"

# indicator -> year -> (numerator, denominator, target); 2019 of PSKS is known only as a percentage.
INDICATORS: dict[str, dict[int, tuple[int, int, str | None]]] = {
    SERVED: {2020: (426794, 541897, "29.42"), 2019: (125158, 473559, "26.75")},
    BETTER: {2020: (266787, 541897, "17.46")},
    SUPPORTED: {2020: (608, 734, "82")},
    REGENT: {2020: (426794, 541897, "17.46")},
    ACCURACY: {2020: (266787, 426794, None)},
}
END_OF_PLAN = {SERVED: "39.16", BETTER: "23.24", SUPPORTED: "86"}
GIVEN_ABSORPTION = {PMKS: "98.37", PSKS: "97.71"}

# programme -> activity -> (target, fractions, budget, spent); staff and office lines have no performance.
PROGRAMMES: dict[str, dict[str, Activity]] = {
    "administrasi-perkantoran": {"operasional-perkantoran": Activity(None, [], 758859800, 714614330)},
    "sarana-prasarana": {
        "pengadaan": Activity(None, [], 150116700, 147944000),
        "pemeliharaan": Activity(None, [], 183936400, 179802982),
    },
    "sistem-pelaporan": {
        "lakip": Activity(None, [], 1062000, 1062000),
        "keuangan-semesteran": Activity(None, [], 550000, 550000),
        "keuangan-akhir-tahun": Activity(None, [], 4086000, 4086000),
        "rka": Activity(None, [], 7362000, 7316000),
    },
    "perlindungan-jaminan": {
        "bencana-alam": Activity("29.42", [(16699, 16699)], 114260000, 113844500),
        "bencana-sosial": Activity("29.42", [(10070, 9040)], 35025000, 30188500),
        "jaminan-sosial": Activity("29.42", [(556807, 1132159), (162345, 443911)], 59032000, 59025000),
    },
    "penanganan-pemberdayaan": {
        "fakir-miskin": Activity("29.42", [(58190, 143213)], 503988000, 489786860),
        "kelembagaan-sosial": Activity("82", [(608, 734)], 243320500, 242292750),
        "kepahlawanan": Activity("82", [(2, 2)], 147259500, 141151500),
    },
    "rehabilitasi-sosial": {
        "anak-lansia": Activity("29.42", [(615, 996)], 428515750, 426303250),
        "tuna-sosial": Activity("29.42", [(286, 1401)], 61287500, 54054500),
        "disabilitas": Activity("29.42", [(4795, 5041)], 5391500, 5075000),
    },
    "pembinaan-lingkungan": {"pelatihan-keterampilan": Activity("29.42", [(40, 1421)], 175000000, 172930000)},
}
STAFF_BUDGET, PRINTED_BUDGET, PRINTED_SPENT = 2206660364, 5085713014, 4929914273


def half_up(value: Fraction, places: int) -> Fraction:
    """The value with so many places, ties away from zero."""
    scaled = abs(value) * 10**places + Fraction(1, 2)
    return Fraction(scaled.numerator // scaled.denominator, 10**places) * (-1 if value < 0 else 1)


def cut(value: Fraction, places: int) -> Fraction:
    """The value with so many places, the rest left off."""
    scaled = abs(value) * 10**places
    return Fraction(scaled.numerator // scaled.denominator, 10**places) * (-1 if value < 0 else 1)


def text(value: Fraction, places: int) -> str:
    """A value that already has so many places, as digits."""
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


def mean(values: list[Fraction]) -> Fraction:
    """Their sum divided by their number."""
    return sum(values, Fraction(0)) / len(values)


def achieved(realised: Fraction, target: Fraction) -> Fraction:
    """The report's first formula."""
    return realised / target * 100


def category(value: Fraction) -> str:
    """The four bands of Tabel III.1."""
    if value > 100:
        return "Baik Sekali"
    if value > 75:
        return "Baik"
    return "Cukup" if value >= 55 else "Kurang"


class Book:
    """Every figure as it is before its own rounding; `carried` is what the next figure uses."""

    def __init__(self) -> None:
        self.exact: dict[Key, Fraction] = {}
        self.given: set[Key] = set()

    def give(self, path: str, figure: str, value: Fraction | int | str, year: int = 2020) -> None:
        """Enter a figure of the report's data: never rounded."""
        self.exact[path, figure, year] = Fraction(value)
        self.given.add((path, figure, year))

    def put(self, path: str, figure: str, value: Fraction, year: int = 2020) -> Fraction:
        """Enter a computed figure and give back what is carried on."""
        self.exact[path, figure, year] = value
        return self.carried(path, figure, year)

    def carried(self, path: str, figure: str, year: int = 2020) -> Fraction:
        """The given figure, or the computed one with two places."""
        value = self.exact[path, figure, year]
        return value if (path, figure, year) in self.given else half_up(value, 2)

    def all(self, paths: list[str], figure: str, year: int = 2020) -> list[Fraction]:
        """That figure of these records, without those that have none."""
        return [self.carried(path, figure, year) for path in paths if (path, figure, year) in self.exact]


def enter_fraction(book: Book, path: str, numerator: int, denominator: int, year: int) -> None:
    """Enter one printed calculation."""
    book.give(path, "pembilang", numerator, year)
    book.give(path, "penyebut", denominator, year)
    book.put(path, "hasil", Fraction(numerator, denominator) * 100, year)


def enter_indicator(book: Book, path: str, year: int, numbers: tuple[int, int, str | None]) -> None:
    """Enter an indicator of one year: realised figure, achievement, and the report's second formula."""
    numerator, denominator, target_text = numbers
    enter_fraction(book, f"{path}/perhitungan", numerator, denominator, year)
    realised = book.put(path, "realisasi", Fraction(numerator, denominator) * 100, year)
    if target_text is None:
        return
    target = Fraction(target_text)
    book.give(path, "target", target, year)
    book.put(path, "capaian", achieved(realised, target), year)
    book.put(path, "selisih", realised - target, year)
    book.put(path, "capaian_negatif", (target - (realised - target)) / target * 100, year)
    if year == 2020 and path in END_OF_PLAN:
        book.give(path, "target_akhir", END_OF_PLAN[path])
        book.put(path, "capaian_akhir", achieved(realised, Fraction(END_OF_PLAN[path])))


def enter_indicators(book: Book) -> None:
    """Enter all indicators, and the two figures of 2019 that have no counts."""
    for path, years in INDICATORS.items():
        for year, numbers in years.items():
            enter_indicator(book, path, year, numbers)
    book.give(BETTER, "target", "15.87", 2019)
    book.give(SUPPORTED, "target", "76", 2019)
    book.give(SUPPORTED, "realisasi", "76.59", 2019)
    book.put(SUPPORTED, "capaian", achieved(Fraction("76.59"), Fraction(76)), 2019)


def measured(book: Book, paths: list[str], year: int) -> list[str]:
    """Those indicators that have a realised figure that year."""
    return [path for path in paths if (path, "realisasi", year) in book.exact]


def enter_objective(book: Book, path: str, indicators: list[str], year: int) -> None:
    """Enter an objective's means over its indicators that were measured."""
    used = measured(book, indicators, year)
    book.put(path, "capaian", mean(book.all(used, "capaian", year)), year)
    book.put(path, "rata_target", mean(book.all(used, "target", year)), year)
    book.put(path, "rata_realisasi", mean(book.all(used, "realisasi", year)), year)
    reached = sum(book.carried(each, "capaian", year) > 100 for each in used)
    book.give(path, "jumlah_baik_sekali", reached, year)


def enter_agency(book: Book, year: int) -> None:
    """Enter the agency's means over its objectives and over all their indicators."""
    objectives, used = [PMKS, PSKS], measured(book, [SERVED, BETTER, SUPPORTED], year)
    for figure in ("capaian", "rata_target", "rata_realisasi"):
        book.put(ROOT, figure, mean(book.all(objectives, figure, year)), year)
    book.put(ROOT, "capaian_semua_indikator", mean(book.all(used, "capaian", year)), year)
    book.put(ROOT, "rata_target_semua_indikator", mean(book.all(used, "target", year)), year)
    book.put(ROOT, "rata_realisasi_semua_indikator", mean(book.all(used, "realisasi", year)), year)
    book.give(ROOT, "jumlah_baik_sekali", sum(book.all(objectives, "jumlah_baik_sekali", year)), year)


def enter_money(book: Book, path: str, budget: int, spent: int) -> None:
    """Enter a budget line and how much of it was spent."""
    book.give(path, "pagu", budget)
    book.give(path, "realisasi_anggaran", spent)
    book.put(path, "serapan", Fraction(spent, budget) * 100)


def enter_activity(book: Book, path: str, activity: Activity) -> None:
    """Enter an activity: its money, and its performance if it has one."""
    enter_money(book, path, activity.budget, activity.spent)
    if activity.target is None:
        return
    names = ["perhitungan"] if len(activity.fractions) == 1 else ["pertama", "kedua"]
    for name, (numerator, denominator) in zip(names, activity.fractions, strict=True):
        enter_fraction(book, f"{path}/{name}", numerator, denominator, 2020)
    book.give(path, "target", activity.target)
    realised = book.put(path, "realisasi", mean([Fraction(*each) * 100 for each in activity.fractions]))
    book.put(path, "capaian", achieved(realised, Fraction(activity.target)))


def enter_programmes(book: Book) -> None:
    """Enter all programmes; staff spending is what is left of the printed total."""
    for programme, activities in PROGRAMMES.items():
        paths = [f"{programme}/{name}" for name in activities]
        for path, activity in zip(paths, activities.values(), strict=True):
            enter_activity(book, path, activity)
        budget = sum(each.budget for each in activities.values())
        enter_money(book, programme, budget, sum(each.spent for each in activities.values()))
        if achievements := book.all(paths, "capaian"):
            book.put(programme, "capaian", mean(achievements))
    spent = PRINTED_SPENT - int(sum(book.all(list(PROGRAMMES), "realisasi_anggaran")))
    for path in ("belanja-pegawai", "belanja-pegawai/belanja-pegawai"):
        enter_money(book, path, STAFF_BUDGET, spent)


def lines_behind(target: str) -> list[str]:
    """The activities that have this target: the report does not say which lines stand behind an objective."""
    return [
        f"{programme}/{name}"
        for programme, activities in PROGRAMMES.items()
        for name, activity in activities.items()
        if activity.target == target
    ]


def enter_efficiency(book: Book, objective: str, target: str) -> None:
    """Enter an objective's efficiency by the absorption printed for it, and that absorption calculated."""
    book.give(objective, "serapan", GIVEN_ABSORPTION[objective])
    achievement, absorption = (book.carried(objective, name) for name in ("capaian", "serapan"))
    book.put(objective, "efisiensi", achievement - absorption)
    book.put(objective, "serapan_dihitung", mean(book.all(lines_behind(target), "serapan")))


def enter_totals(book: Book) -> None:
    """Enter what the agency adds up: money, programmes, end of plan, efficiency."""
    lines = ["belanja-pegawai", *PROGRAMMES]
    budget, spent = (int(sum(book.all(lines, name))) for name in ("pagu", "realisasi_anggaran"))
    if (budget, spent) != (PRINTED_BUDGET, PRINTED_SPENT):
        raise AssertionError((budget, spent))
    enter_money(book, ROOT, budget, spent)
    book.put(ROOT, "sisa", Fraction(budget - spent))
    book.put(ROOT, "capaian_program", mean(book.all(list(PROGRAMMES), "capaian")))
    book.put(ROOT, "capaian_akhir", mean(book.all(list(END_OF_PLAN), "capaian_akhir")))
    book.put(ROOT, "serapan_sasaran", mean(book.all([PMKS, PSKS], "serapan")))
    book.put(ROOT, "efisiensi", mean(book.all([PMKS, PSKS], "efisiensi")))
    book.put(ROOT, "perubahan", book.carried(ROOT, "capaian") - book.carried(ROOT, "capaian", 2019))


def calculated() -> Book:
    """Every figure of the report."""
    book = Book()
    enter_indicators(book)
    for year in (2019, 2020):
        enter_objective(book, PMKS, [SERVED, BETTER], year)
        enter_objective(book, PSKS, [SUPPORTED], year)
        enter_agency(book, year)
    enter_programmes(book)
    enter_efficiency(book, PMKS, "29.42")
    enter_efficiency(book, PSKS, "82")
    enter_totals(book)
    return book


class Cause(NamedTuple):
    """Why a printed figure differs; `instead` is what its author calculated, if that is known."""

    kind: str
    words: str
    instead: Fraction | None = None


def of(*values: str) -> Fraction:
    """The mean of printed figures."""
    return mean([Fraction(value) for value in values])


# Keyed by path, figure, year and the printed text. `none`: looked for and not found.
CAUSES: dict[tuple[str, str, int, str], Cause] = {
    (BETTER, "realisasi", 2020, "49.20"): Cause(
        "rounding", "rounded to one place, then written with two", half_up(Fraction(266787 * 100, 541897), 1)
    ),
    (PMKS, "rata_realisasi", 2020, "63.98"): Cause("operand", "uses 49.2", of("78.76", "49.2")),
    (PMKS, "rata_realisasi", 2020, "63.8"): Cause("misprint", "63.98 without its 9"),
    (SERVED, "capaian_negatif", 2020, "-0.68"): Cause(
        "scale", "times 100 forgotten", (2 * Fraction("29.42") - Fraction("78.76")) / Fraction("29.42")
    ),
    (BETTER, "capaian_negatif", 2020, "-0.81"): Cause(
        "scale",
        "times 100 forgotten, then cut",
        (2 * Fraction("17.46") - Fraction("49.23")) / Fraction("17.46"),
    ),
    (BETTER, "capaian", 2020, "281.91"): Cause("misprint", "281.95 of Tabel III.4, one digit"),
    (ROOT, "rata_realisasi", 2020, "73.40"): Cause("operand", "uses 63.98, then cut", of("63.98", "82.83")),
    (PSKS, "capaian", 2019, "100.77"): Cause("operand", "uses 100.77 of its indicator", Fraction("100.77")),
    (ROOT, "capaian", 2019, "99.78"): Cause("operand", "uses 100.77, then cut", of("98.80", "100.77")),
    (ROOT, "rata_realisasi_semua_indikator", 2020, "70.26"): Cause(
        "operand", "uses 49.2", of("78.76", "49.2", "82.83")
    ),
    (ROOT, "capaian_semua_indikator", 2020, "216.65"): Cause("none", "no cause found"),
    (ROOT, "capaian_semua_indikator", 2019, "100.57"): Cause(
        "operand", "uses 100.37 and 100.77", of("100.37", "100.77")
    ),
    (PMKS, "serapan_dihitung", 2020, "98.37"): Cause("none", "no cause found"),
    (PMKS, "efisiensi", 2020, "176.46"): Cause(
        "operand", "uses 274.83", Fraction("274.83") - Fraction("98.37")
    ),
    ("perlindungan-jaminan/bencana-alam", "capaian", 2020, "339.40"): Cause("misprint", "339.90, one digit"),
    ("perlindungan-jaminan/jaminan-sosial", "capaian", 2020, "145.71"): Cause(
        "operand", "uses 42.87, then cut", achieved(Fraction("42.87"), Fraction("29.42"))
    ),
    ("perlindungan-jaminan", "capaian", 2020, "287.90"): Cause(
        "operand", "uses 339.40, 378.61 and 145.71, then cut", of("339.40", "378.61", "145.71")
    ),
    ("rehabilitasi-sosial/anak-lansia", "capaian", 2020, "209.85"): Cause(
        "operand", "uses 61.74, then cut", achieved(Fraction("61.74"), Fraction("29.42"))
    ),
    ("rehabilitasi-sosial", "capaian", 2020, "200.84"): Cause(
        "operand", "uses 209.85 and 323.31", of("209.85", "69.37", "323.31")
    ),
    (ROOT, "capaian_program", 2020, "154.66"): Cause(
        "operand", "uses 287.90 and 200.84", of("9.55", "287.90", "120.35", "200.84")
    ),
    ("penanganan-pemberdayaan/fakir-miskin/perhitungan", "penyebut", 2020, "14321"): Cause(
        "misprint", "143213 without its last digit (edge of a cell)"
    ),
    (SUPPORTED, "target", 2019, "80"): Cause("other-source", "76 in Tabel III.9"),
    (SUPPORTED, "capaian", 2019, "95.73"): Cause(
        "operand", "uses the target 80, then cut", achieved(Fraction("76.59"), Fraction(80))
    ),
    (f"{SERVED}/perhitungan", "penyebut", 2020, "541887"): Cause("misprint", "541897, one digit"),
    ("pembinaan-lingkungan", "serapan", 2020, "98.20"): Cause("misprint", "98.82 of Tabel III.15"),
    (SERVED, "capaian", 2019, "100.37"): Cause("none", "no cause found; 98.80 elsewhere"),
    (SERVED, "capaian_akhir", 2020, "683.6"): Cause(
        "operand", "capaian in place of realisasi", achieved(Fraction("267.71"), Fraction("39.16"))
    ),
    (BETTER, "capaian_akhir", 2020, "1213"): Cause(
        "operand", "capaian in place of realisasi", achieved(Fraction("281.95"), Fraction("23.24"))
    ),
    (ROOT, "capaian_akhir", 2020, "664.30"): Cause(
        "operand", "uses 683.6 and 1213", of("683.6", "1213", "96.31")
    ),
    (SERVED, "capaian_negatif", 2020, "Baik Sekali"): Cause("category", "below 55 is Kurang by Tabel III.1"),
    (BETTER, "capaian_negatif", 2020, "Baik Sekali"): Cause("category", "below 55 is Kurang by Tabel III.1"),
    (ROOT, "capaian_program", 2020, "Sangat Baik"): Cause("category", "no category of Tabel III.1"),
}


def printed_entries() -> Iterator[tuple[str, dict[str, str]]]:
    """Every printed entry of the report file with the path of its record."""
    with REPORT.open(encoding="utf-8") as file:
        report = plain(file.read())
    waiting = [(ROOT, report)]
    while waiting:
        path, record = waiting.pop()
        yield from ((path, entry) for entry in record.get("printed", []))
        below = [child for level in LEVELS for child in record.get(level, [])]
        prefix = "" if path == ROOT else f"{path}/"
        waiting += [(prefix + child["id"], child) for child in reversed(below)]


def places_of(printed: str) -> int:
    """How many decimals are printed."""
    return len(printed.partition(".")[2])


def verdict(exact: Fraction, printed: str) -> str:
    """`same`, `cut` or `differs`."""
    places = places_of(printed)
    if half_up(exact, places) == Fraction(printed):
        return "same"
    return "cut" if cut(exact, places) == Fraction(printed) else "differs"


def cause_of(key: Key, printed: str, found: str) -> Cause:
    """The cause of a figure that is not the same, with its arithmetic tried."""
    if found != "differs":
        return Cause(found if found == "cut" else "", "cut instead of rounded" if found == "cut" else "")
    cause = CAUSES[(*key, printed)]
    if cause.instead is not None and verdict(cause.instead, printed) == "differs":
        raise AssertionError((key, printed, cause))
    return cause


def finding(key: Key, entry: dict[str, str], printed: str, recomputed: str, found: str) -> Row:
    """One row of the table."""
    cause = cause_of(key, printed, found)
    if cause.kind == "operand" and cause.words.startswith("uses "):
        found = "follows"  # what is used is printed: no error of its own
    cells = (key[0], key[1], str(key[2]), entry["where"], printed, recomputed, found, cause.kind, cause.words)
    return dict(zip(COLUMNS, cells, strict=True))


def rows() -> list[Row]:
    """One row for each printed value and each printed category, in the order of the report file."""
    book, table = calculated(), []
    for path, entry in printed_entries():
        key = (path, entry["figure"], int(entry.get("year", "2020")))
        exact = book.exact[key]
        if printed := entry.get("value", ""):
            recomputed = text(half_up(exact, places_of(printed)), places_of(printed))
            table.append(finding(key, entry, printed, recomputed, verdict(exact, printed)))
        if printed := entry.get("category", ""):
            band = category(book.carried(*key))
            table.append(finding(key, entry, printed, band, "same" if band == printed else "differs"))
    return table


def as_csv(table: list[Row]) -> str:
    """The table as text."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return out.getvalue()


def checked_rows() -> list[Row]:
    """The rows of the table, if every cause that is named explains one of them."""
    table = rows()
    unused = CAUSES.keys() - {(row["path"], row["figure"], int(row["year"]), row["printed"]) for row in table}
    if unused:
        raise AssertionError(unused)
    return table


def main() -> None:
    """Write the table, print it, and count the verdicts."""
    table = checked_rows()
    TABLE.write_text(as_csv(table), encoding="utf-8")
    sys.stdout.write(as_csv(table))
    sys.stdout.write(f"\n{len(table)} printed: {dict(Counter(row['verdict'] for row in table))}\n")


if __name__ == "__main__":
    main()

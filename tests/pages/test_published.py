"""The published examples: every row comes out as it was checked by hand, before there was an engine."""

from fractions import Fraction
from typing import Any

import pytest
from tests.independent import achievements
from tests.pages.seen import words

from sakip_rules import Catalogue
from sakip_rules.languages import Language, say
from sakip_rules.pages.addresses import PagePlace
from sakip_rules.pages.answers import Answers
from sakip_rules.pages.data import read
from sakip_rules.pages.published import (
    VERDICTS,
    Published,
    PublishedRow,
    computed,
    source_page,
    source_path,
    sources_page,
)
from sakip_rules.pages.rule.view import RuleView

# How many rows each table has: counted in the sources, 118 and, beside them, sixteen of regulations and
# twenty-six of macro indicators.
ROWS = {
    "nasional": 20,
    "kabupaten": 36,
    "perangkat-daerah": 16,
    "ikpa": 18,
    "triwulan": 21,
    "besaran": 7,
    "lain": 16,
    "makro": 33,
}
# What checking by hand found, letter by letter -> what the page must say.
VERDICT = {"B": "same", "H": "same", "U": "same", "S": "same", "K": "same", "T": "cut", "N": "differs"}

Tables = dict[str, list[PublishedRow]]


def only(tables: Tables, name: str) -> list[Published]:
    """The figures of a table whose rows have one each."""
    return [figure for example in tables[name] for (figure,) in [example.figures]]


@pytest.fixture(scope="module")
def tables(answers: Answers) -> Tables:
    """Every published figure, computed."""
    return computed(answers)


def numbered() -> list[tuple[str, int, Any]]:
    """Every row: its table, its number, and what its file says."""
    return [
        (table["id"], n, row)
        for table in read("published")["tables"]
        for n, row in enumerate(table["rows"], 1)
    ]


def fit(figure: Published) -> str:
    """How the printed digits follow from the exact number: B, H, T, U or N; K for a class."""
    if figure.number is None:
        return "K"
    if figure.mode == "up":
        return "U" if figure.fits("up") else "N"
    letters = {(True, True): "B", (True, False): "H", (False, True): "T", (False, False): "N"}
    return letters[figure.fits("half_up"), figure.fits("down")]


def test_no_published_row_is_missing(tables: Tables) -> None:
    """All 118 rows of the collection are there, and those of the two tables beside it."""
    assert {name: len(found) for name, found in tables.items()} == ROWS
    assert sum(ROWS.values()) - ROWS["lain"] - ROWS["makro"] == 118


@pytest.mark.parametrize(("name", "number", "row"), numbered())
def test_every_row_comes_out_as_checked_by_hand(tables: Tables, name: str, number: int, row: Any) -> None:
    """The printed digits follow from the computed number in just the way that was noted before."""
    figures = tables[name][number - 1].figures
    letters = row["fit"].split(", ")
    if len(letters) > 1:
        assert [fit(figure) for figure in figures] == letters
    elif letters != ["S"]:
        assert max((fit(figure) for figure in figures), key="KBHUTN".index) == letters[0]
    assert tables[name][number - 1].verdict == max(
        (VERDICT[letter] for letter in letters), key=["same", "cut", "differs"].index
    )


def test_the_rows_agree_with_the_calculation_made_apart(tables: Tables) -> None:
    """Two people's copies of the 73 achievements say the same, and so do plain fractions and the engine."""
    apart = achievements.ROWS
    ours = [figure for name in ("kabupaten", "perangkat-daerah", "triwulan") for figure in only(tables, name)]
    assert len(ours) == len(apart) == 73
    for figure, row in zip(ours, apart, strict=True):
        given = figure.stated["given"]
        assert [given["target"], given["realisasi"], figure.printed] == [
            row.target,
            row.realised,
            row.printed,
        ]
        assert (figure.number, figure.ours("en"), fit(figure)) == (row.exact, row.true, row.fit)


def test_the_fifty_two_rows_of_one_kabupaten(tables: Tables) -> None:
    """Of 52 published rows 41 are right, 5 are cut, and 6 do not recompute."""
    verdicts = [figure.verdict for name in ("kabupaten", "perangkat-daerah") for figure in only(tables, name)]
    assert [len(verdicts), *(verdicts.count(one) for one in ("same", "cut", "differs"))] == [52, 41, 5, 6]


def test_the_quarterly_rows_fit_as_their_reader_counted(tables: Tables) -> None:
    """Of 21 rows 11 fit both ways, 9 only rounded half up, 1 only cut off."""
    letters = [fit(figure) for figure in only(tables, "triwulan")]
    assert [letters.count(letter) for letter in "BHTN"] == [11, 9, 1, 0]


@pytest.mark.parametrize(
    ("name", "number", "printed"),
    [
        ("nasional", 8, ["87.93"]),
        ("nasional", 6, ["58.99"]),
        ("nasional", 7, ["90.10"]),
        ("nasional", 17, ["88.1", "Memuaskan"]),
        ("nasional", 11, ["4.2125", "Memuaskan"]),
        ("nasional", 4, ["71.39"]),
        ("nasional", 18, ["86.97"]),
        ("nasional", 19, ["972", "785"]),
        ("ikpa", 16, ["8.00", "13.13", "19.99", "9.90", "9.62", "9.42", "25.00", "95.06", "94.31"]),
        ("lain", 5, ["88"]),
        ("lain", 6, ["109"]),
        ("makro", 1, ["76.31", "76.98", "77.53", "78.08", "78.39", "78.99", "79.60", "80.06"]),
        ("makro", 11, ["83.53"]),
        ("makro", 12, ["4.68", "4.74", "4.74"]),
        ("makro", 14, ["167.79", "157.48"]),
        ("makro", 15, ["4.50", "5.00", "4.61"]),
        ("makro", 19, ["9.37", "9.53"]),
        ("makro", 22, ["72.39"]),
        ("makro", 23, ["50.486", "48.368", "47.8", "45.064", "52.905", "46.006", "51.85", "49.34", "52.12"]),
        ("makro", 9, ["65.08", "79.81", "85.32", "65.41", "80.95"]),
        ("makro", 26, ["0.508", "0.504", "0.489", "0.493", "0.490"]),
        ("makro", 27, ["0.571", "0.579", "0.575", "0.580", "0.588"]),
        ("makro", 28, ["0.627", "0.579", "0.558", "0.559", "0.535"]),
        ("makro", 29, ["104.49", "104.14", "101.65"]),
        ("makro", 30, ["1.37", "0.40"]),
    ],
)
def test_figures_that_a_reader_looks_for(tables: Tables, name: str, number: int, printed: list[str]) -> None:
    """The best known published figures come out to the printed digit."""
    figures = tables[name][number - 1].figures
    assert [figure.ours("en") for figure in figures] == printed
    assert [figure.printed for figure in figures] == printed


@pytest.mark.parametrize(
    ("name", "number", "true"),
    [
        ("nasional", 5, ["91.0000"]),
        ("nasional", 12, ["5", "4.0", "2.9091", "4.5769"]),
        ("kabupaten", 27, ["106.30"]),
        ("kabupaten", 34, ["92.42"]),
        ("perangkat-daerah", 13, ["99.51"]),
        ("perangkat-daerah", 14, ["119.32"]),
        ("perangkat-daerah", 15, ["110.12"]),
        ("perangkat-daerah", 16, ["100.92"]),
        ("besaran", 3, ["87.89"]),
        ("besaran", 5, ["98.15"]),
        ("besaran", 7, ["3.32"]),
        ("lain", 2, ["102"]),
        ("lain", 8, ["100.53"]),
        ("lain", 9, ["100"]),
        ("makro", 24, ["74.49", "73.17", "75.4", "69.53", "75.12"]),
        ("makro", 31, ["72.53"]),
        ("makro", 32, ["98.81", "99.30"]),
        ("makro", 33, ["18.43", "17.09", "16.00", "15.92", "15.56", "14.25", "14.32"]),
    ],
)
def test_misprints_keep_their_true_value(tables: Tables, name: str, number: int, true: list[str]) -> None:
    """A figure that does not recompute stands beside the value that it should have."""
    assert [figure.ours("en") for figure in tables[name][number - 1].figures] == true


def test_the_whole_budget_score_needs_rounded_parts(tables: Tables) -> None:
    """Without rounding its parts first, the spreadsheet's 95.06 would be 95.0525, that is 95.05."""
    scores = ["80.00", "87.51", "99.93", "99.04", "96.15", "94.21", "100.00"]
    weights = [10, 15, 20, 10, 10, 10, 25]
    total = sum(
        (Fraction(score) * weight / 100 for score, weight in zip(scores, weights, strict=True)), Fraction(0)
    )
    assert total == Fraction("95.0525")
    (whole,) = (
        figure for figure in tables["ikpa"][15].figures if figure.stated.get("figure") == "nilai_konversi"
    )
    assert whole.number == Fraction("95.06")


def test_grades_of_service_begin_and_end_where_they_are_printed(tables: Tables) -> None:
    """Each end of each grade of the two surveys has the printed grade."""
    for example in tables["lain"][10:12]:
        assert len(example.figures) == 8
        assert [figure.category for figure in example.figures] == [
            figure.printed for figure in example.figures
        ]


def test_rows_of_rules_that_are_not_there_are_left_out(own: Catalogue) -> None:
    """An agency without the national rules has no published examples."""
    assert {len(rows) for rows in computed(Answers(own.checked)).values()} == {0}


@pytest.mark.parametrize(("lang", "true"), [("id", "106,30"), ("en", "106.30")])
def test_a_source_has_a_page_with_every_figure(tables: Tables, lang: Language, true: str) -> None:
    """As printed, as computed, with the verdict; where a note says why, it stands below."""
    stated = next(table for table in read("published")["tables"] if table["id"] == "kabupaten")
    place = PagePlace(source_path("kabupaten"), lang, "files")
    page = source_page(stated, tables["kabupaten"], RuleView(place, lambda _: None, lambda _: None))
    seen = words(page.body)
    assert page.path.endswith("contoh-terbit/kabupaten.md")
    assert true in seen
    assert say(VERDICTS["differs"], lang) in seen
    overview = sources_page([stated], tables, RuleView(place, lambda _: None, lambda _: None))
    verdicts = [row.verdict for row in tables["kabupaten"]]
    counts = " ".join(str(verdicts.count(verdict)) for verdict in VERDICTS)
    assert f"36 {counts}" in words(overview.body)

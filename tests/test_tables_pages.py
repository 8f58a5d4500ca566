"""The generated pages of rules: committed as they would be written, and true to what the sources print."""

import importlib
import sys
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.independent import achievements

from sakip_rules import Catalogue

ROOT = Path(__file__).parent.parent
# How many rows each table has: counted in the sources, 118 and twelve more.
ROWS = {
    "nasional": 20,
    "kabupaten": 36,
    "perangkat-daerah": 16,
    "ikpa": 18,
    "triwulan": 21,
    "besaran": 7,
    "lain": 12,
}
# What checking by hand found, letter by letter -> what the page must say.
VERDICT = {"B": "same", "H": "same", "U": "same", "S": "same", "K": "same", "T": "cut", "N": "differs"}
NOT_COMPUTABLE = "*tidak dapat dihitung: pembagian dengan nol*"
CHECK_FAILED = "*tidak dapat dihitung: pemeriksaan tidak dipenuhi*"
GAP = "*tidak dapat dihitung: jatuh di antara dua rentang skala*"


@cache
def tool(name: str) -> Any:
    """A module of the generator."""
    sys.path.insert(0, str(ROOT / "tools"))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.pop(0)


@cache
def rules() -> Catalogue:
    """The rules of the repository."""
    return Catalogue.load(ROOT / "rules")


@cache
def computed() -> dict[str, list[list[Any]]]:
    """Every published figure, computed."""
    found: dict[str, list[list[Any]]] = tool("tables.published").computed(rules())
    return found


def numbered() -> list[tuple[str, int, Any]]:
    """Every row: its table, its number, and what its file says."""
    return [
        (one["id"], n, row) for one in tool("tables.published").data() for n, row in enumerate(one["rows"], 1)
    ]


def test_the_committed_pages_are_what_the_generator_writes() -> None:
    """A change of a rule that is not on its page is found: run `python tools/tables`."""
    assert tool("tables.site").stale(ROOT) == []


def test_every_page_can_be_reached() -> None:
    """Each generated page, and the one written by hand in both languages, stands in the site's menu."""
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    made = [path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "aturan").rglob("*.md")]
    made += [
        path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs" / "en" / "rules").rglob("*.md")
    ]
    assert len(made) >= 30
    assert [path for path in made if f"- {path}\n" not in menu] == []


def test_what_is_not_shipped_is_said_alike_in_both_languages() -> None:
    """The two pages written by hand have the same sections and as many rows."""
    pages = ("docs/aturan/belum-dimuat.md", "docs/en/rules/not-shipped.md")
    own, other = (
        [
            line[:2]
            for line in (ROOT / page).read_text(encoding="utf-8").splitlines()
            if line[:2] in {"##", "| "}
        ]
        for page in pages
    )
    assert own == other
    assert own.count("| ") > 50


# ---------------------------------------------------------------- published examples


def test_no_published_row_is_missing() -> None:
    """All 118 rows of the collection are there, and the twelve of the regulations beside them."""
    assert {name: len(found) for name, found in computed().items()} == ROWS
    assert sum(ROWS.values()) - ROWS["lain"] == 118


@pytest.mark.parametrize(("name", "number", "row"), numbered())
def test_every_row_comes_out_as_checked_by_hand(name: str, number: int, row: Any) -> None:
    """The printed digits follow from the computed number in just the way that was noted before."""
    figures = computed()[name][number - 1]
    letters = row["fit"].split(", ")
    if len(letters) > 1:
        assert [figure.fit for figure in figures] == letters
    elif letters != ["S"]:
        assert max((figure.fit for figure in figures), key="KBHUTN".index) == letters[0]
    assert tool("tables.published").row_verdict(figures) == max(
        (VERDICT[letter] for letter in letters), key=["same", "cut", "differs"].index
    )


def test_the_rows_agree_with_the_calculation_made_apart() -> None:
    """Two people's copies of the 73 achievements say the same, and so do plain fractions and the engine."""
    apart = achievements.ROWS
    ours = [
        figure for name in ("kabupaten", "perangkat-daerah", "triwulan") for (figure,) in computed()[name]
    ]
    assert len(ours) == len(apart) == 73
    for figure, row in zip(ours, apart, strict=True):
        given = figure.entry["given"]
        assert [given["target"], given["realisasi"], figure.printed] == [
            row.target,
            row.realised,
            row.printed,
        ]
        assert (figure.number, figure.ours("en"), figure.fit) == (row.exact, row.true, row.fit)


def test_the_fifty_two_rows_of_one_kabupaten() -> None:
    """Of 52 published rows 41 are right, 5 are cut, and 6 do not recompute."""
    verdicts = [
        figure.verdict for name in ("kabupaten", "perangkat-daerah") for (figure,) in computed()[name]
    ]
    assert [len(verdicts), *(verdicts.count(one) for one in ("same", "cut", "differs"))] == [52, 41, 5, 6]


def test_the_quarterly_rows_fit_as_their_reader_counted() -> None:
    """Of 21 rows 11 fit both ways, 9 only rounded half up, 1 only cut off."""
    letters = [figure.fit for (figure,) in computed()["triwulan"]]
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
    ],
)
def test_figures_that_a_reader_looks_for(name: str, number: int, printed: list[str]) -> None:
    """The best known published figures come out to the printed digit."""
    figures = computed()[name][number - 1]
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
    ],
)
def test_misprints_keep_their_true_value(name: str, number: int, true: list[str]) -> None:
    """A figure that does not recompute stands beside the value that it should have."""
    assert [figure.ours("en") for figure in computed()[name][number - 1]] == true


def test_the_whole_budget_score_needs_rounded_parts() -> None:
    """Without rounding its parts first, the spreadsheet's 95.06 would be 95.0525, that is 95.05."""
    scores = ["80.00", "87.51", "99.93", "99.04", "96.15", "94.21", "100.00"]
    weights = [10, 15, 20, 10, 10, 10, 25]
    total = sum(
        (Fraction(score) * weight / 100 for score, weight in zip(scores, weights, strict=True)), Fraction(0)
    )
    assert total == Fraction("95.0525")
    (whole,) = (figure for figure in computed()["ikpa"][15] if figure.entry.get("figure") == "nilai_konversi")
    assert whole.number == Fraction("95.06")


def test_grades_of_service_begin_and_end_where_they_are_printed() -> None:
    """Each end of each grade of the two surveys has the printed grade."""
    for row in computed()["lain"][10:]:
        assert len(row) == 8
        assert [figure.category for figure in row] == [figure.printed for figure in row]


# ---------------------------------------------------------------- readings


def rows_of(make: str) -> dict[str, list[str]]:
    """A table of readings in Indonesian: first cell -> the others."""
    return {first: rest for first, *rest in getattr(tool("tables.readings"), make)(rules(), "id")}


def test_a_value_in_a_gap_of_the_permendagri_scale() -> None:
    """90.5 is Tinggi by the floor, Sangat Tinggi rounded or upper-closed, no class where gaps are errors."""
    found = rows_of("permendagri")
    assert found["90,5"] == ["Tinggi", "Sangat Tinggi", "Sangat Tinggi", GAP]
    assert found["75,5"] == ["Sedang", "Tinggi", "Tinggi", GAP]
    assert found["65,5"] == ["Rendah", "Sedang", "Sedang", GAP]
    assert found["50,5"] == ["Sangat Rendah", "Rendah", "Rendah", GAP]
    assert found["90,49"][1] == "Tinggi"


def test_a_value_between_two_classes_of_service_standards() -> None:
    """99.5 is not yet complete."""
    assert rows_of("service_standards")["99,5"] == ["Tuntas Utama"]
    assert rows_of("service_standards")["100"] == ["Tuntas Paripurna"]


def test_a_value_between_two_grades_of_the_survey() -> None:
    """64.995 is rounded to 65.00 before it is graded."""
    assert rows_of("satisfaction")["64,995"] == ["65,00", "Kurang Baik"]
    assert rows_of("satisfaction")["64,994"] == ["64,99", "Tidak Baik"]


def test_the_top_of_electronic_government() -> None:
    """5.0 has the highest class; 4.1 has another one from 2026."""
    assert rows_of("electronic_government")["5,0"] == ["Memuaskan", "Memuaskan"]
    assert rows_of("electronic_government")["4,1"] == ["Sangat Baik", "Memuaskan"]
    assert rows_of("electronic_government")["3,9"] == ["Sangat Baik", "Sangat Baik"]


def test_a_tie_in_every_rounding_mode() -> None:
    """58.985 and 90.095 to two places, as the ministry rounds and as others would."""
    first, second = rows_of("roundings").values()
    assert first == ["58,985", "58,99", "58,98", "58,98", "58,99", "58,98", "58,99"]
    assert second == ["90,095", "90,10", "90,10", "90,09", "90,10", "90,09", "90,10"]


def test_lower_is_better_by_either_formula() -> None:
    """At a target of 10: 120 and 125, 80 and 83.33, -50 and 40, 200 and no result."""
    found = rows_of("lower_is_better")
    assert found["8"][:2] == ["120", "125"]
    assert found["12"][:2] == ["80", "83,333333…"]
    assert found["25"] == ["-50", "40", "40", "0"]
    assert found["0"] == ["200", NOT_COMPUTABLE, "100", "100"]


def test_zeros_in_every_achievement_rule() -> None:
    """Target 0 with something realised, with nothing realised, and nothing realised of a target of 10."""
    nothing = [NOT_COMPUTABLE, NOT_COMPUTABLE, "0"]
    assert rows_of("zeros") == {
        "`capaian-kasus-terburuk@1.0.0`": ["50", "100", CHECK_FAILED],
        "`capaian-makin-rendah@1.0.0`": [NOT_COMPUTABLE, NOT_COMPUTABLE, "200"],
        "`capaian-makin-rendah-target-nol@1.0.0`": [NOT_COMPUTABLE, "120", "200"],
        "`capaian-makin-rendah-terbalik@1.0.0`": ["0", NOT_COMPUTABLE, NOT_COMPUTABLE],
        "`capaian-makin-rendah-terbalik-nol@1.0.0`": ["0", "100", "100"],
        "`capaian-makin-tinggi@1.0.0`": nothing,
        "`capaian-mendekati-target@1.0.0`": nothing,
        "`capaian-rentang@1.0.0`": [NOT_COMPUTABLE, "100", "0"],
        "`capaian-rentang-makin-rendah@1.0.0`": [NOT_COMPUTABLE, "100", "200"],
        "`capaian-stabil@1.0.0`": nothing,
        "`capaian-target-maksimal@1.0.0`": nothing,
        "`capaian-target-negatif@1.0.0`": [CHECK_FAILED, CHECK_FAILED, CHECK_FAILED],
        "`capaian-target-nol-batas@1.0.0`": ["120", "*tidak berlaku*", "*tidak berlaku*"],
        "`capaian-target-nol-nihil@1.0.0`": ["0", "0", "0"],
        "`capaian-target-nol-seratus@1.0.0`": ["100", "0", "0"],
        "`capaian-toleransi@1.0.0`": nothing,
        "`efektivitas@1.0.0`": nothing,
        "`rasio-permendagri@2.0.0`": nothing,
    }


# ---------------------------------------------------------------- the list of rules


def files() -> list[Any]:
    """Every rule file, read without the library."""
    paths = sorted((ROOT / "rules").rglob("*.yaml"))
    return [yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader) for path in paths]  # noqa: S506 - text only


@pytest.mark.parametrize("path", ["docs/aturan/daftar.md", "docs/en/rules/list.md"])
def test_the_list_has_every_rule_under_its_surest_basis(path: str) -> None:
    """Each rule stands once, with all its versions; as law only if every basis of its newest one was read."""
    newest: dict[str, Any] = {}
    versions: dict[str, set[str]] = {}
    for file in files():
        rule_id = file["id"]
        versions.setdefault(rule_id, set()).add(file["version"])
        known = newest.setdefault(rule_id, file)
        if [int(part) for part in file["version"].split(".")] > [
            int(part) for part in known["version"].split(".")
        ]:
            newest[rule_id] = file
    _, *sections = (ROOT / path).read_text(encoding="utf-8").split("\n## ")
    listed: dict[str, int] = {}
    for place, section in enumerate(sections[:5]):
        for line in section.splitlines():
            if not line.startswith("| [`"):
                continue
            rule_id = line.split("`")[1]
            assert rule_id not in listed
            listed[rule_id] = place
            assert all(f"{version} " in line for version in versions[rule_id])
    assert listed == {rule_id: place_of(file) for rule_id, file in newest.items()}


def place_of(file: Any) -> int:
    """Which section a rule belongs to: law, partly law, practice, memory, claimed."""
    known = {basis["confidence"] for basis in file["legal_basis"]}
    if "quoted" in known:
        return int(len(known) > 1)
    return 2 if "applied" in known else 3 if "recalled" in known else 4

"""The outcome indicators: expected figures computed apart, honesty about sources, laws of the formulas."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.independent import indicators
from tests.plain import plain

from sakip_rules import Catalogue

ROOT = Path(__file__).parents[2]
SECTORS = {
    "sosial": ("sosial", "social affairs"),
    "kesehatan": ("kesehatan", "health"),
    "pendidikan": ("pendidikan", "education"),
    "ekonomi": ("ekonomi", "economy"),
    "infrastruktur": ("infrastruktur", "infrastructure"),
    "lingkungan": ("lingkungan", "environment"),
    "tata-kelola": ("tata kelola", "governance"),
    "perguruan-tinggi": ("perguruan tinggi", "higher education"),
}
bounded = settings(max_examples=25, deadline=None)


REFERENCES = indicators.REFERENCES
INDICATORS = [one for one in REFERENCES if indicators.rule(one)["kind"] == "indicator"]
COUNTED = [  # a part of a whole that it cannot exceed; MAY_EXCEED holds some that can, with a warning
    "sosial-ketepatan-sasaran",
    "kesehatan-imunisasi-dasar-lengkap",
    "pendidikan-apm-sd",
    "ekonomi-penduduk-miskin",
    "infrastruktur-hunian-layak",
    "lingkungan-spm-bencana",
    "tata-kelola-kepatuhan-sop",
]
MAY_EXCEED = [
    "sosial-ppks-ditangani",
    "kesehatan-ibu-hamil-k4",
    "kesehatan-ibu-hamil-k6",
    "lingkungan-pengaduan-ditindaklanjuti",
    "tata-kelola-ktp-elektronik",
    "tata-kelola-penegakan-perda",
]


def sector_of(reference: str) -> str:
    """The sector that a rule's name begins with."""
    return next(sector for sector in SECTORS if reference.startswith(f"{sector}-"))


def exact(rules: Catalogue, name: str, year: int, **inputs: Any) -> Fraction:
    """The unrounded result of a rule that has one."""
    result = rules.rule(f"nasional/{name}", on=year).evaluate(**inputs).exact
    assert result is not None
    return Fraction(result)


def test_every_rule_of_a_sector_is_computed_apart() -> None:
    """No rule file whose name begins with a sector is left out of the script."""
    folders = (ROOT / "rules" / "nasional").iterdir()
    ours = [one for one in folders if one.name.startswith(tuple(f"{sector}-" for sector in SECTORS))]
    assert sorted(f"{one.name}@{file.stem}" for one in ours for file in one.glob("*.yaml")) == REFERENCES


def test_there_are_at_least_ninety_indicators() -> None:
    """The library holds the indicators that it promises, some of every sector."""
    assert len(INDICATORS) >= 90
    assert {sector_of(one) for one in INDICATORS} == set(SECTORS)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_expected_figure_is_the_same_computed_apart(reference: str) -> None:
    """No expected value comes from the engine: a script of plain fractions gives it too."""
    found = list(indicators.rows(reference))
    assert [(title, figure, computed) for title, figure, _, computed in found] == [
        (title, figure, expected) for title, figure, expected, _ in found
    ]
    assert len(found) >= 3


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_source_that_was_not_read_says_so_in_words(reference: str) -> None:
    """A legal basis carries a note in both languages that says how it is known, or quotes its own words."""
    for basis in indicators.rule(reference)["legal_basis"]:
        assert "quote" in basis or {"id", "en"} <= set(basis["note"])


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_title_does_not_repeat_its_sector(reference: str) -> None:
    """The sector stands in the id, where a search finds it, and not a second time behind the title."""
    title = indicators.rule(reference)["title"]
    indonesian, english = SECTORS[sector_of(reference)]
    assert not title["id"].endswith(f"({indonesian})")
    assert not title["en"].endswith(f"({english})")


@pytest.mark.parametrize("reference", INDICATORS)
def test_an_indicator_says_what_it_measures_and_which_way_is_better(reference: str) -> None:
    """Polarity, level and unit are stated, and so is every input's title; examples show an absent value."""
    rule = indicators.rule(reference)
    assert {"polarity", "measures", "unit", "description"} <= set(rule)
    assert all({"id", "en"} <= set(one["title"]) for one in rule["inputs"].values())
    assert any(example.get("status") == "missing" for example in rule["examples"])


@pytest.mark.parametrize("reference", INDICATORS)
def test_a_code_of_the_national_catalogue_has_its_shape(reference: str) -> None:
    """Where the catalogue of Bappenas is cited with a code, it is two, two and three digits."""
    bases = indicators.rule(reference)["legal_basis"]
    codes = [one["section"] for one in bases if one["document"].startswith("Bappenas") and "section" in one]
    assert all(re.fullmatch(r"\d\d\.\d\d\.\d\d\d", code) for code in codes)


def test_four_denominators_give_four_results(rules: Catalogue) -> None:
    """All, who should receive, who received and the population of the group are not the same question."""
    found = {
        exact(rules, "sosial-kebutuhan-dasar-seluruh-pmks", 2025, pmks_memperoleh=60, pmks_seluruhnya=200),
        exact(rules, "sosial-kebutuhan-dasar-yang-seharusnya", 2017, pmks_memperoleh=60, pmks_seharusnya=120),
        exact(rules, "sosial-ketepatan-sasaran", 2025, ppks_meningkat=60, ppks_dibantu=80),
        exact(rules, "sosial-lansia-terlantar-luar-panti", 2025, terpenuhi=60, populasi=240),
    }
    assert found == {30, 50, 75, 25}


@bounded
@given(name=st.sampled_from(COUNTED), part=st.integers(0, 10**6), more=st.integers(1, 10**6))
def test_a_part_larger_than_its_whole_is_refused(rules: Catalogue, name: str, part: int, more: int) -> None:
    """Where it is impossible, more of the part than of the whole gives no figure."""
    rule = rules.rule(f"nasional/{name}", on=2025)
    first, second = indicators.rule(f"{name}@1.0.0")["inputs"]
    assert rule.evaluate(**{first: part + more, second: part}).reason in ("check-failed", "division-by-zero")
    assert Fraction(rule.evaluate(**{first: part, second: part + more}).exact or 0) < 100


@bounded
@given(name=st.sampled_from(MAY_EXCEED), whole=st.integers(1, 10**6), more=st.integers(1, 10**6))
def test_more_than_all_is_computed_with_a_warning(rules: Catalogue, name: str, whole: int, more: int) -> None:
    """Where the source allows more than 100 percent, the figure comes with a warning."""
    first, second = indicators.rule(f"{name}@1.0.0")["inputs"]
    result = rules.rule(f"nasional/{name}", on=2025).evaluate(**{first: whole + more, second: whole})
    assert result.exact == Fraction(whole + more, whole) * 100
    assert [one.severity for one in result.diagnostics] == ["warning"]


def test_the_gross_rate_exceeds_100_without_a_word(rules: Catalogue) -> None:
    """Pupils outside the age group belong to the gross enrolment rate: nothing is wrong."""
    result = rules.rule("nasional/pendidikan-apk-sd", on=2025).evaluate(murid=1040, penduduk_7_12=1000)
    assert result.exact == 104
    assert not result.diagnostics


@bounded
@given(spent=st.lists(st.integers(0, 900), min_size=1, max_size=8), line=st.integers(1, 900))
def test_severity_is_at_most_depth_and_depth_at_most_the_share(
    rules: Catalogue, spent: list[int], line: int
) -> None:
    """P2 ≤ P1 ≤ P0, for a gap is a fraction of the line."""
    people = [{"orang": 1, "pengeluaran": one} for one in spent]
    inputs = {"kelompok": people, "garis_kemiskinan": line}
    depth = exact(rules, "ekonomi-kedalaman-kemiskinan", 2025, **inputs)
    severity = exact(rules, "ekonomi-keparahan-kemiskinan", 2025, **inputs)
    assert 0 <= severity <= depth <= Fraction(sum(one < line for one in spent), len(spent))


@bounded
@given(spent=st.lists(st.integers(0, 900), min_size=1, max_size=8).filter(any), times=st.integers(1, 50))
def test_the_gini_index_is_the_mean_difference_and_knows_no_currency(
    rules: Catalogue, spent: list[int], times: int
) -> None:
    """For equal classes it is Σ|x − y| / (2 n Σx), and the same when everyone spends k times as much."""
    ordered = sorted(one * times for one in spent)
    sums = [Fraction(sum(ordered[:n]), sum(ordered)) for n in range(len(ordered) + 1)]
    classes = [
        {"penduduk": Fraction(1, len(spent)), "kumulatif": after, "kumulatif_sebelumnya": before}
        for before, after in itertools.pairwise(sums)
    ]
    apart = Fraction(sum(abs(x - y) for x in spent for y in spent), 2 * len(spent) * sum(spent))
    assert exact(rules, "ekonomi-gini", 2025, kelas=classes) == apart


@bounded
@given(before=st.integers(1, 10**9), percent=st.integers(-100, 1000))
def test_growth_divides_by_the_year_before(rules: Catalogue, before: int, percent: int) -> None:
    """A value that rose by p percent of last year's has grown by p percent, not by p / (1 + p)."""
    now = Fraction(before) * (100 + percent) / 100
    inputs = {"investasi": now, "investasi_sebelumnya": before}
    assert exact(rules, "ekonomi-pertumbuhan-investasi", 2025, **inputs) == percent


@bounded
@given(number=st.integers(1, 10**7))
def test_the_least_number_of_respondents_is_never_rounded_down(rules: Catalogue, number: int) -> None:
    """It is the smallest whole number that is not below N / (1 + N × 0.023²)."""
    result = rules.rule("nasional/perguruan-tinggi-responden-minimum", on=2025).evaluate(lulusan=number)
    bound = Fraction(number) / (1 + number * Fraction(23, 1000) ** 2)
    assert bound <= Fraction(str(result.value)) < bound + 1


def test_the_environment_index_changes_its_weights_in_2020(rules: Catalogue) -> None:
    """The year decides the weights and the name of the third part."""
    water = {"indeks_air": 50, "indeks_udara": 80}
    assert exact(rules, "lingkungan-iklh", 2019, **water, indeks_tutupan_lahan=60) == 63
    assert exact(rules, "lingkungan-iklh", 2020, **water, indeks_lahan=60) == Fraction("64.34")


def test_the_democracy_index_changes_its_method_in_2021(rules: Catalogue) -> None:
    """Equal aspects give the same under any weights; unequal ones show which method is meant."""
    old = {"kebebasan_sipil": 100, "hak_politik": 0, "lembaga_demokrasi": 0}
    new = {"kebebasan": 100, "kesetaraan": 0, "kapasitas_lembaga": 0}
    assert exact(rules, "tata-kelola-demokrasi", 2020, **old) == Fraction("32.7")
    assert exact(rules, "tata-kelola-demokrasi", 2021, **new) == Fraction("30.9")


def test_two_groups_are_averaged_and_not_added_up(rules: Catalogue) -> None:
    """The mean of two ratios differs from the ratio of sums."""
    inputs = {"bersertifikat_1": 9, "pegawai_1": 10, "bersertifikat_2": 10, "pegawai_2": 100}
    found = exact(rules, "tata-kelola-sertifikasi-kompetensi", 2025, **inputs)
    assert found == 50 != Fraction(19, 110) * 100


@pytest.mark.parametrize(
    ("scale", "value", "category"),
    [
        ("kesehatan-kelas-kematian-ibu", "199.5", "Sedang"),
        ("lingkungan-kelas-udara", "70", "Cukup"),
        ("lingkungan-kelas-ketahanan-daerah", "0.8", "Sedang"),
        ("lingkungan-kelas-pencemaran-air", "5", "Cemar Ringan"),
        ("tata-kelola-kelas-demokrasi", "80", "Sedang"),
    ],
)
def test_a_printed_end_or_gap_has_one_stated_reading(
    rules: Catalogue, scale: str, value: str, category: str
) -> None:
    """A gap of whole numbers and ends that the print closes on one side only."""
    assert rules.rule(f"nasional/{scale}", on=2025).classify(value).category == category


def test_every_target_of_an_opinion_is_written_as_a_word(rules: Catalogue) -> None:
    """The table that orders the opinions is the one that the indicator hands to a report."""
    text = (ROOT / "rules/nasional/tata-kelola-opini-bpk/1.0.0.yaml").read_text(encoding="utf-8")
    table = plain(text)["codes"]
    order = [rules.rule(table, on=2025).look_up(code).exact for code in ("TMP", "TW", "WDP", "WTP")]
    assert order == [1, 2, 3, 4]

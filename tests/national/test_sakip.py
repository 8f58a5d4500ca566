"""The evaluation of performance accountability: which regulation scores which year, and published sums."""

from fractions import Fraction

import pytest

from sakip_rules import Catalogue, RuleError

# The worksheet of a ministry's hospital under 88/2021, as published.
HOSPITAL = {
    "perencanaan_keberadaan": "A",
    "perencanaan_kualitas": "A",
    "perencanaan_pemanfaatan": "B",
    "pengukuran_keberadaan": "AA",
    "pengukuran_kualitas": "A",
    "pengukuran_pemanfaatan": "A",
    "pelaporan_keberadaan": "A",
    "pelaporan_kualitas": "A",
    "pelaporan_pemanfaatan": "A",
    "evaluasi_keberadaan": "AA",
    "evaluasi_kualitas": "A",
    "evaluasi_pemanfaatan": "A",
}


def test_published_worksheet_of_88_2021(rules: Catalogue) -> None:
    """24.0 + 27.6 + 13.5 + 23.0 is 88.1, which is an A."""
    result = rules.rule("nasional/nilai-sakip", on=2022).evaluate(**HOSPITAL)
    assert (result.exact, result.category) == (Fraction(881, 10), "Memuaskan")


def test_official_example_of_12_2015(rules: Catalogue) -> None:
    """A sub-component of weight 10 with 3 yes of 10 scores 3."""
    answers = [{"skor": "ya"}] * 3 + [{"skor": "tidak"}] * 7
    result = rules.rule("nasional/subkomponen-sakip", on=2020).evaluate(bobot=10, jawaban=answers)
    assert result.exact == 3


@pytest.mark.parametrize(
    ("year", "version"), [(2015, "1.0.0"), (2020, "1.0.0"), (2021, "2.0.0"), (2026, "2.0.0")]
)
def test_a_year_is_scored_with_its_own_regulation(rules: Catalogue, year: int, version: str) -> None:
    """Up to 2020 the worksheet of 12/2015 applies, from 2021 that of 88/2021, whenever it is run."""
    assert rules.rule("nasional/nilai-sakip", on=year).reference == f"nasional/nilai-sakip@{version}"


def test_before_the_first_regulation(rules: Catalogue) -> None:
    """2014 has no version, and the answer says so."""
    with pytest.raises(RuleError) as caught:
        rules.rule("nasional/nilai-sakip", on=2014)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["not-yet-in-force"]


def test_the_worksheet_practice_differs_from_the_regulation(rules: Catalogue) -> None:
    """Output alone counts 5 under the regulation and 7.5 on the worksheets for a regional agency."""
    shared = {
        f"{part}_{side}": "0"
        for part, sides in {
            "renstra": "pemenuhan kualitas implementasi",
            "tahunan": "pemenuhan kualitas implementasi",
            "pengukuran": "pemenuhan kualitas implementasi",
            "pelaporan": "pemenuhan kualitas pemanfaatan",
            "evaluasi": "pemenuhan kualitas pemanfaatan",
        }.items()
        for side in sides.split()
    }
    shared |= {"capaian_output": "1", "capaian_outcome": "0"}
    law = rules.rule("nasional/nilai-sakip", on=2020).evaluate(**shared, capaian_tahun_berjalan="0")
    practice = rules.rule("nasional/nilai-sakip-skpd", on=2020).evaluate(**shared)
    assert (law.exact, practice.exact) == (Fraction(5), Fraction(15, 2))


@pytest.mark.parametrize(("table", "letter", "value"), [("a-sampai-e", "c", "0.5"), ("a-sampai-c", "c", "0")])
def test_one_letter_counts_by_its_kind_of_question(
    rules: Catalogue, table: str, letter: str, value: str
) -> None:
    """The letter c is half in a question a-e and nothing in a question a-c."""
    assert rules.rule(f"nasional/jawaban-{table}", on=2020).look_up(letter).exact == Fraction(value)


def test_all_criteria_met_is_not_yet_an_a(rules: Catalogue) -> None:
    """All met is BB; A takes a year of keeping it, AA five."""
    rule = rules.rule("nasional/gradasi-keberadaan", on=2022)
    met = {"kriteria_terpenuhi": 6, "kriteria": 6}
    letters = [rule.evaluate(**met, tahun_dipertahankan=years).category for years in (0, 1, 5)]
    assert letters == ["BB", "A", "AA"]


def test_share_of_criteria_is_not_the_score(rules: Catalogue) -> None:
    """7 of 8 criteria is letter B, 70 percent of 15, and not 87.5 percent of it."""
    rule = rules.rule("nasional/subkomponen-sakip", on=2022)
    letter = rules.rule("nasional/gradasi-sakip", on=2022).classify("87.5").category
    result = rule.evaluate(komponen="perencanaan", dimensi="pemanfaatan", huruf=letter)
    assert result.exact == Fraction(21, 2)

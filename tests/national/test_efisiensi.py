"""Efficiency and budget performance: published scores, limits, and the regulation of each year."""

from fractions import Fraction
from typing import Any

import pytest

from sakip_rules import Catalogue, RuleError


@pytest.mark.parametrize(
    ("planning", "execution", "printed"), [("18.70", "99.27", "58.99"), ("84.63", "95.56", "90.10")]
)
def test_budget_performance_ties_go_up(rules: Catalogue, planning: str, execution: str, printed: str) -> None:
    """58.985 and 90.095 are printed 58.99 and 90.10."""
    rule = rules.rule("nasional/nilai-kinerja-anggaran", on=2026)
    result = rule.evaluate(perencanaan=planning, pelaksanaan=execution)
    assert str(result.value) == printed


def test_category_is_that_of_the_value_before_rounding(rules: Catalogue) -> None:
    """90.004 is printed 90.00 and is still above 90."""
    rule = rules.rule("nasional/nilai-kinerja-anggaran", on=2026)
    result = rule.evaluate(perencanaan="85.008", pelaksanaan="95")
    assert (str(result.value), result.category) == ("90.00", "Sangat Baik")


def test_published_score_of_22_2021(rules: Catalogue) -> None:
    """99.72, 59.98, 99.61 and 95.53 give 87.93."""
    rule = rules.rule("nasional/nilai-aspek-implementasi", on=2021)
    result = rule.evaluate(
        capaian_keluaran="99.72", efisiensi="59.98", konsistensi="99.61", penyerapan="95.53"
    )
    assert result.exact == Fraction(8792791, 100000)
    assert str(result.value) == "87.93"


@pytest.mark.parametrize(
    ("efficiency", "value"), [("74.03", 100), ("20", 100), ("0", 50), ("-20", 0), ("-99", 0)]
)
def test_efficiency_value_is_limited(rules: Catalogue, efficiency: str, value: int) -> None:
    """No efficiency gives more than 100 or less than 0; a report without the limits printed 235."""
    assert rules.rule("nasional/nilai-efisiensi", on=2019).evaluate(efisiensi=efficiency).exact == value


OUTPUT_OF_2011 = {"pagu": 1000, "realisasi_anggaran": 900, "target_volume": 10, "realisasi_volume": 10}
OUTPUT_OF_2017 = {"pagu": 1000, "realisasi_anggaran": 900, "capaian": 100}


@pytest.mark.parametrize(
    ("year", "version", "output"),
    [(2016, "1.0.0", OUTPUT_OF_2011), (2020, "2.0.0", OUTPUT_OF_2017), (2021, "2.0.1", OUTPUT_OF_2017)],
)
def test_each_year_has_its_efficiency(
    rules: Catalogue, year: int, version: str, output: dict[str, Any]
) -> None:
    """A saving of a tenth is 10 percent under each regulation, from the inputs each one asks for."""
    rule = rules.rule("nasional/efisiensi-keluaran", on=year)
    assert rule.reference == f"nasional/efisiensi-keluaran@{version}"
    assert rule.evaluate(keluaran=[output]).exact == 10


@pytest.mark.parametrize(
    ("rule", "year", "code"),
    [
        ("nasional/efisiensi-keluaran", 2010, "not-yet-in-force"),
        ("nasional/efisiensi-keluaran", 2023, "no-longer-in-force"),
        ("nasional/nilai-kinerja-anggaran", 2022, "not-yet-in-force"),
        ("nasional/konsistensi-penyerapan", 2017, "no-longer-in-force"),
    ],
)
def test_rules_end_with_their_regulation(rules: Catalogue, rule: str, year: int, code: str) -> None:
    """A year before or after the regulation is refused."""
    with pytest.raises(RuleError) as caught:
        rules.rule(rule, on=year)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("rule", "value", "unit"),
    [
        ("nasional/efisiensi-selisih", 5, "poin persen"),
        ("nasional/efisiensi-rasio", 95, "persen"),
        ("nasional/efisiensi-indeks", Fraction(20, 19), "rasio"),
    ],
)
def test_one_word_three_meanings(rules: Catalogue, rule: str, value: Fraction, unit: str) -> None:
    """Achievement 100 and absorption 95 are 5 points, a ratio of 95 percent, or an index above 1."""
    result = rules.rule(rule, on=2020).evaluate(capaian=100, serapan=95)
    assert (result.exact, result.figure.unit) == (value, unit)


def test_saving_counts_only_where_the_target_was_met(rules: Catalogue) -> None:
    """A budget that was not used while the target was missed has no efficiency."""
    rule = rules.rule("nasional/efisiensi-penghematan", on=2020)
    budget = {"pagu": 10000, "realisasi_anggaran": 8899}
    assert rule.evaluate(capaian="100.45", **budget).exact == Fraction("11.01")
    assert rule.evaluate(capaian="99.99", **budget).status == "not_applicable"


@pytest.mark.parametrize(("validity", "control"), [("exact", "high"), ("activity", "low")])
def test_forbidden_cells_have_no_weight(rules: Catalogue, validity: str, control: str) -> None:
    """The table of contract quality refuses the two cells that may not occur."""
    assert rules.rule("nasional/bobot-k3", on=2026).look_up(validity, control).reason == "undefined-cell"


def test_two_means_of_one_worksheet(rules: Catalogue) -> None:
    """On one worksheet zeros are left out of one mean and counted in the other."""
    rows = [{"capaian": 100}, {"capaian": 0}, {"capaian": None}]
    means = [
        rules.rule(f"nasional/rata-capaian-{name}-pko", on=2022).evaluate(indikator=rows).exact
        for name in ("iku", "sasaran")
    ]
    assert means == [100, 50]

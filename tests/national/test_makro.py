"""IPM, growth and progress: figures of the statistics office and laws of the formulas."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules import Catalogue

ROOT = Path(__file__).parents[2]
YEARS = st.decimals("20", "85", places=2)
bounded = settings(max_examples=25, deadline=None)


def test_the_national_figure_of_2018_comes_out(rules: Catalogue) -> None:
    """The statistics office printed 71.39 for its own four figures."""
    result = rules.rule("nasional/ipm", on=2018).evaluate(
        umur_harapan_hidup="71.20",
        harapan_lama_sekolah="12.91",
        rata_lama_sekolah="8.17",
        pengeluaran="11059000",
    )
    assert (str(result.value), result.category) == ("71.39", "Tinggi")


@bounded
@given(low=YEARS, high=YEARS)
def test_a_longer_life_never_lowers_the_index(rules: Catalogue, low: object, high: object) -> None:
    """With all else equal the index does not fall when life expectancy rises."""
    low, high = sorted((str(low), str(high)), key=Fraction)
    others = {"harapan_lama_sekolah": "13", "rata_lama_sekolah": "8", "pengeluaran": "10000000"}
    ipm = rules.rule("nasional/ipm", on=2020)
    shorter = ipm.evaluate(umur_harapan_hidup=low, **others).value
    longer = ipm.evaluate(umur_harapan_hidup=high, **others).value
    assert shorter is not None
    assert longer is not None
    assert shorter <= longer


@bounded
@given(before=st.integers(1, 10**12), percent=st.integers(-100, 1000))
def test_growth_by_a_percentage_is_that_percentage(rules: Catalogue, before: int, percent: int) -> None:
    """A figure that rose by p percent of last year's has grown by p percent."""
    now = Fraction(before) * (100 + percent) / 100
    result = rules.rule("nasional/pertumbuhan", on=2020).evaluate(nilai=now, nilai_sebelumnya=before)
    assert result.exact == percent


@pytest.mark.parametrize(
    ("realised", "target", "right"),
    [("78.76", "39.16", "201.12"), ("49.20", "23.24", "211.70"), ("82.83", "86", "96.31")],
)
def test_progress_divides_the_realised_figure(
    rules: Catalogue, realised: str, target: str, right: str
) -> None:
    """A report printed 683.6 and 1213 because it divided the achievement instead."""
    rule = rules.rule("nasional/kemajuan-jangka-menengah", on=2020)
    result = rule.evaluate(kumulatif=False, tahun=[{"realisasi": realised}], target_akhir=target)
    assert str(result.value) == right

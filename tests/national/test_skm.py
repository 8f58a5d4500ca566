"""SKM: the bands on two decimals, and the printed weight 0.11."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules import Catalogue

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("value", "year", "category"),
    [
        ("64.995", 2020, "Kurang Baik"),
        ("64.994", 2020, "Tidak Baik"),
        ("76.605", 2020, "Baik"),
        ("88.305", 2020, "Sangat Baik"),
        ("88.304", 2020, "Baik"),
        ("81.26", 2010, "Sangat Baik"),
        ("81.26", 2020, "Baik"),
    ],
)
def test_a_score_is_rounded_to_two_places_before_it_is_graded(
    rules: Catalogue, value: str, year: int, category: str
) -> None:
    """Between the printed ends only rounding decides, and each year has its own table."""
    assert rules.rule("nasional/skm-mutu", on=year).classify(value).category == category


@settings(max_examples=25, deadline=None)
@given(
    sums=st.lists(st.integers(100, 400), min_size=9, max_size=9),
    weight=st.sampled_from(["0.11", "0.111", "0.1", "1"]),
)
def test_equal_weights_mean_equal_shares(rules: Catalogue, sums: list[int], weight: str) -> None:
    """However one ninth is printed, the index is 25 times the plain mean of the elements."""
    rule = rules.rule("nasional/skm-indeks", on=2020)
    rows = [{"jumlah_skor": total, "responden": 100} for total in sums]
    weighted = rule.evaluate(unsur=[row | {"bobot": weight} for row in rows])
    assert weighted.value == rule.evaluate(unsur=rows).value
    assert weighted.exact == rule.evaluate(unsur=rows).exact


@pytest.mark.parametrize(("score", "index"), [(400, "99.40"), (100, "24.85")])
def test_the_old_weights_do_not_reach_100(rules: Catalogue, score: int, index: str) -> None:
    """Fourteen times 0.071 is 0.994, so neither end of the old table is reached."""
    rows = [{"jumlah_skor": score, "responden": 100}] * 14
    assert str(rules.rule("nasional/skm-indeks", on=2010).evaluate(unsur=rows).value) == index

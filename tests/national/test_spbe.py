"""SPBE and the digital government index that takes its place in 2026."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules import Catalogue, SakipRulesError

ROOT = Path(__file__).parents[2]
ASPECTS = {
    "kebijakan_internal": (10, "13"),
    "perencanaan_strategis": (4, "10"),
    "tik": (4, "10"),
    "penyelenggara": (2, "5"),
    "penerapan_manajemen": (8, "12"),
    "audit_tik": (3, "4.5"),
    "administrasi": (10, "27.5"),
    "layanan_publik": (6, "18"),
}


@pytest.mark.parametrize(
    ("value", "year", "category"),
    [
        ("5.0", 2025, "Memuaskan"),
        ("4.2125", 2025, "Memuaskan"),
        ("4.1", 2025, "Sangat Baik"),
        ("4.1", 2026, "Memuaskan"),
        ("3.9", 2025, "Sangat Baik"),
        ("3.9", 2026, "Sangat Baik"),
        ("5.0", 2026, "Memuaskan"),
    ],
)
def test_the_predicate_follows_the_year(rules: Catalogue, value: str, year: int, category: str) -> None:
    """A perfect 5.0 has a predicate, and from 2026 Memuaskan begins at 4.0."""
    assert rules.rule("nasional/spbe-predikat", on=year).classify(value).category == category


@settings(max_examples=25, deadline=None)
@given(levels=st.lists(st.integers(0, 5), min_size=47, max_size=47))
def test_the_index_is_the_weighted_mean_of_the_aspects(rules: Catalogue, levels: list[int]) -> None:
    """Each aspect counts with its own weight and the plain mean of its indicators."""
    data = {}
    expected = Fraction(0)
    for name, (count, weight) in ASPECTS.items():
        own, levels = levels[:count], levels[count:]
        data[name] = [{"tingkat": level} for level in own]
        expected += Fraction(sum(own), count) * Fraction(weight) / 100
    result = rules.rule("nasional/spbe-indeks", on=2025).evaluate(**data)
    assert result.exact == expected


def test_the_indicators_of_spbe_do_not_give_an_index_for_2026(rules: Catalogue) -> None:
    """The successor asks for other indicators, so an old worksheet is refused, not reinterpreted."""
    data = {name: [{"tingkat": 5}] * count for name, (count, _) in ASPECTS.items()}
    with pytest.raises(SakipRulesError):
        rules.rule("nasional/spbe-indeks", on=2026).evaluate(**data)

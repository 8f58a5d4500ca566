"""The national scales: what they say in the gaps of a printed scale, at their ends, and in which year."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.bundled import bundled

from sakip_rules import Catalogue, RuleError

READINGS = ("lantai", "bulat", "batas-atas", "tolak")


@pytest.mark.parametrize(
    ("value", "answers"),
    [
        ("90.5", ("Tinggi", "Sangat Tinggi", "Sangat Tinggi", "scale-gap")),
        ("90.4", ("Tinggi", "Tinggi", "Sangat Tinggi", "scale-gap")),
        ("75.5", ("Sedang", "Tinggi", "Tinggi", "scale-gap")),
        ("65.5", ("Rendah", "Sedang", "Sedang", "scale-gap")),
        ("50.5", ("Sangat Rendah", "Rendah", "Rendah", "scale-gap")),
        ("100.5", ("Sangat Tinggi", "Sangat Tinggi", "Sangat Tinggi", "outside-domain")),
    ],
)
def test_each_reading_of_the_printed_scale(
    rules: Catalogue, value: str, answers: tuple[str, str, str, str]
) -> None:
    """Between the printed ranks each reading gives its own answer."""
    found = [rules.rule(f"nasional/skala-permendagri-{name}", on=2020).classify(value) for name in READINGS]
    assert tuple(one.category or one.reason for one in found) == answers


@given(value=st.integers(min_value=0, max_value=100))
@settings(max_examples=40)
def test_readings_agree_on_what_is_printed(value: int) -> None:
    """On whole numbers up to 100 all readings of the printed scale give one rank."""
    catalogue = bundled()
    ranks = {
        catalogue.rule(f"nasional/skala-permendagri-{name}", on=2020).classify(value).category
        for name in READINGS
    }
    assert len(ranks) == 1
    assert None not in ranks


@pytest.mark.parametrize("name", READINGS)
def test_the_year_chooses_the_regulation(rules: Catalogue, name: str) -> None:
    """Until 2016 the scale is ascribed to Permendagri 54/2010, from 2017 to 86/2017."""
    rule = f"nasional/skala-permendagri-{name}"
    assert rules.rule(rule, on=2016).reference == f"{rule}@1.0.0"
    assert rules.rule(rule, on=2017).reference == f"{rule}@1.0.1"
    with pytest.raises(RuleError) as caught:
        rules.rule(rule, on=2009)
    assert [diagnostic.code for diagnostic in caught.value.diagnostics] == ["not-yet-in-force"]


@given(value=st.decimals(min_value=0, max_value=100, places=6))
@settings(max_examples=60)
def test_both_regulations_grade_alike(value: Decimal) -> None:
    """The grade of an AKIP score is the same under 12/2015 and 88/2021."""
    catalogue = bundled()
    old, new = (catalogue.rule("nasional/predikat-sakip", on=year).classify(value) for year in (2020, 2021))
    assert old.category == new.category is not None


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("90", "Memuaskan"),
        ("90.000001", "Sangat Memuaskan"),
        ("60", "Cukup (Memadai)"),
        ("0", "Sangat Kurang"),
    ],
)
def test_upper_ends_of_the_akip_grades_are_closed(rules: Catalogue, value: str, category: str) -> None:
    """An end of a range belongs to the grade below it, and zero has a grade."""
    assert rules.rule("nasional/predikat-sakip", on=2024).classify(value).category == category


def test_a_printed_hole_stays_a_hole(rules: Catalogue) -> None:
    """Exactly 85 has no category on a scale printed without it."""
    assert rules.rule("nasional/skala-maluku-tengah", on=2021).classify(85).reason == "scale-gap"


@pytest.mark.parametrize(
    ("rule", "category"),
    [("nasional/skala-lan", "Sangat Berhasil"), ("nasional/skala-penataan-ruang", "Baik")],
)
def test_the_same_number_under_scales_with_other_ends(rules: Catalogue, rule: str, category: str) -> None:
    """85 is in the top class of a scale with closed lower ends, and below it where upper ends are closed."""
    assert rules.rule(rule, on=2021).classify(85).category == category

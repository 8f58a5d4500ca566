from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from sakip_rules.links.shapes import band_of
from sakip_rules.models import Rounding, ScaleRounding, ScaleRule, WrittenBand
from sakip_rules.scales import Span
from sakip_rules.wording.rules import (
    band_words,
    interval_words,
    period,
    rounded_first_words,
    rounding_words,
    unit_words,
)


def scale(**stated: Any) -> ScaleRule:
    """A scale with one band."""
    return ScaleRule.read(
        {
            "kind": "scale",
            "id": "contoh/skala",
            "version": "1.0.0",
            "title": "Skala",
            "unit": "nilai",
            "legal_basis": [{"document": "X", "confidence": "applied"}],
            "bands": [{"category": "A", "from": "0"}],
            "examples": [{"title": "t", "given": "0", "category": "A"}],
            **stated,
        }
    )


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("2018", None, "sejak 2018"),
        ("2018", "2019", "2018–2019"),
        ("2018", "2018", "2018"),
        ("2018-07-01", None, "sejak 2018-07-01"),
        ("2018", "2019-06-30", "2018-01-01 – 2019-06-30"),
    ],
)
def test_the_years_of_a_version(since: str, until: str | None, said: str) -> None:
    """Whole years as years, else the days."""
    ends = {"valid_from": since} | ({"valid_to": until} if until is not None else {})
    rule = scale(**ends)
    assert rule.valid_from == date.fromisoformat(since if "-" in since else f"{since}-01-01")
    assert period(rule, "id") == said


@pytest.mark.parametrize(
    ("places", "indonesian", "english"),
    [
        (2, "dibulatkan 2 desimal", "rounded to 2 places"),
        (0, "dibulatkan 0 desimal", "rounded to 0 places"),
        (-3, "dibulatkan ke kelipatan 1.000", "rounded to multiples of 1,000"),
    ],
)
def test_a_rounding_says_places_mode_and_what_is_carried(places: int, indonesian: str, english: str) -> None:
    """All three decide figures; tens, hundreds and thousands are named as what they are."""
    rounding = Rounding(places=places, mode="down", carry="rounded")
    assert (
        rounding_words(rounding, "id")
        == f"{indonesian}, dipotong; langkah berikutnya memakai angka yang sudah dibulatkan"
    )
    assert rounding_words(rounding, "en") == f"{english}, cut off; later steps use the rounded number"


def test_a_scale_says_that_it_rounds_first() -> None:
    """What is rounded is the value that is banded; nothing is carried."""
    assert (
        rounded_first_words(ScaleRounding(places=2), "id")
        == "nilai dibulatkan 2 desimal dahulu (setengah ke atas)"
    )
    assert (
        rounded_first_words(ScaleRounding(places=-1), "en")
        == "values are rounded to multiples of 10 first (half up)"
    )


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"from": "0", "words": "0 - 64,99"}, "0 - 64,99"),
        ({"status": "missing"}, "belum ada"),
        ({"above": "75", "up_to": "1000.5"}, "> 75 dan ≤ 1.000,5"),
        ({"from": "1", "below": "2"}, "≥ 1 dan < 2"),
        ({"exactly": "100"}, "= 100"),
    ],
)
def test_a_band_is_told_by_its_printed_words_or_its_ends(stated: dict[str, str], said: str) -> None:
    """The regulation's words come first; without them the stated ends with their signs."""
    assert band_words(band_of(WrittenBand.read({"category": "A", **stated}), None), "id") == said


def test_a_domain_names_its_stated_ends() -> None:
    """A missing end is not named."""
    assert interval_words(Span(high=Fraction(1, 2), high_closed=True), "en") == "≤ 0.5"
    assert interval_words(Span(), "en") == ""


@pytest.mark.parametrize(
    ("unit", "indonesian", "english"),
    [
        ("persen", "satuan persen", "unit percent"),
        ("rumah tangga", "satuan rumah tangga", "unit households"),
        ("satuan indikator", "satuan indikator", "unit of the indicator"),
        ("satuannya", "satuan satuannya", "unit satuannya"),
    ],
)
def test_a_unit_is_named_once(unit: str, indonesian: str, english: str) -> None:
    """`satuan indikator` is one already."""
    assert (unit_words(unit, "id"), unit_words(unit, "en")) == (indonesian, english)

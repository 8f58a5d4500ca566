"""National scores and indices: every expected figure computed apart, and honesty about sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.independent import indices
from tests.plain import plain

from sakip_rules import Catalogue

ROOT = Path(__file__).parents[2]


REFERENCES = sorted(indices.COMPUTE)


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_source_that_was_not_read_says_so_in_words(reference: str) -> None:
    """A legal basis is quoted, or carries a note in both languages that says what is not known."""
    name, _, version = reference.partition("@")
    text = (ROOT / "rules" / "nasional" / name / f"{version}.yaml").read_text(encoding="utf-8")
    for basis in plain(text)["legal_basis"]:
        assert basis["confidence"] == "quoted" or {"id", "en"} <= set(basis["note"])


@pytest.mark.parametrize(
    ("value", "category"),
    [
        ("100", "Tuntas Paripurna"),
        ("99.999999", "Tuntas Utama"),
        ("99.5", "Tuntas Utama"),
        ("59.999999", "Belum Tuntas"),
    ],
)
def test_a_value_between_two_printed_classes_of_spm_gets_the_lower(
    rules: Catalogue, value: str, category: str
) -> None:
    """Only exactly 100 is Tuntas Paripurna."""
    assert rules.rule("nasional/spm-kelas", on=2021).classify(value).category == category


def test_a_grade_of_exactly_60_does_not_open_the_integrity_zone(rules: Catalogue) -> None:
    """The application calls 60 a B and then asks for more than 60."""
    data = {
        "tujuan": "WBK",
        "jenis_instansi": "pemda",
        "opini_bpk": "WTP",
        "indeks_rb": "80",
        "tingkat_spip": 3,
    }
    rule = rules.rule("nasional/zona-integritas", on=2024)
    assert rule.evaluate(**data, nilai_sakip="60").exact == 0
    assert rule.evaluate(**data, nilai_sakip="60.01").exact == 1

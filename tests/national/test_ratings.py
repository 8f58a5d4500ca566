"""Rules by which other offices rate a government: figures computed apart, honesty about sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.independent import ratings
from tests.plain import plain

from sakip_rules import Catalogue

ROOT = Path(__file__).parents[2]
REFERENCES = sorted(ratings.COMPUTE)


@pytest.mark.parametrize("reference", REFERENCES)
def test_a_reader_can_follow_every_source(reference: str) -> None:
    """A legal basis has a note in both languages; quoted words come with the words and where they are."""
    name, _, version = reference.partition("@")
    text = (ROOT / "rules" / "nasional" / name / f"{version}.yaml").read_text(encoding="utf-8")
    for basis in plain(text)["legal_basis"]:
        assert {"id", "en"} <= set(basis["note"])
        assert "url" in basis or basis["confidence"] == "recalled"
        assert ("quote" in basis) == (basis["confidence"] == "quoted")


def test_the_integrity_survey_is_not_rounded_before_it_is_classed(rules: Catalogue) -> None:
    """Bali's 77.97 was announced as waspada; rounded to the printed decimal it would be 78.0, terjaga."""
    assert rules.rule("nasional/spi-kategori", on=2024).classify("77.97").category == "Waspada"


def test_a_village_at_a_limit_has_the_lower_status(rules: Catalogue) -> None:
    """The regulation says `at most` of the limit itself, and `more than` of what lies above it."""
    rule = rules.rule("nasional/desa-status-idm", on=2022)
    assert [rule.classify(value).category for value in ("0.8155", "0.8156")] == ["Maju", "Mandiri"]

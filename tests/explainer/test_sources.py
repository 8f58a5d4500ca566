from sakip_rules import Catalogue
from sakip_rules.explainer.sources import (
    band_of_category,
    basis_lines,
    rules_by_reference,
)
from sakip_rules.values import Category


def test_rules_are_found_by_their_pinned_reference(catalogue: Catalogue) -> None:
    """Every version of every rule is there once."""
    assert sorted(rules_by_reference(catalogue.rules)) == [
        "contoh/capaian@1.0.0",
        "contoh/capaian@2.0.0",
        "contoh/kerangka@1.0.0",
        "contoh/rasio@1.0.0",
        "contoh/skala@1.0.0",
    ]


def test_the_legal_basis_says_how_sure_it_is(catalogue: Catalogue) -> None:
    """Document and section, the confidence in words, and what was quoted."""
    rule = rules_by_reference(catalogue.rules)["contoh/skala@1.0.0"]
    assert [line.text for line in basis_lines([rule], "en")] == [
        "contoh/skala@1.0.0: Sample scale",
        "Pedoman contoh, Tabel 1",
        "quoted: its own words were read",
        "“Seratus ke atas tinggi.”",
    ]


def test_the_band_of_a_category_is_found(catalogue: Catalogue) -> None:
    """By its label; without the scale's file there is none."""
    rules = rules_by_reference(catalogue.rules)
    band = band_of_category(rules, "contoh/skala@1.0.0", Category("Tinggi"))
    assert band is not None
    assert band.from_ == 100
    assert band_of_category(rules, None, Category("Tinggi")) is None

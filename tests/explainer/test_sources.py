from sakip_rules import Catalogue
from sakip_rules.explainer.sources import (
    band_of_category,
    band_words,
    basis_lines,
    case_of,
    interval_words,
    rules_by_reference,
    step_of,
)
from sakip_rules.models import ScaleRule
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


def test_a_band_is_told_by_its_printed_words_or_its_ends(catalogue: Catalogue) -> None:
    """The regulation's words come first; without them the ends with their signs."""
    rules = rules_by_reference(catalogue.rules)
    high, low, absent = (
        band_of_category(rules, "contoh/skala@1.0.0", Category(label))
        for label in ("Tinggi", "Rendah", "Belum dinilai")
    )
    assert high is not None
    assert low is not None
    assert absent is not None
    assert [band_words(band, "id") for band in (high, low, absent)] == [
        "≥ 100",
        "Kurang dari 100",
        "belum ada",
    ]
    assert band_of_category(rules, None, Category("Tinggi")) is None


def test_an_interval_names_its_stated_ends(catalogue: Catalogue) -> None:
    """A missing end is not named."""
    scale = rules_by_reference(catalogue.rules)["contoh/skala@1.0.0"]
    assert isinstance(scale, ScaleRule)
    assert interval_words(scale.bands[1], "id") == "< 100"


def test_steps_and_cases_are_found_in_their_files(catalogue: Catalogue) -> None:
    """A level's step, and a case of a rule's own formula; elsewhere there is nothing."""
    rules = rules_by_reference(catalogue.rules)
    step = step_of(rules["contoh/kerangka@1.0.0"], "indikator", "akar")
    assert step is not None
    assert step.formula == "root(target, 2)"
    case = case_of(rules["contoh/capaian@2.0.0"], None, "result", 0)
    assert case is not None
    assert case.when == "target == 0"
    assert case_of(rules["contoh/rasio@1.0.0"], None, "result", 0) is None
    assert step_of(None, "indikator", "akar") is None

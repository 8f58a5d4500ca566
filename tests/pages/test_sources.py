"""What all pages are made from."""

from sakip_rules import Catalogue
from sakip_rules.models import Reference
from sakip_rules.pages.sources import SiteSources


def test_a_reference_means_the_version_of_the_rules_first_day(bundled_sources: SiteSources) -> None:
    """An older version of a rule refers to the scale of its years."""
    older = next(
        subject.rule for subject in bundled_sources.subjects
        if subject.rule.reference == "nasional/skala-permendagri-lantai@1.0.0"
    )  # fmt: skip
    meant = bundled_sources.meant(older, Reference("nasional/skala-permendagri-bulat"))
    assert meant is not None
    assert meant.version == "1.0.0"
    assert bundled_sources.meant(older, Reference("nasional/tidak-ada")) is None
    assert bundled_sources.path_of(meant) == "rumus/nasional/skala-permendagri-bulat/1.0.0.md"


def test_figures_and_questions_are_found_by_rule(bundled_sources: SiteSources, own: Catalogue) -> None:
    """An agency's own rules have neither."""
    assert len(bundled_sources.figures["nasional/capaian-makin-tinggi@1.0.0"]) > 50
    assert bundled_sources.questions_about(bundled_sources.newest["nasional/capaian-makin-tinggi"])
    sources = SiteSources(own.checked)
    assert (sources.figures, sources.questions) == ({}, [])
    assert [subject.rule.version for subject in sources.subjects] == ["1.0.0", "2.0.0"]
    assert sources.path_of(bundled_sources.newest["nasional/ipm"]) is None

"""Published figures on the page of the rule that computes them."""

from tests.pages.rule.conftest import view
from tests.pages.seen import words

from sakip_rules.pages.rule.printed import figures_table
from sakip_rules.pages.sources import SiteSources


def test_each_printed_figure_stands_beside_the_computed_one(bundled_sources: SiteSources) -> None:
    """The Attorney General's 58.99, printed and computed; a class without a number, too."""
    figures = bundled_sources.figures["nasional/nilai-kinerja-anggaran@1.0.0"]
    assert "Kejaksaan RI, NKA 20 Juli 2026 58,99 58,99 sama Dari peraturan" in words(
        figures_table(figures, view("id"))
    )
    grades = bundled_sources.figures["nasional/kategori-nka@1.0.1"]
    assert "93.8 Sangat Baik Sangat Baik same From regulations" in words(figures_table(grades, view("en")))
    assert figures_table([], view("id")) == ""

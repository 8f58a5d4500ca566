from collections.abc import Callable

import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer import rules_by_reference
from sakip_rules.explainer.computed import figure_lines
from sakip_rules.explainer.spots import Spot
from sakip_rules.results import ReportTree

Lines = Callable[..., list[str]]


@pytest.fixture
def lines(catalogue: Catalogue, tree: ReportTree) -> Lines:
    """The lines of one figure of the small report."""

    def told(path: str, name: str, *, lang: str = "id", depth: int = 0) -> list[str]:
        rules = rules_by_reference(catalogue.rules)
        node = tree.root.find(path)
        assert node is not None
        spot = Spot(node.now.record, node, 2020, rules["contoh/kerangka@1.0.0"])
        figure = node.now.record.figures[name]
        return [line.text for line in figure_lines(figure, spot, rules, depth, lang)]

    return told


def test_a_figure_of_a_rule_shows_the_rule_at_work(lines: Lines) -> None:
    """Case and note, formula as text, in words and with its numbers, exact and rounded value, band."""
    assert lines("a", "capaian") == [
        "capaian = 33,3 persen [Rendah]",
        "dihitung dengan aturan contoh/capaian@2.0.0",
        "berlaku kasus ke-2: Makin tinggi makin baik.",
        "rumus: realisasi / target * 100",
        "artinya: Yang dicapai ÷ Yang dituju × 100",
        "angkanya: (50/3) ÷ 50 × 100",
        "tepatnya 100/3 ≈ 33,333333",
        "dibulatkan 1 desimal, setengah ke atas; langkah berikutnya memakai angka bulatnya",
        "kategori Rendah: Kurang dari 100 (skala contoh/skala@1.0.0)",
    ]


def test_a_datum_is_one_line_with_its_document(lines: Lines) -> None:
    """Where it stands is said beside it."""
    assert lines("a", "target", depth=1) == ["target = 50 (dari data, tercantum di Renstra)"]


def test_a_default_is_told_from_a_datum(lines: Lines) -> None:
    """The reader sees that nobody gave it."""
    assert lines("a", "aktif", depth=1, lang="en") == [
        "aktif = yes (the data does not give it; the rule's default)"
    ]


def test_an_approximate_number_shows_its_ends(lines: Lines) -> None:
    """The root of 50 lies between two neighbouring decimals of 50 digits."""
    assert lines("a", "akar", lang="en")[-1] == (
        "approximate: between 7.0710678118654752440084436210484903928483593768847"
        " and 7.0710678118654752440084436210484903928483593768848"
    )


def test_an_aggregate_shows_its_rows(lines: Lines) -> None:
    """Which counted, which did not, and their values; the mean of 33,3 and 250 is 141,65."""
    assert lines(".", "capaian") == [
        "capaian = 141,65 persen [Tinggi]",
        "rumus: mean(indikator.capaian, where=given(indikator.capaian))",
        "mean: 2 baris dihitung; tidak ikut: b (syarat tidak dipenuhi)",
        "a: capaian 33,3 [Rendah]",
        "b: capaian belum ada [Belum dinilai]",
        "c: capaian 250,0 [Tinggi]",
        "kategori Tinggi: ≥ 100 (skala contoh/skala@1.0.0)",
    ]


def test_a_missing_figure_says_so(lines: Lines) -> None:
    """No number is shown where there is none; the band of absent values is."""
    assert lines("b", "capaian")[0] == "capaian = belum ada [Belum dinilai]"

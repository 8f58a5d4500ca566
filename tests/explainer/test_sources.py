from sakip_rules import Catalogue
from sakip_rules.explainer.sources import basis_lines


def test_the_legal_basis_says_how_sure_it_is(catalogue: Catalogue) -> None:
    """Document and section, the confidence in words, and what was quoted."""
    source = catalogue.rule("contoh/skala@1.0.0").plan.source
    lines = basis_lines(source.reference, source.title, source.basis, "en")
    assert [line.text for line in lines] == [
        "contoh/skala@1.0.0: Sample scale",
        "Pedoman contoh, Tabel 1",
        "quoted: its own words were read",
        "“Seratus ke atas tinggi.”",
    ]

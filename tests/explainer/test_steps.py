from pathlib import Path

import pytest

from sakip_rules import Catalogue
from sakip_rules.explainer import explain_node, explain_record, render, rules_by_reference
from sakip_rules.results import Node, ReportTree

FRAMEWORK = "contoh/kerangka@1.0.0"


def node(tree: ReportTree, path: str) -> Node:
    """A record of the small report."""
    found = tree.root.find(path)
    assert found is not None
    return found


def test_a_figure_is_followed_down_to_the_data(catalogue: Catalogue, tree: ReportTree) -> None:
    """Capaian uses realisasi, which another rule gives from two counts; each thing is told once."""
    rules = rules_by_reference(catalogue.rules)
    lines = explain_node(node(tree, "a"), rules, framework=FRAMEWORK)
    told = [line.text for line in lines]
    assert told[:4] == ["a · capaian · 2020", "=1+1 | <b>_judul_</b>", "Indikator", ""]
    figures = [line.text.partition(" (")[0] for line in lines if " = " in line.text]
    assert figures == [
        "capaian = 33,3 persen [Rendah]",
        "realisasi = 16,67 persen",
        "terlayani = 1 orang",
        "semua = 6 orang",
        "target = 50",
    ]
    assert [text for text in told if text.endswith("@1.0.0: Bagian yang terlayani")] != []


def test_the_year_of_a_figure_can_be_chosen(catalogue: Catalogue, tree: ReportTree) -> None:
    """A step that the report states for an earlier year says so."""
    lines = explain_node(node(tree, "a"), rules_by_reference(catalogue.rules), year=2019, lang="en")
    told = [line.text for line in lines]
    assert told[0] == "a · capaian · 2019"
    assert "stated by the report, not computed" in told


def test_a_figure_that_is_not_there_is_an_error(catalogue: Catalogue, tree: ReportTree) -> None:
    """So is a year that is not given."""
    rules = rules_by_reference(catalogue.rules)
    with pytest.raises(KeyError):
        explain_node(node(tree, "a"), rules, figure="tidak_ada")
    with pytest.raises(KeyError):
        explain_node(node(tree, "b"), rules, year=2019)


def test_a_result_is_explained_with_its_warnings(catalogue: Catalogue) -> None:
    """A check that warns is told in the language asked for."""
    result = catalogue.rule("contoh/rasio", on=2020).evaluate(terlayani=5, semua=4)
    told = render(explain_record(result.record, rules_by_reference(catalogue.rules), "en"))
    assert "result = 125.00 persen" in told
    assert "numbers: 5 ÷ 4 × 100" in told
    assert "To be noted\n" in told
    assert "More were served than there are." in told


def test_the_longest_chain_of_rules_is_explained(tmp_path: Path) -> None:
    """500 rules that call each other take no recursion; the lowest one's input is told."""
    for place in range(500):
        file = tmp_path / "c" / f"r{place}" / "1.0.0.yaml"
        file.parent.mkdir(parents=True)
        steps = (
            f"steps: {{y: {{rule: c/r{place + 1}}}}}\nformula: y + 1\n" if place < 499 else "formula: x + 1\n"
        )
        file.write_text(
            f"kind: index\nid: c/r{place}\nversion: 1.0.0\ntitle: R{place}\nvalid_from: 2020\nunit: nilai\n"
            "legal_basis: [{document: X, confidence: applied}]\ninputs: {x: {}}\n"
            f"{steps}examples: [{{title: t, given: {{x: 0}}, result: {500 - place}}}]\n",
            encoding="utf-8",
        )
    catalogue = Catalogue.load(tmp_path)
    record = catalogue.rule("c/r0@1.0.0").evaluate(x=0).record
    lines = explain_record(record, rules_by_reference(catalogue.rules))
    told = [line.text for line in lines]
    assert told[3] == "result = 500,00 nilai"
    assert "x = 0 (dari data)" in told
    assert "c/r499@1.0.0: R499" in told

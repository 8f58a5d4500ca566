from pathlib import Path

import pytest
from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.explainer.lines import render
from sakip_rules.explainer.steps import explain_node, explain_record
from sakip_rules.results import ReportNode, ReportTree


def node(tree: ReportTree, path: str) -> ReportNode:
    """A record of the small report."""
    found = tree.root.find(path)
    assert found is not None
    return found


def test_a_figure_is_followed_down_to_the_data(tree: ReportTree) -> None:
    """Capaian uses realisasi, which another rule gives from two counts; each thing is told once."""
    lines = explain_node(node(tree, "a"), tree.framework)
    told = [line.text for line in lines]
    assert told[:4] == ["a · capaian · 2020", "=1+1 | <b>_judul_</b>", "Indikator", ""]
    figures = [line.text.partition(" (")[0] for line in lines if line.about == "figure"]
    assert figures == [
        "capaian = 33,3 persen [Rendah]",
        "realisasi = 16,67 persen",
        "terlayani = 1 orang",
        "semua = 6 orang",
        "target = 50",
    ]
    assert [text for text in told[told.index("Dasar hukum") :] if "@" in text] == [
        "contoh/capaian@2.0.0: Capaian contoh",
        "contoh/skala@1.0.0: Skala contoh",
        "contoh/rasio@1.0.0: Bagian yang terlayani",
    ]


def test_the_year_of_a_figure_can_be_chosen(tree: ReportTree) -> None:
    """A step that the report states for an earlier year says so."""
    lines = explain_node(node(tree, "a"), tree.framework, year=2019, lang="en")
    told = [line.text for line in lines]
    assert told[0] == "a · capaian · 2019"
    assert "stated by the report, not computed" in told


def test_a_figure_that_is_not_there_is_an_error(tree: ReportTree) -> None:
    """So is a year that is not given."""
    with pytest.raises(KeyError):
        explain_node(node(tree, "a"), tree.framework, figure="tidak_ada")
    with pytest.raises(KeyError):
        explain_node(node(tree, "b"), tree.framework, year=2019)


def test_a_result_is_explained_with_its_warnings(catalogue: Catalogue) -> None:
    """A check that warns is told in the language asked for."""
    result = catalogue.rule("contoh/rasio", on=2020).evaluate(terlayani=5, semua=4)
    told = render(explain_record(result.record, "en"))
    assert "result = 125.00 percent" in told
    assert "numbers: 5 ÷ 4 × 100" in told
    assert "To be noted\n" in told
    assert "More were served than there are." in told


CALLED = "inputs: {x: {}, y: {}, z: {default: 7}}\nformula: x + y + z"
CALLING = """
    inputs: {x: {}, y: {}, lain: {}}
    steps:
      jumlah:
        rule: contoh/b
        with:
          x: lain * 2
          y:
            - {when: lain > 0, then: x * 3, note: {id: Naik., en: Up.}}
            - {otherwise: 0}
    formula: jumlah
"""


def explained(folder: Path, called: str, calling: str, **given: int) -> list[str]:
    """The lines that explain `contoh/a`, which calls `contoh/b`, down to the legal basis."""
    catalogue = rules(folder, {"index a": calling, "index b": called})
    record = catalogue.rule("contoh/a@1.0.0").evaluate(**given).record
    told = render(explain_record(record, "en"))
    return told.partition("\n\nLegal basis")[0].splitlines()[3:]


def test_an_input_is_explained_by_what_it_is_bound_to(tmp_path: Path) -> None:
    """Neither by the caller's value of its own name, nor, with a default, by any value of the caller."""
    assert explained(tmp_path, CALLED, CALLING, x=1, y=50, lain=5) == [
        "result = 20.00 score",
        "  formula: jumlah",
        "  numbers: 20",
        "  jumlah = 20.00 score",
        "    computed by rule contoh/b@1.0.0",
        "    formula: x + y + z",
        "    numbers: 10 + 3 + 7",
        "    x = 10 (bound to lain * 2)",
        "      lain = 5 (from the data)",
        "    y = 3",
        "      bound by the caller",
        "      case 1 applies, because lain (5) > 0: Up.",
        "      formula: x * 3",
        "      numbers: 1 × 3",
        "      x = 1 (from the data)",
        "    z = 7 (the data does not give it; the rule's default)",
    ]


def test_names_that_are_exchanged_are_explained_as_the_called_rule_has_them(tmp_path: Path) -> None:
    """`x` of the called rule is the caller's `y`: each is told with its own value."""
    called = "inputs: {x: {}, y: {}}\nformula: x - y"
    calling = """
        inputs: {x: {}, y: {}}
        steps: {selisih: {rule: contoh/b, with: {x: y, y: x}}}
        formula: selisih
    """
    assert explained(tmp_path, called, calling, x=1, y=50)[3:] == [
        "  selisih = 49.00 score",
        "    computed by rule contoh/b@1.0.0",
        "    formula: x - y",
        "    numbers: 50 − 1",
        "    x = 50 (bound to y)",
        "      y = 50 (from the data)",
        "    y = 1 (bound to x)",
        "      x = 1 (from the data)",
    ]


def test_a_polarity_that_is_bound_is_said_in_words(tmp_path: Path) -> None:
    """As the value is beside it; a formula keeps the code."""
    called = "inputs: {x: {}, arah: {type: polarity}}\nformula: x if arah == lower_is_better else 2"
    calling = """
        inputs: {x: {}}
        steps: {nilai: {rule: contoh/b, with: {x: x, arah: lower_is_better}}}
        formula: nilai
    """
    told = " ".join(explained(tmp_path, called, calling, x=1))
    assert "arah = lower is better (bound to lower is better)" in told


def test_an_input_of_its_own_name_is_the_callers_figure(tmp_path: Path) -> None:
    """Through two calls: what the data gives is told once, as what it is."""
    called = "inputs: {x: {}}\nformula: x + 1"
    calling = "inputs: {x: {}}\nsteps: {naik: {rule: contoh/b}}\nformula: naik"
    assert explained(tmp_path, called, calling, x=1)[3:] == [
        "  naik = 2.00 score",
        "    computed by rule contoh/b@1.0.0",
        "    formula: x + 1",
        "    numbers: 1 + 1",
        "    x = 1 (from the data)",
    ]


def test_a_binding_over_rows_tells_the_rows(tmp_path: Path) -> None:
    """An input that the caller sums up is told with what was summed."""
    called = "inputs: {x: {}}\nformula: x + 1"
    calling = """
        inputs: {c: {each: {inputs: {f: {}}}}}
        steps: {naik: {rule: contoh/b, with: {x: sum(c.f)}}}
        formula: naik
    """
    catalogue = rules(tmp_path, {"index a": calling, "index b": called})
    record = catalogue.rule("contoh/a@1.0.0").evaluate(c=[{"f": 2}, {"f": 3}]).record
    told = [line.text for line in explain_record(record, "en")]
    place = told.index("x = 5")
    assert told[place + 1 : place + 6] == [
        "bound to sum(c.f)",
        "formula: sum(c.f)",
        "sum: 2 rows counted, their sum is 5",
        "1: f 2",
        "2: f 3",
    ]


@pytest.mark.broad
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
    lines = explain_record(record)
    told = [line.text for line in lines]
    assert told[3] == "result = 500,00 nilai"
    assert "x = 0 (dari data)" in told
    assert "c/r499@1.0.0: R499" in told


def test_a_case_that_calls_a_rule(tmp_path: Path) -> None:
    """It is told which case, then the rule with its formula; what the condition names is explained too."""
    calling = """
        inputs: {x: {}, y: {}, t: {type: truth}}
        steps:
          s:
            - {when: x < 0, then: 0}
            - {when: t, then: {rule: contoh/b, with: {x: x + 1}}, note: {id: Dibagi., en: Divided.}}
        formula: s
    """
    catalogue = rules(tmp_path, {"index a": calling, "index b": "inputs: {x: {}, y: {}}\nformula: x / y"})
    record = catalogue.rule("contoh/a@1.0.0").evaluate(x=5, y=4, t="ya").record
    told = [line.text for line in explain_record(record, "en")]
    place = told.index("s = 1.50 score")
    assert told[place + 1 : place + 6] == [
        "not case 1: x (5) < 0 is not true",
        "case 2 applies, because t (yes): Divided.",
        "computed by rule contoh/b@1.0.0",
        "formula: x / y",
        "numbers: 6 ÷ 4",
    ]
    assert {"t = yes (from the data)", "y = 4 (from the data)"} <= set(told)
    assert "contoh/b@1.0.0: Contoh" in told

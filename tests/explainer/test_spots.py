from pathlib import Path

from tests.written import rules

from sakip_rules import Catalogue
from sakip_rules.explainer.spots import Spot, names_read
from sakip_rules.results import ReportTree, Trace


def test_a_called_rule_knows_its_caller(tree: ReportTree) -> None:
    """An input of a called rule is bound to the name of the same spelling; its formulas are its own."""
    node = tree.root.find("a")
    assert node is not None
    spot = Spot(node.now.record, node, 2020, tree.framework)
    called = spot.called_by(node.now.record.figures["capaian"])
    assert called is not None
    assert called.source is not None
    assert (called.source.reference, called.caller) == ("contoh/capaian@2.0.0", spot)
    assert called.bound_to(called.record.figures["target"]) == "target"
    assert spot.source is tree.framework
    assert spot.bound_to(node.now.record.figures["target"]) is None
    assert spot.called_by(node.now.record.figures["akar"]) is None


CALLED = "inputs: {x: {}, y: {}, z: {default: 7}}\nformula: x + y + z"
CALLING = """
    inputs: {x: {}, y: {}}
    steps:
      jumlah: {rule: contoh/b, with: {x: y * 2}}
    formula: jumlah
"""


def test_what_made_an_input_is_the_formula_that_it_is_bound_to(tmp_path: Path) -> None:
    """A computed binding and a name are the calling record's; what has a default is bound to nothing."""
    catalogue = rules(tmp_path, {"index a": CALLING, "index b": CALLED})
    record = catalogue.rule("contoh/a@1.0.0").evaluate(x=1, y=2).record
    above = Spot(record)
    called = above.called_by(record.figures["jumlah"])
    assert called is not None
    read = [called.read_by(figure) for figure in called.record.figures.values()]
    assert read == [[("y", above)], [("y", above)], []]
    assert [type(called.bound_to(figure)) for figure in called.record.figures.values()] == [
        Trace,
        str,
        type(None),
    ]


def test_the_rows_of_a_level_are_the_records_below(tree: ReportTree) -> None:
    """In a report the rows are the records of that level in the same year, called by their ids."""
    spot = Spot(tree.root.now.record, tree.root, 2020)
    assert [row.node.id for row in spot.below("indikator") if row.node is not None] == ["a", "b", "c"]
    before = Spot(tree.root.earlier[2019].record, tree.root, 2019)
    assert [row.node.id for row in before.below("indikator") if row.node is not None] == ["a"]
    assert spot.below("program") == []


def test_the_history_of_a_record_is_its_years_up_to_the_one_that_is_explained(tree: ReportTree) -> None:
    """Oldest first; a later year than the one explained is not of it."""
    node = tree.root.find("a")
    assert node is not None
    assert [row.year for row in Spot(node.now.record, node, 2020).below("riwayat")] == [2019, 2020]
    assert [row.year for row in Spot(node.earlier[2019].record, node, 2019).below("riwayat")] == [2019]


def test_a_path_leads_to_the_rows_of_rows(tmp_path: Path) -> None:
    """In order, those of the first row before those of the second."""
    body = "inputs: {c: {each: {inputs: {d: {each: {inputs: {f: {}}}}}}}}\nformula: sum(c.d.f)"
    rule = rules(tmp_path, {"index a": body}).rule("contoh/a@1.0.0")
    record = rule.evaluate(c=[{"d": [{"f": 1}, {"f": 2}]}, {"d": [{"f": 3}]}]).record
    assert [row.record.figures["f"].text for row in Spot(record).along(("c", "d"))] == ["1", "2", "3"]


def test_the_condition_of_a_case_is_read_too(catalogue: Catalogue) -> None:
    """A case that names no value was still decided by one."""
    record = catalogue.rule("contoh/capaian", on=2020).evaluate(realisasi=1, target=0).record
    assert names_read(record.result.trace) == ["target"]

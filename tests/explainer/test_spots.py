from sakip_rules import Catalogue
from sakip_rules.explainer import rules_by_reference
from sakip_rules.explainer.spots import Spot, names_read
from sakip_rules.results import ReportTree


def test_a_called_rule_knows_its_caller(catalogue: Catalogue, tree: ReportTree) -> None:
    """An input of a called rule is bound to the name of the same spelling; the rule's file is known."""
    rules = rules_by_reference(catalogue.rules)
    node = tree.root.find("a")
    assert node is not None
    spot = Spot(node.now.record, node, 2020, rules["contoh/kerangka@1.0.0"])
    called = spot.called_by(node.now.record.figures["capaian"], rules)
    assert called is not None
    assert (called.rule, called.caller) == (rules["contoh/capaian@2.0.0"], spot)
    assert called.bound_to("target") == "target"
    assert spot.bound_to("target") is None
    assert spot.called_by(node.now.record.figures["akar"], rules) is None


def test_the_rows_of_a_level_are_the_records_below(tree: ReportTree) -> None:
    """In a report the rows are the records of that level in the same year, called by their ids."""
    spot = Spot(tree.root.now.record, tree.root, 2020)
    assert [row.label for row in spot.below("indikator")] == ["a", "b", "c"]
    assert [
        row.label for row in Spot(tree.root.earlier[2019].record, tree.root, 2019).below("indikator")
    ] == ["a"]
    assert spot.below("program") == []


def test_the_condition_of_a_case_is_read_too(catalogue: Catalogue) -> None:
    """A case that names no value was still decided by one."""
    rules = rules_by_reference(catalogue.rules)
    record = catalogue.rule("contoh/capaian", on=2020).evaluate(realisasi=1, target=0).record
    spot = Spot(record, rule=rules["contoh/capaian@2.0.0"])
    assert spot.condition(record.result) == "target == 0"
    assert names_read(record.result, spot) == ["target"]

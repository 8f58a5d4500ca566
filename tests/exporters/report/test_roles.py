from sakip_rules.exporters.report.roles import ROLES, has_value, part
from sakip_rules.results import ReportTree


def test_a_part_is_played_by_the_first_name_that_a_record_has(tree: ReportTree) -> None:
    """Frameworks call their figures as their regulations do."""
    node = tree.root.find("a")
    assert node is not None
    figure = part("realised", node.now)
    assert figure is not None
    assert figure.name == "realisasi"
    assert part("budget", node.now) is None
    assert part("realised", None) is None


def test_absorbed_money_is_computed_before_it_is_stated() -> None:
    """But efficiency is compared with what its formula takes."""
    assert ROLES["absorbed"] == tuple(reversed(ROLES["compared"]))


def test_an_absent_value_is_none(tree: ReportTree) -> None:
    """Neither is a figure that is not there."""
    node = tree.root.find("b")
    assert node is not None
    assert has_value(part("target", node.now))
    assert not has_value(part("achievement", node.now))
    assert not has_value(None)

"""Plans as JSON, as an export."""

from sakip_rules import Catalogue
from sakip_rules.exporters import Look, export
from sakip_rules.portable import read_plans


def test_plans_are_exported_in_the_order_of_asking(bundled: Catalogue) -> None:
    """One text holds them all."""
    names = ["lumajang/skala-capaian@1.0.0", "lumajang/ketepatan-sasaran@1.0.0"]
    text = export("plan", "plan", [bundled.rule(name).plan for name in names], Look("id"))
    assert isinstance(text, str)
    assert [plan.source.reference for plan in read_plans(text)] == names

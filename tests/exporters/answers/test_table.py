from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.exporters import Look
from sakip_rules.exporters.answers.table import export
from sakip_rules.exporters.subjects import AliasOutcome, RuleAnswers
from sakip_rules.plans import ScalePlan, TablePlan

SMALL = Path(__file__).parent.parent.parent / "small"


def test_a_rule_is_named_once_and_each_answer_has_a_line() -> None:
    """Value, unit and category; what is absent in words; what is wrong is told elsewhere."""
    rule = Catalogue.load(SMALL / "rules").rule("contoh/capaian", on=2020)
    good, absent = rule.evaluate(realisasi=1, target=3).record, rule.evaluate(realisasi=1).record
    wrong = DataError([diagnose("bad-value.empty", None)])
    assert export(RuleAnswers([good, wrong, absent]), Look("en")) == (
        "contoh/capaian@2.0.0  Sample achievement\n  33.3 %\n  missing\n"
    )


def test_scales_and_tables_have_a_line_too() -> None:
    """A category is a word; a number has its unit."""
    scale = Catalogue.load(SMALL / "rules").rule("contoh/skala", on=2020)
    table = Catalogue.bundled().rule("nasional/bobot-sakip", on=2022)
    assert isinstance(scale.plan, ScalePlan)
    assert isinstance(table.plan, TablePlan)
    low = AliasOutcome(scale.plan, scale.classify("99.99").outcome)
    weight = AliasOutcome(table.plan, table.look_up("pelaporan", "kualitas").outcome)
    assert export(RuleAnswers([low, weight]), Look()) == (
        "contoh/skala@1.0.0  Skala contoh\n  Rendah\n"
        "nasional/bobot-sakip@1.0.0  Bobot subkomponen evaluasi AKIP\n  4,5 nilai\n"
    )

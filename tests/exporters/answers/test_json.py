import json
from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.exporters import Look
from sakip_rules.exporters.answers.json import alias_object, export
from sakip_rules.exporters.subjects import AliasOutcome, RuleAnswers
from sakip_rules.plans import ScalePlan, TablePlan

SMALL = Path(__file__).parent.parent.parent / "small"


def test_one_answer_is_an_object_that_a_person_can_read() -> None:
    """Indented, as all commands print one object."""
    rule = Catalogue.load(SMALL / "rules").rule("contoh/capaian", on=2020)
    result = rule.evaluate(realisasi=1, target=3)
    made = export(RuleAnswers([result.record]), Look("en"))
    assert made.startswith('{\n  "rule": "contoh/capaian@2.0.0",\n')
    assert json.loads(made) == result.to_dict("en")


def test_in_lines_an_error_stands_in_the_place_of_its_answer() -> None:
    """The second line answers the second datum, whatever became of it."""
    rule = Catalogue.load(SMALL / "rules").rule("contoh/capaian", on=2020)
    given = (rule.evaluate(realisasi=1).record, DataError([diagnose("bad-value.empty", None)]))
    first, second = map(json.loads, export(RuleAnswers(given, in_lines=True), Look("en")).splitlines())
    assert (first["status"], first["value"]) == ("missing", None)
    assert [error["code"] for error in second["errors"]] == ["bad-value"]


def scale_outcome(value: object) -> AliasOutcome:
    """What the small scale gives."""
    rule = Catalogue.load(SMALL / "rules").rule("contoh/skala", on=2020)
    assert isinstance(rule.plan, ScalePlan)
    return AliasOutcome(rule.plan, rule.classify(value).outcome)


def test_a_scale_gives_category_and_code() -> None:
    """100 is the lowest that is high; what is not given is in the band that is for it, which has no code."""
    high, none = alias_object(scale_outcome("100"), "en"), alias_object(scale_outcome(None), "en")
    assert high == {
        "rule": "contoh/skala@1.0.0",
        "title": "Sample scale",
        "category": "Tinggi",
        "code": "T",
        "status": "ok",
        "reason": None,
    }
    assert (none["category"], none["code"], none["status"]) == ("Belum dinilai", None, "ok")


def table_outcome(*codes: object) -> AliasOutcome:
    """What a table of PermenPANRB 88/2021 gives."""
    rule = Catalogue.bundled().rule("nasional/bobot-sakip", on=2022)
    assert isinstance(rule.plan, TablePlan)
    return AliasOutcome(rule.plan, rule.look_up(*codes).outcome)


def test_a_table_gives_its_number_as_text() -> None:
    """4,5 of 15; a CODE that is not in it has no number and says why."""
    weight = alias_object(table_outcome("pelaporan", "kualitas"))
    assert [weight[key] for key in ("value", "exact", "unit", "status")] == ["4.5", "9/2", "nilai", "ok"]
    nothing = alias_object(table_outcome("pelaporan", "warna"))
    assert [nothing[key] for key in ("value", "exact", "status", "reason")] == [
        *(None, None),
        *("error", "not-in-table"),
    ]

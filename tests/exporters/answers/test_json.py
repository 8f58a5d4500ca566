import json
from pathlib import Path

from sakip_rules import Catalogue
from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.exporters import Look
from sakip_rules.exporters.answers.json import export
from sakip_rules.exporters.subjects import RuleAnswer, RuleAnswers
from sakip_rules.values import MISSING

SMALL = Path(__file__).parent.parent.parent / "small"
RESULT = Catalogue.load(SMALL / "rules").rule("contoh/capaian", on=2020).evaluate(realisasi=1, target=3)
ANSWER = RuleAnswer("contoh/capaian@2.0.0", ("a", "b"), MISSING, None, None, None, RESULT.to_dict)


def test_one_answer_is_an_object_that_a_person_can_read() -> None:
    """Indented, as all commands print one object."""
    made = export(RuleAnswers([ANSWER]), Look("en"))
    assert made.startswith('{\n  "rule": "contoh/capaian@2.0.0",\n')
    assert json.loads(made) == RESULT.to_dict("en")


def test_in_lines_an_error_stands_in_the_place_of_its_answer() -> None:
    """The second line answers the second datum, whatever became of it."""
    wrong = DataError([diagnose("bad-value.empty", None)])
    first, second = map(json.loads, export(RuleAnswers([ANSWER, wrong], in_lines=True), Look()).splitlines())
    assert first == RESULT.to_dict("id")
    assert [error["code"] for error in second["errors"]] == ["bad-value"]

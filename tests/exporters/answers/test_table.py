from fractions import Fraction

from sakip_rules.diagnostics import DataError, diagnose
from sakip_rules.exporters import Look
from sakip_rules.exporters.answers.table import export
from sakip_rules.exporters.subjects import RuleAnswer, RuleAnswers
from sakip_rules.languages import Language
from sakip_rules.values import MISSING, Category, Value

WRONG = DataError([diagnose("bad-value.empty", None)])


def answer(value: Value, text: str | None = None, category: str | None = None, rule: str = "a") -> RuleAnswer:
    """An answer of a rule, in percent."""
    return RuleAnswer(f"{rule}/b@1.0.0", ("Contoh", "Sample"), value, text, "persen", category, nothing)


def nothing(_lang: Language) -> dict[str, object]:
    """What programs would read; a person does not."""
    raise AssertionError


def test_a_rule_is_named_once_and_each_answer_has_a_line() -> None:
    """Value, unit and category; what is absent in words; what is wrong is told elsewhere."""
    given = (answer(Fraction(100, 3), "33.3", "Rendah"), WRONG, answer(MISSING))
    assert export(RuleAnswers(given), Look("en")) == "a/b@1.0.0  Sample\n  33.3 % · Rendah\n  missing\n"


def test_a_category_has_no_unit_and_another_rule_a_name() -> None:
    """Numbers as people of a language write them."""
    given = [answer(Category("Baik", "B")), answer(Fraction(9, 2), "4.5", rule="c")]
    assert export(RuleAnswers(given), Look()) == "a/b@1.0.0  Contoh\n  Baik\nc/b@1.0.0  Contoh\n  4,5 %\n"

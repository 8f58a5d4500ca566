import pytest

from sakip_rules.exporters.workbook.validation import rule_of
from sakip_rules.plans import InputPlan
from sakip_rules.vocabulary import InputType


@pytest.mark.parametrize(
    ("kind", "asked"), [("number", "ISNUMBER(D6)"), ("count", "ISNUMBER(D6)"), ("truth", "ISLOGICAL(D6)")]
)
def test_an_input_takes_its_kind_or_a_word(kind: InputType, asked: str) -> None:
    """And nothing else: a text that looks like a number would be left out of every sum."""
    found = rule_of(InputPlan("a", ("A", "A"), kind), "D6", "id")
    assert found is not None
    assert found["value"] == f"=OR({asked},COUNTIF('Keterangan'!$B$6:$B$9,D6)>0)"
    assert "belum ada" in found["error_message"]


def test_choices_are_listed() -> None:
    """With the words of absent values; a list that does not fit, or has commas, is left out."""
    found = rule_of(InputPlan("a", ("A", "A"), "choice", choices=("A", "B")), "D6", "en")
    assert found is not None
    assert found["source"] == ["A", "B", "missing", "not applicable", "not due yet"]
    assert rule_of(InputPlan("a", ("A", "A"), "choice", choices=("A" * 300,)), "D6", "id") is None
    assert rule_of(InputPlan("a", ("A", "A"), "choice", choices=("A, B",)), "D6", "id") is None
    polarity = rule_of(InputPlan("a", ("A", "A"), "polarity"), "D6", "id")
    assert polarity is not None
    assert polarity["source"][0] == "makin tinggi makin baik"

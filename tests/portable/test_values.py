"""The smallest parts of the format."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from sakip_rules.portable.values import Codes, Day, Default, Exact, Ref
from sakip_rules.values import Absent, Range

NUMBER, VALUE = TypeAdapter(Exact), TypeAdapter(Default)


@pytest.mark.parametrize("text", ["0", "-3", "29.42", "1/3", "-22/7", "9" * 400])
def test_numbers_are_read_and_written_exactly(text: str) -> None:
    """In their one shortest form."""
    assert NUMBER.dump_python(NUMBER.validate_python(text)) == text
    assert NUMBER.validate_python(text) == Fraction(text)


@pytest.mark.parametrize(
    "wrong", [1, 1.5, True, None, "", "1.", ".5", "1e3", "+1", "1/0", "1_0", " 1", "١", "9" * 1001, "nan"]
)
def test_what_is_no_exact_text_is_refused(wrong: Any) -> None:
    """No binary float, no other way of writing, nothing that takes long to read."""
    with pytest.raises(ValidationError):
        NUMBER.validate_python(wrong)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(3), {"number": "3"}),
        (True, True),
        ("BB", "BB"),
        (Range(Fraction(1), Fraction(5, 2)), {"low": "1", "high": "2.5"}),
        (Absent("missing", "rusak"), {"word": "missing", "reason": "rusak"}),
        (Absent("not_due", None, ("Nanti", "Later")), {"word": "not_due", "note": ["Nanti", "Later"]}),
    ],
)
def test_values_of_data_are_told_apart(value: Any, written: Any) -> None:
    """A number is not a CODE, a truth not a number."""
    assert VALUE.dump_python(VALUE.validate_python(value), mode="json", exclude_defaults=True) == written
    assert VALUE.validate_python(written) == VALUE.validate_python(value)


def test_codes_are_a_list_of_pairs() -> None:
    """Made from a map, in its order."""
    made = TypeAdapter(Codes).validate_python({"UNGGUL": Fraction(4), "10": Fraction(1, 3)})
    assert TypeAdapter(Codes).dump_python(made, mode="json") == [["UNGGUL", "4"], ["10", "1/3"]]


@pytest.mark.parametrize("text", ["contoh/a", "a@1.0.0", "contoh/a@1", "Contoh/a@1.0.0", "contoh/a@1.0.0 "])
def test_a_reference_names_its_version(text: str) -> None:
    """Owner, name and the whole version."""
    with pytest.raises(ValidationError):
        TypeAdapter(Ref).validate_python(text)
    assert TypeAdapter(Ref).validate_python("contoh/a@1.0.0") == "contoh/a@1.0.0"


def test_a_day_is_written_as_a_calendar_has_it() -> None:
    """Year, month and day; a text that only looks like one is refused as any other."""
    day = TypeAdapter(Day)
    assert day.dump_python(day.validate_python("2024-02-29")) == "2024-02-29"
    assert day.validate_python("2024-02-29") == date(2024, 2, 29)
    for wrong in ("2023-02-29", "2024-2-29", "2024-02-29T00:00", "20240229", 2024, None):
        with pytest.raises(ValidationError):
            day.validate_python(wrong)

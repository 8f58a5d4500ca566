from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules import Catalogue
from sakip_rules.exporters.schema.inputs import DEFINITIONS, accepted_schema
from sakip_rules.literals import LiteralError, read_literal
from sakip_rules.plans import FrameworkPlan, InputPlan

BUNDLED = Catalogue.bundled()


def validator(schema: Any) -> Any:
    """What tells whether a datum fits."""
    return jsonschema.Draft202012Validator(schema | {"$defs": dict(DEFINITIONS)})


@pytest.mark.slow
def test_every_rule_has_a_schema() -> None:
    """A proper one, whatever its kind; of a framework it says nothing but that it takes an object."""
    for loaded in BUNDLED.checked.usable:
        plan = BUNDLED.rule(str(loaded.rule.reference)).plan
        schema = accepted_schema(plan)
        jsonschema.Draft202012Validator.check_schema(schema)
        assert schema["type"] == "object"
        assert (schema == {"type": "object"}) is isinstance(plan, FrameworkPlan)


@pytest.mark.parametrize(
    ("unit", "text", "is_fit"),
    [
        ("persen", "87.5", True),
        ("persen", "9,154", True),
        ("persen", "87,5%", True),
        ("indeks", "9,154", True),
        ("indeks", "9,154%", False),
        ("orang", "1250", True),
        ("orang", "1.250", False),
        ("orang", "1,250", False),
        ("orang", "0.250", True),
        ("orang", "1.2500", True),
        ("orang", "1.250.000", True),
        ("orang", "-1.250.000,5", True),
        (None, "541.897", False),
        (None, "abc", False),
        (None, "1e3", False),
        (None, "٢", False),
    ],
)
def test_numbers_that_fit_are_read_and_others_are_not(unit: str | None, text: str, is_fit: bool) -> None:
    """By the unit, as the reader takes it."""
    rule = InputPlan("x", ("x", "x"), "number", unit)
    kind = "percent" if unit == "persen" else "decimal" if unit == "indeks" else "number"
    assert validator(DEFINITIONS[kind]).is_valid(text) is is_fit
    if is_fit:
        read_literal(text, rule)
    else:
        with pytest.raises(LiteralError):
            read_literal(text, rule)


def test_rows_ranges_choices_and_codes_are_described() -> None:
    """A row has the inputs of a row, a range two ends, a choice its CODEs."""
    rows = validator(accepted_schema(BUNDLED.rule("nasional/skm-indeks", on=2010).plan))
    assert rows.is_valid({"unsur": [{"jumlah_skor": 10, "responden": "5"}]})
    assert not rows.is_valid({"unsur": [{"jumlah": 10}]})
    assert rows.is_valid({"unsur": {"status": "missing"}})
    assert not rows.is_valid({"lain": 1})


def test_what_is_said_in_a_language_is_its_titles() -> None:
    """And nothing else differs."""
    plan = BUNDLED.rule("lumajang/ketepatan-sasaran", on=2020).plan
    indonesian, english = accepted_schema(plan, "id"), accepted_schema(plan, "en")
    assert list(indonesian["properties"]) == list(english["properties"])
    assert indonesian != english

"""What every rule file says about itself."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError
from tests.models.smallest import INDEX

from sakip_rules.models import FormulaRule
from sakip_rules.models.heads import Validity


def test_what_every_rule_has() -> None:
    """A rule knows its reference, its owner and its first day."""
    rule = FormulaRule.read(INDEX)
    assert (rule.reference, rule.owner, rule.valid_from) == (
        "contoh/nilai@1.2.0",
        "contoh",
        dt.date(2020, 1, 1),
    )
    assert (rule.valid_to, rule.supersedes, rule.errata) == (None, None, ())


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"legal_basis": []}, ("legal_basis", "too_short")),
        ({"valid_to": "2019"}, ("valid_to", "bad-date.order")),
        ({"supersedes": "contoh/nilai"}, ("supersedes", "bad-value.reference-unpinned")),
        ({"supersedes": "contoh/lain@1.0.0"}, ("supersedes", "bad-value.supersedes-other")),
        ({"description": None}, ("description", "bad-value.empty")),
    ],
)
def test_wrong_heads(changes: dict[str, object], expected: tuple[str, str]) -> None:
    """What one key says about another is held to it."""
    with pytest.raises(ValidationError) as caught:
        FormulaRule.read({**INDEX, **changes})
    error = caught.value.errors()[0]
    assert (*error["loc"], *error.get("ctx", {}).get("at", ()), error["type"]) == expected


def test_when_a_broken_file_holds_is_read_alone() -> None:
    """Version, days and what is superseded, whatever else stands there; the days must be in order."""
    validity = Validity.read({"version": "1.0.1", "valid_from": "2020", "formula": ["?"]})
    assert (validity.version, validity.valid_from) == ("1.0.1", dt.date(2020, 1, 1))
    with pytest.raises(ValidationError):
        Validity.read({"version": "1.0.1", "valid_from": "2020", "valid_to": "2019"})

"""The receipt of a result."""

from __future__ import annotations

import datetime

from sakip_rules import RuleError, __version__
from sakip_rules.api.receipts import Receipt, changed, refusal
from sakip_rules.exporters.seen import UsedRule

A = UsedRule("contoh/a", "1.0.0", "1" * 64)
B, OTHER = UsedRule("contoh/b", "2.0.0", "2" * 64), A._replace(sha256="3" * 64)


def test_a_receipt_is_json() -> None:
    """Engine, day and rules."""
    assert Receipt((A,), datetime.date(2020, 12, 31)).to_dict() == {
        "engine": __version__,
        "day": "2020-12-31",
        "rules": [{"id": "contoh/a", "version": "1.0.0", "sha256": "1" * 64}],
    }


def test_what_changed_between_two_receipts() -> None:
    """Another file of the same version, one more, one less; named once."""
    assert changed((A, B), (B, A)) == []
    assert changed((A, B), (OTHER, B)) == ["contoh/a@1.0.0"] * 2
    assert changed((A,), (A, B)) == changed((A, B), (A,)) == ["contoh/b@2.0.0"]
    error = refusal(["contoh/a@1.0.0"] * 2)
    assert isinstance(error, RuleError)
    assert str(error.diagnostics[0].message("en")).count("contoh/a@1.0.0") == 1

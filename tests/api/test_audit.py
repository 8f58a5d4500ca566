"""An audit for programs."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from tests.written import report, rules

from sakip_rules import UsageError
from sakip_rules.api.audit import AuditedReport
from sakip_rules.exporters.audit.json import audit_object


@pytest.fixture
def audited(tmp_path: Path) -> AuditedReport:
    """A report with a figure that is printed wrongly."""
    found = rules(tmp_path / "rules", {"framework k": "levels: {d: {result: x, inputs: {x: {}}}}"})
    return found.audit_report(report(tmp_path, "x: 5\nprinted: [{figure: x, value: 6}]"))


def test_an_audit_is_json_with_a_receipt(audited: AuditedReport) -> None:
    """Where that is asked for."""
    made = audited.to_dict("en", receipt=True)
    assert made == {**audit_object(audited, "en"), "receipt": audited.receipt.to_dict()}
    assert [used.reference for used in audited.receipt.rules] == ["contoh/k@1.0.0"]
    assert "receipt" not in audited.to_dict()
    with pytest.raises(UsageError):
        audited.to_dict("fr")  # type: ignore[arg-type]  # what programs without types do


def test_an_audit_is_a_value(audited: AuditedReport) -> None:
    """Equal, hashable, copied and sent."""
    other = pickle.loads(pickle.dumps(audited))  # noqa: S301 - our own
    assert (other == audited, hash(other) == hash(audited), copy.deepcopy(audited) == audited) == (True,) * 3
    assert len(pickle.dumps(audited)) < 2048

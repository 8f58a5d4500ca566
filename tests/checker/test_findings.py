"""Tests of `sakip_rules.checker.findings`."""

import pytest

from sakip_rules.checker.findings import ENOUGH, EnoughError, Findings
from sakip_rules.diagnostics import diagnose
from sakip_rules.expression.faults import fault
from sakip_rules.loader import parse_document


def _findings() -> Findings:
    document, _ = parse_document("kind: index\nformula: x + yy\n", "a.yaml")
    assert document is not None
    return Findings(document)


def test_places_of_what_is_found() -> None:
    """At the value, at the key, or at a stretch of a formula; in the order of reading, each once."""
    findings = _findings()
    findings.add_fault(("formula",), fault("unknown-name", 4, 6, name="`yy`", near=""))
    findings.add_fault(("formula",), fault("weights-unchecked", 0, 0, name="`x`"), warning=True)
    findings.warn("unused-name", ("kind",), name="`x`")
    for _ in range(2):
        findings.at_key("name-clash", ("formula",), name="`x`")
        findings.add("type-mismatch.result", ("formula",))
    found = [(one.key, one.severity, one.place) for one in findings.diagnostics]
    assert [
        (key, severity, place and (place.line, place.column, place.width)) for key, severity, place in found
    ] == [
        ("unused-name", "warning", (1, 1, 4)),
        ("name-clash", "error", (2, 1, 7)),
        ("type-mismatch.result", "error", (2, 10, 6)),
        ("weights-unchecked", "warning", (2, 10, 1)),
        ("unknown-name", "error", (2, 14, 2)),
    ]


def test_a_mistake_about_a_key_stands_at_the_key() -> None:
    """Whoever found it need not know: the diagnostic decides."""
    findings = _findings()
    findings.add("bad-value.absent-keys", ("formula",), key="`x`")
    assert [(found.place.column, found.place.width) for found in findings.diagnostics if found.place] == [
        (1, 7)
    ]


def test_too_many() -> None:
    """One more than enough stops the check of a file; what was found before is not counted again."""
    findings = _findings()
    many = [diagnose("name-clash", None, name=str(number)) for number in range(ENOUGH)]
    findings.extend(many)
    findings.extend(many)
    with pytest.raises(EnoughError):
        findings.add("type-mismatch.result", ("formula",))

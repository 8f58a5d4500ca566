"""A small right rule as text, and what is wrong with it after a change."""

from __future__ import annotations

from sakip_rules.loader import parse_document, read_rule

HEAD = """\
kind: index
id: contoh/nilai
version: 1.0.0
title: {id: Nilai, en: Value}
valid_from: 2021
legal_basis: [{document: Contoh, confidence: applied}]
"""


RULE = (
    HEAD
    + """\
inputs:
  a: {}
steps:
  x: a + 1
formula: x * 2
unit: nilai
examples:
  - {title: satu, given: {a: 1}, result: 4}
"""
)


def faults(text: str) -> list[tuple[str, int, int, str]]:
    """Key, line, column and Indonesian hint of all that is wrong with a rule, in the order of the file."""
    document, diagnostics = parse_document(text, "a.yaml")
    if document is not None:
        diagnostics = diagnostics + read_rule(document, document.plain())[1]
    found = [(d.key, d.place.line, d.place.column, d.hint()) for d in diagnostics if d.place is not None]
    assert len(found) == len(diagnostics)
    return sorted(found, key=lambda fault: fault[1:3])


def changed(old: str, new: str) -> list[tuple[str, int, int, str]]:
    """What is wrong with the rule after one change."""
    assert RULE.count(old) == 1
    return faults(RULE.replace(old, new))

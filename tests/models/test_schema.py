"""JSON Schema for editors."""

from __future__ import annotations

import re
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # it has no types of its own
import pytest
import yaml

from sakip_rules.models.schema import report_schema, rule_schema

LEGAL = "legal_basis: [{document: Contoh, confidence: applied}]"
RULE = f"""
kind: index
id: contoh/nilai
version: 1.0.0
title: {{id: Nilai, en: Value}}
valid_from: 2021
{LEGAL}
inputs:
  a: {{unit: persen}}
  b: {{type: choice, choices: [BB, 2], default: BB}}
  c: {{type: choice, choices: contoh/predikat}}
  rows: {{each: {{inputs: {{x: {{}}}}, steps: {{y: x * 2}}}}}}
steps:
  satu: a / 100
  dua:
    formula:
      - {{when: a > 1, then: 100, note: Catatan}}
      - otherwise: {{status: not_computable, reason: no-case}}
  tiga: {{rule: contoh/lain@1.0.0, with: {{z: a}}}}
  empat: {{rows: [{{x: 1, y: a}}]}}
  lima: {{rows: {{p: {{x: 1}}}}}}
formula: 60
unit: nilai
rounding: {{places: 2}}
scale: contoh/predikat
checks: [{{expect: a > 0, message: Salah}}]
examples:
  - {{title: satu, given: {{a: 1}}, result: 60, steps: {{satu: 0.01}}, rounding: {{places: 0}}}}
"""
TABLE = f"""
kind: table
id: contoh/tabel
version: 1.0.0
title: Tabel
valid_from: 2021-07-01
{LEGAL}
keys: [a, b]
unit: bobot
rows: {{exact: {{low: 1.2, high: null}}, proxy: {{low: 1, high: 0.9}}}}
examples: [{{title: satu, given: {{a: exact, b: low}}, result: 1.2}}]
"""
SCALE = f"""
kind: scale
id: contoh/predikat
version: 1.0.0
title: Predikat
valid_from: 2021
{LEGAL}
unit: nilai
bands:
  - {{category: Baik, code: B, from: 65.00, up_to: 88.30, color: 112233}}
  - {{category: Belum, status: missing}}
examples: [{{title: satu, given: 70, category: Baik}}]
"""
FRAMEWORK = f"""
kind: framework
id: contoh/kerangka
version: 1.0.0
title: Kerangka
valid_from: 2021
{LEGAL}
levels:
  atas: {{steps: {{capaian: mean(bawah.capaian)}}}}
  bawah: {{under: atas, inputs: {{capaian: {{from: rule}}}}}}
  lain: {{under: [atas, bawah]}}
"""
REPORT = """
report: LKjIP
organization: Dinas
year: 2020
framework: contoh/kerangka
sasaran:
  - id: satu
    serapan: 98.37
    target: {value: 29.42, document: Renstra}
    printed: [{figure: capaian, value: 274.83, where: Tabel 1}]
    history: {2019: {target: 1}}
    indikator: [{id: dua, rule: contoh/nilai, data: {a: 1}}]
"""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML 1.2 as editors do: numbers, true, false and null; no dates."""


EditorLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", "true|false", "tf"),
    ("int", "-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
    ("null", "null|~|", ["n", "~", ""]),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def read(text: str) -> Any:
    """What an editor hands to its validator: keys of maps are texts."""
    return with_text_keys(yaml.load(text, EditorLoader))  # noqa: S506 - builds plain values only


def with_text_keys(value: object) -> object:
    """JSON has no other keys than texts."""
    if isinstance(value, dict):
        return {str(key): with_text_keys(inner) for key, inner in value.items()}
    return [with_text_keys(inner) for inner in value] if isinstance(value, list) else value


def complaints(schema: dict[str, Any], text: str) -> list[str]:
    """What the validator finds wrong."""
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(read(text))]


@pytest.mark.parametrize("text", [RULE, TABLE, SCALE, FRAMEWORK])
def test_right_rules_pass(text: str) -> None:
    """A file of every shape, with short and long forms, is valid for the editor."""
    assert complaints(rule_schema(), text) == []


def test_right_report_passes() -> None:
    """A report with records of any level is valid for the editor."""
    assert complaints(report_schema(), REPORT) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("unit: nilai", "unti: nilai"),
        ("kind: index", "kind: indeks"),
        ("valid_from: 2021", "valid_from: tahun ini"),
        ("{places: 2}", "{places: 2, mode: half}"),
        ("choices: contoh/predikat", "choices: predikat"),
        ("scale: contoh/predikat", "scale: null"),
        ("id: contoh/nilai", "id: nilai"),
    ],
)
def test_wrong_rules_are_marked(old: str, new: str) -> None:
    """An unknown key, a wrong word, a date, a reference or null is marked while one types."""
    assert old in RULE
    assert complaints(rule_schema(), RULE.replace(old, new)) != []


def test_references_name_known_rules() -> None:
    """With the ids of a catalogue an unpinned reference must be one of them; a pinned one may be any."""
    assert complaints(rule_schema(["contoh/predikat"]), RULE) == []
    assert complaints(rule_schema(["contoh/lain"]), RULE) != []


@pytest.mark.parametrize("schema", [rule_schema(["a/b"]), report_schema()])
def test_is_a_schema(schema: dict[str, Any]) -> None:
    """What is given is itself a valid schema of its dialect."""
    jsonschema.Draft202012Validator.check_schema(schema)

import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest

from sakip_rules import Catalogue
from sakip_rules.diagnostics import SakipRulesError, UsageError
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.service.calls import CALLS, answer_call
from sakip_rules.service.reading import read_object

SMALL = Path(__file__).parent.parent / "small"
REPORT = (SMALL / "report.yaml").read_text(encoding="utf-8")
AS_DATA = {
    "report": "Laporan",
    "organization": "Dinas",
    "year": 2020,
    "framework": "contoh/kerangka",
    "indikator": [{"id": "a", "realisasi": 10, "target": 4}],
}


def asked(catalogue: Catalogue, call: str, **parts: Any) -> dict[str, Any]:
    """What is answered to a request that comes as JSON."""
    return answer_call(catalogue, call, read_object(json.dumps(parts), "x"), "en")


ANSWERED: list[tuple[str, dict[str, Any], str]] = [
    ("evaluate", {"rule": "contoh/capaian", "on": 2020, "inputs": {"realisasi": 1, "target": "3"}}, "result"),
    ("evaluate", {"rule": "contoh/skala@1.0.0", "inputs": {"value": "99.99"}}, "classified"),
    ("classify", {"rule": "contoh/skala", "on": "2020-06-30", "value": 99.99}, "classified"),
    ("report", {"report": REPORT}, "evaluate"),
    ("report", {"report": AS_DATA}, "evaluate"),
    ("audit", {"report": REPORT}, "audit"),
    ("explain", {"rule": "contoh/capaian", "on": 2020, "inputs": {"realisasi": 1, "target": 3}}, "explain"),
    ("explain", {"rule": "contoh/capaian@2.0.0"}, "explain"),
    ("explain", {"report": REPORT, "path": "a", "figure": "capaian", "year": 2019}, "explain"),
    ("check", {"text": "kind: index\n"}, "check"),
    ("rules", {"words": ["skala"], "kind": "scale", "on": 2019}, "rules"),
]


@pytest.mark.parametrize(("call", "parts", "schema"), ANSWERED)
def test_every_call_is_answered_as_a_command_would(
    small: Catalogue, call: str, parts: dict[str, Any], schema: str
) -> None:
    """By the schema that `sakip schema` prints."""
    made = asked(small, call, **parts)
    jsonschema.Draft202012Validator(output_schema(schema)).validate(json.loads(json.dumps(made)))


def test_all_calls_are_tried() -> None:
    """`look_up` below, all others above."""
    assert {call for call, _, _ in ANSWERED} | {"look_up"} == set(CALLS)


def test_answers_are_what_was_asked_for(small: Catalogue) -> None:
    """1 of 3 is 33.3; 10 of 4 is 250; 99.99 is low; a table has 4.5; an explanation has the year."""
    assert asked(small, "evaluate", **ANSWERED[0][1])["value"] == "33.3"
    assert asked(small, "classify", **ANSWERED[2][1])["category"] == "Rendah"
    (node,) = asked(small, "report", report=AS_DATA)["results"]["children"]
    assert node["values"]["capaian"] == "250.0"
    codes = ["pelaporan", "kualitas"]
    weight = asked(Catalogue.bundled(), "look_up", rule="nasional/bobot-sakip", on=2022, codes=codes)
    assert weight["value"] == "4.5"
    told = asked(small, "classify", rule="contoh/skala", on=2020, value=1, receipt=True)
    assert [used["id"] for used in told["receipt"]["rules"]] == ["contoh/skala"]
    lines = asked(small, "explain", report=REPORT, path="a", figure="capaian", year=2019)["lines"]
    assert any("2019" in line["text"] for line in lines)
    assert [rule["id"] for rule in asked(small, "rules", words=["skala"])["rules"]] == ["contoh/skala"]


@pytest.mark.parametrize(
    ("call", "parts", "code", "pointer"),
    [
        ("compute", {}, "bad-request", "/call"),
        ("evaluate", {"rule": "contoh/capaian"}, "missing-key", None),
        ("evaluate", {"on": 2020}, "bad-request", "/rule"),
        ("evaluate", {"rule": "contoh/capaian", "on": 2020, "input": {}}, "unknown-key", "/input"),
        ("evaluate", {"rule": "contoh/capaian", "on": 2020, "inputs": {"x": 1}}, "unknown-name", "/x"),
        ("evaluate", {"rule": "contoh/capaian", "on": 20}, "bad-date", None),
        ("evaluate", {"rule": "../capaian", "on": 2020}, "bad-value", None),
        ("classify", {"rule": "contoh/capaian", "on": 2020, "value": 1}, "bad-value", None),
        ("report", {"report": "tests/small/report.yaml"}, "bad-value", None),
        ("report", {"report": ["a"]}, "bad-request", "/report"),
        ("explain", {"report": REPORT, "path": "tidak-ada"}, "unknown-name", None),
        ("rules", {"kind": "rumus"}, "bad-request", "/kind"),
        ("classify", {"rule": "contoh/skala", "on": 2020, "receipt": 1}, "bad-request", "/receipt"),
        ("rules", {"words": "skala"}, "bad-request", "/words"),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(
    small: Catalogue, call: str, parts: dict[str, Any], code: str, pointer: str | None
) -> None:
    """A path of this machine is a text like any other: no file of it is read."""
    with pytest.raises(SakipRulesError) as raised:
        asked(small, call, **parts)
    first = raised.value.diagnostics[0]
    assert (first.code, first.to_dict()["pointer"]) == (code, pointer)


def test_a_call_that_is_none_names_those_there_are(small: Catalogue) -> None:
    """`evaluasi` was meant to be `evaluate`."""
    with pytest.raises(UsageError, match="Maksud Anda `evaluate`"):
        asked(small, "evaluat")

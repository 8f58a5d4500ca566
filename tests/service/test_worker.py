import io
import json
from typing import Any

import pytest

from sakip_rules import Catalogue
from sakip_rules.service import worker
from sakip_rules.service.worker import answer_line, lines_of, serve

GOOD = {"call": "classify", "rule": "contoh/skala", "on": 2020, "value": "100"}


def answered(catalogue: Catalogue, *requests: object) -> list[dict[str, Any]]:
    """What a stream of requests is answered; bytes are a line as they are."""
    lines = [item if isinstance(item, bytes) else json.dumps(item).encode() for item in requests]
    out = io.BytesIO()
    serve(catalogue, io.BytesIO(b"\n".join(lines)), out.write, "id")
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_line_has_an_answer_with_its_name(small: Catalogue) -> None:
    """In order; a name is a text or a whole number, as it was given, or none."""
    made = answered(small, GOOD | {"id": 7}, b"", b"  \r", GOOD | {"id": "a"}, GOOD)
    assert [(answer["id"], answer["ok"]) for answer in made] == [(7, True), ("a", True), (None, True)]
    assert {answer["answer"]["category"] for answer in made} == {"Tinggi"}


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (b"{", "json-syntax"),
        (b'{"id": 1, "call": "classify"', "json-syntax"),
        (b"[" * 2_000_000, "file-too-large"),
        (b'{"a": "\xff"}', "yaml-syntax"),
        (b"null", "bad-request"),
        (b'"a"', "bad-request"),
        (b"[]", "bad-request"),
        ({}, "bad-request"),
        ({"call": 1.5}, "bad-request"),
        ({"call": "klasifikasi"}, "bad-request"),
        (GOOD | {"id": [1]}, "bad-request"),
        (GOOD | {"id": 1.5}, "bad-request"),
        (GOOD | {"id": 10**18}, "bad-request"),
        (GOOD | {"lang": "fr"}, "bad-value"),
        (GOOD | {"lang": ["id"]}, "bad-value"),
        (GOOD | {"rule": "contoh/tidak-ada"}, "unknown-rule"),
        (GOOD | {"value": "sepuluh"}, "bad-value"),
        (GOOD | {"value": {"status": {}}}, "bad-value"),
    ],
)
def test_a_wrong_request_has_an_answer_and_the_next_is_answered(
    small: Catalogue, wrong: object, code: str
) -> None:
    """The worker lives on."""
    refused, good = answered(small, wrong, GOOD)
    assert (refused["ok"], refused["errors"][0]["code"], good["ok"]) == (False, code, True)


def test_the_language_is_that_of_the_request(small: Catalogue) -> None:
    """Else that of the worker; the name of the request is kept where its call is wrong."""
    english, usual = answered(small, {"id": 3, "lang": "en"}, {"id": 4})
    assert english["errors"][0]["message"] == "This request does not name its call, `call`."
    assert usual["errors"][0]["message"] == "Permintaan ini tidak menyebut panggilannya, `call`."
    assert (english["id"], usual["id"]) == (3, 4)


def test_a_line_that_is_too_long_is_passed_over(small: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """To its end, of which nothing is kept; at the limit it is read."""
    monkeypatch.setattr(worker, "LINE_BYTES", 100)
    good = json.dumps(GOOD).encode()
    assert len(good) < 100
    padded = good.ljust(100)
    refused, fits = answered(small, b"x" * 1001, padded)
    assert (refused["errors"][0]["code"], fits["ok"]) == ("bad-request", True)
    assert list(lines_of(io.BytesIO(b"x" * 101))) == [None]


def test_a_fault_of_the_program_is_an_answer_too(small: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without anything of the request."""

    def broken(*_: object) -> None:
        raise RuntimeError("rahasia")

    monkeypatch.setattr(worker, "answer_call", broken)
    made = json.loads(answer_line(small, json.dumps(GOOD | {"id": 9}).encode(), "en"))
    assert (made["id"], made["ok"], made["errors"][0]["code"]) == (9, False, "internal-error")
    assert "rahasia" not in str(made)


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        (b"[]", '{"call": "evaluate", "rule": "pemilik/nama", '),
        ({}, "`evaluate`, `classify`, `look_up`, "),
        ({"call": "evaluate"}, '`"rule": "pemilik/nama"`'),
        ({"id": [1], "call": "evaluate"}, '`"id": 1`'),
        ({"call": "evaluate", "rule": "contoh/skala", "on": ["2020"]}, '`"on": "2020"`'),
        (
            {"call": "evaluate", "rule": "contoh/skala", "on": 2020, "inputs": 7},
            '`"inputs": {"realisasi": "29,42"}`',
        ),
    ],
)
def test_a_wrong_request_leads_to_a_right_one(small: Catalogue, wrong: object, hint: str) -> None:
    """The hint is what can be written."""
    assert hint in answered(small, wrong)[0]["errors"][0]["hint"]

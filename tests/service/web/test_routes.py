import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest
from tests.service.web.asking import Ask

from sakip_rules import Catalogue
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.version import __version__

SMALL = Path(__file__).parent.parent.parent / "small"
REPORT = (SMALL / "report.yaml").read_bytes()
RULE = "/v1/rules/contoh/capaian?on=2020"


def fits(schema: str, made: Any) -> bool:
    """Says whether an answer is as `sakip schema` says."""
    return bool(jsonschema.Draft202012Validator(output_schema(schema)).is_valid(made))


def test_a_rule_is_asked_at_its_own_path(ask: Ask) -> None:
    """1 of 3 is 33.3; the version is that of the day, or the one that is named."""
    got = ask("POST", RULE, {"realisasi": 1, "target": "3"})
    assert (got.status, got.headers["Content-Type"]) == (200, "application/json")
    assert fits("result", got.json)
    assert (got.json["rule"], got.json["value"]) == ("contoh/capaian@2.0.0", "33.3")
    old = ask("POST", "/v1/rules/contoh/capaian?on=2019", {"realisasi": 1, "target": "3"})
    pinned = ask("POST", "/v1/rules/contoh/capaian@1.0.0", {"realisasi": 1, "target": "3"})
    assert old.json["rule"] == pinned.json["rule"] == "contoh/capaian@1.0.0"


def test_a_scale_and_a_report_are_asked_likewise(ask: Ask) -> None:
    """YAML or JSON; what is absent or not computable is 200 with its status."""
    scale = ask("POST", "/v1/rules/contoh/skala?on=2020", {"value": "99.99"})
    assert fits("classified", scale.json)
    assert scale.json["category"] == "Rendah"
    report = ask("POST", "/v1/reports", REPORT, "application/yaml")
    assert fits("evaluate", report.json)
    as_json = {"report": "a", "organization": "b", "year": 2020, "framework": "contoh/kerangka"}
    assert ask("POST", "/v1/reports", as_json).json["report"] == "a"
    assert fits("audit", ask("POST", "/v1/audits?lang=id", REPORT, "text/yaml").json)
    broken = ask("POST", RULE, {"realisasi": 1, "target": 0})
    assert (broken.status, broken.json["status"], broken.json["reason"]) == (200, "error", "division-by-zero")


def test_the_text_of_a_rule_is_checked(ask: Ask) -> None:
    """What is wrong with it is the answer."""
    got = ask("POST", "/v1/checks", b"kind: index\nid: a/b\n", "application/yaml")
    assert (got.status, fits("check", got.json)) == (200, True)
    assert got.json["diagnostics"][0]["file"] == "a/b/1.0.0.yaml"


def test_every_step_is_told_if_it_is_asked_for(ask: Ask) -> None:
    """In words, beside the answer."""
    told = ask("POST", f"{RULE}&trace=true", {"realisasi": 1, "target": 3}).json
    assert any("33.3" in line["text"] for line in told["lines"])
    assert ask("POST", f"{RULE}&receipt=true", {}).json["receipt"]["day"] == "2020-12-31"
    assert "lines" not in ask("POST", f"{RULE}&trace=false", {"realisasi": 1, "target": 3}).json


def test_rules_are_listed_and_not_sent_twice(ask: Ask) -> None:
    """Found by words; who has the list is told so."""
    got = ask("GET", "/v1/rules?q=skala&kind=scale")
    assert fits("rules", got.json)
    assert [rule["id"] for rule in got.json["rules"]] == ["contoh/skala"]
    again = ask("GET", "/v1/rules?q=skala&kind=scale", HTTP_IF_NONE_MATCH=got.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_a_word_of_the_worker_is_none_of_the_address(ask: Ask) -> None:
    """What one looks for stands behind `q`; `words` is refused, not passed over."""
    got = ask("GET", "/v1/rules?words=skala")
    assert (got.status, got.json["code"]) == (422, "unknown-key")


def test_health_says_which_engine_and_how_many_rules(ask: Ask, small: Catalogue) -> None:
    """Without reading any."""
    assert ask("GET", "/health").json == {
        "status": "ok",
        "engine": __version__,
        "rules": len(small.knowledge.shelf.ids()),
    }


def test_a_head_has_the_headers_and_no_body(ask: Ask) -> None:
    """As GET has them."""
    got, head = ask("GET", "/health"), ask("HEAD", "/health")
    assert (head.status, head.body, head.headers) == (200, b"", got.headers)


@pytest.mark.parametrize(
    ("method", "url", "body", "status", "code", "pointer"),
    [
        ("GET", "/", b"", 404, "bad-request", None),
        ("GET", "/v1/rules/../../etc/passwd", b"", 404, "bad-request", None),
        ("POST", "/v1/rules/contoh/tidak-ada?on=2020", b"{}", 404, "unknown-rule", None),
        ("POST", "/v1/rules/contoh/capaian?on=2010", b"{}", 404, "not-yet-in-force", None),
        ("POST", "/v1/rules/contoh/capaian@9.9.9", b"{}", 404, "unknown-rule", None),
        ("POST", "/v1/rules/contoh/capaian", b"{}", 422, "bad-request", "/on"),
        ("POST", "/v1/rules/contoh/capaian?on=kini", b"{}", 422, "bad-date", "/on"),
        ("POST", f"{RULE}&warna=1", b"{}", 422, "unknown-key", "/warna"),
        ("POST", f"{RULE}&trace=ya", b"{}", 422, "bad-request", "/trace"),
        ("POST", f"{RULE}&lang=fr", b"{}", 422, "bad-value", None),
        ("POST", "/v1/rules/contoh/kerangka?on=2020", b"{}", 422, "bad-value", None),
        ("POST", RULE, b'{"realisasi": 0.1}', 422, "bad-request", "/realisasi"),
        ("POST", RULE, b'{"realisasi": "x"}', 422, "bad-value", "/realisasi"),
        ("POST", RULE, b'{"realisasi": 1e3}', 400, "json-syntax", "/realisasi"),
        ("POST", RULE, b'{"target": 1, "target": 1}', 400, "duplicate-key", "/target"),
        ("POST", RULE, b"[]", 422, "bad-request", None),
        ("POST", RULE, b'{"inputs": {"target": 1}}', 422, "bad-request", "/inputs"),
        ("POST", RULE, b"", 400, "json-syntax", None),
        ("POST", RULE, b"[" * 900_000, 400, "file-too-large", None),
        ("POST", RULE, b" " * 1024 * 1024 + b"{}", 413, "bad-request", None),
        ("DELETE", "/health", b"", 405, "bad-request", None),
        ("POST", "/v1/rules", b"{}", 405, "bad-request", None),
    ],
)
def test_what_is_wrong_is_a_problem(  # noqa: PLR0913, PLR0917 - each says one thing
    ask: Ask, method: str, url: str, body: bytes, status: int, code: str, pointer: str | None
) -> None:
    """With the status that says who is to mend it, and the place."""
    got = ask(method, url, body)
    assert got.headers["Content-Type"] == "application/problem+json"
    told = got.json
    assert (got.status, told["status"], told["code"]) == (status, status, code)
    if pointer is not None:
        assert told["errors"][0]["pointer"] == pointer


def test_a_wrong_content_type_is_415(ask: Ask) -> None:
    """And says which it must be."""
    got = ask("POST", RULE, b"{}", "text/plain")
    assert (got.status, "`application/json`" in got.json["errors"][0]["hint"]) == (415, True)


def test_a_decimal_is_refused_wherever_it_stands(ask: Ask) -> None:
    """Each with its place: who sends one may have computed with floats. Whole numbers are exact."""
    body = json.dumps({"realisasi": {"value": 1.5}, "target": [1, 2.5]}).encode()
    found = ask("POST", RULE, body).json["errors"]
    assert [error["pointer"] for error in found] == ["/realisasi/value", "/target/1"]


@pytest.mark.parametrize(
    ("url", "body", "hint"),
    [
        ("/v1/rules/contoh/capaian", b"{}", "Add `?on=2020` to the address, or name the version: "),
        ("/v1/rules/contoh/capaian?on=20", b"{}", "Write `?on=2020` or `?on=2020-12-31` in the address."),
        (RULE, b"[]", 'Write `{"realisasi": …}`.'),
        (RULE, b'{"inputs": {"target": 1}}', 'Send what is in it: `{"realisasi": …}`.'),
    ],
)
def test_what_is_wrong_leads_to_what_is_right(ask: Ask, url: str, body: bytes, hint: str) -> None:
    """As it is written over HTTP."""
    sign = "&" if "?" in url else "?"
    assert ask("POST", f"{url}{sign}lang=en", body).json["errors"][0]["hint"].startswith(hint)

import json
import re
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # jsonschema ships no types
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.service.web.asking import Ask, client
from tests.service.web.fitting import datum_of

from sakip_rules import Catalogue
from sakip_rules.service.web.application import Application
from sakip_rules.service.web.openapi import Description, openapi

BUNDLED = Application(Catalogue.bundled())
ASK = client(BUNDLED)
TYPED = (
    *("lumajang/capaian-kinerja", "lumajang/skala-capaian", "lumajang/ketepatan-sasaran"),
    *("nasional/skm-indeks", "nasional/bobot-sakip", "nasional/nilai-sakip", "nasional/capaian-rentang"),
    *("nasional/ikpa-target-penyerapan", "nasional/efisiensi-keluaran", "nasional/ipm"),
)
"""Rules with every type of input: numbers, counts, choices, polarities, ranges, rows; scales and tables."""


@pytest.fixture(scope="module")
def document() -> Any:
    """What the service of the bundled rules says of itself."""
    return json.loads(BUNDLED.description.text("id"))


def posted(document: Any, rule: str) -> tuple[Any, Any]:
    """The schemas of the data and of the answer of a rule, with what they refer to."""
    operation = document["paths"][f"/v1/rules/{rule}"]["post"]
    data = operation["requestBody"]["content"]["application/json"]["schema"]
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    return tuple(schema | {"components": document["components"]} for schema in (data, answer))


@pytest.mark.slow
def test_every_rule_has_a_typed_path(document: Any) -> None:
    """All but frameworks, which compute reports; each with a name of its own."""
    catalogue = BUNDLED.catalogue
    kinds = {rule_id: catalogue.rules.versions[rule_id][-1].rule.kind for rule_id in catalogue.rules.ids()}
    wanted = {f"/v1/rules/{rule_id}" for rule_id, kind in kinds.items() if kind != "framework"}
    assert {path for path in document["paths"] if path.count("/") == 4 and "@" not in path} == wanted
    names = [operation["operationId"] for path in document["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names))


@pytest.mark.slow
def test_every_schema_in_it_is_one(document: Any) -> None:
    """And everything that one refers to is there."""
    for path in document["paths"]:
        if path.count("/") == 4:
            for schema in posted(document, path.removeprefix("/v1/rules/")):
                jsonschema.Draft202012Validator.check_schema(schema)
    for reference in references(document):
        part = document
        for step in reference.removeprefix("#/").split("/"):
            part = part[step]


def references(part: Any) -> list[str]:
    """All that a document refers to."""
    if isinstance(part, dict):
        own = [part["$ref"]] if isinstance(part.get("$ref"), str) else []
        return own + [found for inner in part.values() for found in references(inner)]
    return [found for item in part for found in references(item)] if isinstance(part, list) else []


@pytest.mark.broad
def test_a_version_that_takes_other_data_has_a_path_of_its_own(document: Any, small: Catalogue) -> None:
    """A path that names no version is typed as the newest; versions that take the same share it."""
    assert [path for path in openapi(small)["paths"] if "capaian" in path] == ["/v1/rules/contoh/capaian"]
    versions = [path for path in document["paths"] if re.match("/v1/rules/nasional/nilai-sakip(@|$)", path)]
    assert versions == ["/v1/rules/nasional/nilai-sakip", "/v1/rules/nasional/nilai-sakip@1.0.0"]
    old = ASK("POST", "/v1/rules/nasional/nilai-sakip?on=2018", {})
    assert (old.status, "/v1/rules/nasional/nilai-sakip@1.0.0" in old.json["errors"][0]["hint"]) == (
        409,
        True,
    )
    assert ASK("POST", "/v1/rules/nasional/nilai-sakip@1.0.0?on=2018", {}).status == 200
    assert ASK("POST", "/v1/rules/nasional/nilai-sakip@1.0.0", {}).status == 200


def test_it_is_made_once_a_language(small: Catalogue) -> None:
    """And kept."""
    description = Description(small)
    assert description.text("id") is description.text("id")
    assert description.text("id") != description.text("en")


def test_it_is_served_and_not_sent_twice(ask: Ask) -> None:
    """With the hash of its content."""
    got = ask("GET", "/openapi.json?lang=en")
    assert got.json["openapi"] == "3.1.0"
    assert ask("GET", "/openapi.json?lang=en", HTTP_IF_NONE_MATCH=got.headers["ETag"]).status == 304


LAW = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.broad
@pytest.mark.parametrize("rule", TYPED)
def test_all_data_that_fit_are_answered_as_it_says(document: Any, rule: str) -> None:
    """200, and the answer is of the type that the document names."""
    schema, answer = posted(document, rule)
    year = BUNDLED.catalogue.rules.versions[rule][-1].rule.valid_from.year

    @settings(LAW, max_examples=20)
    @given(datum_of(schema, document))
    def law(datum: Any) -> None:
        jsonschema.Draft202012Validator(schema).validate(datum)
        got = ASK("POST", f"/v1/rules/{rule}?on={year}", datum)
        if got.status != 200:  # that an end is not above the other, no schema can say
            assert got.json["detail"].endswith("lebih besar daripada `max`."), got.json
            return
        jsonschema.Draft202012Validator(answer).validate(got.json)

    law()


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab1.,- %", max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["value", "status", "x"]), inner)
    ),
    max_leaves=4,
)


@pytest.mark.broad
@LAW
@given(st.data())
def test_data_that_do_not_fit_are_refused_or_harmless(document: Any, data: st.DataObject) -> None:
    """Never a fault: 4xx with a problem, or an answer, for more is read than the document promises."""
    rule = data.draw(st.sampled_from(TYPED))
    schema, answer = posted(document, rule)
    names = sorted(properties(schema))
    datum = data.draw(st.dictionaries(st.sampled_from([*names, "lain"]), JUNK, max_size=3))
    got = ASK("POST", f"/v1/rules/{rule}?on=2022", datum)
    assert got.status in (200, 400, 404, 409, 422), (datum, got.json)
    if got.status == 200:
        jsonschema.Draft202012Validator(answer).validate(got.json)
    else:
        assert got.json["errors"]
    assert got.status != 200 or "lain" not in datum


def properties(schema: Any) -> set[str]:
    """The names that a schema of data knows."""
    parts = schema.get("anyOf", [schema])
    return {name for part in parts for name in part["properties"]}

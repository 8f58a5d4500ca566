"""The description of the service as OpenAPI 3.1: made from the rules, one typed path for each."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.diagnostics import RuleError
from sakip_rules.exporters.objects import to_line
from sakip_rules.exporters.schema.inputs import DEFINITIONS, accepted_schema
from sakip_rules.exporters.schema.outputs import output_schema
from sakip_rules.languages import LANGUAGES, Language, say
from sakip_rules.plans import FrameworkPlan, RulePlan, ScalePlan, TablePlan
from sakip_rules.service.asking import names_of
from sakip_rules.service.web.problems import MEDIA, TITLES
from sakip_rules.version import __version__
from sakip_rules.vocabulary import CONFIDENCES, KINDS
from sakip_rules.wording.rules import period
from sakip_rules.wording.values import safe

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue, Rule
    from sakip_rules.exporters.objects import Json
    from sakip_rules.languages import Pair

_OUTPUTS: Final = (
    "result",
    "classified",
    "looked-up",
    "evaluate",
    "audit",
    "check",
    "rules",
    "errors",
    "explain",
)
_ANSWERS: Final = {RulePlan: "result", ScalePlan: "classified", TablePlan: "looked-up"}

_ABOUT: Final[Pair] = (
    "Aturan SAKIP/LKjIP: satu alamat untuk setiap aturan. Angka dalam jawaban adalah teks desimal.",
    "Rules of SAKIP/LKjIP: one path for each rule. Numbers in answers are decimal text.",
)
_ON: Final[Pair] = (
    "Tahun kinerja, atau hari, yang menentukan versi aturan.",
    "Performance year, or day, that decides the version of the rule.",
)
_TRACE: Final[Pair] = (
    "Dengan `true` jawaban memuat setiap langkah dalam kata, `lines`.",
    "With `true` the answer has every step in words, `lines`.",
)
_RECEIPT: Final[Pair] = (
    "Dengan `true` jawaban memuat bukti hitungnya: id, versi dan hash aturan, mesin, hari.",
    "With `true` the answer has its receipt: ids, versions and hashes of rules, engine, day.",
)


class Description:
    """The OpenAPI document of a catalogue in each language; made when it is first asked for, then kept."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._made: dict[Language, bytes] = {}
        self._lock = threading.Lock()

    def text(self, lang: Language) -> bytes:
        """Gives the document as JSON in UTF-8."""
        with self._lock:
            if lang not in self._made:
                self._made[lang] = to_line(openapi(self._catalogue, lang)).encode("utf-8")
            return self._made[lang]


def openapi(catalogue: Catalogue, lang: Language = "id") -> Json:
    """Gives the OpenAPI document; rules with errors are not in it."""
    paths = _common_paths(lang)
    for rule_id in catalogue.knowledge.shelf.ids():
        for path, rule in _typed_paths(catalogue, rule_id):
            paths[path] = {"post": _operation(rule, path, lang)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "sakip-rules", "version": __version__, "description": say(_ABOUT, lang)},
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "paths": paths,
        "components": {"schemas": _schemas(), "parameters": _parameters(lang), "responses": _problems()},
    }


def _typed_paths(catalogue: Catalogue, rule_id: str) -> Iterator[tuple[str, Rule]]:
    """The path of a rule, typed as its newest version, and one for each older one that takes other data."""
    versions = list(_versions(catalogue, rule_id))
    for place, rule in enumerate(versions):
        if place == 0:
            yield f"/v1/rules/{rule_id}", rule
        elif not take_the_same(rule, versions[0]):
            yield f"/v1/rules/{rule.reference}", rule


def newest_of(catalogue: Catalogue, rule_id: str) -> Rule | None:
    """Gives the newest version of a rule that can be asked."""
    return next(_versions(catalogue, rule_id), None)


def _versions(catalogue: Catalogue, rule_id: str) -> Iterator[Rule]:
    """The versions of a rule that can be asked, the newest first; a framework computes reports."""
    loaded = catalogue.knowledge.of([rule_id]).catalogue.versions.get(rule_id, [])
    for version in reversed(loaded):
        try:
            rule = catalogue.rule(f"{rule_id}@{version.rule.version}")
        except RuleError:
            continue
        if not isinstance(rule.plan, FrameworkPlan):
            yield rule


def take_the_same(one: Rule, other: Rule) -> bool:
    """Says whether two versions take the same data; how these are called in words does not matter."""
    return bool(_untitled(schema_of(one)) == _untitled(schema_of(other)))


def _untitled(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Gives a schema without texts for people; an input may be called `title`, too."""
    if isinstance(part, dict):
        kept = {key: inner for key, inner in part.items() if not _is_text(key, inner)}
        return {key: _untitled(inner) for key, inner in kept.items()}
    return [_untitled(item) for item in part] if isinstance(part, list) else part


def _is_text(key: str, inner: object) -> bool:
    return key in ("title", "description") and isinstance(inner, str)


def schema_of(rule: Rule, lang: Language = "id") -> Json:
    """Gives the schema of the data of a rule; what it refers to stands in the document."""
    schema: Json = _hoisted(accepted_schema(rule.plan, lang, names_of(rule)), "")
    return schema


def _operation(rule: Rule, path: str, lang: Language) -> Json:
    stated, is_pinned = rule.loaded.rule, "@" in path
    description = [safe(stated.description.pair, lang)] if stated.description is not None else []
    description.append(f"{rule.reference}: {period(stated, lang)}.")
    on = _parameter("on", {"anyOf": [_YEAR, _DAY]}) if is_pinned else {"$ref": "#/components/parameters/on"}
    return {
        "operationId": re.sub("[^a-z0-9]", "_", path.removeprefix("/v1/rules/")),
        "tags": [stated.owner],
        "summary": safe(stated.title.pair, lang),
        "description": "\n\n".join(description),
        "parameters": [
            on,
            *({"$ref": f"#/components/parameters/{name}"} for name in ("trace", "receipt")),
            _LANG,
        ],
        "requestBody": _body("application/json", schema_of(rule, lang)),
        "responses": _responses(
            _reference(_ANSWERS[type(rule.plan)]), 400, 404, *([] if is_pinned else [409]), 413, 415, 422
        ),
    }


def _common_paths(lang: Language) -> Json:
    """The paths that there are whatever the rules."""
    word = {"type": "string"}
    search = [
        _parameter("q", word),
        _parameter("owner", word),
        _parameter("kind", {"enum": list(KINDS)}),
        _parameter("on", {"anyOf": [_YEAR, _DAY]}, say(_ON, lang)),
        _parameter("sector", word),
        _parameter("regulation", word),
        _parameter("confidence", {"enum": list(CONFIDENCES)}),
        _LANG,
    ]
    health = {"type": "object", "required": ["status", "engine", "rules"]}
    report = {"application/json": {"schema": {"type": "object"}}, "application/yaml": {"schema": word}}
    rule = {"application/yaml": {"schema": word}}
    wrong = (400, 404, 413, 415, 422, 503)
    return {
        "/health": {"get": _plain("health", [], _responses(health, 422))},
        "/openapi.json": {"get": _plain("openapi", [_LANG], _responses({"type": "object"}, 422, 503))},
        "/v1/rules": {"get": _plain("rules", search, _responses(_reference("rules"), 422, 503))},
        "/v1/reports": {"post": _posted("report", report, _responses(_reference("evaluate"), *wrong))},
        "/v1/audits": {"post": _posted("audit", report, _responses(_reference("audit"), *wrong))},
        "/v1/checks": {"post": _posted("check", rule, _responses(_reference("check"), *wrong))},
    }


def _plain(name: str, parameters: list[Json], responses: Json) -> Json:
    return {"operationId": name, "parameters": parameters, "responses": responses}


def _posted(name: str, content: Json, responses: Json) -> Json:
    body = {"required": True, "content": content}
    return {"operationId": name, "parameters": [_LANG], "requestBody": body, "responses": responses}


def _parameter(name: str, schema: Json, about: str = "", *, required: bool = False) -> Json:
    described = {"description": about} if about else {}
    return {"name": name, "in": "query", "required": required, **described, "schema": schema}


_YEAR: Final[Json] = {"type": "string", "pattern": "^[1-9][0-9]{3}$"}
_DAY: Final[Json] = {"type": "string", "format": "date"}


def _shared(parameter: str) -> Json:
    return {"$ref": f"#/components/parameters/{parameter}"}


_LANG: Final[Json] = _shared("lang")


def _parameters(lang: Language) -> Json:
    """The parameters that most paths have."""
    return {
        "on": _parameter("on", {"anyOf": [_YEAR, _DAY]}, say(_ON, lang), required=True),
        "trace": _parameter("trace", {"enum": ["true", "false"]}, say(_TRACE, lang)),
        "receipt": _parameter("receipt", {"enum": ["true", "false"]}, say(_RECEIPT, lang)),
        "lang": _parameter("lang", {"enum": list(LANGUAGES)}),
    }


def _body(media: str, schema: Json) -> Json:
    return {"required": True, "content": {media: {"schema": schema}}}


def _responses(schema: Json, *wrong: int) -> Json:
    """Gives the good reply, and those to requests that are wrong."""
    good = {"description": "OK", "content": {"application/json": {"schema": schema}}}
    return {"200": good, **{str(status): {"$ref": f"#/components/responses/{status}"} for status in wrong}}


def _problems() -> Json:
    """The replies to requests that are wrong, by their status."""
    content = {"content": {MEDIA: {"schema": _reference("problem")}}}
    return {str(status): {"description": title, **content} for status, title in TITLES.items()}


def _reference(schema: str) -> Json:
    return {"$ref": f"#/components/schemas/{schema}"}


def _schemas() -> Json:
    """The schemas of inputs and outputs; what each defines for itself stands beside it under its name."""
    found: Json = {name: _hoisted(schema, "") for name, schema in DEFINITIONS.items()}
    for name in _OUTPUTS:
        schema = output_schema(name)
        below = schema.pop("$defs", {})
        found |= {f"{name}.{inner}": _hoisted(part, f"{name}.") for inner, part in below.items()}
        found[name] = _hoisted({key: part for key, part in schema.items() if key != "$schema"}, f"{name}.")
    traced, errors = found["result"], found["errors"]
    lines = found["explain"]["properties"]["lines"]
    found["result"] = traced | {"properties": traced["properties"] | {"lines": lines}}
    text: Json = {"type": ["string", "null"]}
    head = dict.fromkeys(("type", "title", "detail", "code", "pointer"), text) | {
        "status": {"type": "integer"}
    }
    found["problem"] = {
        "type": "object",
        "required": [*head, *errors["required"]],
        "properties": head | errors["properties"],
    }
    return found


def _hoisted(part: Any, prefix: str) -> Any:  # noqa: ANN401 - any part of a schema
    """Gives a schema whose own definitions stand among those of the document."""
    if isinstance(part, dict):
        return {
            key: f"#/components/schemas/{prefix}{inner.removeprefix('#/$defs/')}"
            if key == "$ref"
            else _hoisted(inner, prefix)
            for key, inner in part.items()
        }
    return [_hoisted(item, prefix) for item in part] if isinstance(part, list) else part

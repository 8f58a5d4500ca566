"""What is wrong with a request as RFC 9457 tells it: the first mistake in its head, all of them below."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from sakip_rules.diagnostics import DataError, Diagnostic, RuleError, SakipRulesError, diagnose
from sakip_rules.exporters.objects import errors_object, failure_object, to_line
from sakip_rules.languages import Language
from sakip_rules.numbers import grouped
from sakip_rules.service.web.messages import Reply

if TYPE_CHECKING:
    from sakip_rules.exporters.objects import Json

MEDIA: Final = "application/problem+json"

TITLES: Final[Mapping[int, str]] = {
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict",
    413: "Content Too Large",
    415: "Unsupported Media Type",
    422: "Unprocessable Content",
    500: "Internal Server Error",
    503: "Service Unavailable",
}

_BY_KEY: Final[Mapping[str, int]] = {
    "bad-request.path": 404,
    "bad-request.method": 405,
    "bad-request.version": 409,
    "bad-request.too-large": 413,
    "bad-request.media": 415,
    "bad-request.cut-off": 400,
    "bad-request.encoding": 400,
    "bad-request.busy": 503,
    "rule-has-errors": 500,
}
_BY_SERVER: Final[Mapping[int, str]] = {413: "bad-request.too-large", 431: "bad-request.headers"}
_OF_TEXT: Final = frozenset(
    {"json-syntax", "yaml-syntax", "duplicate-key", "control-character", "file-too-large"}
)
"""Codes of what is no proper text, whatever it says."""


def status_of(error: SakipRulesError) -> int:
    """Gives 400 for what is no JSON, 404 for what does not exist, 422 for what says something wrong."""
    first = error.diagnostics[0]
    if first.key in _BY_KEY:
        return _BY_KEY[first.key]
    if isinstance(error, RuleError):
        return _BY_KEY.get(first.code, 404)
    return 400 if isinstance(error, DataError) and first.code in _OF_TEXT else 422


def refused(error: SakipRulesError, lang: Language) -> Reply:
    """Gives the reply to a request that is wrong."""
    first = error.diagnostics[0].to_dict(lang)
    return _problem(status_of(error), first, errors_object(error.diagnostics, lang))


def failed(message: str, code: str) -> Reply:
    """Gives the reply where the program itself is at fault."""
    told = failure_object(code, message)
    return _problem(500, told["errors"][0], told)


def no_request(status: int, limit: int) -> Diagnostic:
    """Says what the server found: no HTTP, or more bytes than it takes."""
    return diagnose(_BY_SERVER.get(status, "bad-request.malformed"), None, limit=grouped(limit))


def refused_by_server(status: int, limit: int, lang: Language) -> Reply:
    """Gives the reply to what the server lets through to no route."""
    found = no_request(status, limit)
    return _problem(status, found.to_dict(lang), errors_object([found], lang))


def _problem(status: int, first: Json, told: Json) -> Reply:
    problem = {
        "type": f"urn:sakip-rules:galat:{first['code']}",
        "title": TITLES.get(status, HTTPStatus(status).phrase),
        "status": status,
        "detail": first["message"],
        "code": first["code"],
        "pointer": first["pointer"],
        **told,
    }
    return Reply(status, to_line(problem).encode("utf-8"), MEDIA)

"""The WSGI application: any server of that standard can run it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.diagnostics import DataError, SakipRulesError, UsageError, diagnose, quoted
from sakip_rules.diagnostics.core import known_language
from sakip_rules.diagnostics.internal import INTERNAL_ERROR, internal_words
from sakip_rules.languages import Language, say
from sakip_rules.service.web import problems
from sakip_rules.service.web.messages import Asked, Reply
from sakip_rules.service.web.openapi import Description
from sakip_rules.service.web.routes import ROUTES, Route, ToAnswer

if TYPE_CHECKING:
    from sakip_rules.api import Catalogue

HEAVY_AT_ONCE: Final = 2
"""So many reports, audits and lists at a time: `/health` and single rules are never behind them."""

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


class Application:
    """Answers requests about the rules of a catalogue; may serve several threads."""

    def __init__(
        self, catalogue: Catalogue, lang: Language = "id", heavy_at_once: int = HEAVY_AT_ONCE
    ) -> None:
        self.catalogue = catalogue
        self.description = Description(catalogue)
        self.lang = lang
        self._heavy = threading.BoundedSemaphore(heavy_at_once)

    def __call__(self, environ: Mapping[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request; whatever it is, the reply says so."""
        asked = Asked.of(environ)
        reply = self.reply(asked)
        headers = [("Content-Type", reply.media), ("Content-Length", str(len(reply.body))), *reply.headers]
        if reply.status == HTTPStatus.NOT_MODIFIED:
            headers = list(reply.headers)
        start_response(f"{reply.status} {HTTPStatus(reply.status).phrase}", headers)
        return [] if asked.method == "HEAD" else [reply.body]

    def reply(self, asked: Asked) -> Reply:
        """Gives the reply to a request."""
        lang = self.lang
        try:
            route, names = route_of(asked)
            parameters = asked.parameters()
            lang = known_language(parameters.pop("lang", lang))
            with self._room_for(route):
                return route.answer(
                    ToAnswer(self.catalogue, self.description, asked, names, parameters, lang)
                )
        except SakipRulesError as error:
            return _with_allowed(problems.refused(error, lang), asked)
        except Exception as error:  # noqa: BLE001 - the service lives on, whatever a request was
            return problems.failed(say(internal_words(error), lang), INTERNAL_ERROR)

    @contextmanager
    def _room_for(self, route: Route) -> Iterator[None]:
        """Lets in only so many requests that take long; the others are asked to come again."""
        if not route.heavy:
            yield
            return
        if not self._heavy.acquire(blocking=False):
            raise DataError([diagnose("bad-request.busy", None)])
        try:
            yield
        finally:
            self._heavy.release()


def route_of(asked: Asked) -> tuple[Route, tuple[str, ...]]:
    """Gives what answers a request, and the names in its path; raises `UsageError`."""
    matches = [(route, match) for route in ROUTES if (match := route.path.fullmatch(asked.path))]
    if not matches:
        raise UsageError([diagnose("bad-request.path", None, name=quoted(asked.path))])
    method = "GET" if asked.method == "HEAD" else asked.method
    for route, match in matches:
        if route.method == method:
            return route, match.groups()
    raise UsageError(
        [
            diagnose(
                "bad-request.method",
                None,
                name=quoted(asked.path),
                method=quoted(asked.method),
                known=", ".join(_allowed(asked)),
            )
        ]
    )


def _allowed(asked: Asked) -> list[str]:
    return sorted({route.method for route in ROUTES if route.path.fullmatch(asked.path)})


def _with_allowed(reply: Reply, asked: Asked) -> Reply:
    """A reply that says which methods a path takes, or when to come again."""
    more = {405: ("Allow", ", ".join(_allowed(asked))), 503: ("Retry-After", "1")}.get(reply.status)
    return reply if more is None else Reply(reply.status, reply.body, reply.media, (*reply.headers, more))

"""A server for the application: waitress, which needs no other package."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final

from sakip_rules.extras import needed
from sakip_rules.loader import REPORT_LIMITS
from sakip_rules.service.web.problems import refused_by_server

if TYPE_CHECKING:
    from sakip_rules.languages import Language
    from sakip_rules.service.web.application import Application

HEADER_BYTES: Final = 32 * 1024
BODY_BYTES: Final = REPORT_LIMITS.size + HEADER_BYTES
_LIMITS: Final = {431: HEADER_BYTES}
CONNECTIONS: Final = 100
SILENT_SECONDS: Final = 10
"""A connection on which nothing comes for so long is closed."""


def run(application: Application, host: str, port: int, threads: int, begun: Callable[[str], None]) -> None:
    """Serves until the process is stopped; `begun` is told the address.

    Raises `UsageError` without the extra, `OSError` where the port is taken.
    """
    server = make(application, host, port, threads)
    begun(f"http://{server.effective_host}:{server.effective_port}")
    # Whoever asks for the description first need not wait until all rules are read.
    threading.Thread(target=_describe, args=(application,), daemon=True).start()
    try:
        server.run()
    finally:
        server.close()


def _describe(application: Application) -> None:
    with suppress(Exception):  # whoever asks for it is told what is wrong
        application.description.text(application.lang)


def make(application: Application, host: str, port: int, threads: int) -> Any:  # noqa: ANN401 - waitress ships no types
    """Gives a server that listens; with port 0 at a free one. Raises as `run`."""
    waitress = needed("waitress", "serve")
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # else a line for each request that waits
    sockets: dict[int, Any] = {}
    made = waitress.create_server(
        application,
        map=sockets,
        host=host,
        port=port,
        threads=threads,
        ident="sakip-rules",
        connection_limit=CONNECTIONS,
        channel_timeout=SILENT_SECONDS,
        cleanup_interval=SILENT_SECONDS,
        max_request_header_size=HEADER_BYTES,
        max_request_body_size=BODY_BYTES,
    )
    channel = _channel_of(application.lang)
    for listening in sockets.values():  # one for each address of the host, and their triggers
        listening.channel_class = channel
    return made


def _channel_of(lang: Language) -> Any:  # noqa: ANN401 - as above
    """Gives the class of connections that tell what is wrong with a request as all else is told: as JSON."""
    channel, task = needed("waitress.channel", "serve"), needed("waitress.task", "serve")

    def execute(self: Any) -> None:  # noqa: ANN401 - as above
        status = int(self.request.error.code)
        reply = refused_by_server(status, _LIMITS.get(status, BODY_BYTES), lang)
        self.status = f"{status} {HTTPStatus(status).phrase}"
        self.response_headers.extend([("Content-Type", reply.media), ("Connection", "close")])
        self.set_close_on_finish()
        self.content_length = len(reply.body)
        self.write(reply.body)

    told = type("ProblemTask", (task.ErrorTask,), {"execute": execute})
    return type("ProblemChannel", (channel.HTTPChannel,), {"error_task_class": told})
